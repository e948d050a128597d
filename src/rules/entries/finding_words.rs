//! `language.findings`: the findings of examinations.

use crate::reading::summary::{Examination, FindingWords, Sign};
use crate::rules::decode::{Decoder, Located};
use crate::rules::yaml::Node;

/// An examination as it is written.
struct WireExamination {
    id: Located<String>,
    names: Vec<String>,
    covers: Vec<Node<'static>>,
}

/// Decodes `language.findings`. Signs and examinations that name an unknown examination are reported.
pub(super) fn decode(decoder: &mut Decoder, node: &Node) -> Option<FindingWords> {
    let mut fields = decoder.fields(node, "the findings")?;
    let written = fields.required(decoder, "examinations", |decoder, node| {
        decoder.nonempty_list(node, examination)
    });
    let ids: Vec<String> = written
        .iter()
        .flatten()
        .map(|written| written.id.value.clone())
        .collect();
    let signs = fields.required(decoder, "signs", |decoder, node| {
        decoder.nonempty_list(node, |decoder, node| sign(decoder, node, &ids))
    });
    let objective = fields.required(decoder, "objective", Decoder::texts);
    let subjective = fields.required(decoder, "subjective", Decoder::texts);
    let restrictions = fields.required(decoder, "restrictions", Decoder::texts);
    fields.finish(decoder);
    let examinations = written?.into_iter().enumerate().map(|(at, written)| {
        let covers = written.covers.iter();
        let mut covers: Vec<usize> = covers
            .filter_map(|node| index(decoder, node, &ids))
            .collect();
        covers.push(at);
        Examination {
            names: written.names,
            covers,
        }
    });
    Some(FindingWords {
        examinations: examinations.collect(),
        signs: signs?,
        objective: objective?,
        subjective: subjective?,
        restrictions: restrictions?,
    })
}

fn examination(decoder: &mut Decoder, node: &Node) -> Option<WireExamination> {
    let mut fields = decoder.fields(node, "an examination")?;
    let id = fields.required(decoder, "id", Decoder::located_text);
    let names = fields.required(decoder, "names", Decoder::texts);
    let covers = fields.optional(decoder, "covers", |decoder, node| {
        decoder.nonempty_list(node, |_, node| Some(node.clone().into_owned()))
    });
    fields.finish(decoder);
    Some(WireExamination {
        id: id?,
        names: names?,
        covers: covers.unwrap_or_default(),
    })
}

fn sign(decoder: &mut Decoder, node: &Node, examinations: &[String]) -> Option<Sign> {
    let mut fields = decoder.fields(node, "a finding")?;
    fields.required(decoder, "id", Decoder::text);
    let names = fields.required(decoder, "names", Decoder::texts);
    let examination = fields.required(decoder, "examination", |decoder, node| {
        index(decoder, node, examinations)
    });
    let test = fields.optional(decoder, "test", Decoder::boolean);
    fields.finish(decoder);
    Some(Sign {
        names: names?,
        examination: examination?,
        test: test.unwrap_or_default(),
    })
}

/// The number of the examination that is named; `None`, reported, when there is none.
fn index(decoder: &mut Decoder, node: &Node, examinations: &[String]) -> Option<usize> {
    let name = decoder.text(node)?;
    let index = examinations.iter().position(|known| *known == name);
    if index.is_none() {
        let known: Vec<&str> = examinations.iter().map(String::as_str).collect();
        decoder.unknown_name(node.span, "examination", &name, &known);
    }
    index
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::entries::trial::complaints;

    #[test]
    fn every_mistake_is_told() {
        let text = "\
examinations: [{ id: knee, names: [knee exam], covers: [kne] }]
signs: [{ id: swelling, names: [], examination: kneee, test: maybe }]
objective: [exam]
subjectiv: [complains]
restrictions: [new]
";
        let told = complaints(text, decode);
        for part in [
            "unknown examination `kne`",
            "this list is empty",
            "unknown examination `kneee`",
            "2:62",
            "unknown key `subjectiv`",
        ] {
            assert!(
                told.iter().any(|complaint| complaint.contains(part)),
                "{part} in {told:?}"
            );
        }
    }
}

//! `language.conclusions`: how a rationale says that an item is or is not necessary.

use crate::reading::conclusion::{
    About, ConclusionPhrases, Family, Form, Mark, SHORTEST_MISSPELT, Strength, Verdict,
};
use crate::rules::decode::{Decoder, quoted};
use crate::rules::yaml::{Node, Value};

/// How surely a phrase concludes.
pub(crate) const STRENGTHS: [(&str, Strength); 3] = [
    ("strong", Strength::Strong),
    ("firm", Strength::Firm),
    ("weak", Strength::Weak),
];

/// What a phrase concludes, said without a denial.
pub(crate) const VERDICTS: [(&str, Verdict); 2] = [
    ("necessary", Verdict::Necessary),
    ("not-necessary", Verdict::NotNecessary),
];

/// What part of the sentence a phrase is.
pub(crate) const FORMS: [(&str, Form); 4] = [
    ("predicate", Form::Predicate),
    ("noun", Form::Noun),
    ("act", Form::Act),
    ("statement", Form::Statement),
];

/// Decodes `language.conclusions`. `None`, reported, when it is no map.
pub(crate) fn decode(decoder: &mut Decoder, node: &Node) -> Option<ConclusionPhrases> {
    let mut fields = decoder.fields(node, "the conclusion phrases")?;
    let families = fields.required(decoder, "families", |decoder, node| {
        decoder.nonempty_list(node, family)
    });
    let words = fields.required(decoder, "words", words);
    fields.finish(decoder);
    Some(ConclusionPhrases {
        families: families.unwrap_or_default(),
        words: words.unwrap_or_default(),
    })
}

fn family(decoder: &mut Decoder, node: &Node) -> Option<Family> {
    let mut fields = decoder.fields(node, "a conclusion family")?;
    let id = fields.required(decoder, "id", Decoder::text);
    let strength = fields.required(decoder, "strength", |decoder, node| {
        decoder.choice(node, &STRENGTHS)
    });
    let verdict = fields.required(decoder, "verdict", |decoder, node| {
        decoder.choice(node, &VERDICTS)
    });
    let form = fields.required(decoder, "form", |decoder, node| {
        decoder.choice(node, &FORMS)
    });
    let about = fields.optional(decoder, "about", about);
    let says = fields.required(decoder, "says", Decoder::texts);
    let misspelt = fields.optional(decoder, "misspelt", |decoder, node| {
        decoder.nonempty_list(node, misspelt)
    });
    fields.finish(decoder);
    Some(Family {
        id: id?,
        strength: strength?,
        verdict: verdict?,
        form: form?,
        about: about.unwrap_or(About::Anything),
        says: says?,
        misspelt: misspelt.unwrap_or_default(),
    })
}

/// A phrase that is also found with a slip in each of its words.
fn misspelt(decoder: &mut Decoder, node: &Node) -> Option<String> {
    let phrase = decoder.text(node)?;
    let short = |word: &str| word.len() < SHORTEST_MISSPELT;
    if let Some(word) = phrase.split_whitespace().find(|word| short(word)) {
        let message = format!(
            "`{}` is too short to be told from other words",
            quoted(word)
        );
        let label = format!("a word of fewer than {SHORTEST_MISSPELT} letters");
        let help = "list its misspellings under `says`".to_owned();
        decoder.report_with_help(node.span, message, label, Some(help));
        return None;
    }
    Some(phrase)
}

/// `anything`, `request`, or a list of words.
fn about(decoder: &mut Decoder, node: &Node) -> Option<About> {
    if matches!(node.value, Value::List(_)) {
        return decoder.texts(node).map(About::Words);
    }
    let request = decoder.choice(node, &[("anything", false), ("request", true)])?;
    Some(if request {
        About::Request
    } else {
        About::Anything
    })
}

fn words(decoder: &mut Decoder, node: &Node) -> Option<Vec<(Mark, Vec<String>)>> {
    let mut fields = decoder.fields(node, "the words around conclusions")?;
    let mut lists = Vec::with_capacity(Mark::KEYS.len());
    for (key, mark) in Mark::KEYS {
        if let Some(words) = fields.required(decoder, key, Decoder::texts) {
            lists.push((*mark, words));
        }
    }
    fields.finish(decoder);
    Some(lists)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::entries::trial::complaints;

    /// A pack part with one family and no words at all.
    fn one_family(family: &str) -> String {
        format!("families:\n  - {{ {family} }}\nwords: {{}}\n")
    }

    #[test]
    fn every_mistake_of_a_family_is_told() {
        let text = one_family(
            "id: a, strength: string, verdict: mixed, form: noun, about: [], sais: [b], misspelt: [not so]",
        );
        let told = complaints(&text, decode).join("\n");
        for part in [
            "`string`",
            "`mixed`",
            "empty",
            "`sais`",
            "`not` is too short to be told from other words",
            "`negations`",
            "`asides`",
        ] {
            assert!(told.contains(part), "{part} in:\n{told}");
        }
    }

    #[test]
    fn what_a_family_is_about_may_be_left_out() {
        let text = one_family("id: a, strength: weak, verdict: necessary, form: act, says: [b]");
        let told = complaints(&text, decode);
        assert!(
            told.iter()
                .all(|complaint| complaint.contains("the words around conclusions")),
            "{told:?}"
        );
    }
}

//! `language.summary`: the words by which a case summary is read.

use crate::reading::summary::{
    DateWords, RecordWords, SexWords, SummaryRequestWords, SummaryWords, WorkerWords,
};
use crate::rules::decode::{Decoder, Fields};
use crate::rules::yaml::Node;

/// Decodes `language.summary`.
pub(super) fn decode(decoder: &mut Decoder, node: &Node) -> Option<SummaryWords> {
    let mut fields = decoder.fields(node, "the words of case summaries")?;
    let mut texts = |key| fields.required(decoder, key, Decoder::texts);
    let injury = texts("injury");
    let at_work = texts("at_work");
    let review = texts("review");
    let fillers = texts("fillers");
    let date_openers = texts("date_openers");
    let date_joins = texts("date_joins");
    let worker = fields.required(decoder, "worker", worker);
    let records = fields.required(decoder, "records", records);
    let requests = fields.required(decoder, "requests", requests);
    fields.finish(decoder);
    Some(SummaryWords {
        dates: DateWords {
            injury: injury?,
            at_work: at_work?,
            review: review?,
            fillers: fillers?,
            date_openers: date_openers?,
            date_joins: date_joins?,
        },
        worker: worker?,
        records: records?,
        requests: requests?,
    })
}

fn worker(decoder: &mut Decoder, node: &Node) -> Option<WorkerWords> {
    let mut fields = decoder.fields(node, "the words about the worker")?;
    let male = ["male", "male_letters", "male_titles", "male_pronouns"];
    let female = [
        "female",
        "female_letters",
        "female_titles",
        "female_pronouns",
    ];
    let male = sex(decoder, &mut fields, male);
    let female = sex(decoder, &mut fields, female);
    let mut texts = |key| fields.required(decoder, key, Decoder::texts);
    let names = texts("names");
    let not_names = texts("not_names");
    let open = texts("open");
    let links = texts("links");
    let others = texts("others");
    let not_others = texts("not_others");
    fields.finish(decoder);
    Some(WorkerWords {
        names: names?,
        not_names: not_names?,
        male: male?,
        female: female?,
        open: open?,
        links: links?,
        others: others?,
        not_others: not_others?,
    })
}

/// The words of one sex: nouns, letters, titles and pronouns under these keys.
fn sex(
    decoder: &mut Decoder,
    fields: &mut Fields<'_>,
    [nouns, letters, titles, pronouns]: [&'static str; 4],
) -> Option<SexWords> {
    let mut texts = |key| fields.required(decoder, key, Decoder::texts);
    let nouns = texts(nouns);
    let letters = texts(letters);
    let titles = texts(titles);
    let pronouns = texts(pronouns);
    Some(SexWords {
        nouns: nouns?,
        letters: letters?,
        titles: titles?,
        pronouns: pronouns?,
    })
}

fn records(decoder: &mut Decoder, node: &Node) -> Option<RecordWords> {
    let mut fields = decoder.fields(node, "the words about dated records")?;
    let cues = fields.required(decoder, "cues", Decoder::texts);
    let not_in = fields.required(decoder, "not_in", Decoder::texts);
    let not_behind = fields.required(decoder, "not_behind", Decoder::texts);
    fields.finish(decoder);
    Some(RecordWords {
        cues: cues?,
        not_in: not_in?,
        not_behind: not_behind?,
    })
}

fn requests(decoder: &mut Decoder, node: &Node) -> Option<SummaryRequestWords> {
    let mut fields = decoder.fields(node, "the words about stated requests")?;
    let cues = fields.required(decoder, "cues", Decoder::texts);
    let not_in = fields.required(decoder, "not_in", Decoder::texts);
    fields.finish(decoder);
    Some(SummaryRequestWords {
        cues: cues?,
        not_in: not_in?,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::rules::entries::trial::complaints;

    #[test]
    fn every_mistake_is_told() {
        let text = "\
injury: [injury]
at_work: [work]
review: [UR]
fillers: [of]
date_openers: ['on']
date_joins: [and]
worker: []
records: { cues: [note], not_into: [letter], not_behind: [until] }
requests: { cues: [request], not_in: [] }
";
        assert_eq!(
            complaints(text, decode),
            [
                "t.yaml:7:9: expected the words about the worker as a map of keys and values, found a list",
                "t.yaml:8:26: unknown key `not_into` in the words about dated records (did you mean `not_in`?)",
                "t.yaml:9:38: this list is empty",
            ]
        );
    }

    #[test]
    fn every_list_about_the_worker_is_needed() {
        let found = complaints("{}", |decoder: &mut Decoder, node: &Node| {
            worker(decoder, node)
        });
        assert_eq!(found.len(), 14, "{found:?}");
    }
}

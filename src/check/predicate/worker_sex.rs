//! `worker_sex: differs`: whether the letter calls the worker a man in one place and a woman in another.

use super::{Answer, Case, Places, Predicate, Vocable};
use crate::reading::summary::SexMention;

pub(super) const VOCABLE: Vocable = Vocable {
    name: "worker_sex",
    about: "whether a word of the case summary or of a rationale that can only mean the worker says man, and another \
            woman; at least one of them is a noun or a title. Unknown where no noun or title says either",
    example: "worker_sex: differs",
    places: Places::Letter,
    provides: &["sex", "other_sex"],
    parse: |argument| {
        argument.choice(&[("differs", ())])?;
        Some(Box::new(WorkerSex))
    },
};

#[derive(Debug)]
struct WorkerSex;

impl Predicate for WorkerSex {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let mentions = &case.reading.summary.sex;
        let Some(first) = mentions.iter().find(|mention| mention.strong) else {
            return Answer::unknown().because("no noun or title tells the worker's sex");
        };
        let Some(other) = mentions.iter().find(|mention| mention.sex != first.sex) else {
            return Answer::plain(false).shown(first.span, note(first));
        };
        Answer::plain(true)
            .shown(other.span, note(other))
            .shown(first.span, note(first))
            .with("sex", first.sex.name())
            .with("other_sex", other.sex.name())
    }
}

fn note(mention: &SexMention) -> String {
    format!("the worker is {}", mention.sex.name())
}

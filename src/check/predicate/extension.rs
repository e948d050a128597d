//! `extension: mentioned`: whether the letter speaks of a ground to exceed a limit.

use super::{Answer, Case, Each, Places, Predicate, Subject, Vocable};

pub(super) const VOCABLE: Vocable = Vocable {
    name: "extension",
    about: "whether heading, rationale or case summary speak of a fact that extends the limit. To speak of it is not \
            yet to state it: the guideline that is recited uses the same words",
    example: "extension: mentioned",
    places: Places::Of(&[Each::Limit]),
    provides: &[],
    parse: |argument| {
        argument.choice(&[("mentioned", ())])?;
        Some(Box::new(ExtensionMentioned))
    },
};

#[derive(Debug)]
struct ExtensionMentioned;

impl Predicate for ExtensionMentioned {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let (Subject::Limit(governing), Some(item)) = (case.subject, case.item) else {
            return Answer::unknown();
        };
        let facts = governing.limit.extended_by.iter();
        let mentioned = facts
            .filter_map(|fact| case.mentions_fact(item, &fact.value))
            .next();
        match mentioned {
            Some(words) => Answer::plain(true).shown(words, "a ground for more"),
            None => Answer::plain(false),
        }
    }
}

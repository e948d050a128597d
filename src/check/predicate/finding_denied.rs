//! `finding_denied: stated-in-summary`: whether the rationale denies a finding that the case summary states.

use super::{Answer, Case, Places, Predicate, Vocable};

pub(super) const VOCABLE: Vocable = Vocable {
    name: "finding_denied",
    about: "whether the rationale denies, without narrowing it, a finding or an examination of which the case summary \
            states a finding, at the same visit, part of the body and side as far as both say; see \
            `language: findings`",
    example: "finding_denied: stated-in-summary",
    places: Places::Item,
    provides: &["denied", "stated"],
    parse: |argument| {
        argument.choice(&[("stated-in-summary", ())])?;
        Some(Box::new(FindingDenied))
    },
};

#[derive(Debug)]
struct FindingDenied;

impl Predicate for FindingDenied {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let Some(item) = case.item else {
            return Answer::unknown();
        };
        let mut denied = case.reading.summary.denied.iter();
        let Some(found) = denied.find(|found| found.item == item.number) else {
            return Answer::plain(false)
                .because("it denies no finding that the case summary states");
        };
        Answer::plain(true)
            .shown(found.denied, "the rationale")
            .shown(found.stated, "the case summary")
            .with("denied", case.quote(found.denied))
            .with("stated", case.quote(found.stated))
    }
}

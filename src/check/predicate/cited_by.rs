//! `cited_by: reviewer`: on whose line a citation stands.

use super::{Answer, Case, Each, Places, Predicate, Side, Subject, Vocable};

pub(super) const VOCABLE: Vocable = Vocable {
    name: "cited_by",
    about: "whose guideline line the citation stands on",
    example: "cited_by: reviewer",
    places: Places::Of(&[Each::Citation, Each::GuidelineLine]),
    provides: &[],
    parse: |argument| {
        let side = argument.choice(&Side::BOTH.map(|side| (side.name(), side)))?;
        Some(Box::new(CitedBy(side)))
    },
};

#[derive(Debug)]
struct CitedBy(Side);

impl Predicate for CitedBy {
    fn ask(&self, case: &Case<'_>) -> Answer {
        match case.subject {
            Subject::Citation(side, _) | Subject::Line(side) => Answer::plain(side == self.0)
                .because(match side {
                    Side::ClaimsAdministrator => "on the claims administrator's line",
                    Side::Reviewer => "on the reviewer's line",
                }),
            _ => Answer::unknown(),
        }
    }
}

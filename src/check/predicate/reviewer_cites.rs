//! `reviewer_cites: no-evidence`: on what the reviewer's line says that the decision rests.

use super::{Answer, Case, Places, Predicate, Vocable};
use crate::reading::citation::BasisKind;

pub(super) const VOCABLE: Vocable = Vocable {
    name: "reviewer_cites",
    about: "the basis that the reviewer's guideline line names; unknown when it names none",
    example: "reviewer_cites: no-evidence",
    places: Places::Item,
    provides: &[],
    parse: |argument| {
        let kinds = [
            BasisKind::Mtus,
            BasisKind::NonMtus,
            BasisKind::OutsideMtus,
            BasisKind::NoEvidence,
        ];
        let kind = argument.choice(&kinds.map(|kind| (kind.name(), kind)))?;
        Some(Box::new(ReviewerCites(kind)))
    },
};

#[derive(Debug)]
struct ReviewerCites(BasisKind);

impl Predicate for ReviewerCites {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let Some(item) = case.item.filter(|item| !item.reviewer.bases.is_empty()) else {
            return Answer::unknown().because("the reviewer's line names no basis");
        };
        match item.reviewer.basis_of(self.0) {
            Some(basis) => Answer::plain(true).shown(basis.span, "the reviewer's guideline line"),
            None => {
                let named = item.reviewer.bases.first().map(|basis| basis.span);
                Answer::plain(false).shown_if(named, "another basis")
            }
        }
    }
}

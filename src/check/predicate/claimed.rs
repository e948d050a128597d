//! `claimed: above`: how the rationale says that the request stands to the limit.

use super::{Answer, Case, Places, Predicate, Vocable};
use crate::reading::comparison::Standing;

pub(super) const VOCABLE: Vocable = Vocable {
    name: "claimed",
    about: "whether the rationale says that the number of visits is above the limit, within it, or excessive; unknown \
            when it does not compare, or says both",
    example: "claimed: above",
    places: Places::Item,
    provides: &[],
    parse: |argument| {
        let standing = argument.choice(&[
            ("above", Standing::Above),
            ("within", Standing::Within),
            ("excessive", Standing::Excessive),
        ])?;
        Some(Box::new(Claimed(standing)))
    },
};

#[derive(Debug)]
struct Claimed(Standing);

impl Predicate for Claimed {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let Some(item) = case.item else {
            return Answer::unknown();
        };
        let comparisons = &item.rationale.comparisons;
        let Some(first) = comparisons.first() else {
            return Answer::unknown().because("the rationale holds the request against no limit");
        };
        if comparisons
            .iter()
            .any(|other| other.standing != first.standing)
        {
            return Answer::unknown().because("the rationale says both");
        }
        let note = match first.standing {
            Standing::Above => "said to be above the limit",
            Standing::Within => "said to be within the limit",
            Standing::Excessive => "said to be too many",
        };
        Answer::plain(first.standing == self.0).shown(first.span, note)
    }
}

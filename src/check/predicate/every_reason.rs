//! `every_reason: against`: whether all reasons of a rationale speak the same way.

use std::collections::BTreeSet;

use super::{Answer, Case, Places, Predicate, Vocable};
use crate::reading::reason::{Bearing, Reason};

pub(super) const VOCABLE: Vocable = Vocable {
    name: "every_reason",
    about: "whether the rationale gives at least two reasons that speak for, or against, the item, and not so much as a \
            hint of one that speaks the other way; unknown when it gives fewer",
    example: "every_reason: against",
    places: Places::Item,
    provides: &["bearing"],
    parse: |argument| {
        let bearing = argument.choice(&[("for", Bearing::For), ("against", Bearing::Against)])?;
        Some(Box::new(EveryReason(bearing)))
    },
};

/// How many reasons make a picture.
const ENOUGH: usize = 2;

#[derive(Debug)]
struct EveryReason(Bearing);

impl Predicate for EveryReason {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let Some(item) = case.item else {
            return Answer::unknown();
        };
        let reasons = &item.rationale.reasons;
        if let Some(other) = reasons.iter().find(|reason| reason.bearing != self.0) {
            let speaks = in_words(other.bearing);
            return Answer::plain(false).shown(other.span, format!("speaks {speaks}"));
        }
        let given: Vec<&Reason> = reasons.iter().filter(|reason| !reason.hint).collect();
        let kinds: BTreeSet<_> = given
            .iter()
            .map(|reason| (reason.sentence, reason.family))
            .collect();
        if kinds.len() < ENOUGH {
            return Answer::unknown().because("it gives fewer than two reasons");
        }
        let speaks = in_words(self.0);
        let answer = Answer::plain(true).with("bearing", speaks);
        given.iter().fold(answer, |answer, reason| {
            answer.shown(reason.span, format!("speaks {speaks}"))
        })
    }
}

fn in_words(bearing: Bearing) -> &'static str {
    match bearing {
        Bearing::For => "for the item",
        Bearing::Against => "against the item",
    }
}

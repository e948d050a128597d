//! `decision: upheld`: the item's decision word.

use super::{Answer, Case, Places, Predicate, Truth, Vocable};
use crate::letter::Decision;

pub(super) const VOCABLE: Vocable = Vocable {
    name: "decision",
    about: "the item's decision is this word; unknown when it has none",
    example: "decision: upheld",
    places: Places::Item,
    provides: &["decision"],
    parse: |argument| {
        let decision = argument.choice(&[
            ("upheld", Decision::Upheld),
            ("overturned", Decision::Overturned),
        ])?;
        Some(Box::new(DecisionIs(decision)))
    },
};

#[derive(Debug)]
struct DecisionIs(Decision);

impl Predicate for DecisionIs {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let Some(item) = case.item else {
            return Answer::unknown();
        };
        match (item.item.decision, item.item.decision_span) {
            (Some(decision), Some(span)) => Answer::plain(decision == self.0)
                .shown(span, format!("decided {}", decision.name()))
                .with("decision", decision.name()),
            (_, word) => Answer::unknown()
                .shown_if(word, "neither Upheld nor Overturned")
                .because("the item has no decision"),
        }
    }

    fn truth(&self, case: &Case<'_>) -> Truth {
        let item = case.item.map(|item| &item.item);
        let word = item.and_then(|item| item.decision.filter(|_| item.decision_span.is_some()));
        word.map_or(Truth::Unknown, |decision| (decision == self.0).into())
    }
}

//! `sole_ground: number`: whether the number of visits is all that speaks against the item.

use super::{Answer, Case, Places, Predicate, Vocable};
use crate::reading::assertion::Polarity;
use crate::reading::letter::ItemReading;
use crate::reading::reason::Bearing;
use crate::span::ByteSpan;

pub(super) const VOCABLE: Vocable = Vocable {
    name: "sole_ground",
    about: "whether the rationale says that the visits are too many and gives nothing else against the item: no other \
            reason, nothing that is missing or not documented",
    example: "sole_ground: number",
    places: Places::Item,
    provides: &[],
    parse: |argument| {
        argument.choice(&[("number", ())])?;
        Some(Box::new(NumberAlone))
    },
};

#[derive(Debug)]
struct NumberAlone;

impl Predicate for NumberAlone {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let Some(item) = case.item else {
            return Answer::unknown();
        };
        if item.rationale.comparisons.is_empty() {
            return Answer::unknown().because("the rationale does not speak of the number");
        }
        match other_ground(item) {
            Some(words) => Answer::plain(false).shown(words, "another ground"),
            None => Answer::plain(true).because("nothing else is said against the item"),
        }
    }
}

/// Words that speak against the item beside the number.
fn other_ground(item: &ItemReading) -> Option<ByteSpan> {
    let read = &item.rationale;
    let of_number = |span: ByteSpan| {
        let mut comparisons = read.comparisons.iter();
        comparisons.any(|comparison| comparison.sentence.contains(span))
    };
    let reasons = read.reasons.iter();
    let reasons = reasons.filter(|reason| reason.bearing == Bearing::Against);
    let denied = read.facts.iter().filter(|fact| fact.standing.denies());
    let unknown = read
        .prior_treatments
        .iter()
        .filter(|prior| prior.polarity == Polarity::NotDocumented);
    reasons
        .map(|reason| reason.span)
        .chain(denied.map(|fact| fact.span))
        .chain(unknown.map(|prior| prior.span))
        .find(|span| !of_number(*span))
}

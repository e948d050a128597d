//! `other_ground: none`: whether a rationale says anything else against an item.

use super::{Answer, Case, Places, Predicate, Vocable};
use crate::check::limit;
use crate::reading::fact::Standing;
use crate::reading::letter::ItemReading;
use crate::reading::reason::Bearing;
use crate::span::ByteSpan;

pub(super) const VOCABLE: Vocable = Vocable {
    name: "other_ground",
    about: "whether the rationale gives no ground against the item at all: no reason against it, no fact denied or in \
            doubt, no number recited, no comparison with a limit, and none of the words of `language: facts: \
            objections` but those of the conclusion itself; unknown for a split request and for an item with a limit",
    example: "other_ground: none",
    places: Places::Item,
    provides: &[],
    parse: |argument| {
        argument.choice(&[("none", ())])?;
        Some(Box::new(NoOtherGround))
    },
};

#[derive(Debug)]
struct NoOtherGround;

impl Predicate for NoOtherGround {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let Some((item, rationale)) = case
            .item
            .and_then(|item| Some((item, item.item.rationale?)))
        else {
            return Answer::unknown().because("the item has no rationale");
        };
        if let Some(words) = ground(item) {
            return Answer::plain(false).shown(words, "another ground");
        }
        if let Some(words) = objection(case, item, rationale) {
            return Answer::plain(false).shown(words, "may be another ground");
        }
        let request = item.request.as_ref();
        let whole = request.is_some_and(|request| {
            request.original.is_none()
                && request.authorized.is_none()
                && request.surgical_service.is_none()
        });
        let limited = !limit::governing(case, item).is_empty()
            || !limit::recitable(case, item).is_empty()
            || !item.rationale.recited.is_empty();
        match (whole, limited) {
            (true, false) => Answer::plain(true).because("not a word against the item was found"),
            (false, _) => Answer::unknown().because("the rest of the request may be a ground"),
            (true, true) => Answer::unknown().because("a limit on the treatment may be a ground"),
        }
    }
}

/// What the readers found against the item.
fn ground(item: &ItemReading) -> Option<ByteSpan> {
    let read = &item.rationale;
    let mut reasons = read.reasons.iter();
    let reason = reasons.find(|reason| reason.bearing == Bearing::Against);
    let mut facts = read.facts.iter();
    let fact = facts.find(|said| {
        let open = [Standing::Uncertain, Standing::Past, Standing::Reported];
        said.standing.denies() || open.contains(&said.standing)
    });
    let comparison = read.comparisons.first().map(|compared| compared.span);
    let reason = reason.map(|reason| reason.span);
    reason.or(fact.map(|said| said.span)).or(comparison)
}

/// The first word of an objection outside the words that conclude.
fn objection(case: &Case<'_>, item: &ItemReading, rationale: ByteSpan) -> Option<ByteSpan> {
    let concludes = |span: ByteSpan| {
        let mut statements = item.conclusion.statements.iter();
        statements.any(|said| said.span.contains(span) || said.subject.contains(span))
    };
    let found = case.names.objections.find(case.quote(rationale));
    let mut found = found.iter().map(|hit| hit.span.shifted(rationale.start));
    found.find(|span| !concludes(*span))
}

//! Which facts that a criterion requires the tests have shown denied and stated.

use std::collections::BTreeMap;

use super::Sides;
use super::gap::{Coverage, CoverageKind, Gap};
use crate::check::case::Case;
use crate::check::subjects;
use crate::reading::fact::FactAnswer;
use crate::reading::letter::ItemReading;
use crate::rules::decode::Located;
use crate::rules::pack::{Criterion, Pack};

/// What the tests have shown of the facts of a criterion, in its order.
#[derive(Debug)]
pub(super) struct FactsSeen(Vec<Sides>);

impl FactsSeen {
    pub(super) fn new(criterion: &Criterion) -> Self {
        Self(facts(criterion).map(|_| Sides::default()).collect())
    }

    pub(super) fn report(&self, criterion: &Criterion, pack: &Pack, coverage: &mut Coverage) {
        for (fact, sides) in facts(criterion).zip(&self.0) {
            let known = pack.facts.iter().find(|known| known.id.value == fact.value);
            let title = known.map_or(fact.value.as_str(), |known| known.title.as_str());
            let gap = |said: &str, comes: &str| Gap {
                kind: CoverageKind::Fact,
                entry: criterion.id.value.clone(),
                place: fact.place.clone(),
                untested: format!("no test has `{}` {said} ({title})", fact.value),
                hint: format!(
                    "add an overturned item whose rationale has it {said}, with `{comes}: [criterion/unmet]`"
                ),
            };
            coverage.count(CoverageKind::Fact, sides.with, || gap("denied", "expect"));
            coverage.count(CoverageKind::Fact, sides.without, || {
                gap("stated", "silent")
            });
        }
    }
}

fn facts(criterion: &Criterion) -> impl Iterator<Item = &Located<String>> {
    criterion.requires.iter().chain(&criterion.requires_any)
}

/// Adds what an item's rationale says of the criteria that apply to it.
pub(super) fn observe(case: &Case<'_>, item: &ItemReading, seen: &mut BTreeMap<usize, FactsSeen>) {
    for criterion in subjects::applying_criteria(case) {
        let is_same = |other: &Criterion| std::ptr::eq(other, criterion);
        let at = case.pack.criteria.iter().position(is_same);
        let Some(seen) = at.and_then(|at| seen.get_mut(&at)) else {
            continue;
        };
        for (fact, sides) in facts(criterion).zip(&mut seen.0) {
            let said = case.fact_of(item, &fact.value);
            match said {
                FactAnswer::Stated => sides.see(false),
                said if said.denies() => sides.see(true),
                _ => {}
            }
        }
    }
}

//! Which bounds of a limit the tests have shown from both sides: at the number itself, and one above it.

use std::collections::BTreeMap;

use super::Sides;
use super::gap::{Coverage, CoverageKind, Gap};
use crate::check::case::Case;
use crate::check::limit;
use crate::check::predicate::requested::{Size, held_against};
use crate::reading::letter::ItemReading;
use crate::rules::pack::Limit;

/// What the tests have shown of the bounds of a limit, one for each of [`Size::ALL`].
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct BoundsSeen([Sides; 3]);

/// Adds what an item asks for of the limits that govern it.
pub(super) fn observe(case: &Case<'_>, item: &ItemReading, seen: &mut BTreeMap<usize, BoundsSeen>) {
    for governing in limit::governing(case, item) {
        let is_same = |limit: &Limit| std::ptr::eq(limit, governing.limit);
        let at = case.pack.limits.iter().position(is_same);
        if let Some(seen) = at.and_then(|at| seen.get_mut(&at)) {
            seen.see(item, governing.limit);
        }
    }
}

impl BoundsSeen {
    fn see(&mut self, item: &ItemReading, limit: &Limit) {
        for (size, sides) in Size::ALL.into_iter().zip(&mut self.0) {
            let (Some(most), Some(asked)) = (size.most(limit), held_against(item, limit, size))
            else {
                continue;
            };
            if asked == most {
                sides.see(false);
            } else if Some(asked) == most.checked_add(1) {
                sides.see(true);
            }
        }
    }

    pub(super) fn report(&self, limit: &Limit, coverage: &mut Coverage) {
        for (size, sides) in Size::ALL.into_iter().zip(self.0) {
            let Some(most) = size.most(limit) else {
                continue;
            };
            let shown = |number: u32| match limit.frequency.filter(|_| size == Size::Frequency) {
                Some(frequency) => format!("{number} per {}", frequency.unit.name()),
                None => format!("{number} {}s", limit.unit),
            };
            let gap = |number: u32, side: &str, comes: &str| Gap {
                kind: CoverageKind::Bound,
                entry: limit.id.value.clone(),
                place: limit.id.place.clone(),
                untested: format!(
                    "no test asks for {}, {side} its {}",
                    shown(number),
                    size.title()
                ),
                hint: format!(
                    "add a test whose heading asks for {} with `{comes}: [limit/overturned-above]`",
                    shown(number)
                ),
            };
            let above = most.saturating_add(1);
            coverage.count(CoverageKind::Bound, sides.without, || {
                gap(most, "the most of", "silent")
            });
            coverage.count(CoverageKind::Bound, sides.with, || {
                gap(above, "one above", "expect")
            });
        }
    }
}

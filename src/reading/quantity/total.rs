//! Frequency times duration: what "2 times a week for 6 weeks" comes to.

use std::collections::BTreeSet;
use std::ops::Range;

use super::duration::{Duration, TimeUnit};
use super::frequency::{Frequency, Recurring};
use super::passage::{Found, Passage};
use super::token::{Kind, Mark};
use super::value::Value;
use super::words::Class;
use crate::reading::number::CountRange;

/// How many words may stand between a frequency and its duration: "twice a week to the lumbar spine for 4 weeks".
const REACH: usize = 10;

/// The totals of all frequencies that have a duration. They are kept beside stated totals and never merged
/// with them, so that the two can disagree.
pub(super) fn totals(passage: &Passage<'_>) -> Vec<Found> {
    let mut durations = Durations::of(passage);
    let mut totals = Vec::new();
    for found in &passage.found {
        let Value::Frequency(frequency) = &found.value else {
            continue;
        };
        let Some(duration) = durations.take(passage, &found.tokens) else {
            continue;
        };
        let Value::Duration(length) = &duration.value else {
            continue;
        };
        if let Some(total) = total(*frequency, *length) {
            let start = found.tokens.start.min(duration.tokens.start);
            let end = found.tokens.end.max(duration.tokens.end);
            totals.push(Found {
                tokens: start..end,
                value: Value::Total(total),
                restated: None,
            });
        }
    }
    totals
}

/// The durations that belong to no frequency yet: a border of each, and its index among what was found.
struct Durations {
    by_start: BTreeSet<(usize, usize)>,
    by_end: BTreeSet<(usize, usize)>,
}

impl Durations {
    fn of(passage: &Passage<'_>) -> Self {
        let all = passage.found.iter().enumerate();
        let all = all.filter(|(_, found)| matches!(found.value, Value::Duration(_)));
        Self {
            by_start: all
                .clone()
                .map(|(at, found)| (found.tokens.start, at))
                .collect(),
            by_end: all.map(|(at, found)| (found.tokens.end, at)).collect(),
        }
    }

    /// The duration of the frequency at `frequency`, which no other takes: the one behind it, or the one right
    /// before it.
    fn take<'p>(
        &mut self,
        passage: &'p Passage<'_>,
        frequency: &Range<usize>,
    ) -> Option<&'p Found> {
        let behind = self.by_start.range((frequency.end, 0)..).next();
        let behind = behind.filter(|(start, _)| leads_to(passage, frequency.end..*start));
        let taken = behind.or_else(|| {
            let before = self
                .by_end
                .range(..=(frequency.start, usize::MAX))
                .next_back();
            before.filter(|(end, _)| leads_back(passage, *end..frequency.start))
        });
        let (_, at) = *taken?;
        let duration = passage.found.get(at)?;
        self.by_start.remove(&(duration.tokens.start, at));
        self.by_end.remove(&(duration.tokens.end, at));
        Some(duration)
    }
}

/// Whether the tokens between a frequency and a duration behind it join the two.
fn leads_to(passage: &Passage<'_>, gap: Range<usize>) -> bool {
    if gap.clone().all(|at| is_link(passage, at)) {
        return true;
    }
    let introduced = gap
        .clone()
        .rev()
        .find(|at| {
            !matches!(
                passage.any_kind(*at),
                Some(Kind::Word(
                    Class::Article | Class::Qualifier | Class::Link | Class::Of
                ))
            )
        })
        .is_some_and(|at| {
            matches!(
                passage.any_kind(at),
                Some(Kind::Word(Class::During | Class::Times))
            )
        });
    introduced
        && gap.len() <= REACH
        && gap
            .clone()
            .all(|at| is_link(passage, at) || may_stand_between(passage, at))
}

/// Whether the tokens between a duration and a frequency behind it join the two: "6 weeks, twice a week",
/// "6 weeks of physical therapy at 2 times a week".
fn leads_back(passage: &Passage<'_>, gap: Range<usize>) -> bool {
    let is_word = |at: usize, class: Class| passage.any_kind(at) == Some(Kind::Word(class));
    let described = gap.len() <= REACH
        && is_word(gap.start, Class::Of)
        && gap
            .end
            .checked_sub(1)
            .is_some_and(|last| is_word(last, Class::Link));
    gap.clone()
        .all(|at| is_link(passage, at) || described && may_stand_between(passage, at))
}

fn is_link(passage: &Passage<'_>, at: usize) -> bool {
    match passage.any_kind(at) {
        Some(Kind::Word(class)) => matches!(
            class,
            Class::During
                | Class::Times
                | Class::Link
                | Class::Article
                | Class::Of
                | Class::And
                | Class::Qualifier
                | Class::Total
        ),
        Some(Kind::Mark(Mark::Stop)) => !passage.ends_sentence(at),
        Some(Kind::Mark(mark)) => matches!(
            mark,
            Mark::Comma | Mark::Semicolon | Mark::Colon | Mark::Open | Mark::Hyphen | Mark::Slash
        ),
        _ => false,
    }
}

/// What may describe the treatment between a frequency and its duration, but no verb and no other amount.
fn may_stand_between(passage: &Passage<'_>, at: usize) -> bool {
    matches!(
        passage.any_kind(at),
        Some(
            Kind::Word(Class::Plain | Class::Spine(_) | Class::Range | Class::Counted(_))
                | Kind::Mark(Mark::Close)
        )
    )
}

/// `None` where the two do not multiply to a whole number: a month has no certain number of weeks.
fn total(frequency: Frequency, duration: Duration) -> Option<CountRange> {
    if frequency.of != Recurring::Occasions || duration.unit < TimeUnit::Day {
        return None;
    }
    let per_unit = duration.unit.in_units_of(frequency.unit)?;
    let length = duration.length.whole()?;
    let product = |times: u32, length: u32, every: u32| {
        let all = times.checked_mul(length)?.checked_mul(per_unit)?;
        (every != 0 && all.is_multiple_of(every)).then(|| all / every)
    };
    Some(CountRange::new(
        product(frequency.times.min, length.min, frequency.every.max)?,
        product(frequency.times.max, length.max, frequency.every.min)?,
    ))
}

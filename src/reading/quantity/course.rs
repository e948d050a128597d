//! Courses of treatment that name frequency and duration in one breath: "2x6", "2x/week x 6".

use super::amount::Amount;
use super::duration::{Duration, TimeUnit};
use super::frequency::{Frequency, Interval, Recurring};
use super::passage::{Match, Passage};
use super::token::Mark;
use super::value::Value;
use super::words::Class;
use crate::reading::number::Number;

/// "8x6" has no week: nothing is given more often than once a day there.
const MOST_PER_WEEK: u32 = 7;

/// A course that is written "2x6" is no longer than a year.
const MOST_WEEKS: u32 = 52;

/// The duration in "2x/week x 6" and "2 times a week for 6": a number without a unit, in the unit of the
/// frequency. Times a day are not followed by days in this way.
pub(super) fn bare_duration(
    passage: &Passage<'_>,
    frequency: Frequency,
    end: usize,
) -> Option<(Duration, usize, Amount)> {
    let joint = passage.skip(end, Mark::Comma);
    let joined = matches!(passage.class(joint)?, Class::Times | Class::During);
    let amount = passage.amount(joint + 1)?;
    let bounded = amount
        .range
        .whole()
        .is_some_and(|length| length.max <= MOST_WEEKS);
    let long = frequency.unit >= TimeUnit::Week && frequency.of == Recurring::Occasions;
    if !joined || !bounded || !long || !stands_alone(passage, amount.end) {
        return None;
    }
    let duration = Duration {
        length: amount.range,
        unit: frequency.unit,
    };
    Some((duration, joint + 1, amount))
}

/// Whether the number before `at` has no unit of its own.
fn stands_alone(passage: &Passage<'_>, at: usize) -> bool {
    !passage.gives_unit(passage.skip_qualifiers(at)) && !passage.is_mark(at, Mark::Slash)
}

/// A course in short: "2x6" is 2 times a week for 6 weeks, as is "2 times 6" and "2 x 6 wks".
pub(super) fn course(passage: &Passage<'_>, at: usize) -> Option<Match> {
    let often = passage.amount(at)?;
    let joint = often.end;
    if !passage.is(joint, Class::Times) {
        return None;
    }
    let long = passage.amount(joint + 1)?;
    let unit_at = passage.skip(long.end, Mark::Hyphen);
    let (unit, end) = match passage.time_unit(unit_at) {
        Some((unit, end)) if unit >= TimeUnit::Day => (unit, end),
        Some(_) => return None,
        None if stands_alone(passage, long.end) && passage.counted_noun(&long).is_none() => {
            (TimeUnit::Week, long.end)
        }
        None => return None,
    };
    let times = often
        .count()
        .filter(|times| (1..=MOST_PER_WEEK).contains(&times.max))?;
    let bounded = long.range.max <= Number::from(MOST_WEEKS) && long.range.min > Number::default();
    if !bounded {
        return None;
    }
    let frequency = Value::Frequency(Frequency::occasions(times, Interval::one(unit)));
    let duration = Value::Duration(Duration {
        length: long.range,
        unit,
    });
    let matched = Match::mask(at..end)
        .with(at..joint + 1, frequency, often.restated)
        .with(joint + 1..end, duration, long.restated);
    Some(matched)
}

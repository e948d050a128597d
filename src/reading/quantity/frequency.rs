//! How often: "2 times a week", "3xWk", "twice weekly", "tid", "q6h", "24 hours a week".

use std::fmt;

use super::course::bare_duration;
use super::duration::TimeUnit;
use super::passage::{Match, Passage};
use super::token::{Kind, Mark};
use super::value::{Restated, Value};
use super::words::{Class, Rate};
use crate::reading::number::CountRange;

/// Nothing is given more often in one unit of time.
const MOST_TIMES: u32 = 99;

/// How often something is done, or for how many hours, in a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Frequency {
    /// How many.
    pub times: CountRange,
    /// How many of what.
    pub of: Recurring,
    /// In how many units of time; 1 for "a week", 2 for "every other week". "Every 6 hours" is 4 in one day.
    pub every: CountRange,
    /// The unit of time.
    pub unit: TimeUnit,
}

/// What a frequency counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Recurring {
    /// Occasions: "2 times a week".
    Occasions,
    /// Hours: "24 hours a week".
    Hours,
    /// Minutes: "30 minutes a day".
    Minutes,
}

impl Frequency {
    /// So many occasions in `interval`. Intervals in hours that divide the day are turned into times a day.
    pub(super) fn occasions(times: CountRange, interval: Interval) -> Self {
        let once = CountRange::from(1);
        let per_day = (times == once).then(|| interval.per_day()).flatten();
        Self {
            times: per_day.unwrap_or(times),
            of: Recurring::Occasions,
            every: per_day.map_or(interval.every, |_| once),
            unit: per_day.map_or(interval.unit, |_| TimeUnit::Day),
        }
    }
}

impl fmt::Display for Frequency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of = match self.of {
            Recurring::Occasions => "",
            Recurring::Hours => "h",
            Recurring::Minutes => "min",
        };
        write!(f, "{}{of}/", self.times)?;
        if self.every != CountRange::from(1) {
            write!(f, "{} ", self.every)?;
        }
        self.unit.fmt(f)
    }
}

/// The time in which something recurs: "a week", "every 4-6 hours".
#[derive(Clone, Copy, Debug)]
pub(super) struct Interval {
    every: CountRange,
    unit: TimeUnit,
}

impl Interval {
    /// "a week".
    pub(super) fn one(unit: TimeUnit) -> Self {
        Self {
            every: CountRange::from(1),
            unit,
        }
    }

    /// How often an interval of hours recurs in a day; `None` where that is no whole number, and for "an hour".
    fn per_day(self) -> Option<CountRange> {
        let CountRange { min, max } = self.every;
        let divide = min > 0 && max > 1 && 24 % min == 0 && 24 % max == 0;
        (self.unit == TimeUnit::Hour && divide).then(|| CountRange::new(24 / max, 24 / min))
    }
}

/// Any frequency; with "x 6" behind it also the duration in the same unit ("2x/week x 6").
pub(super) fn frequency(passage: &Passage<'_>, at: usize) -> Option<Match> {
    let read = match passage.kind(at)? {
        Kind::Number(_) | Kind::Word(Class::Number(_) | Class::Half) => by_number(passage, at)?,
        Kind::Word(Class::Repetition(_)) => by_repetition(passage, at)?,
        Kind::Word(Class::Rate(rate)) => by_rate(passage, at, rate)?,
        Kind::Word(Class::Every | Class::EveryShort) => by_interval(passage, at)?,
        Kind::Word(Class::Per | Class::Article) | Kind::Mark(Mark::Slash) => {
            behind_dose(passage, at)?
        }
        _ => return None,
    };
    let (frequency, end, restated) = read;
    let matched = Match::mask(at..end).with(at..end, Value::Frequency(frequency), restated);
    Some(match bare_duration(passage, frequency, end) {
        Some((duration, start, amount)) => Match {
            tokens: at..amount.end,
            ..matched
        }
        .with(
            start..amount.end,
            Value::Duration(duration),
            amount.restated,
        ),
        None => matched,
    })
}

type Read = (Frequency, usize, Option<Restated>);

/// "2 times a week", "2 per week", "3 visits per week", "24 hours a week", "5 days/week", "3 tablets a day".
fn by_number(passage: &Passage<'_>, at: usize) -> Option<Read> {
    let amount = passage.amount(at)?;
    let times = amount
        .count()
        .filter(|times| times.max <= MOST_TIMES && times.max > 0)?;
    let behind = passage.skip(amount.end, Mark::Hyphen);
    let mut of = Recurring::Occasions;
    let found = match passage.class(behind) {
        Some(Class::Times | Class::TimesBehind) => {
            // "2 times x week", "2x times a week".
            let behind = match passage.class(behind + 1) {
                Some(Class::Times | Class::TimesBehind) => behind + 2,
                _ => behind + 1,
            };
            interval(passage, behind).or_else(|| bare_unit(passage, behind))
        }
        Some(Class::Time(unit)) => {
            of = match unit {
                TimeUnit::Minute => Recurring::Minutes,
                TimeUnit::Hour => Recurring::Hours,
                TimeUnit::Day => Recurring::Occasions,
                _ => return None,
            };
            interval(passage, behind + 1).filter(|(interval, _)| interval.unit > unit)
        }
        // "3 tablets a day"; of "2 tablets every 6 hours" only the hours say how often.
        Some(Class::Piece) => {
            interval(passage, behind + 1).filter(|(interval, _)| interval.unit >= TimeUnit::Day)
        }
        Some(Class::Per | Class::Article | Class::Every) => interval(passage, behind),
        _ if passage.is_mark(amount.end, Mark::Slash) => interval(passage, amount.end)
            .filter(|(interval, _)| interval.every == CountRange::from(1)),
        _ => {
            let (_, noun) = passage.counted_noun(&amount)?;
            interval(passage, noun + 1)
        }
    };
    let (interval, end) = found?;
    let frequency = Frequency {
        of,
        ..Frequency::occasions(times, interval)
    };
    Some((frequency, end, amount.restated))
}

/// "twice a week", "once or twice weekly", "once every four years".
fn by_repetition(passage: &Passage<'_>, at: usize) -> Option<Read> {
    let Class::Repetition(first) = passage.class(at)? else {
        return None;
    };
    let mut times = CountRange::from(first);
    let mut behind = at + 1;
    if let (Some(Class::Or | Class::Range), Some(Class::Repetition(second))) =
        (passage.class(behind), passage.class(behind + 1))
    {
        times = CountRange::new(first, second);
        behind += 2;
    }
    let (interval, end) = interval(passage, behind)?;
    Some((Frequency::occasions(times, interval), end, None))
}

/// "daily", "bid", "weekly" by itself; "activities of daily living" is none.
fn by_rate(passage: &Passage<'_>, at: usize, rate: Rate) -> Option<Read> {
    if passage.is(at + 1, Class::DailyLife) {
        return None;
    }
    let interval = Interval {
        every: rate.every.into(),
        unit: rate.unit,
    };
    Some((
        Frequency::occasions(rate.times.into(), interval),
        at + 1,
        None,
    ))
}

/// "every 4-6 hours", "every other day", "q6h", "each week".
fn by_interval(passage: &Passage<'_>, at: usize) -> Option<Read> {
    let (interval, end) = interval(passage, at)?;
    Some((Frequency::occasions(1.into(), interval), end, None))
}

/// The "per day" of "120 mg per day".
fn behind_dose(passage: &Passage<'_>, at: usize) -> Option<Read> {
    let before = at
        .checked_sub(1)
        .and_then(|before| passage.any_kind(before));
    if !matches!(before, Some(Kind::Word(Class::Dose(_) | Class::Piece))) {
        return None;
    }
    by_interval(passage, at)
}

/// "a week", "/week", "per 2 weeks", "every other day", "weekly" at `at`, and the place behind it.
fn interval(passage: &Passage<'_>, at: usize) -> Option<(Interval, usize)> {
    let at = passage.skip(at, Mark::Hyphen);
    let opens = match passage.kind(at)? {
        Kind::Word(Class::Rate(Rate {
            times: 1,
            every,
            unit,
        })) => {
            return Some((
                Interval {
                    every: every.into(),
                    unit,
                },
                at + 1,
            ));
        }
        Kind::Word(Class::Per | Class::Article | Class::Every | Class::EveryShort)
        | Kind::Mark(Mark::Slash) => at + 1,
        _ => return None,
    };
    let behind = passage.skip(opens, Mark::Hyphen);
    let behind = match passage.class(behind) {
        Some(Class::Article | Class::Every) => behind + 1,
        _ => behind,
    };
    if passage.is(behind, Class::EverySecond) {
        let (unit, end) = passage.time_unit(behind + 1)?;
        return Some((
            Interval {
                every: 2.into(),
                unit,
            },
            end,
        ));
    }
    if let Some((unit, end)) = passage.time_unit(behind) {
        return Some((Interval::one(unit), end));
    }
    let amount = passage.amount(behind)?;
    let every = amount.count().filter(|every| every.min > 0)?;
    let (unit, end) = passage.time_unit(passage.skip(amount.end, Mark::Hyphen))?;
    Some((Interval { every, unit }, end))
}

/// The unit right behind "x": "3xWk".
fn bare_unit(passage: &Passage<'_>, at: usize) -> Option<(Interval, usize)> {
    let (unit, end) = passage.time_unit(passage.skip(at, Mark::Hyphen))?;
    Some((Interval::one(unit), end))
}

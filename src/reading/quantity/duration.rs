//! Lengths of time: "for 6 weeks", "30-day", "six (6) additional weeks".

use std::fmt;

use super::passage::{Match, Passage};
use super::token::Mark;
use super::value::Value;
use super::words::Class;
use crate::reading::number::{Number, NumberRange};

/// Longer lengths are years and identifiers.
const MAX_LENGTH: u32 = 999;

/// Units of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TimeUnit {
    /// Minute.
    Minute,
    /// Hour.
    Hour,
    /// Day.
    Day,
    /// Week.
    Week,
    /// Calendar month.
    Month,
    /// Year.
    Year,
}

impl TimeUnit {
    /// Every unit with the name it has in rule packs and reports.
    pub const NAMES: [(&'static str, Self); 6] = [
        ("minute", Self::Minute),
        ("hour", Self::Hour),
        ("day", Self::Day),
        ("week", Self::Week),
        ("month", Self::Month),
        ("year", Self::Year),
    ];

    /// The name of the unit, `week`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    /// How many of `smaller` make one `self`. `None` where that is no whole number: a month has no certain
    /// number of weeks or days.
    #[must_use]
    pub fn in_units_of(self, smaller: Self) -> Option<u32> {
        match (self, smaller) {
            (one, other) if one == other => Some(1),
            (Self::Hour, Self::Minute) => Some(60),
            (Self::Day, Self::Hour) => Some(24),
            (Self::Week, Self::Day) => Some(7),
            (Self::Year, Self::Month) => Some(12),
            _ => None,
        }
    }
}

impl fmt::Display for TimeUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Duration {
    /// How many units.
    pub length: NumberRange,
    /// The unit.
    pub unit: TimeUnit,
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.length, self.unit)
    }
}

/// "6 weeks", "six-week", "4 more weeks", "6 or more weeks", "3+ months", "1/2 hour".
pub(super) fn duration(passage: &Passage<'_>, at: usize) -> Option<Match> {
    let amount = passage.amount(at)?;
    if amount.range.max > Number::from(MAX_LENGTH) {
        return None;
    }
    let unit_at = passage.skip_qualifiers(amount.end);
    let (unit, end) = passage.time_unit(unit_at)?;
    let value = Value::Duration(Duration {
        length: amount.range,
        unit,
    });
    Some(Match::one(at..end, value).restating(amount.restated))
}

impl Passage<'_> {
    /// The place behind "-", "+", "additional", "or more" at `at`.
    pub(super) fn skip_qualifiers(&self, at: usize) -> usize {
        let mut at = self.skip(self.skip(at, Mark::Plus), Mark::Hyphen);
        if self.is(at, Class::Or) && self.is(at + 1, Class::Qualifier) {
            at += 1;
        }
        self.skip(self.skip_all(at, Class::Qualifier), Mark::Hyphen)
    }

    /// The unit of time at `at` and the place behind it; a short one ("w") only directly behind a number, a
    /// slash or an x.
    pub(super) fn time_unit(&self, at: usize) -> Option<(TimeUnit, usize)> {
        match self.class(at)? {
            Class::Time(unit) => Some((unit, at + 1)),
            // "60w/2 refills" is "60 with 2 refills".
            Class::ShortTime(unit) if self.is_glued(at) && !self.is_mark(at + 1, Mark::Slash) => {
                Some((unit, at + 1))
            }
            _ => None,
        }
    }
}

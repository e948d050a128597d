//! Calendar dates of letters, which may lack the day or the month.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// Years that a letter can speak of.
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2099;

/// Two-digit years up to this one belong to this century.
const LAST_SHORT_YEAR_OF_THIS_CENTURY: u16 = 49;

/// A day, a month or a year of the calendar. A date that cannot be (13/45/2016) cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

/// A text that is no date in the form `2013-02-16`, `2002-09` or `2004`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no date of the form 2013-02-16, 2002-09 or 2004")]
pub struct NoDate;

impl Date {
    /// A full date, month 1 to 12. `None` when the calendar has no such day.
    #[must_use]
    pub fn full(year: u16, month: u8, day: u8) -> Option<Self> {
        let whole_month = Self::of_month(year, month)?;
        (1..=days_of(year, month)).contains(&day).then_some(Self {
            day: Some(day),
            ..whole_month
        })
    }

    /// A month of which no day is given. `None` when the calendar has no such month.
    #[must_use]
    pub fn of_month(year: u16, month: u8) -> Option<Self> {
        let whole_year = Self::of_year(year)?;
        (1..=12).contains(&month).then_some(Self {
            month: Some(month),
            ..whole_year
        })
    }

    /// A year of which no month is given. `None` outside 1900 to 2099.
    #[must_use]
    pub fn of_year(year: u16) -> Option<Self> {
        YEARS.contains(&year).then_some(Self {
            year,
            month: None,
            day: None,
        })
    }

    /// Reads a full date in the order month, day, year: `10/17/2011`, `2-16-13`. `None` for anything else
    /// and for days that the calendar does not have. Years of two digits up to 49 are 20xx, others 19xx.
    #[must_use]
    pub fn parse_numeric(text: &str) -> Option<Self> {
        let mut parts = text.trim().split(['/', '-', '\u{2013}']).map(str::trim);
        let (month, day, year) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if parts.next().is_some() || ![month, day, year].into_iter().all(digits) {
            return None;
        }
        Self::full(written_year(year)?, month.parse().ok()?, day.parse().ok()?)
    }

    /// The year in four digits.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12. `None`: only the year is known.
    #[must_use]
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month. `None`: only the month or the year is known.
    #[must_use]
    pub fn day(self) -> Option<u8> {
        self.day
    }

    /// Whether the day is known.
    #[must_use]
    pub fn is_full(self) -> bool {
        self.day.is_some()
    }

    /// The days from 1 January 1970, negative before it, as tables count. `None`: the day is not known.
    #[must_use]
    pub fn days_since_1970(self) -> Option<i32> {
        let (month, day) = (self.month?, self.day?);
        let days_of_year = |year: u16| (1..=12).map(move |month| i32::from(days_of(year, month)));
        let whole_years =
            |years: std::ops::Range<u16>| -> i32 { years.flat_map(days_of_year).sum() };
        let before: i32 = days_of_year(self.year).take(usize::from(month - 1)).sum();
        let years = whole_years(1970..self.year) - whole_years(self.year..1970);
        Some(years + before + i32::from(day) - 1)
    }
}

/// The year that `digits`, two or four of them, stand for.
pub(crate) fn written_year(digits: &str) -> Option<u16> {
    let number: u16 = digits.parse().ok()?;
    match digits.len() {
        2 if number <= LAST_SHORT_YEAR_OF_THIS_CENTURY => Some(2000 + number),
        2 => Some(1900 + number),
        4 => Some(number),
        _ => None,
    }
}

fn days_of(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Earlier is less. `None` where it is not known: 2016 may lie before or after 2016-05-01.
impl PartialOrd for Date {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        if self == other {
            return Some(Ordering::Equal);
        }
        for (mine, theirs) in [
            (Some(self.year), Some(other.year)),
            (self.month.map(u16::from), other.month.map(u16::from)),
            (self.day.map(u16::from), other.day.map(u16::from)),
        ] {
            match mine?.cmp(&theirs?) {
                Ordering::Equal => {}
                decided => return Some(decided),
            }
        }
        Some(Ordering::Equal)
    }
}

/// ISO 8601: `2013-02-16`, `2002-09`, `2004`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// Reads what [`Display`](fmt::Display) writes: `2013-02-16`, `2002-09`, `2004`.
impl FromStr for Date {
    type Err = NoDate;

    fn from_str(text: &str) -> Result<Self, NoDate> {
        let digits = |part: &str, count: usize| {
            part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        let mut parts = text.split('-');
        let year = parts.next().filter(|part| digits(part, 4)).ok_or(NoDate)?;
        let year = year.parse().map_err(|_| NoDate)?;
        let mut part = || match parts.next() {
            None => Ok(None),
            Some(part) if digits(part, 2) => part.parse::<u8>().map(Some).map_err(|_| NoDate),
            Some(_) => Err(NoDate),
        };
        let (month, day) = (part()?, part()?);
        if parts.next().is_some() {
            return Err(NoDate);
        }
        match (month, day) {
            (Some(month), Some(day)) => Self::full(year, month, day),
            (Some(month), None) => Self::of_month(year, month),
            (None, _) => Self::of_year(year),
        }
        .ok_or(NoDate)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Option<Date> {
        text.parse().ok()
    }

    #[test]
    fn iso_dates_are_read_and_written() {
        for text in ["2013-02-16", "2002-09", "2004", "2016-02-29"] {
            assert_eq!(
                date(text).map(|date| date.to_string()).as_deref(),
                Some(text)
            );
        }
        for text in [
            "",
            "2013-2-16",
            "13-02-16",
            "2015-02-29",
            "2004-13",
            "2004-01-01-01",
            "1804",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn numeric_dates_put_the_month_first() {
        let rows = [
            ("10/17/2011", Some("2011-10-17")),
            ("10-17-2011", Some("2011-10-17")),
            ("2/6/15", Some("2015-02-06")),
            ("2-16-13", Some("2013-02-16")),
            ("7/4/76", Some("1976-07-04")),
            ("7/4/49", Some("2049-07-04")),
            ("7/4/50", Some("1950-07-04")),
            ("11- 16-2016", Some("2016-11-16")),
            ("13/45/2016", None),
            ("2/30/2016", None),
            ("25/12/2016", None),
            ("1/2", None),
            ("1/2/3", None),
            ("1/2/2016/5", None),
        ];
        for (text, want) in rows {
            let got = Date::parse_numeric(text).map(|date| date.to_string());
            assert_eq!(got.as_deref(), want, "{text}");
        }
    }

    #[test]
    fn order_is_known_only_where_both_say_enough() {
        let before = |one, other| date(one).partial_cmp(&date(other));
        let known = |one: &str, other: &str| {
            date(one)
                .zip(date(other))
                .and_then(|(a, b)| a.partial_cmp(&b))
        };
        assert_eq!(before("2016-01-31", "2016-02-01"), Some(Ordering::Less));
        assert_eq!(known("2015", "2016-02-01"), Some(Ordering::Less));
        assert_eq!(known("2016", "2016-02-01"), None);
        assert_eq!(known("2016-02", "2016-02-01"), None);
        assert_eq!(known("2016-02", "2016-02"), Some(Ordering::Equal));
    }

    #[test]
    fn days_are_counted_from_1970() {
        let days = |text| date(text).and_then(Date::days_since_1970);
        assert_eq!(days("1970-01-01"), Some(0));
        assert_eq!(days("1969-12-31"), Some(-1));
        assert_eq!(days("2000-03-01"), Some(11_017));
        assert_eq!(days("2016-12-09"), Some(17_144));
        assert_eq!(days("2016-12"), None);
    }
}

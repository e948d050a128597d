//! Which day it is.

use std::time::{SystemTime, UNIX_EPOCH};

use imr_lint::reading::date::Date;

use super::Failure;

const SECONDS_OF_A_DAY: u64 = 24 * 60 * 60;

/// The day of `--today`, or else today by Greenwich time: the same in every place where a run may take place.
pub(crate) fn today(given: Option<&str>) -> Result<Date, Failure> {
    let Some(given) = given else {
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        let days = now.map_or(0, |since| since.as_secs() / SECONDS_OF_A_DAY);
        return day(days).ok_or_else(|| {
            Failure::new(
                "the clock of this machine shows no day that a waiver can end on",
                "set the clock, or give the day with --today",
            )
        });
    };
    match given.parse::<Date>() {
        Ok(date) if date.is_full() => Ok(date),
        _ => Err(Failure::new(
            format!("--today: `{given}` is no date"),
            "write a day as YYYY-MM-DD, for example 2026-12-09",
        )),
    }
}

/// The day that is so many days after 1970-01-01.
fn day(mut days: u64) -> Option<Date> {
    let mut year = 1970;
    loop {
        let of_year = u64::from(days_of_year(year)?);
        if days < of_year {
            break;
        }
        days -= of_year;
        year += 1;
    }
    for month in 1..=12 {
        let of_month = u64::from(days_of_month(year, month)?);
        if days < of_month {
            return Date::full(year, month, u8::try_from(days + 1).ok()?);
        }
        days -= of_month;
    }
    None
}

fn days_of_month(year: u16, month: u8) -> Option<u8> {
    (28..=31)
        .rev()
        .find(|day| Date::full(year, month, *day).is_some())
}

/// `None` for a year that no date can be of.
fn days_of_year(year: u16) -> Option<u16> {
    (1..=12)
        .map(|month| days_of_month(year, month).map(u16::from))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_leap_years() {
        for (days, date) in [
            (0, "1970-01-01"),
            (58, "1970-02-28"),
            (59, "1970-03-01"),
            (11_016, "2000-02-29"),
            (20_454, "2026-01-01"),
            (20_818, "2026-12-31"),
        ] {
            assert_eq!(day(days).map(|day| day.to_string()), Some(date.to_owned()));
        }
        assert_eq!(day(u64::from(u32::MAX)), None);
    }
}

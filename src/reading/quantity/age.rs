//! Ages of people. They look like lengths of time and are taken first.

use super::duration::TimeUnit;
use super::passage::{Match, Passage};
use super::token::{Kind, Mark};
use super::value::Value;
use super::words::Class;

/// Nobody in a letter is older.
const MAX_AGE: u32 = 120;

/// "53 year old", "61-year-old", "53 yo", "over 50 years of age", "age 53"; a range of ages is masked.
pub(super) fn age(passage: &Passage<'_>, at: usize) -> Option<Match> {
    match passage.kind(at)? {
        Kind::Number(_) | Kind::Word(Class::Number(_)) => years_old(passage, at),
        Kind::Word(Class::AgeBefore) => aged(passage, at),
        _ => None,
    }
}

fn years_old(passage: &Passage<'_>, at: usize) -> Option<Match> {
    let amount = passage.amount(at)?;
    let unit = passage.skip(amount.end, Mark::Hyphen);
    let end = match passage.class(unit)? {
        Class::AgeShort => unit + 1,
        Class::Time(TimeUnit::Year) => {
            // "yr. old" and "years-old" and "years of age".
            let behind = passage.skip(passage.skip(unit + 1, Mark::Stop), Mark::Hyphen);
            let behind = passage.skip_all(behind, Class::Of);
            if !matches!(passage.class(behind)?, Class::AgeBehind | Class::AgeBefore) {
                return None;
            }
            behind + 1
        }
        _ => return None,
    };
    let years = amount.count()?;
    if years.max > MAX_AGE {
        return None;
    }
    if !years.is_single() {
        return Some(Match::mask(at..end));
    }
    Some(Match::one(at..end, Value::Age(years.max)).restating(amount.restated))
}

fn aged(passage: &Passage<'_>, at: usize) -> Option<Match> {
    let behind = passage.skip_all(passage.skip(at + 1, Mark::Colon), Class::Of);
    let amount = passage.amount(behind)?;
    let years = amount.count().filter(|years| years.max <= MAX_AGE)?;
    if !years.is_single() {
        return Some(Match::mask(at..amount.end));
    }
    let end = amount.end + usize::from(passage.is(amount.end, Class::Time(TimeUnit::Year)));
    Some(Match::one(at..end, Value::Age(years.max)).restating(amount.restated))
}

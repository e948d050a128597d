//! Dates: numeric, with month names, and bare months and years.

use std::ops::Range;

use super::passage::{Match, Passage};
use super::token::{Kind, Mark};
use super::value::Value;
use super::words::Class;
use crate::reading::date::{Date, written_year};

/// How far back the bracket around a bare year is looked for.
const BRACKET_REACH: usize = 16;

/// Any date but a bare year: "10/17/2011", "2-16-13", "2016-12-09", "12/2016", "February 16, 2013",
/// "16 February 2013", "late July of 2012". Numeric dates that the calendar does not have are masked.
pub(super) fn date(passage: &Passage<'_>, at: usize) -> Option<Match> {
    match passage.kind(at)? {
        Kind::Number(_) => numeric(passage, at)
            .or_else(|| month_and_year(passage, at))
            .or_else(|| day_first(passage, at)),
        Kind::Code => dotted(passage, at),
        Kind::Word(Class::Ordinal) => day_first(passage, at),
        Kind::Word(Class::Month(month)) => month_first(passage, at, month),
        _ => None,
    }
}

/// A year by itself. It says nothing in a list or reference in brackets: "(2002, 2011)", "(Smith, 2004)".
pub(super) fn bare_year(passage: &Passage<'_>, at: usize) -> Option<Match> {
    let year = four_digit_year(passage, at)?;
    if !is_free_year(passage, at) || listed_in_brackets(passage, at) {
        return None;
    }
    Some(Match::one(at..at + 1, Value::Date(Date::of_year(year)?)))
}

/// Whether the digits at `at` are no part of a code, an amount of money or a decade; "2015-2016" are two years.
fn is_free_year(passage: &Passage<'_>, at: usize) -> bool {
    let is_number = |at: usize| matches!(passage.any_kind(at), Some(Kind::Number(_) | Kind::Code));
    let before = at
        .checked_sub(1)
        .and_then(|before| passage.any_kind(before));
    let free_before = match before {
        Some(Kind::Mark(Mark::Dollar)) => false,
        Some(Kind::Word(_)) => !passage.is_glued(at),
        Some(Kind::Mark(Mark::Hyphen | Mark::Slash)) if passage.is_glued(at) => {
            at > 1 && any_year(passage, at - 2).is_some()
        }
        _ => true,
    };
    let free_behind = match passage.any_kind(at + 1) {
        Some(Kind::Word(_)) => !passage.is_glued(at + 1),
        Some(Kind::Mark(Mark::Hyphen | Mark::Slash)) if passage.is_glued(at + 1) => {
            !is_number(at + 2) || any_year(passage, at + 2).is_some()
        }
        _ => true,
    };
    free_before && free_behind
}

/// Whether the year at `at` stands in a bracket with a comma, and no edition is named there.
fn listed_in_brackets(passage: &Passage<'_>, at: usize) -> bool {
    let first = at.saturating_sub(BRACKET_REACH);
    let mut comma = passage.any_kind(at + 1) == Some(Kind::Mark(Mark::Comma));
    for i in (first..at).rev() {
        match passage.any_kind(i) {
            Some(Kind::Mark(Mark::Open)) => return comma,
            Some(Kind::Mark(Mark::Close | Mark::Stop) | Kind::Word(Class::Edition)) => {
                return false;
            }
            Some(Kind::Mark(Mark::Comma)) => comma = true,
            _ => {}
        }
    }
    false
}

/// Three numbers with the same joint, month first or year first.
fn numeric(passage: &Passage<'_>, at: usize) -> Option<Match> {
    let Some(Kind::Mark(joint @ (Mark::Slash | Mark::Hyphen))) = passage.kind(at + 1) else {
        return None;
    };
    let shaped = passage.is_mark(at + 3, joint)
        && passage.number(at + 2).is_some()
        && passage.number(at + 4).is_some()
        && close_enough(passage, at);
    let parts = [at, at + 2, at + 4].map(|i| passage.token_text(i));
    let goes_on = passage.is_glued(at + 5) && passage.is_mark(at + 5, joint);
    if !shaped
        || goes_on
        || !parts
            .iter()
            .all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
    {
        return None;
    }
    let [first, second, third] = parts;
    let tokens = at..at + 5;
    let (year, month, day) = match (first.len(), second.len(), third.len()) {
        (1..=2, 1..=2, 2 | 4) => (third, first, second),
        (4, 1..=2, 1..=2) => (first, second, third),
        _ => return None,
    };
    let (digits, year) = (year.len(), written_year(year)?);
    let matched = dated(tokens, year, month.parse().ok()?, day.parse().ok()?);
    // Three short numbers that are no date may be a list of something else.
    (digits == 4 || !matched.found.is_empty()).then_some(matched)
}

/// Whether the five tokens of a numeric date stand together; one gap behind a joint is a lost line end.
fn close_enough(passage: &Passage<'_>, at: usize) -> bool {
    let gaps = (at + 1..at + 5).filter(|i| !passage.is_glued(*i)).count();
    gaps == 0 || gaps == 1 && passage.is_glued(at + 1) && passage.is_glued(at + 3)
}

/// A full date; a mask where the calendar has no such day.
fn dated(tokens: Range<usize>, year: u16, month: u8, day: u8) -> Match {
    match Date::full(year, month, day) {
        Some(date) => Match::one(tokens, Value::Date(date)),
        None => Match::mask(tokens),
    }
}

/// "10.17.2011"; section numbers never end in a year of four digits.
fn dotted(passage: &Passage<'_>, at: usize) -> Option<Match> {
    let mut parts = passage.token_text(at).split('.');
    let (month, day, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    let date = Date::full(written_year(year)?, month.parse().ok()?, day.parse().ok()?)?;
    Some(Match::one(at..at + 1, Value::Date(date)))
}

/// "12/2016", "12-2016".
fn month_and_year(passage: &Passage<'_>, at: usize) -> Option<Match> {
    let joint = matches!(
        passage.kind(at + 1)?,
        Kind::Mark(Mark::Slash | Mark::Hyphen)
    );
    if !joint
        || !passage.is_glued(at + 1)
        || !passage.is_glued(at + 2)
        || passage.token_text(at).len() > 2
    {
        return None;
    }
    let before = at > 0 && passage.is_glued(at) && !passage.is_mark(at - 1, Mark::Open);
    let date = Date::of_month(four_digit_year(passage, at + 2)?, small(passage, at)?)?;
    (!before).then(|| Match::one(at..at + 3, Value::Date(date)))
}

/// "16 February 2013", "16th of February, 2013", "16-Feb-13".
fn day_first(passage: &Passage<'_>, at: usize) -> Option<Match> {
    let day = small(passage, at)?;
    let month_at = passage.skip_all(passage.skip(at + 1, Mark::Hyphen), Class::Of);
    let Some(Class::Month(month)) = passage.class(month_at) else {
        return None;
    };
    let (year, end) = year_behind(passage, month_at + 1).or_else(|| {
        let hyphened =
            passage.is_mark(month_at + 1, Mark::Hyphen) && passage.is_glued(month_at + 2);
        let year = written_year(passage.token_text(month_at + 2))?;
        (hyphened && passage.number(month_at + 2).is_some()).then_some((year, month_at + 3))
    })?;
    Some(dated(at..end, year, month, day))
}

/// "February 16, 2013", "Feb. 16th 2013", "July of 2012"; a day without a year is masked.
fn month_first(passage: &Passage<'_>, at: usize, month: u8) -> Option<Match> {
    let behind = passage.skip(at + 1, Mark::Stop);
    if let Some((year, end)) = year_behind(passage, behind) {
        return Some(Match::one(
            at..end,
            Value::Date(Date::of_month(year, month)?),
        ));
    }
    let behind = passage.skip_all(behind, Class::Article);
    let day = small(passage, behind)?;
    match year_behind(passage, behind + 1) {
        Some((year, end)) => Some(dated(at..end, year, month, day)),
        None => {
            // "May 12 visits" is no day of May.
            let counts = passage.gives_unit(behind + 1);
            let capital = passage
                .token_text(at)
                .starts_with(|char: char| char.is_ascii_uppercase());
            (!counts && capital && day <= 31).then(|| Match::mask(at..behind + 1))
        }
    }
}

/// The year of four digits at `at`, past a comma or "of", and the place behind it.
fn year_behind(passage: &Passage<'_>, at: usize) -> Option<(u16, usize)> {
    let at = passage.skip_all(
        passage.skip(passage.skip(at, Mark::Comma), Mark::Hyphen),
        Class::Of,
    );
    Some((four_digit_year(passage, at)?, at + 1))
}

fn four_digit_year(passage: &Passage<'_>, at: usize) -> Option<u16> {
    passage.number(at)?;
    any_year(passage, at)
}

/// The year at `at`, consumed or not.
fn any_year(passage: &Passage<'_>, at: usize) -> Option<u16> {
    let digits = passage.token_text(at);
    let year = written_year(digits).filter(|_| digits.len() == 4)?;
    Date::of_year(year).map(Date::year)
}

/// A number of one or two digits, as a day or month: "5", "05", "5th".
fn small(passage: &Passage<'_>, at: usize) -> Option<u8> {
    let kind = passage.kind(at)?;
    if !matches!(kind, Kind::Number(_) | Kind::Word(Class::Ordinal)) {
        return None;
    }
    let text = passage.token_text(at);
    let digits = text.trim_end_matches(|char: char| char.is_ascii_alphabetic());
    (1..=2)
        .contains(&digits.len())
        .then(|| digits.parse().ok())
        .flatten()
}

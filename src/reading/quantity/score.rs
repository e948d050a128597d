//! Grades on a scale: "6/10", "7 out of 10", "a 6 on a 10-point scale", motor strength "4/5".

use std::fmt;

use super::passage::{Match, Passage};
use super::token::{Kind, Mark};
use super::value::Value;
use super::words::Class;
use crate::reading::number::{Number, NumberRange};

/// The highest grade of pain scales.
const PAIN_SCALE: u32 = 10;

/// The highest grade of muscle strength.
const STRENGTH_SCALE: u32 = 5;

/// How near a word such as "strength" must stand to a grade of five.
const GRADED_REACH: usize = 6;

/// How far before a bare grade the scale may have been named.
const SCALE_REACH: usize = 20;

/// A grade and the highest grade there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Score {
    /// The grade given.
    pub grade: NumberRange,
    /// The highest grade of the scale.
    pub of: u32,
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.grade, self.of)
    }
}

/// Any grade; the words of a scale without a grade ("0-10 scale") are masked.
pub(super) fn score(passage: &Passage<'_>, at: usize) -> Option<Match> {
    match passage.kind(at)? {
        Kind::Number(_) | Kind::Word(Class::Number(_)) => {
            let amount = passage.amount(at)?;
            written_fraction(passage, at, amount.range)
                .or_else(|| out_of(passage, at, amount.range, amount.end))
                .or_else(|| on_scale(passage, at, amount.range, amount.end))
                .or_else(|| scale_end(passage, at).map(|end| Match::mask(at..end)))
                .or_else(|| beside_a_score(passage, at, amount.range, amount.end))
        }
        Kind::Word(Class::Scale | Class::ScaleName) => named_scale(passage, at),
        _ => None,
    }
}

fn graded(tokens: std::ops::Range<usize>, grade: NumberRange, of: u32) -> Option<Match> {
    let fits = grade.max <= Number::from(of);
    fits.then(|| Match::one(tokens, Value::Score(Score { grade, of })))
}

/// "6/10", "5-7/10"; "4/5" where muscle strength is spoken of.
fn written_fraction(passage: &Passage<'_>, at: usize, range: NumberRange) -> Option<Match> {
    let slash = (at + 1..at + 4).find(|i| passage.is_mark(*i, Mark::Slash))?;
    // Only the amount itself may stand before the slash.
    let reaches = passage.amount(at)?.end == slash;
    let of = passage.number(slash + 1)?.whole()?;
    // "5/10 mg" is a combined drug, "6/10/2015" a date.
    let goes_on = match passage.any_kind(slash + 2) {
        Some(Kind::Word(Class::Dose(_))) => true,
        Some(Kind::Mark(Mark::Slash | Mark::Hyphen)) => {
            passage.is_glued(slash + 2) && passage.number(slash + 3).is_some()
        }
        _ => false,
    };
    let scale = of == PAIN_SCALE || of == STRENGTH_SCALE && near_graded(passage, at);
    if !reaches || goes_on || !scale {
        return None;
    }
    graded(at..slash + 2, range, of)
}

/// "7 out of 10", "8 / out of 10".
fn out_of(passage: &Passage<'_>, at: usize, range: NumberRange, end: usize) -> Option<Match> {
    if !passage.is(end, Class::Out) || !passage.is(end + 1, Class::Of) {
        return None;
    }
    // "out of a possible 10".
    let highest = passage.skip_all(end + 2, Class::Article);
    let highest = highest + usize::from(highest > end + 2 && passage.is(highest, Class::Plain));
    let last = passage.amount(highest)?;
    let of = last.single_count()?;
    let scale = of == PAIN_SCALE || of == STRENGTH_SCALE && near_graded(passage, at);
    scale.then(|| graded(at..last.end, range, of)).flatten()
}

/// "6 on a 10-point scale", "6 on a scale of 1 to 10".
fn on_scale(passage: &Passage<'_>, at: usize, range: NumberRange, end: usize) -> Option<Match> {
    let link = matches!(
        passage.class(end)?,
        Class::Link | Class::Of | Class::Out | Class::Break
    );
    let scale = passage.skip_all(end + 1, Class::Article);
    let named = passage.is(scale, Class::ScaleName).then_some(scale + 1);
    let last = named.or_else(|| scale_end(passage, scale))?;
    link.then(|| graded(at..last, range, PAIN_SCALE)).flatten()
}

/// The end of "10-point scale", "0-10 scale", "scale of 1 to 10", "1-10 pain scale" at `at`.
fn scale_end(passage: &Passage<'_>, at: usize) -> Option<usize> {
    if passage.is(at, Class::Scale) {
        let of = passage.skip_all(at + 1, Class::Of);
        let amount = passage.amount(passage.skip_all(of, Class::Link))?;
        return (amount.range.max == Number::from(PAIN_SCALE)).then_some(amount.end);
    }
    let amount = passage.amount(at)?;
    let point = passage.skip(amount.end, Mark::Hyphen);
    let point = passage.skip_all(point, Class::Point);
    let scale = (point..point + 3).find(|i| passage.is(*i, Class::Scale))?;
    (amount.range.max == Number::from(PAIN_SCALE)).then_some(scale + 1)
}

/// "VAS 7", "VAS score of 7", "pain scale: 7"; "scale of 1 to 10" alone is masked.
fn named_scale(passage: &Passage<'_>, at: usize) -> Option<Match> {
    if let Some(end) = scale_end(passage, at) {
        return Some(Match::mask(at..end));
    }
    let mut grade = at + 1;
    while grade < at + 4
        && matches!(
            passage.kind(grade),
            Some(
                Kind::Word(Class::Scale | Class::Point | Class::Of | Class::Break)
                    | Kind::Mark(Mark::Colon)
            )
        )
    {
        grade += 1;
    }
    let amount = passage.amount(grade)?;
    if !passage.ends_at(amount.end) {
        return None;
    }
    graded(grade..amount.end, amount.range, PAIN_SCALE)
}

/// A bare number right before a date, after a grade in the same sentence: "6/10 (8 on 7-6-15)".
fn beside_a_score(
    passage: &Passage<'_>,
    at: usize,
    range: NumberRange,
    end: usize,
) -> Option<Match> {
    let dated = passage.any_kind(end)? == Kind::Word(Class::Link)
        && passage
            .found_at(end + 1)
            .any(|found| matches!(found.value, Value::Date(_)));
    let sentence = passage.sentence(at, SCALE_REACH);
    let after_scale = (sentence.start..at).any(|i| {
        matches!(
            passage.any_kind(i),
            Some(Kind::Word(Class::Scale | Class::ScaleName))
        ) || matches!(passage.any_kind(i), Some(Kind::Mark(Mark::Slash)))
            && passage.token_text(i + 1) == "10"
    });
    (dated && after_scale)
        .then(|| graded(at..end, range, PAIN_SCALE))
        .flatten()
}

/// Whether a word such as "strength" stands near.
fn near_graded(passage: &Passage<'_>, at: usize) -> bool {
    passage
        .sentence(at, GRADED_REACH)
        .any(|i| matches!(passage.any_kind(i), Some(Kind::Word(Class::Graded))))
}

//! Numbers in digits and in words, ranges of them, and numbers that are written twice.

use super::passage::Passage;
use super::token::{Kind, Mark};
use super::value::Restated;
use super::words::Class;
use crate::reading::number::{CountRange, Number, NumberRange};
use crate::span::ByteSpan;

/// Upper-case words up to this length before a hyphenated number are codes: PR-2, DSM-5, COVID-19.
const LONGEST_CODE_PREFIX: usize = 5;

/// Amounts of visits, days and the like stay below this; larger numbers are years and identifiers.
const MAX_COUNT: u32 = 999;

/// An amount and where it ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount {
    pub(super) range: NumberRange,
    /// The token behind the amount.
    pub(super) end: usize,
    pub(super) restated: Option<Restated>,
}

impl Amount {
    /// The amount in whole numbers that can count something: 0 to 999.
    pub(super) fn count(&self) -> Option<CountRange> {
        self.range.whole().filter(|range| range.max <= MAX_COUNT)
    }

    /// Like [`Amount::count`], for a single number.
    pub(super) fn single_count(&self) -> Option<u32> {
        self.count()
            .filter(|range| range.is_single())
            .map(|range| range.max)
    }
}

impl Passage<'_> {
    /// The amount that begins at `at`: "12", "six (6)", "3 - 6", "one to two", "1/2", "twenty-four".
    pub(super) fn amount(&self, at: usize) -> Option<Amount> {
        if !self.begins_amount(at) {
            return None;
        }
        let first = self.single(at)?;
        let Some(next) = self.range_joint(at, first.end) else {
            return Some(first);
        };
        let Some(second) = self
            .single(next)
            .filter(|second| second.range.min > first.range.max)
        else {
            return Some(first);
        };
        let amount = Amount {
            range: NumberRange::new(first.range.min, second.range.max),
            end: second.end,
            restated: first.restated.or(second.restated),
        };
        let bracketed = self
            .opening_bracket(amount.end)
            .and_then(|open| self.bracketed_range(open + 1));
        Some(self.with_restatement(at, amount, bracketed))
    }

    /// Whether a free amount can begin at `at`, and not the rest of a code, a date or a compound word.
    fn begins_amount(&self, at: usize) -> bool {
        match self.kind(at) {
            Some(Kind::Word(Class::Number(_) | Class::Half)) => true,
            Some(Kind::Number(_)) if self.is_glued(at) => self.may_follow_glued(at),
            Some(Kind::Number(_)) => {
                at == 0 || self.any_kind(at - 1) != Some(Kind::Mark(Mark::Dollar))
            }
            _ => false,
        }
    }

    /// Whether digits may follow what stands directly before them: "x3", "QTY12", but not "b12", "PR-2".
    fn may_follow_glued(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.any_kind(before));
        match before {
            Some(Kind::Word(class)) => matches!(
                class,
                Class::Times
                    | Class::Supply
                    | Class::Refill
                    | Class::EveryShort
                    | Class::Percent
                    | Class::And
            ),
            Some(Kind::Mark(Mark::Dollar)) => false,
            Some(Kind::Mark(Mark::Hyphen)) => {
                !self.is_glued(at - 1) || self.hyphen_separates(at - 1)
            }
            Some(Kind::Mark(Mark::Slash)) => !self.digits_before(at - 1),
            Some(Kind::Mark(_)) | None => true,
            Some(Kind::Number(_) | Kind::Code) => false,
        }
    }

    fn digits_before(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.any_kind(before));
        matches!(before, Some(Kind::Number(_) | Kind::Code))
    }

    /// Whether the glued hyphen at `at` parts two phrases ("therapy-12 visits") and joins no code.
    fn hyphen_separates(&self, at: usize) -> bool {
        if self.digits_before(at) {
            return false;
        }
        let before = at
            .checked_sub(1)
            .map_or("", |before| self.token_text(before));
        before.len() > LONGEST_CODE_PREFIX
            || before.chars().any(char::is_lowercase)
            || before == "%"
    }

    /// The token behind the words or marks that join the first end of a range to the second.
    fn range_joint(&self, start: usize, end: usize) -> Option<usize> {
        let behind_hyphen = self.skip(end, Mark::Hyphen);
        let joint = match self.class(behind_hyphen) {
            Some(Class::Range | Class::Or) => self.skip(behind_hyphen + 1, Mark::Hyphen),
            Some(Class::And)
                if start > 0 && self.any_kind(start - 1) == Some(Kind::Word(Class::Between)) =>
            {
                behind_hyphen + 1
            }
            _ if behind_hyphen > end => behind_hyphen,
            _ => return None,
        };
        Some(joint)
    }

    /// One number with its restatement, "six (6)".
    fn single(&self, at: usize) -> Option<Amount> {
        let (number, end) = self.plain_number(at)?;
        let amount = Amount {
            range: number.into(),
            end,
            restated: None,
        };
        let bracketed = self
            .opening_bracket(end)
            .and_then(|open| self.bracketed_number(open + 1));
        Some(self.with_restatement(at, amount, bracketed))
    }

    /// `amount`, which begins at `start`, together with the number in the brackets behind it, when one of the
    /// two is in words and the other in digits.
    fn with_restatement(
        &self,
        start: usize,
        amount: Amount,
        bracketed: Option<(NumberRange, usize)>,
    ) -> Amount {
        let (Some((range, end)), Some(open)) = (bracketed, self.opening_bracket(amount.end)) else {
            return amount;
        };
        if !self.is_mark(end, Mark::Close) {
            return amount;
        }
        let words_first = !matches!(self.any_kind(start), Some(Kind::Number(_)));
        let words_second = !matches!(self.any_kind(open + 1), Some(Kind::Number(_)));
        if words_first == words_second {
            return amount;
        }
        let (first, second) = (self.span(&(start..amount.end)), self.span(&(open + 1..end)));
        let pick = |words_first: bool, one: (ByteSpan, NumberRange), two| {
            if words_first { (one, two) } else { (two, one) }
        };
        let ((words, in_words), (digits, in_digits)) =
            pick(words_first, (first, amount.range), (second, range));
        Amount {
            range: in_digits,
            end: end + 1,
            restated: Some(Restated {
                words,
                in_words,
                digits,
                in_digits,
            }),
        }
    }

    /// The place of the bracket behind a number, past a hyphen ("six-(6)").
    fn opening_bracket(&self, at: usize) -> Option<usize> {
        let open = self.skip(at, Mark::Hyphen);
        self.is_mark(open, Mark::Open).then_some(open)
    }

    fn bracketed_number(&self, at: usize) -> Option<(NumberRange, usize)> {
        let (number, end) = self.plain_number(at)?;
        Some((number.into(), end))
    }

    fn bracketed_range(&self, at: usize) -> Option<(NumberRange, usize)> {
        let (first, end) = self.plain_number(at)?;
        let (second, end) = self.plain_number(self.range_joint(at, end)?)?;
        Some((NumberRange::new(first, second), end))
    }

    /// A number without restatement: digits, a fraction, or number words.
    pub(super) fn plain_number(&self, at: usize) -> Option<(Number, usize)> {
        match self.kind(at)? {
            Kind::Number(number) => Some(self.mixed_number(at, number)),
            Kind::Word(Class::Half) => Some((Number::HALF, at + 1)),
            Kind::Word(Class::Number(_)) => self.number_words(at),
            _ => None,
        }
    }

    /// Digits, perhaps with a fraction: "1/2", "1 1/2". Only halves and quarters; "6/10" is a score.
    fn mixed_number(&self, at: usize, number: Number) -> (Number, usize) {
        if let Some((part, end)) = self.fraction(at) {
            return (part, end);
        }
        match self.fraction(at + 1) {
            Some((part, end)) if !self.is_glued(at + 1) => (number.plus(part), end),
            _ => (number, at + 1),
        }
    }

    fn fraction(&self, at: usize) -> Option<(Number, usize)> {
        let numerator = self.number(at)?.whole()?;
        let denominator = self.number(at + 2)?.whole()?;
        let glued =
            self.is_mark(at + 1, Mark::Slash) && self.is_glued(at + 1) && self.is_glued(at + 2);
        let proper = numerator < denominator && matches!(denominator, 2 | 4) && numerator % 2 == 1;
        // "1/2/16" is a date, "1/2-" the start of something else.
        let ends = !matches!(self.kind(at + 3), Some(Kind::Mark(Mark::Slash)));
        if !glued || !proper || !ends {
            return None;
        }
        Some((Number::fraction(numerator, denominator)?, at + 3))
    }

    /// "twelve", "twenty-four", "one hundred and twenty", "two and a half".
    fn number_words(&self, at: usize) -> Option<(Number, usize)> {
        let (mut number, mut end) = match self.number_word(at)? {
            100 => (1, at),
            _ => self.below_hundred(at)?,
        };
        if self.number_word(end) == Some(100) {
            (number, end) = (number * 100, end + 1);
            if let Some((rest, behind)) = self.below_hundred(self.skip_all(end, Class::And)) {
                (number, end) = (number + rest, behind);
            }
        }
        Some(self.and_a_half(Number::from(number), end))
    }

    /// "seven", "twenty", "twenty-four"; two small numbers in a row stay two.
    fn below_hundred(&self, at: usize) -> Option<(u32, usize)> {
        let first = self.number_word(at).filter(|number| *number < 100)?;
        let second_at = self.skip(at + 1, Mark::Hyphen);
        let tens = first >= 20 && first % 10 == 0;
        match self.number_word(second_at) {
            Some(units @ 1..=9) if tens => Some((first + units, second_at + 1)),
            _ => Some((first, at + 1)),
        }
    }

    fn number_word(&self, at: usize) -> Option<u32> {
        match self.class(at)? {
            Class::Number(number) => Some(number),
            _ => None,
        }
    }

    fn and_a_half(&self, number: Number, end: usize) -> (Number, usize) {
        let half = self.is(end, Class::And)
            && self.is(end + 1, Class::Article)
            && self.is(end + 2, Class::Half);
        if half {
            (number.plus(Number::HALF), end + 3)
        } else {
            (number, end)
        }
    }
}

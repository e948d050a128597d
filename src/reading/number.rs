//! Numbers as letters write them: exact decimals, and ranges of them.

use std::fmt;

/// Millionths in one; letters print at most four decimals (`0.0325 %`).
const SCALE: i64 = 1_000_000;

/// Digits kept behind the decimal point.
const DECIMALS: usize = 6;

/// Digits accepted before the decimal point; anything longer is an identifier and no amount.
const MAX_WHOLE_DIGITS: usize = 9;

/// A number that is not negative, exact to six decimals, so that doses can be compared for equality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Number(i64);

impl Number {
    /// One half.
    pub const HALF: Self = Self(SCALE / 2);

    /// Reads `12`, `7.5`, `.5` and `1,200`. `None` for anything else, for more than nine digits before
    /// the point and for decimals beyond the sixth that are not zero.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        // Nearly all numbers are digits and nothing else.
        if let Some(units) = digits(text.bytes(), MAX_WHOLE_DIGITS)
            && !text.is_empty()
        {
            return Some(Self(units * SCALE));
        }
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let decimals = decimals.trim_end_matches('0');
        let places = u32::try_from(DECIMALS.checked_sub(decimals.len())?).ok()?;
        if !text.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let without_commas = whole.bytes().filter(|byte| *byte != b',');
        let units = digits(without_commas, MAX_WHOLE_DIGITS)?;
        let fraction = digits(decimals.bytes(), DECIMALS)?;
        Some(Self(units * SCALE + fraction * 10_i64.pow(places)))
    }

    /// The part `numerator / denominator`, exact for halves, quarters and tenths. `None` when it is not exact.
    #[must_use]
    pub fn fraction(numerator: u32, denominator: u32) -> Option<Self> {
        let scaled = i64::from(numerator) * SCALE;
        let exact = denominator != 0 && scaled % i64::from(denominator) == 0;
        exact.then(|| Self(scaled / i64::from(denominator)))
    }

    /// The number as a whole one; `None` when it has decimals.
    #[must_use]
    pub fn whole(self) -> Option<u32> {
        if self.0 % SCALE != 0 {
            return None;
        }
        u32::try_from(self.0 / SCALE).ok()
    }

    /// The nearest floating-point number, for reports; nothing is computed with it.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / SCALE as f64
    }

    /// The sum of both.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// `self` times `factor`.
    #[must_use]
    pub fn times(self, factor: u32) -> Self {
        Self(self.0.saturating_mul(i64::from(factor)))
    }
}

/// The number that at most `longest` digits stand for; 0 for none, `None` for anything else.
fn digits(bytes: impl Iterator<Item = u8>, longest: usize) -> Option<i64> {
    let mut number = 0;
    for (at, byte) in bytes.enumerate() {
        if at >= longest || !byte.is_ascii_digit() {
            return None;
        }
        number = number * 10 + i64::from(byte - b'0');
    }
    Some(number)
}

impl From<u32> for Number {
    fn from(whole: u32) -> Self {
        Self(i64::from(whole) * SCALE)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (units, mut decimals, mut places) = (self.0 / SCALE, self.0 % SCALE, DECIMALS);
        if decimals == 0 {
            return write!(f, "{units}");
        }
        while decimals % 10 == 0 {
            (decimals, places) = (decimals / 10, places - 1);
        }
        write!(f, "{units}.{decimals:0places$}")
    }
}

/// A lowest and a highest number, both included; the same number twice where the letter gives one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NumberRange {
    /// Lowest.
    pub min: Number,
    /// Highest, never below `min`.
    pub max: Number,
}

impl NumberRange {
    /// The range between the two, in either order.
    #[must_use]
    pub fn new(one: Number, other: Number) -> Self {
        Self {
            min: one.min(other),
            max: one.max(other),
        }
    }

    /// Whether it is a single number.
    #[must_use]
    pub fn is_single(self) -> bool {
        self.min == self.max
    }

    /// The range in whole numbers; `None` when an end has decimals.
    #[must_use]
    pub fn whole(self) -> Option<CountRange> {
        Some(CountRange {
            min: self.min.whole()?,
            max: self.max.whole()?,
        })
    }
}

impl From<Number> for NumberRange {
    fn from(number: Number) -> Self {
        Self::new(number, number)
    }
}

impl From<CountRange> for NumberRange {
    fn from(range: CountRange) -> Self {
        Self::new(range.min.into(), range.max.into())
    }
}

impl fmt::Display for NumberRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_range(f, self.min, self.max)
    }
}

/// A lowest and a highest count, both included; the same count twice where the letter gives one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CountRange {
    /// Lowest.
    pub min: u32,
    /// Highest, never below `min`.
    pub max: u32,
}

impl CountRange {
    /// The range between the two, in either order.
    #[must_use]
    pub fn new(one: u32, other: u32) -> Self {
        Self {
            min: one.min(other),
            max: one.max(other),
        }
    }

    /// Whether it is a single count.
    #[must_use]
    pub fn is_single(self) -> bool {
        self.min == self.max
    }
}

impl From<u32> for CountRange {
    fn from(count: u32) -> Self {
        Self::new(count, count)
    }
}

impl fmt::Display for CountRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_range(f, self.min, self.max)
    }
}

/// `12`, or `3-6`.
fn write_range<N: fmt::Display + PartialEq>(
    f: &mut fmt::Formatter<'_>,
    min: N,
    max: N,
) -> fmt::Result {
    if min == max {
        write!(f, "{min}")
    } else {
        write!(f, "{min}-{max}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Option<String> {
        Number::parse(text).map(|number| number.to_string())
    }

    #[test]
    fn numbers_are_exact_and_print_without_idle_zeros() {
        let rows = [
            ("12", "12"),
            ("7.50", "7.5"),
            (".5", "0.5"),
            ("1,200", "1200"),
            ("0.0325", "0.0325"),
            ("60.00", "60"),
        ];
        for (text, want) in rows {
            assert_eq!(shown(text).as_deref(), Some(want), "{text}");
        }
    }

    #[test]
    fn what_is_no_number() {
        for text in ["", ".", "-3", "1.2.3", "12a", "1234567890", "0.1234567"] {
            assert_eq!(shown(text), None, "{text}");
        }
    }

    #[test]
    fn fractions_are_exact_or_none() {
        assert_eq!(Number::fraction(1, 2), Some(Number::HALF));
        assert_eq!(Number::fraction(3, 4), Number::parse("0.75"));
        assert_eq!(Number::fraction(1, 3), None);
        assert_eq!(Number::fraction(1, 0), None);
    }

    #[test]
    fn ranges_order_their_ends() {
        assert_eq!(CountRange::new(6, 3).to_string(), "3-6");
        assert_eq!(NumberRange::from(Number::HALF).to_string(), "0.5");
        assert_eq!(NumberRange::from(Number::HALF).whole(), None);
    }
}

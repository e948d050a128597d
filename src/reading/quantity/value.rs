//! What a reading gives: quantities, each with its role, its value and its place.

use std::fmt;

use super::duration::Duration;
use super::frequency::Frequency;
use super::level::Level;
use super::score::Score;
use super::strength::Strength;
use crate::reading::date::Date;
use crate::reading::number::{CountRange, Number, NumberRange};
use crate::span::ByteSpan;

/// A number with what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// What it says.
    pub value: Value,
    /// The words it was read from, relative to the text that was read.
    pub span: ByteSpan,
    /// The number in words beside its digits, "six (6)". `None`: the number is given once.
    pub restated: Option<Restated>,
}

impl Quantity {
    /// What the number is about.
    #[must_use]
    pub fn role(&self) -> Role {
        self.value.role()
    }

    /// The same quantity, `by` bytes further into the text.
    #[must_use]
    pub fn shifted(mut self, by: usize) -> Self {
        self.span = self.span.shifted(by);
        if let Some(restated) = &mut self.restated {
            restated.words = restated.words.shifted(by);
            restated.digits = restated.digits.shifted(by);
        }
        self
    }
}

/// A number that is written twice, in words and in digits. The value of the quantity is that of the digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Restated {
    /// The words.
    pub words: ByteSpan,
    /// What they say.
    pub in_words: NumberRange,
    /// The digits, without their brackets.
    pub digits: ByteSpan,
    /// What they say.
    pub in_digits: NumberRange,
}

impl Restated {
    /// Whether words and digits say the same; "six (8)" does not.
    #[must_use]
    pub fn agrees(self) -> bool {
        self.in_words == self.in_digits
    }
}

/// What a quantity is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// A number of visits or of anything else that is counted.
    Count,
    /// How often in a time.
    Frequency,
    /// For how long.
    Duration,
    /// Frequency times duration, worked out and not stated.
    Total,
    /// How strong or how much of a drug.
    Strength,
    /// How much of a drug is handed out.
    Dispensed,
    /// How often a prescription may be filled again.
    Refills,
    /// A level of the spine.
    Level,
    /// A grade on a scale.
    Score,
    /// A share in hundredths.
    Percent,
    /// An age in years.
    Age,
    /// A calendar date.
    Date,
}

impl Role {
    /// The name of the role, `frequency`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Frequency => "frequency",
            Self::Duration => "duration",
            Self::Total => "total",
            Self::Strength => "strength",
            Self::Dispensed => "dispensed",
            Self::Refills => "refills",
            Self::Level => "level",
            Self::Score => "score",
            Self::Percent => "percent",
            Self::Age => "age",
            Self::Date => "date",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What a quantity says.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// "12 visits", "QTY 12", "x 3".
    Count(Count),
    /// "2 times a week".
    Frequency(Frequency),
    /// "for 6 weeks".
    Duration(Duration),
    /// 2 times a week for 6 weeks: 12.
    Total(CountRange),
    /// "50 mg", "5 %", "10/325".
    Strength(Strength),
    /// "#60".
    Dispensed(Number),
    /// "with 2 refills".
    Refills(u32),
    /// "L4-5".
    Level(Level),
    /// "6/10".
    Score(Score),
    /// "80 %".
    Percent(NumberRange),
    /// "53 year old".
    Age(u32),
    /// "2/16/13", "September 2002".
    Date(Date),
}

impl Value {
    /// What the value is about.
    #[must_use]
    pub fn role(&self) -> Role {
        match self {
            Self::Count(_) => Role::Count,
            Self::Frequency(_) => Role::Frequency,
            Self::Duration(_) => Role::Duration,
            Self::Total(_) => Role::Total,
            Self::Strength(_) => Role::Strength,
            Self::Dispensed(_) => Role::Dispensed,
            Self::Refills(_) => Role::Refills,
            Self::Level(_) => Role::Level,
            Self::Score(_) => Role::Score,
            Self::Percent(_) => Role::Percent,
            Self::Age(_) => Role::Age,
            Self::Date(_) => Role::Date,
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(count) => count.amount.fmt(f),
            Self::Frequency(frequency) => frequency.fmt(f),
            Self::Duration(duration) => duration.fmt(f),
            Self::Total(total) => total.fmt(f),
            Self::Strength(strength) => strength.fmt(f),
            Self::Dispensed(amount) => amount.fmt(f),
            Self::Refills(refills) => refills.fmt(f),
            Self::Level(level) => level.fmt(f),
            Self::Score(score) => score.fmt(f),
            Self::Percent(share) => share.fmt(f),
            Self::Age(years) => years.fmt(f),
            Self::Date(date) => date.fmt(f),
        }
    }
}

/// A stated number of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Count {
    /// How many.
    pub amount: CountRange,
    /// Of what. `None`: the words do not say ("QTY 12"); the treatment may.
    pub unit: Option<CountUnit>,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CountUnit {
    /// Visits, sessions, treatments, appointments.
    Visit,
    /// Injections and blocks.
    Injection,
}

impl CountUnit {
    /// Every unit with the name it has in rule packs and reports.
    pub const NAMES: [(&'static str, Self); 2] =
        [("visit", Self::Visit), ("injection", Self::Injection)];

    /// The name of the unit, `visit`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Visit => "visit",
            Self::Injection => "injection",
        }
    }
}

impl fmt::Display for CountUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

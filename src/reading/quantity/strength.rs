//! How strong or how much of a drug: "50 mg", "10/325", "10 mg/5 ml".

use std::fmt;

use super::duration::TimeUnit;
use super::passage::{Match, Passage};
use super::token::{Kind, Mark};
use super::value::{Count, Value};
use super::words::Class;
use crate::reading::number::{Number, NumberRange};

/// In a combination without a unit the last part is at least this ("10/325") ...
const LEAST_LAST_PART: u32 = 100;

/// ... and at most this ("5/1000"), ...
const GREATEST_LAST_PART: u32 = 1000;

/// ... and this many times the first, or it may be a blood pressure or a grade ("80/120", "60/100").
const LEAST_SLASH_RATIO: u32 = 4;

/// Parts joined by a hyphen are a combination from this ratio on ("5-325 mg") and a range below ("50-100 mg").
const LEAST_HYPHEN_RATIO: u32 = 8;

/// A number of units below this counts things ("1 unit"); above, it is a dose ("100 units").
const LEAST_DOSE_OF_UNITS: u32 = 10;

/// Units of doses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DoseUnit {
    /// Milligram.
    Milligram,
    /// Microgram.
    Microgram,
    /// Gram.
    Gram,
    /// Millilitre, also written cc.
    Millilitre,
    /// Fluid ounce or ounce.
    Ounce,
    /// Milliequivalent.
    Milliequivalent,
    /// Unit of activity, as of botulinum toxin.
    Unit,
    /// Hundredths, of a cream or solution.
    Percent,
}

impl DoseUnit {
    /// Every unit with the name it has in rule packs and reports.
    pub const NAMES: [(&'static str, Self); 8] = [
        ("mg", Self::Milligram),
        ("mcg", Self::Microgram),
        ("g", Self::Gram),
        ("ml", Self::Millilitre),
        ("oz", Self::Ounce),
        ("meq", Self::Milliequivalent),
        ("unit", Self::Unit),
        ("%", Self::Percent),
    ];

    /// The name of the unit, `mg`.
    #[must_use]
    pub fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(_, unit)| *unit == self);
        found.map_or("", |(name, _)| *name)
    }
}

impl fmt::Display for DoseUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The strength of a drug or the amount of a preparation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Strength {
    /// "50 mg", "240 g", "5 %", "25-50 mg".
    Single {
        /// How much.
        amount: NumberRange,
        /// In which unit.
        unit: DoseUnit,
    },
    /// "10 mg/5 ml".
    Concentration {
        /// How much of the drug.
        amount: Number,
        /// Its unit.
        unit: DoseUnit,
        /// In how much of the preparation.
        per: Number,
        /// Its unit.
        per_unit: DoseUnit,
    },
    /// "10/325": the parts of a combined drug, as ordered in the letter. They share one unit, nearly always mg.
    Combination {
        /// The parts.
        parts: Vec<Number>,
    },
}

impl fmt::Display for Strength {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Single { amount, unit } => write!(f, "{amount} {unit}"),
            Self::Concentration {
                amount,
                unit,
                per,
                per_unit,
            } => {
                write!(f, "{amount} {unit}/")?;
                if *per != Number::from(1) {
                    write!(f, "{per} ")?;
                }
                per_unit.fmt(f)
            }
            Self::Combination { parts } => {
                for (at, part) in parts.iter().enumerate() {
                    let joint = if at == 0 { "" } else { "/" };
                    write!(f, "{joint}{part}")?;
                }
                Ok(())
            }
        }
    }
}

/// One number of a dose and its own unit.
#[derive(Clone, Copy, Debug)]
struct Part {
    number: Number,
    unit: Option<DoseUnit>,
    /// The mark before it.
    joint: Option<Mark>,
}

/// Any strength but one in percent.
pub(super) fn strength(passage: &Passage<'_>, at: usize) -> Option<Match> {
    passage.amount(at)?;
    let (parts, end) = parts(passage, at);
    let read = match parts.as_slice() {
        [_] => None,
        _ => several(passage, &parts, end),
    };
    match read {
        Some(strength) => Some(Match::one(at..end, Value::Strength(strength))),
        None => single(passage, at),
    }
}

/// "50 mg", "fifty mg", "50 to 100 mg", "25 mcg/hr", "10 mg/ml".
fn single(passage: &Passage<'_>, at: usize) -> Option<Match> {
    let amount = passage.amount(at)?;
    let (unit, mut end) = unit_at(passage, amount.end)?;
    if unit == DoseUnit::Unit && amount.range.max < Number::from(LEAST_DOSE_OF_UNITS) {
        let count = Count {
            amount: amount.count()?,
            unit: None,
        };
        return Some(Match::one(at..end, Value::Count(count)).restating(amount.restated));
    }
    let per_at = end + 1;
    let per = passage.is_mark(end, Mark::Slash) || passage.is(end, Class::Per);
    if let Some(Class::Dose(per_unit)) = passage
        .class(per_at)
        .filter(|_| per && amount.range.is_single())
    {
        let strength = Strength::Concentration {
            amount: amount.range.min,
            unit,
            per: Number::from(1),
            per_unit,
        };
        return Some(Match::one(at..per_at + 1, Value::Strength(strength)));
    }
    // The rate of a patch: "25 mcg/hr".
    if per && passage.is(per_at, Class::Time(TimeUnit::Hour)) {
        end = per_at + 1;
    }
    let strength = Strength::Single {
        amount: amount.range,
        unit,
    };
    Some(Match::one(at..end, Value::Strength(strength)).restating(amount.restated))
}

/// The numbers from `at` on that slashes and hyphens join, each with its unit, and the end.
fn parts(passage: &Passage<'_>, at: usize) -> (Vec<Part>, usize) {
    let mut parts = Vec::new();
    let (mut next, mut end, mut joint) = (at, at, None);
    while let Some(number) = passage.number(next) {
        end = next + 1;
        let unit = unit_at(passage, end);
        if let Some((_, behind)) = unit {
            end = behind;
        }
        parts.push(Part {
            number,
            unit: unit.map(|(unit, _)| unit),
            joint,
        });
        let Some(Kind::Mark(mark @ (Mark::Slash | Mark::Hyphen))) = passage.kind(end) else {
            break;
        };
        (joint, next) = (Some(mark), end + 1);
    }
    (parts, end)
}

/// The unit at `at`, past a hyphen ("50-mg"), and the place behind it.
fn unit_at(passage: &Passage<'_>, at: usize) -> Option<(DoseUnit, usize)> {
    let unit_at = passage.skip(at, Mark::Hyphen);
    match passage.class(unit_at)? {
        Class::Dose(unit) => Some((unit, unit_at + 1)),
        _ => None,
    }
}

/// What two or more joined numbers say; `None` where they are a range, a grade or a date.
fn several(passage: &Passage<'_>, parts: &[Part], end: usize) -> Option<Strength> {
    let (first, last) = (parts.first()?, parts.last()?);
    let slashed = parts.iter().all(|part| part.joint != Some(Mark::Hyphen));
    let ratio = |least: u32| first.number.times(least) <= last.number;
    match (first.unit, last.unit) {
        (Some(unit), Some(per_unit)) if unit != per_unit && parts.len() == 2 && slashed => {
            return Some(Strength::Concentration {
                amount: first.number,
                unit,
                per: last.number,
                per_unit,
            });
        }
        (_, Some(_)) => {
            let fraction = slashed && first.unit.is_none() && is_half(first.number, last.number);
            let combined = slashed || first.number > last.number || ratio(LEAST_HYPHEN_RATIO);
            if fraction || !combined {
                return None;
            }
        }
        (None, None) => {
            let typical = last.number >= Number::from(LEAST_LAST_PART)
                && last.number <= Number::from(GREATEST_LAST_PART);
            let combined = match (parts.len(), slashed) {
                (2, true) => typical && ratio(LEAST_SLASH_RATIO),
                (2, false) => typical && ratio(LEAST_HYPHEN_RATIO) && ends_dose(passage, end),
                // "50/325/40" of three drugs.
                _ => parts
                    .iter()
                    .any(|part| part.number >= Number::from(LEAST_LAST_PART)),
            };
            if !combined {
                return None;
            }
        }
        (Some(_), None) => return None,
    }
    Some(Strength::Combination {
        parts: parts.iter().map(|part| part.number).collect(),
    })
}

fn is_half(numerator: Number, denominator: Number) -> bool {
    numerator == Number::from(1) && denominator == Number::from(2)
}

/// Whether a dose without a unit may end at `at`.
fn ends_dose(passage: &Passage<'_>, at: usize) -> bool {
    passage.is_mark(at, Mark::Hash)
        || passage.ends_at(at)
        || matches!(
            passage.class(at),
            Some(Class::Piece | Class::Preparation | Class::Supply | Class::Rate(_) | Class::Times)
        )
}

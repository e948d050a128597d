//! How much a portion asks for.

use super::Portion;
use crate::reading::number::{CountRange, Number};
use crate::reading::quantity::{Count, Duration, Frequency, Quantity, Strength, TimeUnit, Value};
use crate::span::ByteSpan;

/// How much is asked for, as limits compare it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// How many.
    pub count: CountRange,
    /// The words that say so.
    pub span: ByteSpan,
    /// How the number is known.
    pub basis: Basis,
}

/// How an amount is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The words give it: "12 visits", "QTY 12", "x 3".
    Stated,
    /// It is frequency times duration: "2 times a week for 6 weeks".
    Derived,
}

impl Portion {
    /// The number to hold against limits: the stated count, or else frequency times duration. `None` for
    /// medicines, and where the portion gives no number or several that differ.
    #[must_use]
    pub fn amount(&self) -> Option<Amount> {
        let stated = self.stated();
        if stated.is_empty() {
            return self.derived_total();
        }
        let stated = with_unit(&stated);
        match stated.as_slice() {
            [] => None,
            [only, rest @ ..] if rest.iter().all(|(count, _)| count.amount == only.0.amount) => {
                Some(Amount {
                    count: only.0.amount,
                    span: only.1,
                    basis: Basis::Stated,
                })
            }
            several => {
                let total = self.derived_total()?.count;
                let (count, span) = several.iter().find(|(count, _)| count.amount == total)?;
                Some(Amount {
                    count: count.amount,
                    span: *span,
                    basis: Basis::Stated,
                })
            }
        }
    }

    /// The stated count, whatever it agrees with. `None` for medicines, and where several differ.
    #[must_use]
    pub fn count(&self) -> Option<Amount> {
        self.amount().filter(|amount| amount.basis == Basis::Stated)
    }

    /// What [`Portion::amount`] counts: `visit`, `injection`, `study`. `None` without an amount, and where it is
    /// not known what is counted.
    #[must_use]
    pub fn unit(&self) -> Option<&str> {
        let amount = self.amount()?;
        let said = self
            .stated()
            .into_iter()
            .find(|(_, span)| *span == amount.span);
        let said = said.and_then(|(count, _)| count.unit);
        said.map(|unit| unit.name()).or(self.counted_in.as_deref())
    }

    /// Frequency times duration. `None`: not both are given, or several courses are.
    #[must_use]
    pub fn derived_total(&self) -> Option<Amount> {
        let totals = self
            .quantities
            .iter()
            .filter_map(|quantity| match quantity.value {
                Value::Total(count) => Some(Amount {
                    count,
                    span: quantity.span,
                    basis: Basis::Derived,
                }),
                _ => None,
            });
        only(totals.filter(|_| !self.medicine))
    }

    /// How often. `None`: not given, or given more than once.
    #[must_use]
    pub fn frequency(&self) -> Option<Frequency> {
        only(
            self.quantities
                .iter()
                .filter_map(|quantity| match quantity.value {
                    Value::Frequency(frequency) => Some(frequency),
                    _ => None,
                }),
        )
    }

    /// For how many days or more. `None`: not given, or given more than once.
    #[must_use]
    pub fn duration(&self) -> Option<Duration> {
        only(self.durations().map(|(duration, _)| duration))
    }

    /// The strengths of drugs, with their places.
    pub fn doses(&self) -> impl Iterator<Item = (&Strength, ByteSpan)> {
        self.quantities
            .iter()
            .filter_map(|quantity| match &quantity.value {
                Value::Strength(strength) => Some((strength, quantity.span)),
                _ => None,
            })
    }

    /// How much of a medicine is handed out: "#60", "QTY 60". `None`: no medicine, or no one number.
    #[must_use]
    pub fn dispensed(&self) -> Option<Number> {
        only(self.dispensations().map(|(number, _)| number))
    }

    /// How often a prescription may be filled again. `None`: not given, or given more than once.
    #[must_use]
    pub fn refills(&self) -> Option<u32> {
        only(
            self.quantities
                .iter()
                .filter_map(|quantity| match quantity.value {
                    Value::Refills(refills) => Some(refills),
                    _ => None,
                }),
        )
    }

    /// Every duration of the course, with its place; minutes and hours are the length of one visit.
    pub(in crate::reading) fn durations(&self) -> impl Iterator<Item = (Duration, ByteSpan)> {
        self.quantities
            .iter()
            .filter_map(|quantity| match quantity.value {
                Value::Duration(duration) if duration.unit >= TimeUnit::Day => {
                    Some((duration, quantity.span))
                }
                _ => None,
            })
    }

    /// Everything that is handed out, with its place: "#60", and for medicines bare counts.
    pub(in crate::reading) fn dispensations(&self) -> impl Iterator<Item = (Number, ByteSpan)> {
        let medicine = self.medicine;
        self.quantities
            .iter()
            .filter(move |_| medicine)
            .filter_map(|quantity| {
                let number = match quantity.value {
                    Value::Dispensed(number) => number,
                    Value::Count(Count { amount, unit: None }) if amount.min == amount.max => {
                        amount.min.into()
                    }
                    _ => return None,
                };
                Some((number, quantity.span))
            })
    }

    /// Every stated count with its place; of what is no medicine also "#12". Empty for medicines.
    pub(in crate::reading) fn stated(&self) -> Vec<(Count, ByteSpan)> {
        let stated = self
            .quantities
            .iter()
            .filter(|_| !self.medicine)
            .filter_map(stated);
        stated.collect()
    }
}

fn stated(quantity: &Quantity) -> Option<(Count, ByteSpan)> {
    let count = match quantity.value {
        Value::Count(count) => count,
        Value::Dispensed(number) => Count {
            amount: number.whole()?.into(),
            unit: None,
        },
        _ => return None,
    };
    Some((count, quantity.span))
}

/// The counts that say what they count, or all where none does.
fn with_unit(counts: &[(Count, ByteSpan)]) -> Vec<(Count, ByteSpan)> {
    let said: Vec<_> = counts
        .iter()
        .copied()
        .filter(|(count, _)| count.unit.is_some())
        .collect();
    if said.is_empty() {
        counts.to_vec()
    } else {
        said
    }
}

/// The one value there is; `None` for none and for several that differ.
fn only<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

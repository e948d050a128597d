//! Amounts, frequencies, durations, what is handed out, and refills.

use super::{Difference, DifferenceKind, Pair};
use crate::reading::number::{CountRange, NumberRange};
use crate::reading::quantity::{CountUnit, Duration, Frequency, Value};
use crate::reading::request::Portion;
use crate::span::ByteSpan;

/// A value of one side, where it stands, and how it is shown.
#[derive(Clone, Debug)]
struct Said<T> {
    value: T,
    span: ByteSpan,
    shown: String,
}

/// How two values that play the same role stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Match {
    /// They say the same.
    Same,
    /// They say different things.
    Other,
    /// They count different things.
    Incomparable,
}

/// Every role in which the numbers differ. Where the amounts do, frequency and duration are not looked at:
/// the amount may be made of them.
pub(super) fn differences(pair: &Pair<'_>) -> Vec<Difference> {
    let amount = compare(pair, amounts, |one, other| match (one.unit, other.unit) {
        (Some(one), Some(other)) if one != other => Match::Incomparable,
        _ => ranges(one.count.into(), other.count.into()),
    });
    let course = || {
        compare(pair, frequencies, |one, other| {
            if (one.of, one.every, one.unit) == (other.of, other.every, other.unit) {
                ranges(one.times.into(), other.times.into())
            } else {
                Match::Incomparable
            }
        })
        .or_else(|| {
            compare(pair, durations, |one, other| match one.unit == other.unit {
                true => ranges(one.length, other.length),
                false => Match::Incomparable,
            })
        })
    };
    let supply = compare(pair, dispensed, |one, other| ranges(*one, *other));
    let refills = compare(pair, refills, |one, other| {
        ranges((*one).into(), (*other).into())
    });
    amount
        .or_else(course)
        .into_iter()
        .chain(supply)
        .chain(refills)
        .collect()
}

/// The difference between what `collect` finds in the heading and in the restatement: both say something
/// comparable, and nothing in the one is the same as anything in the other.
fn compare<T>(
    pair: &Pair<'_>,
    collect: fn(&Portion) -> Vec<Said<T>>,
    relation: impl Fn(&T, &T) -> Match,
) -> Option<Difference> {
    let asked: Vec<Said<T>> = pair.portions().flat_map(collect).collect();
    let restated = collect(pair.restated).into_iter();
    let restated: Vec<Said<T>> = restated.filter(|said| !pair.is_bound(said.span)).collect();
    let mut differing = None;
    for restated in &restated {
        for asked in &asked {
            match relation(&asked.value, &restated.value) {
                Match::Same => return None,
                Match::Other => differing = differing.or(Some((asked, restated))),
                Match::Incomparable => {}
            }
        }
    }
    differing.map(|(asked, restated)| Difference {
        kind: DifferenceKind::Quantity,
        heading: asked.span,
        heading_value: asked.shown.clone(),
        restated: restated.span,
        restated_value: restated.shown.clone(),
    })
}

/// Two ranges differ; a single number inside a range does not differ from it.
fn ranges(one: NumberRange, other: NumberRange) -> Match {
    let holds = |range: NumberRange, part: NumberRange| {
        range == part || part.is_single() && range.min <= part.min && part.max <= range.max
    };
    if holds(one, other) || holds(other, one) {
        Match::Same
    } else {
        Match::Other
    }
}

struct Counted {
    count: CountRange,
    unit: Option<CountUnit>,
}

/// Stated counts, and totals of frequency and duration, which a count may restate.
fn amounts(portion: &Portion) -> Vec<Said<Counted>> {
    let stated = portion
        .stated()
        .into_iter()
        .map(|(count, span)| (count.amount, count.unit, span));
    let derived = portion
        .derived_total()
        .map(|total| (total.count, None, total.span));
    let amounts = stated.chain(derived).map(|(count, unit, span)| {
        let of = unit.map_or("", CountUnit::name);
        let plural = if of.is_empty() || count == CountRange::from(1) {
            ""
        } else {
            "s"
        };
        Said {
            value: Counted { count, unit },
            span,
            shown: format!("{count} {of}{plural}").trim_end().to_owned(),
        }
    });
    amounts.collect()
}

fn frequencies(portion: &Portion) -> Vec<Said<Frequency>> {
    values(portion, |value| match value {
        Value::Frequency(frequency) => Some((*frequency, frequency.to_string())),
        _ => None,
    })
}

fn durations(portion: &Portion) -> Vec<Said<Duration>> {
    let durations = portion.durations().map(|(duration, span)| Said {
        value: duration,
        span,
        shown: duration.to_string(),
    });
    durations.collect()
}

fn refills(portion: &Portion) -> Vec<Said<CountRange>> {
    values(portion, |value| match value {
        Value::Refills(refills) => Some((CountRange::from(*refills), format!("{refills} refills"))),
        _ => None,
    })
}

fn dispensed(portion: &Portion) -> Vec<Said<NumberRange>> {
    let dispensed = portion.dispensations().map(|(number, span)| Said {
        value: number.into(),
        span,
        shown: format!("#{number}"),
    });
    dispensed.collect()
}

fn values<T>(portion: &Portion, said: impl Fn(&Value) -> Option<(T, String)>) -> Vec<Said<T>> {
    let quantities = portion.quantities.iter();
    let said = quantities.filter_map(|quantity| {
        let (value, shown) = said(&quantity.value)?;
        Some(Said {
            value,
            span: quantity.span,
            shown,
        })
    });
    said.collect()
}

//! `requested: above-trial`: how the disputed amount stands to a limit.

use super::{Answer, Case, Each, Places, Predicate, Subject, Vocable};
use crate::check::course::prior;
use crate::reading::letter::ItemReading;
use crate::reading::number::CountRange;
use crate::reading::quantity::{Frequency, Value};
use crate::reading::request::{Amount, Portion};
use crate::rules::pack::{Bounds, Limit};
use crate::span::ByteSpan;

pub(super) const VOCABLE: Vocable = Vocable {
    name: "requested",
    about: "whether the disputed amount or frequency, at its least, is above the trial, the total or the frequency of \
            the limit. Visits that the rationale counts as had before are added to the total; after earlier treatment \
            a trial is not asked for any more. Unknown when the heading gives no number, counts something else, the \
            limit has no such number, or the rationale recites one that allows the amount",
    example: "requested: above-trial",
    places: Places::Of(&[Each::Limit]),
    provides: &["requested", "limit_value"],
    parse: |argument| {
        let size = argument.choice(&[
            ("above-trial", Size::Trial),
            ("above-total", Size::Total),
            ("above-frequency", Size::Frequency),
        ])?;
        Some(Box::new(RequestedAbove(size)))
    },
};

/// The numbers of a limit that a request is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Size {
    /// Of a first course.
    Trial,
    /// Of the whole course.
    Total,
    /// How often.
    Frequency,
}

impl Size {
    /// All of them.
    pub(crate) const ALL: [Self; 3] = [Self::Trial, Self::Total, Self::Frequency];

    /// The most that a limit allows of it; `None`: it sets no such number.
    pub(crate) fn most(self, limit: &Limit) -> Option<u32> {
        let bounds = match self {
            Self::Trial => limit.trial,
            Self::Total => limit.total,
            Self::Frequency => limit.frequency.map(|frequency| frequency.bounds),
        };
        bounds.map(|bounds| bounds.max)
    }

    /// What it is called.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Trial => "first course",
            Self::Total => "total",
            Self::Frequency => "frequency",
        }
    }
}

/// What is held against a number of a limit: the disputed amount at its least, for a total with the visits that were
/// had before. `None`: they cannot be compared.
pub(crate) fn held_against(item: &ItemReading, limit: &Limit, size: Size) -> Option<u32> {
    let portion = &item.request.as_ref()?.disputed;
    let amount = |bounds| counted(portion, limit, bounds, size.title()).ok();
    match size {
        Size::Trial => {
            let (amount, _) = amount(limit.trial)?;
            (!prior(item).any).then_some(amount.count.min)
        }
        Size::Total => {
            let (amount, _) = amount(limit.total)?;
            Some(amount.count.min.saturating_add(prior(item).least))
        }
        Size::Frequency => {
            let (asked, _) = frequency(portion)?;
            let is_counted_so = asked.unit.name() == limit.frequency?.unit.name();
            (is_counted_so && asked.every.max == 1).then_some(asked.times.min)
        }
    }
}

#[derive(Debug)]
struct RequestedAbove(Size);

impl Predicate for RequestedAbove {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let (Subject::Limit(governing), Some(item)) = (case.subject, case.item) else {
            return Answer::unknown();
        };
        let Some(portion) = item.request.as_ref().map(|request| &request.disputed) else {
            return Answer::unknown().because("the item has no heading");
        };
        let limit = governing.limit;
        match self.0 {
            Size::Trial => above_trial(item, portion, limit),
            Size::Total => above_total(item, portion, limit),
            Size::Frequency => above_frequency(portion, limit),
        }
    }
}

/// A trial is a first course: what was had before takes its place.
fn above_trial(item: &ItemReading, portion: &Portion, limit: &Limit) -> Answer {
    let (amount, bounds) = match counted(portion, limit, limit.trial, "first course") {
        Ok(compared) => compared,
        Err(answer) => return answer,
    };
    if prior(item).any {
        return Answer::unknown().because("there was treatment before, so it is no first course");
    }
    above_count(item, amount, limit, bounds, "first course", None)
}

/// A total holds what was had before, too.
fn above_total(item: &ItemReading, portion: &Portion, limit: &Limit) -> Answer {
    let (amount, bounds) = match counted(portion, limit, limit.total, "total") {
        Ok(compared) => compared,
        Err(answer) => return answer,
    };
    let prior = prior(item);
    let before = prior.words.map(|words| (prior.least, words));
    above_count(item, amount, limit, bounds, "total", before)
}

/// The disputed amount in the unit of the limit, beside its number; or why they cannot be compared.
fn counted(
    portion: &Portion,
    limit: &Limit,
    bounds: Option<Bounds>,
    name: &'static str,
) -> Result<(Amount, Bounds), Answer> {
    let Some(bounds) = bounds else {
        return Err(Answer::unknown().because(format!("the limit sets no {name}")));
    };
    let Some(amount) = portion.amount() else {
        return Err(Answer::unknown().because("the heading gives no amount"));
    };
    if portion.unit() != Some(limit.unit.as_str()) {
        let note = format!("does not count {}s", limit.unit);
        return Err(Answer::unknown().shown(amount.span, note));
    }
    Ok((amount, bounds))
}

fn above_count(
    item: &ItemReading,
    amount: Amount,
    limit: &Limit,
    bounds: Bounds,
    name: &str,
    before: Option<(u32, ByteSpan)>,
) -> Answer {
    let unit = &limit.unit;
    let had = before.map_or(0, |(visits, _)| visits);
    let total = amount.count.min.saturating_add(had);
    let is_above = total > bounds.max;
    let recited = item.rationale.recited.iter();
    let allows = |visits: CountRange| total <= visits.max;
    if is_above && recited.filter_map(|recited| recited.visits).any(allows) {
        return Answer::unknown().because("the rationale recites a limit that allows it");
    }
    let requested = match before {
        Some((visits, _)) => format!("{} {unit}s after {visits}", amount.count),
        None => format!("{} {unit}s", amount.count),
    };
    Answer::plain(is_above)
        .shown(
            amount.span,
            format!("{} the {bounds} {unit}s", over(is_above)),
        )
        .shown_if(
            before.map(|(_, words)| words),
            before.map_or_else(String::new, |(visits, _)| format!("{visits} before")),
        )
        .with("requested", requested)
        .with("limit_value", format!("{name} of {bounds} {unit}s"))
}

/// How often the disputed treatment is asked for.
fn frequency(portion: &Portion) -> Option<(Frequency, ByteSpan)> {
    let mut quantities = portion.quantities.iter();
    quantities.find_map(|quantity| match quantity.value {
        Value::Frequency(frequency) => Some((frequency, quantity.span)),
        _ => None,
    })
}

fn above_frequency(portion: &Portion, limit: &Limit) -> Answer {
    let Some(allowed) = limit.frequency else {
        return Answer::unknown().because("the limit sets no frequency");
    };
    let Some((asked, span)) = frequency(portion) else {
        return Answer::unknown().because("the heading gives no frequency");
    };
    let unit = allowed.unit.name();
    if asked.unit.name() != unit || asked.every.max != 1 {
        return Answer::unknown().shown(span, format!("is not counted by the {unit}"));
    }
    let above = asked.times.min > allowed.bounds.max;
    Answer::plain(above)
        .shown(span, format!("{} {} a {unit}", over(above), allowed.bounds))
        .with("requested", format!("{} a {unit}", asked.times))
        .with(
            "limit_value",
            format!("frequency of {} a {unit}", allowed.bounds),
        )
}

fn over(above: bool) -> &'static str {
    if above { "above" } else { "not above" }
}

//! `requested: above-trial`: how the disputed amount stands to a limit.

use super::{Answer, Case, Each, Places, Predicate, Subject, Vocable};
use crate::reading::quantity::Value;
use crate::reading::request::Portion;
use crate::rules::pack::{Bounds, Limit};

pub(super) const VOCABLE: Vocable = Vocable {
    name: "requested",
    about: "whether the disputed amount or frequency, at its least, is above the trial, the total or the frequency of \
            the limit; unknown when the heading gives none, counts something else, or the limit has no such number",
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

#[derive(Clone, Copy, Debug)]
enum Size {
    Trial,
    Total,
    Frequency,
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
            Size::Trial => above_count(portion, limit, limit.trial, "first course"),
            Size::Total => above_count(portion, limit, limit.total, "total"),
            Size::Frequency => above_frequency(portion, limit),
        }
    }
}

fn above_count(
    portion: &Portion,
    limit: &Limit,
    bounds: Option<Bounds>,
    name: &'static str,
) -> Answer {
    let Some(bounds) = bounds else {
        return Answer::unknown().because(format!("the limit sets no {name}"));
    };
    let Some(amount) = portion.amount() else {
        return Answer::unknown().because("the heading gives no amount");
    };
    let Some(unit) = portion.unit().filter(|unit| *unit == limit.unit) else {
        let note = format!("does not count {}s", limit.unit);
        return Answer::unknown().shown(amount.span, note);
    };
    let above = amount.count.min > bounds.max;
    Answer::plain(above)
        .shown(amount.span, format!("{} the {bounds} {unit}s", over(above)))
        .with("requested", format!("{} {unit}s", amount.count))
        .with("limit_value", format!("{name} of {bounds} {unit}s"))
}

fn above_frequency(portion: &Portion, limit: &Limit) -> Answer {
    let Some(allowed) = limit.frequency else {
        return Answer::unknown().because("the limit sets no frequency");
    };
    let mut quantities = portion.quantities.iter();
    let asked = quantities.find_map(|quantity| match quantity.value {
        Value::Frequency(frequency) => Some((frequency, quantity.span)),
        _ => None,
    });
    let Some((asked, span)) = asked else {
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

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
            return Answer::unknown();
        };
        let limit = governing.limit;
        let answer = match self.0 {
            Size::Trial => above_count(portion, limit, limit.trial, "first course"),
            Size::Total => above_count(portion, limit, limit.total, "total"),
            Size::Frequency => above_frequency(portion, limit),
        };
        answer.unwrap_or_else(Answer::unknown)
    }
}

fn above_count(
    portion: &Portion,
    limit: &Limit,
    bounds: Option<Bounds>,
    name: &str,
) -> Option<Answer> {
    let bounds = bounds?;
    let amount = portion.amount()?;
    let unit = portion.unit().filter(|unit| *unit == limit.unit)?;
    let answer = Answer::plain(amount.count.min > bounds.max)
        .shown(amount.span, format!("above the {bounds} {unit}s"))
        .with("requested", format!("{} {unit}s", amount.count))
        .with("limit_value", format!("{name} of {bounds} {unit}s"));
    Some(answer)
}

fn above_frequency(portion: &Portion, limit: &Limit) -> Option<Answer> {
    let allowed = limit.frequency?;
    let (asked, span) = portion
        .quantities
        .iter()
        .find_map(|quantity| match quantity.value {
            Value::Frequency(frequency) => Some((frequency, quantity.span)),
            _ => None,
        })?;
    let unit = allowed.unit.name();
    if asked.unit.name() != unit || asked.every.max != 1 {
        return None;
    }
    let answer = Answer::plain(asked.times.min > allowed.bounds.max)
        .shown(span, format!("above {} a {unit}", allowed.bounds))
        .with("requested", format!("{} a {unit}", asked.times))
        .with(
            "limit_value",
            format!("frequency of {} a {unit}", allowed.bounds),
        );
    Some(answer)
}

//! `amount: within-limits`: how the disputed visits, with those had before, stand to every limit in question.

use super::{Answer, Case, Places, Predicate, Vocable};
use crate::check::bound::{Bound, Diagnoses, bounds, cover_every_source};
use crate::check::course::{Prior, asked_at_most, disputed, prior};
use crate::reading::fact::FactAnswer;
use crate::reading::letter::ItemReading;
use crate::reading::quantity::{Count, CountUnit, Duration, Frequency, TimeUnit, Value};
use crate::reading::request::Amount;
use crate::reading::zone::Zone;

pub(super) const VOCABLE: Vocable = Vocable {
    name: "amount",
    about: "whether the disputed visits, with those had before, are within every limit that the rationale recites or the \
            reviewer's line cites, or above every one; unknown without a number of visits, without a limit, when earlier \
            visits have no number, and when a limit on something else than the number may be meant",
    example: "amount: within-limits",
    places: Places::Item,
    provides: &["requested", "limit_value"],
    parse: |argument| {
        let side = argument.choice(&[
            ("within-limits", Side::Within),
            ("above-limits", Side::Above),
        ])?;
        Some(Box::new(AmountIs(side)))
    },
};

#[derive(Clone, Copy, Debug)]
enum Side {
    Within,
    Above,
}

#[derive(Debug)]
struct AmountIs(Side);

impl Predicate for AmountIs {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let Some(item) = case.item else {
            return Answer::unknown();
        };
        let Some(amount) = disputed(item) else {
            return Answer::unknown().because("the heading gives no number of visits");
        };
        let diagnoses = match self.0 {
            Side::Within => Diagnoses::Named,
            Side::Above => Diagnoses::Any,
        };
        let bounds = bounds(case, item, diagnoses);
        if bounds.is_empty() {
            return Answer::unknown().because("no limit is recited or cited");
        }
        if !cover_every_source(item, &bounds) {
            return Answer::unknown().because("a guideline that may be meant has no known limit");
        }
        match self.0 {
            Side::Within => within(case, item, amount, &bounds),
            Side::Above => above(case, item, amount, &bounds),
        }
    }
}

/// Whether the most that can be meant is within the smallest bound.
fn within(case: &Case<'_>, item: &ItemReading, amount: Amount, bounds: &[Bound]) -> Answer {
    let prior = prior(item);
    let Some(before) = prior.most else {
        return Answer::unknown().because("how many visits were had before is not known");
    };
    let compared = item.rationale.comparisons.iter();
    let compared = compared.filter_map(|compared| compared.amount);
    let asked = compared
        .map(|compared| compared.max)
        .chain(asked_at_most(item))
        .fold(amount.count.max, u32::max);
    let total = asked.saturating_add(before);
    let Some(smallest) = bounds.iter().min_by_key(|bound| bound.most) else {
        return Answer::unknown();
    };
    if total > smallest.most {
        return answer(false, amount, total, &prior, smallest);
    }
    if names_smaller_number(case, item, amount, total) || may_mean_time(case, item) {
        return Answer::unknown().because("another limit may be meant");
    }
    answer(true, amount, total, &prior, smallest)
}

/// Whether the least that can be meant is above the largest bound.
fn above(case: &Case<'_>, item: &ItemReading, amount: Amount, bounds: &[Bound]) -> Answer {
    let prior = prior(item);
    let compared = item.rationale.comparisons.iter();
    let compared = compared.filter_map(|compared| compared.amount);
    let asked = compared
        .map(|compared| compared.min)
        .fold(amount.count.min, u32::min);
    let total = asked.saturating_add(prior.least);
    let Some(largest) = bounds.iter().max_by_key(|bound| bound.most) else {
        return Answer::unknown();
    };
    let is_above = total > largest.most;
    let may_be_extended = || prior.any || extended(case, item);
    if is_above && bounds.iter().all(|bound| bound.trial) && may_be_extended() {
        return Answer::unknown().because("the limits are those of a first course");
    }
    answer(is_above, amount, total, &prior, largest)
}

/// Whether the rationale states a ground on which one of the limits may be extended.
fn extended<'r>(case: &Case<'r>, item: &'r ItemReading) -> bool {
    let mut limits = case.pack.limits.iter();
    limits.any(|limit| {
        let mut facts = limit.extended_by.iter();
        facts.any(|fact| {
            let said = [
                case.fact(item, &fact.value).answer,
                case.fact_in_summary(&fact.value).answer,
            ];
            said.iter().any(|answer| may_hold(*answer))
        })
    })
}

fn may_hold(answer: FactAnswer) -> bool {
    answer != FactAnswer::Unsaid && !answer.denies()
}

fn answer(truth: bool, amount: Amount, total: u32, prior: &Prior, bound: &Bound) -> Answer {
    let disputed = format!("{} visits", amount.count);
    let requested = if total == amount.count.max || total == amount.count.min {
        disputed
    } else {
        format!("{disputed} ({total} in all)")
    };
    Answer::plain(truth)
        .shown(amount.span, format!("{} visits are disputed", amount.count))
        .shown_if(prior.words, format!("{} before", prior.least))
        .shown_if(bound.span, format!("the limit is {}", bound.shown))
        .with("requested", requested)
        .with("limit_value", bound.shown.clone())
}

/// Whether the rationale names, of the case, a number of visits below `total` that is neither what is disputed nor
/// what was had: the comparison may be about that.
fn names_smaller_number(case: &Case<'_>, item: &ItemReading, amount: Amount, total: u32) -> bool {
    let had = &item.rationale.prior_treatments;
    let read = &item.rationale;
    read.sentences.iter().any(|sentence| {
        let quantities = case
            .reader
            .quantities(case.quote(sentence.span))
            .into_iter();
        let mut counts = quantities.filter_map(|quantity| match quantity.value {
            Value::Count(Count {
                amount,
                unit: Some(CountUnit::Visit),
            }) => Some((amount, quantity.span.shifted(sentence.span.start))),
            _ => None,
        });
        counts.any(|(count, span)| {
            let is_had = had.iter().any(|prior| prior.span.overlaps(span));
            sentence.zone_of(span) != Zone::Guideline
                && count.max < total
                && count != amount.count
                && !is_had
        })
    })
}

/// Whether the request is above a recited frequency or duration, so that the comparison may be about that.
fn may_mean_time(case: &Case<'_>, item: &ItemReading) -> bool {
    let Some(portion) = item.request.as_ref().map(|request| &request.disputed) else {
        return false;
    };
    let (asked_often, asked_long) = (portion.frequency(), portion.duration());
    let recited = &item.rationale.recited;
    let governing = crate::check::limit::recitable(case, item);
    recited.iter().any(|recited| {
        is_more_often(asked_often, recited.frequency) || is_longer(asked_long, recited.duration)
    }) || governing.iter().any(|governing| {
        let limit = governing.limit.frequency;
        let per = |often: Frequency| often.unit.name();
        asked_often.zip(limit).is_some_and(|(asked, limit)| {
            per(asked) == limit.unit.name() && asked.times.max > limit.bounds.max
        })
    })
}

fn is_more_often(asked: Option<Frequency>, limit: Option<Frequency>) -> bool {
    asked.zip(limit).is_some_and(|(asked, limit)| {
        asked.unit == limit.unit && asked.every == limit.every && asked.times.max > limit.times.max
    })
}

fn is_longer(asked: Option<Duration>, limit: Option<Duration>) -> bool {
    let days = |duration: Duration| {
        let unit = match duration.unit {
            TimeUnit::Month => 30,
            unit => unit.in_units_of(TimeUnit::Day).unwrap_or(1),
        };
        duration.length.max.times(unit)
    };
    asked
        .zip(limit)
        .is_some_and(|(asked, limit)| days(asked) > days(limit))
}

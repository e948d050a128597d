//! `recited: differently`: whether the rationale recites a limit's number wrongly.

use super::{Answer, Case, Each, Places, Predicate, Subject, Vocable};
use crate::reading::letter::ItemReading;
use crate::reading::number::CountRange;
use crate::reading::quantity::{Count, CountUnit, Role, Value};
use crate::rules::pack::{Bounds, Limit, System};
use crate::span::ByteSpan;

pub(super) const VOCABLE: Vocable = Vocable {
    name: "recited",
    about: "whether the rationale, behind the words by which the limit is recited, gives a number that is not the \
            limit's; unknown when it is not recited, or in a sentence that names another body of guidelines",
    example: "recited: differently",
    places: Places::Of(&[Each::RecitedLimit]),
    provides: &["recited_value", "limit_value"],
    parse: |argument| {
        argument.choice(&[("differently", ())])?;
        Some(Box::new(RecitedDifferently))
    },
};

/// How far behind, and before, the words of a recital its number may stand, in bytes.
const REACH_BEHIND: usize = 80;
const REACH_BEFORE: usize = 40;

/// How far behind a count its duration may stand, in bytes.
const REACH_OF_TIME: usize = 12;

#[derive(Debug)]
struct RecitedDifferently;

impl Predicate for RecitedDifferently {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let (Subject::RecitedLimit(governing), Some(item)) = (case.subject, case.item) else {
            return Answer::unknown();
        };
        let Some(bounds) = size(governing.limit) else {
            return Answer::unknown().because("the limit sets no number of visits");
        };
        let mut silent = Answer::unknown().because("the rationale does not recite the limit");
        for words in case.recitals(item, governing.limit) {
            let sentence = sentence_around(case, item, words);
            if names_another(case, sentence, governing.guideline.system) {
                silent = Answer::unknown().shown(words, "recited of another body of guidelines");
                continue;
            }
            let Some(Recited { count, span, timed }) = number_beside(case, sentence, words) else {
                silent = Answer::unknown().shown(words, "recited without a number of visits");
                continue;
            };
            silent =
                Answer::unknown().shown(span, "not known to be another number than the limit's");
            // A number of visits over a time is how guidelines put it; a bare one may be this patient's.
            if !timed && !case.is_recital(sentence) {
                continue;
            }
            if !fits(count, bounds) && !fits_another(case, item, words, count) {
                return Answer::plain(true)
                    .shown(span, format!("recited as {count}"))
                    .with("recited_value", count.to_string())
                    .with("limit_value", shown(bounds));
            }
        }
        silent
    }
}

fn size(limit: &Limit) -> Option<Bounds> {
    limit.total.or(limit.trial)
}

fn shown(bounds: Bounds) -> String {
    CountRange::new(bounds.min, bounds.max).to_string()
}

/// A recited number fits when the limit holds it: "up to 6" recites 3 to 6.
fn fits(count: CountRange, bounds: Bounds) -> bool {
    bounds.min <= count.min && count.max <= bounds.max
}

/// Whether another limit that is recited by the same words has the number.
fn fits_another(case: &Case<'_>, item: &ItemReading, words: ByteSpan, count: CountRange) -> bool {
    crate::check::limit::recitable(case, item)
        .iter()
        .any(|other| {
            size(other.limit).is_some_and(|bounds| fits(count, bounds))
                && case
                    .recitals(item, other.limit)
                    .iter()
                    .any(|place| place.overlaps(words))
        })
}

fn sentence_around(case: &Case<'_>, item: &ItemReading, words: ByteSpan) -> ByteSpan {
    let rationale = item.item.rationale.unwrap_or(words);
    let sentences = case.reader.sentences(case.quote(rationale)).into_iter();
    sentences
        .map(|sentence| sentence.shifted(rationale.start))
        .find(|sentence| sentence.contains(words))
        .unwrap_or(words)
}

/// Whether a sentence names a body of guidelines, and not the limit's.
fn names_another(case: &Case<'_>, sentence: ByteSpan, system: System) -> bool {
    let family = |system: System| match system {
        // The chapters of ACOEM's second edition are part of the MTUS.
        System::Acoem => System::Mtus,
        other => other,
    };
    let named = case.reader.systems_named(case.quote(sentence));
    !named.is_empty()
        && named
            .iter()
            .all(|(named, _)| family(*named) != family(system))
}

/// A number of visits as it is recited.
#[derive(Clone, Copy)]
struct Recited {
    count: CountRange,
    span: ByteSpan,
    /// Whether a duration follows: "6 visits over 2 weeks".
    timed: bool,
}

/// The count of visits that stands behind the words of a recital, or else right before them.
fn number_beside(case: &Case<'_>, sentence: ByteSpan, words: ByteSpan) -> Option<Recited> {
    let quantities = case.reader.quantities(case.quote(sentence));
    let is_timed = |at: usize| {
        let next = quantities
            .get(at + 1)
            .filter(|next| next.role() == Role::Duration);
        next.is_some_and(|next| next.span.start - quantities[at].span.end <= REACH_OF_TIME)
    };
    let counts = quantities
        .iter()
        .enumerate()
        .filter_map(|(at, quantity)| match quantity.value {
            Value::Count(Count {
                amount,
                unit: Some(CountUnit::Visit),
            }) => Some(Recited {
                count: amount,
                span: quantity.span.shifted(sentence.start),
                timed: is_timed(at),
            }),
            _ => None,
        });
    let counts: Vec<Recited> = counts.collect();
    let before = counts.iter().rev().find(|found| {
        found.span.end <= words.start && words.start - found.span.end <= REACH_BEFORE
    });
    let behind = || {
        let mut counts = counts.iter();
        counts.find(|found| {
            found.span.start >= words.end && found.span.start - words.end <= REACH_BEHIND
        })
    };
    // "9-10 visits over 8 weeks for myalgia, 8-10 visits ...": in such a list the number stands before.
    let in_list = case
        .quote(ByteSpan::new(sentence.start, words.start))
        .ends_with(" for ");
    if in_list {
        return before.copied();
    }
    behind().or(before).copied()
}

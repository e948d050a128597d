//! `recited: differently`: whether the rationale recites a limit's number wrongly.

use super::{Answer, Case, Each, Places, Predicate, Subject, Vocable};
use crate::check::bound::{family, fits};
use crate::check::limit::GoverningLimit;
use crate::reading::letter::ItemReading;
use crate::reading::number::CountRange;
use crate::reading::recited_limit::RecitedLimit;
use crate::rules::pack::{Bounds, Guideline, Limit};
use crate::span::ByteSpan;

pub(super) const VOCABLE: Vocable = Vocable {
    name: "recited",
    about: "whether the rationale, in the guideline's voice and beside the words by which the limit is recited, gives a \
            number of visits that is not the limit's, nor another one's on the treatment; unknown when it is not recited, \
            or recited from another guideline",
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
        let words = case.recitals(item, governing.limit).into_iter();
        let recited = words.filter_map(|words| beside(case, item, words));
        let (mut known, mut foreign) = (None, None);
        for (recited, visits) in recited {
            if !is_from(case, recited, governing) {
                foreign = foreign.or(Some(recited.span));
                continue;
            }
            if !fits(visits, bounds) && !fits_another(case, item, recited, visits) {
                return Answer::plain(true)
                    .shown(recited.span, format!("recited as {visits}"))
                    .with("recited_value", visits.to_string())
                    .with("limit_value", shown(bounds));
            }
            known = known.or(Some((recited.span, visits)));
        }
        match (known, foreign) {
            (Some((span, visits)), _) => Answer::plain(false)
                .shown(span, format!("recited as {visits}, a number of the pack")),
            (None, Some(span)) => Answer::unknown().shown(span, "recited of another guideline"),
            (None, None) => Answer::unknown().because("the rationale does not recite the limit"),
        }
    }
}

fn size(limit: &Limit) -> Option<Bounds> {
    limit.total.or(limit.trial)
}

fn shown(bounds: Bounds) -> String {
    CountRange::new(bounds.min, bounds.max).to_string()
}

/// Whether a recited number is attributed to the edition of a limit: to it, to its body of guidelines, or to none.
fn is_from(case: &Case<'_>, recited: &RecitedLimit, governing: &GoverningLimit<'_>) -> bool {
    let edition = recited
        .guideline
        .and_then(|at| case.pack.guidelines.get(at));
    let is_own = |edition: &Guideline| {
        let mut editions = governing.limit.guidelines.iter();
        editions.any(|own| own.value == edition.id.value)
    };
    let of_family = recited
        .system
        .is_none_or(|system| family(system) == family(governing.guideline.system));
    of_family && edition.is_none_or(is_own)
}

/// Whether another limit on the treatment has the number: of the edition that the words name, or else of any.
fn fits_another(
    case: &Case<'_>,
    item: &ItemReading,
    recited: &RecitedLimit,
    visits: CountRange,
) -> bool {
    let edition = recited
        .guideline
        .and_then(|at| case.pack.guidelines.get(at));
    let is_possible = |limit: &Limit| {
        edition.is_none_or(|edition| {
            let mut editions = limit.guidelines.iter();
            editions.any(|own| own.value == edition.id.value)
        })
    };
    case.limits_on(item).any(|(limit, _)| {
        is_possible(limit)
            && [limit.trial, limit.total]
                .into_iter()
                .flatten()
                .any(|bounds| fits(visits, bounds))
    })
}

/// The number of visits that stands behind the words of a recital, or else right before them.
fn beside<'r>(
    case: &Case<'_>,
    item: &'r ItemReading,
    words: ByteSpan,
) -> Option<(&'r RecitedLimit, CountRange)> {
    let sentences = &item.rationale.sentences;
    let (at, sentence) = sentences
        .iter()
        .enumerate()
        .find(|(_, sentence)| sentence.span.contains(words))?;
    let recited = item.rationale.recited.iter();
    let recited: Vec<(&RecitedLimit, CountRange)> = recited
        .filter(|recited| recited.sentence == at)
        .filter_map(|recited| Some((recited, recited.visits?)))
        .collect();
    let before = recited.iter().rev().find(|(found, _)| {
        let gap = words.start.checked_sub(found.span.end);
        gap.is_some_and(|gap| gap <= REACH_BEFORE)
    });
    let behind = || {
        recited.iter().find(|(found, _)| {
            let gap = found.span.start.checked_sub(words.end);
            found.span.contains(words) || gap.is_some_and(|gap| gap <= REACH_BEHIND)
        })
    };
    // "9-10 visits over 8 weeks for myalgia, 8-10 visits ...": in such a list the number stands before.
    let in_list = case
        .quote(ByteSpan::new(sentence.span.start, words.start))
        .ends_with(" for ");
    if in_list {
        return before.copied();
    }
    behind().or(before).copied()
}

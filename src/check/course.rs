//! How much treatment a letter is about: what is disputed, and what was had before.

use crate::reading::assertion::Polarity;
use crate::reading::letter::ItemReading;
use crate::reading::number::CountRange;
use crate::reading::prior_treatment::{PriorCourse, PriorTreatment};
use crate::reading::request::{Amount, Portion};
use crate::span::ByteSpan;

/// What was had before of what is disputed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Prior {
    /// The fewest visits that the rationale gives; 0 where it gives none.
    pub(crate) least: u32,
    /// The most that the letter gives or leaves open. `None`: it tells of some without a number.
    pub(crate) most: Option<u32>,
    /// Whether there was any, so that this is no first course.
    pub(crate) any: bool,
    /// The words that give [`Prior::least`].
    pub(crate) words: Option<ByteSpan>,
}

/// What a letter says was had before of an item's treatment.
///
/// Two numbers may tell of the same visits or of different ones, so the fewest are the larger of them, and the
/// most are all of them together. What is only authorized counts with the most.
pub(crate) fn prior(item: &ItemReading) -> Prior {
    let stated = &item.rationale.prior_treatments;
    let had = |prior: &&PriorTreatment| {
        prior.polarity == Polarity::Affirmed && prior.course == PriorCourse::Had
    };
    let numbered = stated.iter().filter(had).filter_map(with_number);
    let largest = numbered.max_by_key(|(visits, _)| visits.min);
    let denied = stated
        .iter()
        .any(|prior| prior.polarity == Polarity::Absent)
        && !stated.iter().any(|prior| had(&prior));
    let summary: &[PriorTreatment] = if denied { &[] } else { &item.summary_prior };
    Prior {
        least: largest.map_or(0, |(visits, _)| visits.min),
        most: most(stated, summary, largest.is_some()),
        any: stated
            .iter()
            .chain(summary)
            .any(|prior| prior.polarity != Polarity::Absent && prior.course == PriorCourse::Had),
        words: largest.map(|(_, span)| span),
    }
}

fn with_number(prior: &PriorTreatment) -> Option<(CountRange, ByteSpan)> {
    prior.visits.map(|visits| (visits, prior.span))
}

/// The sum of all different numbers; `None` when something was had and no number tells of it. Words that only take
/// treatment for granted mean the visits that the rationale counts, where it counts any; and so do those of
/// the summary.
fn most(stated: &[PriorTreatment], summary: &[PriorTreatment], counted: bool) -> Option<u32> {
    let mut numbers: Vec<CountRange> = Vec::new();
    let all = stated.iter().map(|prior| (prior, prior.taken_for_granted));
    let all = all.chain(summary.iter().map(|prior| (prior, true)));
    for (prior, may_be_counted) in all {
        match (prior.polarity, prior.visits) {
            (Polarity::Absent, _) => {}
            (Polarity::Affirmed, Some(visits)) if !numbers.contains(&visits) => {
                numbers.push(visits);
            }
            (Polarity::Affirmed, Some(_)) => {}
            (Polarity::Affirmed, None) if counted && may_be_counted => {}
            (Polarity::Affirmed | Polarity::NotDocumented, _) => return None,
        }
    }
    Some(numbers.iter().map(|visits| visits.max).sum())
}

/// What is disputed in visits; `None` where the heading gives no such number.
pub(crate) fn disputed(item: &ItemReading) -> Option<Amount> {
    visits(&item.request.as_ref()?.disputed)
}

/// The most visits that the heading may be taken to ask for: of a split request, all that was asked for.
pub(crate) fn asked_at_most(item: &ItemReading) -> Option<u32> {
    let request = item.request.as_ref()?;
    let disputed = visits(&request.disputed)?.count.max;
    let most = |portion: &Option<Portion>| {
        let amount = portion.as_ref().and_then(visits);
        amount.map_or(0, |amount| amount.count.max)
    };
    let split = disputed.saturating_add(most(&request.authorized));
    Some(split.max(most(&request.original)))
}

fn visits(portion: &Portion) -> Option<Amount> {
    portion.amount().filter(|_| portion.unit() == Some("visit"))
}

//! Which limits apply to an item, and which of them govern.

use std::cmp::Reverse;

use super::case::Case;
use crate::reading::letter::ItemReading;
use crate::rules::pack::{Bounds, Guideline, Limit, System};
use crate::span::ByteSpan;

/// A limit that applies to an item, with where it comes from.
#[derive(Clone, Debug)]
pub(crate) struct GoverningLimit<'p> {
    /// The limit.
    pub(crate) limit: &'p Limit,
    /// The edition that makes it apply.
    pub(crate) guideline: &'p Guideline,
    /// Whether the reviewer's line cites that edition; else it applies because it was in force.
    pub(crate) cited: bool,
}

/// A limit on an item's treatment, and whether it governs.
#[derive(Clone, Debug)]
pub(crate) struct ConsideredLimit<'p> {
    /// The limit.
    pub(crate) limit: &'p Limit,
    /// Whether it governs, and why.
    pub(crate) standing: Standing<'p>,
}

/// Why a limit governs an item, or why it does not.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Standing<'p> {
    /// It governs, by this edition.
    Governs {
        /// The edition that makes it apply.
        guideline: &'p Guideline,
        /// Whether the reviewer's line cites it; else it was in force.
        cited: bool,
    },
    /// It is for diagnoses that neither heading nor case summary names.
    OtherDiagnosis,
    /// A fact that the letter speaks of takes the item out of it.
    Exempt {
        /// The id of the fact.
        fact: &'p str,
        /// Where the letter speaks of it.
        words: ByteSpan,
    },
    /// None of its editions is in play.
    OutOfPlay(OutOfPlay),
    /// Its edition was in force, but the reviewer cites another one that has limits on the treatment.
    BehindCited {
        /// The edition that was in force.
        guideline: &'p Guideline,
    },
    /// Another limit of the same edition and kind is more generous.
    LessGenerous {
        /// The edition of both.
        guideline: &'p Guideline,
        /// The one that governs.
        than: &'p Limit,
    },
}

/// Why no edition of a limit or criterion is in play; the later, the nearer it came to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum OutOfPlay {
    /// Applies only where it is cited, and it is not.
    NotCited,
    /// The reviewer cites another guideline, which may be the right one for this injury.
    AnotherCited,
    /// The date that decides which edition was in force is not known.
    NoDecisionDate,
    /// It was not in force on that date.
    NotInForce,
}

/// The sizes a limit can set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Size {
    Trial,
    Total,
    Neither,
}

fn size(limit: &Limit) -> (Size, u32) {
    let highest = |bounds: Option<Bounds>| bounds.map(|bounds| bounds.max);
    match (highest(limit.total), highest(limit.trial)) {
        (Some(max), _) => (Size::Total, max),
        (None, Some(max)) => (Size::Trial, max),
        (None, None) => (Size::Neither, 0),
    }
}

/// The limits that govern an item; see [`considered`].
pub(crate) fn governing<'r>(case: &Case<'r>, item: &ItemReading) -> Vec<GoverningLimit<'r>> {
    let considered = considered(case, item).into_iter();
    considered
        .filter_map(|ConsideredLimit { limit, standing }| match standing {
            Standing::Governs { guideline, cited } => Some(GoverningLimit {
                limit,
                guideline,
                cited,
            }),
            _ => None,
        })
        .collect()
}

/// Every enabled limit on the item's treatment, with whether it governs. What the reviewer cites goes before
/// what was merely in force; of several limits of one edition and size (a number for each diagnosis) the most
/// generous one governs, because the letter rarely says which diagnosis a treatment is for.
pub(crate) fn considered<'r>(case: &Case<'r>, item: &ItemReading) -> Vec<ConsideredLimit<'r>> {
    let limits = case.limits_on(item);
    let mut considered: Vec<ConsideredLimit<'r>> = limits
        .map(|(limit, editions)| ConsideredLimit {
            limit,
            standing: alone(case, item, limit, editions),
        })
        .collect();
    put_cited_first(&mut considered);
    keep_most_generous(&mut considered);
    considered
}

/// How a limit on the item's treatment would stand if there were no others.
fn alone<'r>(
    case: &Case<'r>,
    item: &ItemReading,
    limit: &'r Limit,
    editions: &[usize],
) -> Standing<'r> {
    if !limit.diagnoses.is_empty() && case.diagnosis(item, limit).is_none() {
        return Standing::OtherDiagnosis;
    }
    let exempt = limit.exempt_when.iter().find_map(|fact| {
        let words = case.mentions_fact(item, &fact.value)?;
        Some((fact.value.as_str(), words))
    });
    if let Some((fact, words)) = exempt {
        return Standing::Exempt { fact, words };
    }
    match by_edition(case, item, editions) {
        Ok((guideline, cited)) => Standing::Governs { guideline, cited },
        Err(reason) => Standing::OutOfPlay(reason),
    }
}

/// Takes out what was merely in force where an edition is cited. A statute stays.
fn put_cited_first(considered: &mut [ConsideredLimit<'_>]) {
    let is_cited = |limit: &ConsideredLimit<'_>| {
        matches!(limit.standing, Standing::Governs { cited: true, .. })
    };
    if !considered.iter().any(is_cited) {
        return;
    }
    for limit in considered {
        match limit.standing {
            Standing::Governs {
                guideline,
                cited: false,
            } if guideline.system != System::Statute => {
                limit.standing = Standing::BehindCited { guideline };
            }
            _ => {}
        }
    }
}

/// Of the governing limits of one edition and kind, leaves the most generous one; of equal ones the first.
fn keep_most_generous(considered: &mut [ConsideredLimit<'_>]) {
    for at in 0..considered.len() {
        let Some((guideline, kind, _)) = considered.get(at).and_then(sized) else {
            continue;
        };
        let rivals = considered.iter().enumerate().filter_map(|(place, other)| {
            let (edition, rival_kind, max) = sized(other)?;
            let is_rival = rival_kind == kind && edition.id.value == guideline.id.value;
            is_rival.then_some((max, Reverse(place), other.limit))
        });
        let most = rivals.max_by_key(|(max, place, _)| (*max, *place));
        let ahead = most.filter(|(_, place, _)| place.0 != at);
        if let (Some((_, _, than)), Some(limit)) = (ahead, considered.get_mut(at)) {
            limit.standing = Standing::LessGenerous { guideline, than };
        }
    }
}

/// The edition, kind and size of a limit that governs so far and sets a size.
fn sized<'p>(limit: &ConsideredLimit<'p>) -> Option<(&'p Guideline, Size, u32)> {
    let Standing::Governs { guideline, .. } = limit.standing else {
        return None;
    };
    let (kind, max) = size(limit.limit);
    (kind != Size::Neither).then_some((guideline, kind, max))
}

/// The limits that the rationale may recite: those on the item's treatment, for any diagnosis, in an edition
/// that the reviewer's line cites.
pub(crate) fn recitable<'r>(case: &Case<'r>, item: &ItemReading) -> Vec<GoverningLimit<'r>> {
    let limits = case.limits_on(item);
    limits
        .filter_map(|(limit, editions)| {
            let (guideline, cited) = by_edition(case, item, editions).ok()?;
            cited.then_some(GoverningLimit {
                limit,
                guideline,
                cited,
            })
        })
        .collect()
}

/// Whether one of these editions is cited by the reviewer, or was in force as part of the MTUS.
pub(crate) fn is_in_play(case: &Case<'_>, item: &ItemReading, editions: &[usize]) -> bool {
    by_edition(case, item, editions).is_ok()
}

/// The edition by which an entry applies, and whether the reviewer's line cites it: one that it cites, or an
/// statute that was in force on the decision date; an MTUS edition that was, only where the reviewer names no
/// guideline at all (another one that is named may be the right one for this injury). ODG applies only where it
/// is cited.
fn by_edition<'r>(
    case: &Case<'r>,
    item: &ItemReading,
    editions: &[usize],
) -> Result<(&'r Guideline, bool), OutOfPlay> {
    let known = |edition: &usize| case.pack.guidelines.get(*edition);
    let cited = editions
        .iter()
        .find(|edition| case.reviewer_cites(item, **edition));
    if let Some(guideline) = cited.and_then(known) {
        return Ok((guideline, true));
    }
    let mut reason = OutOfPlay::NotCited;
    for guideline in editions.iter().filter_map(known) {
        match in_force(case, item, guideline) {
            Ok(()) => return Ok((guideline, false)),
            Err(why) => reason = reason.max(why),
        }
    }
    Err(reason)
}

/// Whether an edition that is not cited applies all the same, because it was in force.
fn in_force(case: &Case<'_>, item: &ItemReading, guideline: &Guideline) -> Result<(), OutOfPlay> {
    match guideline.system {
        System::Statute => {}
        System::Mtus if item.reviewer.citations.is_empty() => {}
        System::Mtus => return Err(OutOfPlay::AnotherCited),
        _ => return Err(OutOfPlay::NotCited),
    }
    let Some(decided) = case.reading.decided else {
        return Err(OutOfPlay::NoDecisionDate);
    };
    let force = guideline.in_force;
    let applies = force.from.is_none_or(|from| from <= decided.date)
        && force.to.is_none_or(|to| decided.date <= to);
    if applies {
        Ok(())
    } else {
        Err(OutOfPlay::NotInForce)
    }
}

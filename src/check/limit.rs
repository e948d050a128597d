//! Which limits apply to an item, and which of them govern.

use super::case::Case;
use crate::reading::letter::ItemReading;
use crate::rules::decode::Located;
use crate::rules::pack::{Bounds, Guideline, Limit, System};

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

/// The limits that govern an item. What the reviewer cites goes before what was merely in force; of several
/// limits of one edition and size (a number for each diagnosis) the most generous one governs, because the
/// letter rarely says which diagnosis a treatment is for.
pub(crate) fn governing<'r>(case: &Case<'r>, item: &ItemReading) -> Vec<GoverningLimit<'r>> {
    let applying: Vec<GoverningLimit<'r>> = case
        .pack
        .limits
        .iter()
        .filter(|limit| limit.enabled && concerns(case, item, limit))
        .filter_map(|limit| {
            let (guideline, cited) = by_edition(case, item, &limit.guidelines)?;
            Some(GoverningLimit {
                limit,
                guideline,
                cited,
            })
        })
        .collect();
    let any_cited = applying.iter().any(|applying| applying.cited);
    let statutory = |limit: &GoverningLimit<'_>| limit.guideline.system == System::Statute;
    let mut governing: Vec<GoverningLimit<'r>> = Vec::new();
    for candidate in applying {
        if any_cited && !candidate.cited && !statutory(&candidate) {
            continue;
        }
        let (kind, max) = size(candidate.limit);
        let rival = governing.iter_mut().find(|governing| {
            kind != Size::Neither
                && size(governing.limit).0 == kind
                && governing.guideline.id.value == candidate.guideline.id.value
        });
        match rival {
            Some(rival) if size(rival.limit).1 < max => *rival = candidate,
            Some(_) => {}
            None => governing.push(candidate),
        }
    }
    governing
}

/// The limits that the rationale may recite: those on the item's treatment, for any diagnosis, in an edition
/// that the reviewer's line cites.
pub(crate) fn recitable<'r>(case: &Case<'r>, item: &ItemReading) -> Vec<GoverningLimit<'r>> {
    let limits = case.pack.limits.iter();
    limits
        .filter(|limit| limit.enabled && is_for(case, item, limit))
        .filter_map(|limit| {
            let (guideline, cited) = by_edition(case, item, &limit.guidelines)?;
            cited.then_some(GoverningLimit {
                limit,
                guideline,
                cited,
            })
        })
        .collect()
}

/// Whether a limit is on the item's treatment.
fn is_for(case: &Case<'_>, item: &ItemReading, limit: &Limit) -> bool {
    let mut treatments = limit.treatments.iter();
    treatments.any(|treatment| case.is_treatment(item, &treatment.value))
}

/// Whether a limit is about the item's treatment and diagnosis.
fn concerns(case: &Case<'_>, item: &ItemReading, limit: &Limit) -> bool {
    let diagnosed = || limit.diagnoses.is_empty() || case.is_diagnosed(item, limit);
    let exempt = || {
        limit
            .exempt_when
            .iter()
            .any(|fact| case.mentions_fact(item, &fact.value).is_some())
    };
    is_for(case, item, limit) && diagnosed() && !exempt()
}

/// Whether one of these editions is cited by the reviewer, or was in force as part of the MTUS.
pub(crate) fn is_in_play(
    case: &Case<'_>,
    item: &ItemReading,
    editions: &[Located<String>],
) -> bool {
    by_edition(case, item, editions).is_some()
}

/// The edition by which an entry applies, and whether the reviewer's line cites it: one that it cites, or an
/// statute that was in force on the decision date; an MTUS edition that was, only where the reviewer names no
/// guideline at all (another one that is named may be the right one for this injury). ODG applies only where it
/// is cited.
fn by_edition<'r>(
    case: &Case<'r>,
    item: &ItemReading,
    editions: &[Located<String>],
) -> Option<(&'r Guideline, bool)> {
    let known = || editions.iter().filter_map(|id| case.guideline(&id.value));
    if let Some((_, guideline)) = known().find(|(index, _)| case.reviewer_cites(item, *index)) {
        return Some((guideline, true));
    }
    let decided = case.reading.decided?.date;
    let mut in_force = known().filter(|(_, guideline)| {
        let applies = match guideline.system {
            System::Statute => true,
            System::Mtus => item.reviewer.citations.is_empty(),
            _ => false,
        };
        applies
            && guideline.in_force.from.is_none_or(|from| from <= decided)
            && guideline.in_force.to.is_none_or(|to| decided <= to)
    });
    in_force.next().map(|(_, guideline)| (guideline, false))
}

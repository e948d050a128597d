//! The numbers that the request of an item can be held against: those that its rationale recites, and those of
//! the editions that its reviewer cites.

use super::case::Case;
use super::limit;
use crate::reading::letter::ItemReading;
use crate::reading::number::CountRange;
use crate::reading::recited_limit::{Course, RecitedLimit};
use crate::rules::pack::{Bounds, Limit, System};
use crate::span::ByteSpan;

/// A number of visits that a request can be held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bound {
    /// The most visits.
    pub(crate) most: u32,
    /// Whether it is the size of a first course, which may be extended.
    pub(crate) trial: bool,
    /// Whose number it is. `None`: the words do not say, so it is the reviewer's line's.
    pub(crate) system: Option<System>,
    /// Whether an edition that the reviewer's line cites has this number, or no other is named for it.
    pub(crate) cited: bool,
    /// Where the rationale gives it; `None`: the pack does.
    pub(crate) span: Option<ByteSpan>,
    /// The number with what it is of, for messages.
    pub(crate) shown: String,
}

/// Which of the limits for a diagnosis are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Diagnoses {
    /// Those of diagnoses that the letter names.
    Named,
    /// All of them.
    Any,
}

/// The bounds of an item.
pub(crate) fn bounds(case: &Case<'_>, item: &ItemReading, diagnoses: Diagnoses) -> Vec<Bound> {
    let is_meant = |limit: &Limit| {
        diagnoses == Diagnoses::Any
            || limit.diagnoses.is_empty()
            || case.diagnosis(item, limit).is_some()
    };
    let cited = limit::recitable(case, item);
    let is_trial = |visits: CountRange| {
        let mut limits = cited.iter().map(|cited| cited.limit);
        limits.any(|limit| limit.trial.is_some_and(|trial| fits(visits, trial)))
    };
    let is_cited = |visits: CountRange| {
        let mut limits = cited.iter().map(|cited| cited.limit);
        limits.any(|limit| {
            limit
                .total
                .or(limit.trial)
                .is_some_and(|size| fits(visits, size))
        })
    };
    let is_own = |recited: &&RecitedLimit| {
        let limit = recited.diagnosis.and_then(|at| case.pack.limits.get(at));
        limit.is_none_or(is_meant)
    };
    let recited = item.rationale.recited.iter();
    // Where only numbers for other diagnoses are recited, any of them may be meant.
    let any_own = recited.clone().any(|recited| is_own(&recited));
    let recited = recited.filter(|recited| !any_own || is_own(recited));
    let recited = recited.filter_map(|recited| {
        let visits = recited.visits?;
        Some(Bound {
            most: visits.max,
            trial: is_of_trial(recited) || recited.course == Course::Unsaid && is_trial(visits),
            system: recited.system,
            cited: recited.system.is_none() || is_cited(visits),
            span: Some(recited.span),
            shown: format!("{visits} visits"),
        })
    });
    let compared = item.rationale.comparisons.iter().filter_map(|compared| {
        let visits = compared.limit?;
        Some(Bound {
            most: visits.max,
            trial: is_trial(visits),
            system: None,
            cited: true,
            span: Some(compared.span),
            shown: format!("{visits} visits"),
        })
    });
    let encoded = cited.iter().filter(|cited| is_meant(cited.limit));
    let encoded = encoded.filter_map(|cited| {
        let limit = cited.limit;
        let size = limit.total.or(limit.trial)?;
        (limit.unit == "visit").then(|| Bound {
            most: size.max,
            trial: limit.total.is_none(),
            system: Some(cited.guideline.system),
            cited: true,
            span: None,
            shown: format!("{size} visits ({})", limit.title),
        })
    });
    recited.chain(compared).chain(encoded).collect()
}

fn is_of_trial(recited: &RecitedLimit) -> bool {
    recited.course == Course::Trial
}

/// Whether a recited number is one of a limit: "up to 6" is 3 to 6.
pub(crate) fn fits(visits: CountRange, limit: Bounds) -> bool {
    limit.min <= visits.min && visits.max <= limit.max
}

/// Whether the bounds hold a number of every body of guidelines that the comparison may mean: those of the
/// reviewer's line, those that the rationale recites, and those that stand in the sentence of a comparison.
pub(crate) fn cover_every_source(item: &ItemReading, bounds: &[Bound]) -> bool {
    let cited = || {
        item.reviewer
            .citations
            .iter()
            .map(|citation| citation.system)
    };
    let in_comparison = |span: ByteSpan| {
        let mut comparisons = item.rationale.comparisons.iter();
        comparisons.any(|comparison| comparison.sentence.contains(span))
    };
    let sources = item.rationale.sources.iter();
    let meant = sources
        .filter(|source| source.recited || in_comparison(source.span))
        .map(|source| source.system);
    let covers = |system: System| {
        let is_cited = cited().any(|cited| family(cited) == family(system));
        bounds.iter().any(|bound| {
            let own = bound.system.map(family) == Some(family(system));
            own || bound.cited && is_cited
        })
    };
    cited()
        .chain(meant)
        .filter(|system| *system != System::Statute)
        .all(covers)
}

/// The chapters of ACOEM's second edition are part of the MTUS.
pub(crate) fn family(system: System) -> System {
    match system {
        System::Acoem => System::Mtus,
        other => other,
    }
}

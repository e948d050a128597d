//! Limits that contradict each other.

use std::collections::HashMap;

use crate::rules::decode::quoted;
use crate::rules::pack::{Bounds, Limit, Timed};
use crate::rules::problem::RuleProblem;
use crate::rules::problem_log::ProblemLog;

/// How many limits of one treatment, edition and kind of size are compared with the next one. No edition
/// has so many.
const MAX_COMPARED: usize = 64;

/// A kind of size that a limit may set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Size {
    Trial,
    Total,
    Frequency(Course),
    Duration(Course),
}

/// Which part of a course a limit is about: how long a first course lasts says nothing of how long the
/// whole does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Course {
    Trial,
    Total,
    Any,
}

/// A treatment, an edition and a kind of size: for all of them together there is one number.
type Scope<'p> = (&'p str, &'p str, Size);

/// The number of a limit for one size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Number {
    Counted(Bounds),
    Timed(Timed),
}

/// Reports two enabled limits that cannot both hold: the same treatment, edition (and with it, the same dates)
/// and kind of size, other numbers, and no diagnoses that tell them apart. A limit
/// for some diagnoses beside one for all the others is no contradiction.
pub(super) fn agree(limits: &[Limit], log: &mut ProblemLog) {
    let mut by_scope: HashMap<Scope<'_>, Vec<(&Limit, Number)>> = HashMap::new();
    for limit in limits.iter().filter(|limit| limit.enabled) {
        let mut reported = Vec::new();
        for treatment in &limit.treatments {
            for guideline in &limit.guidelines {
                for (size, number) in sizes(limit) {
                    let scope = (treatment.value.as_str(), guideline.value.as_str(), size);
                    let same = by_scope.entry(scope).or_default();
                    let before = same.iter().rev().take(MAX_COMPARED);
                    let clash = before.copied().find(|(other, otherwise)| {
                        *otherwise != number
                            && other.unit == limit.unit
                            && !told_apart(limit, other)
                    });
                    if let Some((other, _)) = clash
                        && !reported.contains(&other.id.value)
                    {
                        reported.push(other.id.value.clone());
                        log.push(contradiction(limit, other, scope));
                    }
                    same.push((limit, number));
                }
            }
        }
    }
}

fn sizes(limit: &Limit) -> Vec<(Size, Number)> {
    let course = match (limit.trial, limit.total) {
        (Some(_), None) => Course::Trial,
        (None, Some(_)) => Course::Total,
        _ => Course::Any,
    };
    let sizes = [
        limit.trial.map(|size| (Size::Trial, Number::Counted(size))),
        limit.total.map(|size| (Size::Total, Number::Counted(size))),
        limit
            .frequency
            .map(|size| (Size::Frequency(course), Number::Timed(size))),
        limit
            .duration
            .map(|size| (Size::Duration(course), Number::Timed(size))),
    ];
    sizes.into_iter().flatten().collect()
}

/// Whether the diagnoses tell which of two limits holds: one is for some diagnoses and the other for all
/// others, or none of the one's is among the other's.
fn told_apart(one: &Limit, other: &Limit) -> bool {
    if one.diagnoses.is_empty() && other.diagnoses.is_empty() {
        return false;
    }
    let normal = |diagnosis: &String| diagnosis.to_lowercase();
    let others: Vec<String> = other.diagnoses.iter().map(normal).collect();
    !one.diagnoses
        .iter()
        .any(|diagnosis| others.contains(&normal(diagnosis)))
}

fn contradiction(
    limit: &Limit,
    other: &Limit,
    (treatment, guideline, size): Scope<'_>,
) -> RuleProblem {
    let size = match size {
        Size::Trial => "trial",
        Size::Total => "total",
        Size::Frequency(_) => "frequency",
        Size::Duration(_) => "duration",
    };
    RuleProblem {
        message: format!(
            "the limits `{}` and `{}` give `{}` in `{}` another {size}",
            quoted(&other.id.value),
            quoted(&limit.id.value),
            quoted(treatment),
            quoted(guideline),
        ),
        places: vec![
            (limit.id.place.clone(), limit.numbers()),
            (other.id.place.clone(), other.numbers()),
        ],
        help: Some(
            "tell them apart by `diagnoses` or by editions, join them, or give the one that does not hold \
             `enabled: false`"
                .to_owned(),
        ),
    }
}

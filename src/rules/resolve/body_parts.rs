//! Body parts lie within larger ones, and never in a circle.

use std::collections::HashMap;

use crate::rules::pack::BodyPart;
use crate::rules::problem::RuleProblem;
use crate::rules::problem_log::ProblemLog;

/// How many parts of a circle are named.
const MAX_NAMED: usize = 8;

/// How far the walk from a part has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Walk {
    New,
    /// Met on the walk with this number.
    Begun(usize),
}

/// Reports each circle of `within` once.
pub(super) fn no_cycles(parts: &[BodyPart], log: &mut ProblemLog) {
    let by_id: HashMap<&str, usize> = parts
        .iter()
        .enumerate()
        .map(|(at, part)| (part.id.value.as_str(), at))
        .collect();
    let whole = |at: usize| {
        let within = parts[at].within.as_ref()?;
        by_id.get(within.value.as_str()).copied()
    };
    let mut walks = vec![Walk::New; parts.len()];
    for start in 0..parts.len() {
        let mut next = Some(start);
        while let Some(at) = next {
            match walks[at] {
                Walk::New => walks[at] = Walk::Begun(start),
                Walk::Begun(walk) if walk == start => {
                    report(parts, &circle(at, whole), log);
                    break;
                }
                Walk::Begun(_) => break,
            }
            next = whole(at);
        }
    }
}

fn circle(start: usize, whole: impl Fn(usize) -> Option<usize>) -> Vec<usize> {
    let mut circle = vec![start];
    let mut next = whole(start);
    while let Some(at) = next.filter(|at| *at != start) {
        circle.push(at);
        next = whole(at);
    }
    circle
}

fn report(parts: &[BodyPart], circle: &[usize], log: &mut ProblemLog) {
    let within = circle.iter().filter_map(|at| parts[*at].within.as_ref());
    let mut names: Vec<&str> = circle
        .iter()
        .map(|at| parts[*at].id.value.as_str())
        .collect();
    names.truncate(MAX_NAMED);
    names.extend((circle.len() > MAX_NAMED).then_some("..."));
    names.extend(circle.first().map(|at| parts[*at].id.value.as_str()));
    log.push(RuleProblem {
        message: format!(
            "body parts lie within each other in a circle: {}",
            names.join(" within ")
        ),
        places: within
            .take(MAX_NAMED)
            .map(|within| (within.place.clone(), "within".to_owned()))
            .collect(),
        help: Some("remove `within` from the largest of them".to_owned()),
    });
}

//! Editions are told apart by label and year.

use std::collections::HashMap;

use crate::rules::decode::quoted;
use crate::rules::pack::{Guideline, InForce};
use crate::rules::problem::RuleProblem;
use crate::rules::problem_log::ProblemLog;

/// How many editions with the same label and year are compared with the next one. No year has so many.
const MAX_COMPARED: usize = 64;

/// Reports two editions that a letter cannot tell apart: they share a label and the year, and were in force
/// on the same day. A label that one edition lists twice is reported too.
pub(super) fn told_apart(guidelines: &[Guideline], log: &mut ProblemLog) {
    let mut editions: HashMap<(String, Option<u16>), Vec<&Guideline>> = HashMap::new();
    for guideline in guidelines {
        for label in &guideline.labels {
            let same = editions.entry((normal(label), guideline.year)).or_default();
            // The first clash is enough: a label that stands in many editions is one mistake in each.
            let before = same.iter().rev().take(MAX_COMPARED);
            let clash = before
                .copied()
                .find(|other| overlap(other.in_force, guideline.in_force));
            match clash {
                Some(other) => log.push(clashing(guideline, other, label)),
                None => same.push(guideline),
            }
        }
    }
}

/// Letters differ in case and spacing.
fn normal(label: &str) -> String {
    let words: Vec<_> = label.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

/// Whether two editions may have been in force on the same day. An end that is not known may be any.
fn overlap(one: InForce, other: InForce) -> bool {
    let ends_before = |one: InForce, other: InForce| {
        let (to, from) = (one.to, other.from);
        to.zip(from).is_some_and(|(to, from)| to < from)
    };
    !ends_before(one, other) && !ends_before(other, one)
}

fn clashing(guideline: &Guideline, other: &Guideline, label: &str) -> RuleProblem {
    let label = quoted(label);
    if std::ptr::eq(guideline, other) {
        return RuleProblem {
            message: format!(
                "the label `{label}` is given twice in `{}`",
                quoted(&guideline.id.value)
            ),
            places: vec![(guideline.id.place.clone(), "in this guideline".to_owned())],
            help: Some("letter case makes no difference; keep one of the two".to_owned()),
        };
    }
    let year = match guideline.year {
        Some(year) => format!("the year {year}"),
        None => "no year".to_owned(),
    };
    RuleProblem {
        message: format!(
            "the guidelines `{}` and `{}` both have the label `{label}`, {year}, and were in force on the same days",
            quoted(&other.id.value),
            quoted(&guideline.id.value),
        ),
        places: vec![
            (guideline.id.place.clone(), "this one".to_owned()),
            (other.id.place.clone(), "and this one".to_owned()),
        ],
        help: Some("a letter that cites it could mean either; correct the year, the days in force or the label".to_owned()),
    }
}

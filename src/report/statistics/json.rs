//! The numbers of a run as JSON; `docs/json.md` describes the document.

use serde::Serialize;

use super::{Decisions, LetterCount, RuleCount, Statistics};
use crate::report::json::as_json;
use crate::report::rules_json::RulesJson;
use crate::report::summary::Summary;
use crate::rules::pack::Pack;

/// The value of `schema`.
const SCHEMA: &str = "imr-lint/stats-1";

#[derive(Serialize)]
struct Document<'s> {
    schema: &'static str,
    rules: RulesJson<'s>,
    summary: &'s Summary,
    decisions: Decisions,
    treatments: Vec<Treatment<'s>>,
    findings: Vec<RuleCount>,
    editions: Vec<Edition<'s>>,
    letters: &'s [LetterCount],
}

#[derive(Serialize)]
struct Treatment<'s> {
    treatment: Option<&'s str>,
    #[serde(flatten)]
    decisions: Decisions,
}

#[derive(Serialize)]
struct Edition<'s> {
    guideline: &'s str,
    items: usize,
}

pub(super) fn drawn(statistics: &Statistics, summary: &Summary, pack: &Pack) -> String {
    let treatments = statistics.by_treatment().into_iter();
    let editions = statistics.editions().into_iter();
    let mut drawn = as_json(&Document {
        schema: SCHEMA,
        rules: RulesJson::new(pack),
        summary,
        decisions: statistics.decisions,
        treatments: treatments
            .map(|(treatment, decisions)| Treatment {
                treatment,
                decisions,
            })
            .collect(),
        findings: statistics.by_rule(),
        editions: editions
            .map(|(guideline, items)| Edition { guideline, items })
            .collect(),
        letters: statistics.worst(),
    });
    drawn.push('\n');
    drawn
}

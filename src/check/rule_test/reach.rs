//! Whether what a test is about is asked of its letter at all, and what was answered where it is.

use super::outcome::Fault;
use super::{Kind, Tested};
use crate::check::explain::{ConditionNode, Explanation, NotAsked, Question, RuleOutcome};
use crate::check::{Linter, limit, subjects};
use crate::reading::letter::LetterReading;
use crate::rules::test_case::RuleTest;
use crate::source::SourceText;

/// What was asked of the letter of a test.
pub(super) struct Reach {
    explanation: Explanation,
    /// The limits that govern an item or may be recited.
    limits: Vec<String>,
    /// The criteria that apply to an item.
    criteria: Vec<String>,
    has_waivers: bool,
}

impl Reach {
    pub(super) fn new(linter: &Linter, test: &RuleTest, source: &SourceText) -> Self {
        let letter = linter.parse(source);
        let reading = linter.read(source, &letter, None);
        Self {
            limits: limits(linter, &reading),
            criteria: criteria(linter, &reading),
            explanation: linter.explain(source, &reading, &Question::default()),
            has_waivers: test.waivers.is_some(),
        }
    }

    /// Why the limit or criterion that is tested is not asked of the letter.
    pub(super) fn unreached(&self, entry: &Tested<'_>) -> Option<Fault> {
        let because = match entry.kind {
            Kind::Rule => return None,
            Kind::Limit if self.limits.iter().any(|id| id == entry.id) => return None,
            Kind::Criterion if self.criteria.iter().any(|id| id == entry.id) => return None,
            Kind::Limit => self.why_no_limit(entry.id),
            Kind::Criterion => {
                "no item asks for its treatment under a guideline that has it".to_owned()
            }
        };
        Some(Fault::Unreachable {
            entry: entry.id.to_owned(),
            because,
        })
    }

    fn why_no_limit(&self, id: &str) -> String {
        let items = self.explanation.items.iter();
        let mut considered = items.flat_map(|item| &item.limits);
        let found = considered.find(|limit| limit.id == id);
        found.map_or_else(
            || "no item asks for its treatment".to_owned(),
            |limit| limit.because.clone(),
        )
    }

    /// Why a rule did not fire.
    pub(super) fn silence(&self, rule: &str) -> Fault {
        let items = self.explanation.items.iter().flat_map(|item| &item.rules);
        let of_rule = self.explanation.letter.iter().chain(items);
        let of_rule: Vec<_> = of_rule.filter(|asked| asked.rule == rule).collect();
        let mut askings = of_rule.iter().flat_map(|rule| &rule.asked).peekable();
        if askings.peek().is_none() && !(self.has_waivers && rule.starts_with("waiver/")) {
            let reason = of_rule.first().map(|rule| match rule.outcome {
                RuleOutcome::NotAsked(NotAsked::Nothing(what)) => what,
                RuleOutcome::NotAsked(reason) => reason.reason(),
                _ => "nothing was asked",
            });
            return Fault::Unreachable {
                entry: rule.to_owned(),
                because: reason.unwrap_or("the letter has no item").to_owned(),
            };
        }
        // Of several things that it was asked of, the one that came nearest.
        let nearest = askings.max_by_key(|asking| asking.tree.truth);
        let deciding = nearest.map(|asking| asking.tree.deciding());
        Fault::Missing {
            rule: rule.to_owned(),
            instead: deciding
                .unwrap_or_default()
                .into_iter()
                .map(answer)
                .collect(),
        }
    }
}

/// `decision: upheld` with what was answered.
fn answer(node: &ConditionNode) -> String {
    let answer = format!("{} is {}", node.kind.written(), node.truth.name());
    match &node.reason {
        Some(reason) => format!("{answer} ({reason})"),
        None => answer,
    }
}

fn limits(linter: &Linter, reading: &LetterReading<'_>) -> Vec<String> {
    let mut ids = Vec::new();
    for item in &reading.items {
        let case = linter.case(reading, Some(item));
        let asked = limit::governing(&case, item).into_iter();
        let asked = asked.chain(limit::recitable(&case, item));
        ids.extend(asked.map(|asked| asked.limit.id.value.clone()));
    }
    ids
}

fn criteria(linter: &Linter, reading: &LetterReading<'_>) -> Vec<String> {
    let mut ids = Vec::new();
    for item in &reading.items {
        let case = linter.case(reading, Some(item));
        let applying = subjects::applying_criteria(&case);
        ids.extend(applying.map(|criterion| criterion.id.value.clone()));
    }
    ids
}

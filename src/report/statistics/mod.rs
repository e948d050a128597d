//! A run in numbers: what was decided of which treatment, which rules found how much, which editions are cited, and the
//! letters with most findings. Formats that show some of these numbers add up the [`Tally`] of each letter.

mod bar;
mod format;
mod json;
mod text;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

pub use bar::Bars;
pub use format::{StatisticsFormat, StatisticsStyle};
use serde::Serialize;

use super::json::Beside;
use super::tally::Tally;
use crate::finding::Severity;
use crate::letter::Decision;

/// How many letters with most findings are kept.
const WORST: usize = 10;

/// The numbers of a run.
#[derive(Clone, Debug, Default)]
pub struct Statistics {
    /// Letters that could be read.
    pub read: usize,
    /// Decisions of all items.
    pub decisions: Decisions,
    /// Decisions by treatment, by id; an item that names several stands under each. `""`: items that name none.
    treatments: BTreeMap<String, Decisions>,
    rules: BTreeMap<String, RuleCount>,
    editions: BTreeMap<String, usize>,
    /// The letters with most findings, those with most first.
    worst: Vec<LetterCount>,
}

/// How some items were decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Decisions {
    /// The items.
    pub items: usize,
    /// Those that were upheld.
    pub upheld: usize,
    /// Those that were overturned.
    pub overturned: usize,
    /// Those without a decision, or with another word.
    pub other: usize,
}

impl Decisions {
    fn count(&mut self, decision: Option<Decision>) {
        self.items += 1;
        match decision {
            Some(Decision::Upheld) => self.upheld += 1,
            Some(Decision::Overturned) => self.overturned += 1,
            None => self.other += 1,
        }
    }
}

/// What a rule found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RuleCount {
    /// Its id.
    pub rule: String,
    /// The gravest severity of its findings.
    pub severity: Severity,
    /// Its findings.
    pub findings: usize,
    /// The letters that have one.
    pub letters: usize,
    /// Findings for every hundred letters that could be read; 0 for what is found in no letter, but in the waivers file.
    pub per_100_letters: f64,
}

/// The findings of a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LetterCount {
    /// Its path.
    pub path: String,
    /// Its case number.
    pub case_number: Option<String>,
    /// Its findings.
    pub findings: usize,
    /// Those that are errors.
    pub errors: usize,
}

impl Statistics {
    /// Adds a letter.
    pub fn add(&mut self, letter: Tally) {
        self.read += usize::from(!letter.unread);
        for item in &letter.items {
            self.decisions.count(item.decision);
            let none = [String::new()];
            let treatments = match item.treatments.as_slice() {
                [] => &none,
                named => named,
            };
            for treatment in treatments {
                let decisions = self.treatments.entry(treatment.clone()).or_default();
                decisions.count(item.decision);
            }
            for edition in &item.editions {
                *self.editions.entry(edition.clone()).or_default() += 1;
            }
        }
        self.add_findings(&letter.findings);
        let rules: BTreeSet<&str> = letter.findings.iter().map(|(rule, _)| &**rule).collect();
        for rule in rules {
            if let Some(count) = self.rules.get_mut(rule) {
                count.letters += 1;
            }
        }
        self.add_worst(letter);
    }

    /// Adds what was found in the waivers file of the run; it is no letter, but its findings count.
    pub fn add_waivers(&mut self, beside: &Beside<'_>) {
        let findings = beside.waivers.into_iter();
        let findings = findings.flat_map(|(_, _, findings)| findings);
        let findings: Vec<(String, Severity)> = findings
            .map(|finding| (finding.rule.clone(), finding.severity))
            .collect();
        self.add_findings(&findings);
    }

    fn add_findings(&mut self, findings: &[(String, Severity)]) {
        for (rule, severity) in findings {
            let count = self.rules.entry(rule.clone()).or_insert_with(|| RuleCount {
                rule: rule.clone(),
                severity: *severity,
                findings: 0,
                letters: 0,
                per_100_letters: 0.0,
            });
            count.findings += 1;
            count.severity = count.severity.max(*severity);
        }
    }

    fn add_worst(&mut self, letter: Tally) {
        let errors = letter.findings.iter();
        let errors = errors.filter(|(_, severity)| *severity == Severity::Error);
        let count = LetterCount {
            path: letter.name,
            case_number: letter.case_number,
            findings: letter.findings.len(),
            errors: errors.count(),
        };
        if count.findings == 0 {
            return;
        }
        self.worst.push(count);
        // The sort is stable: of equal letters the earlier one stays in front.
        let rank = |letter: &LetterCount| Reverse((letter.findings, letter.errors));
        self.worst.sort_by_key(rank);
        self.worst.truncate(WORST);
    }

    /// The treatments, those of most items first; `None` for items that name none.
    #[must_use]
    pub fn by_treatment(&self) -> Vec<(Option<&str>, Decisions)> {
        let all = self.treatments.iter();
        let mut all: Vec<_> = all
            .map(|(id, decisions)| ((!id.is_empty()).then_some(id.as_str()), *decisions))
            .collect();
        all.sort_by_key(|(id, decisions)| (id.is_none(), Reverse(decisions.items)));
        all
    }

    /// The rules that found something, those with most findings first.
    #[must_use]
    pub fn by_rule(&self) -> Vec<RuleCount> {
        let mut all: Vec<RuleCount> = self.rules.values().cloned().collect();
        for rule in all.iter_mut().filter(|rule| rule.letters > 0) {
            // A count that a float cannot hold exactly is a run of more letters than there are.
            rule.per_100_letters = 100.0 * rule.findings as f64 / self.read.max(1) as f64;
        }
        all.sort_by_key(|rule| Reverse(rule.findings));
        all
    }

    /// The editions that reviewers cite, each with the items that cite it, the most cited first.
    #[must_use]
    pub fn editions(&self) -> Vec<(&str, usize)> {
        let all = self.editions.iter();
        let mut all: Vec<_> = all.map(|(id, items)| (id.as_str(), *items)).collect();
        all.sort_by_key(|(_, items)| Reverse(*items));
        all
    }

    /// The ten letters with most findings.
    #[must_use]
    pub fn worst(&self) -> &[LetterCount] {
        &self.worst
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::tally::ItemTally;

    fn tally(name: &str, decisions: &[Option<Decision>], findings: &[(&str, Severity)]) -> Tally {
        let items = decisions.iter().map(|decision| ItemTally {
            treatments: vec!["acupuncture".to_owned()],
            decision: *decision,
            editions: vec!["mtus-acupuncture-2007".to_owned()],
        });
        let findings = findings.iter();
        Tally {
            name: name.to_owned(),
            items: items.collect(),
            findings: findings
                .map(|(rule, severity)| ((*rule).to_owned(), *severity))
                .collect(),
            ..Tally::default()
        }
    }

    #[test]
    fn letters_are_added_up() {
        let mut statistics = Statistics::default();
        let (upheld, overturned) = (Some(Decision::Upheld), Some(Decision::Overturned));
        let error = ("a/b", Severity::Error);
        statistics.add(tally("one", &[upheld, None], &[error, error]));
        statistics.add(tally("two", &[overturned], &[("a/b", Severity::Warning)]));
        statistics.add(tally("three", &[], &[]));
        let decided = Decisions {
            items: 3,
            upheld: 1,
            overturned: 1,
            other: 1,
        };
        assert_eq!(statistics.decisions, decided);
        assert_eq!(statistics.by_treatment(), [(Some("acupuncture"), decided)]);
        assert_eq!(statistics.editions(), [("mtus-acupuncture-2007", 3)]);
        let rules = statistics.by_rule();
        let [rule] = rules.as_slice() else {
            panic!("{rules:?}");
        };
        assert_eq!(
            (rule.findings, rule.letters, rule.severity),
            (3, 2, Severity::Error)
        );
        assert!((rule.per_100_letters - 100.0).abs() < f64::EPSILON);
        let worst: Vec<&str> = statistics
            .worst()
            .iter()
            .map(|letter| &*letter.path)
            .collect();
        assert_eq!(worst, ["one", "two"]);
    }

    #[test]
    fn an_item_without_a_treatment_stands_last() {
        let mut statistics = Statistics::default();
        let mut letter = tally("one", &[None, None, None], &[]);
        letter.items[0].treatments.clear();
        letter.items[1].treatments.clear();
        statistics.add(letter);
        let names: Vec<_> = statistics
            .by_treatment()
            .into_iter()
            .map(|(id, _)| id)
            .collect();
        assert_eq!(names, [Some("acupuncture"), None]);
    }
}

//! The run in numbers: tables with bars.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::finding::{Finding, Severity};
use crate::letter::Decision;
use crate::report::tally::Tally;

/// Added up, letter by letter.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    decisions: Decisions,
    treatments: BTreeMap<String, Decisions>,
    rules: BTreeMap<String, Severities>,
}

/// Items by decision.
#[derive(Clone, Copy, Debug, Default, Serialize)]
struct Decisions {
    upheld: usize,
    overturned: usize,
    other: usize,
}

/// Findings by severity.
#[derive(Clone, Copy, Debug, Default, Serialize)]
struct Severities {
    errors: usize,
    warnings: usize,
    notes: usize,
}

/// The numbers as they are shown.
#[derive(Debug, Serialize)]
pub(super) struct NumbersView {
    decisions: Decisions,
    /// "21.4 %", or a dash where nothing was decided.
    overturn_rate: String,
    /// By number of items.
    treatments: Vec<TreatmentView>,
    /// By severity and number of findings.
    rules: Vec<RuleView>,
    /// All rules and treatments that occur, by name, for the filters.
    rule_names: Vec<String>,
    treatment_names: Vec<String>,
}

#[derive(Debug, Serialize)]
struct TreatmentView {
    id: String,
    decisions: Decisions,
    total: usize,
    overturn_rate: String,
    /// In percent of the largest number of items.
    bars: [Bar; 3],
}

#[derive(Debug, Serialize)]
struct RuleView {
    id: String,
    severities: Severities,
    total: usize,
    bars: [Bar; 3],
}

/// A part of a bar, in percent of the longest one.
#[derive(Debug, Serialize)]
struct Bar {
    class: &'static str,
    x: String,
    width: String,
}

impl Numbers {
    /// Adds a letter.
    pub(super) fn add(&mut self, tally: &Tally) {
        for item in &tally.items {
            self.decisions.count(item.decision);
            for treatment in &item.treatments {
                let decisions = self.treatments.entry(treatment.clone());
                decisions.or_default().count(item.decision);
            }
            if item.treatments.is_empty() {
                let decisions = self.treatments.entry(NO_TREATMENT.to_owned());
                decisions.or_default().count(item.decision);
            }
        }
        for (rule, severity) in &tally.findings {
            self.count(rule, *severity);
        }
    }

    /// Adds findings that are about no letter.
    pub(super) fn add_findings(&mut self, findings: &[Finding]) {
        for finding in findings {
            self.count(&finding.rule, finding.severity);
        }
    }

    fn count(&mut self, rule: &str, severity: Severity) {
        let severities = self.rules.entry(rule.to_owned()).or_default();
        match severity {
            Severity::Error => severities.errors += 1,
            Severity::Warning => severities.warnings += 1,
            Severity::Note => severities.notes += 1,
        }
    }

    /// The numbers as they are shown.
    pub(super) fn view(&self) -> NumbersView {
        let treatments = self.treatments.keys();
        NumbersView {
            decisions: self.decisions,
            overturn_rate: self.decisions.overturn_rate(),
            treatments: self.treatment_views(),
            rules: self.rule_views(),
            rule_names: self.rules.keys().cloned().collect(),
            treatment_names: treatments
                .filter(|name| *name != NO_TREATMENT)
                .cloned()
                .collect(),
        }
    }

    fn treatment_views(&self) -> Vec<TreatmentView> {
        let most = self
            .treatments
            .values()
            .map(Decisions::total)
            .max()
            .unwrap_or(0);
        let views = self.treatments.iter().map(|(id, decisions)| TreatmentView {
            id: id.clone(),
            decisions: *decisions,
            total: decisions.total(),
            overturn_rate: decisions.overturn_rate(),
            bars: bars(
                most,
                [
                    ("upheld", decisions.upheld),
                    ("overturned", decisions.overturned),
                    ("other", decisions.other),
                ],
            ),
        });
        let mut views: Vec<_> = views.collect();
        // What is not known is told last.
        views.sort_by_key(|view| (view.id == NO_TREATMENT, Reverse(view.total)));
        views
    }

    fn rule_views(&self) -> Vec<RuleView> {
        let most = self
            .rules
            .values()
            .map(Severities::total)
            .max()
            .unwrap_or(0);
        let views = self.rules.iter().map(|(id, severities)| RuleView {
            id: id.clone(),
            severities: *severities,
            total: severities.total(),
            bars: bars(
                most,
                [
                    ("error", severities.errors),
                    ("warning", severities.warnings),
                    ("note", severities.notes),
                ],
            ),
        });
        let mut views: Vec<_> = views.collect();
        views.sort_by_key(|view| {
            let Severities {
                errors,
                warnings,
                notes,
            } = view.severities;
            Reverse((errors, warnings, notes))
        });
        views
    }
}

/// Items of which no treatment is known.
const NO_TREATMENT: &str = "(none known)";

impl Decisions {
    fn count(&mut self, decision: Option<Decision>) {
        match decision {
            Some(Decision::Upheld) => self.upheld += 1,
            Some(Decision::Overturned) => self.overturned += 1,
            None => self.other += 1,
        }
    }

    fn total(&self) -> usize {
        self.upheld + self.overturned + self.other
    }

    /// Overturned items in percent of those upheld or overturned.
    fn overturn_rate(&self) -> String {
        match self.upheld + self.overturned {
            0 => "–".to_owned(),
            decided => percent(self.overturned, decided),
        }
    }
}

impl Severities {
    fn total(&self) -> usize {
        self.errors + self.warnings + self.notes
    }
}

/// With one digit behind the point: "21.4 %".
fn percent(part: usize, whole: usize) -> String {
    let tenths = (part * 1000 + whole / 2) / whole;
    format!("{}.{}\u{a0}%", tenths / 10, tenths % 10)
}

/// Parts side by side, the whole no longer than its share of `most`.
fn bars(most: usize, parts: [(&'static str, usize); 3]) -> [Bar; 3] {
    let share = |count: usize| (count * 10_000).checked_div(most).unwrap_or(0);
    let shown = |hundredths: usize| format!("{}.{:02}", hundredths / 100, hundredths % 100);
    let mut before = 0;
    parts.map(|(class, count)| {
        let x = shown(share(before));
        before += count;
        Bar {
            class,
            x,
            width: shown(share(count)),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::tally::ItemTally;

    #[test]
    fn rates_and_bars_follow_from_the_counts() {
        let item = |decision| ItemTally {
            treatments: vec!["acupuncture".to_owned()],
            decision: Some(decision),
            editions: Vec::new(),
        };
        let mut numbers = Numbers::default();
        numbers.add(&Tally {
            items: vec![
                item(Decision::Upheld),
                item(Decision::Upheld),
                item(Decision::Overturned),
                ItemTally {
                    treatments: Vec::new(),
                    decision: None,
                    editions: Vec::new(),
                },
            ],
            findings: vec![("item/arithmetic".to_owned(), Severity::Error)],
            ..Tally::default()
        });
        let view = numbers.view();
        assert_eq!(view.overturn_rate, "33.3\u{a0}%");
        let [acupuncture, unknown] = view.treatments.as_slice() else {
            panic!("{:?}", view.treatments);
        };
        assert_eq!(acupuncture.bars[1].x, "66.66");
        assert_eq!(acupuncture.bars[1].width, "33.33");
        assert_eq!(unknown.overturn_rate, "–");
        assert_eq!(view.treatment_names, ["acupuncture"]);
        assert_eq!(view.rules[0].severities.errors, 1);
    }
}

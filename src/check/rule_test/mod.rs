//! Runs the tests that stand in a pack: each is made into a whole letter, which is then checked.

mod letter;
mod outcome;
mod reach;

use std::collections::BTreeSet;

pub(super) use self::letter::letter_of;
pub use self::outcome::{Fault, Outcome, TestResult};
use self::reach::Reach;
use super::Linter;
use crate::finding::Finding;
use crate::rules::decode::Located;
use crate::rules::pack::Pack;
use crate::rules::problem::RulePlace;
use crate::rules::test_case::RuleTest;
use crate::source::SourceText;

/// What kind of entry a test stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Rule,
    Limit,
    Criterion,
}

/// An entry with tests.
pub(super) struct Tested<'p> {
    pub(super) kind: Kind,
    pub(super) id: &'p str,
    pub(super) tests: &'p [RuleTest],
    place: &'p RulePlace,
}

impl<'p> Tested<'p> {
    fn new(kind: Kind, id: &'p Located<String>, tests: &'p [RuleTest]) -> Self {
        Self {
            kind,
            id: &id.value,
            tests,
            place: &id.place,
        }
    }

    /// Whether a test that expects this rule makes the entry fire.
    fn is_fired_by(&self, expected: &str) -> bool {
        match self.kind {
            Kind::Rule => expected == self.id,
            Kind::Limit => expected.starts_with("limit/"),
            Kind::Criterion => expected.starts_with("criterion/"),
        }
    }

    /// Whether a test of the entry says what must come of a rule.
    pub(super) fn asserts(&self, test: &RuleTest, rule: &str) -> bool {
        let named = |rules: &[Located<String>]| rules.iter().any(|named| named.value == rule);
        self.kind == Kind::Rule && self.id == rule || named(&test.expect) || named(&test.silent)
    }
}

/// The enabled entries that have tests.
pub(super) fn tested(pack: &Pack) -> Vec<Tested<'_>> {
    let rules = pack.rules.iter().filter(|rule| rule.enabled);
    let rules = rules.map(|rule| Tested::new(Kind::Rule, &rule.id, &rule.tests));
    let limits = pack.limits.iter().filter(|limit| limit.enabled);
    let limits = limits.map(|limit| Tested::new(Kind::Limit, &limit.id, &limit.tests));
    let criteria = pack.criteria.iter().filter(|criterion| criterion.enabled);
    let criteria =
        criteria.map(|criterion| Tested::new(Kind::Criterion, &criterion.id, &criterion.tests));
    rules.chain(limits).chain(criteria).collect()
}

impl Linter {
    /// Runs all tests of the pack's enabled entries.
    #[must_use]
    pub fn run_tests(&self) -> Vec<TestResult> {
        let mut results = Vec::new();
        for entry in tested(self.pack()) {
            for test in entry.tests {
                results.push(TestResult {
                    entry: entry.id.to_owned(),
                    name: Some(test.name.value.clone()),
                    place: test.name.place.clone(),
                    outcome: self.run_test(&entry, test),
                });
            }
            results.extend(one_sided(&entry));
        }
        results
    }

    /// Whether a rule is switched off, so that no test can expect it.
    fn is_off(&self, id: &str) -> bool {
        let rules = self.pack().rules.iter();
        rules
            .filter(|rule| rule.id.value == id)
            .any(|rule| !rule.enabled)
    }

    fn run_test(&self, entry: &Tested<'_>, test: &RuleTest) -> Outcome {
        let source = SourceText::from_text(letter_of(test));
        let findings = self.findings_of(test, &source);
        let fired = |id: &str| findings.iter().any(|finding| finding.rule == id);
        let mut expected = test.expect.iter().map(|expected| expected.value.as_str());
        let silent: Vec<&str> = expected
            .clone()
            .filter(|expected| !fired(expected) && !self.is_off(expected))
            .collect();
        let must_be_silent =
            |id: &str| entry.asserts(test, id) && !expected.clone().any(|expected| expected == id);
        let noisy = findings
            .iter()
            .filter(|finding| must_be_silent(&finding.rule))
            .map(|finding| Fault::Noisy {
                rule: finding.rule.clone(),
                message: finding.message.clone(),
            });
        let mut faults: Vec<Fault> = noisy.collect();
        let about_entry = expected.any(|expected| entry.is_fired_by(expected));
        if !silent.is_empty() || about_entry && entry.kind != Kind::Rule {
            let reach = Reach::new(self, test, &source);
            if about_entry {
                faults.extend(reach.unreached(entry));
            }
            if faults.is_empty() {
                faults.extend(silent.iter().map(|rule| reach.silence(rule)));
            }
        }
        if silent.is_empty() {
            faults.extend(misplaced(test, &source, &findings));
        }
        match faults.is_empty() {
            true => Outcome::Passed,
            false => Outcome::Failed(faults),
        }
    }
}

/// The words of `labels` that stand under no label of an expected finding.
fn misplaced(test: &RuleTest, source: &SourceText, findings: &[Finding]) -> Option<Fault> {
    let expected = |finding: &&Finding| test.expect.iter().any(|rule| rule.value == finding.rule);
    let waivers = test.waivers.as_ref();
    let waivers = waivers.and_then(|(waivers, _)| Some(&waivers.first()?.place.file.text));
    let labelled: BTreeSet<String> = findings
        .iter()
        .filter(expected)
        .flat_map(|finding| {
            // What is found about waivers is labelled in their file.
            let of_waiver = finding.rule.starts_with("waiver/");
            let text = waivers.filter(|_| of_waiver);
            let text = text.map_or_else(|| source.text(), |text| text.as_ref());
            finding.labels.iter().map(move |label| {
                let words = text.get(label.span.start..label.span.end);
                on_one_line(words.unwrap_or_default())
            })
        })
        .collect();
    let is_labelled = |words: &str| {
        let words = on_one_line(words);
        labelled.iter().any(|label| label.contains(&words))
    };
    let missed = test
        .labels
        .iter()
        .filter(|words| !is_labelled(&words.value));
    let missed: Vec<String> = missed.map(|words| words.value.clone()).collect();
    (!missed.is_empty()).then(|| Fault::WrongPlace {
        words: missed,
        labelled: labelled.into_iter().collect(),
    })
}

fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is missing from the tests of an entry taken together.
fn one_sided(entry: &Tested<'_>) -> Option<TestResult> {
    let fires = |test: &&RuleTest| {
        let mut expected = test.expect.iter();
        expected.any(|expected| entry.is_fired_by(&expected.value))
    };
    let firing = entry.tests.iter().filter(fires).count();
    let outcome = match (firing, entry.tests.len()) {
        (0, _) => Outcome::NeverFires,
        (firing, all) if firing == all => Outcome::NeverSilent,
        _ => return None,
    };
    Some(TestResult {
        entry: entry.id.to_owned(),
        name: None,
        place: entry.place.clone(),
        outcome,
    })
}

#[cfg(test)]
mod tests;

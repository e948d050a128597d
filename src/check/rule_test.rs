//! Runs the tests that stand in a pack: each is made into a whole letter, which is then checked.

use super::Linter;
use crate::rules::decode::Located;
use crate::rules::pack::Pack;
use crate::rules::problem::RulePlace;
use crate::rules::test_case::{RuleTest, TestItem};
use crate::source::SourceText;

/// How a test came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// As it should.
    Passed,
    /// Rules that should have fired stayed silent, and rules that should have stayed silent fired.
    Failed {
        /// The ones that stayed silent.
        missing: Vec<String>,
        /// The ones that fired, with their messages.
        noisy: Vec<String>,
    },
    /// No test of the entry makes it fire.
    NeverFires,
    /// No test of the entry keeps it silent.
    NeverSilent,
}

/// The result of one test, or of the tests of one entry as a whole.
#[derive(Clone, Debug)]
pub struct TestResult {
    /// The rule, limit or criterion that the test stands in.
    pub entry: String,
    /// The name of the test; `None`: all tests of the entry.
    pub name: Option<String>,
    /// Where it stands.
    pub place: RulePlace,
    /// How it came out.
    pub outcome: Outcome,
}

/// An entry with tests.
struct Tested<'p> {
    id: &'p str,
    place: &'p RulePlace,
    tests: &'p [RuleTest],
    /// Whether a test that expects these findings makes the entry fire.
    fires: fn(id: &str, expected: &str) -> bool,
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
                    outcome: self.run_test(entry.id, test),
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

    fn run_test(&self, entry: &str, test: &RuleTest) -> Outcome {
        let source = SourceText::from_text(letter_of(test));
        let findings = self.findings_of(test, &source);
        let expected = |id: &str| test.expect.iter().any(|expected| expected.value == id);
        let fired = |id: &str| findings.iter().any(|finding| finding.rule == id);
        let missing: Vec<String> = test
            .expect
            .iter()
            .filter(|expected| !fired(&expected.value) && !self.is_off(&expected.value))
            .map(|expected| expected.value.clone())
            .collect();
        let must_be_silent = |id: &str| {
            !expected(id) && (id == entry || test.silent.iter().any(|silent| silent.value == id))
        };
        let noisy: Vec<String> = findings
            .iter()
            .filter(|finding| must_be_silent(&finding.rule))
            .map(|finding| format!("{}: {}", finding.rule, finding.message))
            .collect();
        if missing.is_empty() && noisy.is_empty() {
            Outcome::Passed
        } else {
            Outcome::Failed { missing, noisy }
        }
    }
}

impl<'p> Tested<'p> {
    fn new(id: &'p Located<String>, tests: &'p [RuleTest], fires: fn(&str, &str) -> bool) -> Self {
        Self {
            id: &id.value,
            place: &id.place,
            tests,
            fires,
        }
    }
}

/// The enabled entries that have tests.
fn tested(pack: &Pack) -> Vec<Tested<'_>> {
    let mut entries = Vec::new();
    for rule in pack.rules.iter().filter(|rule| rule.enabled) {
        entries.push(Tested::new(&rule.id, &rule.tests, |id, expected| {
            id == expected
        }));
    }
    for limit in pack.limits.iter().filter(|limit| limit.enabled) {
        let fires = |_: &str, expected: &str| expected.starts_with("limit/");
        entries.push(Tested::new(&limit.id, &limit.tests, fires));
    }
    for criterion in pack.criteria.iter().filter(|criterion| criterion.enabled) {
        let fires = |_: &str, expected: &str| expected.starts_with("criterion/");
        entries.push(Tested::new(&criterion.id, &criterion.tests, fires));
    }
    entries
}

/// What is missing from the tests of an entry taken together.
fn one_sided(entry: &Tested<'_>) -> Option<TestResult> {
    let fires = |test: &&RuleTest| {
        test.expect
            .iter()
            .any(|expected| (entry.fires)(entry.id, &expected.value))
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

/// The letter of a test: what the test gives, and for the rest a letter in which nothing is wrong.
pub(super) fn letter_of(test: &RuleTest) -> String {
    if let Some(letter) = &test.letter {
        return letter.clone();
    }
    let mut text = front_matter(&test.front_matter);
    section(
        &mut text,
        "HOW THE IMR FINAL DETERMINATION WAS MADE",
        "The expert reviewer has no affiliation with the employer, employee, providers or the claims administrator.",
    );
    let credentials = test.credentials.as_deref().unwrap_or(
        "The Expert Reviewer has the following credentials:\n\
         State(s) of Licensure: California\n\
         Certification(s)/Specialty: Family Practice",
    );
    text.push_str(credentials.trim_end());
    text.push_str("\n\n");
    let summary = test
        .summary
        .as_deref()
        .unwrap_or("The injured worker has pain after a work injury.");
    section(&mut text, "CLINICAL CASE SUMMARY", summary);
    text.push_str("IMR ISSUES, DECISIONS AND RATIONALES\n");
    text.push_str(
        "The Final Determination was based on decisions for the disputed items/services set forth below:\n\n",
    );
    for item in &test.items {
        push_item(&mut text, item);
    }
    text
}

fn front_matter(given: &[(String, String)]) -> String {
    let usual = [
        ("Case Number", "CM16-0000000"),
        ("Date Assigned", "12/07/2016"),
        ("Date of Injury", "10/23/2016"),
        ("Decision Date", "01/10/2017"),
        ("UR Denial Date", "11/30/2016"),
        ("Application Received", "12/01/2016"),
    ];
    let mut lines = String::new();
    let mut line = |label: &str, value: &str| lines.push_str(&format!("{label}: {value}\n"));
    for (label, value) in usual {
        let other = given
            .iter()
            .find(|(given, _)| given.eq_ignore_ascii_case(label));
        line(label, other.map_or(value, |(_, value)| value));
    }
    for (label, value) in given {
        if !usual
            .iter()
            .any(|(usual, _)| usual.eq_ignore_ascii_case(label))
        {
            line(label, value);
        }
    }
    lines.push('\n');
    lines
}

/// A section, unless its text is empty.
fn section(text: &mut String, heading: &str, body: &str) {
    if !body.trim().is_empty() {
        text.push_str(&format!("{heading}\n{}\n\n", body.trim_end()));
    }
}

fn push_item(text: &mut String, item: &TestItem) {
    let heading = item
        .heading
        .as_deref()
        .unwrap_or("Magnetic resonance imaging");
    let decision = item.decision.as_deref().unwrap_or("upheld");
    let rationale = item.rationale.clone().unwrap_or_else(|| {
        let not = if decision.eq_ignore_ascii_case("overturned") {
            ""
        } else {
            "not "
        };
        format!(
            "Given the findings on record, the request for {heading} is {not}medically necessary."
        )
    });
    if decision.is_empty() {
        text.push_str(&format!("{}\n\n", heading.trim_end()));
    } else {
        text.push_str(&format!(
            "{}: {}\n\n",
            heading.trim_end(),
            capitalised(decision)
        ));
    }
    let parts = [
        (
            "Claims Administrator guideline",
            item.claims_administrator_guideline
                .as_deref()
                .unwrap_or("The Claims Administrator did not cite any medical evidence for its decision."),
        ),
        (
            "MAXIMUS guideline",
            item.reviewer_guideline.as_deref().unwrap_or(
                "Decision based on MTUS General Approaches 2004, Section(s): Initial Approaches to Treatment.",
            ),
        ),
        ("Decision rationale", &rationale),
    ];
    for (label, part) in parts {
        if !part.trim().is_empty() {
            text.push_str(&format!("{label}: {}\n\n", part.trim_end()));
        }
    }
}

/// The decision words are printed with a capital; rules write them without.
fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

//! Runs one test of a rule, limit or criterion, to show what really comes of it.

use super::Linter;
use super::rule_test::letter_of;
use crate::finding::Finding;
use crate::rules::test_case::RuleTest;
use crate::source::SourceText;

/// The letter of a test and what was found in it.
#[derive(Debug)]
pub struct Example {
    /// The letter, in which the findings have their places.
    pub source: SourceText,
    /// What all rules found, in their order.
    pub findings: Vec<Finding>,
}

impl Linter {
    /// Makes a test into a letter and checks it.
    #[must_use]
    pub fn run_example(&self, test: &RuleTest) -> Example {
        let source = SourceText::from_text(letter_of(test));
        let findings = self.findings_of(test, &source);
        Example { source, findings }
    }
}

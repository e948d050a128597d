//! What a change of rules does to the findings of letters: letter by letter, then in all.

pub mod json;
pub mod text;

use std::collections::BTreeMap;

use crate::finding::LetterProblem;
use crate::finding::change::{Change, Changes};
use crate::source::SourceText;

/// What changed in one letter.
#[derive(Clone, Copy, Debug)]
pub struct LetterDiff<'a> {
    /// Its path as the user gave it, or `-`.
    pub name: &'a str,
    /// Its text; `None`: it could not be read, which `problem` says.
    pub source: Option<&'a SourceText>,
    /// The heading of each disputed item; item 1 is at index 0.
    pub headings: &'a [&'a str],
    /// The changes of its findings.
    pub changes: &'a Changes<'a>,
    /// Why it was not read.
    pub problem: Option<&'a LetterProblem>,
}

/// How many findings of a rule came, went, moved and stayed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Counts {
    /// Only the new rules find them.
    pub came: usize,
    /// Only the old rules find them.
    pub went: usize,
    /// With another severity, message or place.
    pub moved: usize,
    /// Without a change.
    pub same: usize,
}

/// What a run over letters came to.
#[derive(Debug, Default)]
pub struct DiffTotals {
    /// Letters that were asked for, those that could not be read among them.
    pub letters: usize,
    /// Letters of which nothing could be read.
    pub unread: usize,
    /// Letters with a change.
    pub changed: usize,
    rules: BTreeMap<String, Counts>,
}

impl Counts {
    fn has_change(self) -> bool {
        self.came + self.went + self.moved > 0
    }
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.came += other.came;
        self.went += other.went;
        self.moved += other.moved;
        self.same += other.same;
    }
}

impl DiffTotals {
    /// Counts one letter.
    pub fn add(&mut self, letter: &LetterDiff<'_>) {
        self.letters += 1;
        self.unread += usize::from(letter.problem.is_some());
        self.changed += usize::from(!letter.changes.changed.is_empty());
        for change in &letter.changes.changed {
            let counts = self.of(&change.latest().rule);
            match change {
                Change::Came(_) => counts.came += 1,
                Change::Went(_) => counts.went += 1,
                Change::Moved { .. } => counts.moved += 1,
            }
        }
        for finding in &letter.changes.same {
            self.of(&finding.rule).same += 1;
        }
    }

    fn of(&mut self, rule: &str) -> &mut Counts {
        self.rules.entry(rule.to_owned()).or_default()
    }

    /// The counts of each rule that found something, by rule.
    pub fn rules(&self) -> impl Iterator<Item = (&str, Counts)> {
        self.rules
            .iter()
            .map(|(rule, counts)| (rule.as_str(), *counts))
    }

    /// The counts of all rules together.
    #[must_use]
    pub fn all(&self) -> Counts {
        let mut all = Counts::default();
        self.rules.values().for_each(|counts| all += *counts);
        all
    }
}

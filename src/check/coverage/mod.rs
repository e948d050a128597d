//! What the tests of a pack leave untested.
//!
//! A test counts for the rule that it stands in and for those that it names: a letter that a rule happens to be silent
//! about tests nothing of that rule. For limits and criteria it has to name a rule that is asked of them.

mod bounds;
mod conditions;
mod facts;
mod gap;

use std::collections::BTreeMap;

use self::bounds::BoundsSeen;
use self::conditions::RuleSeen;
use self::facts::FactsSeen;
pub use self::gap::{Coverage, CoverageKind, Gap, KindCoverage};
use super::Linter;
use super::rule_test::{Tested, letter_of, tested};
use super::subject::{Each, Subject};
use super::subjects;
use crate::reading::letter::LetterReading;
use crate::rules::test_case::RuleTest;
use crate::source::SourceText;

/// Two sides, of which a test must show each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Sides {
    /// Seen as it is where a finding comes: true, above, denied.
    with: bool,
    /// Seen as it is where none does: not true, not above, stated.
    without: bool,
}

impl Sides {
    fn see(&mut self, with: bool) {
        if with {
            self.with = true;
        } else {
            self.without = true;
        }
    }
}

/// What the tests have shown so far. Rules and entries by their index in the linter or pack.
struct Seen {
    rules: Vec<RuleSeen>,
    limits: BTreeMap<usize, BoundsSeen>,
    criteria: BTreeMap<usize, FactsSeen>,
}

impl Linter {
    /// What the tests of the pack's enabled entries leave untested.
    #[must_use]
    pub fn coverage(&self) -> Coverage {
        let limits = self.pack.limits.iter().enumerate();
        let limits = limits.filter(|(_, limit)| limit.enabled);
        let criteria = self.pack.criteria.iter().enumerate();
        let criteria = criteria.filter(|(_, criterion)| criterion.enabled);
        let mut seen = Seen {
            rules: self.rules.iter().map(RuleSeen::new).collect(),
            limits: limits.map(|(at, _)| (at, BoundsSeen::default())).collect(),
            criteria: criteria
                .map(|(at, criterion)| (at, FactsSeen::new(criterion)))
                .collect(),
        };
        for entry in tested(&self.pack) {
            for test in entry.tests {
                self.observe(&entry, test, &mut seen);
            }
        }
        self.untested(&seen)
    }

    /// Adds what one test shows.
    fn observe(&self, entry: &Tested<'_>, test: &RuleTest, seen: &mut Seen) {
        let source = SourceText::from_text(letter_of(test));
        let letter = self.parse(&source);
        let reading = self.read(&source, &letter, None);
        for (compiled, seen) in self.rules.iter().zip(&mut seen.rules) {
            if !entry.asserts(test, &self.pack.rules[compiled.index].id.value) {
                continue;
            }
            let mut ask = |whole| {
                subjects::for_each(compiled.each, &whole, |case| {
                    seen.observe(compiled, case, &source);
                });
            };
            match (compiled.each, compiled.of_item) {
                (Some(Each::Waiver), _) => {}
                (_, true) => {
                    let items = reading.items.iter();
                    items.for_each(|item| ask(self.case(&reading, Some(item))));
                }
                (_, false) => ask(self.case(&reading, None)),
            }
        }
        if test.waivers.is_some() {
            self.observe_waivers(entry, test, &source, &reading, seen);
        }
        let asserts_of = |each: Each| {
            let mut rules = self.rules.iter().filter(|rule| rule.each == Some(each));
            rules.any(|rule| entry.asserts(test, &self.pack.rules[rule.index].id.value))
        };
        let (of_limits, of_criteria) = (asserts_of(Each::Limit), asserts_of(Each::Criterion));
        for item in &reading.items {
            let case = self.case(&reading, Some(item));
            if of_limits {
                bounds::observe(&case, item, &mut seen.limits);
            }
            if of_criteria {
                facts::observe(&case, item, &mut seen.criteria);
            }
        }
    }

    /// Adds what a test shows of the rules about waivers.
    fn observe_waivers(
        &self,
        entry: &Tested<'_>,
        test: &RuleTest,
        source: &SourceText,
        reading: &LetterReading<'_>,
        seen: &mut Seen,
    ) {
        self.judgements_of(test, source, |judgement| {
            let case = self.case(reading, None);
            let case = case.about(Subject::Waiver(judgement));
            for (compiled, seen) in self.rules.iter().zip(&mut seen.rules) {
                let id = &self.pack.rules[compiled.index].id.value;
                if compiled.each == Some(Each::Waiver) && entry.asserts(test, id) {
                    seen.observe(compiled, &case, source);
                }
            }
        });
    }

    fn untested(&self, seen: &Seen) -> Coverage {
        let mut coverage = Coverage::default();
        for (compiled, seen) in self.rules.iter().zip(&seen.rules) {
            let rule = &self.pack.rules[compiled.index];
            if rule.enabled {
                seen.report(rule, &mut coverage);
            }
        }
        for (at, seen) in &seen.limits {
            if let Some(limit) = self.pack.limits.get(*at) {
                seen.report(limit, &mut coverage);
            }
        }
        for (at, seen) in &seen.criteria {
            if let Some(criterion) = self.pack.criteria.get(*at) {
                seen.report(criterion, &self.pack, &mut coverage);
            }
        }
        coverage
    }
}

#[cfg(test)]
mod tests;

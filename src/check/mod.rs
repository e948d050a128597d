//! Asks every rule that can apply of every letter and item: joins what was read with what the pack says.

mod answer;
mod bound;
mod by_treatment;
mod case;
mod compile;
mod course;
mod coverage;
mod example;
pub mod explain;
mod limit;
mod message;
mod predicate;
mod rule_test;
mod subject;
mod subjects;
mod surgery;
mod truth;
mod vocabulary;
mod waivers;

use std::collections::BTreeSet;

pub use coverage::{Coverage, CoverageKind, Gap, KindCoverage};
pub use example::Example;
pub use rule_test::{Fault, Outcome, TestResult};
pub use truth::Truth;
pub use vocabulary::{each_vocabulary, vocabulary};

use self::answer::Answer;
use self::case::{Case, Names};
use self::compile::CompiledRule;
use self::subject::Subject;
use crate::finding::{Finding, Identity, Label, Severity, fingerprint, tell_apart};
use crate::letter::{self, Letter};
use crate::reading::date::Date;
use crate::reading::letter::{ItemReading, LetterReading, Reader};
use crate::reading::recitals::Recitals;
use crate::rules::pack::{Pack, Rule};
use crate::rules::problem::RuleProblem;
use crate::source::SourceText;
use crate::span::ByteSpan;

/// Checks letters against one rule pack. Made once, used for many letters, from several threads at once.
#[derive(Debug)]
pub struct Linter {
    pack: Pack,
    names: Names,
    reader: Reader,
    rules: Vec<CompiledRule>,
}

/// A limit that governs an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppliedLimit {
    /// 1-based number of the item.
    pub item: usize,
    /// Id of the limit.
    pub id: String,
    /// Id of the edition by which it applies.
    pub guideline: String,
    /// Whether the reviewer's line cites that edition; else it was merely in force.
    pub cited: bool,
    /// Its numbers, `trial 3..6 visits, 1..3 per week`.
    pub numbers: String,
}

/// What was found in a letter, and what was read to find it.
#[derive(Debug)]
pub struct Checked<'t> {
    /// The letter as it was understood.
    pub reading: LetterReading<'t>,
    /// The findings, in the order of the rules.
    pub findings: Vec<Finding>,
}

impl Linter {
    /// A linter for `pack`, with the problems of its conditions and messages. A rule with a problem is not
    /// asked; whether to go on without it is for the caller.
    #[must_use]
    pub fn new(pack: Pack) -> (Self, Vec<RuleProblem>) {
        let mut problems = Vec::new();
        let rules = (0..pack.rules.len())
            .filter_map(|index| compile::rule(&pack, index, &mut problems))
            .collect();
        let linter = Self {
            names: Names::new(&pack),
            reader: Reader::new(&pack),
            rules,
            pack,
        };
        (linter, problems)
    }

    /// The same linter, which also knows what other letters repeat word for word.
    #[must_use]
    pub fn with_recitals(self, recitals: Recitals) -> Self {
        let reader = self.reader.with_recitals(recitals);
        Self { reader, ..self }
    }

    /// The rule pack.
    #[must_use]
    pub fn pack(&self) -> &Pack {
        &self.pack
    }

    /// The readers.
    #[must_use]
    pub fn reader(&self) -> &Reader {
        &self.reader
    }

    /// Cuts a text into the parts of a letter.
    #[must_use]
    pub fn parse(&self, source: &SourceText) -> Letter {
        letter::parse(source.canonical().lines())
    }

    /// Reads a letter. `letter` is what [`Linter::parse`] made of `source`; `as_of` is the decision date of a
    /// letter that gives none.
    #[must_use]
    pub fn read<'t>(
        &self,
        source: &'t SourceText,
        letter: &'t Letter,
        as_of: Option<Date>,
    ) -> LetterReading<'t> {
        let text = source.canonical().prose();
        self.reader.read(text, letter, &self.pack, as_of)
    }

    /// Reads and checks a letter. `letter` is what [`Linter::parse`] made of `source`; `as_of` is the
    /// decision date of a letter that gives none.
    #[must_use]
    pub fn check<'t>(
        &self,
        source: &'t SourceText,
        letter: &'t Letter,
        as_of: Option<Date>,
    ) -> Checked<'t> {
        let reading = self.read(source, letter, as_of);
        let mut findings = Vec::new();
        let enabled = |rule: &&CompiledRule| self.pack.rules[rule.index].enabled;
        for rule in self.rules.iter().filter(enabled) {
            if rule.of_item {
                for item in &reading.items {
                    self.ask(rule, &reading, Some(item), source, &mut findings);
                }
            } else {
                self.ask(rule, &reading, None, source, &mut findings);
            }
        }
        tell_apart(&mut findings);
        Checked { reading, findings }
    }

    /// The limits that govern the items of a letter.
    #[must_use]
    pub fn applied_limits(&self, reading: &LetterReading<'_>) -> Vec<AppliedLimit> {
        let applied = reading.items.iter().flat_map(|item| {
            let case = self.case(reading, Some(item));
            let governing = limit::governing(&case, item).into_iter();
            governing.map(|governing| AppliedLimit {
                item: item.number,
                id: governing.limit.id.value.clone(),
                guideline: governing.guideline.id.value.clone(),
                cited: governing.cited,
                numbers: governing.limit.numbers(),
            })
        });
        applied.collect()
    }

    fn case<'r>(
        &'r self,
        reading: &'r LetterReading<'r>,
        item: Option<&'r ItemReading>,
    ) -> Case<'r> {
        Case {
            pack: &self.pack,
            names: &self.names,
            reader: &self.reader,
            reading,
            item,
            subject: Subject::Whole,
        }
    }

    /// Asks a rule of a letter or item, once or of each thing that it names.
    fn ask(
        &self,
        rule: &CompiledRule,
        reading: &LetterReading<'_>,
        item: Option<&ItemReading>,
        source: &SourceText,
        findings: &mut Vec<Finding>,
    ) {
        let whole = self.case(reading, item);
        let mut ask = |case: &Case<'_>| findings.extend(self.finding_about(rule, case, source));
        if !rule.of_repeated {
            subjects::for_each(rule.each, &whole, ask);
        } else if let Some(first) = item.and_then(|item| item.repeats) {
            ask(&whole.about(Subject::EarlierItem(first)));
        }
    }

    /// The finding of a rule about one thing; `None` when the rule does not fire.
    fn finding_about(
        &self,
        rule: &CompiledRule,
        case: &Case<'_>,
        source: &SourceText,
    ) -> Option<Finding> {
        rule.when.holds(case).then(|| {
            let mut answer = rule.when.ask(case);
            answer.values.extend(subjects::values(case));
            self.finding(rule, case, answer, source)
        })
    }

    fn finding(
        &self,
        compiled: &CompiledRule,
        case: &Case<'_>,
        mut answer: Answer,
        source: &SourceText,
    ) -> Finding {
        let rule = &self.pack.rules[compiled.index];
        let heading = case.item.and_then(|item| item.item.heading);
        let heading = heading.map(|span| case.quote(span));
        answer
            .values
            .push(("heading", heading.unwrap_or_default().to_owned()));
        let lowered = compiled.lowered.iter().find(|(_, when)| when.holds(case));
        let message = compiled.message.filled(&answer.values);
        Finding {
            rule: rule.id.value.clone(),
            severity: lowered.map_or(rule.severity, |(severity, _)| *severity),
            item: case.item.map(|item| item.number),
            fingerprint: identity_of(&rule.id.value, case, &answer),
            message,
            labels: labels(&answer, case, source),
            help: compiled
                .help
                .as_ref()
                .map(|help| help.filled(&answer.values)),
            source: source_of(rule, case),
        }
    }
}

/// What tells a finding from all others: its letter, its item, what the rule was asked of, and the words that decided.
fn identity_of(rule: &str, case: &Case<'_>, answer: &Answer) -> String {
    let heading = case.item.map(|item| item.item.heading);
    let quoted = |span: Option<ByteSpan>| span.map_or("", |span| case.quote(span));
    let identity = Identity {
        rule,
        case_number: case.reading.case_number(),
        heading: heading.map(quoted),
    };
    let decided = answer.evidence.iter().filter(|evidence| evidence.decided);
    let words = decided.map(|evidence| case.quote(evidence.span));
    fingerprint(&identity, subjects::identity(case).into_iter().chain(words))
}

/// The words that made a rule true; the first is the primary one. Without any, the item's heading or the
/// first words of the letter.
fn labels(answer: &Answer, case: &Case<'_>, source: &SourceText) -> Vec<Label> {
    let mut seen = BTreeSet::new();
    let mut labels: Vec<Label> = answer
        .evidence
        .iter()
        .filter(|evidence| seen.insert((evidence.span, evidence.note.clone())))
        .map(|evidence| Label {
            span: source.locate(evidence.span),
            note: evidence.note.clone(),
            primary: false,
        })
        .collect();
    if labels.is_empty() {
        let heading = case.item.and_then(|item| item.item.heading);
        labels.push(Label {
            span: source.locate(heading.unwrap_or_else(|| case.first_words())),
            note: "here".to_owned(),
            primary: true,
        });
    }
    labels[0].primary = true;
    labels
}

/// The citation under a finding: that of the limit or criterion in question, or else the rule's.
fn source_of(rule: &Rule, case: &Case<'_>) -> Option<String> {
    match case.subject {
        Subject::Limit(governing) | Subject::RecitedLimit(governing) => {
            Some(governing.limit.citation.clone())
        }
        Subject::Criterion(criterion) => Some(criterion.citation.clone()),
        _ => rule.source.clone(),
    }
}

/// Whether a rule's findings are wanted, by ids and groups: `select` names what is reported (empty: all),
/// `ignore` what is not.
#[must_use]
pub fn is_selected(rule: &str, select: &[String], ignore: &[String]) -> bool {
    let named = |names: &[String]| {
        names.iter().any(|name| {
            rule == name || rule.split_once('/').is_some_and(|(group, _)| group == name)
        })
    };
    (select.is_empty() || named(select)) && !named(ignore)
}

/// The gravest severity of some findings.
#[must_use]
pub fn gravest<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Option<Severity> {
    findings.into_iter().map(|finding| finding.severity).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_selected_by_id_and_by_group() {
        let names = |names: &[&str]| -> Vec<String> {
            names.iter().map(|name| (*name).to_owned()).collect()
        };
        assert!(is_selected("item/arithmetic", &[], &[]));
        assert!(is_selected("item/arithmetic", &names(&["item"]), &[]));
        assert!(!is_selected("item/arithmetic", &names(&["citation"]), &[]));
        assert!(!is_selected(
            "item/arithmetic",
            &names(&["item"]),
            &names(&["item/arithmetic"])
        ));
    }
}

//! One letter of the page.

use std::collections::HashSet;

use serde::Serialize;

use super::anchor::Anchors;
use super::card::{Card, card};
use super::item::{ItemView, items};
use super::numbered::{Numbered, numbered};
use super::row::{Row, rows};
use super::sheet::{Sheet, Stretch};
use super::words::Quotes;
use crate::check::explain::{Explanation, Question};
use crate::finding::{LetterProblem, Severity};
use crate::report::format::{AuditedLetter, ReadLetter};
use crate::report::printable::one_line;

/// What the page shows of a letter.
#[derive(Debug, Default, Serialize)]
pub(super) struct LetterPage {
    id: String,
    name: String,
    /// The name, cut where a line may end.
    name_parts: Vec<String>,
    case_number: String,
    decided: String,
    problems: Vec<ProblemView>,
    items: Vec<ItemView>,
    cards: Vec<Card>,
    stretches: Vec<Stretch>,
    pub(super) rows: Vec<Row>,
    errors: usize,
    warnings: usize,
    notes: usize,
    /// Findings that are not reported.
    unreported: usize,
}

#[derive(Debug, Serialize)]
struct ProblemView {
    message: String,
    help: String,
}

impl LetterPage {
    /// Draws up a letter.
    #[must_use]
    pub(super) fn of(letter: &AuditedLetter<'_>) -> Self {
        let anchors = Anchors::of(letter.name);
        let findings = numbered(letter);
        let page = Self {
            id: anchors.letter(),
            name_parts: one_line(letter.name)
                .split_inclusive('/')
                .map(str::to_owned)
                .collect(),
            name: one_line(letter.name).into_owned(),
            problems: letter.problems.iter().map(problem).collect(),
            errors: count(letter, Severity::Error),
            warnings: count(letter, Severity::Warning),
            notes: count(letter, Severity::Note),
            unreported: letter.waived.len() + letter.known.len(),
            ..Self::default()
        };
        match &letter.read {
            Some(read) => page.with(read, &anchors, &findings, letter.problems),
            None => Self {
                rows: rows(&anchors, &findings, (&[], None), letter.problems),
                ..page
            },
        }
    }

    /// The same with what was read.
    fn with(
        self,
        read: &ReadLetter<'_>,
        anchors: &Anchors,
        findings: &[Numbered<'_>],
        problems: &[LetterProblem],
    ) -> Self {
        let quotes = Quotes::new(read.source, anchors);
        let items = items(read, anchors, &quotes);
        let explanation = explanation(read, findings);
        let cards = findings.iter();
        let cards = cards.map(|finding| card(finding, anchors, &quotes, &explanation));
        let cards: Vec<Card> = cards.collect();
        let rows = rows(anchors, findings, (&items, Some(&quotes)), problems);
        let led_to = quotes.led_to();
        let sheet = Sheet::new(read.source, anchors, findings, &led_to);
        let case_number = read.reading.case_number().unwrap_or_default();
        let decided = read.reading.decided.map(|decided| decided.date.to_string());
        Self {
            case_number: one_line(case_number).into_owned(),
            decided: decided.unwrap_or_default(),
            items,
            cards,
            stretches: sheet.stretches(),
            rows,
            ..self
        }
    }
}

/// Asks the rules that fired once more.
fn explanation(read: &ReadLetter<'_>, findings: &[Numbered<'_>]) -> Explanation {
    let rules: HashSet<&str> = findings.iter().map(|of| of.finding.rule.as_str()).collect();
    let rules: Vec<String> = rules.into_iter().map(str::to_owned).collect();
    if rules.is_empty() {
        // Naming no rule would ask all of them.
        return Explanation {
            letter: Vec::new(),
            items: Vec::new(),
        };
    }
    let question = Question {
        item: None,
        rules: &rules,
    };
    read.linter.explain(read.source, read.reading, &question)
}

fn count(letter: &AuditedLetter<'_>, severity: Severity) -> usize {
    let findings = letter.findings.iter();
    findings
        .filter(|finding| finding.severity == severity)
        .count()
}

fn problem(problem: &LetterProblem) -> ProblemView {
    let help = problem.help.as_deref().unwrap_or_default();
    ProblemView {
        message: one_line(&problem.message).into_owned(),
        help: one_line(help).into_owned(),
    }
}

//! The rows of a letter in the table of findings and items.

use serde::Serialize;

use super::anchor::Anchors;
use super::item::ItemView;
use super::numbered::Numbered;
use super::words::Quotes;
use crate::finding::LetterProblem;
use crate::report::heading::shortened;
use crate::report::printable::one_line;

/// The most characters of an item's heading.
const LONGEST: usize = 90;

/// A finding, an item without one, or a letter that was not read.
#[derive(Debug, Default, Serialize)]
pub(super) struct Row {
    /// The severity, or `clear` for an item without a finding, or `unread`.
    kind: &'static str,
    /// "waived", "known" or nothing.
    standing: &'static str,
    rule: String,
    message: String,
    /// Where it leads.
    href: String,
    /// "2. Acupuncture, 12 visits".
    item: String,
    decision: &'static str,
    treatments: String,
    place: String,
}

/// The rows of a letter: its findings by place, its items without a reported finding, and why it was not read.
pub(super) fn rows(
    anchors: &Anchors,
    findings: &[Numbered<'_>],
    (items, quotes): (&[ItemView], Option<&Quotes<'_>>),
    problems: &[LetterProblem],
) -> Vec<Row> {
    let mut rows: Vec<Row> = problems
        .iter()
        .map(|problem| unread(anchors, problem))
        .collect();
    for finding in findings {
        let place = finding.finding.primary().zip(quotes);
        let item = finding
            .finding
            .item
            .and_then(|number| of_number(items, number));
        let words = finding.primary_words(anchors);
        rows.push(Row {
            kind: finding.finding.severity.name(),
            standing: finding.standing.name(),
            rule: one_line(&finding.finding.rule).into_owned(),
            message: one_line(&finding.finding.message).into_owned(),
            href: words.unwrap_or_else(|| anchors.finding(finding.number)),
            place: place
                .map(|(label, quotes)| quotes.place(label.span.start))
                .unwrap_or_default(),
            ..item.map(about).unwrap_or_default()
        });
    }
    let has_finding = |item: &&ItemView| {
        findings.iter().any(|finding| {
            finding.standing.name().is_empty() && finding.finding.item == Some(item.number)
        })
    };
    rows.extend(items.iter().filter(|item| !has_finding(item)).map(about));
    rows
}

fn of_number(items: &[ItemView], number: usize) -> Option<&ItemView> {
    items.iter().find(|item| item.number == number)
}

/// The row of an item without a finding.
fn about(item: &ItemView) -> Row {
    Row {
        kind: "clear",
        message: "no finding".to_owned(),
        href: item.id.clone(),
        item: format!("{}. {}", item.number, shortened(&item.heading, LONGEST)),
        decision: item.decision,
        treatments: item.treatments.join(", "),
        place: item.place.clone(),
        ..Row::default()
    }
}

fn unread(anchors: &Anchors, problem: &LetterProblem) -> Row {
    Row {
        kind: "unread",
        message: one_line(&problem.message).into_owned(),
        href: anchors.letter(),
        ..Row::default()
    }
}

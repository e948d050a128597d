//! A finding in the margin of its letter.

use serde::Serialize;

use super::anchor::Anchors;
use super::numbered::{Numbered, Standing};
use super::why::{Why, why};
use super::words::{Quotes, Words};
use crate::check::explain::Explanation;
use crate::finding::{Finding, Severity};
use crate::report::printable::{one_line, paragraphs};

/// What is said of a finding.
#[derive(Debug, Serialize)]
pub(super) struct Card {
    id: String,
    pub(super) number: usize,
    severity: Severity,
    /// "waived", "known" or nothing.
    standing: &'static str,
    rule: String,
    item: Option<usize>,
    message: String,
    labels: Vec<LabelView>,
    help: Option<String>,
    source: Option<String>,
    fingerprint: String,
    waiver: Option<WaiverView>,
    why: Option<Why>,
}

#[derive(Debug, Serialize)]
struct LabelView {
    primary: bool,
    words: Words,
}

#[derive(Debug, Serialize)]
struct WaiverView {
    reason: String,
    approver: String,
    expires: String,
    line: usize,
}

/// The card of a finding.
pub(super) fn card(
    numbered: &Numbered<'_>,
    anchors: &Anchors,
    quotes: &Quotes<'_>,
    explanation: &Explanation,
) -> Card {
    let finding = numbered.finding;
    let labels = numbered.labels().map(|(at, label)| LabelView {
        primary: numbered.is_primary(label),
        words: quotes.words_at(anchors.words(numbered.number, at), label.span, &label.note),
    });
    Card {
        id: anchors.finding(numbered.number),
        number: numbered.number,
        standing: numbered.standing.name(),
        labels: labels.collect(),
        waiver: waiver(numbered.standing),
        why: why(finding, explanation, quotes),
        ..plain(finding)
    }
}

/// A finding without a place on the page.
fn plain(finding: &Finding) -> Card {
    let line = |text: &str| one_line(text).into_owned();
    Card {
        id: String::new(),
        number: 0,
        severity: finding.severity,
        standing: "",
        rule: line(&finding.rule),
        item: finding.item,
        message: line(&finding.message),
        labels: Vec::new(),
        help: finding.help.as_deref().map(paragraphs),
        source: finding.source.as_deref().map(line),
        fingerprint: finding.fingerprint.clone(),
        waiver: None,
        why: None,
    }
}

fn waiver(standing: Standing<'_>) -> Option<WaiverView> {
    let Standing::Waived(waiver) = standing else {
        return None;
    };
    let reason = waiver.reason.as_deref().unwrap_or("no reason is given");
    Some(WaiverView {
        reason: one_line(reason).into_owned(),
        approver: one_line(&waiver.approver).into_owned(),
        expires: waiver.expires.value.to_string(),
        line: waiver.place.line(),
    })
}

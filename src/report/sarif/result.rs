//! Findings as results.

use std::collections::HashMap;

use serde::Serialize;

use super::driver::level;
use super::place::{Place, Text};
use super::taxonomy::{TaxonReference, Taxonomy};
use crate::finding::Finding;
use crate::reading::letter::LetterReading;
use crate::report::json::unwrapped;
use crate::report::region::{place_in_document, with_place};
use crate::source::SourceText;
use crate::waiver::Waiver;

/// What results of one file are made with.
pub(super) struct Results<'r, 'p> {
    pub(super) rules: &'r HashMap<&'p str, usize>,
    pub(super) taxonomy: &'r Taxonomy<'p>,
    pub(super) name: &'r str,
    pub(super) source: &'r SourceText,
    /// `None`: the file is no letter.
    pub(super) reading: Option<&'r LetterReading<'r>>,
}

/// A finding beside those of the baseline.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum State {
    New,
    Unchanged,
}

/// A finding.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SarifResult<'r, 'p> {
    rule_id: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Text,
    locations: Vec<Place>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Place>,
    partial_fingerprints: Fingerprints<'r>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    taxa: Vec<TaxonReference<'p>>,
    /// SARIF wants it of all results or of none; empty: not suppressed.
    suppressions: Vec<Suppression<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline_state: Option<State>,
    properties: Details<'r>,
}

#[derive(Serialize)]
struct Fingerprints<'r> {
    #[serde(rename = "imrLint/v1")]
    fingerprint: &'r str,
}

#[derive(Serialize)]
struct Suppression<'r> {
    kind: &'static str,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    justification: Option<&'r str>,
    properties: Approval<'r>,
}

#[derive(Serialize)]
struct Approval<'r> {
    approver: &'r str,
    expires: String,
}

/// What SARIF has no field for.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Details<'r> {
    case_number: Option<&'r str>,
    item: Option<usize>,
    heading: Option<String>,
    source: Option<&'r str>,
}

impl<'p> Results<'_, 'p> {
    /// The result of a finding; `waiver` keeps it from being reported.
    pub(super) fn of<'f>(
        &'f self,
        finding: &'f Finding,
        waiver: Option<&'f Waiver>,
        state: Option<State>,
    ) -> SarifResult<'f, 'p> {
        let others = finding.labels.iter().filter(|label| !label.primary);
        SarifResult {
            rule_id: &finding.rule,
            rule_index: self.rules.get(finding.rule.as_str()).copied(),
            level: level(finding.severity),
            message: self.message(finding),
            locations: finding
                .primary()
                .map(|label| Place::of(self.name, self.source, label.span, &label.note, None))
                .into_iter()
                .collect(),
            related_locations: others
                .zip(1..)
                .map(|(label, id)| {
                    Place::of(self.name, self.source, label.span, &label.note, Some(id))
                })
                .collect(),
            partial_fingerprints: Fingerprints {
                fingerprint: &finding.fingerprint,
            },
            taxa: self
                .taxonomy
                .editions_of(finding, self.source, self.reading),
            suppressions: waiver.map(suppression).into_iter().collect(),
            baseline_state: state,
            properties: Details {
                case_number: self.reading.and_then(LetterReading::case_number),
                item: finding.item,
                heading: finding.item.and_then(|number| self.heading(number)),
                source: finding.source.as_deref(),
            },
        }
    }

    /// The sentence of the finding, with the place of a document; what to do stands below it.
    fn message(&self, finding: &Finding) -> Text {
        let place = finding.primary();
        let place = place.and_then(|label| place_in_document(self.source, label.span));
        let mut said = with_place(&finding.message, place.as_deref());
        if !said.ends_with(['.', '?', '!']) {
            said.push('.');
        }
        Text::new(match &finding.help {
            Some(help) => format!("{said}\n\n{help}"),
            None => said,
        })
    }

    fn heading(&self, number: usize) -> Option<String> {
        let item = self.reading?.items.get(number.checked_sub(1)?)?;
        let span = self.source.locate(item.item.heading?);
        Some(unwrapped(self.source, span))
    }
}

fn suppression(waiver: &Waiver) -> Suppression<'_> {
    Suppression {
        kind: "external",
        status: "accepted",
        justification: waiver.reason.as_deref(),
        properties: Approval {
            approver: &waiver.approver,
            expires: waiver.expires.value.to_string(),
        },
    }
}

//! The findings of a letter in the order of their places, with the numbers that they have on the page.

use std::cmp::Reverse;
use std::ops::Range;

use super::anchor::Anchors;
use crate::finding::{Finding, Label};
use crate::report::format::AuditedLetter;
use crate::report::marks::clamped;
use crate::waiver::Waiver;

/// Whether a finding is reported.
#[derive(Clone, Copy, Debug)]
pub(super) enum Standing<'a> {
    /// It is.
    Reported,
    /// A waiver keeps it from that.
    Waived(&'a Waiver),
    /// The baseline knows it.
    Known,
}

impl Standing<'_> {
    /// The word on the page; empty for what is reported.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Reported => "",
            Self::Waived(_) => "waived",
            Self::Known => "known",
        }
    }
}

/// A finding with its number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numbered<'a> {
    /// 1-based, in the order of the places.
    pub(super) number: usize,
    pub(super) finding: &'a Finding,
    pub(super) standing: Standing<'a>,
}

impl<'a> Numbered<'a> {
    /// The labels with their numbers, from 1.
    pub(super) fn labels(&self) -> impl Iterator<Item = (usize, &'a Label)> + use<'a> {
        self.finding
            .labels
            .iter()
            .zip(1..)
            .map(|(label, at)| (at, label))
    }

    /// Whether a label is the one that the page leads to.
    pub(super) fn is_primary(&self, label: &Label) -> bool {
        let primary = self.finding.primary();
        primary.is_some_and(|primary| std::ptr::eq(primary, label))
    }

    /// The name of the words that the page leads to.
    pub(super) fn primary_words(&self, anchors: &Anchors) -> Option<String> {
        let mut labels = self.labels();
        let (at, _) = labels.find(|(_, label)| self.is_primary(label))?;
        Some(anchors.words(self.number, at))
    }
}

/// All findings of a letter, those that are not reported among them, by their primary places; at one place the gravest
/// first.
pub(super) fn numbered<'a>(letter: &AuditedLetter<'a>) -> Vec<Numbered<'a>> {
    let reported = letter.findings.iter();
    let reported = reported.map(|finding| (finding, Standing::Reported));
    let waived = letter.waived.iter();
    let waived = waived.map(|waived| (&waived.finding, Standing::Waived(waived.waiver)));
    let known = letter.known.iter();
    let known = known.map(|finding| (finding, Standing::Known));
    let mut all: Vec<_> = reported.chain(waived).chain(known).collect();
    all.sort_by_cached_key(|(finding, _)| {
        let start = finding.primary().map_or(0, |label| label.span.start);
        (start, Reverse(finding.severity), finding.rule.clone())
    });
    let numbered = all.into_iter().zip(1..);
    numbered
        .map(|((finding, standing), number)| Numbered {
            number,
            finding,
            standing,
        })
        .collect()
}

/// Words of a finding on their place in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pointer<'a> {
    pub(super) of: Numbered<'a>,
    /// The number of the label in its finding, from 1.
    pub(super) at: usize,
    pub(super) label: &'a Label,
    pub(super) primary: bool,
}

/// The labels of all findings, with the bytes that each covers.
pub(super) fn pointers<'a>(
    findings: &[Numbered<'a>],
    text: &str,
) -> Vec<(Pointer<'a>, Range<usize>)> {
    let of_finding = |finding: &Numbered<'a>| {
        let finding = *finding;
        finding.labels().map(move |(at, label)| Pointer {
            of: finding,
            at,
            label,
            primary: finding.is_primary(label),
        })
    };
    let pointers = findings.iter().flat_map(of_finding);
    pointers
        .map(|pointer| (pointer, clamped(text, pointer.label.span)))
        .collect()
}

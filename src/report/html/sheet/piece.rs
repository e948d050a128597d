//! A piece of a line: its words, how they are highlighted, and the numbers of the findings that begin there.

use serde::Serialize;

use crate::report::html::anchor::Anchors;
use crate::report::html::numbered::Pointer;
use crate::report::html::segment::Segment;
use crate::report::printable::{one_line, visible};

/// Text of one line under the same labels.
#[derive(Debug, Serialize)]
pub(super) struct Piece {
    pub(super) text: String,
    /// How it is highlighted; empty: not at all.
    pub(super) class: String,
    /// The numbers of the findings that point at it.
    pub(super) findings: String,
    /// What begins here.
    pub(super) signs: Vec<Sign>,
}

/// The number of a finding before its words.
#[derive(Debug, Serialize)]
pub(super) struct Sign {
    id: String,
    href: String,
    number: usize,
    class: &'static str,
    title: String,
}

/// The piece of a segment of `text`.
pub(super) fn piece(
    text: &str,
    segment: &Segment,
    pointers: &[Pointer<'_>],
    anchors: &Anchors,
) -> Piece {
    let text = text.get(segment.bytes.clone()).unwrap_or_default();
    let text = text.trim_end_matches(['\n', '\r']).chars();
    let of = |label: &usize| pointers.get(*label);
    let covering: Vec<&Pointer<'_>> = segment.labels.iter().filter_map(of).collect();
    let begins = segment.begins.iter().filter_map(of);
    Piece {
        // A form feed is told as a page.
        text: text.filter(|&c| c != '\u{c}').map(visible).collect(),
        class: class(&covering),
        findings: numbers(&covering),
        signs: begins.map(|pointer| sign(pointer, anchors)).collect(),
    }
}

fn sign(pointer: &Pointer<'_>, anchors: &Anchors) -> Sign {
    let number = pointer.of.number;
    let (class, which) = match pointer.primary {
        true => ("sign first", ""),
        false => ("sign", ", another place"),
    };
    let note = match pointer.label.note.as_str() {
        "" => &pointer.of.finding.message,
        note => note,
    };
    Sign {
        id: anchors.words(number, pointer.at),
        href: anchors.finding(number),
        number,
        class,
        title: format!("Finding {number}{which}: {}", one_line(note)),
    }
}

/// How words are highlighted: `first` where a finding leads to them, `other` where it points at them as well, the
/// gravest severity, and `muted` where none of the findings is reported.
fn class(covering: &[&Pointer<'_>]) -> String {
    let severities = covering.iter().map(|pointer| pointer.of.finding.severity);
    let Some(severity) = severities.max() else {
        return String::new();
    };
    let is_reported = |pointer: &&Pointer<'_>| pointer.of.standing.name().is_empty();
    let mut class = severity.name().to_owned();
    for (name, is_so) in [
        (" first", covering.iter().any(|pointer| pointer.primary)),
        (" other", covering.iter().any(|pointer| !pointer.primary)),
        (" muted", !covering.iter().any(is_reported)),
    ] {
        if is_so {
            class.push_str(name);
        }
    }
    class
}

fn numbers(covering: &[&Pointer<'_>]) -> String {
    let mut numbers: Vec<usize> = covering.iter().map(|pointer| pointer.of.number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    numbers.join(" ")
}

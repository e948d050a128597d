//! Any text is read, and what comes back are places in it.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;

#[track_caller]
fn spans_are_valid(line: &str) {
    let read = READER.read(line);
    let lies_in = |span: ByteSpan| {
        line.get(span.start..span.end)
            .is_some_and(|text| !text.is_empty())
    };
    for basis in &read.bases {
        assert!(lies_in(basis.span), "{basis:?} in {line:?}");
    }
    for citation in &read.citations {
        assert!(lies_in(citation.span), "{citation:?} in {line:?}");
        for section in &citation.sections {
            assert_eq!(section.span.of(line), section.name);
            assert!(
                !section.name.is_empty() && citation.span.contains(section.span),
                "{citation:?} in {line:?}"
            );
        }
        if let Some(label) = &citation.label {
            assert_eq!(label.span.of(line), label.text);
            assert!(
                citation.span.contains(label.span),
                "{citation:?} in {line:?}"
            );
        }
        for index in citation
            .guideline
            .iter()
            .chain(&citation.candidates)
            .chain(&citation.whole)
        {
            assert!(*index < GUIDELINES.len());
        }
    }
}

/// Pieces of lines, so that random lines come near real ones.
const PIECES: [&str; 32] = [
    "Decision based on MTUS ",
    "Decision based on Non-MTUS Citation ",
    "The Expert Reviewer ",
    "did not base their decision on the MTUS",
    "did not cite any medical evidence",
    "Low Back Complaints",
    "Chronic Pain",
    " 2004",
    " 2016",
    "2017",
    ", Section(s): ",
    "Opioids, criteria for use",
    "ODG",
    "ACOEM",
    "Chapter 7",
    "Page(s): 98-99, 12",
    "Second Edition",
    "Guidelines",
    ", and ",
    " & ",
    "; ",
    ". ",
    ", ",
    " (",
    ")",
    " - ",
    "Neck",
    "Labor Code 4604.5",
    "http://www.example.org/a.b",
    "(updated 1/2/16)",
    "®",
    "é",
];

proptest! {
    #[test]
    fn any_text(line in any::<String>()) {
        spans_are_valid(&line);
    }

    #[test]
    fn any_line(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..24)) {
        spans_are_valid(&pieces.concat());
    }
}

/// Reading takes time in proportion to the length of the line, whatever stands in it.
#[test]
fn long_lines_take_no_more_than_their_share() {
    for piece in PIECES.iter().chain(&[
        "updated ", "the the ", "(", "AB.CD.", "1.1.", "a", " ", "Low ",
    ]) {
        let line = piece.repeat(100_000 / piece.len());
        let start = Instant::now();
        spans_are_valid(&line);
        assert!(
            start.elapsed() < Duration::from_secs(20),
            "{piece:?} took {:?}",
            start.elapsed()
        );
    }
}

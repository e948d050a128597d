//! What holds for any input: nothing panics, and every place that is given lies in the text, on character borders.
//!
//! The fuzzers of this folder and `tests/any_bytes.rs` share these functions, so that what a fuzzer finds can be kept
//! as a file that every test run reads again.
#![allow(dead_code, clippy::panic)]

use std::sync::OnceLock;

use imr_lint::check::Linter;
use imr_lint::letter;
use imr_lint::reading::zone::Zone;
use imr_lint::rules::problem::RuleFile;
use imr_lint::rules::{embedded, load};
use imr_lint::source::SourceText;
use imr_lint::span::{ByteSpan, SourceSpan};

/// Longer inputs say nothing that shorter ones do not, and slow a fuzzer down.
const MOST_BYTES: usize = 64 * 1024;

fn linter() -> &'static Linter {
    static LINTER: OnceLock<Linter> = OnceLock::new();
    LINTER.get_or_init(|| Linter::new(load(embedded()).pack).0)
}

/// A text that is given as bytes.
fn text_of(bytes: &[u8]) -> String {
    let bytes = bytes.get(..MOST_BYTES).unwrap_or(bytes);
    String::from_utf8_lossy(bytes).into_owned()
}

/// The bytes of a file, whatever kind of document it is: read or refused.
pub(crate) fn document(bytes: &[u8]) {
    for name in ["letter.txt", "letter.md"] {
        if let Ok(source) = SourceText::from_file(name, bytes) {
            places_of_source(&source);
        }
    }
}

/// A letter: read, checked, and everything found in its place.
pub(crate) fn check(bytes: &[u8]) {
    let source = SourceText::from_text(text_of(bytes));
    places_of_source(&source);
    let letter = linter().parse(&source);
    let checked = linter().check(&source, &letter, None);
    for item in &checked.reading.items {
        in_text(&source, source.locate(item.item.span));
    }
    for finding in &checked.findings {
        let primary = finding.labels.iter().filter(|label| label.primary);
        assert_eq!(primary.count(), 1, "primary labels of {finding:?}");
        for label in &finding.labels {
            in_text(&source, label.span);
        }
    }
}

/// A heading, and with it requests and quantities, in a letter that is otherwise sound.
pub(crate) fn heading(bytes: &[u8]) {
    let heading = text_of(bytes);
    let letter = format!(
        "IMR ISSUES, DECISIONS AND RATIONALES\nThe Final Determination was based on decisions for the disputed \
         items/services set forth below:\n\n{heading}: Upheld\n\nClaims Administrator guideline: Decision based on \
         MTUS Chronic Pain 2009.\n\nMAXIMUS guideline: Decision based on MTUS Chronic Pain 2009.\n\nDecision \
         rationale: The request for {heading} is not medically necessary.\n"
    );
    check(letter.as_bytes());
}

/// A passage: sentences, zones, quantities, citations, and what is said of its words.
pub(crate) fn phrases(bytes: &[u8]) {
    let text = text_of(bytes);
    let reader = linter().reader();
    for quantity in reader.quantities(&text) {
        in_phrase(&text, quantity.span);
    }
    for citation in reader.citations(&text).citations {
        in_phrase(&text, citation.span);
    }
    let sentences = reader.sentences(&text);
    let mut behind = 0;
    for sentence in &sentences {
        in_phrase(&text, *sentence);
        assert!(
            behind <= sentence.start,
            "sentences overlap at {sentence:?}"
        );
        behind = sentence.end;
    }
    for zoned in reader.zones(&text, &sentences) {
        in_phrase(&text, zoned.span);
    }
    for sentence in sentences {
        let scene = reader.assertions().scene(&text, sentence);
        let words = sentence.of(&text).split(' ').take(40);
        let mut start = sentence.start;
        for word in words {
            let target = ByteSpan::new(start, start + word.len());
            if let Some(cue) = scene.of(target, Zone::default()).cue {
                in_phrase(&text, cue.span);
            }
            start = target.end + 1;
        }
    }
}

/// A rules file: every mistake has its place, and what is left compiles.
pub(crate) fn pack(bytes: &[u8]) {
    let text = text_of(bytes);
    let file = RuleFile {
        name: "rules.yaml".to_owned(),
        text: text.into(),
    };
    let loaded = load(vec![file]);
    for problem in &loaded.problems {
        assert!(!problem.to_string().is_empty());
    }
    let _ = Linter::new(loaded.pack);
}

/// Lines, pages and the unwrapped text of a letter fit together.
fn places_of_source(source: &SourceText) {
    let text = source.text();
    for share in 0..=16 {
        let offset = text.len() * share / 16;
        let position = source.position(offset);
        assert!(position.line <= source.line_count(), "{position:?}");
        in_text(source, source.line_span(position.line));
        let _ = source.seen_place(offset);
    }
    let canonical = source.canonical();
    assert_eq!(canonical.lines().len(), canonical.prose().len());
    let letter = letter::parse(canonical.lines());
    for section in &letter.sections {
        in_phrase(canonical.lines(), section.body);
        in_text(source, source.locate(section.body));
    }
}

fn in_text(source: &SourceText, span: SourceSpan) {
    let words = source.text().get(span.start..span.end);
    assert!(words.is_some(), "{span:?} is no place in the text");
}

fn in_phrase(text: &str, span: ByteSpan) {
    let words = text.get(span.start..span.end);
    assert!(words.is_some(), "{span:?} is no place in {text:?}");
}

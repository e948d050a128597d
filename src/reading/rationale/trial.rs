//! Rationales for tests of their readers: sentences whose voices are given.

use super::RationaleScene;
use crate::reading::assertion::{AssertionReader, AssertionScenes};
use crate::reading::citation::CitationReader;
use crate::reading::conclusion::Conclusion;
use crate::reading::named_source::NamedSourceReader;
use crate::reading::request::shipped::shipped;
use crate::reading::word_index::CutText;
use crate::reading::zone::{Zone, ZonedSentence};
use crate::span::ByteSpan;

/// What `ask` answers of a rationale that is made of `sentences`, for the request that `heading` makes.
pub(in crate::reading) fn of_rationale<R>(
    heading: &str,
    sentences: &[(Zone, &str)],
    ask: impl FnOnce(&RationaleScene<'_>) -> R,
) -> R {
    let shipped = shipped();
    let mut text = String::new();
    let mut zoned = Vec::new();
    for (zone, sentence) in sentences {
        let start = text.len();
        text.push_str(sentence);
        zoned.push(ZonedSentence {
            span: ByteSpan::new(start, text.len()),
            zone: *zone,
            cue: None,
            rule: "given",
            clauses: Vec::new(),
        });
        text.push(' ');
    }
    let place = ByteSpan::new(0, text.len());
    let request = shipped.read(heading);
    let citations = CitationReader::new(&shipped.pack.guidelines);
    let assertions = AssertionReader::new(&shipped.pack.language.assertions);
    let cut = CutText::new(&text);
    let scene = RationaleScene {
        words: cut.words(),
        place,
        sentences: &zoned,
        hits: &shipped.lexicon.find(&text),
        quantities: &shipped.quantities.read_in(cut.words(), place),
        request: Some(&request),
        conclusion: &Conclusion::default(),
        sources: &[],
        assertions: &AssertionScenes::new(&assertions, &text),
        citations: &citations,
    };
    let sources = NamedSourceReader::new(&shipped.pack).read(&scene);
    ask(&RationaleScene {
        sources: &sources,
        ..scene
    })
}

//! Places of letters.

use serde::Serialize;

use crate::report::json::unwrapped;
use crate::report::region::Region;
use crate::report::uri;
use crate::source::SourceText;
use crate::span::SourceSpan;

/// A message.
#[derive(Serialize)]
pub(super) struct Text {
    text: String,
}

impl Text {
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into() }
    }
}

/// A letter as a whole.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ArtifactPlace {
    physical_location: PhysicalPlace,
}

impl ArtifactPlace {
    pub(super) fn of(name: &str) -> Self {
        Self {
            physical_location: PhysicalPlace {
                artifact_location: Artifact {
                    uri: uri::of_path(name),
                },
                region: None,
            },
        }
    }
}

/// Words of a letter.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Place {
    /// Of places beside the one that a result leads to.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: PhysicalPlace,
    message: Text,
    properties: Seen,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalPlace {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<TextRegion>,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

/// A place in a text file. Characters are counted and not bytes: the file may be in an encoding in which they take
/// others than in the text as it was read.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TextRegion {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
    char_offset: usize,
    char_length: usize,
    snippet: Text,
}

/// The words, and where a person finds them.
#[derive(Serialize)]
struct Seen {
    words: String,
    page: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
}

impl Place {
    pub(super) fn of(
        name: &str,
        source: &SourceText,
        span: SourceSpan,
        note: &str,
        id: Option<usize>,
    ) -> Self {
        Self {
            id,
            physical_location: PhysicalPlace {
                artifact_location: Artifact {
                    uri: uri::of_path(name),
                },
                region: text_region(source, span),
            },
            message: Text::new(note),
            properties: Seen {
                words: unwrapped(source, span),
                page: source.position(span.start).page,
                place: source.seen_place(span.start),
            },
        }
    }
}

fn text_region(source: &SourceText, span: SourceSpan) -> Option<TextRegion> {
    let Region { start, end } = Region::of(source, span)?;
    let text = source.text();
    let words = text.get(span.start..span.end).unwrap_or_default();
    let before = text.get(..span.start).unwrap_or_default();
    Some(TextRegion {
        start_line: start.line,
        start_column: start.column,
        end_line: end.line,
        end_column: end.column,
        char_offset: before.chars().count(),
        char_length: words.chars().count(),
        snippet: Text::new(words),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::json::as_json;

    #[test]
    fn a_document_has_no_region() {
        let source = SourceText::of_pages("one\ntwo\n\u{c}six\n");
        let span = SourceSpan { start: 9, end: 12 };
        let place = as_json(&Place::of("a b.pdf", &source, span, "here", None));
        assert_eq!(
            place,
            r#"{"physicalLocation":{"artifactLocation":{"uri":"a%20b.pdf"}},"message":{"text":"here"},"properties":{"words":"six","page":2,"place":"page 2, line 1"}}"#
        );
    }
}

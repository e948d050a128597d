//! Places as editors and servers of code want them: lines and columns of a text file.

use crate::source::{Position, Setting, SourceText};
use crate::span::SourceSpan;

/// A place in a text file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region {
    /// Where it begins.
    pub(super) start: Position,
    /// Behind its last character, on the same line.
    pub(super) end: Position,
}

impl Region {
    /// The place of a span. `None` for a letter that is no text file: the lines of what was read of a PDF or Word file
    /// are nowhere to be found in it.
    pub(super) fn of(source: &SourceText, span: SourceSpan) -> Option<Self> {
        (source.setting() == Setting::Lines).then(|| Self {
            start: source.position(span.start),
            end: source.position(span.end),
        })
    }
}

/// Where a person finds a span of a letter that is no text file: "page 2, line 14". `None` for a text file, which has
/// a [`Region`] instead.
pub(super) fn place_in_document(source: &SourceText, span: SourceSpan) -> Option<String> {
    (source.setting() != Setting::Lines)
        .then(|| source.seen_place(span.start))
        .flatten()
}

/// A message with the place behind it that a document needs: `... (page 2, line 14)`.
pub(super) fn with_place(message: &str, place: Option<&str>) -> String {
    match place {
        Some(place) => format!("{message} ({place})"),
        None => message.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPAN: SourceSpan = SourceSpan { start: 9, end: 12 };

    #[test]
    fn a_text_has_lines_and_a_document_has_places() {
        let text = SourceText::from_text("one\ntwo\n\u{c}six\n".to_owned());
        let region = Region::of(&text, SPAN).map(|Region { start, end }| (start.line, end.column));
        assert_eq!(region, Some((3, 5)));
        assert_eq!(place_in_document(&text, SPAN), None);

        let document = SourceText::of_pages("one\ntwo\n\u{c}six\n");
        assert_eq!(Region::of(&document, SPAN), None);
        let place = place_in_document(&document, SPAN);
        assert_eq!(
            with_place("six is wrong", place.as_deref()),
            "six is wrong (page 2, line 1)"
        );
    }
}

//! Lines, columns and pages of a text.

use memchr::memchr3_iter;

use crate::span::SourceSpan;

use super::characters::border_before;

/// A place in the text as it was read, as a person counts: everything starts at 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
pub struct Position {
    /// The line. Lines end at `\n`, `\r\n` or a lone `\r`.
    pub line: usize,
    /// The column, counted in characters (Unicode scalar values), not bytes.
    pub column: usize,
    /// The page: one more than the number of form feeds before the place.
    pub page: usize,
    /// The line on its page.
    pub page_line: usize,
}

/// Where the lines and pages of one text begin, so that a position takes a binary search and no
/// walk from the start of the text.
#[derive(Clone, Debug)]
pub(super) struct LineIndex {
    /// Offset of the first byte of every line; never empty.
    line_starts: Vec<usize>,
    /// Offset of every form feed.
    form_feeds: Vec<usize>,
    /// In ASCII text a column is a subtraction.
    ascii: bool,
}

impl LineIndex {
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut line_starts = vec![0];
        let mut form_feeds = Vec::new();
        for at in memchr3_iter(b'\n', b'\r', b'\x0c', bytes) {
            match bytes[at] {
                b'\x0c' => form_feeds.push(at),
                // The `\n` that follows ends the line.
                b'\r' if bytes.get(at + 1) == Some(&b'\n') => {}
                _ => line_starts.push(at + 1),
            }
        }
        Self {
            line_starts,
            form_feeds,
            ascii: text.is_ascii(),
        }
    }

    pub(super) fn line_count(&self) -> usize {
        self.line_starts.len()
    }

    /// The number of pages.
    pub(super) fn page_count(&self) -> usize {
        self.form_feeds.len() + 1
    }

    pub(super) fn position(&self, text: &str, offset: usize) -> Position {
        let offset = border_before(text, offset);
        let line = self.line_starts.partition_point(|&start| start <= offset);
        let start = self.line_starts[line - 1];
        let feeds_before = self.form_feeds.partition_point(|&feed| feed < offset);
        let lines_before_page = feeds_before.checked_sub(1).map_or(0, |last| {
            let page_start = self.form_feeds[last] + 1;
            self.line_starts
                .partition_point(|&start| start < page_start)
                - 1
        });
        let characters_before = if self.ascii {
            offset - start
        } else {
            text[start..offset].chars().count()
        };
        Position {
            line,
            column: characters_before + 1,
            page: 1 + feeds_before,
            page_line: line - lines_before_page,
        }
    }

    pub(super) fn line_span(&self, text: &str, line: usize) -> SourceSpan {
        let end_of_text = SourceSpan {
            start: text.len(),
            end: text.len(),
        };
        let Some(&start) = line.checked_sub(1).and_then(|at| self.line_starts.get(at)) else {
            return end_of_text;
        };
        let next = self.line_starts.get(line).copied().unwrap_or(text.len());
        SourceSpan {
            start,
            end: start + text[start..next].trim_end_matches(['\n', '\r']).len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, offset: usize) -> (usize, usize, usize) {
        let position = LineIndex::of(text).position(text, offset);
        (position.line, position.column, position.page)
    }

    #[test]
    fn lines_end_at_every_kind_of_line_end() {
        let text = "one\ntwo\r\nthree\rfour";
        assert_eq!(place(text, 0), (1, 1, 1));
        assert_eq!(place(text, 3), (1, 4, 1));
        assert_eq!(place(text, 4), (2, 1, 1));
        assert_eq!(place(text, 9), (3, 1, 1));
        assert_eq!(place(text, 15), (4, 1, 1));
        assert_eq!(place(text, text.len()), (4, 5, 1));
    }

    #[test]
    fn columns_count_characters() {
        let text = "Größe 5 °C";
        assert_eq!(place(text, text.find('5').unwrap_or_default()), (1, 7, 1));
    }

    #[test]
    fn an_offset_inside_a_character_or_behind_the_end_is_moved_back() {
        assert_eq!(place("a°b", 2), (1, 2, 1));
        assert_eq!(place("a°b", 99), (1, 4, 1));
    }

    #[test]
    fn pages_begin_behind_a_form_feed() {
        let text = "one\n\x0ctwo";
        assert_eq!(place(text, 4), (2, 1, 1));
        assert_eq!(place(text, 5), (2, 2, 2));
    }

    #[test]
    fn lines_are_counted_from_the_top_of_their_page() {
        let text = "one\ntwo\n\x0cthree\nfour\x0cfive\nsix";
        let index = LineIndex::of(text);
        for (word, page, line) in [
            ("two", 1, 2),
            ("three", 2, 1),
            ("four", 2, 2),
            ("five", 3, 1),
            ("six", 3, 2),
        ] {
            let position = index.position(text, text.find(word).unwrap_or_default());
            assert_eq!((position.page, position.page_line), (page, line), "{word}");
        }
    }

    #[test]
    fn line_spans_leave_the_line_end_out() {
        let text = "one\r\n\r\ntwo\n";
        let index = LineIndex::of(text);
        assert_eq!(index.line_count(), 4);
        let lines: Vec<&str> = (1..=4)
            .map(|line| index.line_span(text, line))
            .map(|span| &text[span.start..span.end])
            .collect();
        assert_eq!(lines, ["one", "", "two", ""]);
    }

    #[test]
    fn a_line_that_does_not_exist_is_empty() {
        let index = LineIndex::of("one");
        for line in [0, 2, usize::MAX] {
            assert_eq!(
                index.line_span("one", line),
                SourceSpan { start: 3, end: 3 }
            );
        }
    }
}

//! Texts that a snippet can be cut from.

use std::ops::Range;

use crate::rules::problem::RuleFile;
use crate::source::SourceText;

/// A text that knows its lines. Lines are numbered from 1.
pub(super) trait Lines {
    /// The whole text.
    fn text(&self) -> &str;
    /// The line that holds the byte at `offset`, which is at most the length of the text.
    fn line_at(&self, offset: usize) -> usize;
    /// The bytes of a line without its line end and the white space before it. `line` is between 1 and [`Lines::line_count`].
    fn line_bytes(&self, line: usize) -> Range<usize>;
    /// How many lines there are; at least one.
    fn line_count(&self) -> usize;
    /// The place of `offset` as it is written behind the name of the file: `41:12`, or
    /// `41:12 (page 2)` in a text of several pages.
    fn place(&self, offset: usize) -> String;

    /// The words of a line.
    fn line_text(&self, line: usize) -> &str {
        self.text().get(self.line_bytes(line)).unwrap_or_default()
    }

    /// Whether a line holds nothing but white space, or lies outside of the text.
    fn is_blank(&self, line: usize) -> bool {
        line == 0 || line > self.line_count() || self.line_text(line).trim().is_empty()
    }
}

/// A rules file with the offsets of its lines.
pub(super) struct RuleFileLines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> RuleFileLines<'a> {
    /// Finds the lines of `file`.
    pub(super) fn new(file: &'a RuleFile) -> Self {
        let behind_newlines = memchr::memchr_iter(b'\n', file.text.as_bytes()).map(|at| at + 1);
        Self {
            text: &file.text,
            starts: std::iter::once(0).chain(behind_newlines).collect(),
        }
    }
}

impl Lines for RuleFileLines<'_> {
    fn text(&self) -> &str {
        self.text
    }

    fn line_at(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset)
    }

    fn line_bytes(&self, line: usize) -> Range<usize> {
        let start = self
            .starts
            .get(line.saturating_sub(1))
            .copied()
            .unwrap_or(self.text.len());
        let end = self.starts.get(line).copied().unwrap_or(self.text.len());
        let line = self.text.get(start..end).unwrap_or_default();
        start..start + line.trim_end().len()
    }

    fn line_count(&self) -> usize {
        self.starts.len()
    }

    fn place(&self, offset: usize) -> String {
        let line = self.line_at(offset);
        let before = self.text.get(self.line_bytes(line).start..offset);
        let column = before.unwrap_or_default().chars().count() + 1;
        format!("{line}:{column}")
    }
}

impl Lines for SourceText {
    fn text(&self) -> &str {
        self.text()
    }

    fn line_at(&self, offset: usize) -> usize {
        self.position(offset).line
    }

    fn line_bytes(&self, line: usize) -> Range<usize> {
        let span = self.line_span(line);
        let line = self.text().get(span.start..span.end).unwrap_or_default();
        span.start..span.start + line.trim_end().len()
    }

    fn line_count(&self) -> usize {
        self.line_count()
    }

    fn place(&self, offset: usize) -> String {
        let at = self.position(offset);
        let seen = self.seen_place(offset);
        let seen = seen.map(|seen| format!(" ({seen})")).unwrap_or_default();
        format!("{}:{}{seen}", at.line, at.column)
    }
}

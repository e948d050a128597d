//! The printed lines of a letter, and what sets them apart.

use std::ops::Range;

use crate::source::{Setting, SourceText};

/// The lines of a letter, counted from 1.
pub(super) struct Lines<'a> {
    pub(super) source: &'a SourceText,
    double_spaced: bool,
    /// Lines of fewer bytes are not wrapped.
    short: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn of(source: &'a SourceText) -> Self {
        let longest = source.text().lines().map(|line| line.trim().len()).max();
        Self {
            source,
            double_spaced: is_double_spaced(source),
            short: longest.unwrap_or(0) * 2 / 3,
        }
    }

    pub(super) fn count(&self) -> usize {
        self.source.line_count()
    }

    /// The bytes of a line with its line end, so that the lines are the whole text.
    pub(super) fn bytes(&self, line: usize) -> Range<usize> {
        let next = match line == self.count() {
            true => self.source.text().len(),
            false => self.source.line_span(line + 1).start,
        };
        self.source.line_span(line).start..next
    }

    fn words(&self, line: usize) -> &str {
        self.source.text().get(self.bytes(line)).unwrap_or_default()
    }

    pub(super) fn is_blank(&self, line: usize) -> bool {
        self.words(line).trim().is_empty()
    }

    /// Whether a line ends where it does for another reason than that it was full.
    pub(super) fn is_short(&self, line: usize) -> bool {
        self.words(line).trim().len() < self.short
    }

    /// Whether a line sets paragraphs apart. Between all lines of a double-spaced letter stands an empty one, and a
    /// line that holds a space ends a paragraph.
    pub(super) fn is_gap(&self, line: usize) -> bool {
        let words = self.words(line).trim_end_matches(['\n', '\r']);
        self.is_blank(line) && !(self.double_spaced && words.is_empty())
    }

    /// The number of a line as a person who looks at the document counts.
    pub(super) fn number(&self, line: usize) -> usize {
        match self.source.setting() {
            Setting::Pages => self.source.position(self.text_start(line)).page_line,
            Setting::Lines | Setting::Markdown | Setting::Paragraphs => line,
        }
    }

    /// The page, where one begins with this line.
    pub(super) fn new_page(&self, line: usize) -> Option<usize> {
        let page = |line| self.source.position(self.text_start(line)).page;
        let before = if line == 1 { 1 } else { page(line - 1) };
        Some(page(line)).filter(|page| *page != before)
    }

    /// Where the text of a line begins, behind a form feed.
    fn text_start(&self, line: usize) -> usize {
        let words = self.words(line);
        let feeds = words.len() - words.trim_start_matches('\u{c}').len();
        self.bytes(line).start + feeds
    }
}

/// Whether hardly a printed line of a letter follows another without a blank one between them.
fn is_double_spaced(source: &SourceText) -> bool {
    const ONE_IN: usize = 10;
    if source.setting() == Setting::Paragraphs {
        return false;
    }
    let lines = source.text().lines();
    let blank: Vec<bool> = lines.map(|line| line.trim().is_empty()).collect();
    let printed = blank.iter().filter(|blank| !**blank).count();
    let close = blank.windows(2).filter(|pair| !pair[0] && !pair[1]).count();
    printed > ONE_IN && close < printed / ONE_IN
}

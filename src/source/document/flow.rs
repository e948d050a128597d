//! The text of a document as it is read: paragraphs, line breaks, page breaks, cells of tables and text boxes, from
//! which the lines of the text come.
//!
//! The lines say more than they show. A paragraph ends without white space; a line that ends only because somebody
//! broke it ends in a space, as the last word of it and the first of the next are parted like all others. Where a page
//! ends there is a form feed: in front of a line, or inside of one.
//!
//! All of it is what [`super::super::layout`] reads paragraphs from.

use super::table;

/// The most text that is taken from one document, in bytes. Letters have a few pages.
pub(super) const MOST_TEXT: usize = 8 * 1024 * 1024;

/// A text that grows.
#[derive(Debug)]
pub(super) struct Flow {
    /// The body; above it cells and text boxes that are not yet at their end.
    frames: Vec<Frame>,
    /// The rows that are not yet at their end: the cells of each that are.
    rows: Vec<Vec<Vec<String>>>,
    /// Form feeds to write before the next character.
    pages_due: usize,
    /// The last of them was put there by the author, so that the place where a word processor found the page to begin is
    /// the same one.
    broken: bool,
    size: usize,
}

/// A part of the page that has lines of its own.
#[derive(Debug, Default)]
struct Frame {
    lines: Vec<String>,
    /// The line that is not yet at its end.
    line: String,
    /// Where in `lines` the paragraph that is not yet at its end begins.
    paragraph_at: usize,
    /// The lines of the text boxes of that paragraph.
    boxed: Vec<String>,
}

// What HTML has no use for, Word files have, and the other way round.
#[cfg_attr(not(all(feature = "docx", feature = "markup")), allow(dead_code))]
impl Flow {
    pub(super) fn new() -> Self {
        Self {
            frames: vec![Frame::default()],
            rows: Vec::new(),
            pages_due: 0,
            broken: false,
            size: 0,
        }
    }

    /// Adds text to the line. Line ends in it are white space.
    pub(super) fn text(&mut self, text: &str) {
        self.size += text.len();
        if self.is_too_large() {
            return;
        }
        let blank = text.find(|character: char| !character.is_whitespace());
        let (blank, printed) = text.split_at(blank.unwrap_or(text.len()));
        self.push(blank);
        if !printed.is_empty() {
            self.begin_pages();
            self.push(printed);
        }
    }

    /// Begins another line of the same paragraph.
    pub(super) fn line_break(&mut self) {
        self.size += 1;
        if let Some(frame) = self.frame() {
            let was_empty = frame.line.is_empty();
            let mut line = frame.take_line();
            if !was_empty {
                line.push(' ');
            }
            frame.lines.push(line);
        }
    }

    /// Begins another page, as the author wanted it.
    pub(super) fn page_break(&mut self) {
        self.pages_due += 1;
        self.broken = true;
    }

    /// Begins another page, as a word processor found it.
    pub(super) fn page_begins(&mut self) {
        if !std::mem::take(&mut self.broken) {
            self.pages_due += 1;
        }
    }

    /// Ends the paragraph, empty or not.
    pub(super) fn end_paragraph(&mut self) {
        self.size += 1;
        if let Some(frame) = self.frame() {
            frame.end_paragraph();
        }
    }

    /// Ends the paragraph if there is anything in it.
    pub(super) fn end_open_paragraph(&mut self) {
        if let Some(frame) = self.frame() {
            frame.end_open_paragraph();
        }
    }

    /// Whether white space would be the second one here, or the first thing in its line.
    pub(super) fn is_spaced(&self) -> bool {
        let line = self.frames.last().map_or("", |frame| frame.line.as_str());
        line.is_empty() || line.ends_with([' ', '\t', '\x0c'])
    }

    /// Whether the last paragraph ends as a sentence does; so does a text without any.
    pub(super) fn ends_sentence(&self) -> bool {
        let last = self.frames.last().and_then(|frame| frame.lines.last());
        let closed = |line: &String| line.ends_with(['.', '?', '!', '"', '\u{201D}', ')']);
        last.is_none_or(closed)
    }

    /// Adds a paragraph of one line between two others.
    pub(super) fn paragraph(&mut self, text: &str) {
        self.end_open_paragraph();
        self.text(text);
        self.end_paragraph();
    }

    pub(super) fn begin_row(&mut self) {
        self.end_open_paragraph();
        self.rows.push(Vec::new());
    }

    /// Ends a row; what its cells hold becomes lines.
    pub(super) fn end_row(&mut self) {
        let cells = self.rows.pop().unwrap_or_default();
        if let Some(frame) = self.frame() {
            frame.end_open_paragraph();
            frame.lines.extend(table::row_lines(cells));
            frame.paragraph_at = frame.lines.len();
        }
    }

    /// Ends a row of which nothing is kept.
    pub(super) fn drop_row(&mut self) {
        self.rows.pop();
    }

    pub(super) fn begin_cell(&mut self) {
        self.frames.push(Frame::default());
    }

    pub(super) fn end_cell(&mut self) {
        let lines = self.end_frame();
        if let Some(cells) = self.rows.last_mut() {
            cells.push(lines);
        } else if let Some(frame) = self.frame() {
            frame.lines.extend(lines);
            frame.paragraph_at = frame.lines.len();
        }
    }

    pub(super) fn begin_box(&mut self) {
        self.frames.push(Frame::default());
    }

    /// Ends a text box. It stands in front of the paragraph that it belongs to, as what follows a heading must not be parted
    /// from it.
    pub(super) fn end_box(&mut self) {
        let lines = self.end_frame();
        if let Some(frame) = self.frame() {
            let printed = lines.into_iter().filter(|line| !line.is_empty());
            frame.boxed.extend(printed);
        }
    }

    /// Ends a text box and gives its words, which then stand nowhere.
    pub(super) fn take_box(&mut self) -> String {
        let lines = self.end_frame();
        let words: Vec<&str> = lines
            .iter()
            .flat_map(|line| line.split_whitespace())
            .collect();
        words.join(" ")
    }

    /// Whether this is more text than a letter can have.
    pub(super) fn is_too_large(&self) -> bool {
        self.size > MOST_TEXT
    }

    /// The text.
    pub(super) fn finish(mut self) -> String {
        self.end_open_paragraph();
        let lines = self.frames.into_iter().next().unwrap_or_default().lines;
        let mut text = lines.join("\n");
        text.push('\n');
        text
    }

    fn frame(&mut self) -> Option<&mut Frame> {
        self.frames.last_mut()
    }

    /// Ends a cell or text box. The body has no end.
    fn end_frame(&mut self) -> Vec<String> {
        if self.frames.len() < 2 {
            return Vec::new();
        }
        let mut frame = self.frames.pop().unwrap_or_default();
        frame.end_open_paragraph();
        frame.lines
    }

    /// Writes the form feeds that are due. A page that the author began begins with a line of its own.
    fn begin_pages(&mut self) {
        let due = std::mem::take(&mut self.pages_due);
        let broken = std::mem::take(&mut self.broken);
        if let Some(frame) = self.frame().filter(|_| due > 0) {
            if broken && !frame.line.is_empty() {
                let line = frame.take_line();
                frame.lines.push(line);
            }
            frame.line.extend(std::iter::repeat_n('\x0c', due));
        }
    }

    fn push(&mut self, text: &str) {
        if let Some(frame) = self.frame() {
            let ends_line = |character| matches!(character, '\n' | '\r' | '\x0b' | '\x0c');
            if text.contains(ends_line) {
                frame.line.push_str(&text.replace(ends_line, " "));
            } else {
                frame.line.push_str(text);
            }
        }
    }
}

impl Frame {
    /// The line without the white space at its end.
    fn take_line(&mut self) -> String {
        let mut line = std::mem::take(&mut self.line);
        line.truncate(
            line.trim_end_matches(|end: char| end.is_whitespace() && end != '\x0c')
                .len(),
        );
        line
    }

    fn end_paragraph(&mut self) {
        let line = self.take_line();
        if line.is_empty() {
            self.end_broken_lines();
        }
        self.lines.push(line);
        if !self.boxed.is_empty() {
            let boxed = std::mem::take(&mut self.boxed);
            self.lines
                .splice(self.paragraph_at..self.paragraph_at, boxed);
        }
        self.paragraph_at = self.lines.len();
    }

    /// Nothing follows the last line that was broken: the paragraph ends there.
    fn end_broken_lines(&mut self) {
        let broken = self.lines.get_mut(self.paragraph_at..).unwrap_or_default();
        for line in broken.iter_mut().rev() {
            line.truncate(line.trim_end_matches(' ').len());
            if !line.is_empty() {
                break;
            }
        }
    }

    fn end_open_paragraph(&mut self) {
        let is_open = !self.line.trim().is_empty()
            || self.paragraph_at < self.lines.len()
            || !self.boxed.is_empty();
        if is_open {
            self.end_paragraph();
        }
        self.line.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Flow)) -> String {
        let mut flow = Flow::new();
        write(&mut flow);
        flow.finish()
    }

    #[test]
    fn a_paragraph_is_a_line_and_an_empty_one_an_empty_line() {
        let text = written(|flow| {
            flow.text("one ");
            flow.text("two\nthree ");
            flow.end_paragraph();
            flow.end_paragraph();
            flow.text("four");
        });
        assert_eq!(text, "one two three\n\nfour\n");
    }

    #[test]
    fn a_line_that_was_broken_ends_in_a_space_and_a_paragraph_never_does() {
        let text = written(|flow| {
            flow.text("one");
            flow.line_break();
            flow.text("two ");
            flow.end_paragraph();
            flow.text("three");
            flow.line_break();
            flow.end_paragraph();
        });
        assert_eq!(text, "one \ntwo\nthree\n\n");
    }

    #[test]
    fn a_page_begins_where_its_first_word_stands() {
        let text = written(|flow| {
            flow.text("one");
            flow.page_begins();
            flow.text(" two");
            flow.page_break();
            flow.end_paragraph();
            flow.page_begins();
            flow.text("three");
            flow.page_break();
            flow.text("four");
        });
        assert_eq!(text, "one \x0ctwo\n\x0cthree\n\x0cfour\n");
    }

    #[test]
    fn a_text_box_stands_before_its_paragraph() {
        let text = written(|flow| {
            flow.text("above");
            flow.end_paragraph();
            flow.text("MRI: ");
            flow.begin_box();
            flow.text("DRAFT");
            flow.end_paragraph();
            flow.end_paragraph();
            flow.end_box();
            flow.text("Upheld");
            flow.end_paragraph();
        });
        assert_eq!(text, "above\nDRAFT\nMRI: Upheld\n");
    }

    #[test]
    fn ends_without_a_beginning_change_nothing() {
        let text = written(|flow| {
            flow.end_cell();
            flow.end_row();
            flow.end_box();
            flow.text("one");
        });
        assert_eq!(text, "one\n");
    }
}

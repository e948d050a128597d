//! Markdown: the text without its marks, each line where it stands in the file.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{Extract, Setting, html, table};
use crate::source::decode::{Unreadable, decode};

/// Takes the text out of a file.
pub(super) fn extract(bytes: &[u8]) -> Result<Extract, Unreadable> {
    let (source, _) = decode(bytes)?;
    let mut page = Page::new(&source);
    for (event, range) in Parser::new_ext(&source, Options::ENABLE_TABLES).into_offset_iter() {
        page.add(event, range);
    }
    Ok(Extract {
        text: page.text,
        setting: Setting::Markdown,
    })
}

/// A file that is being read.
struct Page<'s> {
    source: &'s str,
    text: String,
    /// How many lines of the text have ended, and how many of the file up to `passed`.
    written: usize,
    counted: usize,
    passed: usize,
    /// The cells of a row of a table, the last of them not yet at its end.
    row: Option<Vec<String>>,
}

impl<'s> Page<'s> {
    fn new(source: &'s str) -> Self {
        Self {
            source,
            text: String::with_capacity(source.len()),
            written: 0,
            counted: 0,
            passed: 0,
            row: None,
        }
    }

    fn add(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(Tag::TableHead | Tag::TableRow) => self.row = Some(Vec::new()),
            Event::Start(Tag::TableCell) => {
                if let Some(row) = &mut self.row {
                    row.push(String::new());
                }
            }
            Event::Start(Tag::Item) => self.item(&range),
            Event::End(TagEnd::TableHead | TagEnd::TableRow) => self.end_row(&range),
            Event::End(end) => self.end(end),
            Event::Text(text) => self.words(&text, &range),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.words(&text, &range);
            }
            Event::Html(tags) | Event::InlineHtml(tags) => match html::fragment(&tags) {
                Some(words) => self.words(&words, &range),
                None => self.line_break(&range),
            },
            Event::SoftBreak => self.words(" ", &range),
            Event::HardBreak => self.line_break(&range),
            Event::Start(_)
            | Event::FootnoteReference(_)
            | Event::Rule
            | Event::TaskListMarker(_) => {}
        }
    }

    /// The number of an item, as it was typed. Bullets say nothing.
    fn item(&mut self, range: &Range<usize>) {
        let item = self
            .source
            .get(range.clone())
            .unwrap_or_default()
            .trim_start();
        let digits = item.len()
            - item
                .trim_start_matches(|first: char| first.is_ascii_digit())
                .len();
        if digits > 0 {
            let number = item.get(..=digits).unwrap_or_default();
            self.words(&format!("{number} "), range);
        }
    }

    fn end(&mut self, end: TagEnd) {
        let is_block = matches!(
            end,
            TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::CodeBlock
                | TagEnd::HtmlBlock
        );
        if is_block && self.row.is_none() {
            self.end_line();
        }
    }

    fn end_row(&mut self, range: &Range<usize>) {
        let cells = self.row.take().unwrap_or_default();
        let lines = table::row_lines(cells.into_iter().map(|cell| vec![cell]).collect());
        self.words(&lines.join("   "), range);
        self.end_line();
    }

    /// Writes words on the line that they stand on in the file. Text of several lines keeps them.
    fn words(&mut self, words: &str, range: &Range<usize>) {
        if let Some(row) = &mut self.row {
            if let Some(cell) = row.last_mut() {
                cell.push_str(words);
            }
            return;
        }
        self.go_to(range.start);
        self.written += words.matches('\n').count();
        self.text.push_str(words);
    }

    fn line_break(&mut self, range: &Range<usize>) {
        if self.row.is_some() {
            return self.words(" ", range);
        }
        self.end_line();
    }

    fn end_line(&mut self) {
        let end = self.text.trim_end_matches([' ', '\t']).len();
        self.text.truncate(end);
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
            self.written += 1;
        }
    }

    /// Ends lines until the text is on the line that `offset` is on in the file.
    fn go_to(&mut self, offset: usize) {
        let passed = self.source.get(self.passed..offset).unwrap_or_default();
        self.counted += passed.matches('\n').count();
        self.passed = self.passed.max(offset);
        while self.written < self.counted {
            self.text.push('\n');
            self.written += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::extract;

    #[track_caller]
    fn assert_read(markdown: &str, text: &str) {
        assert_eq!(
            extract(markdown.as_bytes()).unwrap().text,
            text,
            "{markdown}"
        );
    }

    #[test]
    fn marks_are_taken_away_and_lines_stay_where_they_are() {
        assert_read(
            "# One\n\n*two* **th**ree\nfour  \nfive\\*\n\nsix",
            "One\n\ntwo three \nfour\nfive*\n\nsix\n",
        );
    }

    #[test]
    fn items_keep_their_numbers_as_they_were_typed() {
        assert_read(
            "1) one\n2) two\n\n- three\n* four\n",
            "1) one\n2) two\n\nthree\nfour\n",
        );
    }

    #[test]
    fn rows_of_tables_are_lines() {
        assert_read(
            "| | |\n|-|-|\n| **Priority:** | Standard |\n| MRI | Upheld |\n\nend",
            "\n\nPriority: Standard\nMRI: Upheld\n\nend\n",
        );
    }

    #[test]
    fn tags_of_html_are_taken_away_and_nothing_else() {
        assert_read(
            "one<br>two <b>three</b> &amp; <redacted>\n\n<div>\nfour\n</div>",
            "one\ntwo three & <redacted>\n\nfour\n",
        );
    }

    #[test]
    fn code_is_text() {
        assert_read(
            "`one` two\n\n```\nthree\nfour\n```\nfive",
            "one two\n\n\nthree\nfour\n\nfive\n",
        );
    }
}

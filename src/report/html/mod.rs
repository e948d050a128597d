//! The page to look at: the run in numbers, a table of findings, and each letter with its words highlighted and the
//! findings in the margin. One file that works offline; see `docs/html-report.md`.
//!
//! - `sheet`, `segment`: the text of a letter and its highlights.
//! - `card`, `why`: a finding and the condition behind it.
//! - `item`, `row`: what was decided, and the table.
//! - `overview`: the run in numbers.
//! - `template`, `csp`: how all of it becomes a page that runs nothing but its own script.
//!
//! Everything that is said of a letter is made printable here (`super::printable`) and escaped by the templates.

mod anchor;
mod card;
mod csp;
mod item;
mod letter;
mod numbered;
mod overview;
mod row;
mod segment;
mod sheet;
mod template;
#[cfg(test)]
mod tests;
mod why;
mod words;
mod writer;

use minijinja::Environment;

use self::letter::LetterPage;
use self::template::{drawn, environment};
use self::writer::HtmlWriter;
use super::format::{AuditedLetter, Format, Piece, ReportWriter};
use super::tally::Tally;
use crate::rules::pack::Pack;

/// The most letters of a run whose text is shown without a finding in it. Above that number the page keeps only the
/// texts that something is said about, so that its size follows the findings.
pub const MOST_CLEAR_LETTERS: usize = 200;

/// The format of the page.
#[derive(Debug)]
pub struct HtmlFormat<'p> {
    pack: &'p Pack,
    templates: Environment<'static>,
}

impl<'p> HtmlFormat<'p> {
    /// Of letters that were held against `pack`.
    #[must_use]
    pub fn new(pack: &'p Pack) -> Self {
        Self {
            pack,
            templates: environment(),
        }
    }
}

impl Format for HtmlFormat<'_> {
    fn draw(&self, letter: &AuditedLetter<'_>) -> Piece {
        let page = LetterPage::of(letter);
        let mut piece = Piece::text(drawn(&self.templates, "letter", &page));
        piece.tally = Some(Box::new(Tally::of(letter)));
        piece.parts = vec![
            drawn(&self.templates, "rows", &page),
            drawn(&self.templates, "text", &page),
        ];
        piece
    }

    fn writer(&self) -> Box<dyn ReportWriter + '_> {
        Box::new(HtmlWriter::new(self))
    }
}

//! What all formats of reports have in common: a letter is drawn as a piece, on any thread and in any order, and the
//! pieces are written in the order of the letters. So memory does not grow with their number, nor the time by the
//! drawing of one format.

use std::io::{self, Write};

use super::LetterView;
use super::json::Beside;
use super::summary::Summary;
use super::table::Row;
use super::tally::Tally;
use crate::check::Linter;
use crate::finding::{Finding, LetterProblem};
use crate::reading::letter::LetterReading;
use crate::source::SourceText;
use crate::waiver::Waived;

/// One letter of a run, with all that is known of it.
#[derive(Clone, Copy, Debug)]
pub struct AuditedLetter<'a> {
    /// Its path as the user gave it, or `-`.
    pub name: &'a str,
    /// What was read; `None`: it could not be read, which `problems` say.
    pub read: Option<ReadLetter<'a>>,
    /// Why the letter, or a part of it, was not read.
    pub problems: &'a [LetterProblem],
    /// The findings to report, in the order of the rules.
    pub findings: &'a [Finding],
    /// Those that a waiver keeps from being reported.
    pub waived: &'a [Waived<'a>],
    /// Those that the baseline knows.
    pub known: &'a [Finding],
}

/// What was read of a letter.
#[derive(Clone, Copy, Debug)]
pub struct ReadLetter<'a> {
    /// Its text.
    pub source: &'a SourceText,
    /// What it was understood as.
    pub reading: &'a LetterReading<'a>,
    /// The rules that it was held against.
    pub linter: &'a Linter,
}

impl AuditedLetter<'_> {
    /// Gives `show` the letter as the formats for people see it.
    pub fn viewed<T>(&self, show: impl FnOnce(&LetterView<'_>) -> T) -> T {
        let headings = match &self.read {
            // Nothing is shown of a heading where nothing was found.
            Some(read) if !self.findings.is_empty() => read.reading.headings(),
            _ => Vec::new(),
        };
        let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
        show(&LetterView {
            name: self.name,
            source: self.read.map(|read| read.source),
            headings: &headings,
            findings: self.findings,
            problems: self.problems,
        })
    }
}

/// What a format makes of one letter.
#[derive(Clone, Debug, Default)]
pub struct Piece {
    /// The letter as it stands in the report; empty: it does not stand there.
    pub text: String,
    /// The letter in numbers, for formats that show those of the run.
    pub tally: Option<Box<Tally>>,
    /// The rows of the letter, for tables that are written many letters at a time.
    pub rows: Vec<Row>,
    /// Further parts of the letter, for formats that put them in several places.
    pub parts: Vec<String>,
}

impl Piece {
    /// A piece of text.
    #[must_use]
    pub fn text(text: String) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }
}

/// How a run ended.
#[derive(Clone, Copy, Debug)]
pub struct RunEnd<'a> {
    /// What it came to.
    pub summary: &'a Summary,
    /// Its files that are no letters.
    pub beside: &'a Beside<'a>,
}

/// A format of reports.
pub trait Format: Sync {
    /// Draws a letter.
    fn draw(&self, letter: &AuditedLetter<'_>) -> Piece;

    /// A writer for one report.
    fn writer(&self) -> Box<dyn ReportWriter + '_>;
}

/// Writes one report, always to the same `out`.
pub trait ReportWriter {
    /// Writes what stands before the letters.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    fn begin(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    /// Writes what its format has drawn of the next letter.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    fn add(&mut self, piece: Piece, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(piece.text.as_bytes())
    }

    /// Writes what stands behind the letters.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    fn end(&mut self, run: &RunEnd<'_>, out: &mut dyn Write) -> io::Result<()>;
}

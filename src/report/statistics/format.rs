//! The numbers of a run as a report.

use std::io::{self, Write};

use super::{Bars, Statistics, json, text};
use crate::report::format::{AuditedLetter, Format, Piece, ReportWriter, RunEnd};
use crate::report::tally::Tally;
use crate::rules::pack::Pack;

/// How the numbers are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatisticsStyle {
    /// In tables with bars, to read.
    Text(Bars),
    /// As one JSON document, `imr-lint/stats-1`.
    Json,
}

/// The format of numbers only.
#[derive(Clone, Copy, Debug)]
pub struct StatisticsFormat<'p> {
    pack: &'p Pack,
    style: StatisticsStyle,
}

impl<'p> StatisticsFormat<'p> {
    /// Of letters that were held against `pack`.
    #[must_use]
    pub fn new(pack: &'p Pack, style: StatisticsStyle) -> Self {
        Self { pack, style }
    }
}

impl Format for StatisticsFormat<'_> {
    fn draw(&self, letter: &AuditedLetter<'_>) -> Piece {
        Piece {
            tally: Some(Box::new(Tally::of(letter))),
            ..Piece::default()
        }
    }

    fn writer(&self) -> Box<dyn ReportWriter + '_> {
        Box::new(StatisticsWriter {
            format: *self,
            statistics: Statistics::default(),
        })
    }
}

struct StatisticsWriter<'p> {
    format: StatisticsFormat<'p>,
    statistics: Statistics,
}

impl ReportWriter for StatisticsWriter<'_> {
    fn add(&mut self, piece: Piece, _out: &mut dyn Write) -> io::Result<()> {
        if let Some(tally) = piece.tally {
            self.statistics.add(*tally);
        }
        Ok(())
    }

    fn end(&mut self, run: &RunEnd<'_>, out: &mut dyn Write) -> io::Result<()> {
        self.statistics.add_waivers(run.beside);
        let shown = match self.format.style {
            StatisticsStyle::Text(bars) => text::drawn(&self.statistics, run.summary, bars),
            StatisticsStyle::Json => json::drawn(&self.statistics, run.summary, self.format.pack),
        };
        out.write_all(shown.as_bytes())
    }
}

//! The JSON contract in lines: one for each letter, and a last one for the run. `docs/json.md` describes it.

use std::io::{self, Write};

use serde::Serialize;

use super::format::{AuditedLetter, Format, Piece, ReportWriter, RunEnd};
use super::json::{LetterJson, SCHEMA, as_json};
use super::rules_json::RulesJson;
use crate::rules::pack::Pack;

/// The format of one line per letter.
#[derive(Clone, Copy, Debug)]
pub struct JsonLinesFormat<'p> {
    pack: &'p Pack,
}

impl<'p> JsonLinesFormat<'p> {
    /// Of letters that were held against `pack`.
    #[must_use]
    pub fn new(pack: &'p Pack) -> Self {
        Self { pack }
    }
}

#[derive(Serialize)]
struct Line<'a> {
    schema: &'static str,
    #[serde(flatten)]
    letter: LetterJson<'a>,
}

impl Format for JsonLinesFormat<'_> {
    fn draw(&self, letter: &AuditedLetter<'_>) -> Piece {
        let mut line = as_json(&Line {
            schema: SCHEMA,
            letter: LetterJson::of(letter),
        });
        line.push('\n');
        Piece::text(line)
    }

    fn writer(&self) -> Box<dyn ReportWriter + '_> {
        Box::new(*self)
    }
}

impl ReportWriter for JsonLinesFormat<'_> {
    fn end(&mut self, run: &RunEnd<'_>, out: &mut dyn Write) -> io::Result<()> {
        let rules = as_json(&RulesJson::new(self.pack));
        write!(out, "{{\"schema\":\"{SCHEMA}\",\"rules\":{rules},")?;
        run.beside.write(out)?;
        writeln!(out, "\"summary\":{}}}", as_json(run.summary))
    }
}

//! The table as comma-separated values (RFC 4180): UTF-8, a header, lines that end in CR LF.
//!
//! A spreadsheet takes a cell that begins with `=` for a formula, and letters are not ours. So an apostrophe is put in
//! front of every text that begins like one, or with an apostrophe: a reader that wants the
//! text itself takes one apostrophe from the front of each text that has one.

use std::borrow::Cow;
use std::io::{self, Write};

use ::csv::{Terminator, Writer, WriterBuilder};

use super::format::{AuditedLetter, Format, Piece, ReportWriter, RunEnd};
use super::table::{self, COLUMNS, Row, Value};

/// What spreadsheets take for the beginning of a formula, in the wide forms of East Asian text too, and white space
/// behind which some look for one.
const TRIGGERS: &[char] = &[
    '=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
];

/// What stands between the texts of a list.
const BETWEEN: &str = "; ";

/// The format of comma-separated values.
#[derive(Clone, Copy, Debug)]
pub struct CsvFormat;

impl Format for CsvFormat {
    fn draw(&self, letter: &AuditedLetter<'_>) -> Piece {
        Piece::text(drawn(&table::rows(letter)))
    }

    fn writer(&self) -> Box<dyn ReportWriter + '_> {
        Box::new(Self)
    }
}

impl ReportWriter for CsvFormat {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let names = COLUMNS.iter().map(|column| column.name);
        out.write_all(records([names]).as_bytes())
    }

    fn end(&mut self, run: &RunEnd<'_>, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(drawn(&table::of_waivers(run.beside)).as_bytes())
    }
}

fn drawn(rows: &[Row]) -> String {
    records(rows.iter().map(|row| {
        let values = COLUMNS.iter().map(|column| (column.value)(row));
        values.map(cell)
    }))
}

fn records<F: AsRef<[u8]>>(rows: impl IntoIterator<Item = impl IntoIterator<Item = F>>) -> String {
    let mut writer: Writer<Vec<u8>> = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        // Writing to memory cannot fail, and all rows have as many cells.
        let _ = writer.write_record(row);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn cell(value: Value<'_>) -> String {
    match value {
        Value::Null => String::new(),
        Value::Text(text) => harmless(text).into_owned(),
        Value::Texts(texts) => harmless(&texts.join(BETWEEN)).into_owned(),
        Value::Integer(number) => number.to_string(),
        Value::Date(date) => date.to_string(),
        Value::Flag(flag) => flag.to_string(),
    }
}

/// A text that no spreadsheet takes for a formula.
fn harmless(text: &str) -> Cow<'_, str> {
    if text.starts_with(TRIGGERS) || text.starts_with('\'') {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_a_formula_and_each_can_be_had_back() {
        for text in ["=1+1", "+1", "-", "@SUM(A1)", "\tx", "'quoted'", "＝1", ""] {
            let cell = cell(Value::Text(text));
            assert!(!cell.starts_with(TRIGGERS), "{cell}");
            assert_eq!(cell.strip_prefix('\'').unwrap_or(&cell), text);
        }
        assert_eq!(cell(Value::Text("12 visits")), "12 visits");
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let cells = [["a, \"b\"", "two\nlines", ""]];
        assert_eq!(records(cells), "\"a, \"\"b\"\"\",\"two\nlines\",\r\n");
    }
}

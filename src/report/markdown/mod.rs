//! A summary in Markdown, for a comment on a change: the totals, the findings by rule, the items by treatment, and then
//! the findings letter by letter, as many as a comment holds.

mod escape;
mod letter;

use std::io::{self, Write};

use self::escape::{code, text};
use super::LetterView;
use super::format::{AuditedLetter, Format, Piece, ReportWriter, RunEnd};
use super::statistics::Statistics;
use super::summary::counted;
use super::tally::Tally;

/// How many bytes of letters are shown. A comment on GitHub holds 65,536 characters; this leaves room for the tables.
const MOST: usize = 48 * 1024;

/// How many rows a table has at most.
const ROWS: usize = 40;

/// The format of Markdown.
#[derive(Clone, Copy, Debug)]
pub struct MarkdownFormat;

impl Format for MarkdownFormat {
    fn draw(&self, letter: &AuditedLetter<'_>) -> Piece {
        Piece {
            text: letter.viewed(letter::drawn),
            tally: Some(Box::new(Tally::of(letter))),
            ..Piece::default()
        }
    }

    fn writer(&self) -> Box<dyn ReportWriter + '_> {
        Box::new(MarkdownWriter::default())
    }
}

/// Keeps what stands below the totals, which are known last; no more of it than is shown.
#[derive(Default)]
struct MarkdownWriter {
    statistics: Statistics,
    shown: String,
    /// Letters with something to show that are left out.
    left_out: usize,
}

impl MarkdownWriter {
    fn show(&mut self, letter: &str) {
        if letter.is_empty() {
            return;
        }
        // Once a letter is left out all later ones are, so that what is shown is a beginning.
        if self.left_out > 0 || self.shown.len() + letter.len() > MOST {
            self.left_out += 1;
        } else {
            self.shown.push_str(letter);
        }
    }

    fn drawn(&self, run: &RunEnd<'_>) -> String {
        let mut page = format!("## imr-lint\n\n{}\n", run.summary);
        page.push_str(&rules(&self.statistics));
        page.push_str(&treatments(&self.statistics));
        if !self.shown.is_empty() {
            page.push_str("\n### Findings\n");
            page.push_str(&self.shown);
        }
        if self.left_out > 0 {
            let more = counted(self.left_out, "more letter");
            page.push_str(&format!(
                "\n{more} with findings left out: the report would not fit into a comment.\n"
            ));
        }
        page
    }
}

impl ReportWriter for MarkdownWriter {
    fn add(&mut self, piece: Piece, _out: &mut dyn Write) -> io::Result<()> {
        if let Some(tally) = piece.tally {
            self.statistics.add(*tally);
        }
        self.show(&piece.text);
        Ok(())
    }

    fn end(&mut self, run: &RunEnd<'_>, out: &mut dyn Write) -> io::Result<()> {
        self.statistics.add_waivers(run.beside);
        if let Some(waivers) = LetterView::of_waivers(run.beside) {
            self.show(&letter::drawn(&waivers));
        }
        out.write_all(self.drawn(run).as_bytes())
    }
}

fn rules(statistics: &Statistics) -> String {
    let rows = statistics.by_rule();
    let rows = rows.iter().map(|rule| {
        format!(
            "| {} | {} | {} | {} | {:.1} |\n",
            code(&rule.rule),
            rule.severity,
            rule.findings,
            rule.letters,
            rule.per_100_letters
        )
    });
    table(
        "| rule | severity | findings | letters | per 100 letters |\n|---|---|--:|--:|--:|\n",
        &rows.collect::<Vec<_>>(),
    )
}

fn treatments(statistics: &Statistics) -> String {
    let rows = statistics.by_treatment();
    let rows = rows.iter().map(|(treatment, decisions)| {
        format!(
            "| {} | {} | {} | {} | {} |\n",
            text(treatment.unwrap_or("(none named)")),
            decisions.items,
            decisions.upheld,
            decisions.overturned,
            decisions.other
        )
    });
    table(
        "| treatment | items | upheld | overturned | other |\n|---|--:|--:|--:|--:|\n",
        &rows.collect::<Vec<_>>(),
    )
}

/// A table behind an empty line; nothing for one without rows.
fn table(head: &str, rows: &[String]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let shown = rows.iter().take(ROWS).map(String::as_str);
    let shown: String = shown.collect();
    let more = rows.len().saturating_sub(ROWS);
    let more = if more > 0 {
        format!("\n... and {} left out.\n", counted(more, "row"))
    } else {
        String::new()
    };
    format!("\n{head}{shown}{more}")
}

//! Tables of entries, in aligned columns and in Markdown.

use std::fmt;

use super::entry::Entry;
use crate::finding::Severity;
use crate::report::printable::one_line;
use crate::rules::catalogue::EntryKind;
use crate::rules::pack::Confidence;

/// The most characters of a cell in aligned columns; Markdown and JSON hold all of it.
const WIDEST: usize = 48;

/// A column: its name and what stands in it.
pub(super) type Column = (&'static str, fn(&Entry) -> String);

const ID: Column = ("id", |entry| entry.id.clone());
const TITLE: Column = ("title", |entry| entry.title.clone());
const SEVERITY: Column = ("severity", |entry| {
    entry.severity.map_or("", Severity::name).to_owned()
});
const NUMBERS: Column = ("numbers", |entry| entry.numbers.clone().unwrap_or_default());
const SAYS: Column = ("says", |entry| entry.says.clone().unwrap_or_default());
const REQUIRES: Column = ("requires", |entry| {
    let mut parts = entry.requires.clone();
    if !entry.requires_any.is_empty() {
        parts.push(format!("any of {}", entry.requires_any.join(", ")));
    }
    parts.join(", ")
});
const GUIDELINES: Column = ("guidelines", |entry| entry.guidelines.join(", "));
const CONFIDENCE: Column = ("confidence", |entry| {
    entry.confidence.map_or("", Confidence::name).to_owned()
});
const IN_FORCE: Column = ("in force", Entry::dates);
const ENABLED: Column = ("enabled", |entry| {
    if entry.enabled { "yes" } else { "no" }.to_owned()
});

/// The columns of a kind.
pub(super) fn columns(kind: EntryKind) -> &'static [Column] {
    match kind {
        EntryKind::Rule => &[ID, SEVERITY, ENABLED, TITLE],
        EntryKind::Limit => &[
            ID, TITLE, NUMBERS, GUIDELINES, CONFIDENCE, IN_FORCE, ENABLED,
        ],
        EntryKind::Criterion => &[
            ID, TITLE, REQUIRES, GUIDELINES, CONFIDENCE, IN_FORCE, ENABLED,
        ],
        EntryKind::Law | EntryKind::Recommendation => {
            &[ID, TITLE, SAYS, GUIDELINES, CONFIDENCE, IN_FORCE, ENABLED]
        }
        _ => &[ID, TITLE, CONFIDENCE, IN_FORCE],
    }
}

/// Some entries of one kind.
pub(super) struct Table {
    names: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(super) fn new<'e>(
        columns: &'static [Column],
        entries: impl Iterator<Item = &'e Entry>,
    ) -> Self {
        let row = |entry| {
            let cells = columns.iter().map(|(_, cell)| cell(entry));
            cells.map(|cell| one_line(&cell).into_owned()).collect()
        };
        Self {
            names: columns.iter().map(|(name, _)| *name).collect(),
            rows: entries.map(row).collect(),
        }
    }

    /// How many entries it holds.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn write_aligned(&self, out: &mut impl fmt::Write) -> fmt::Result {
        let names = self.names.iter().map(|name| (*name).to_owned()).collect();
        let rows: Vec<Vec<String>> = std::iter::once(&names)
            .chain(&self.rows)
            .map(|row| row.iter().map(|cell| cut(cell)).collect())
            .collect();
        let width = |column: usize| {
            let cells = rows.iter().filter_map(|row: &Vec<String>| row.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..self.names.len()).map(width).collect();
        for row in &rows {
            let cells = row.iter().zip(&widths);
            let padded = cells.map(|(cell, width)| format!("{cell:width$}"));
            let line = padded.collect::<Vec<_>>().join("  ");
            writeln!(out, "  {}", line.trim_end())?;
        }
        Ok(())
    }

    pub(super) fn write_markdown(&self, out: &mut impl fmt::Write) -> fmt::Result {
        writeln!(out, "| {} |", self.names.join(" | "))?;
        writeln!(out, "|{}", "---|".repeat(self.names.len()))?;
        for row in &self.rows {
            let cells = row.iter().map(|cell| cell.replace('|', "\\|"));
            writeln!(out, "| {} |", cells.collect::<Vec<_>>().join(" | "))?;
        }
        Ok(())
    }
}

fn cut(cell: &str) -> String {
    if cell.chars().count() <= WIDEST {
        return cell.to_owned();
    }
    let begun: String = cell.chars().take(WIDEST - 3).collect();
    format!("{}...", begun.trim_end())
}

//! Lists of what a pack holds, for rule editors.

mod entry;
mod table;

use std::fmt;

use serde_json::json;

pub use self::entry::{Entry, Period};
use self::table::{Table, columns};
use crate::finding::Severity;
use crate::reading::date::Date;
use crate::rules::catalogue::EntryKind;
use crate::rules::condition::Condition;
use crate::rules::pack::{Confidence, Pack};

/// The kinds of entries that are listed, in this order.
pub const LISTED: [EntryKind; 6] = [
    EntryKind::Rule,
    EntryKind::Limit,
    EntryKind::Criterion,
    EntryKind::Law,
    EntryKind::Recommendation,
    EntryKind::Guideline,
];

/// What is wanted of a pack. An entry that has no such property is not wanted: rules have no confidence, limits
/// no severity.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'w> {
    /// Only these kinds; empty: all.
    pub kinds: &'w [EntryKind],
    /// What is about this treatment, by id; of editions those with a limit or criterion on it.
    pub treatment: Option<&'w str>,
    /// What stands in this edition, by id.
    pub guideline: Option<&'w str>,
    /// Rules of this severity.
    pub severity: Option<Severity>,
    /// What we are so sure of.
    pub confidence: Option<Confidence>,
    /// What may be in force on this day. Rules always are.
    pub on: Option<Date>,
}

/// The entries of a pack that are wanted, by kind and then in the order of the pack.
#[must_use]
pub fn listed(pack: &Pack, wanted: &Wanted<'_>) -> Vec<Entry> {
    let is_wanted = |kind: &EntryKind| wanted.kinds.is_empty() || wanted.kinds.contains(kind);
    let kinds = LISTED.into_iter().filter(is_wanted);
    let mut entries: Vec<Entry> = kinds.flat_map(|kind| entry::all(pack, kind)).collect();
    entries.retain(|entry| wanted.takes(pack, entry));
    entries
}

impl Wanted<'_> {
    fn takes(&self, pack: &Pack, entry: &Entry) -> bool {
        let same = |wanted: Option<&str>, given: &[String]| {
            wanted.is_none_or(|wanted| given.iter().any(|id| id == wanted))
        };
        let of_treatment = |treatment: &str| match entry.kind {
            EntryKind::Rule => rule_asks(pack, &entry.id, treatment),
            _ => entry.treatments.iter().any(|id| id == treatment),
        };
        let may_be_in_force = |day: Date| {
            let mut periods = entry.in_force.iter();
            entry.in_force.is_empty() || !periods.all(|period| period.dates.excludes(day))
        };
        self.treatment.is_none_or(of_treatment)
            && same(self.guideline, &entry.guidelines)
            && (self.severity.is_none() || self.severity == entry.severity)
            && (self.confidence.is_none() || self.confidence == entry.confidence)
            && self.on.is_none_or(may_be_in_force)
    }
}

/// Whether a rule asks for a treatment by name.
fn rule_asks(pack: &Pack, rule: &str, treatment: &str) -> bool {
    fn asks(condition: &Condition, treatment: &str) -> bool {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().any(|part| asks(part, treatment))
            }
            Condition::Not(part) => asks(part, treatment),
            Condition::Ask { name, argument } => {
                name.value == "treatment" && argument.value.to_string() == treatment
            }
        }
    }
    let mut rules = pack.rules.iter();
    let rule = rules.find(|other| other.id.value == rule);
    rule.is_some_and(|rule| asks(&rule.when, treatment))
}

/// Writes entries in aligned columns, one line each, a table for each kind; long cells are cut.
///
/// # Errors
///
/// Those of `out`.
pub fn render_text(out: &mut impl fmt::Write, entries: &[Entry]) -> fmt::Result {
    for (kind, table) in tables(entries) {
        writeln!(out, "{}", heading(kind, table.len()))?;
        table.write_aligned(out)?;
        writeln!(out)?;
    }
    let count = super::summary::counted(entries.len(), "entry");
    writeln!(out, "{}", count.replace("entrys", "entries"))
}

/// Writes entries as tables of Markdown.
///
/// # Errors
///
/// Those of `out`.
pub fn render_markdown(out: &mut impl fmt::Write, entries: &[Entry]) -> fmt::Result {
    for (number, (kind, table)) in tables(entries).into_iter().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        writeln!(out, "## {}\n", heading(kind, table.len()))?;
        table.write_markdown(out)?;
    }
    Ok(())
}

/// Entries as JSON: `{ "schema": "imr-lint-rules/1", "entries": [...] }`.
#[must_use]
pub fn json(entries: &[Entry]) -> serde_json::Value {
    json!({ "schema": "imr-lint-rules/1", "entries": entries })
}

fn tables(entries: &[Entry]) -> Vec<(EntryKind, Table)> {
    let tables = LISTED.into_iter().map(|kind| {
        let of_kind = entries.iter().filter(|entry| entry.kind == kind);
        (kind, Table::new(columns(kind), of_kind))
    });
    tables.filter(|(_, table)| table.len() > 0).collect()
}

fn heading(kind: EntryKind, count: usize) -> String {
    let name = match kind {
        EntryKind::Criterion if count != 1 => "criteria",
        EntryKind::Criterion => "criterion",
        EntryKind::Guideline => return super::summary::counted(count, "guideline edition"),
        other => return super::summary::counted(count, other.name()),
    };
    format!("{count} {name}")
}

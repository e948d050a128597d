//! The changes of findings as JSON, `imr-lint/rules-diff-1`. Letters without a change are left out.

use std::io::{self, Write};

use serde::Serialize;

use super::{Counts, DiffTotals, LetterDiff};
use crate::finding::LetterProblem;
use crate::finding::change::Change;
use crate::report::json::{FindingJson, finding_json};
use crate::report::rules_json::RulesJson;
use crate::rules::pack::Pack;

/// The value of `schema`.
pub const SCHEMA: &str = "imr-lint/rules-diff-1";

/// Writes a report letter by letter, so that memory does not grow with their number.
pub struct JsonDiff<W> {
    out: W,
    letters: usize,
}

#[derive(Serialize)]
struct LetterJson<'a> {
    path: &'a str,
    changes: Vec<ChangeJson<'a>>,
    problems: Vec<&'a LetterProblem>,
}

#[derive(Serialize)]
struct ChangeJson<'a> {
    change: &'static str,
    rule: &'a str,
    item: Option<usize>,
    heading: Option<&'a str>,
    old: Option<FindingJson<'a>>,
    new: Option<FindingJson<'a>>,
}

#[derive(Serialize)]
struct TotalsJson<'a> {
    letters: usize,
    unread: usize,
    changed: usize,
    #[serde(flatten)]
    all: Counts,
    rules: Vec<RuleJson<'a>>,
}

#[derive(Serialize)]
struct RuleJson<'a> {
    rule: &'a str,
    #[serde(flatten)]
    counts: Counts,
}

impl<W: Write> JsonDiff<W> {
    /// Begins a report on two packs.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn begin(mut out: W, old: &Pack, new: &Pack) -> io::Result<Self> {
        write!(out, "{{\"schema\":\"{SCHEMA}\",\"old\":")?;
        serde_json::to_writer(&mut out, &RulesJson::new(old))?;
        out.write_all(b",\"new\":")?;
        serde_json::to_writer(&mut out, &RulesJson::new(new))?;
        out.write_all(b",\"letters\":[")?;
        Ok(Self { out, letters: 0 })
    }

    /// Adds a letter, when it has a change or could not be read.
    ///
    /// # Errors
    ///
    /// Those of the writer.
    pub fn letter(&mut self, letter: &LetterDiff<'_>) -> io::Result<()> {
        if letter.changes.changed.is_empty() && letter.problem.is_none() {
            return Ok(());
        }
        self.out
            .write_all(if self.letters == 0 { b"\n" } else { b",\n" })?;
        self.letters += 1;
        let changes = letter.changes.changed.iter();
        let json = LetterJson {
            path: letter.name,
            changes: changes.map(|change| change_json(letter, change)).collect(),
            problems: letter.problem.into_iter().collect(),
        };
        serde_json::to_writer(&mut self.out, &json)?;
        Ok(())
    }

    /// Ends the report and gives the writer back.
    ///
    /// # Errors
    ///
    /// Those of the writer.
    pub fn end(mut self, totals: &DiffTotals) -> io::Result<W> {
        let rules = totals.rules();
        let json = TotalsJson {
            letters: totals.letters,
            unread: totals.unread,
            changed: totals.changed,
            all: totals.all(),
            rules: rules
                .map(|(rule, counts)| RuleJson { rule, counts })
                .collect(),
        };
        self.out.write_all(b"\n],\"totals\":")?;
        serde_json::to_writer(&mut self.out, &json)?;
        self.out.write_all(b"}\n")?;
        Ok(self.out)
    }
}

fn change_json<'a>(letter: &LetterDiff<'a>, change: &Change<'a>) -> ChangeJson<'a> {
    let (old, new) = match change {
        Change::Came(new) => (None, Some(*new)),
        Change::Went(old) => (Some(*old), None),
        Change::Moved { old, new } => (Some(*old), Some(*new)),
    };
    let json = |finding| Some(finding_json(finding, letter.source?));
    let latest = change.latest();
    let heading = latest.item.and_then(|item| item.checked_sub(1));
    ChangeJson {
        change: change.name(),
        rule: &latest.rule,
        item: latest.item,
        heading: heading.and_then(|at| letter.headings.get(at).copied()),
        old: old.and_then(json),
        new: new.and_then(json),
    }
}

//! The changes of findings for people.
//!
//! ```text
//! drafts/a.txt
//!   item 1: Acupuncture 7 visits: Overturned
//!     + error[limit/overturned-above] line 34: 7 visits were found necessary ...
//! ```

use std::fmt;

use super::{Counts, DiffTotals, LetterDiff};
use crate::finding::Finding;
use crate::finding::change::{Change, same_place};
use crate::report::heading::shortened;
use crate::report::printable::one_line;
use crate::report::summary::counted;

/// Columns that the heading of an item may take.
const HEADING: usize = 90;

/// The row of the rules without a change.
const UNCHANGED: &str = "unchanged rules";

/// Writes the changes of one letter, item by item. Writes nothing for a letter without any.
///
/// # Errors
///
/// Those of `out`.
pub fn render_letter(out: &mut impl fmt::Write, letter: &LetterDiff<'_>) -> fmt::Result {
    if let Some(problem) = letter.problem {
        let name = one_line(letter.name);
        return writeln!(
            out,
            "{name}: could not be read: {}\n",
            one_line(&problem.message)
        );
    }
    if letter.changes.changed.is_empty() {
        return Ok(());
    }
    writeln!(out, "{}", one_line(letter.name))?;
    let mut shown = None;
    for change in &letter.changes.changed {
        let item = change.latest().item;
        if shown != Some(item) {
            write_item(out, letter, item)?;
            shown = Some(item);
        }
        write_change(out, letter, change)?;
    }
    writeln!(out)
}

fn write_item(
    out: &mut impl fmt::Write,
    letter: &LetterDiff<'_>,
    item: Option<usize>,
) -> fmt::Result {
    let Some(number) = item else {
        return writeln!(out, "  the letter as a whole");
    };
    let heading = number.checked_sub(1).and_then(|at| letter.headings.get(at));
    let heading = shortened(heading.copied().unwrap_or_default(), HEADING);
    writeln!(out, "  item {number}: {heading}")
}

fn write_change(
    out: &mut impl fmt::Write,
    letter: &LetterDiff<'_>,
    change: &Change<'_>,
) -> fmt::Result {
    let mark = match change {
        Change::Came(_) => '+',
        Change::Went(_) => '-',
        Change::Moved { .. } => '~',
    };
    let finding = change.latest();
    writeln!(
        out,
        "    {mark} {}[{}] {}: {}",
        finding.severity,
        one_line(&finding.rule),
        place(letter, finding),
        one_line(&finding.message)
    )?;
    let Change::Moved { old, new } = change else {
        return Ok(());
    };
    if old.severity != new.severity {
        writeln!(out, "        was: {}", old.severity)?;
    }
    if old.message != new.message {
        writeln!(out, "        was: {}", one_line(&old.message))?;
    }
    if !same_place(old, new) {
        writeln!(out, "        rested on: {}", words(letter, old))?;
        writeln!(out, "        rests on: {}", words(letter, new))?;
    }
    Ok(())
}

fn place(letter: &LetterDiff<'_>, finding: &Finding) -> String {
    let start = finding.primary().map(|label| label.span.start);
    match letter.source.zip(start) {
        Some((source, start)) => format!("line {}", source.position(start).line),
        None => "no line".to_owned(),
    }
}

/// The words of all labels of a finding, each with its line.
fn words(letter: &LetterDiff<'_>, finding: &Finding) -> String {
    let Some(source) = letter.source else {
        return String::new();
    };
    let quoted = finding.labels.iter().map(|label| {
        let span = label.span;
        let words = source.text().get(span.start..span.end).unwrap_or_default();
        let line = source.position(span.start).line;
        format!("line {line} \"{}\"", shortened(words, HEADING))
    });
    quoted.collect::<Vec<_>>().join(", ")
}

/// Writes the totals by rule, those without a change in one line, and the closing line.
///
/// # Errors
///
/// Those of `out`.
pub fn render_totals(out: &mut impl fmt::Write, totals: &DiffTotals) -> fmt::Result {
    let all = totals.all();
    if all.has_change() {
        let changed: Vec<(&str, Counts)> = totals
            .rules()
            .filter(|(_, counts)| counts.has_change())
            .collect();
        let widest = changed.iter().map(|(rule, _)| rule.chars().count()).max();
        let width = widest.unwrap_or_default().max(UNCHANGED.len());
        row(out, width, "rule", ["came", "went", "moved", "same"])?;
        for (rule, counts) in changed {
            counts_row(out, width, &one_line(rule), counts)?;
        }
        let mut rest = Counts::default();
        let unchanged = totals.rules().filter(|(_, counts)| !counts.has_change());
        unchanged.for_each(|(_, counts)| rest += counts);
        counts_row(out, width, UNCHANGED, rest)?;
        counts_row(out, width, "all", all)?;
        writeln!(out)?;
    }
    write!(out, "{}", counted(totals.letters, "letter"))?;
    if totals.unread > 0 {
        write!(out, " ({} could not be read)", totals.unread)?;
    }
    match totals.changed {
        0 => writeln!(out, ": no change, {}", counted(all.same, "finding")),
        changed => writeln!(
            out,
            ", {changed} with changes: {} came, {} went, {} moved",
            all.came, all.went, all.moved
        ),
    }
}

fn counts_row(out: &mut impl fmt::Write, width: usize, rule: &str, counts: Counts) -> fmt::Result {
    let Counts {
        came,
        went,
        moved,
        same,
    } = counts;
    row(out, width, rule, [came, went, moved, same])
}

fn row<T: fmt::Display>(
    out: &mut impl fmt::Write,
    width: usize,
    rule: &str,
    cells: [T; 4],
) -> fmt::Result {
    let [came, went, moved, same] = cells;
    writeln!(
        out,
        "{rule:<width$} {came:>6} {went:>6} {moved:>6} {same:>6}"
    )
}

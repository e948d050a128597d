//! Fills the rows of a letter.

use std::sync::Arc;

use super::row::{FindingCells, ItemCells, LetterCells, Reported, Row, RowOf};
use crate::finding::{Finding, Severity};
use crate::reading::body_part::PlacedPart;
use crate::reading::letter::ItemReading;
use crate::reading::request::Portion;
use crate::report::format::{AuditedLetter, ReadLetter};
use crate::report::json::{Beside, labels_as_json, unwrapped};
use crate::report::tally;
use crate::rules::pack::Pack;
use crate::source::SourceText;
use crate::span::ByteSpan;

/// The rows of a letter: its problems, then its items, then its findings: those that are reported, those that are waived,
/// those that are known.
#[must_use]
pub fn rows(letter: &AuditedLetter<'_>) -> Vec<Row> {
    let cells = Arc::new(letter_cells(letter));
    let mut rows: Vec<Row> = letter
        .problems
        .iter()
        .map(|problem| Row {
            letter: Arc::clone(&cells),
            item: None,
            of: RowOf::Problem(problem.clone()),
        })
        .collect();
    let Some(read) = letter.read else {
        return rows;
    };
    let items: Vec<Arc<ItemCells>> = read
        .reading
        .items
        .iter()
        .map(|item| Arc::new(item_cells(&read, item, letter.findings)))
        .collect();
    rows.extend(items.iter().map(|item| Row {
        letter: Arc::clone(&cells),
        item: Some(Arc::clone(item)),
        of: RowOf::Item,
    }));
    let reported = letter.findings.iter().map(|found| (found, Reported::Yes));
    let waived = letter.waived.iter().map(|waived| {
        let reason = waived.waiver.reason.clone();
        (&waived.finding, Reported::Waived(reason))
    });
    let known = letter.known.iter().map(|found| (found, Reported::Known));
    rows.extend(
        reported
            .chain(waived)
            .chain(known)
            .map(|(found, reported)| {
                let at = found.item.and_then(|number| number.checked_sub(1));
                Row {
                    letter: Arc::clone(&cells),
                    item: at.and_then(|at| items.get(at)).cloned(),
                    of: RowOf::Finding(Box::new(finding_cells(found, read.source, reported))),
                }
            }),
    );
    rows
}

/// The rows of what was found in the waivers file of a run.
#[must_use]
pub fn of_waivers(beside: &Beside<'_>) -> Vec<Row> {
    let Some((name, source, findings)) = beside.waivers else {
        return Vec::new();
    };
    let cells = Arc::new(LetterCells {
        path: name.to_owned(),
        ..LetterCells::default()
    });
    let rows = findings.iter().map(|found| Row {
        letter: Arc::clone(&cells),
        item: None,
        of: RowOf::Finding(Box::new(finding_cells(found, source, Reported::Yes))),
    });
    rows.collect()
}

fn letter_cells(letter: &AuditedLetter<'_>) -> LetterCells {
    let reading = letter.read.map(|read| read.reading);
    LetterCells {
        path: letter.name.to_owned(),
        case_number: reading
            .and_then(|reading| reading.case_number())
            .map(single_spaced),
        decision_date: reading
            .and_then(|reading| reading.decided)
            .map(|decided| decided.date),
    }
}

fn item_cells(read: &ReadLetter<'_>, item: &ItemReading, findings: &[Finding]) -> ItemCells {
    let pack = read.linter.pack();
    let text = read.reading.text;
    let said = |span: Option<ByteSpan>| span.map(|span| single_spaced(span.of(text)));
    let portion = item.request.as_ref().map(|request| &request.disputed);
    let decided = read.reading.decided.map(|decided| decided.date);
    let count = |severity| {
        let of_item = findings
            .iter()
            .filter(|found| found.item == Some(item.number));
        of_item.filter(|found| found.severity == severity).count()
    };
    ItemCells {
        number: item.number,
        heading: said(item.item.heading),
        decision: item.item.decision.map(|decision| decision.name()),
        conclusion: item.conclusion.verdict.name(),
        treatments: tally::treatments(item, pack),
        count: portion.and_then(Portion::count).map(|amount| amount.count),
        derived: portion
            .and_then(Portion::derived_total)
            .map(|amount| amount.count),
        unit: portion.and_then(Portion::unit).map(str::to_owned),
        frequency: portion
            .and_then(Portion::frequency)
            .map(|frequency| frequency.to_string()),
        duration: portion
            .and_then(Portion::duration)
            .map(|duration| duration.to_string()),
        body_parts: portion
            .map(|portion| body_parts(&portion.body_parts, pack))
            .unwrap_or_default(),
        editions: tally::editions(item, pack, decided),
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        notes: count(Severity::Note),
    }
}

/// `left knee`, `lumbar-spine L4-L5`.
fn body_parts(placed: &[PlacedPart], pack: &Pack) -> Vec<String> {
    let parts = placed.iter().filter_map(|placed| {
        let part = pack.body_parts.get(placed.part)?;
        let side = placed.side.map(|side| side.side.name().to_owned());
        let level = placed.levels.first().map(|level| level.level.to_string());
        let words = side.into_iter().chain([part.id.value.clone()]).chain(level);
        Some(words.collect::<Vec<_>>().join(" "))
    });
    parts.collect()
}

fn finding_cells(found: &Finding, source: &SourceText, reported: Reported) -> FindingCells {
    let primary = found.primary().map(|label| label.span);
    FindingCells {
        rule: found.rule.clone(),
        severity: found.severity,
        message: found.message.clone(),
        position: primary.map(|span| source.position(span.start)),
        place: primary.and_then(|span| source.seen_place(span.start)),
        words: primary.map(|span| unwrapped(source, span)),
        labels: labels_as_json(found, source),
        help: found.help.clone(),
        source: found.source.clone(),
        fingerprint: found.fingerprint.clone(),
        reported,
    }
}

fn single_spaced(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

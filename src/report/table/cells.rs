//! The rows of the table, with what their cells show.

use std::sync::Arc;

use crate::finding::{Finding, LetterProblem, Severity};
use crate::reading::body_part::PlacedPart;
use crate::reading::date::Date;
use crate::reading::letter::ItemReading;
use crate::reading::number::CountRange;
use crate::reading::request::Portion;
use crate::report::format::{AuditedLetter, ReadLetter};
use crate::report::json::{Beside, labels_as_json, unwrapped};
use crate::report::tally;
use crate::rules::pack::Pack;
use crate::source::{Position, SourceText};
use crate::span::ByteSpan;

/// A row: of a letter, perhaps of an item of it, and what it is there for.
#[derive(Clone, Debug)]
pub struct Row {
    /// The letter.
    pub letter: Arc<LetterCells>,
    /// The item that the row is, or that its finding is about; `None`: the letter as a whole.
    pub item: Option<Arc<ItemCells>>,
    /// What it is there for.
    pub of: RowOf,
}

/// What a row is there for.
#[derive(Clone, Debug)]
pub enum RowOf {
    /// A disputed item.
    Item,
    /// A finding.
    Finding(Box<FindingCells>),
    /// A letter that could not be read.
    Problem(LetterProblem),
}

impl RowOf {
    /// The word in the table.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Item => "item",
            Self::Finding(_) => "finding",
            Self::Problem(_) => "problem",
        }
    }

    pub(super) fn finding(&self) -> Option<&FindingCells> {
        match self {
            Self::Finding(found) => Some(found),
            _ => None,
        }
    }

    pub(super) fn problem(&self) -> Option<&LetterProblem> {
        match self {
            Self::Problem(problem) => Some(problem),
            _ => None,
        }
    }
}

/// What a table shows of a letter.
#[derive(Clone, Debug, Default)]
pub struct LetterCells {
    /// Its path as the user gave it, or `-`.
    pub path: String,
    /// Its case number.
    pub case_number: Option<String>,
    /// The day of the decision.
    pub decision_date: Option<Date>,
}

/// What a table shows of a disputed item.
#[derive(Clone, Debug)]
pub struct ItemCells {
    /// 1-based number.
    pub number: usize,
    /// The heading without the decision word.
    pub heading: Option<String>,
    /// The decision.
    pub decision: Option<&'static str>,
    /// What the rationale concludes.
    pub conclusion: &'static str,
    /// Ids of the treatments in dispute.
    pub treatments: Vec<String>,
    /// The stated count.
    pub count: Option<CountRange>,
    /// Frequency times duration.
    pub derived: Option<CountRange>,
    /// What is counted.
    pub unit: Option<String>,
    /// How often, `2/week`.
    pub frequency: Option<String>,
    /// For how long, `6 week`.
    pub duration: Option<String>,
    /// Ids of the body parts, with side and level.
    pub body_parts: Vec<String>,
    /// Ids of the editions that the reviewer cites.
    pub editions: Vec<String>,
    /// Errors reported for it.
    pub errors: usize,
    /// Warnings reported for it.
    pub warnings: usize,
    /// Notes reported for it.
    pub notes: usize,
}

/// What a table shows of a finding.
#[derive(Clone, Debug)]
pub struct FindingCells {
    /// Id of the rule.
    pub rule: String,
    /// How grave it is.
    pub severity: Severity,
    /// Its sentence.
    pub message: String,
    /// Where the primary label begins, in the text as it was read.
    pub position: Option<Position>,
    /// Where a person finds that in the document.
    pub place: Option<String>,
    /// The words of the primary label.
    pub words: Option<String>,
    /// All labels as JSON.
    pub labels: String,
    /// What to do.
    pub help: Option<String>,
    /// The regulation or guideline.
    pub source: Option<String>,
    /// Its identity.
    pub fingerprint: String,
    /// Whether it is reported.
    pub reported: Reported,
}

/// Whether a finding is reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reported {
    /// It is.
    Yes,
    /// A waiver keeps it from that, for this reason.
    Waived(Option<String>),
    /// The baseline knows it.
    Known,
}

impl Reported {
    pub(super) fn is_waived(&self) -> bool {
        matches!(self, Self::Waived(_))
    }

    pub(super) fn is_known(&self) -> bool {
        *self == Self::Known
    }

    pub(super) fn waiver_reason(&self) -> Option<&str> {
        match self {
            Self::Waived(reason) => reason.as_deref(),
            _ => None,
        }
    }
}

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

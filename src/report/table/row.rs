//! The rows of the table, with what their cells show.

use std::sync::Arc;

use crate::finding::{LetterProblem, Severity};
use crate::reading::date::Date;
use crate::reading::number::CountRange;
use crate::source::Position;

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

//! A finding: one place where a letter does not agree with itself or with its guideline. Plain data.

pub mod change;
mod fingerprint;
mod problem;

use std::fmt;

pub(crate) use fingerprint::tell_apart;
pub use fingerprint::{Identity, fingerprint, is_fingerprint};
pub use problem::LetterProblem;

use crate::span::SourceSpan;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Probably wrong; a person should look.
    Warning,
    /// Two places of the letter, or the letter and the edition it cites, cannot both be right.
    Error,
}

impl Severity {
    /// The word in rule files, options and reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// Words of the letter that a finding points at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where they stand.
    pub span: SourceSpan,
    /// What is to be seen there.
    pub note: String,
    /// Whether this is the place that a report leads to when it can show only one. Exactly one label of
    /// a finding is.
    pub primary: bool,
}

/// What a rule found in a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Public id of the rule.
    pub rule: String,
    /// How grave it is.
    pub severity: Severity,
    /// 1-based number of the disputed item; `None`: the letter as a whole.
    pub item: Option<usize>,
    /// One sentence without a full stop.
    pub message: String,
    /// The words it rests on; at least one, exactly one of them primary.
    pub labels: Vec<Label>,
    /// What to do about it.
    pub help: Option<String>,
    /// The regulation or guideline behind it.
    pub source: Option<String>,
    /// Identity of the finding across runs and extractions; see [`fingerprint()`].
    pub fingerprint: String,
}

impl Finding {
    /// The label that a report leads to.
    #[must_use]
    pub fn primary(&self) -> Option<&Label> {
        let marked = self.labels.iter().find(|label| label.primary);
        marked.or_else(|| self.labels.first())
    }
}

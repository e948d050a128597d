//! What can be said of a target.

/// Whether something is said to be so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Polarity {
    /// It is.
    #[default]
    Affirmed,
    /// It is not: "no weakness".
    Absent,
    /// Nothing on record says that it is: "no documentation of weakness", "was not discussed".
    NotDocumented,
}

/// Whether it is meant as a fact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Modality {
    /// As a fact.
    #[default]
    Fact,
    /// Under a condition, or as what is to come: "if", "when", "should".
    Hypothetical,
    /// Not known: "it is unclear whether", "may".
    Uncertain,
}

/// When it is, or was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Time {
    /// At the time of the request.
    #[default]
    Now,
    /// Before: "history of", "in the past".
    Historical,
}

/// Whose word it is, or of whom it is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Holder {
    /// The injured worker's case, as it is on record.
    #[default]
    Patient,
    /// A guideline.
    Guideline,
    /// A treating provider.
    Provider,
    /// The utilization review.
    UtilizationReview,
    /// The reviewer, judging the request.
    Reviewer,
}

impl Polarity {
    /// The name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Affirmed => "affirmed",
            Self::Absent => "absent",
            Self::NotDocumented => "not-documented",
        }
    }
}

impl Modality {
    /// The name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Fact => "fact",
            Self::Hypothetical => "hypothetical",
            Self::Uncertain => "uncertain",
        }
    }
}

impl Time {
    /// The name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Historical => "historical",
        }
    }
}

impl Holder {
    /// The name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Patient => "patient",
            Self::Guideline => "guideline",
            Self::Provider => "provider",
            Self::UtilizationReview => "utilization-review",
            Self::Reviewer => "reviewer",
        }
    }
}

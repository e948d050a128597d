//! What a sentence says of something that it names: whether it is so, whether it is meant as a fact, when, and
//! whose word it is. After ConText (Harkema and others, 2009) and NegEx (Chapman and others, 2001).

use super::zone::Zone;
use crate::span::ByteSpan;

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

/// What is said of a target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Assertion {
    /// Whether it is so.
    pub polarity: Polarity,
    /// Whether that is meant as a fact.
    pub modality: Modality,
    /// When.
    pub time: Time,
    /// Whose word it is.
    pub holder: Holder,
    /// The words that decided it: of the polarity, or else of the modality, the time or the holder. `None`: no
    /// trigger reaches the target.
    pub cue: Option<Cue>,
}

/// A trigger where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Its index in the triggers of the pack; [`AssertionReader::trigger_id`] gives its id.
    pub trigger: usize,
    /// Its words.
    pub span: ByteSpan,
}

/// The triggers of a pack: `language.assertions`.
#[derive(Clone, Debug, Default)]
pub struct AssertionTriggers {}

/// Reads assertions with the triggers of one pack.
#[derive(Debug)]
pub struct AssertionReader {}

/// A sentence whose triggers are found, to be asked about any number of targets.
#[derive(Debug)]
pub struct AssertionScene {}

impl AssertionReader {
    /// A reader with the triggers of `language.assertions`.
    #[must_use]
    pub fn new(_triggers: &AssertionTriggers) -> Self {
        Self {}
    }

    /// Prepares a sentence. `sentence` is its place in `text`; the spans of targets and cues count in `text` too.
    #[must_use]
    pub fn scene(&self, _text: &str, _sentence: ByteSpan) -> AssertionScene {
        AssertionScene {}
    }

    /// The id of a trigger.
    #[must_use]
    pub fn trigger_id(&self, _trigger: usize) -> &str {
        ""
    }
}

impl AssertionScene {
    /// What the sentence says of `target`. `zone` is the zone of the words around it: what a guideline says is
    /// held by the guideline.
    #[must_use]
    pub fn of(&self, _target: ByteSpan, zone: Zone) -> Assertion {
        Assertion {
            holder: if zone == Zone::Guideline {
                Holder::Guideline
            } else {
                Holder::Patient
            },
            ..Assertion::default()
        }
    }
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

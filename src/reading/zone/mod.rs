//! Whose voice speaks in a sentence of a rationale: the guideline that is recited, the facts of the case, the
//! reviewer who applies the one to the other, or the conclusion.

mod clause;
mod cue;
mod piece;
mod read;
#[cfg(test)]
mod tests;
mod voice;

pub use cue::{CueKind, ZoneCues};
pub use read::ZoneReader;

use crate::span::ByteSpan;

/// A voice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Zone {
    /// A guideline is recited: it says nothing about this patient.
    Guideline,
    /// What is on record about this patient.
    #[default]
    Case,
    /// The reviewer holds the record against the guideline.
    Application,
    /// The item is said to be necessary or not.
    Conclusion,
    /// About the review itself: which guideline was used and why.
    Meta,
}

/// A sentence with its voices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZonedSentence {
    /// The sentence.
    pub span: ByteSpan,
    /// The voice of its main clause.
    pub zone: Zone,
    /// The words that decided it. `None`: carried over from the sentence before, or nothing speaks for another.
    pub cue: Option<ByteSpan>,
    /// The id of the cue family, or of the step, that decided it: `attribution`, `carry`.
    pub rule: &'static str,
    /// The parts of a sentence with several voices, in order, which together make the whole sentence; empty:
    /// it has one.
    pub clauses: Vec<ZonedClause>,
}

/// A part of a sentence with a voice of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ZonedClause {
    /// Its words.
    pub span: ByteSpan,
    /// Its voice.
    pub zone: Zone,
}

impl Zone {
    /// All of them, in the order in which a rationale usually has them.
    pub const ALL: [Self; 5] = [
        Self::Guideline,
        Self::Case,
        Self::Application,
        Self::Conclusion,
        Self::Meta,
    ];

    /// The name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Guideline => "guideline",
            Self::Case => "case",
            Self::Application => "application",
            Self::Conclusion => "conclusion",
            Self::Meta => "meta",
        }
    }

    /// Whether what is said here is about this patient.
    #[must_use]
    pub fn is_about_the_case(self) -> bool {
        matches!(self, Self::Case | Self::Application)
    }
}

impl ZonedSentence {
    /// The voice of the words at `span`.
    #[must_use]
    pub fn zone_of(&self, span: ByteSpan) -> Zone {
        let clause = self
            .clauses
            .iter()
            .find(|clause| clause.span.contains(span));
        clause.map_or(self.zone, |clause| clause.zone)
    }
}

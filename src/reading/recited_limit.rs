//! The numbers that a rationale recites from guidelines.

use super::number::CountRange;
use super::quantity::{Duration, Frequency};
use super::rationale::RationaleScene;
use crate::rules::pack::{Pack, System};
use crate::span::ByteSpan;

/// Numbers of a guideline as a rationale recites them: "9-10 visits over 8 weeks", "1 to 3 times per week".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecitedLimit {
    /// How many visits.
    pub visits: Option<CountRange>,
    /// How often.
    pub frequency: Option<Frequency>,
    /// For how long.
    pub duration: Option<Duration>,
    /// All its words.
    pub span: ByteSpan,
    /// The index of its sentence.
    pub sentence: usize,
    /// The body of guidelines that the sentence, or failing that the ones before it, name.
    pub system: Option<System>,
    /// The edition, as an index into [`Pack::guidelines`], where one is named.
    pub guideline: Option<usize>,
}

/// Reads recited numbers.
#[derive(Debug)]
pub struct RecitedLimitReader {}

impl RecitedLimitReader {
    /// A reader with the language data of `pack`.
    #[must_use]
    pub fn new(_pack: &Pack) -> Self {
        Self {}
    }

    /// Every recited group of numbers, by place.
    #[must_use]
    pub fn read(&self, _scene: &RationaleScene<'_>) -> Vec<RecitedLimit> {
        Vec::new()
    }
}

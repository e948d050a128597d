//! What a rationale says about earlier treatment with what is disputed.

use super::assertion::Polarity;
use super::number::CountRange;
use super::rationale::RationaleScene;
use crate::rules::pack::Pack;
use crate::span::ByteSpan;

/// A statement about earlier treatment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PriorTreatment {
    /// Whether there was any: affirmed, absent, or not documented.
    pub polarity: Polarity,
    /// How many visits there were. `None`: the sentence does not say.
    pub visits: Option<CountRange>,
    /// Its words.
    pub span: ByteSpan,
}

/// Reads statements about earlier treatment.
#[derive(Debug)]
pub struct PriorTreatmentReader {}

impl PriorTreatmentReader {
    /// A reader with the language data of `pack`.
    #[must_use]
    pub fn new(_pack: &Pack) -> Self {
        Self {}
    }

    /// Every statement about earlier treatment with what is disputed, by place.
    #[must_use]
    pub fn read(&self, _scene: &RationaleScene<'_>) -> Vec<PriorTreatment> {
        Vec::new()
    }
}

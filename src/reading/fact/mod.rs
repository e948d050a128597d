//! What a rationale states or denies about the facts of the pack.

use super::assertion::Assertion;
use super::rationale::RationaleScene;
use super::zone::Zone;
use crate::rules::pack::Pack;
use crate::span::ByteSpan;

/// A place that speaks of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactStatement {
    /// The fact, as an index into [`Pack::facts`].
    pub fact: usize,
    /// The words that speak of it.
    pub span: ByteSpan,
    /// Their sentence.
    pub sentence: ByteSpan,
    /// Whose voice it is.
    pub zone: Zone,
    /// What is said of it.
    pub assertion: Assertion,
}

/// Reads statements of facts.
#[derive(Debug)]
pub struct FactReader {}

impl FactReader {
    /// A reader for the facts of `pack`.
    #[must_use]
    pub fn new(_pack: &Pack) -> Self {
        Self {}
    }

    /// Every place that speaks of a fact, in every voice.
    #[must_use]
    pub fn read(&self, _scene: &RationaleScene<'_>) -> Vec<FactStatement> {
        Vec::new()
    }
}

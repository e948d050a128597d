//! Where a rationale holds the request against a limit: "exceeds the guideline recommendation".

use super::rationale::RationaleScene;
use crate::rules::pack::Pack;
use crate::span::ByteSpan;

/// How the request is said to stand to a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// "exceeds the guidelines".
    Above,
    /// "is within the guidelines".
    Within,
}

/// A statement that holds the request against a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// How it is said to stand.
    pub standing: Standing,
    /// The words that say so.
    pub span: ByteSpan,
    /// Their sentence.
    pub sentence: ByteSpan,
}

/// Reads comparisons.
#[derive(Debug)]
pub struct ComparisonReader {}

impl ComparisonReader {
    /// A reader with the language data of `pack`.
    #[must_use]
    pub fn new(_pack: &Pack) -> Self {
        Self {}
    }

    /// Every comparison of the disputed amount with a limit, by place.
    #[must_use]
    pub fn read(&self, _scene: &RationaleScene<'_>) -> Vec<Comparison> {
        Vec::new()
    }
}

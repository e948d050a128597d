//! The guidelines that a rationale names.

use super::rationale::RationaleScene;
use crate::rules::pack::{Pack, System};
use crate::span::ByteSpan;

/// A guideline that a rationale names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedSource {
    /// The body of guidelines.
    pub system: System,
    /// The edition, as an index into [`Pack::guidelines`]. `None`: only the body is named, or an unknown edition.
    pub guideline: Option<usize>,
    /// Its words.
    pub span: ByteSpan,
    /// The index of its sentence.
    pub sentence: usize,
    /// Whether its sentence recites it ("ODG states that ..."); else it is only mentioned.
    pub recited: bool,
}

/// Finds the guidelines that a rationale names.
#[derive(Debug)]
pub struct NamedSourceReader {}

impl NamedSourceReader {
    /// A reader for the guidelines of `pack`.
    #[must_use]
    pub fn new(_pack: &Pack) -> Self {
        Self {}
    }

    /// The guidelines that a rationale names, by place.
    #[must_use]
    pub fn read(&self, _scene: &RationaleScene<'_>) -> Vec<NamedSource> {
        Vec::new()
    }
}

//! The reasons that a rationale gives for or against the item.

use super::rationale::RationaleScene;
use crate::rules::pack::Pack;
use crate::span::ByteSpan;

/// Which decision a reason speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bearing {
    /// For the item.
    For,
    /// Against it.
    Against,
}

/// A reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Which way it speaks.
    pub bearing: Bearing,
    /// The words that tell.
    pub span: ByteSpan,
    /// Their sentence.
    pub sentence: ByteSpan,
}

/// Reads reasons.
#[derive(Debug)]
pub struct ReasonReader {}

impl ReasonReader {
    /// A reader with the language data of `pack`.
    #[must_use]
    pub fn new(_pack: &Pack) -> Self {
        Self {}
    }

    /// Every reason, by place.
    #[must_use]
    pub fn read(&self, _scene: &RationaleScene<'_>) -> Vec<Reason> {
        Vec::new()
    }
}

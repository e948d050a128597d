//! What a rationale says: its sentences with their voices, and everything that is read from them.

#[cfg(test)]
pub(in crate::reading) mod trial;

use super::assertion::AssertionScenes;
use super::citation::CitationReader;
use super::comparison::{Comparison, ComparisonReader};
use super::conclusion::Conclusion;
use super::fact::{FactReader, FactStatement};
use super::lexicon::Meaning;
use super::named_source::{NamedSource, NamedSourceReader};
use super::phrase::Hit;
use super::prior_treatment::{PriorTreatment, PriorTreatmentReader};
use super::quantity::Quantity;
use super::reason::{Reason, ReasonReader};
use super::recited_limit::{RecitedLimit, RecitedLimitReader};
use super::request::Request;
use super::word_index::CutWords;
use super::zone::ZonedSentence;
use crate::rules::pack::Pack;
use crate::span::ByteSpan;

/// A rationale, read. Spans count in the whole text.
#[derive(Debug, Default)]
pub struct RationaleReading {
    /// Its sentences, with their voices.
    pub sentences: Vec<ZonedSentence>,
    /// The guidelines that it names, by place.
    pub sources: Vec<NamedSource>,
    /// What it says about the facts of the pack, by place.
    pub facts: Vec<FactStatement>,
    /// What it says about earlier treatment with what is disputed, by place.
    pub prior_treatments: Vec<PriorTreatment>,
    /// The numbers that it recites from guidelines, by place.
    pub recited: Vec<RecitedLimit>,
    /// Where it holds the request against a limit, by place.
    pub comparisons: Vec<Comparison>,
    /// The reasons that it gives for or against the item, by place.
    pub reasons: Vec<Reason>,
}

/// A rationale while it is read: what the readers of its parts look at. All spans count in the text of
/// `words`.
#[derive(Clone, Copy, Debug)]
pub struct RationaleScene<'s> {
    /// The words of the canonical prose of the whole letter.
    pub words: CutWords<'s>,
    /// The rationale.
    pub place: ByteSpan,
    /// Its sentences, with their voices.
    pub sentences: &'s [ZonedSentence],
    /// Every phrase of the pack's lexicon in the letter; [`super::phrase::hits_within`] gives those of a place.
    pub hits: &'s [Hit<Meaning>],
    /// The quantities of the rationale, by place.
    pub quantities: &'s [Quantity],
    /// What the heading asks for; `None` without a heading.
    pub request: Option<&'s Request>,
    /// What the rationale concludes.
    pub conclusion: &'s Conclusion,
    /// The guidelines that the rationale names; empty while they are read.
    pub sources: &'s [NamedSource],
    /// Reads what text cites.
    pub citations: &'s CitationReader,
    /// Reads what a sentence says of its words.
    pub assertions: &'s AssertionScenes<'s>,
}

/// The readers of the parts of a rationale.
#[derive(Debug)]
pub struct RationaleReader {
    sources: NamedSourceReader,
    facts: FactReader,
    prior_treatments: PriorTreatmentReader,
    recited: RecitedLimitReader,
    comparisons: ComparisonReader,
    reasons: ReasonReader,
}

impl RationaleReader {
    /// Readers with the language data of `pack`.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        Self {
            sources: NamedSourceReader::new(pack),
            facts: FactReader::new(pack),
            prior_treatments: PriorTreatmentReader::new(pack),
            recited: RecitedLimitReader::new(pack),
            comparisons: ComparisonReader::new(pack),
            reasons: ReasonReader::new(pack),
        }
    }

    /// The reader of facts.
    #[must_use]
    pub fn facts(&self) -> &FactReader {
        &self.facts
    }

    /// The reader of what was had before.
    #[must_use]
    pub fn prior_treatments(&self) -> &PriorTreatmentReader {
        &self.prior_treatments
    }

    /// Reads everything that a rationale says.
    #[must_use]
    pub fn read(&self, scene: &RationaleScene<'_>) -> RationaleReading {
        let sources = self.sources.read(scene);
        let scene = RationaleScene {
            sources: &sources,
            ..*scene
        };
        RationaleReading {
            sentences: scene.sentences.to_vec(),
            facts: self.facts.read(&scene),
            prior_treatments: self.prior_treatments.read(&scene),
            recited: self.recited.read(&scene),
            comparisons: self.comparisons.read(&scene),
            reasons: self.reasons.read(&scene),
            sources,
        }
    }
}

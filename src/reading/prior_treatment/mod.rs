//! What a letter says about earlier treatment with what is disputed.

mod statement;
#[cfg(test)]
mod tests;

use super::assertion::{AssertionScenes, Modality, Polarity};
use super::body_part::BodyParts;
use super::lexicon::{Meaning, longest};
use super::number::CountRange;
use super::phrase::{Hit, hits_within};
use super::phrase_lists::{PhraseFinder, PhraseLists};
use super::quantity::Quantity;
use super::rationale::RationaleScene;
use super::recited_limit::quantities_within;
use super::request::Request;
use super::treatment::Treatments;
use super::word_index::CutWords;
use super::zone::{Zone, ZonedSentence};
use crate::rules::pack::Pack;
use crate::span::ByteSpan;
use statement::{Mention, Words};

/// A statement about earlier treatment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PriorTreatment {
    /// Whether there was any: affirmed, absent, or not documented.
    pub polarity: Polarity,
    /// Whether it was had, or only authorized.
    pub course: PriorCourse,
    /// Whether the words tell of something else and take the treatment for granted: "response to prior
    /// therapy", "12 additional visits".
    pub taken_for_granted: bool,
    /// How many visits there were. `None`: the sentence does not say, or speaks of another part of the body.
    pub visits: Option<CountRange>,
    /// Its words.
    pub span: ByteSpan,
}

/// How far an earlier course of treatment has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PriorCourse {
    /// The worker has had it, all or in part.
    Had,
    /// It was authorized; nothing says that it took place.
    Authorized,
}

/// What the phrases of `language.prior_treatment` say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PriorWord {
    /// Somebody has had something: "completed".
    Had,
    /// Begins a list of what somebody has had: "including".
    Listed,
    /// The treatment is an earlier one: "previous".
    Earlier,
    /// Holds such a word and means something else: "prior to".
    NotEarlier,
    /// It was authorized.
    Authorized,
    /// It is asked for, or to come: "requested", "additional".
    Asked,
    /// The request goes on with an earlier course: "additional".
    Continued,
    /// Names treatment in general: "therapy".
    General,
    /// How many there were is not known: "unclear how many".
    Uncounted,
    /// Takes the treatment for granted: "response to".
    TakenForGranted,
}

impl PriorWord {
    /// Every kind with its key in rule packs.
    pub const KEYS: [(&'static str, Self); 10] = [
        ("had", Self::Had),
        ("listed", Self::Listed),
        ("earlier", Self::Earlier),
        ("not_earlier", Self::NotEarlier),
        ("authorized", Self::Authorized),
        ("asked", Self::Asked),
        ("continued", Self::Continued),
        ("general", Self::General),
        ("uncounted", Self::Uncounted),
        ("taken_for_granted", Self::TakenForGranted),
    ];
}

/// The words of earlier treatment: `language.prior_treatment`.
pub type PriorWords = PhraseLists<PriorWord>;

/// Reads statements about earlier treatment.
#[derive(Debug)]
pub struct PriorTreatmentReader {
    finder: PhraseFinder<PriorWord>,
    treatments: Treatments,
    anatomy: BodyParts,
}

/// A stretch of text to be read. All spans count in the text of `words`.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'s> {
    /// The words of the canonical prose of the whole letter.
    pub words: CutWords<'s>,
    /// Its sentences.
    pub sentences: &'s [ByteSpan],
    /// Every phrase of the pack's lexicon in the letter.
    pub hits: &'s [Hit<Meaning>],
    /// The quantities of the passage, by place.
    pub quantities: &'s [Quantity],
    /// What the heading asks for.
    pub request: &'s Request,
    /// Reads what a sentence says of its words.
    pub assertions: &'s AssertionScenes<'s>,
}

impl PriorTreatmentReader {
    /// A reader with the language data of `pack`.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        Self {
            finder: PhraseFinder::new(&pack.language.prior_treatment),
            treatments: Treatments::new(pack),
            anatomy: BodyParts::new(pack),
        }
    }

    /// Every statement of a rationale about earlier treatment with what is disputed, by place. Empty where the
    /// request counts no visits.
    #[must_use]
    pub fn read(&self, scene: &RationaleScene<'_>) -> Vec<PriorTreatment> {
        let Some(request) = scene.request.filter(|request| request.counts_visits()) else {
            return Vec::new();
        };
        let passage = Passage {
            words: scene.words,
            sentences: &[],
            hits: scene.hits,
            quantities: scene.quantities,
            request,
            assertions: scene.assertions,
        };
        let continued = self.continued(scene.words, request.disputed.span, scene.place);
        let sentences = scene.sentences.iter();
        continued
            .into_iter()
            .chain(sentences.flat_map(|sentence| self.of_sentence(&passage, sentence)))
            .collect()
    }

    /// What a heading takes for granted that asks for "additional" visits.
    fn continued(
        &self,
        words: CutWords<'_>,
        heading: ByteSpan,
        rationale: ByteSpan,
    ) -> Option<PriorTreatment> {
        if heading.end > rationale.start {
            return None;
        }
        let phrases = self.finder.find(words, heading);
        let continued = phrases
            .iter()
            .find(|hit| hit.meaning == PriorWord::Continued)?;
        Some(PriorTreatment {
            polarity: Polarity::Affirmed,
            course: PriorCourse::Had,
            taken_for_granted: true,
            visits: None,
            span: continued.span,
        })
    }

    /// The same of the case summary, all of which is about the case.
    #[must_use]
    pub fn read_summary(&self, summary: &Passage<'_>) -> Vec<PriorTreatment> {
        if !summary.request.counts_visits() {
            return Vec::new();
        }
        let sentences = summary.sentences.iter().map(|span| ZonedSentence {
            span: *span,
            zone: Zone::Case,
            cue: None,
            rule: "summary",
            clauses: Vec::new(),
        });
        sentences
            .flat_map(|sentence| self.of_sentence(summary, &sentence))
            // A summary names many treatments; a general word may mean any of them.
            .filter(|prior| self.names_disputed(summary, prior.span))
            .collect()
    }

    fn of_sentence(&self, passage: &Passage<'_>, sentence: &ZonedSentence) -> Vec<PriorTreatment> {
        let hits = hits_within(passage.hits, sentence.span);
        let named = hits.iter().filter_map(|hit| match hit.meaning {
            Meaning::Treatment(treatment) => Some((treatment, hit.span)),
            _ => None,
        });
        let named = longest(named);
        let same = named
            .iter()
            .filter(|(treatment, _)| self.is_disputed(passage.request, *treatment));
        let same: Vec<ByteSpan> = same.map(|(_, span)| *span).collect();
        if same.is_empty() && !named.is_empty() {
            return Vec::new();
        }
        let phrases = self.finder.find(passage.words, sentence.span);
        let words = Words::new(passage.words.text(), &phrases);
        if !words.speak_of_the_past() {
            return Vec::new();
        }
        let quantities = quantities_within(passage.quantities, sentence.span);
        let several = same.len() < named.len();
        let mentions = words.mentions(&same, quantities, several);
        let elsewhere = self.is_elsewhere(passage.request, hits);
        let scene = passage.assertions.of(sentence.span);
        let stated = mentions.into_iter().filter_map(|mention: Mention| {
            let zone = sentence.zone_of(mention.target);
            if matches!(zone, Zone::Guideline | Zone::Meta) {
                return None;
            }
            let assertion = scene.of(mention.target, zone);
            let polarity = match assertion.modality {
                _ if mention.uncounted => Polarity::NotDocumented,
                _ if mention.taken_for_granted => Polarity::Affirmed,
                Modality::Hypothetical => return None,
                Modality::Uncertain => Polarity::NotDocumented,
                Modality::Fact => assertion.polarity,
            };
            Some(PriorTreatment {
                polarity,
                course: mention.course,
                taken_for_granted: mention.taken_for_granted,
                visits: mention
                    .visits
                    .filter(|_| !elsewhere && polarity == Polarity::Affirmed),
                span: mention.span,
            })
        });
        stated.collect()
    }

    /// Whether a class of treatment is one that is disputed, or would be after a surgery.
    fn is_disputed(&self, request: &Request, treatment: usize) -> bool {
        let mut disputed = request.disputed.treatments.iter();
        disputed.any(|disputed| {
            disputed.treatment == treatment
                || self.treatments.after_surgery(treatment) == Some(disputed.treatment)
        })
    }

    fn names_disputed(&self, passage: &Passage<'_>, place: ByteSpan) -> bool {
        let hits = hits_within(passage.hits, place).iter();
        let mut named = hits.filter_map(|hit| match hit.meaning {
            Meaning::Treatment(treatment) => Some(treatment),
            _ => None,
        });
        named.any(|treatment| self.is_disputed(passage.request, treatment))
    }

    /// Whether a sentence names parts of the body, and none that the request is for.
    fn is_elsewhere(&self, request: &Request, hits: &[Hit<Meaning>]) -> bool {
        let asked = &request.disputed.body_parts;
        let mut named = hits.iter().filter_map(|hit| match hit.meaning {
            Meaning::BodyPart(part) => Some(part),
            _ => None,
        });
        let Some(first) = named.next() else {
            return false;
        };
        let is_asked = |part: usize| {
            let mut asked = asked.iter();
            asked.any(|asked| self.anatomy.related(asked.part, part))
        };
        !asked.is_empty() && !is_asked(first) && !named.any(is_asked)
    }
}

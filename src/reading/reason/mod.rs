//! The reasons that a rationale gives for or against the item.
//!
//! A reason is a phrase of a family in a sentence about the case. What the sentence says of the phrase decides which
//! way it speaks: "functional improvement" speaks for the item, "no documentation of functional improvement" against.

#[cfg(test)]
mod tests;
mod words;

pub use self::words::{ReasonFamily, ReasonWords};

use super::assertion::{Assertion, Holder, Modality, Polarity};
use super::conclusion::Statement;
use super::phrase::{Hit, Phrasebook};
use super::rationale::RationaleScene;
use super::zone::{Zone, ZonedSentence};
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
    /// Its family; [`ReasonReader::family_id`] gives the id.
    pub family: usize,
    /// Whether it only hints: enough to doubt that all reasons speak the other way, not enough to be one of them.
    pub hint: bool,
}

/// Reads reasons.
#[derive(Debug)]
pub struct ReasonReader {
    families: Vec<ReasonFamily>,
    phrases: Phrasebook<usize>,
    verbs: Phrasebook<()>,
}

/// How far before a word the verb may stand that it belongs to, in bytes: "is therefore not considered to be".
const VERB_REACH: usize = 40;

impl ReasonReader {
    /// A reader with the language data of `pack`.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        let words = &pack.language.reasons;
        let families = words.families.iter().enumerate();
        let phrases = families.flat_map(|(index, family)| {
            let phrases = family.phrases.iter();
            phrases.map(move |phrase| (phrase.as_str(), index))
        });
        Self {
            phrases: Phrasebook::new(phrases),
            verbs: Phrasebook::new(words.verbs.iter().map(|verb| (verb.as_str(), ()))),
            families: words.families.clone(),
        }
    }

    /// The id of a family of reasons.
    #[must_use]
    pub fn family_id(&self, family: usize) -> &str {
        self.families
            .get(family)
            .map_or("", |family| family.id.as_str())
    }

    /// Every reason, by place.
    #[must_use]
    pub fn read(&self, scene: &RationaleScene<'_>) -> Vec<Reason> {
        let mut reasons = Vec::new();
        for sentence in scene.sentences {
            let hits = self.phrases.find_in(scene.words, sentence.span);
            if !hits.is_empty() {
                self.read_sentence(scene, sentence, &hits, &mut reasons);
            }
        }
        reasons
    }

    fn read_sentence(
        &self,
        scene: &RationaleScene<'_>,
        sentence: &ZonedSentence,
        hits: &[Hit<usize>],
        reasons: &mut Vec<Reason>,
    ) {
        let assertions = scene.assertions.of(sentence.span);
        let mut taken = sentence.span.start;
        for hit in hits {
            let span = hit.span;
            let zone = sentence.zone_of(span);
            if span.start < taken
                || !speaks_of_the_case(zone)
                || is_concluded(scene, sentence.span, span)
            {
                continue;
            }
            let Some(family) = self.families.get(hit.meaning) else {
                continue;
            };
            if family.behind_verb
                && !self.stands_behind_verb(scene.words.text(), sentence.span, span)
            {
                continue;
            }
            taken = span.end;
            let assertion = assertions.of(span, zone);
            let Some(bearing) = family.bearing(assertion) else {
                continue;
            };
            let cue = assertion.cue.filter(|_| is_denied(assertion));
            reasons.push(Reason {
                bearing,
                span: cue.map_or(span, |cue| span.joined(cue.span)),
                sentence: sentence.span,
                family: hit.meaning,
                hint: family.hint,
            });
        }
    }

    /// Whether a verb stands before the word at `span`, in its own part of the sentence.
    fn stands_behind_verb(&self, text: &str, sentence: ByteSpan, span: ByteSpan) -> bool {
        let mut from = sentence.start.max(span.start.saturating_sub(VERB_REACH));
        while !text.is_char_boundary(from) {
            from += 1;
        }
        let before = &text[from..span.start];
        let parts = |letter: char| matches!(letter, ',' | ';' | ':' | '(' | ')');
        let before = before.rsplit(parts).next().unwrap_or_default();
        !self.verbs.find(before).is_empty()
    }
}

/// Whether a reason may stand in this voice.
fn speaks_of_the_case(zone: Zone) -> bool {
    matches!(zone, Zone::Case | Zone::Application | Zone::Conclusion)
}

/// How far behind a conclusion its other half may stand, in bytes: "necessary and medically appropriate".
const CONCLUSION_REACH: usize = 24;

/// Whether the words at `span` are those of the conclusion itself: a conclusion is no reason for itself.
fn is_concluded(scene: &RationaleScene<'_>, sentence: ByteSpan, span: ByteSpan) -> bool {
    let statements = scene.conclusion.statements.as_slice();
    let before = |statement: &Statement| statement.sentence.end + CONCLUSION_REACH < sentence.start;
    let statements = statements.split_at(statements.partition_point(before)).1;
    let mut statements = statements
        .iter()
        .take_while(|statement| statement.sentence.start < sentence.end);
    statements.any(|statement| {
        let said = statement.span;
        let goes_on = said.end <= span.start
            && span.start - said.end <= CONCLUSION_REACH
            && !ByteSpan::new(said.end, span.start)
                .of(scene.words.text())
                .contains([',', '.', ';']);
        said.overlaps(span) || statement.subject.overlaps(span) || goes_on
    })
}

fn is_denied(assertion: Assertion) -> bool {
    assertion.polarity != Polarity::Affirmed
}

impl ReasonFamily {
    /// Which way a phrase of the family speaks where this is said of it; `None`: neither way.
    fn bearing(&self, assertion: Assertion) -> Option<Bearing> {
        let is_ours = !matches!(
            assertion.holder,
            Holder::Guideline | Holder::UtilizationReview
        );
        if !is_ours || assertion.modality == Modality::Hypothetical {
            return None;
        }
        if is_denied(assertion) {
            self.denied
        } else {
            self.affirmed
        }
    }
}

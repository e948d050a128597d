//! What a rationale states or denies about the facts of the pack.
//!
//! Every phrase that speaks of a fact is kept, in every voice, with how it stands. Only what is said of this
//! patient, as a fact, states or denies it: what a guideline asks for, what would be under a condition, and what
//! the utilization review held say nothing of the kind.

mod answer;
mod reach;
mod statement;
#[cfg(test)]
mod tests;

pub use answer::{FactAnswer, FactReading};
pub use reach::FactWords;
pub use statement::{FactStatement, Standing};

use self::reach::Reach;
use super::assertion::AssertionScenes;
use super::lexicon::{FactPhrase, Meaning};
use super::phrase::{Hit, hits_within};
use super::rationale::RationaleScene;
use super::word_index::CutWords;
use super::zone::{Zone, ZonedSentence};
use crate::rules::pack::{Fact, Pack};
use crate::span::ByteSpan;

/// Reads statements of facts.
#[derive(Debug)]
pub struct FactReader {
    reach: Reach,
    counts: Vec<Counts>,
}

/// What counts as a statement of a fact.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    /// Also what is told of the past.
    past: bool,
    /// Also its denial.
    absence: bool,
}

/// A phrase that speaks of a fact, where it stands.
#[derive(Clone, Copy, Debug)]
struct Found {
    fact: usize,
    phrase: FactPhrase,
    span: ByteSpan,
}

impl FactReader {
    /// A reader for the facts of `pack`.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        Self {
            reach: Reach::new(&pack.language.facts),
            counts: pack.facts.iter().map(counts).collect(),
        }
    }

    /// Every place of a rationale that speaks of a fact, in every voice.
    #[must_use]
    pub fn read(&self, scene: &RationaleScene<'_>) -> Vec<FactStatement> {
        let mut statements = Vec::new();
        for (at, sentence) in scene.sentences.iter().enumerate() {
            let next = scene.sentences.get(at + 1).map(|next| next.span);
            self.read_sentence(scene, sentence, next, &mut statements);
        }
        statements
    }

    /// Every place of a case summary that speaks of a fact. All of it is about the case.
    #[must_use]
    pub fn read_summary(
        &self,
        words: CutWords<'_>,
        sentences: &[ByteSpan],
        hits: &[Hit<Meaning>],
        assertions: &AssertionScenes<'_>,
    ) -> Vec<FactStatement> {
        let text = words.text();
        let mut statements = Vec::new();
        for (at, span) in sentences.iter().enumerate() {
            let found = phrases(hits, *span);
            if found.is_empty() {
                continue;
            }
            let concession = self
                .reach
                .concession(words, *span, sentences.get(at + 1).copied());
            let scene = assertions.of(*span);
            statements.extend(found.into_iter().map(|found| {
                let assertion = scene.of(found.span, Zone::Case);
                self.statement(text, found, *span, Zone::Case, assertion, &concession)
            }));
        }
        statements
    }

    fn read_sentence(
        &self,
        scene: &RationaleScene<'_>,
        sentence: &ZonedSentence,
        next: Option<ByteSpan>,
        statements: &mut Vec<FactStatement>,
    ) {
        let span = sentence.span;
        let found = phrases(scene.hits, span);
        if found.is_empty() {
            return;
        }
        let text = scene.words.text();
        let concession = self.reach.concession(scene.words, span, next);
        let asserted = scene.assertions.of(span);
        statements.extend(found.into_iter().map(|found| {
            let zone = sentence.zone_of(found.span);
            let assertion = asserted.of(found.span, zone);
            self.statement(text, found, span, zone, assertion, &concession)
        }));
    }
}

fn counts(fact: &Fact) -> Counts {
    Counts {
        past: fact.past_counts,
        absence: fact.absence_counts,
    }
}

/// The phrases of a sentence that speak of facts, by place; of those that overlap and speak of the same fact, the
/// leftmost and longest.
fn phrases(hits: &[Hit<Meaning>], sentence: ByteSpan) -> Vec<Found> {
    let mut kept: Vec<Found> = Vec::new();
    // By fact, where its last phrase ends; there are never more than the pack has facts.
    let mut ends: Vec<(usize, usize)> = Vec::new();
    for hit in hits_within(hits, sentence) {
        let Meaning::Fact { fact, phrase } = hit.meaning else {
            continue;
        };
        if !sentence.contains(hit.span) {
            continue;
        }
        match ends.iter_mut().find(|(known, _)| *known == fact) {
            Some((_, end)) if *end > hit.span.start => continue,
            Some((_, end)) => *end = hit.span.end,
            None => ends.push((fact, hit.span.end)),
        }
        if phrase == FactPhrase::Unlike {
            continue;
        }
        kept.push(Found {
            fact,
            phrase,
            span: hit.span,
        });
    }
    kept
}

//! A sentence whose triggers are found.

use std::rc::Rc;

use super::clause::Mark;
use super::scope::{Reached, Walk};
use super::table::Candidate;
use super::token::{self, Token};
use super::triggers::Trigger;
use super::{Assertion, AssertionReader, Cue, Holder, Polarity};
use crate::reading::zone::Zone;
use crate::span::ByteSpan;

/// How many words a trigger reaches. The longest lists of findings that are denied together stay below.
const WINDOW: usize = 64;

/// A sentence whose triggers are found, to be asked about any number of targets.
#[derive(Clone, Debug)]
pub struct AssertionScene<'r> {
    triggers: &'r [Trigger],
    found: Rc<Found>,
}

/// What is found in a sentence.
#[derive(Debug)]
pub(super) struct Found {
    tokens: Vec<Token>,
    /// Every phrase of a trigger, overlapping ones included, by start and then longest first.
    candidates: Vec<Candidate>,
    /// The indices of the candidates that hold where no target is: where a choice may begin.
    anchors: Vec<usize>,
}

impl Found {
    pub(super) fn new(reader: &AssertionReader, text: &str, sentence: ByteSpan) -> Self {
        let tokens = token::tokens(text, sentence, &reader.vocabulary);
        let candidates = reader.table.find(&tokens, &reader.vocabulary);
        let mut anchors = Vec::with_capacity(candidates.len());
        let mut free = 0;
        for (index, candidate) in candidates.iter().enumerate() {
            if candidate.start >= free {
                anchors.push(index);
                free = candidate.end;
            }
        }
        Self {
            tokens,
            candidates,
            anchors,
        }
    }
}

impl<'r> AssertionScene<'r> {
    pub(super) fn new(reader: &'r AssertionReader, found: Rc<Found>) -> Self {
        Self {
            triggers: &reader.triggers,
            found,
        }
    }

    /// What the sentence says of `target`. `zone` is the zone of the words around it: what a guideline says is
    /// held by the guideline.
    #[must_use]
    pub fn of(&self, target: ByteSpan, zone: Zone) -> Assertion {
        let start = self
            .found
            .tokens
            .partition_point(|token| token.span.end <= target.start);
        let end = self
            .found
            .tokens
            .partition_point(|token| token.span.start < target.end);
        let mut assertion = Assertion {
            holder: match zone {
                Zone::Guideline => Holder::Guideline,
                _ => Holder::Patient,
            },
            ..Assertion::default()
        };
        if start >= end {
            return assertion;
        }
        let near = self.chosen(start, end);
        let reached = Walk {
            tokens: &self.found.tokens,
            triggers: self.triggers,
            near: &near,
            start,
            end,
            window: WINDOW,
        }
        .reached();
        self.tell(&reached, start, end, &mut assertion);
        assertion
    }

    /// How many phrases were found.
    #[cfg(test)]
    pub(super) fn candidates(&self) -> usize {
        self.found.candidates.len()
    }

    /// The triggers around the target at the tokens `start..end` that hold: the leftmost, of those the longest,
    /// of those that share no word with it.
    fn chosen(&self, start: usize, end: usize) -> Vec<Candidate> {
        let first = self.found.anchors.partition_point(|index| {
            self.found
                .candidates
                .get(*index)
                .is_some_and(|candidate| candidate.start + WINDOW < start)
        });
        let first = self
            .found
            .anchors
            .get(first)
            .copied()
            .unwrap_or(self.found.candidates.len());
        let mut free = 0;
        let mut chosen = Vec::new();
        for candidate in self.found.candidates.get(first..).unwrap_or_default() {
            if candidate.start >= end + WINDOW {
                break;
            }
            let touches = candidate.start < end && start < candidate.end;
            if candidate.start >= free && !touches {
                free = candidate.end;
                chosen.push(*candidate);
            }
        }
        chosen
    }

    fn tell(&self, reached: &Reached, start: usize, end: usize, assertion: &mut Assertion) {
        if let Some((polarity, found)) = reached.polarity {
            let denied_record =
                polarity == Polarity::Absent && found.end <= start && self.is_record(start, end);
            assertion.polarity = if denied_record {
                Polarity::NotDocumented
            } else {
                polarity
            };
        }
        assertion.modality = reached.modality.map(|(is, _)| is).unwrap_or_default();
        assertion.time = reached.time.map(|(is, _)| is).unwrap_or_default();
        if let Some((holder, _)) = reached.holder {
            assertion.holder = holder;
        }
        assertion.cue = reached.deciding().and_then(|found| {
            let first = self.found.tokens.get(found.start)?;
            let last = self.found.tokens.get(found.end.checked_sub(1)?)?;
            Some(Cue {
                trigger: found.trigger,
                span: first.span.joined(last.span),
            })
        });
    }

    /// Whether the target names what is put on record: its last word before a preposition does.
    fn is_record(&self, start: usize, end: usize) -> bool {
        let target = self.found.tokens.get(start..end).unwrap_or_default();
        let named = target
            .iter()
            .position(|token| token.marks.has(Mark::PREPOSITION));
        let named = target
            .get(..named.unwrap_or(target.len()))
            .unwrap_or_default();
        named
            .last()
            .is_some_and(|head| head.marks.has(Mark::RECORD))
    }
}

//! A sentence, or a clause of one, with its cues: where they stand, and which of them are about this case.

use std::ops::Range;

use super::cue::{Cue, CueKind, Kinds};
use crate::span::ByteSpan;

/// How far a condition reaches ahead: "if there is ongoing documentation that the patient ...".
const CONDITION_WITHIN: usize = 40;
/// Bytes without a cue that may stand before the first one at the beginning: "The ", "This ".
const FIRST_WITHIN: usize = 5;
/// How far behind the subject "should" may stand: "the patient's response to treatment should".
const MODAL_WITHIN: usize = 60;

/// A piece of text with its cues, by place.
#[derive(Debug)]
pub(super) struct Piece<'s> {
    pub(super) text: &'s str,
    pub(super) span: ByteSpan,
    pub(super) cues: &'s [Cue],
    /// Whether it begins a sentence.
    begins: bool,
    /// Whether the voice before it is a guideline's.
    after_guideline: bool,
    /// Every kind that one of the cues has.
    pub(super) kinds: Kinds,
    /// Where the openers at its beginning end.
    opened: usize,
    /// Which cues are about this case and no other, by number.
    anchors: Vec<usize>,
}

impl<'s> Piece<'s> {
    /// The sentence of `text` at `span`, with the cues that stand in it.
    pub(super) fn new(
        text: &'s str,
        span: ByteSpan,
        cues: &'s [Cue],
        after_guideline: bool,
    ) -> Self {
        Self {
            after_guideline,
            ..Self::clause(text, span, cues, true)
        }
        .with_anchors()
    }

    /// A piece of a sentence; `begins`: its first.
    pub(super) fn clause(text: &'s str, span: ByteSpan, cues: &'s [Cue], begins: bool) -> Self {
        let piece = Self {
            text,
            span,
            cues,
            begins,
            after_guideline: false,
            kinds: cues
                .iter()
                .fold(Kinds::default(), |all, cue| all.with(cue.kinds)),
            opened: openers_end(span, cues),
            anchors: Vec::new(),
        };
        piece.with_anchors()
    }

    fn with_anchors(mut self) -> Self {
        let anchors = (0..self.cues.len()).filter(|at| self.is_anchor(*at));
        self.anchors = anchors.collect();
        self
    }

    /// Whether it begins with one of the phrases of `kind`.
    pub(super) fn begins_with(&self, kind: CueKind) -> bool {
        self.beginning().any(|(_, cue)| cue.kinds.has(kind))
    }

    /// The cues at the beginning, openers included.
    pub(super) fn beginning(&self) -> impl Iterator<Item = (usize, &Cue)> {
        let within = self.opened + FIRST_WITHIN;
        self.cues
            .iter()
            .enumerate()
            .take_while(move |(_, cue)| cue.span.start <= within)
    }

    /// Whether only openers and an article stand before the cue `at`.
    pub(super) fn is_first(&self, at: usize) -> bool {
        self.cues[at].span.start <= self.opened + FIRST_WITHIN
    }

    /// The first cue of `kind`, by number.
    pub(super) fn first(&self, kind: CueKind) -> Option<usize> {
        if !self.kinds.has(kind) {
            return None;
        }
        self.cues.iter().position(|cue| cue.kinds.has(kind))
    }

    /// The bytes between two cues.
    pub(super) fn gap(&self, one: usize, other: usize) -> usize {
        self.cues[other]
            .span
            .start
            .saturating_sub(self.cues[one].span.end)
    }

    /// Whether a cue of `kind` begins within `distance` behind the cue `at`.
    pub(super) fn near(&self, at: usize, kind: CueKind, distance: usize) -> bool {
        self.behind(at, distance).any(|cue| cue.kinds.has(kind))
    }

    /// The cues that begin within `distance` behind the cue `at`.
    pub(super) fn behind(&self, at: usize, distance: usize) -> impl Iterator<Item = &Cue> {
        let end = self.cues[at].span.end;
        self.cues[at + 1..]
            .iter()
            .skip_while(move |cue| cue.span.start < end)
            .take_while(move |cue| cue.span.start <= end + distance)
    }

    /// The first of the cues in `range` that is about this case and no other.
    pub(super) fn anchor_in(&self, range: Range<usize>) -> Option<usize> {
        self.anchors_in(range).next()
    }

    /// The cues in `range` that are about this case and no other.
    pub(super) fn anchors_in(&self, range: Range<usize>) -> impl Iterator<Item = usize> {
        let first = self.anchors.partition_point(|at| *at < range.start);
        let anchors = self.anchors[first..].iter().copied();
        anchors.take_while(move |at| *at < range.end)
    }

    fn is_anchor(&self, at: usize) -> bool {
        let kinds = self.cues[at].kinds;
        if kinds
            .any(Kinds::of(&[CueKind::Frame, CueKind::Record, CueKind::Request]).with(Kinds::DATE))
        {
            return true;
        }
        if kinds.has(CueKind::CaseOpener) && self.begins && self.is_first(at) {
            return !self.near(at, CueKind::Modal, MODAL_WITHIN);
        }
        if kinds.has(CueKind::Absence) {
            return !self.is_conditional(at);
        }
        if kinds.has(CueKind::DoubtfulAbsence) {
            let general = Kinds::of(&[CueKind::Research, CueKind::GenericPeople]);
            return !self.is_conditional(at) && !self.kinds.any(general);
        }
        if kinds.has(CueKind::Provider) {
            return !self.near(at, CueKind::Modal, 1) && !self.follows_hypothetical(at);
        }
        if kinds.any(Kinds::of(&[CueKind::Person, CueKind::Pronoun])) {
            return self.is_this_worker(at);
        }
        false
    }

    /// Whether the worker at the cue `at` is the one of this case.
    fn is_this_worker(&self, at: usize) -> bool {
        if self.follows_hypothetical(at) || self.near(at, CueKind::Modal, 1) || self.is_listed() {
            return false;
        }
        if self.near(at, CueKind::Verb, 1) {
            return !self.is_conditional(at);
        }
        let owner = self.text[self.cues[at].span.end..].starts_with(['\'', '\u{2019}']);
        let subject = self.cues[at].kinds.has(CueKind::Definite) || owner;
        subject && self.is_first(at) && !self.near(at, CueKind::Modal, MODAL_WITHIN)
    }

    /// Whether it is an entry of a list of criteria: "(2) The patient has ..." after a guideline.
    fn is_listed(&self) -> bool {
        let mut text = self.span.of(self.text).bytes();
        self.after_guideline
            && match text.next() {
                Some(b'(') => true,
                Some(byte) if byte.is_ascii_alphanumeric() => {
                    matches!(text.next(), Some(b')' | b'.'))
                }
                _ => false,
            }
    }

    /// Whether a word such as "if" stands directly before the cue `at`.
    fn follows_hypothetical(&self, at: usize) -> bool {
        let start = self.cues[at].span.start;
        let nearby = self.cues[..at].iter().rev().take(4);
        nearby.into_iter().any(|cue| {
            cue.kinds.has(CueKind::Hypothetical)
                && cue.span.end <= start
                && start - cue.span.end <= 1
        })
    }

    /// Whether a word such as "if" stands not far before the cue `at`.
    pub(super) fn is_conditional(&self, at: usize) -> bool {
        let start = self.cues[at].span.start;
        let nearby = self.cues[..at].iter().rev().take(8);
        nearby.into_iter().any(|cue| {
            cue.kinds.has(CueKind::Condition)
                && start.saturating_sub(cue.span.end) <= CONDITION_WITHIN
        })
    }
}

/// Where the openers at the beginning of `span` end: "However, in addition".
fn openers_end(span: ByteSpan, cues: &[Cue]) -> usize {
    let mut end = span.start;
    for cue in cues {
        if cue.span.start > end + FIRST_WITHIN {
            break;
        }
        if cue.kinds.has(CueKind::Opener) {
            end = end.max(cue.span.end);
        }
    }
    end
}

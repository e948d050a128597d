//! What the cues of one piece of text, a sentence or a clause of it, say about its voice.

use std::ops::Range;

use super::Zone;
use super::cue::{Cue, CueKind, Kinds};
use crate::span::ByteSpan;

/// How far, in bytes, what a guideline says may stand behind its name: chapters, pages and topics come between.
const SAYS_WITHIN: usize = 110;
/// How far the name of a guideline may stand behind "according to".
const SOURCE_WITHIN: usize = 70;
/// How far a condition reaches ahead: "if there is ongoing documentation that the patient ...".
const CONDITION_WITHIN: usize = 40;
/// How far the object of a verb may stand behind it: "do not support *the requested* ...".
const OBJECT_WITHIN: usize = 20;
/// Bytes without a cue that may stand before the first one at the beginning: "The ", "This ".
const FIRST_WITHIN: usize = 5;

/// A zone, and what decided for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Voice {
    pub(super) zone: Zone,
    pub(super) rule: &'static str,
    pub(super) cue: Option<ByteSpan>,
}

impl Voice {
    /// Whether it may speak in one breath with `other`: the same zone, or a request and what is held against it.
    pub(super) fn agrees_with(self, other: Self) -> bool {
        let applied =
            |one: Self, other: Self| one.rule == "request" && other.zone == Zone::Application;
        self.zone == other.zone || applied(self, other) || applied(other, self)
    }

    /// The voice of a conclusion that is said at `span`.
    pub(super) fn conclusion(span: ByteSpan) -> Self {
        voice(Zone::Conclusion, "conclusion", span)
    }
}

/// A piece of text with its cues, by place.
#[derive(Debug)]
pub(super) struct Piece<'s> {
    text: &'s str,
    span: ByteSpan,
    cues: &'s [Cue],
    /// Whether the voice before it is a guideline's.
    after_guideline: bool,
    /// Every kind that one of the cues has.
    kinds: Kinds,
    /// Where the openers at its beginning end.
    opened: usize,
    /// Which cues are about this case and no other, by number.
    anchors: Vec<usize>,
}

impl<'s> Piece<'s> {
    /// The piece of `text` at `span`, with the cues that stand in it.
    pub(super) fn new(
        text: &'s str,
        span: ByteSpan,
        cues: &'s [Cue],
        after_guideline: bool,
    ) -> Self {
        let mut piece = Self {
            text,
            span,
            cues,
            after_guideline,
            kinds: cues
                .iter()
                .fold(Kinds::default(), |all, cue| all.with(cue.kinds)),
            opened: openers_end(span, cues),
            anchors: Vec::new(),
        };
        piece.anchors = (0..cues.len()).filter(|at| piece.is_anchor(*at)).collect();
        piece
    }

    /// The voice that its own cues speak for clearly: meta, attribution, application or case.
    pub(super) fn clear_voice(&self) -> Option<Voice> {
        self.meta()
            .or_else(|| self.attributed())
            .or_else(|| self.applied())
            .or_else(|| self.case())
    }

    /// The voice of the review itself.
    pub(super) fn meta(&self) -> Option<Voice> {
        let found = self.cues.iter().enumerate().find(|(at, cue)| {
            cue.kinds.has(CueKind::Meta)
                || (cue.kinds.has(CueKind::MetaOfSource)
                    && self
                        .source_before(*at)
                        .is_some_and(|source| self.anchor_in(source..*at).is_none()))
        });
        found.map(|(_, cue)| voice(Zone::Meta, "meta", cue.span))
    }

    /// The voice of a guideline that is named.
    pub(super) fn attributed(&self) -> Option<Voice> {
        let said = self.said_by_source();
        let says = said
            .map(|(source, says)| (source, self.cues[source].span.joined(self.cues[says].span)));
        if let Some((source, span)) = says {
            let applied = self.first(CueKind::Application);
            if applied.is_some_and(|applied| applied < source) {
                return None;
            }
            let anchor = self.anchor_in(0..source);
            let (_, says) = said?;
            let about_the_request = self.near(says, CueKind::Request, OBJECT_WITHIN);
            return match anchor {
                None if about_the_request => {
                    Some(voice(Zone::Application, "applied-guideline", span))
                }
                None => Some(voice(Zone::Guideline, "attribution", span)),
                Some(anchor)
                    if self.cues[anchor]
                        .kinds
                        .any(Kinds::of(&[CueKind::Request, CueKind::Frame])) =>
                {
                    Some(voice(Zone::Application, "applied-guideline", span))
                }
                Some(_) => None,
            };
        }
        let opened = self.opened_by_source()?;
        let decided = self.applied().is_some() || self.case().is_some();
        (!decided).then(|| voice(Zone::Guideline, "attribution", opened))
    }

    /// A phrase such as "it also states" at the beginning.
    pub(super) fn back_reference(&self) -> Option<Voice> {
        let found = self
            .beginning()
            .find(|(_, cue)| cue.kinds.has(CueKind::BackReference));
        found.map(|(_, cue)| voice(Zone::Guideline, "back-reference", cue.span))
    }

    /// The voice of the reviewer who holds the case against the guideline.
    pub(super) fn applied(&self) -> Option<Voice> {
        let at = self.first(CueKind::Application)?;
        let general = self.first(CueKind::GenericPeople).is_some()
            && self.first(CueKind::Request).is_none()
            && self.anchor_in(0..self.cues.len()).is_none();
        (!general).then(|| voice(Zone::Application, "application", self.cues[at].span))
    }

    /// The voice of the record.
    pub(super) fn case(&self) -> Option<Voice> {
        let anchors = || self.anchors.iter().map(|at| &self.cues[*at]);
        let strong = anchors().find(|cue| !cue.kinds.has(CueKind::Request));
        let cue = strong.or_else(|| anchors().next())?;
        let rule = strong.map_or("request", |_| "case-anchor");
        Some(voice(Zone::Case, rule, cue.span))
    }

    /// The voice of a guideline that is not named.
    pub(super) fn generic(&self) -> Option<Voice> {
        let general = Kinds::of(&[CueKind::GenericPeople, CueKind::Generic, CueKind::Research]);
        let found = self.cues.iter().enumerate().find(|(at, cue)| {
            cue.kinds.any(general) || (cue.kinds.has(CueKind::GenericOpener) && self.is_first(*at))
        });
        found.map(|(_, cue)| voice(Zone::Guideline, "generic", cue.span))
    }

    /// Whether the worker is named at all.
    pub(super) fn names_the_worker(&self) -> Option<ByteSpan> {
        let people = Kinds::of(&[CueKind::Person, CueKind::Pronoun]);
        let found = self.cues.iter().find(|cue| cue.kinds.any(people));
        found.map(|cue| cue.span)
    }

    /// Whether it begins with one of the phrases of `kind`.
    pub(super) fn begins_with(&self, kind: CueKind) -> bool {
        self.beginning().any(|(_, cue)| cue.kinds.has(kind))
    }

    /// The cues at the beginning, openers included.
    fn beginning(&self) -> impl Iterator<Item = (usize, &Cue)> {
        let within = self.opened + FIRST_WITHIN;
        self.cues
            .iter()
            .enumerate()
            .take_while(move |(_, cue)| cue.span.start <= within)
    }

    /// Whether only openers and an article stand before the cue `at`.
    fn is_first(&self, at: usize) -> bool {
        self.cues[at].span.start <= self.opened + FIRST_WITHIN
    }

    fn first(&self, kind: CueKind) -> Option<usize> {
        if !self.kinds.has(kind) {
            return None;
        }
        self.cues.iter().position(|cue| cue.kinds.has(kind))
    }

    /// The first guideline that says something, and what it does.
    fn said_by_source(&self) -> Option<(usize, usize)> {
        let mut source: Option<usize> = None;
        let mut said_by: Option<usize> = None;
        for (at, cue) in self.cues.iter().enumerate() {
            if cue.kinds.has(CueKind::SaidBy) {
                said_by = Some(at);
            }
            if cue.kinds.has(CueKind::Source) {
                if let Some(says) = said_by.filter(|says| self.gap(*says, at) <= OBJECT_WITHIN) {
                    return Some((at, says));
                }
                source = Some(at);
            } else if cue.kinds.has(CueKind::Says)
                && let Some(from) = source
                && cue.span.start >= self.cues[from].span.end
            {
                if self.gap(from, at) <= SAYS_WITHIN && self.anchor_in(from..at).is_none() {
                    return Some((from, at));
                }
                source = None;
            }
        }
        None
    }

    /// The guideline that an attribution names in front: "According to the ODG, ...".
    fn opened_by_source(&self) -> Option<ByteSpan> {
        let source = self.first(CueKind::Source)?;
        let named = self.cues[source].span;
        if self.is_first(source) {
            let behind = ByteSpan::new(named.end, self.span.end)
                .of(self.text)
                .trim_start();
            return behind.starts_with([':', '-', '\u{2013}']).then_some(named);
        }
        let opening = self
            .cues
            .iter()
            .take(source)
            .enumerate()
            .find(|(at, cue)| cue.kinds.has(CueKind::Attribution) && self.is_first(*at));
        let (opening, cue) = opening?;
        let near = self.gap(opening, source) <= SOURCE_WITHIN;
        let own = self.anchor_in(opening..source).is_none();
        (near && own).then(|| cue.span.joined(named))
    }

    /// The last guideline named not far before the cue `at`.
    fn source_before(&self, at: usize) -> Option<usize> {
        let before = self.cues[..at]
            .iter()
            .rposition(|cue| cue.kinds.has(CueKind::Source))?;
        (self.gap(before, at) <= SAYS_WITHIN).then_some(before)
    }

    /// The bytes between two cues.
    fn gap(&self, one: usize, other: usize) -> usize {
        self.cues[other]
            .span
            .start
            .saturating_sub(self.cues[one].span.end)
    }

    /// Whether a cue of `kind` begins within `distance` behind the cue `at`.
    fn near(&self, at: usize, kind: CueKind, distance: usize) -> bool {
        self.behind(at, distance).any(|cue| cue.kinds.has(kind))
    }

    /// The cues that begin within `distance` behind the cue `at`.
    fn behind(&self, at: usize, distance: usize) -> impl Iterator<Item = &Cue> {
        let end = self.cues[at].span.end;
        self.cues[at + 1..]
            .iter()
            .skip_while(move |cue| cue.span.start < end)
            .take_while(move |cue| cue.span.start <= end + distance)
    }

    /// The first of the cues in `range` that is about this case and no other.
    fn anchor_in(&self, range: Range<usize>) -> Option<usize> {
        let first = self.anchors.partition_point(|at| *at < range.start);
        self.anchors
            .get(first)
            .copied()
            .filter(|at| *at < range.end)
    }

    fn is_anchor(&self, at: usize) -> bool {
        let kinds = self.cues[at].kinds;
        if kinds
            .any(Kinds::of(&[CueKind::Frame, CueKind::Record, CueKind::Request]).with(Kinds::DATE))
        {
            return true;
        }
        if kinds.has(CueKind::CaseOpener) && self.is_first(at) {
            return !self.kinds.has(CueKind::Modal);
        }
        if kinds.has(CueKind::Absence) {
            return !self.is_conditional(at) && !self.kinds.has(CueKind::Research);
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
        subject && self.is_first(at) && !self.kinds.has(CueKind::Modal)
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
    fn is_conditional(&self, at: usize) -> bool {
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

fn voice(zone: Zone, rule: &'static str, cue: ByteSpan) -> Voice {
    Voice {
        zone,
        rule,
        cue: Some(cue),
    }
}

//! What the cues of one piece of text, a sentence or a clause of it, say about its voice.

use std::ops::Range;

use super::Zone;
use super::cue::{CueKind, Kinds};
use super::piece::Piece;
use crate::span::ByteSpan;

/// How far, in bytes, what a guideline says may stand behind its name: chapters, pages and topics come between.
const SAYS_WITHIN: usize = 110;
/// How far the name of a guideline may stand behind "according to".
const SOURCE_WITHIN: usize = 70;
/// How far the object of a verb may stand behind it: "do not support *the requested* ...".
const OBJECT_WITHIN: usize = 20;

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
        let applied = |one: Self, other: Self| {
            one.is_request() && matches!(other.zone, Zone::Application | Zone::Conclusion)
        };
        self.zone == other.zone || applied(self, other) || applied(other, self)
    }

    /// The one of two that agree which says more: a request is no more than what is held against it.
    pub(super) fn or_stronger(self, other: Self) -> Self {
        if self.is_request() { other } else { self }
    }

    /// Whether the request alone speaks for it.
    pub(super) fn is_request(self) -> bool {
        self.rule == "request"
    }

    /// The voice of a conclusion that is said at `span`.
    pub(super) fn conclusion(span: ByteSpan) -> Self {
        voice(Zone::Conclusion, "conclusion", span)
    }
}

impl Piece<'_> {
    /// The voice that its own cues speak for clearly: meta, attribution, application or case.
    pub(super) fn clear_voice(&self) -> Option<Voice> {
        self.meta()
            .or_else(|| self.attributed())
            .or_else(|| self.applied())
            .or_else(|| self.case())
    }

    /// The voice of the review itself.
    pub(super) fn meta(&self) -> Option<Voice> {
        let mut source: Option<usize> = None;
        for (at, cue) in self.cues.iter().enumerate() {
            let silent = cue.kinds.has(CueKind::MetaOfSource)
                && source.is_some_and(|source| {
                    self.gap(source, at) <= SAYS_WITHIN && self.anchor_in(source..at).is_none()
                });
            if silent || cue.kinds.has(CueKind::Meta) {
                return Some(voice(Zone::Meta, "meta", cue.span));
            }
            if cue.kinds.has(CueKind::Source) {
                source = Some(at);
            }
        }
        None
    }

    /// The voice of a guideline that is named.
    pub(super) fn attributed(&self) -> Option<Voice> {
        let Some((source, says)) = self.said_by_source() else {
            let opened = self.opened_by_source()?;
            let decided = self
                .applied()
                .is_some_and(|applied| !self.is_general(applied))
                || self.case().is_some();
            return (!decided).then(|| voice(Zone::Guideline, "attribution", opened));
        };
        let applied = self.first(CueKind::Application);
        if applied.is_some_and(|applied| applied < source) {
            return None;
        }
        let span = self.cues[source].span.joined(self.cues[says].span);
        let about_the_request = self.near(says, CueKind::Request, OBJECT_WITHIN);
        let held_against = Kinds::of(&[CueKind::Request, CueKind::Frame]);
        match self.case_anchors(0..source).next() {
            None if !about_the_request => Some(voice(Zone::Guideline, "attribution", span)),
            Some(kinds) if !kinds.any(held_against) => None,
            _ => Some(voice(Zone::Application, "applied-guideline", span)),
        }
    }

    /// What the cues in `range` are that are about this case; the date of an edition is not.
    fn case_anchors(&self, range: Range<usize>) -> impl Iterator<Item = Kinds> {
        let anchors = self.anchors_in(range).map(|at| self.cues[at].kinds);
        anchors.filter(|kinds| *kinds != Kinds::DATE)
    }

    fn speaks_of_the_case(&self, range: Range<usize>) -> bool {
        self.case_anchors(range).next().is_some()
    }

    /// Where the sentence names a guideline and tells what it says.
    pub(super) fn attribution(&self) -> Option<ByteSpan> {
        let (source, says) = self.said_by_source()?;
        Some(self.cues[source].span.joined(self.cues[says].span))
    }

    /// Whether it does no more than name a guideline: "According to the ODG,".
    pub(super) fn only_names_a_source(&self) -> bool {
        self.opened_by_source().is_some() && self.said_by_source().is_none()
    }

    /// Whether what is held against a guideline is held under a condition: "is supported when".
    fn is_general(&self, applied: Voice) -> bool {
        let behind = applied.cue.map_or(self.span.end, |cue| cue.end);
        self.cues.iter().any(|cue| {
            cue.kinds.has(CueKind::Condition)
                && (behind..behind + OBJECT_WITHIN).contains(&cue.span.start)
        })
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
        let general = general || self.is_conditional(at);
        (!general).then(|| voice(Zone::Application, "application", self.cues[at].span))
    }

    /// The voice of the record.
    pub(super) fn case(&self) -> Option<Voice> {
        let anchors = || self.anchors_in(0..self.cues.len()).map(|at| &self.cues[at]);
        let strong = anchors().find(|cue| !cue.kinds.has(CueKind::Request));
        let cue = strong.or_else(|| anchors().next())?;
        let rule = strong.map_or("request", |_| "case-anchor");
        Some(voice(Zone::Case, rule, cue.span))
    }

    /// The voice of a guideline that is not named.
    pub(super) fn generic(&self) -> Option<Voice> {
        let general = Kinds::of(&[CueKind::GenericPeople, CueKind::Generic, CueKind::Research]);
        let found = self.cues.iter().enumerate().find(|(at, cue)| {
            let opening = Kinds::of(&[CueKind::GenericOpener, CueKind::Source]);
            cue.kinds.any(general) || (cue.kinds.any(opening) && self.is_first(*at))
        });
        found.map(|(_, cue)| voice(Zone::Guideline, "generic", cue.span))
    }

    /// Whether the worker is named at all.
    pub(super) fn names_the_worker(&self) -> Option<ByteSpan> {
        let people = Kinds::of(&[CueKind::Person, CueKind::Pronoun]);
        let found = self.cues.iter().find(|cue| cue.kinds.any(people));
        found.map(|cue| cue.span)
    }

    /// Whether it names the worker of this case, and neither other people nor studies.
    pub(super) fn names_this_worker(&self) -> bool {
        let general = Kinds::of(&[CueKind::GenericPeople, CueKind::Research]);
        self.kinds.has(CueKind::Definite) && !self.kinds.any(general)
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
                if self.gap(from, at) <= SAYS_WITHIN && !self.speaks_of_the_case(from..at) {
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
        let mut beginning = self.beginning().take_while(|(at, _)| *at < source);
        if let Some((opening, cue)) = beginning.find(|(_, cue)| cue.kinds.has(CueKind::Attribution))
        {
            let near = self.gap(opening, source) <= SOURCE_WITHIN;
            let own = self.anchor_in(opening..source).is_none();
            return (near && own).then(|| cue.span.joined(named));
        }
        // "ACOEM Guidelines" is named with two phrases.
        let names = self.cues[source..]
            .iter()
            .filter(|cue| cue.kinds.has(CueKind::Source));
        let end = names.fold(named.end, |end, cue| {
            let joins = cue.span.start <= end + 1;
            if joins { end.max(cue.span.end) } else { end }
        });
        let behind = ByteSpan::new(end, self.span.end).of(self.text);
        let heads = behind.trim_start().starts_with([':', '-', '\u{2013}']);
        (heads && self.is_first(source)).then_some(named)
    }
}

fn voice(zone: Zone, rule: &'static str, cue: ByteSpan) -> Voice {
    Voice {
        zone,
        rule,
        cue: Some(cue),
    }
}

//! Sentences with two voices: "Although the guideline allows 6 visits, the patient has had 12."

use memchr::memchr;

use super::cue::{Cue, CueKind, Kinds};
use super::piece::Piece;
use super::voice::Voice;
use super::{Zone, ZonedClause};
use crate::span::ByteSpan;

/// More semicolons than this make a list, not clauses.
const MOST_SEMICOLONS: usize = 2;

/// What stands at the beginning of a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Border {
    /// A comma.
    Comma,
    /// A semicolon, or a word such as "but": what follows is a main clause.
    Contrast,
    /// A word such as "which": what follows is added to the main clause.
    Addition,
}

/// The clauses of a sentence, with the voice of each.
#[derive(Debug)]
pub(super) struct Clauses {
    pub(super) clauses: Vec<ZonedClause>,
    /// The voice of the main clause.
    pub(super) main: Voice,
}

/// A clause while the sentence is read.
#[derive(Clone, Copy, Debug)]
struct Draft {
    start: usize,
    border: Border,
    voice: Option<Voice>,
}

/// Whether anything in a sentence could part two voices; most have nothing of the kind.
pub(super) fn may_split(sentence: &Piece<'_>, verdicts: &[ByteSpan]) -> bool {
    let joints = Kinds::of(&[CueKind::Contrast, CueKind::Addition]);
    !verdicts.is_empty()
        || sentence.kinds.any(joints)
        || sentence.begins_with(CueKind::Concession)
        || memchr(b';', sentence.span.of(sentence.text).as_bytes()).is_some()
}

/// The clauses of the sentence at `span`, whose cues are `cues` and in which the item is said to be necessary or
/// not at `verdicts`. `None` when it has one voice.
pub(super) fn split(
    text: &str,
    span: ByteSpan,
    cues: &[Cue],
    verdicts: &[ByteSpan],
) -> Option<Clauses> {
    let whole = Piece::new(text, span, cues, false);
    let fronted = whole.begins_with(CueKind::Concession);
    let borders = borders(text, span, cues, whole.attribution());
    let mut sentence = Sentence {
        drafts: Vec::new(),
        fronted,
        opening: false,
    };
    let (mut cues, mut verdicts) = (cues, verdicts);
    for (number, (start, border)) in borders.iter().enumerate() {
        let end = borders.get(number + 1).map_or(span.end, |next| next.0);
        let (here, behind) = cues.split_at(cues.partition_point(|cue| cue.span.start < end));
        cues = behind;
        let count = verdicts.partition_point(|said| said.start < end);
        let (said, later) = verdicts.split_at(count);
        verdicts = later;
        let piece = Piece::clause(text, ByteSpan::new(*start, end), here, number == 0);
        let verdict = said.first().map(|said| Voice::conclusion(*said));
        let voice = verdict.or_else(|| piece.clear_voice());
        sentence.add(Draft {
            start: *start,
            border: *border,
            voice,
        });
        if number == 0 {
            sentence.opening = verdict.is_none() && piece.only_names_a_source();
        }
    }
    let drafts = sentence.drafts;
    if drafts.len() < 2 {
        return None;
    }
    let main = main(&drafts, fronted)?;
    let ends = drafts[1..].iter().map(|draft| draft.start);
    let ends = ends.chain([span.end]);
    let clauses = drafts.iter().zip(ends).filter_map(|(draft, end)| {
        let zone = draft.voice?.zone;
        Some(ZonedClause {
            span: ByteSpan::new(draft.start, end),
            zone,
        })
    });
    Some(Clauses {
        clauses: clauses.collect(),
        main,
    })
}

/// The clauses that were read.
struct Sentence {
    drafts: Vec<Draft>,
    /// Whether a clause stands in front of the main one, up to some comma.
    fronted: bool,
    /// Whether nothing was read yet but "According to the ODG,".
    opening: bool,
}

impl Sentence {
    /// Adds a piece to those before it: as a clause of its own where both have a voice and the border between
    /// them parts voices.
    fn add(&mut self, next: Draft) {
        let first = self.drafts.len() == 1;
        let Some(last) = self.drafts.last_mut() else {
            self.drafts.push(next);
            return;
        };
        if self.opening {
            self.opening = false;
            self.fronted = false;
            last.voice = next.voice.or(last.voice);
            return;
        }
        let (Some(before), Some(after)) = (last.voice, next.voice) else {
            last.voice = last.voice.or(next.voice);
            return;
        };
        let parts = match next.border {
            Border::Contrast | Border::Addition => true,
            Border::Comma => (first && self.fronted) || after.zone == Zone::Conclusion,
        };
        if before.agrees_with(after) {
            last.voice = Some(before.or_stronger(after));
        } else if parts
            && !(next.border == Border::Comma
                && before.zone == Zone::Guideline
                && after.is_request())
        {
            self.drafts.push(next);
        }
    }
}

/// The voice of the main clause: a conclusion; or else the last one behind a concession or a contrast; or else the
/// first one.
fn main(drafts: &[Draft], fronted: bool) -> Option<Voice> {
    let mut voices = drafts.iter().filter_map(|draft| draft.voice);
    let concluding = voices.clone().find(|voice| voice.zone == Zone::Conclusion);
    let contrast = drafts
        .iter()
        .rev()
        .find(|draft| draft.border == Border::Contrast);
    let fronted = drafts.get(1).filter(|_| fronted);
    let chosen = contrast.or(fronted).and_then(|draft| draft.voice);
    concluding.or(chosen).or_else(|| voices.next())
}

/// Where clauses may begin, with what stands there; the first is the beginning of the sentence. None stands in
/// brackets, in a quotation, or between a guideline and what it says, `attribution`.
fn borders(
    text: &str,
    span: ByteSpan,
    cues: &[Cue],
    attribution: Option<ByteSpan>,
) -> Vec<(usize, Border)> {
    let marks = Marks::read(text, span);
    let words = cues.iter().filter_map(|cue| {
        let contrast = cue.kinds.has(CueKind::Contrast);
        let border = if contrast {
            Border::Contrast
        } else {
            Border::Addition
        };
        let joins = contrast || cue.kinds.has(CueKind::Addition);
        (joins && cue.span.start > span.start && !marks.encloses(cue.span.start))
            .then_some((cue.span.start, border))
    });
    let mut borders: Vec<(usize, Border)> = words.collect();
    borders.extend(marks.borders());
    borders.retain(|(start, _)| {
        attribution.is_none_or(|said| *start <= said.start || *start >= said.end)
    });
    borders.push((span.start, Border::Comma));
    borders.sort_by_key(|(start, _)| *start);
    merged(text, borders)
}

/// The punctuation of a sentence.
#[derive(Debug, Default)]
struct Marks {
    commas: Vec<usize>,
    semicolons: Vec<usize>,
    /// What stands in brackets and quotation marks, in order.
    enclosed: Vec<ByteSpan>,
    listed: bool,
}

impl Marks {
    fn read(text: &str, span: ByteSpan) -> Self {
        let mut marks = Self::default();
        let bytes = span.of(text).as_bytes();
        let (mut depth, mut quoted, mut opened) = (0_usize, false, 0);
        for (at, byte) in bytes.iter().enumerate() {
            let place = span.start + at;
            let was_enclosed = depth > 0 || quoted;
            match byte {
                b'(' | b'[' => depth += 1,
                b')' | b']' => depth = depth.saturating_sub(1),
                b'"' => quoted = !quoted,
                // The curly quotes U+201C and U+201D.
                0x9C if bytes[..at].ends_with(&[0xE2, 0x80]) => quoted = true,
                0x9D if bytes[..at].ends_with(&[0xE2, 0x80]) => quoted = false,
                b':' if !was_enclosed => marks.listed = true,
                b',' if !was_enclosed => marks.commas.push(place + 1),
                b';' if !was_enclosed => marks.semicolons.push(place + 1),
                _ => {}
            }
            match (was_enclosed, depth > 0 || quoted) {
                (false, true) => opened = place,
                (true, false) => marks.enclosed.push(ByteSpan::new(opened, place + 1)),
                _ => {}
            }
        }
        if quoted {
            marks.enclosed.push(ByteSpan::new(opened, span.end));
        }
        marks
    }

    fn encloses(&self, at: usize) -> bool {
        let behind = self.enclosed.partition_point(|place| place.end <= at);
        self.enclosed
            .get(behind)
            .is_some_and(|place| place.start < at)
    }

    /// Semicolons part the entries of a list too: where it looks like one they are mere commas.
    fn borders(&self) -> impl Iterator<Item = (usize, Border)> {
        let list = self.listed || self.semicolons.len() > MOST_SEMICOLONS;
        let semicolon = if list {
            Border::Comma
        } else {
            Border::Contrast
        };
        let commas = self.commas.iter().map(|at| (*at, Border::Comma));
        commas.chain(self.semicolons.iter().map(move |at| (*at, semicolon)))
    }
}

/// Borders with nothing between them made one, which stands where the words behind it begin.
fn merged(text: &str, borders: Vec<(usize, Border)>) -> Vec<(usize, Border)> {
    let mut kept: Vec<(usize, Border)> = Vec::with_capacity(borders.len());
    for (start, border) in borders {
        match kept.last_mut() {
            Some(last)
                if text
                    .get(last.0..start)
                    .is_some_and(|between| between.trim().is_empty()) =>
            {
                if border != Border::Comma
                    && kept.len() > 1
                    && let Some(last) = kept.last_mut()
                {
                    last.1 = border;
                }
            }
            _ => kept.push((start, border)),
        }
    }
    kept
}

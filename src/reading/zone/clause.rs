//! Sentences with two voices: "Although the guideline allows 6 visits, the patient has had 12."

use super::cue::{Cue, CueKind, Kinds};
use super::voice::{Piece, Voice};
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
    let mut drafts: Vec<Draft> = Vec::new();
    let borders = borders(text, span, cues);
    let (mut cues, mut verdicts) = (cues, verdicts);
    for (number, (start, border)) in borders.iter().enumerate() {
        let end = borders.get(number + 1).map_or(span.end, |next| next.0);
        let (here, behind) = cues.split_at(cues.partition_point(|cue| cue.span.start < end));
        cues = behind;
        let (said, later) = verdicts.split_at(verdicts.partition_point(|said| said.start < end));
        verdicts = later;
        let part = ByteSpan::new(*start, end);
        let verdict = said.first().map(|said| Voice::conclusion(*said));
        let voice = verdict.or_else(|| Piece::new(text, part, here, false).clear_voice());
        join(
            &mut drafts,
            Draft {
                start: *start,
                border: *border,
                voice,
            },
            fronted,
        );
    }
    if drafts.len() < 2 {
        return None;
    }
    let main = main(&drafts, fronted)?;
    let ends = drafts[1..]
        .iter()
        .map(|draft| draft.start)
        .chain([span.end]);
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

/// Adds a clause to those before it: as its own where both have a voice and the border between them parts voices.
fn join(drafts: &mut Vec<Draft>, next: Draft, fronted: bool) {
    let first = drafts.len() == 1;
    let Some(last) = drafts.last_mut() else {
        drafts.push(next);
        return;
    };
    let (Some(before), Some(after)) = (last.voice, next.voice) else {
        last.voice = last.voice.or(next.voice);
        return;
    };
    let parts = match next.border {
        Border::Contrast | Border::Addition => true,
        Border::Comma => (first && fronted) || after.zone == Zone::Conclusion,
    };
    if parts && !before.agrees_with(after) {
        drafts.push(next);
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

/// Where clauses may begin, with what stands there; the first is the beginning of the sentence.
fn borders(text: &str, span: ByteSpan, cues: &[Cue]) -> Vec<(usize, Border)> {
    let mut borders = vec![(span.start, Border::Comma)];
    let mut depth = 0_usize;
    let (mut semicolons, mut listed) = (0, false);
    for (at, byte) in span.of(text).bytes().enumerate() {
        let border = match byte {
            b'(' | b'[' => {
                depth += 1;
                None
            }
            b')' | b']' => {
                depth = depth.saturating_sub(1);
                None
            }
            b':' => {
                listed = true;
                None
            }
            b',' if depth == 0 => Some(Border::Comma),
            b';' if depth == 0 => {
                semicolons += 1;
                Some(Border::Contrast)
            }
            _ => None,
        };
        if let Some(border) = border {
            borders.push((span.start + at + 1, border));
        }
    }
    if listed || semicolons > MOST_SEMICOLONS {
        for border in &mut borders {
            border.1 = Border::Comma;
        }
    }
    let words = cues.iter().filter_map(|cue| {
        let contrast = cue.kinds.has(CueKind::Contrast);
        let border = if contrast {
            Border::Contrast
        } else {
            Border::Addition
        };
        let joins = cue
            .kinds
            .any(Kinds::of(&[CueKind::Contrast, CueKind::Addition]));
        (joins && cue.span.start > span.start).then_some((cue.span.start, border))
    });
    borders.extend(words);
    borders.sort_by_key(|(start, _)| *start);
    merged(text, borders)
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

//! What is underlined for the labels of one finding.
//!
//! A drawn snippet can underline words of one line, side by side. Labels are less tidy: a conclusion
//! wraps over two printed lines, a number lies inside the sentence that another label covers. Here
//! each label becomes [`Mark`]s that a snippet can draw:
//!
//! - A label over several lines is underlined on each of them, without the white space at their ends
//!   and without blank lines. (The drawing of miette for such labels is an arc at the left side that
//!   does not show where the words begin and end, and that runs across the blank lines of a
//!   double-spaced letter.) The note stands under the last line, where the words end.
//! - Of two labels that overlap, the shorter one is underlined whole and the longer one around it.

use std::ops::Range;

use super::lines::Lines;
use super::printable::one_line;
use crate::span::SourceSpan;

/// The most printed lines that one label is underlined on. A longer label, such as a whole rationale,
/// is underlined on its first line, and its note names the last one.
const MOST_LINES: usize = 3;

/// A label to be drawn.
#[derive(Clone, Debug)]
pub(super) struct Pointer<'a> {
    /// The words. A span that reaches beyond the text is cut off at its end.
    pub(super) span: SourceSpan,
    /// What is to be seen there; empty: only underlined.
    pub(super) note: &'a str,
    /// Whether the report leads to this place.
    pub(super) primary: bool,
}

/// Words of one line that are underlined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// The line, counted from 1.
    pub(super) line: usize,
    /// The words as bytes of the text, inside the line; empty: a place between two characters.
    pub(super) bytes: Range<usize>,
    /// What stands under them, on one line.
    pub(super) note: Option<String>,
    /// Whether this is a part of the primary label.
    pub(super) primary: bool,
    /// Which of the pointers this is a part of.
    pub(super) pointer: usize,
}

/// The marks for `pointers`, in the order of the text. No two of them overlap, each lies in one line,
/// and each non-empty note is kept on some mark.
pub(super) fn marks(source: &dyn Lines, pointers: &[Pointer<'_>]) -> Vec<Mark> {
    let spans: Vec<_> = pointers
        .iter()
        .map(|pointer| clamped(source.text(), pointer.span))
        .collect();
    let mut shortest_first: Vec<usize> = (0..pointers.len()).collect();
    shortest_first.sort_by_key(|&at| spans[at].len());

    let mut drawn: Vec<Mark> = Vec::new();
    for at in shortest_first {
        let pointer = &pointers[at];
        let mut note = one_line(pointer.note).into_owned();
        let parts = parts(source, &spans[at], &mut note);
        let mut free: Vec<Mark> = parts
            .iter()
            .flat_map(|(line, bytes)| {
                let free = without_marks(source.text(), bytes.clone(), &drawn);
                free.into_iter().map(|bytes| (*line, bytes))
            })
            .map(|(line, bytes)| Mark {
                line,
                bytes,
                note: None,
                primary: pointer.primary,
                pointer: at,
            })
            .collect();
        match noted(&mut free) {
            Some(mark) => mark.note = Some(note).filter(|note| !note.is_empty()),
            None => hand_over(&mut drawn, &parts, &note, pointer.primary),
        }
        drawn.append(&mut free);
    }
    drop_parts_that_would_cross_notes(&mut drawn);
    drawn.sort_by_key(|mark| mark.bytes.start);
    drawn
}

/// `span` inside `text`, on character borders.
pub(super) fn clamped(text: &str, span: SourceSpan) -> Range<usize> {
    let is_border = |at: &usize| text.is_char_boundary(*at);
    let start = span.start.min(text.len());
    let start = (0..=start).rev().find(is_border).unwrap_or(0);
    let end = span.end.clamp(start, text.len());
    let end = (end..=text.len()).find(is_border).unwrap_or(text.len());
    start..end
}

/// The printed lines that `span` covers, each with the words it covers there. A span of more than
/// [`MOST_LINES`] is cut down to its first line, and `note` says so.
fn parts(source: &dyn Lines, span: &Range<usize>, note: &mut String) -> Vec<(usize, Range<usize>)> {
    let first = source.line_at(span.start);
    let last = source.line_at(span.end.saturating_sub(1).max(span.start));
    let mut parts: Vec<_> = (first..=last)
        .filter_map(|line| {
            let bytes = source.line_bytes(line);
            let covered = span.start.max(bytes.start)..span.end.min(bytes.end);
            trimmed(source.text(), covered).map(|words| (line, words))
        })
        .take(MOST_LINES + 1)
        .collect();
    if parts.len() > MOST_LINES {
        parts.truncate(1);
        let separator = if note.is_empty() { "" } else { " " };
        note.push_str(&format!("{separator}(down to line {last})"));
    }
    if parts.is_empty() {
        // Nothing but white space is covered: point at where it begins.
        let bytes = source.line_bytes(first);
        let at = span.start.clamp(bytes.start, bytes.end);
        parts.push((first, at..at));
    }
    parts
}

/// The words in `bytes` without white space around them; `None` where there are none.
fn trimmed(text: &str, bytes: Range<usize>) -> Option<Range<usize>> {
    let words = text.get(bytes.clone())?;
    let start = bytes.start + (words.len() - words.trim_start().len());
    let end = start + words.trim().len();
    (start < end).then_some(start..end)
}

/// What is left of `bytes` when the words of the `drawn` marks are taken out.
fn without_marks(text: &str, bytes: Range<usize>, drawn: &[Mark]) -> Vec<Range<usize>> {
    if bytes.is_empty() {
        let taken = drawn.iter().any(|mark| mark.bytes == bytes);
        return if taken { Vec::new() } else { vec![bytes] };
    }
    let mut free = vec![bytes];
    for taken in drawn.iter().map(|mark| &mark.bytes) {
        free = free
            .into_iter()
            .flat_map(|range| {
                let before = range.start..range.end.min(taken.start);
                let behind = range.start.max(taken.end)..range.end;
                [before, behind]
            })
            .filter(|range| range.start < range.end)
            .collect();
    }
    free.into_iter()
        .filter_map(|range| trimmed(text, range))
        .collect()
}

/// The part of a label that carries its note: the first on its last line.
fn noted(parts: &mut [Mark]) -> Option<&mut Mark> {
    let last = parts.last()?.line;
    parts.iter_mut().find(|part| part.line == last)
}

/// A label whose every word is under other labels hands its note to one of them.
fn hand_over(drawn: &mut [Mark], parts: &[(usize, Range<usize>)], note: &str, primary: bool) {
    let shares_words = |mark: &Mark| {
        parts.iter().any(|(_, part)| {
            mark.bytes == *part || (mark.bytes.start < part.end && part.start < mark.bytes.end)
        })
    };
    let heir = (0..drawn.len())
        .filter(|&at| shares_words(&drawn[at]))
        .max_by_key(|&at| drawn[at].bytes.start);
    let Some(heir) = heir else { return };
    let of_heir = |mark: &Mark| mark.pointer == drawn[heir].pointer && mark.note.is_some();
    let noted = drawn.iter().position(of_heir).unwrap_or(heir);
    let mark = &mut drawn[noted];
    mark.primary |= primary;
    match &mut mark.note {
        Some(notes) if note.is_empty() || notes.split("; ").any(|said| said == note) => {}
        Some(notes) => notes.push_str(&format!("; {note}")),
        none => *none = Some(note.to_owned()).filter(|note| !note.is_empty()),
    }
}

/// miette draws a bar down from every underlined part that stands left of a note, also from one whose
/// own note stands elsewhere; such a bar would lead nowhere.
fn drop_parts_that_would_cross_notes(marks: &mut Vec<Mark>) {
    let noted: Vec<(usize, usize, usize)> = marks
        .iter()
        .filter(|mark| mark.note.is_some())
        .map(|mark| (mark.pointer, mark.line, mark.bytes.start))
        .collect();
    marks.retain(|mark| {
        let continued = noted.iter().any(|&(pointer, ..)| pointer == mark.pointer);
        let crosses = |&(_, line, start): &(usize, usize, usize)| {
            line == mark.line && start >= mark.bytes.end
        };
        mark.note.is_some() || !continued || !noted.iter().any(crosses)
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceText;

    /// The words and notes of the marks for spans of `text`.
    fn drawn(text: &str, spans: &[(usize, usize, &str)]) -> Vec<(usize, String, Option<String>)> {
        let source = SourceText::from_text(text.to_owned());
        let pointers: Vec<Pointer<'_>> = spans
            .iter()
            .map(|&(start, end, note)| Pointer {
                span: SourceSpan { start, end },
                note,
                primary: false,
            })
            .collect();
        marks(&source, &pointers)
            .into_iter()
            .map(|mark| (mark.line, text[mark.bytes].to_owned(), mark.note))
            .collect()
    }

    fn mark(line: usize, words: &str, note: &str) -> (usize, String, Option<String>) {
        let note = Some(note.to_owned()).filter(|note| !note.is_empty());
        (line, words.to_owned(), note)
    }

    #[test]
    fn each_line_is_marked_and_the_last_has_the_note() {
        let marks = drawn("is not \n \n  medically \nnecessary.", &[(3, 32, "denied")]);
        assert_eq!(
            marks,
            [
                mark(1, "not", ""),
                mark(3, "medically", ""),
                mark(4, "necessary", "denied")
            ]
        );
    }

    #[test]
    fn a_shorter_label_is_cut_out_of_a_longer_one() {
        let marks = drawn("for 12 visits now", &[(0, 17, "all"), (4, 6, "count")]);
        assert_eq!(
            marks,
            [
                mark(1, "for", "all"),
                mark(1, "12", "count"),
                mark(1, "visits now", "")
            ]
        );
    }

    #[test]
    fn a_part_left_of_a_note_is_left_out() {
        let marks = drawn("for 12 visits\nnow", &[(0, 17, "all"), (4, 6, "count")]);
        assert_eq!(
            marks,
            [
                mark(1, "12", "count"),
                mark(1, "visits", ""),
                mark(2, "now", "all")
            ]
        );
    }

    #[test]
    fn labels_on_the_same_words_share_a_mark() {
        let spans = [(4, 6, "stated"), (4, 6, "derived"), (4, 6, "stated")];
        assert_eq!(
            drawn("for 12 visits", &spans),
            [mark(1, "12", "stated; derived")]
        );
        let spans = [(0, 6, "both"), (0, 3, "one"), (4, 6, "two")];
        assert_eq!(
            drawn("for 12 visits", &spans),
            [mark(1, "for", "one"), mark(1, "12", "two; both")]
        );
    }

    #[test]
    fn white_space_alone_is_a_place_between_characters() {
        assert_eq!(drawn("one \n two", &[(3, 5, "gap")]), [mark(1, "", "gap")]);
    }
}

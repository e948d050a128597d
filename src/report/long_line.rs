//! Which parts of a very long line are shown.
//!
//! A paragraph that came without line breaks can be two thousand characters long. Printed whole, the
//! terminal would wrap it and tear the underlines away from their words.

use std::iter;
use std::ops::Range;

use super::marks::Mark;

/// A line of at most this many characters is shown whole. Printed letters have about 95.
const LONGEST_WHOLE: usize = 160;

/// How many characters are shown before and behind a mark.
pub(super) const AROUND: usize = 40;

/// A mark of more characters than this is itself shown by its two ends.
const LONGEST_MARK: usize = 120;

/// Whether a line is too long to be shown whole.
pub(super) fn is_cut(line: &str) -> bool {
    line.chars().nth(LONGEST_WHOLE).is_some()
}

/// The parts of the line at `line` that are shown, in order and apart from each other. The two ends of
/// each of its `marks` are among them.
pub(super) fn shown_ranges(text: &str, line: &Range<usize>, marks: &[Mark]) -> Vec<Range<usize>> {
    if !is_cut(text.get(line.clone()).unwrap_or_default()) {
        return vec![line.clone()];
    }
    if marks.is_empty() {
        let end = forward(text, line, line.start, 2 * AROUND);
        return iter::once(line.start..end).collect();
    }
    let mut shown: Vec<Range<usize>> = Vec::new();
    for wanted in marks.iter().flat_map(|mark| around(text, line, mark)) {
        match shown.last_mut() {
            Some(last) if wanted.start <= last.end => last.end = last.end.max(wanted.end),
            _ => shown.push(wanted),
        }
    }
    shown
}

/// A mark with the words around it, in one part or two.
fn around(text: &str, line: &Range<usize>, mark: &Mark) -> Vec<Range<usize>> {
    let Range { start, end } = mark.bytes;
    let before = back(text, line, start, AROUND);
    let behind = forward(text, line, end, AROUND);
    if length(text, &mark.bytes) <= LONGEST_MARK {
        return iter::once(before..behind).collect();
    }
    let head = forward(text, line, start, AROUND);
    let tail = back(text, line, end, AROUND);
    vec![before..head, tail..behind]
}

fn length(text: &str, bytes: &Range<usize>) -> usize {
    text.get(bytes.clone()).unwrap_or_default().chars().count()
}

/// `characters` before `from`, moved forward to the next word; the start of the line where it is near.
fn back(text: &str, line: &Range<usize>, from: usize, characters: usize) -> usize {
    let words = text.get(line.start..from).unwrap_or_default();
    match words.char_indices().rev().nth(characters) {
        None => line.start,
        Some((cut, _)) => {
            let shown = &words[cut..];
            let word = shown.find(' ').filter(|space| space + 1 < shown.len());
            line.start + cut + word.map_or(0, |space| space + 1)
        }
    }
}

/// `characters` behind `from`, moved back to the end of a word; the end of the line where it is near.
fn forward(text: &str, line: &Range<usize>, from: usize, characters: usize) -> usize {
    let words = text.get(from..line.end).unwrap_or_default();
    match words.char_indices().nth(characters) {
        None => line.end,
        Some((cut, _)) => {
            from + words[..cut]
                .rfind(' ')
                .filter(|&space| space > 0)
                .unwrap_or(cut)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, mark: Option<Range<usize>>) -> Vec<String> {
        let marks: Vec<Mark> = mark
            .into_iter()
            .map(|bytes| Mark {
                line: 1,
                bytes,
                note: None,
                primary: false,
                pointer: 0,
            })
            .collect();
        shown_ranges(text, &(0..text.len()), &marks)
            .into_iter()
            .map(|range| text[range].to_owned())
            .collect()
    }

    #[test]
    fn a_line_of_a_letter_is_shown_whole() {
        let text = "word ".repeat(32);
        assert_eq!(shown(&text, None), [text]);
    }

    #[test]
    fn a_long_line_is_cut_between_words() {
        let text = "word ".repeat(60);
        let around = "word ".repeat(16);
        assert_eq!(shown(&text, Some(150..154)), [around.trim_end()]);
        assert_eq!(shown(&text, None), ["word ".repeat(16).trim_end()]);
    }

    #[test]
    fn a_long_place_is_shown_by_its_ends() {
        let text = "word ".repeat(90);
        let parts = shown(&text, Some(100..350));
        assert_eq!(parts.len(), 2);
        assert!(parts.iter().all(|part| part.len() <= 2 * AROUND));
    }

    #[test]
    fn a_line_without_spaces_is_cut_anywhere() {
        let text = "é".repeat(300);
        assert_eq!(shown(&text, Some(300..302)), ["é".repeat(82)]);
    }
}

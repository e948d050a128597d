//! Left and right, and the parts of the body that they belong to.

use std::fmt;

use super::PlacedPart;
use crate::reading::lexicon::{Meaning, longest};
use crate::reading::phrase::Hit;
use crate::span::ByteSpan;

/// How many words may stand between a side and its part: "right total knee", "left side of the neck".
const MOST_WORDS_BETWEEN: usize = 3;

/// A side of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Side {
    /// The left one.
    Left,
    /// The right one.
    Right,
    /// Left and right.
    Both,
}

impl Side {
    /// The side in reports: `left`, `right`, `both`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
            Self::Both => "both",
        }
    }

    /// The two sides taken together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        if self == other { self } else { Self::Both }
    }
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A side and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlacedSide {
    /// The side.
    pub side: Side,
    /// Its words; of "right and left" both.
    pub span: ByteSpan,
}

impl PlacedSide {
    /// The two sides taken together, at both places and what lies between.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            side: self.side.and(other.side),
            span: self.span.joined(other.span),
        }
    }
}

/// Gives every part the side that `text` says it has, and gives back the sides that belong to none. A side does
/// not reach across the words of `breaks`.
pub(super) fn bind(
    text: &str,
    hits: &[Hit<Meaning>],
    breaks: &[String],
    parts: &mut [PlacedPart],
) -> Vec<PlacedSide> {
    let binder = Binder {
        text,
        breaks,
        sides: sides(hits, parts),
        parts: parts.iter().map(|part| part.span).collect(),
    };
    let mut loose = Vec::new();
    for side in &binder.sides {
        let Some(span) = binder.part_of(side.span) else {
            loose.push(*side);
            continue;
        };
        // One name may stand for two parts.
        for part in parts.iter_mut().filter(|part| part.span == span) {
            part.side = Some(part.side.map_or(*side, |earlier| earlier.and(*side)));
        }
    }
    loose
}

struct Binder<'t> {
    text: &'t str,
    breaks: &'t [String],
    sides: Vec<PlacedSide>,
    /// Where the parts stand, by place.
    parts: Vec<ByteSpan>,
}

impl Binder<'_> {
    /// The span of the part that a side belongs to: the one it stands in (RUE), the one right behind or before
    /// it, or else one within a few words.
    fn part_of(&self, side: ByteSpan) -> Option<ByteSpan> {
        if self.parts.contains(&side) {
            return Some(side);
        }
        let next = self
            .parts
            .iter()
            .find(|part| side.end <= part.start)
            .copied();
        let previous = self
            .parts
            .iter()
            .rfind(|part| part.end <= side.start)
            .copied();
        let ahead = |fits: &dyn Fn(ByteSpan) -> bool| {
            next.filter(|part| fits(ByteSpan::new(side.end, part.start)))
        };
        let behind = |fits: &dyn Fn(ByteSpan) -> bool| {
            previous.filter(|part| fits(ByteSpan::new(part.end, side.start)))
        };
        let closes = self.closes_clause(side.end);
        let bracketed = self.text[..side.start].ends_with('(');
        behind(&|gap| bracketed && self.is_joint(gap, &[]))
            .or_else(|| ahead(&|gap| self.is_joint(gap, &[])))
            .or_else(|| behind(&|gap| closes && self.is_joint(gap, &[',', ':'])))
            .or_else(|| ahead(&|gap| self.is_bridge(gap)))
            .or_else(|| behind(&|gap| closes && self.is_bridge(self.without_comma(gap))))
    }

    /// Whether the words up to `end` close a clause: a mark, a number, a break or nothing follows.
    fn closes_clause(&self, end: usize) -> bool {
        let rest = self.text[end..].trim_start();
        let word = rest.split([' ', '\n']).next().unwrap_or_default();
        word.len() <= 1 || !word.starts_with(char::is_alphabetic) || self.is_break(word)
    }

    /// Whether nothing but white space, brackets and hyphens, or one of `marks`, stands between a side and a
    /// part: "(left) knee", "knee, right".
    fn is_joint(&self, gap: ByteSpan, marks: &[char]) -> bool {
        let is_bracket = |char| matches!(char, ' ' | '\n' | '(' | ')' | '[' | ']' | '-' | '/');
        let mut chars = gap.of(self.text).chars();
        chars.all(|char| is_bracket(char) || marks.contains(&char))
    }

    /// Whether a side reaches across `gap`: a few words without a break, or only other sides and breaks
    /// ("left and right").
    fn is_bridge(&self, gap: ByteSpan) -> bool {
        if gap.of(self.text).contains([',', ';', ':', '.']) {
            return false;
        }
        let is_side = |word: &ByteSpan| self.sides.iter().any(|side| side.span.contains(*word));
        let (others, rest): (Vec<_>, Vec<_>) = words(self.text, gap).into_iter().partition(is_side);
        let mut breaks = rest.iter().map(|word| self.is_break(word.of(self.text)));
        if others.is_empty() {
            rest.len() <= MOST_WORDS_BETWEEN && !breaks.any(|is_break| is_break)
        } else {
            breaks.all(|is_break| is_break)
        }
    }

    fn is_break(&self, word: &str) -> bool {
        let mut breaks = self.breaks.iter();
        breaks.any(|known| known.eq_ignore_ascii_case(word))
    }

    /// `gap` up to a comma at its end: of "release, " only "release".
    fn without_comma(&self, gap: ByteSpan) -> ByteSpan {
        let kept = gap.of(self.text).trim_end_matches([' ', '\n', ',']);
        ByteSpan::new(gap.start, gap.start + kept.len())
    }
}

/// The sides that words name; a letter inside the name of a part or level ("L-spine", "L-4") is none.
fn sides(hits: &[Hit<Meaning>], parts: &[PlacedPart]) -> Vec<PlacedSide> {
    let is_letter_of_part = |side: ByteSpan| {
        parts.iter().any(|part| {
            let mut levels = part.levels.iter();
            part.span != side && part.span.contains(side)
                || levels.any(|level| level.span.contains(side))
        })
    };
    let named = hits.iter().filter_map(|hit| match hit.meaning {
        Meaning::Side(side) if !is_letter_of_part(hit.span) => Some((side, hit.span)),
        _ => None,
    });
    let named = longest(named).into_iter();
    named
        .map(|(side, span)| PlacedSide { side, span })
        .collect()
}

/// The words inside `gap`, cut at white space, brackets and slashes.
fn words(text: &str, gap: ByteSpan) -> Vec<ByteSpan> {
    let is_cut = |char: char| matches!(char, ' ' | '\n' | '(' | ')' | '[' | ']' | '/');
    let mut start = gap.start;
    let mut words = Vec::new();
    for piece in gap.of(text).split_inclusive(is_cut) {
        let word = piece.trim_end_matches(is_cut);
        if !word.is_empty() {
            words.push(ByteSpan::new(start, start + word.len()));
        }
        start += piece.len();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_are_left_and_right() {
        assert_eq!(Side::Left.and(Side::Right), Side::Both);
        assert_eq!(Side::Left.and(Side::Left), Side::Left);
        assert_eq!(Side::Both.and(Side::Right), Side::Both);
        assert_eq!(Side::Both.to_string(), "both");
    }
}

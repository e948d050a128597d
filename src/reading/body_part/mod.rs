//! Parts of the body with their side and spinal levels.

mod side;

pub use side::{PlacedSide, Side};

use super::lexicon::{Mark, Meaning, longest};
use super::phrase::Hit;
use super::quantity::{Level, Quantity, Value};
use crate::rules::pack::{BodyPart, Pack};
use crate::span::ByteSpan;

/// A spinal level and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlacedLevel {
    /// The level.
    pub level: Level,
    /// Its words.
    pub span: ByteSpan,
}

/// A part of the body that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedPart {
    /// Index into [`Pack::body_parts`].
    pub part: usize,
    /// Which side. `None`: the text does not say.
    pub side: Option<PlacedSide>,
    /// The spinal levels, in the order of the text; empty: the text names none.
    pub levels: Vec<PlacedLevel>,
    /// The words that name the part; where only a level does, the words of the level.
    pub span: ByteSpan,
}

impl PlacedPart {
    /// Whether words name the part; otherwise a spinal level stands for it.
    #[must_use]
    pub fn is_named(&self) -> bool {
        !self.levels.iter().any(|placed| placed.span == self.span)
    }
}

/// Knows the parts of the body, and finds them in texts.
#[derive(Debug)]
pub struct BodyParts {
    parts: Vec<Known>,
    breaks: Vec<String>,
}

/// What the reader needs of a part.
#[derive(Debug)]
struct Known {
    within: Option<usize>,
    levels: Vec<char>,
}

impl BodyParts {
    /// The parts and side words of `pack`.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        let index = |id: &str| pack.body_parts.iter().position(|part| part.id.value == id);
        let known = |part: &BodyPart| Known {
            within: part.within.as_ref().and_then(|whole| index(&whole.value)),
            levels: part.levels.clone(),
        };
        let breaks = pack.language.sides.breaks.iter();
        Self {
            parts: pack.body_parts.iter().map(known).collect(),
            breaks: breaks.map(|word| word.to_lowercase()).collect(),
        }
    }

    /// Whether one of the two is the other or lies within it: hand and upper extremity, but not hand and foot.
    #[must_use]
    pub fn related(&self, one: usize, other: usize) -> bool {
        self.lies_within(one, other) || self.lies_within(other, one)
    }

    /// Whether `part` is `whole` or lies within it.
    #[must_use]
    pub fn lies_within(&self, part: usize, whole: usize) -> bool {
        // No chain is longer than the list, so a circle in the data ends too.
        let mut at = Some(part);
        for _ in 0..=self.parts.len() {
            match at {
                Some(part) if part == whole => return true,
                Some(part) => at = self.parts.get(part).and_then(|known| known.within),
                None => return false,
            }
        }
        false
    }

    /// The parts that `text` names, by place, and the sides that belong to none of them ("bilateral hearing
    /// aids"). A part that is named again is left out, unless with a side. `hits` and `quantities` are those
    /// of the same text.
    #[must_use]
    pub fn place(
        &self,
        text: &str,
        hits: &[Hit<Meaning>],
        quantities: &[Quantity],
    ) -> (Vec<PlacedPart>, Vec<PlacedSide>) {
        let mut parts = named_parts(hits);
        for quantity in quantities {
            if let Value::Level(level) = quantity.value {
                let placed = PlacedLevel {
                    level,
                    span: quantity.span,
                };
                self.add_level(&mut parts, placed);
            }
        }
        parts.sort_by_key(|part| (part.span.start, part.span.end, part.part));
        let loose = side::bind(text, hits, &self.breaks, &mut parts);
        (without_repeats(parts), loose)
    }

    /// Gives `level` to the named parts that hold it, or else to a part of its own.
    fn add_level(&self, parts: &mut Vec<PlacedPart>, placed: PlacedLevel) {
        let Level { upper, lower } = placed.level;
        for letter in [upper.region.letter(), lower.region.letter()] {
            let holds = |part: usize| self.parts[part].levels.contains(&letter);
            let mut held = false;
            for part in parts.iter_mut().filter(|part| holds(part.part)) {
                held = true;
                if !part.levels.contains(&placed) {
                    part.levels.push(placed);
                }
            }
            let owner = (0..self.parts.len()).find(|part| holds(*part));
            if let (false, Some(part)) = (held, owner) {
                parts.push(PlacedPart {
                    part,
                    side: None,
                    levels: vec![placed],
                    span: placed.span,
                });
            }
        }
    }
}

/// The parts that words name: of names that overlap the longest, without those inside a phrase that names none.
fn named_parts(hits: &[Hit<Meaning>]) -> Vec<PlacedPart> {
    let misleading: Vec<ByteSpan> = hits
        .iter()
        .filter(|hit| hit.meaning == Meaning::Mark(Mark::NoBodyPart))
        .map(|hit| hit.span)
        .collect();
    let is_named = |span: ByteSpan| {
        !misleading
            .iter()
            .any(|trap| trap.contains(span) && *trap != span)
    };
    let parts = hits.iter().filter_map(|hit| match hit.meaning {
        Meaning::BodyPart(part) if is_named(hit.span) => Some((part, hit.span)),
        _ => None,
    });
    longest(parts)
        .into_iter()
        .map(|(part, span)| PlacedPart {
            part,
            side: None,
            levels: Vec::new(),
            span,
        })
        .collect()
}

/// The parts without mentions that add nothing to another mention of the same part.
fn without_repeats(parts: Vec<PlacedPart>) -> Vec<PlacedPart> {
    let mut kept: Vec<PlacedPart> = Vec::new();
    let sided: Vec<usize> = parts
        .iter()
        .filter(|part| part.side.is_some())
        .map(|part| part.part)
        .collect();
    for part in parts {
        let repeats = match part.side {
            Some(_) => kept
                .iter()
                .any(|other| other.part == part.part && same_side(other, &part)),
            None => sided.contains(&part.part) || kept.iter().any(|other| other.part == part.part),
        };
        if !repeats {
            kept.push(part);
        }
    }
    kept
}

fn same_side(one: &PlacedPart, other: &PlacedPart) -> bool {
    one.side.map(|placed| placed.side) == other.side.map(|placed| placed.side)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::reading::request::shipped::shipped;

    fn related(one: &str, other: &str) -> bool {
        let pack = &shipped().pack;
        let index = |id: &str| {
            let mut parts = pack.body_parts.iter();
            parts.position(|part| part.id.value == id).unwrap()
        };
        BodyParts::new(pack).related(index(one), index(other))
    }

    #[test]
    fn a_part_is_related_to_what_it_lies_within() {
        assert!(related("finger", "upper-extremity") && related("upper-extremity", "finger"));
        assert!(related("neck", "spine") && related("knee", "knee"));
        assert!(!related("hand", "foot") && !related("cervical-spine", "lumbar-spine"));
        assert!(!related("shoulder", "elbow"));
    }
}

//! Parts of the body, spinal levels and sides.

use super::{Difference, DifferenceKind, Pair, RestatementReader};
use crate::reading::body_part::{PlacedLevel, PlacedPart, PlacedSide};
use crate::reading::quantity::{Level, Vertebra};

impl RestatementReader {
    /// Both name parts of the body, and none of the restated is, holds or lies within one of the heading's; or
    /// likewise spinal levels.
    pub(super) fn part_difference(&self, pair: &Pair<'_>) -> Option<Difference> {
        let asked: Vec<&PlacedPart> = pair
            .portions()
            .flat_map(|portion| &portion.body_parts)
            .collect();
        let restated: Vec<&PlacedPart> = pair.restated.body_parts.iter().collect();
        // A level stands for its part only where words do not name one.
        let named = (named(&asked), named(&restated));
        let both_named = !named.0.is_empty() && !named.1.is_empty();
        let (asked_parts, restated_parts) = if both_named {
            (&named.0, &named.1)
        } else {
            (&asked, &restated)
        };
        let (first_asked, first_restated) = (asked_parts.first()?, restated_parts.first()?);
        let parts = self.requests.body_parts();
        let is_related = |one: &PlacedPart| {
            restated_parts
                .iter()
                .any(|other| parts.related(one.part, other.part))
        };
        if asked_parts.iter().any(|part| is_related(part)) {
            return level_difference(&asked, &restated);
        }
        Some(Difference {
            kind: DifferenceKind::BodyPart,
            heading: first_asked.span,
            heading_value: self.part_name(first_asked),
            restated: first_restated.span,
            restated_value: self.part_name(first_restated),
        })
    }

    /// Both give the side of one part of the body, and not the same; or both give a side of something that is
    /// no part of the body the pack knows.
    pub(super) fn side_difference(&self, pair: &Pair<'_>) -> Option<Difference> {
        let restated = &pair.restated.body_parts;
        let of_part = |part: &PlacedPart| {
            let asked = pair.portions().flat_map(|portion| &portion.body_parts);
            sides_differ(
                side(asked.filter(|asked| asked.part == part.part))?,
                side(
                    restated
                        .iter()
                        .filter(|restated| restated.part == part.part),
                )?,
            )
        };
        restated.iter().find_map(of_part).or_else(|| {
            let loose = pair
                .portions()
                .flat_map(|portion| &portion.loose_sides)
                .copied();
            sides_differ(
                loose.reduce(first_of)?,
                pair.restated.loose_sides.iter().copied().reduce(first_of)?,
            )
        })
    }

    fn part_name(&self, part: &PlacedPart) -> String {
        let name = self.part_names.get(part.part).map_or("", String::as_str);
        match part.levels.first() {
            Some(placed) => format!("{name} {}", placed.level),
            None => name.to_owned(),
        }
    }
}

fn named<'p>(parts: &[&'p PlacedPart]) -> Vec<&'p PlacedPart> {
    parts
        .iter()
        .copied()
        .filter(|part| part.is_named())
        .collect()
}

/// The sides of all mentions of one part taken together, at the place of the first. `None`: no mention gives one.
fn side<'p>(mentions: impl Iterator<Item = &'p PlacedPart>) -> Option<PlacedSide> {
    let sides = mentions.filter_map(|part| part.side);
    sides.reduce(first_of)
}

/// Both sides, at the place of the first: between the two may stand half the heading.
fn first_of(first: PlacedSide, next: PlacedSide) -> PlacedSide {
    PlacedSide {
        side: first.side.and(next.side),
        span: first.span,
    }
}

fn sides_differ(asked: PlacedSide, restated: PlacedSide) -> Option<Difference> {
    (asked.side != restated.side).then(|| Difference {
        kind: DifferenceKind::Side,
        heading: asked.span,
        heading_value: asked.side.to_string(),
        restated: restated.span,
        restated_value: restated.side.to_string(),
    })
}

fn level_difference(asked: &[&PlacedPart], restated: &[&PlacedPart]) -> Option<Difference> {
    let asked: Vec<&PlacedLevel> = asked.iter().flat_map(|part| &part.levels).collect();
    let restated: Vec<&PlacedLevel> = restated.iter().flat_map(|part| &part.levels).collect();
    let (first_asked, first_restated) = (asked.first()?, restated.first()?);
    let related = asked.iter().any(|one| {
        restated
            .iter()
            .any(|other| holds(one.level, other.level) || holds(other.level, one.level))
    });
    (!related).then(|| Difference {
        kind: DifferenceKind::BodyPart,
        heading: first_asked.span,
        heading_value: first_asked.level.to_string(),
        restated: first_restated.span,
        restated_value: first_restated.level.to_string(),
    })
}

/// Whether every vertebra of `part` is one of `whole`.
fn holds(whole: Level, part: Level) -> bool {
    let within = |vertebra: Vertebra| whole.upper <= vertebra && vertebra <= whole.lower;
    within(part.upper) && within(part.lower)
}

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
        let restated = &pair.restated.body_parts;
        let (first_asked, first_restated) = (asked.first()?, restated.first()?);
        let parts = self.requests.body_parts();
        let related = asked.iter().any(|one| {
            restated
                .iter()
                .any(|other| parts.related(one.part, other.part))
        });
        if related {
            return level_difference(&asked, restated);
        }
        Some(Difference {
            kind: DifferenceKind::BodyPart,
            heading: first_asked.span,
            heading_value: self.part_name(first_asked),
            restated: first_restated.span,
            restated_value: self.part_name(first_restated),
        })
    }

    /// Both give the side of one part of the body, and not the same.
    pub(super) fn side_difference(&self, pair: &Pair<'_>) -> Option<Difference> {
        pair.restated.body_parts.iter().find_map(|part| {
            let asked = pair.portions().flat_map(|portion| &portion.body_parts);
            let asked = side(asked.filter(|asked| asked.part == part.part))?;
            let restated = pair.restated.body_parts.iter();
            let restated = side(restated.filter(|restated| restated.part == part.part))?;
            (asked.side != restated.side).then(|| Difference {
                kind: DifferenceKind::Side,
                heading: asked.span,
                heading_value: asked.side.to_string(),
                restated: restated.span,
                restated_value: restated.side.to_string(),
            })
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

/// The sides of all mentions of one part taken together, at the place of the first. `None`: no mention gives one.
fn side<'p>(mentions: impl Iterator<Item = &'p PlacedPart>) -> Option<PlacedSide> {
    let sides = mentions.filter_map(|part| part.side);
    sides.reduce(|first, next| PlacedSide {
        side: first.side.and(next.side),
        span: first.span,
    })
}

fn level_difference(asked: &[&PlacedPart], restated: &[PlacedPart]) -> Option<Difference> {
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

//! Whether two items of one letter ask for the same.

use super::{Portion, Request};
use crate::reading::body_part::Side;
use crate::reading::quantity::{Level, Value};

/// Whether both headings ask for the same: the same treatments under the same names, the same numbers, doses,
/// parts of the body, levels and sides, and otherwise the same words. EMG and NCS of one limb are two requests,
/// and so are right and left.
#[must_use]
pub fn same_request(one: &Request, other: &Request) -> bool {
    same_portion(&one.disputed, &other.disputed)
}

fn same_portion(one: &Portion, other: &Portion) -> bool {
    !one.wording.is_empty()
        && one.wording == other.wording
        && places(one) == places(other)
        && values(one) == values(other)
}

type Place = (usize, Option<Side>, Vec<Level>);

fn places(portion: &Portion) -> Vec<Place> {
    let place = |part: &super::PlacedPart| {
        let levels = part.levels.iter().map(|placed| placed.level);
        (part.part, part.side.map(|side| side.side), levels.collect())
    };
    let mut places: Vec<Place> = portion.body_parts.iter().map(place).collect();
    places.sort_by_key(|(part, side, _)| (*part, *side));
    places
}

fn values(portion: &Portion) -> Vec<&Value> {
    let mut values: Vec<&Value> = portion
        .quantities
        .iter()
        .map(|quantity| &quantity.value)
        .collect();
    values.sort_by_cached_key(|value| (value.role(), value.to_string()));
    values
}

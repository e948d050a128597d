//! Which items of one letter ask for the same.

use std::collections::HashMap;

use super::wording::Wording;
use super::{Portion, Request};
use crate::reading::body_part::Side;
use crate::reading::quantity::{Level, Value};

/// For each heading the index of the first one before it that asks for the same: the same treatments under the same
/// names, the same numbers, doses, parts of the body, levels and sides, and otherwise the same words. EMG and NCS of
/// one limb are two requests, and so are right and left. An item without a heading repeats none.
#[must_use]
pub fn repeats<'r>(requests: impl IntoIterator<Item = Option<&'r Request>>) -> Vec<Option<usize>> {
    let mut first = HashMap::new();
    let requests = requests.into_iter().enumerate();
    let repeats = requests.map(|(index, request)| {
        let asked = Asked::of(&request?.disputed)?;
        let first = *first.entry(asked).or_insert(index);
        (first < index).then_some(first)
    });
    repeats.collect()
}

/// What a portion asks for, whatever the order of its words.
#[derive(PartialEq, Eq, Hash)]
struct Asked<'r> {
    wording: &'r Wording,
    places: Vec<Place>,
    values: Vec<&'r Value>,
}

type Place = (usize, Option<Side>, Vec<Level>);

impl<'r> Asked<'r> {
    /// `None` where no word could tell the portion from others.
    fn of(portion: &'r Portion) -> Option<Self> {
        let named = !portion.wording.is_empty();
        named.then(|| Self {
            wording: &portion.wording,
            places: places(portion),
            values: values(portion),
        })
    }
}

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

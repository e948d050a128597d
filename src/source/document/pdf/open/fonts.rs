//! Fonts that a page may ask for: whether they are there, and how many widths they claim to have, as the library writes
//! all of them down.

use std::collections::HashSet;

use hayro_syntax::object::{Array, Dict, Object, ObjectIdentifier, Stream};
use hayro_syntax::page::Resources;

use crate::source::document::pdf::unpack::{Size, measure};

/// The highest code of a character.
const LAST_CODE: usize = 0xFFFF;

/// Widths that all ranges of one font come to.
const MOST_WIDTHS: f64 = 1e7;

/// Whether every font that a page or drawing names is there, undamaged. Text in one that is not would be left out, or
/// have other letters.
///
/// `known` are streams that were found whole before.
pub(super) fn are_whole(resources: &Resources<'_>, known: &mut HashSet<ObjectIdentifier>) -> bool {
    let fonts = &resources.fonts;
    fonts.keys().all(|name| {
        let font = fonts.get::<Dict<'_>>(&*name);
        font.is_some_and(|font| {
            let mut parts = descendants(&font);
            parts.push(font);
            parts.iter().all(|part| is_whole(part, known))
        })
    })
}

fn is_whole(font: &Dict<'_>, known: &mut HashSet<ObjectIdentifier>) -> bool {
    let descriptor = font.get::<Dict<'_>>("FontDescriptor").unwrap_or_default();
    let programs = ["FontFile", "FontFile2", "FontFile3"]
        .iter()
        .filter_map(|key| descriptor.get::<Stream<'_>>(key));
    font.get::<Stream<'_>>("ToUnicode")
        .into_iter()
        .chain(programs)
        .all(|stream| {
            !known.insert(stream.obj_id()) || measure(&stream, usize::MAX) != Size::Damaged
        })
}

fn descendants<'a>(font: &Dict<'a>) -> Vec<Dict<'a>> {
    let array = font.get::<Array<'_>>("DescendantFonts");
    array.iter().flat_map(Array::iter::<Dict<'_>>).collect()
}

/// Whether every font that a page or drawing names can be loaded without undue effort.
pub(super) fn are_loadable(resources: &Resources<'_>) -> bool {
    let fonts = &resources.fonts;
    let named = fonts
        .keys()
        .filter_map(|name| fonts.get::<Dict<'_>>(&*name));
    let states = &resources.ext_g_states;
    let set_by_state = states.keys().filter_map(|name| {
        let font = states.get::<Dict<'_>>(&*name)?.get::<Array<'_>>("Font")?;
        font.iter::<Dict<'_>>().next()
    });
    named.chain(set_by_state).all(|font| is_loadable(&font))
}

fn is_loadable(font: &Dict<'_>) -> bool {
    let first = font.get::<usize>("FirstChar").unwrap_or(0);
    first <= LAST_CODE
        && descendants(font).iter().all(|font| {
            ["W", "W2"]
                .iter()
                .filter_map(|key| font.get::<Array<'_>>(key))
                .all(|widths| has_short_ranges(&widths))
        })
}

/// Whether the ranges in a list of widths come to no more than a font has. A range stands as its first and last code
/// and a width; which number is which is of no matter, as long as none that follows another is far above it.
fn has_short_ranges(widths: &Array<'_>) -> bool {
    let mut before = f64::MAX;
    let mut sum = 0.0;
    for item in widths.iter::<Object<'_>>() {
        let number = item
            .into_number()
            .map_or(f64::MAX, |number| number.as_f64());
        if before < f64::MAX && number < f64::MAX {
            sum += (number - before).max(0.0);
        }
        before = number;
    }
    sum <= MOST_WIDTHS
}

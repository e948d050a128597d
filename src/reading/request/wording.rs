//! The words of a portion in a form in which two requests can be compared.

use super::Portion;
use crate::reading::quantity::{Quantity, Value};
use crate::reading::word::words;
use crate::span::ByteSpan;

/// The words of a portion without numbers, parts of the body and words that make no difference.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(in crate::reading) struct Wording {
    /// The names of treatments, in lower case and in alphabetical order.
    names: Vec<String>,
    /// All other words, likewise.
    others: Vec<String>,
}

impl Wording {
    /// The words of `portion`, whose spans count in `text`. `fillers` are left out.
    pub(super) fn of(text: &str, portion: &Portion, fillers: &[String]) -> Self {
        let parts = portion.body_parts.iter();
        let sides = parts
            .clone()
            .filter_map(|part| part.side)
            .map(|side| side.span);
        let names = portion.treatments.iter().map(|named| named.span);
        let numbers = portion
            .quantities
            .iter()
            .flat_map(|quantity| number_words(text, quantity));
        let read: Vec<ByteSpan> = parts
            .map(|part| part.span)
            .chain(sides)
            .chain(names.clone())
            .chain(numbers)
            .collect();
        let is_other = |word: &ByteSpan| !read.iter().any(|span| span.overlaps(*word));
        let lower = |span: ByteSpan| span.of(text).to_lowercase();
        let others = words(text).into_iter().filter(is_other).map(lower);
        Self {
            names: sorted(names.map(lower)),
            others: sorted(others.filter(|word| !fillers.contains(word))),
        }
    }

    /// Whether there is no word that could tell requests apart.
    pub(super) fn is_empty(&self) -> bool {
        self.names.is_empty() && self.others.is_empty()
    }
}

/// The words that a quantity was read from. Between the number and the unit of a count stand words of their
/// own: "twelve manual acupuncture visits".
fn number_words(text: &str, quantity: &Quantity) -> Vec<ByteSpan> {
    if !matches!(quantity.value, Value::Count(_)) {
        return vec![quantity.span];
    }
    let inside = words(quantity.span.of(text)).into_iter();
    let inside: Vec<ByteSpan> = inside
        .map(|word| word.shifted(quantity.span.start))
        .collect();
    let ends = [inside.first(), inside.last()]
        .into_iter()
        .flatten()
        .copied();
    let twice = quantity
        .restated
        .into_iter()
        .flat_map(|restated| [restated.words, restated.digits]);
    ends.chain(twice).collect()
}

fn sorted(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut words: Vec<String> = words.collect();
    words.sort_unstable();
    words
}

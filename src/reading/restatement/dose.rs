//! Strengths of drugs that both places name.

use super::{Difference, DifferenceKind, Pair};
use crate::reading::quantity::Strength;
use crate::reading::request::Portion;
use crate::reading::word::words;
use crate::span::ByteSpan;

/// Shorter words before a strength ("ER", "HCL", "tab") do not name a drug.
const SHORTEST_NAME: usize = 4;

/// A strength, and the words between the strength before it and itself, in lower case: among them is its drug.
struct Dose<'p> {
    strength: &'p Strength,
    span: ByteSpan,
    names: Vec<String>,
}

/// The first strength that the restatement gives differently for a drug that the heading names too.
pub(super) fn difference(pair: &Pair<'_>) -> Option<Difference> {
    let asked: Vec<Dose<'_>> = pair
        .portions()
        .flat_map(|portion| doses(pair.text, portion))
        .collect();
    let restated = doses(pair.text, pair.restated);
    let is_asked = |dose: &Dose<'_>| {
        let mut asked = asked.iter().filter(|asked| asked.is_like(dose));
        asked.any(|asked| agree(asked.strength, dose.strength))
    };
    // "On gabapentin 600 mg without benefit, so gabapentin 300 mg is": one of the two is what the heading asks for, the
    // other only stands beside it.
    let is_restated = |dose: &Dose<'_>| {
        let mut same = restated.iter().filter(|other| other.shares_name(dose));
        same.any(is_asked)
    };
    let mut differing = restated.iter().filter(|dose| !is_restated(dose));
    differing.find_map(|restated| {
        let asked = asked.iter().find(|asked| asked.is_like(restated))?;
        Some(Difference {
            kind: DifferenceKind::Dose,
            heading: asked.span,
            heading_value: asked.strength.to_string(),
            restated: restated.span,
            restated_value: restated.strength.to_string(),
        })
    })
}

impl Dose<'_> {
    /// Whether both are of one drug, and given in the same way.
    fn is_like(&self, other: &Self) -> bool {
        self.shares_name(other) && comparable(self.strength, other.strength)
    }

    fn shares_name(&self, other: &Self) -> bool {
        self.names.iter().any(|name| other.names.contains(name))
    }
}

fn doses<'p>(text: &str, portion: &'p Portion) -> Vec<Dose<'p>> {
    let mut from = portion.span.start;
    let mut doses: Vec<Dose<'p>> = Vec::new();
    for (strength, span) in portion.doses() {
        let before = ByteSpan::new(from, span.start);
        let mut names = names(text, portion, before);
        // "Ketoprofen 20% in cream 240 g": without a name of its own a strength is the earlier drug's.
        if names.is_empty()
            && let Some(earlier) = doses.last()
        {
            names.clone_from(&earlier.names);
        }
        doses.push(Dose {
            strength,
            span,
            names,
        });
        from = span.end;
    }
    doses
}

/// The known drugs in `before`, or else its last word that may be a name.
fn names(text: &str, portion: &Portion, before: ByteSpan) -> Vec<String> {
    let lower = |span: ByteSpan| span.of(text).to_lowercase();
    let known = portion
        .treatments
        .iter()
        .filter(|named| before.contains(named.span));
    let words_of = |span: ByteSpan| {
        words(span.of(text))
            .into_iter()
            .map(move |word| word.shifted(span.start))
    };
    let mut names: Vec<String> = known
        .flat_map(|named| words_of(named.span))
        .map(lower)
        .collect();
    names.retain(|name| name.len() >= SHORTEST_NAME);
    if names.is_empty() {
        let is_name = |word: &ByteSpan| {
            let word = word.of(text);
            word.len() >= SHORTEST_NAME && word.chars().all(char::is_alphabetic)
        };
        names.extend(words_of(before).rfind(is_name).map(lower));
    }
    names
}

/// Whether the two are given in the same way and unit.
fn comparable(one: &Strength, other: &Strength) -> bool {
    match (one, other) {
        (Strength::Single { unit: one, .. }, Strength::Single { unit: other, .. }) => one == other,
        (Strength::Combination { parts: one }, Strength::Combination { parts: other }) => {
            one.len() == other.len()
        }
        (
            Strength::Concentration { unit, per_unit, .. },
            Strength::Concentration {
                unit: other_unit,
                per_unit: other_per,
                ..
            },
        ) => unit == other_unit && per_unit == other_per,
        _ => false,
    }
}

/// Whether two comparable strengths are the same, or one is a number inside the range of the other.
fn agree(one: &Strength, other: &Strength) -> bool {
    match (one, other) {
        (Strength::Single { amount: one, .. }, Strength::Single { amount: other, .. }) => {
            one.min <= other.min && other.max <= one.max
                || other.min <= one.min && one.max <= other.max
        }
        _ => one == other,
    }
}

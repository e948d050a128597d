//! Names that are one letter apart: MPN and MPR, Celebrex and Celebrax.

use std::collections::HashSet;

use super::{Difference, DifferenceKind, Pair};
use crate::reading::word::words;
use crate::rules::pack::{Pack, Treatment};
use crate::span::ByteSpan;

/// Shorter acronyms are not compared.
const SHORTEST_ACRONYM: usize = 3;

/// Shorter names are a letter away from too many words.
const SHORTEST_NAME: usize = 5;

/// The words that the pack knows.
#[derive(Debug)]
pub(super) struct Vocabulary {
    /// Every word of a name, in lower case.
    known: HashSet<String>,
    /// Those that are names of their own: brands, and drugs that one word names.
    names: HashSet<String>,
    fillers: HashSet<String>,
}

/// A word of one side.
struct Token<'p> {
    text: &'p str,
    span: ByteSpan,
    /// Its letters as compared: in lower case, with those alike in print made one.
    folded: String,
}

impl Vocabulary {
    /// The words of `pack`.
    pub(super) fn new(pack: &Pack) -> Self {
        let lower = |phrase: &str| -> Vec<String> {
            words(phrase)
                .into_iter()
                .map(|word| word.of(phrase).to_lowercase())
                .collect()
        };
        let treatments = pack.treatments.iter().flat_map(|treatment| {
            [&treatment.names, &treatment.generic, &treatment.forms]
                .into_iter()
                .flatten()
        });
        let parts = pack.body_parts.iter().flat_map(|part| &part.names);
        let sides = &pack.language.sides;
        let sides = [&sides.left, &sides.right, &sides.both]
            .into_iter()
            .flatten();
        Self {
            known: treatments
                .chain(parts)
                .chain(sides)
                .flat_map(|phrase| lower(phrase))
                .collect(),
            names: pack.treatments.iter().flat_map(names).collect(),
            fillers: pack
                .language
                .fillers
                .iter()
                .map(|word| word.to_lowercase())
                .collect(),
        }
    }

    /// The first name of the heading that stands one letter apart in the restatement, and nowhere as it is.
    pub(super) fn difference(&self, pair: &Pair<'_>) -> Option<Difference> {
        let asked: Vec<Token<'_>> = pair
            .portions()
            .flat_map(|portion| tokens(pair.text, portion.span))
            .collect();
        let restated = tokens(pair.text, pair.restated.span);
        let told_apart = |tokens: &[Token<'_>]| {
            tokens
                .iter()
                .any(|token| token.text.chars().any(char::is_lowercase))
        };
        let capitals_tell = told_apart(&asked) || told_apart(&restated);
        let lost = asked.iter().filter(|token| !stands_in(token, &restated));
        lost.flat_map(|asked| restated.iter().map(move |restated| (asked, restated)))
            .filter(|(_, new)| !stands_in(new, &asked))
            .find(|(asked, restated)| self.is_near_miss(asked, restated, capitals_tell))
            .map(|(asked, restated)| Difference {
                kind: DifferenceKind::Name,
                heading: asked.span,
                heading_value: asked.text.to_owned(),
                restated: restated.span,
                restated_value: restated.text.to_owned(),
            })
    }

    /// Whether two words that are not the same are one name and a slip of it.
    fn is_near_miss(&self, asked: &Token<'_>, restated: &Token<'_>, capitals_tell: bool) -> bool {
        let (one, other) = (asked.text.to_lowercase(), restated.text.to_lowercase());
        let both_known = self.known.contains(&one) && self.known.contains(&other);
        if both_known
            || self.fillers.contains(&one)
            || self.fillers.contains(&other)
            || is_inflection(&one, &other)
        {
            return false;
        }
        let acronyms = capitals_tell && is_acronym(asked.text) && is_acronym(restated.text);
        let is_name = |word: &String| word.len() >= SHORTEST_NAME && self.names.contains(word);
        let long = one.len() >= SHORTEST_NAME && other.len() >= SHORTEST_NAME;
        let names = long && (is_name(&one) || is_name(&other));
        (acronyms || names) && strsim::osa_distance(&asked.folded, &restated.folded) == 1
    }
}

/// The words of a class that are names of their own.
fn names(treatment: &Treatment) -> impl Iterator<Item = String> {
    treatment.names.iter().flat_map(move |phrase| {
        let words = words(phrase);
        let alone = treatment.drug && words.len() == 1;
        let is_name = move |word: &str| alone || is_brand(word);
        let words = words.into_iter().map(|word| word.of(phrase));
        words
            .filter(move |word| is_name(word))
            .map(str::to_lowercase)
    })
}

/// A capital followed by small letters.
fn is_brand(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.any(char::is_lowercase)
}

fn is_acronym(word: &str) -> bool {
    word.chars().count() >= SHORTEST_ACRONYM && word.chars().all(char::is_uppercase)
}

/// Whether the longer word is the shorter one with an ending.
fn is_inflection(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let ending = long.strip_prefix(short);
    ending.is_some_and(|ending| matches!(ending, "s" | "es" | "d" | "ed" | "'s" | "\u{2019}s"))
}

/// The words at `span` that hold no digit.
fn tokens(text: &str, span: ByteSpan) -> Vec<Token<'_>> {
    let words = words(span.of(text))
        .into_iter()
        .map(|word| word.shifted(span.start));
    let tokens = words.map(|word| Token {
        text: word.of(text),
        span: word,
        folded: folded(word.of(text)),
    });
    tokens
        .filter(|token| !token.text.chars().any(|char| char.is_ascii_digit()))
        .collect()
}

fn folded(word: &str) -> String {
    let alike = |char: char| match char {
        'l' => 'i',
        _ => char,
    };
    word.to_lowercase().chars().map(alike).collect()
}

fn stands_in(token: &Token<'_>, others: &[Token<'_>]) -> bool {
    others.iter().any(|other| other.folded == token.folded)
}

//! Names that are one letter apart: MPN and MPR, Celebrex and Celebrax.

use std::collections::HashSet;
use std::sync::OnceLock;

use super::{Difference, DifferenceKind, Pair};
use crate::reading::word::words;
use crate::reading::word_index::{Hashes, hash_of};
use crate::rules::pack::Pack;
use crate::span::ByteSpan;

/// Shorter acronyms are not compared.
const SHORTEST_ACRONYM: usize = 3;

/// Shorter names are a letter away from too many words.
const SHORTEST_NAME: usize = 5;

/// The bytes of the longest letter.
const LONGEST_LETTER: usize = 4;

/// The names that the pack knows, a line each. Hardly a letter asks for their words, so they are cut when one does.
#[derive(Debug)]
pub(super) struct Vocabulary {
    /// Names of drugs.
    drugs: String,
    /// Names of other treatments.
    treatments: String,
    /// What else is known: generic names, forms, parts of the body, sides.
    others: String,
    /// Words that name nothing.
    fillers: String,
    words: OnceLock<KnownWords>,
}

/// The words of a [`Vocabulary`].
#[derive(Debug)]
struct KnownWords {
    /// Every word of a name.
    known: Hashes,
    /// Those that are names of their own: brands, and drugs that one word names.
    names: Hashes,
    fillers: Hashes,
}

/// A word of one side.
struct Token<'p> {
    text: &'p str,
    span: ByteSpan,
    /// Its letters as compared: in lower case, with those alike in print made one.
    folded: String,
}

impl Vocabulary {
    /// The names of `pack`.
    pub(super) fn new(pack: &Pack) -> Self {
        let mut vocabulary = Self {
            drugs: String::new(),
            treatments: String::new(),
            others: String::new(),
            fillers: String::new(),
            words: OnceLock::new(),
        };
        for treatment in &pack.treatments {
            let named = if treatment.drug {
                &mut vocabulary.drugs
            } else {
                &mut vocabulary.treatments
            };
            add_lines(named, &treatment.names);
            add_lines(&mut vocabulary.others, &treatment.generic);
            add_lines(&mut vocabulary.others, &treatment.forms);
        }
        for part in &pack.body_parts {
            add_lines(&mut vocabulary.others, &part.names);
        }
        let sides = &pack.language.sides;
        for side in [&sides.left, &sides.right, &sides.both] {
            add_lines(&mut vocabulary.others, side);
        }
        add_lines(&mut vocabulary.fillers, &pack.language.fillers);
        vocabulary
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
        let lost = without(&asked, &restated);
        let new = without(&restated, &asked);
        let new = &new;
        lost.iter()
            .flat_map(|asked| new.iter().map(move |new| (asked, new)))
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
        // One letter more or less is a byte or a few; most pairs are told apart by their length alone.
        let lengths = asked.folded.len().abs_diff(restated.folded.len());
        if lengths > LONGEST_LETTER || strsim::osa_distance(&asked.folded, &restated.folded) != 1 {
            return false;
        }
        let (one, other) = (asked.text.to_lowercase(), restated.text.to_lowercase());
        let words = self.words.get_or_init(|| KnownWords::new(self));
        let hashes = [&one, &other].map(|word| hash_of(word.as_bytes()));
        let [is_name, other_is_name] = hashes.map(|hash| words.names.contains(&hash));
        if hashes.iter().all(|hash| words.known.contains(hash))
            || hashes.iter().any(|hash| words.fillers.contains(hash))
            || is_inflection(&one, &other)
        {
            return false;
        }
        let acronyms = capitals_tell && is_acronym(asked.text) && is_acronym(restated.text);
        let long = one.len() >= SHORTEST_NAME && other.len() >= SHORTEST_NAME;
        acronyms || long && (is_name || other_is_name)
    }
}

fn add_lines(lines: &mut String, phrases: &[String]) {
    for phrase in phrases {
        lines.push_str(phrase);
        lines.push('\n');
    }
}

impl KnownWords {
    fn new(vocabulary: &Vocabulary) -> Self {
        let Vocabulary {
            drugs,
            treatments,
            others,
            fillers,
            ..
        } = vocabulary;
        let each = |text: &str| -> Vec<u64> {
            let words = words(text).into_iter();
            words
                .map(|word| hash_of(word.of(text).as_bytes()))
                .collect()
        };
        let known = [drugs, treatments, others].into_iter();
        let drugs = drugs.lines().flat_map(|name| own_names(name, true));
        let treatments = treatments.lines().flat_map(|name| own_names(name, false));
        Self {
            known: known.flat_map(|lines| each(lines)).collect(),
            names: drugs.chain(treatments).collect(),
            fillers: fillers
                .lines()
                .map(|word| hash_of(word.as_bytes()))
                .collect(),
        }
    }
}

/// The words of the name of a treatment that are names of their own.
fn own_names(name: &str, drug: bool) -> impl Iterator<Item = u64> {
    let words = words(name);
    let alone = drug && words.len() == 1;
    let words = words.into_iter().map(|word| word.of(name));
    words
        .filter(move |word| alone || is_brand(word))
        .map(|word| hash_of(word.as_bytes()))
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

/// The words of `tokens` that do not stand in `others`, each at its first place.
fn without<'t, 'p>(tokens: &'t [Token<'p>], others: &[Token<'_>]) -> Vec<&'t Token<'p>> {
    let others: HashSet<&str> = others.iter().map(|other| other.folded.as_str()).collect();
    let mut seen = HashSet::new();
    let missing = tokens
        .iter()
        .filter(|token| !others.contains(token.folded.as_str()));
    missing.filter(|token| seen.insert(token.text)).collect()
}

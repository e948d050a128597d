//! Phrases found by their first two words.
//!
//! An automaton over thousands of phrases takes longer to build than a command is given to start. Names begin
//! with few different words, so one look-up settles nearly every word of a letter, and building is no more
//! than filling a table.

mod by_hash;
mod filter;
mod phrases;
mod word;
mod word_map;

use std::cmp::Reverse;

pub(super) use self::by_hash::{ByHash, Hashes, NO_LETTERS, hash_of, with_letter};
pub(super) use self::filter::WordFilter;
use self::phrases::{Chain, Phrase, Phrases};
pub use self::word::{CutText, CutWords};
use self::word::{Run, pair};
pub(super) use self::word::{SeenWord, Word};
pub(super) use self::word_map::WordMap;
use super::phrase::Hit;
use crate::span::ByteSpan;

/// The right single quotation mark, which letters print for an apostrophe.
const CURLY_APOSTROPHE: &[u8] = "\u{2019}".as_bytes();

/// Bytes of a phrase, about: what is set aside at once.
const BYTES_A_PHRASE: usize = 24;

/// Phrases, each with what it means. They match whole words in any letter case, a plural "s" included, a hyphen
/// also as a space, a straight apostrophe also as a curly one.
#[derive(Debug)]
pub(super) struct WordIndex<M> {
    phrases: Phrases<M>,
    /// The first words, also in the plural.
    first: WordFilter,
    /// By the hash of the first word.
    by_word: ByHash<Begun>,
    /// Phrases of several words, by the hash of the first two.
    by_pair: ByHash<Chain>,
    /// Those that begin with no letter or digit: "%".
    by_mark: Chain,
    /// The bytes that one of those may begin with in a text.
    marks: Vec<u8>,
}

/// The phrases that begin with one word.
#[derive(Debug, Default)]
struct Begun {
    /// Those that are this word.
    alone: Chain,
    /// Whether there are others, of several words.
    leads: bool,
}

impl<M: Copy> WordIndex<M> {
    /// An index of `phrases`; empty ones are left out.
    pub(super) fn new<'p>(phrases: impl IntoIterator<Item = (&'p str, M)>) -> Self {
        let phrases = phrases.into_iter();
        Self::with_room(phrases.size_hint().0, phrases)
    }

    /// An index of `count` phrases, about; empty ones are left out.
    pub(super) fn with_room<'p>(
        count: usize,
        given: impl IntoIterator<Item = (&'p str, M)>,
    ) -> Self {
        let mut texts = String::with_capacity(count * BYTES_A_PHRASE);
        let mut phrases = Vec::with_capacity(count);
        phrases.extend(given.into_iter().filter_map(|(text, meaning)| {
            let text = text.trim();
            texts.push_str(text);
            let phrase = Phrase {
                end: texts.len(),
                next: None,
                words: 0,
                hash: 0,
                meaning,
            };
            (!text.is_empty()).then_some(phrase)
        }));
        let mut index = Self {
            first: WordFilter::new(2 * phrases.len()),
            by_word: ByHash::with_capacity_and_hasher(phrases.len() / 4, Default::default()),
            by_pair: ByHash::with_capacity_and_hasher(phrases.len() / 2, Default::default()),
            by_mark: Chain::default(),
            marks: Vec::new(),
            phrases: Phrases { texts, phrases },
        };
        for number in 0..index.phrases.phrases.len() {
            index.insert(number);
        }
        index
    }

    fn insert(&mut self, number: usize) {
        let bytes = self.phrases.text(number).as_bytes();
        let first = Word::at(bytes, 0);
        let mut words = (1, first.hash);
        let chain = if first.is_empty() {
            self.marks.extend(spellings(bytes[0]));
            &mut self.by_mark
        } else {
            self.first.add(first.hash);
            self.first.add(with_letter(first.hash, b's'));
            let begun = self.by_word.entry(first.hash).or_default();
            match first.next(bytes) {
                Some(second) => {
                    begun.leads = true;
                    let pair = pair(first.hash, second.hash);
                    words = second.and_behind(bytes, pair);
                    self.by_pair.entry(pair).or_default()
                }
                None => &mut begun.alone,
            }
        };
        let phrase = &mut self.phrases.phrases[number];
        (phrase.words, phrase.hash) = words;
        self.phrases.push(number, chain);
    }

    /// Every phrase that stands in a text, overlapping ones included, by start and then longest first.
    pub(super) fn find(&self, words: CutWords<'_>) -> Vec<Hit<M>> {
        let mut hits = Vec::new();
        for (number, word) in words.numbered() {
            if self.first.may_have(word.hash) {
                let first = hits.len();
                self.add_begun(words, number, &mut hits);
                if hits.len() - first > 1 {
                    hits[first..].sort_by_key(|hit| Reverse(hit.span.end));
                }
            }
        }
        if !self.marks.is_empty() {
            self.add_marks(words, &mut hits);
        }
        hits
    }

    /// Adds the phrases that begin with the word of this number.
    fn add_begun(&self, words: CutWords<'_>, number: usize, hits: &mut Vec<Hit<M>>) {
        let Some(word) = words.get(number) else {
            return;
        };
        let bytes = words.text().as_bytes();
        let singular = word.singular().and_then(|hash| self.by_word.get(&hash));
        if let Some(begun) = singular {
            self.add(begun.alone, bytes, word.start, hits);
        }
        let Some(begun) = self.by_word.get(&word.hash) else {
            return;
        };
        self.add(begun.alone, bytes, word.start, hits);
        if !begun.leads {
            return;
        }
        let Some(second) = words.get(number + 1) else {
            return;
        };
        let mut run = None;
        for spelling in [Some(second.hash), second.singular()].into_iter().flatten() {
            let Some(phrases) = self.by_pair.get(&pair(word.hash, spelling)) else {
                continue;
            };
            let run = run.get_or_insert_with(|| Run::new(words, number, &word, &second));
            for number in self.phrases.numbers(*phrases) {
                let phrase = &self.phrases.phrases[number];
                // Chains can be long, and nearly all of their phrases go on with other words.
                if run.may_be(phrase.words, phrase.hash) {
                    let text = self.phrases.text(number);
                    hits.extend(hit(text, phrase.meaning, bytes, word.start));
                }
            }
        }
    }

    /// Adds the phrases that begin with no letter or digit, and brings all in order again.
    fn add_marks(&self, words: CutWords<'_>, hits: &mut Vec<Hit<M>>) {
        let bytes = words.text().as_bytes();
        let first = hits.len();
        for gap in words.gaps() {
            for at in gap.start..gap.end {
                if self.marks.contains(&bytes[at]) {
                    self.add(self.by_mark, bytes, at, hits);
                }
            }
        }
        if hits.len() > first {
            hits.sort_by_key(|hit| (hit.span.start, Reverse(hit.span.end)));
        }
    }

    /// Adds those of `phrases` that stand at `at`.
    fn add(&self, phrases: Chain, bytes: &[u8], at: usize, hits: &mut Vec<Hit<M>>) {
        for number in self.phrases.numbers(phrases) {
            let text = self.phrases.text(number);
            hits.extend(hit(text, self.phrases.phrases[number].meaning, bytes, at));
        }
    }
}

/// The hit of a phrase that stands at `at`.
fn hit<M>(phrase: &str, meaning: M, bytes: &[u8], at: usize) -> Option<Hit<M>> {
    let end = matched(phrase.as_bytes(), bytes, at)
        .and_then(|end| word_end(phrase.as_bytes(), bytes, at, end))?;
    Some(Hit {
        meaning,
        span: ByteSpan::new(at, end),
    })
}

/// The bytes that may stand in a text for the first byte of a phrase that begins with a mark; see [`matched`].
fn spellings(mark: u8) -> impl Iterator<Item = u8> {
    let other = match mark {
        b'-' => Some(b' '),
        b'\'' => Some(CURLY_APOSTROPHE[0]),
        _ => None,
    };
    [mark].into_iter().chain(other)
}

/// Where `phrase` ends when it stands in `bytes` at `at`.
fn matched(phrase: &[u8], bytes: &[u8], mut at: usize) -> Option<usize> {
    for wanted in phrase {
        let found = bytes.get(at)?;
        let same = found.eq_ignore_ascii_case(wanted) || (*wanted, *found) == (b'-', b' ');
        at += match wanted {
            _ if same => 1,
            b'\'' if bytes[at..].starts_with(CURLY_APOSTROPHE) => CURLY_APOSTROPHE.len(),
            _ => return None,
        };
    }
    Some(at)
}

/// Where the words of a match end, a plural "s" included; `None` when the match cuts a word. Behind capitals only a small
/// "s" makes a plural: "MRIs", but "CRPS" is not several "CRP".
fn word_end(phrase: &[u8], bytes: &[u8], start: usize, end: usize) -> Option<usize> {
    let is_word = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    if end == start || !is_word(end - 1) || !is_word(end) {
        return Some(end);
    }
    let acronym = phrase.last().is_some_and(u8::is_ascii_uppercase);
    let plural = bytes[end] == b's' || bytes[end] == b'S' && !acronym;
    let plural = plural && !is_word(end + 1);
    plural.then_some(end + 1)
}

#[cfg(test)]
mod tests;

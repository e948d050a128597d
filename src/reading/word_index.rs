//! Phrases found by their first two words.
//!
//! An automaton over thousands of phrases takes longer to build than a command is given to start. Names begin
//! with few different words, so one look-up settles nearly every word of a letter, and building is no more
//! than filling a table.

mod phrases;
mod word;

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use self::phrases::{Chain, Phrase, Phrases};
use self::word::{Run, Word, pair};
use super::phrase::Hit;
use crate::span::ByteSpan;

/// The right single quotation mark, which letters print for an apostrophe.
const CURLY_APOSTROPHE: &[u8] = "\u{2019}".as_bytes();

/// Phrases, each with what it means. They match whole words in any letter case, a plural "s" included, a hyphen
/// also as a space, a straight apostrophe also as a curly one.
#[derive(Debug)]
pub(super) struct WordIndex<M> {
    phrases: Phrases<M>,
    /// By the hash of the first word.
    by_word: HashMap<u64, Begun, BuildHasherDefault<Hashed>>,
    /// Phrases of several words, by the hash of the first two.
    by_pair: HashMap<u64, Chain, BuildHasherDefault<Hashed>>,
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
        let mut texts = String::new();
        let phrases = phrases.into_iter().filter_map(|(text, meaning)| {
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
        });
        let phrases: Vec<Phrase<M>> = phrases.collect();
        let mut index = Self {
            by_word: HashMap::with_capacity_and_hasher(phrases.len() / 4, Default::default()),
            by_pair: HashMap::with_capacity_and_hasher(phrases.len() / 2, Default::default()),
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

    /// Every phrase that stands in `text`, overlapping ones included, by start and then longest first.
    pub(super) fn find(&self, text: &str) -> Vec<Hit<M>> {
        let bytes = text.as_bytes();
        let mut hits = Vec::new();
        let mut at = 0;
        while at < bytes.len() {
            let first = hits.len();
            let word = Word::at(bytes, at);
            if word.is_empty() {
                if self.marks.contains(&bytes[at]) {
                    self.add(self.by_mark, bytes, at, &mut hits);
                }
            } else {
                self.add_begun(&word, bytes, &mut hits);
            }
            if hits.len() - first > 1 {
                hits[first..].sort_by_key(|hit| std::cmp::Reverse(hit.span.end));
            }
            at = word.end.max(at + 1);
        }
        hits
    }

    /// Adds the phrases that begin with `word`.
    fn add_begun(&self, word: &Word, bytes: &[u8], hits: &mut Vec<Hit<M>>) {
        let singular = word.singular.and_then(|hash| self.by_word.get(&hash));
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
        if let Some(second) = word.next(bytes) {
            let spellings = [Some(second.hash), second.singular];
            let mut run = Run::new(bytes, word, second);
            for second in spellings.into_iter().flatten() {
                if let Some(phrases) = self.by_pair.get(&pair(word.hash, second)) {
                    self.add_run(*phrases, &mut run, hits);
                }
            }
        }
    }

    /// Adds those of `phrases` whose words are those of `run`.
    fn add_run(&self, phrases: Chain, run: &mut Run<'_>, hits: &mut Vec<Hit<M>>) {
        for number in self.phrases.numbers(phrases) {
            let phrase = &self.phrases.phrases[number];
            // Chains can be long, and nearly all of their phrases go on with other words.
            if run.may_be(phrase.words, phrase.hash) {
                let text = self.phrases.text(number);
                hits.extend(hit(text, phrase.meaning, run.bytes, run.start));
            }
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
    let end = matched(phrase.as_bytes(), bytes, at).and_then(|end| word_end(bytes, at, end))?;
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

/// Where the words of a match end, a plural "s" included; `None` when the match cuts a word.
fn word_end(bytes: &[u8], start: usize, end: usize) -> Option<usize> {
    let is_word = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    if end == start || !is_word(end - 1) || !is_word(end) {
        return Some(end);
    }
    let plural = matches!(bytes[end], b's' | b'S') && !is_word(end + 1);
    plural.then_some(end + 1)
}

/// Keys that are hashes already.
#[derive(Debug, Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 << 8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

#[cfg(test)]
mod tests;

//! The words of a sentence with what each does in a conclusion.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::phrases::{Mark, Marks};
use crate::span::ByteSpan;

/// All marked words and phrases.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    /// What is known of each word, by the word in small letters.
    words: HashMap<Box<[u8]>, Entry, BuildHasherDefault<Fnv>>,
}

#[derive(Debug, Default)]
struct Entry {
    /// The marks of the word alone.
    marks: Marks,
    /// The phrases that begin with it, longest first.
    phrases: Vec<Phrase>,
}

#[derive(Debug)]
struct Phrase {
    /// The words behind the first, in small letters.
    rest: Vec<Box<[u8]>>,
    marks: Marks,
}

/// A word or a punctuation mark of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) kind: Kind,
    /// Its place in the rationale.
    pub(super) span: ByteSpan,
    pub(super) marks: Marks,
}

/// What kind of word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Comma,
    Colon,
    Semicolon,
    /// A hyphen or dash between white space.
    Dash,
    /// Brackets, quotes and the rest, which change nothing.
    Other,
}

/// No marked word is longer, in bytes.
const LONGEST_WORD: usize = 24;

impl Lexicon {
    /// Adds a mark to each of `phrases`.
    pub(super) fn add(&mut self, mark: Mark, phrases: &[String]) {
        let marks = Marks::of(&[mark]);
        for phrase in phrases {
            let mut parts = words_of(phrase);
            if parts.is_empty() {
                continue;
            }
            let rest = parts.split_off(1);
            let entry = self.words.entry(parts.remove(0)).or_default();
            entry.add(rest, marks);
        }
    }

    /// The words of `sentence`, a part of `text`, with their marks.
    pub(super) fn read(&self, text: &str, sentence: ByteSpan) -> Vec<Word> {
        let mut words = cut(text, sentence);
        let mut at = 0;
        while at < words.len() {
            at += self.mark(text, &mut words[at..]);
        }
        words
    }

    /// Marks the first word, or the phrase that begins with it; gives how many words that were.
    fn mark(&self, text: &str, words: &mut [Word]) -> usize {
        let Some(entry) = words
            .first()
            .filter(|word| word.kind == Kind::Word)
            .and_then(|word| with_lower(word.span.of(text), |lower| self.words.get(lower)))
        else {
            return 1;
        };
        for phrase in &entry.phrases {
            if phrase.follows(text, &words[1..]) {
                let length = phrase.rest.len() + 1;
                for word in &mut words[..length] {
                    word.marks = phrase.marks;
                }
                return length;
            }
        }
        words[0].marks = entry.marks;
        1
    }
}

impl Entry {
    fn add(&mut self, rest: Vec<Box<[u8]>>, marks: Marks) {
        if rest.is_empty() {
            self.marks.add(marks);
        } else if let Some(phrase) = self.phrases.iter_mut().find(|phrase| phrase.rest == rest) {
            phrase.marks.add(marks);
        } else {
            self.phrases.push(Phrase { rest, marks });
            self.phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
    }
}

impl Phrase {
    /// Whether the words behind the first are the next of the sentence.
    fn follows(&self, text: &str, words: &[Word]) -> bool {
        words.len() >= self.rest.len()
            && self.rest.iter().zip(words).all(|(wanted, word)| {
                word.kind == Kind::Word
                    && with_lower(word.span.of(text), |lower| (lower == &**wanted).then_some(())).is_some()
            })
    }
}

/// The words of a phrase, in small letters.
pub(super) fn words_of(phrase: &str) -> Vec<Box<[u8]>> {
    cut(phrase, ByteSpan::new(0, phrase.len()))
        .iter()
        .filter(|word| word.kind == Kind::Word)
        .filter_map(|word| with_lower(word.span.of(phrase), |lower| Some(lower.into())))
        .collect()
}

/// Calls `look` with `word` in small letters and with straight apostrophes; `None` for words that are too
/// long to be marked.
pub(super) fn with_lower<T>(word: &str, look: impl FnOnce(&[u8]) -> Option<T>) -> Option<T> {
    let mut lower = [0; LONGEST_WORD];
    let bytes = word.as_bytes();
    if let Some(copy) = lower.get_mut(..bytes.len()) {
        copy.copy_from_slice(bytes);
        copy.make_ascii_lowercase();
        if copy.is_ascii() {
            return look(copy);
        }
        let straight = word.to_ascii_lowercase().replace('\u{2019}', "'");
        return look(straight.as_bytes());
    }
    None
}

/// The FNV-1a hash: the words are short and come from the rule pack, so that speed is all that matters.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn write_usize(&mut self, _length: usize) {}
}

/// Cuts `sentence` into words and punctuation. A hyphen parts words, an apostrophe inside a word does not.
fn cut(text: &str, sentence: ByteSpan) -> Vec<Word> {
    let bytes = &text.as_bytes()[..sentence.end];
    let mut words = Vec::with_capacity(sentence.len() / 5 + 1);
    let mut at = sentence.start;
    while at < bytes.len() {
        let start = at;
        let kind = if is_letter(bytes[at]) && !is_punctuation(&bytes[at..]) {
            at = word_end(bytes, at);
            Kind::Word
        } else {
            at += 1;
            while !text.is_char_boundary(at) {
                at += 1;
            }
            match bytes[start] {
                b' ' | b'\n' | b'\t' | b'\r' => continue,
                b'-' if is_inner(bytes, start) => continue,
                b',' => Kind::Comma,
                b':' => Kind::Colon,
                b';' => Kind::Semicolon,
                b'-' | 0xE2 if is_dash(bytes, start, at) => Kind::Dash,
                _ => Kind::Other,
            }
        };
        words.push(Word {
            kind,
            span: ByteSpan::new(start, at),
            marks: Marks::default(),
        });
    }
    words
}

/// Whether the hyphen at `at` stands inside a word.
fn is_inner(bytes: &[u8], at: usize) -> bool {
    let letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    letter(bytes[..at].last()) && letter(bytes.get(at + 1))
}

/// Whether the hyphen or dash at `start..end` stands between white space.
fn is_dash(bytes: &[u8], start: usize, end: usize) -> bool {
    let dash = matches!(&bytes[start..end], [b'-'] | [0xE2, 0x80, 0x93 | 0x94]);
    let spaced = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_whitespace);
    dash && spaced(bytes[..start].last()) && spaced(bytes.get(end))
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

/// Whether a character of the General Punctuation block (dashes, quotes, bullets) begins here.
fn is_punctuation(bytes: &[u8]) -> bool {
    matches!(bytes, [0xE2, 0x80, ..])
}

fn word_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    loop {
        match &bytes[at..] {
            [b'\'', next, ..] if next.is_ascii_alphabetic() => at += 1,
            [0xE2, 0x80, 0x99, next, ..] if next.is_ascii_alphabetic() => at += 3,
            [0xE2, 0x80, ..] => return at,
            [byte, ..] if is_letter(*byte) => at += 1,
            _ => return at,
        }
    }
}

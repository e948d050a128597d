//! Words and marks of a sentence.

use std::ops::Range;

use super::clause::Mark;
use super::vocabulary::{Vocabulary, WordId};
use crate::reading::word_index::{Word, hash_of};
use crate::span::ByteSpan;

/// A word or a mark of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Its place.
    pub(super) span: ByteSpan,
    /// Its number; 0: no trigger has it.
    pub(super) word: WordId,
    /// What it can do in a clause.
    pub(super) marks: Mark,
}

/// The tokens of `sentence`. "cannot" and "isn't" are two words each; what an apostrophe begins ("patient's") is
/// a token of its own.
pub(super) fn tokens(text: &str, sentence: ByteSpan, vocabulary: &Vocabulary) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(sentence.len() / 5 + 1);
    let said = sentence.of(text);
    let mut add = |from: usize, to: usize, hash: u64, written: &[u8]| {
        let word = vocabulary.id(hash, written);
        tokens.push(Token {
            span: ByteSpan::new(from, to).shifted(sentence.start),
            word,
            marks: vocabulary.marks(word),
        });
    };
    let bytes = said.as_bytes();
    let mut at = 0;
    while let Some(first) = bytes.get(at) {
        let word = Word::at(bytes, at);
        if word.is_empty() && *first == b' ' {
            at += 1;
        } else if is_plain(&word, bytes) {
            add(at, word.end, word.hash, &bytes[at..word.end]);
            at = word.end;
        } else {
            at = piece(said, at, &mut |from, to, written: &str| {
                add(from, to, hash_of(written.as_bytes()), written.as_bytes());
            });
        }
    }
    tokens
}

/// Whether a word is cut nowhere: its letters are of ASCII, and so is what stands behind it, which is no apostrophe.
fn is_plain(word: &Word, bytes: &[u8]) -> bool {
    let ends = match bytes.get(word.end) {
        Some(next) => next.is_ascii() && *next != b'\'',
        None => true,
    };
    let written = &bytes[word.start..word.end];
    ends && !word.is_empty() && !written.eq_ignore_ascii_case(CANNOT.as_bytes())
}

const CANNOT: &str = "cannot";

/// The words of a phrase of the pack, cut as those of a sentence are.
pub(super) fn words(phrase: &str) -> Vec<String> {
    let mut words = Vec::new();
    pieces(phrase, &mut |_, _, written: &str| {
        words.push(written.to_ascii_lowercase());
    });
    words
}

/// Calls `add` with the place of each token and how it is to be read.
fn pieces(text: &str, add: &mut impl FnMut(usize, usize, &str)) {
    let mut at = 0;
    while at < text.len() {
        at = piece(text, at, add);
    }
}

/// Adds the token at `at`, if one is there, and tells where to go on.
fn piece(text: &str, at: usize, add: &mut impl FnMut(usize, usize, &str)) -> usize {
    let Some(first) = text.get(at..).and_then(|rest| rest.chars().next()) else {
        return text.len();
    };
    let from = at + first.len_utf8();
    if first.is_whitespace() {
        return from;
    }
    let end = from + run(text.get(from..).unwrap_or_default());
    if first.is_alphanumeric() {
        word(text, at, end, add);
        end
    } else if is_apostrophe(first) && end > from {
        apostrophe_and(text, at, from..end, add);
        end
    } else {
        add(at, from, text.get(at..from).unwrap_or_default());
        from
    }
}

/// Adds what begins with the apostrophe at `at`: the "n't" of "isn't", or the "'s" of "patient's".
fn apostrophe_and(
    text: &str,
    at: usize,
    rest: Range<usize>,
    add: &mut impl FnMut(usize, usize, &str),
) {
    let end = rest.end;
    let letters = text.get(rest).unwrap_or_default();
    let n = at.checked_sub(1).filter(|n| {
        let n = text
            .get(*n..at)
            .is_some_and(|n| n.eq_ignore_ascii_case("n"));
        n && letters.eq_ignore_ascii_case("t")
    });
    match n {
        Some(n) => add(n, end, "not"),
        None if letters.eq_ignore_ascii_case("s") => add(at, end, "'s"),
        None => add(at, end, text.get(at..end).unwrap_or_default()),
    }
}

/// Adds the word at `from..to`, the "n" of "n't" left to the next.
fn word(text: &str, from: usize, to: usize, add: &mut impl FnMut(usize, usize, &str)) {
    let written = text.get(from..to).unwrap_or_default();
    let behind = text.get(to..).unwrap_or_default();
    let mut next = behind.chars();
    let contracted = next.next().is_some_and(is_apostrophe)
        && next.next().is_some_and(|t| t.eq_ignore_ascii_case(&'t'))
        && !next.next().is_some_and(char::is_alphanumeric);
    if contracted
        && written
            .as_bytes()
            .last()
            .is_some_and(|n| n.eq_ignore_ascii_case(&b'n'))
    {
        if let Some(stem) = text.get(from..to - 1).filter(|stem| !stem.is_empty()) {
            add(from, to - 1, stem);
        }
    } else if written.eq_ignore_ascii_case(CANNOT) {
        add(from, from + 3, "can");
        add(from + 3, to, "not");
    } else {
        add(from, to, written);
    }
}

/// The length of the letters and digits that `text` begins with.
fn run(text: &str) -> usize {
    let plain = text.bytes().position(|byte| !byte.is_ascii_alphanumeric());
    let plain = plain.unwrap_or(text.len());
    // Nearly every word ends at a plain letter's end; only beyond ASCII is there more to ask.
    if text.as_bytes().get(plain).is_none_or(u8::is_ascii) {
        return plain;
    }
    text.char_indices()
        .find(|(_, char)| !char.is_alphanumeric())
        .map_or(text.len(), |(at, _)| at)
}

fn is_apostrophe(char: char) -> bool {
    matches!(char, '\'' | '\u{2019}')
}

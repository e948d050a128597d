//! Words and marks of a sentence.

use std::ops::Range;

use super::clause::Mark;
use super::vocabulary::{Vocabulary, WordId};
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

/// FNV-1a of a word in small letters. The words it is compared with come from a rule pack.
pub(super) fn hash(word: &[u8]) -> u64 {
    word.iter().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The tokens of `sentence`. "cannot" and "isn't" are two words each; what an apostrophe begins ("patient's") is
/// a token of its own.
pub(super) fn tokens(text: &str, sentence: ByteSpan, vocabulary: &Vocabulary) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(sentence.len() / 5 + 1);
    let said = sentence.of(text);
    let mut add = |from: usize, to: usize, written: &str| {
        let word = vocabulary.id(hash(written.as_bytes()), written.as_bytes());
        tokens.push(Token {
            span: ByteSpan::new(from, to).shifted(sentence.start),
            word,
            marks: vocabulary.marks(word),
        });
    };
    pieces(said, &mut add);
    tokens
}

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
    while let Some(first) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let apostrophe = is_apostrophe(first);
        let from = at + first.len_utf8();
        let end = from + run(text.get(from..).unwrap_or_default());
        if first.is_whitespace() {
            at = from;
        } else if first.is_alphanumeric() {
            word(text, at, end, add);
            at = end;
        } else if apostrophe && end > from {
            apostrophe_and(text, at, from..end, add);
            at = end;
        } else {
            add(at, from, text.get(at..from).unwrap_or_default());
            at = from;
        }
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
    } else if written.eq_ignore_ascii_case("cannot") {
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

//! Cutting a sentence into words and punctuation.

use super::phrases::Marks;
use crate::reading::word_index::{NO_LETTERS, with_letter};
use crate::span::ByteSpan;

/// A word or a punctuation mark of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) kind: Kind,
    /// Its place in the rationale.
    pub(super) span: ByteSpan,
    /// What it does in a conclusion.
    pub(super) marks: Marks,
    /// The hash of the word in small letters; nothing for punctuation.
    pub(super) hash: u64,
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

/// Cuts `sentence`, a part of `text`. A hyphen parts words, an apostrophe inside a word does not.
pub(super) fn cut(text: &str, sentence: ByteSpan) -> Vec<Word> {
    let bytes = text.as_bytes().get(..sentence.end).unwrap_or_default();
    let mut words = Vec::with_capacity(sentence.len() / 5 + 1);
    let mut at = sentence.start;
    while let Some(byte) = bytes.get(at) {
        let start = at;
        let (kind, end, hash) = match byte {
            b' ' | b'\n' | b'\t' | b'\r' => {
                at += 1;
                continue;
            }
            _ if is_letter(&bytes[at..]) => {
                let (end, hash) = word(bytes, at);
                (Kind::Word, end, hash)
            }
            b'-' if is_inner(bytes, at) => {
                at += 1;
                continue;
            }
            _ => {
                let mut end = at + 1;
                while !text.is_char_boundary(end) {
                    end += 1;
                }
                (punctuation(bytes, start, end), end, 0)
            }
        };
        at = end;
        words.push(Word {
            kind,
            span: ByteSpan::new(start, end),
            marks: Marks::default(),
            hash,
        });
    }
    words
}

/// Whether two spellings are one word: letter case and the form of apostrophes do not matter.
pub(super) fn same_word(one: &str, other: &str) -> bool {
    if one.len() == other.len() && one.eq_ignore_ascii_case(other) {
        return true;
    }
    let plain = |word: &str| word.replace('\u{2019}', "'").to_ascii_lowercase();
    !(one.is_ascii() && other.is_ascii()) && plain(one) == plain(other)
}

fn punctuation(bytes: &[u8], start: usize, end: usize) -> Kind {
    match bytes[start] {
        b',' => Kind::Comma,
        b':' => Kind::Colon,
        b';' => Kind::Semicolon,
        b'-' | 0xE2 if is_dash(bytes, start, end) => Kind::Dash,
        _ => Kind::Other,
    }
}

/// Whether the hyphen or dash at `start..end` stands between white space.
fn is_dash(bytes: &[u8], start: usize, end: usize) -> bool {
    let dash = matches!(&bytes[start..end], [b'-'] | [0xE2, 0x80, 0x93 | 0x94]);
    let spaced = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_whitespace);
    dash && spaced(bytes[..start].last()) && spaced(bytes.get(end))
}

/// Whether the hyphen at `at` stands inside a word.
fn is_inner(bytes: &[u8], at: usize) -> bool {
    let letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    letter(bytes[..at].last()) && letter(bytes.get(at + 1))
}

/// Whether a letter or digit stands first. All that is not ASCII counts as one, but for the block of General
/// Punctuation (dashes, quotes, bullets).
fn is_letter(bytes: &[u8]) -> bool {
    match bytes {
        [0xE2, 0x80, ..] | [] => false,
        [byte, ..] => byte.is_ascii_alphanumeric() || *byte >= 0x80,
    }
}

/// The end and the hash of the word that begins at `start`.
fn word(bytes: &[u8], start: usize) -> (usize, u64) {
    let mut at = start;
    let mut hash = NO_LETTERS;
    let mut add = |byte: u8| hash = with_letter(hash, byte.to_ascii_lowercase());
    loop {
        match &bytes[at..] {
            [b'\'', next, ..] if next.is_ascii_alphabetic() => {
                add(b'\'');
                at += 1;
            }
            [0xE2, 0x80, 0x99, next, ..] if next.is_ascii_alphabetic() => {
                add(b'\'');
                at += 3;
            }
            rest if is_letter(rest) => {
                add(rest[0]);
                at += 1;
            }
            _ => return (at, hash),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let words = cut(text, ByteSpan::new(0, text.len()));
        words.iter().map(|word| word.span.of(text)).collect()
    }

    #[test]
    fn hyphens_part_words_and_apostrophes_do_not() {
        assert_eq!(
            words("Isn't it non-certified, L4-5?"),
            ["Isn't", "it", "non", "certified", ",", "L4", "5", "?"]
        );
        assert_eq!(
            words("the 'old' caf\u{e9}\u{2019}s \u{201c}X\u{201d}").len(),
            8
        );
    }

    #[test]
    fn only_dashes_between_white_space_are_dashes() {
        let text = "a - b \u{2013} c-d e- f";
        let kinds: Vec<Kind> = cut(text, ByteSpan::new(0, text.len()))
            .iter()
            .map(|word| word.kind)
            .filter(|kind| *kind != Kind::Word)
            .collect();
        assert_eq!(kinds, [Kind::Dash, Kind::Dash, Kind::Other]);
    }

    #[test]
    fn spellings_of_one_word_have_one_hash() {
        let text = "Can't can\u{2019}t CAN'T cant";
        let hashes: Vec<u64> = cut(text, ByteSpan::new(0, text.len()))
            .iter()
            .map(|word| word.hash)
            .collect();
        assert!(hashes[0] == hashes[1] && hashes[1] == hashes[2] && hashes[2] != hashes[3]);
        assert!(same_word("Can't", "can\u{2019}t") && !same_word("can't", "cannot"));
    }
}

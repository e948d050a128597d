//! Runs of five words as 64-bit numbers, the same on every machine and in every release.

use std::iter::{self, Peekable};
use std::str::Chars;

/// The words of a run.
pub(super) const RUN_WORDS: usize = 5;

/// The hashes of the words of `text`, in their order.
///
/// A word is a run of letters and digits in lower case. Apostrophes and hyphens between two letters are passed over,
/// so that "worker's" is the same with either apostrophe, and "Non-MTUS" or a word that a line end divides the
/// same with its hyphen as without. Everything else parts words and counts for nothing.
pub(super) fn words(text: &str) -> impl Iterator<Item = u64> + '_ {
    let mut rest = text.chars().peekable();
    iter::from_fn(move || next_word(&mut rest))
}

fn next_word(rest: &mut Peekable<Chars<'_>>) -> Option<u64> {
    let mut before = rest.find(|char| char.is_alphanumeric())?;
    let mut hash = push(FNV_OFFSET, before);
    while let Some(&char) = rest.peek() {
        if char.is_alphanumeric() {
            hash = push(hash, char);
            before = char;
        } else if !(is_joint(char) && before.is_alphabetic()) {
            break;
        }
        rest.next();
        // A joint that no letter follows has ended the word, and was passed over with what parts words.
        if is_joint(char) && !rest.peek().is_some_and(|next| next.is_alphabetic()) {
            break;
        }
    }
    Some(hash)
}

/// For every word of `text` the hash of the run that ends with it; `None` for the first four.
pub(super) fn runs(text: &str) -> impl Iterator<Item = Option<u64>> + '_ {
    let mut window = [0; RUN_WORDS];
    words(text).enumerate().map(move |(index, word)| {
        window.rotate_left(1);
        if let Some(last) = window.last_mut() {
            *last = word;
        }
        (index + 1 >= RUN_WORDS).then(|| window.into_iter().fold(0, join))
    })
}

/// Joins a word to the hash of the words before it: multiplied and mixed as in SplitMix64, so that the order
/// of the words counts and all bits of the result are as good as random.
pub(super) fn join(before: u64, word: u64) -> u64 {
    let mut hash = (before ^ word).wrapping_add(0x9e37_79b9_7f4a_7c15);
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

/// FNV-1a with 64 bits over the UTF-8 bytes of a word.
const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;

fn push(hash: u64, char: char) -> u64 {
    if char.is_ascii() {
        // Lower case is ASCII too, a byte of its own.
        return push_byte(hash, char.to_ascii_lowercase() as u8);
    }
    let mut buffer = [0; 4];
    char.to_lowercase().fold(hash, |hash, lower| {
        let bytes = lower.encode_utf8(&mut buffer).as_bytes();
        bytes.iter().copied().fold(hash, push_byte)
    })
}

fn push_byte(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME)
}

/// Apostrophes and hyphens: as typed, typographic, modifier letter; hyphen, non-breaking, soft.
fn is_joint(char: char) -> bool {
    matches!(
        char,
        '\'' | '\u{2018}' | '\u{2019}' | '\u{2bc}' | '-' | '\u{ad}' | '\u{2010}' | '\u{2011}'
    )
}

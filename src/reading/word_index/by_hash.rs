//! Maps and sets by the hash of a word.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// Values by the hash of a word: a key is its own hash.
pub(in crate::reading) type ByHash<V> = HashMap<u64, V, BuildHasherDefault<Hashed>>;

/// Hashes of words.
pub(in crate::reading) type Hashes = HashSet<u64, BuildHasherDefault<Hashed>>;

/// The hash of no letters; see [`hash_of`].
pub(in crate::reading) const NO_LETTERS: u64 = 0xcbf2_9ce4_8422_2325;

/// What hashes are multiplied by for each letter.
const PRIME: u64 = 0x0100_0000_01b3;

/// What takes a multiplication by [`PRIME`] back.
const INVERSE: u64 = {
    // Each step doubles the bits that are right; of an odd number the first three are.
    let mut inverse = PRIME;
    let mut right = 3;
    while right < u64::BITS {
        inverse = inverse.wrapping_mul(2_u64.wrapping_sub(PRIME.wrapping_mul(inverse)));
        right *= 2;
    }
    inverse
};

/// The hash of some letters and one more, which is given in lower case.
#[inline]
pub(in crate::reading) fn with_letter(hash: u64, letter: impl Into<u64>) -> u64 {
    (hash ^ letter.into()).wrapping_mul(PRIME)
}

/// The hash of letters without the last of them, which is given in lower case.
#[inline]
pub(super) fn without_letter(hash: u64, letter: impl Into<u64>) -> u64 {
    hash.wrapping_mul(INVERSE) ^ letter.into()
}

/// FNV-1a of a word in small letters. The keys come from a rule pack, so no letter can choose them to collide, and a
/// collision only costs a comparison.
pub(in crate::reading) fn hash_of(word: &[u8]) -> u64 {
    word.iter().fold(NO_LETTERS, |hash, byte| {
        with_letter(hash, byte.to_ascii_lowercase())
    })
}

/// Takes a key for its own hash.
#[derive(Debug, Default)]
pub(in crate::reading) struct Hashed(u64);

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

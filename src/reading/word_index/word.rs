//! Words, and runs of them, as numbers that can be compared at once.

use super::by_hash::{NO_LETTERS, with_letter, without_letter};
use crate::span::ByteSpan;

/// The letters and digits of ASCII, in lower case; 0 for every other byte.
static FOLDED: [u8; 256] = {
    let mut folded = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            folded[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    folded
};

/// A run of letters and digits.
#[derive(Clone, Copy, Debug)]
pub(in crate::reading) struct Word {
    /// Where it begins.
    pub(in crate::reading) start: usize,
    /// Just behind it.
    pub(in crate::reading) end: usize,
    /// That of its letters; see [`super::hash_of`].
    pub(in crate::reading) hash: u64,
    /// Whether it ends in an "s".
    ends_in_s: bool,
    /// Whether no digit is in it.
    is_letters: bool,
}

/// What the letters of ASCII have in common and no digit has.
const LETTER_BIT: u8 = 0x40;

impl Word {
    /// The run that begins at `start`; empty when none does.
    #[inline]
    pub(in crate::reading) fn at(bytes: &[u8], start: usize) -> Self {
        let mut hash = NO_LETTERS;
        let mut last = 0;
        let mut common = u8::MAX;
        let mut length = 0;
        for byte in bytes.get(start..).unwrap_or_default() {
            let folded = FOLDED[usize::from(*byte)];
            if folded == 0 {
                break;
            }
            last = folded;
            common &= folded;
            hash = with_letter(hash, folded);
            length += 1;
        }
        Self {
            start,
            end: start + length,
            hash,
            ends_in_s: last == b's',
            is_letters: common & LETTER_BIT != 0,
        }
    }

    /// Whether it is letters alone.
    pub(in crate::reading) fn is_letters(&self) -> bool {
        self.is_letters
    }

    pub(in crate::reading) fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// The hash of the word without its plural "s"; `None` without one.
    pub(in crate::reading) fn singular(&self) -> Option<u64> {
        self.ends_in_s.then(|| without_letter(self.hash, b's'))
    }

    /// The hash of the word without its plural "s"; [`Word::hash`] without one.
    pub(in crate::reading) fn stem(&self) -> u64 {
        self.singular().unwrap_or(self.hash)
    }

    /// The next run. `None`: there is none.
    pub(in crate::reading) fn next(&self, bytes: &[u8]) -> Option<Self> {
        let rest = bytes.get(self.end..)?;
        let gap = rest.iter().position(u8::is_ascii_alphanumeric)?;
        Some(Self::at(bytes, self.end + gap))
    }

    /// How many words a phrase has, of which this one is the second, and the hash of all of them; `pair_of` is that of
    /// the first two.
    pub(super) fn and_behind(self, phrase: &[u8], pair_of: u64) -> (usize, u64) {
        let (mut count, mut hash) = (2, pair_of);
        let mut last = self;
        while let Some(next) = last.next(phrase) {
            hash = pair(hash, next.hash);
            count += 1;
            last = next;
        }
        (count, hash)
    }
}

/// The hash of some words and of the one behind them.
pub(super) fn pair(first: u64, second: u64) -> u64 {
    first.rotate_left(23) ^ second
}

/// A text that is cut into words once, for all that look phrases up in it.
#[derive(Debug)]
pub struct CutText<'t> {
    text: &'t str,
    words: Vec<Word>,
    /// For each block of the text the number of the first word that begins in it or behind it.
    blocks: Vec<usize>,
}

/// Bytes of a text for each word of it, at the least: what is set aside at once.
const BYTES_A_WORD: usize = 4;

/// Bytes of a block: few words, so that they are looked through one by one.
const BYTES_A_BLOCK: usize = 32;

impl<'t> CutText<'t> {
    /// Cuts `text`.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let mut words = Vec::with_capacity(text.len() / BYTES_A_WORD + 1);
        let mut blocks = Vec::with_capacity(text.len() / BYTES_A_BLOCK + 1);
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            if FOLDED[usize::from(*byte)] == 0 {
                at += 1;
                continue;
            }
            while blocks.len() <= at / BYTES_A_BLOCK {
                blocks.push(words.len());
            }
            let word = Word::at(bytes, at);
            at = word.end;
            words.push(word);
        }
        Self {
            text,
            words,
            blocks,
        }
    }

    /// All of it.
    #[must_use]
    pub fn words(&self) -> CutWords<'_> {
        CutWords {
            text: self.text,
            base: 0,
            cut: self,
            first: 0,
            last: self.words.len(),
        }
    }

    /// The number of the first word that begins at `at` or behind it.
    fn first_from(&self, at: usize) -> usize {
        let mut number = match self.blocks.get(at / BYTES_A_BLOCK) {
            Some(number) => *number,
            None => self.words.len(),
        };
        while self.words.get(number).is_some_and(|word| word.start < at) {
            number += 1;
        }
        number
    }

    /// The number of the first word that ends behind `at`.
    fn first_beyond(&self, at: usize) -> usize {
        let behind = self.first_from(at);
        let before = behind
            .checked_sub(1)
            .and_then(|before| self.words.get(before));
        behind - usize::from(before.is_some_and(|word| word.end > at))
    }
}

/// A part of a [`CutText`]. Places count from its start.
#[derive(Clone, Copy, Debug)]
pub struct CutWords<'w> {
    text: &'w str,
    /// Where the part begins in the whole text.
    base: usize,
    cut: &'w CutText<'w>,
    /// The number of its first word in the whole text.
    first: usize,
    /// The number behind that of its last word.
    last: usize,
}

impl<'w> CutWords<'w> {
    /// The text of the part.
    #[must_use]
    pub fn text(self) -> &'w str {
        self.text
    }

    /// The words of the part that stand whole in `place`.
    #[must_use]
    pub fn part(self, place: ByteSpan) -> Self {
        let first = self.cut.first_from(self.base + place.start);
        let last = self.cut.first_beyond(self.base + place.end);
        Self {
            text: place.of(self.text),
            base: self.base + place.start,
            cut: self.cut,
            first: first.max(self.first),
            last: last.min(self.last),
        }
    }

    /// Its words, in places of the whole text.
    fn words(self) -> &'w [Word] {
        self.cut
            .words
            .get(self.first..self.last)
            .unwrap_or_default()
    }

    /// The word with this number, in places of this part.
    pub(in crate::reading) fn get(self, number: usize) -> Option<Word> {
        let word = *self.words().get(number)?;
        Some(Word {
            start: word.start - self.base,
            end: word.end - self.base,
            ..word
        })
    }

    /// Each word as it is written, with what stands behind it.
    pub(in crate::reading) fn iter(self) -> impl Iterator<Item = SeenWord<'w>> {
        self.words().iter().map(move |word| {
            let (start, end) = (word.start - self.base, word.end - self.base);
            SeenWord {
                written: &self.text[start..end],
                behind: &self.text[end..],
                hashes: [word.hash, word.stem()],
            }
        })
    }

    /// The words with their numbers, in places of the whole text.
    pub(super) fn numbered(self) -> impl Iterator<Item = (usize, &'w Word)> {
        self.words().iter().enumerate()
    }

    /// The text before the first word, between the words, and behind the last one.
    pub(super) fn gaps(self) -> impl Iterator<Item = ByteSpan> {
        (0..=self.words().len()).map(move |number| {
            let before = number.checked_sub(1).and_then(|before| self.get(before));
            let start = before.map_or(0, |before| before.end);
            let end = self.get(number).map_or(self.text.len(), |word| word.start);
            ByteSpan::new(start, end)
        })
    }
}

/// A word of a text.
#[derive(Clone, Copy, Debug)]
pub(in crate::reading) struct SeenWord<'w> {
    /// The word.
    pub(in crate::reading) written: &'w str,
    /// The text behind it.
    pub(in crate::reading) behind: &'w str,
    /// Its hash, and that of what is left without a plural "s"; see [`super::WordFilter`].
    pub(in crate::reading) hashes: [u64; 2],
}

/// The words from one on, as far as phrases ask for them.
pub(super) struct Run<'w> {
    words: CutWords<'w>,
    /// The number of the last word that was asked for.
    last: usize,
    /// For each number of words, two and more, the hash of all of them, and the same with the last one in the singular.
    hashes: Vec<(u64, u64)>,
}

impl<'w> Run<'w> {
    /// The words from `first`, which has the number `at`, on.
    pub(super) fn new(words: CutWords<'w>, at: usize, first: &Word, second: &Word) -> Self {
        let mut run = Self {
            words,
            last: at + 1,
            hashes: Vec::new(),
        };
        run.push(first.hash, second);
        run
    }

    /// Notes the hashes up to `word`; `before` is that of the words before it.
    fn push(&mut self, before: u64, word: &Word) {
        self.hashes
            .push((pair(before, word.hash), pair(before, word.stem())));
    }

    /// Whether the first `words` words may be those of a phrase with this hash.
    pub(super) fn may_be(&mut self, words: usize, hash: u64) -> bool {
        while self.hashes.len() + 1 < words {
            let (Some(next), Some((before, _))) =
                (self.words.get(self.last + 1), self.hashes.last())
            else {
                return false;
            };
            let before = *before;
            self.last += 1;
            self.push(before, &next);
        }
        let found = words.checked_sub(2).and_then(|at| self.hashes.get(at));
        found.is_some_and(|(exact, singular)| *exact == hash || *singular == hash)
    }
}

//! Words, and runs of them, as numbers that can be compared at once.

/// A run of letters and digits.
pub(super) struct Word {
    /// Where it begins.
    pub(super) start: usize,
    /// Just behind it.
    pub(super) end: usize,
    /// Of its letters in lower case.
    pub(super) hash: u64,
    /// The same without an "s" at its end.
    pub(super) singular: Option<u64>,
}

impl Word {
    /// The run that begins at `start`; empty when none does. FNV-1a: the keys come from a rule pack, so no
    /// letter can choose them to collide, and a collision only costs a comparison.
    #[inline]
    pub(super) fn at(bytes: &[u8], start: usize) -> Self {
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        let mut singular = None;
        let mut end = start;
        while let Some(byte) = bytes.get(end).filter(|byte| byte.is_ascii_alphanumeric()) {
            let lower = byte.to_ascii_lowercase();
            singular = (lower == b's').then_some(hash);
            hash = (hash ^ u64::from(lower)).wrapping_mul(0x0100_0000_01b3);
            end += 1;
        }
        Self {
            start,
            end,
            hash,
            singular,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// The next run. `None`: there is none.
    pub(super) fn next(&self, bytes: &[u8]) -> Option<Self> {
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

/// The words from one on, as far as phrases ask for them.
pub(super) struct Run<'b> {
    pub(super) bytes: &'b [u8],
    pub(super) start: usize,
    /// The hash of the first word.
    first: u64,
    last: Word,
    /// For each number of words, two and more, the hash of all of them, and the same with the last one in the singular.
    hashes: Vec<(u64, Option<u64>)>,
}

impl<'b> Run<'b> {
    pub(super) fn new(bytes: &'b [u8], first: &Word, second: Word) -> Self {
        Self {
            bytes,
            start: first.start,
            first: first.hash,
            last: second,
            hashes: Vec::new(),
        }
    }

    /// Notes the hashes up to the last word; `before` is that of the words before it.
    fn push(&mut self, before: u64) {
        let singular = self.last.singular.map(|singular| pair(before, singular));
        self.hashes.push((pair(before, self.last.hash), singular));
    }

    /// Whether the first `words` words may be those of a phrase with this hash.
    pub(super) fn may_be(&mut self, words: usize, hash: u64) -> bool {
        if self.hashes.is_empty() {
            self.push(self.first);
        }
        while self.hashes.len() + 1 < words {
            let (Some(next), Some((before, _))) = (self.last.next(self.bytes), self.hashes.last())
            else {
                return false;
            };
            let before = *before;
            self.last = next;
            self.push(before);
        }
        let found = words.checked_sub(2).and_then(|at| self.hashes.get(at));
        found.is_some_and(|(exact, singular)| *exact == hash || *singular == Some(hash))
    }
}

//! Counts the runs of a collection of letters in bounded memory.

use std::collections::HashSet;
use std::mem;

use super::Recitals;
use super::runs::{join, runs, words};
use super::table::Table;

/// A run of fewer letters is not kept: it may be what one letter says of its patient.
pub(super) const FEWEST_LETTERS: u16 = 2;

/// Runs are counted apart by their first bits, so that counting more of them copies little at a time.
const SHARD_BITS: u32 = 8;

/// How many runs are gathered before they are counted.
const BATCH: usize = 1 << 22;

/// How many different runs are kept at most, at ten bytes each.
const MOST: usize = 1 << 26;

/// Learns which runs of five words the letters of a collection share.
///
/// Takes ten bytes for each different run, and never more than about 750 MB: when 67 million are kept, those seen in
/// the fewest letters are forgotten, so that a rare recital may be missed and none is invented.
#[derive(Debug)]
pub struct RecitalsLearner {
    letters: u64,
    /// Digests of the letters, to know one that comes again.
    known: HashSet<u64>,
    /// Runs not counted yet, each once a letter.
    batch: Vec<u64>,
    shards: Vec<Tally>,
    forgotten: u64,
    batch_size: usize,
    most: usize,
}

/// What became of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// It was counted.
    Counted,
    /// It says word for word what one before it said, is taken for a copy of it, and was not counted.
    Copy,
}

impl Default for RecitalsLearner {
    fn default() -> Self {
        Self::new()
    }
}

impl RecitalsLearner {
    /// A learner that knows no letters.
    #[must_use]
    pub fn new() -> Self {
        Self::bounded(BATCH, MOST)
    }

    pub(super) fn bounded(batch_size: usize, most: usize) -> Self {
        Self {
            letters: 0,
            known: HashSet::new(),
            batch: Vec::new(),
            shards: vec![Tally::default(); 1 << SHARD_BITS],
            forgotten: 0,
            batch_size,
            most,
        }
    }

    /// Counts the runs of one letter, each once however often the letter repeats it. `texts` are what it says,
    /// in canonical form; no run goes from one text to the next.
    pub fn add_letter<'t>(&mut self, texts: impl Iterator<Item = &'t str>) -> Added {
        let mut digest = 0;
        let mut letter = Vec::new();
        for text in texts {
            digest = words(text).fold(join(digest, 0), join);
            letter.extend(runs(text).flatten());
        }
        if !self.known.insert(digest) {
            return Added::Copy;
        }
        letter.sort_unstable();
        letter.dedup();
        self.batch.append(&mut letter);
        self.letters += 1;
        if self.batch.len() >= self.batch_size {
            self.count_batch();
        }
        Added::Counted
    }

    /// The number of letters that were counted.
    #[must_use]
    pub fn letters(&self) -> u64 {
        self.letters
    }

    /// How many runs were forgotten so that memory stays bounded; 0 for collections of ordinary size.
    #[must_use]
    pub fn forgotten(&self) -> u64 {
        self.forgotten
    }

    /// What the letters share.
    #[must_use]
    pub fn finish(mut self) -> Recitals {
        self.count_batch();
        let (mut hashes, mut counts) = (Vec::new(), Vec::new());
        for mut shard in self.shards {
            shard.keep(FEWEST_LETTERS);
            hashes.append(&mut shard.hashes);
            counts.append(&mut shard.counts);
        }
        Recitals {
            letters: self.letters,
            // The shards are sorted, follow each other, and hold fewer runs than 32 bits can number.
            table: Table::new(hashes, counts).unwrap_or_default(),
        }
    }

    fn count_batch(&mut self) {
        let mut batch = mem::take(&mut self.batch);
        batch.sort_unstable();
        let mut rest = batch.as_slice();
        for (prefix, shard) in (0_u64..).zip(&mut self.shards) {
            let own = rest.partition_point(|hash| hash >> (u64::BITS - SHARD_BITS) == prefix);
            let (own, others) = rest.split_at(own);
            shard.add(own);
            rest = others;
        }
        let size = |shards: &[Tally]| shards.iter().map(|shard| shard.hashes.len()).sum::<usize>();
        let mut fewest = FEWEST_LETTERS;
        while size(&self.shards) > self.most && fewest < u16::MAX {
            for shard in &mut self.shards {
                self.forgotten += shard.keep(fewest);
            }
            fewest = fewest.saturating_mul(2);
        }
        batch.clear();
        self.batch = batch;
    }
}

/// Runs with the number of letters that each stands in, sorted.
#[derive(Clone, Debug, Default)]
struct Tally {
    hashes: Vec<u64>,
    counts: Vec<u16>,
}

impl Tally {
    /// Counts sorted runs; one that stands there several times is counted as often.
    fn add(&mut self, runs: &[u64]) {
        let most = self.hashes.len() + runs.len();
        let mut merged = Self {
            hashes: Vec::with_capacity(most),
            counts: Vec::with_capacity(most),
        };
        let mut known = self.hashes.iter().copied().zip(self.counts.iter().copied());
        let mut next = known.next();
        for same in runs.chunk_by(|one, next| one == next) {
            let Some(&run) = same.first() else { continue };
            while let Some((hash, count)) = next.filter(|(hash, _)| *hash < run) {
                merged.push(hash, count);
                next = known.next();
            }
            let mut letters = u16::try_from(same.len()).unwrap_or(u16::MAX);
            if let Some((_, count)) = next.filter(|(hash, _)| *hash == run) {
                letters = letters.saturating_add(count);
                next = known.next();
            }
            merged.push(run, letters);
        }
        for (hash, count) in next.into_iter().chain(known) {
            merged.push(hash, count);
        }
        *self = merged;
    }

    fn push(&mut self, hash: u64, count: u16) {
        self.hashes.push(hash);
        self.counts.push(count);
    }

    /// Keeps the runs of at least `fewest` letters, and says how many it dropped.
    fn keep(&mut self, fewest: u16) -> u64 {
        let before = self.hashes.len();
        let mut counts = self.counts.iter();
        self.hashes
            .retain(|_| counts.next().is_some_and(|count| *count >= fewest));
        self.counts.retain(|count| *count >= fewest);
        (before - self.hashes.len()) as u64
    }
}

//! Tells most words that are not among some words at one look.

/// A set of hashes that may also seem to hold others (a Bloom filter with one bit for each).
#[derive(Debug)]
pub(in crate::reading) struct WordFilter {
    /// A power of two of them.
    bits: Box<[u64]>,
}

/// Bits for each hash. With these, one word in sixteen is taken for another at most.
const BITS_A_HASH: usize = 16;

impl Default for WordFilter {
    fn default() -> Self {
        Self::new(0)
    }
}

impl WordFilter {
    /// A filter for so many hashes.
    pub(in crate::reading) fn new(hashes: usize) -> Self {
        let blocks = (hashes * BITS_A_HASH).div_ceil(u64::BITS as usize);
        Self {
            bits: vec![0; blocks.next_power_of_two()].into(),
        }
    }

    /// Adds a hash.
    pub(in crate::reading) fn add(&mut self, hash: u64) {
        let (block, bit) = self.place(hash);
        self.bits[block] |= bit;
    }

    /// Whether a hash may have been added.
    #[inline]
    pub(in crate::reading) fn may_have(&self, hash: u64) -> bool {
        let (block, bit) = self.place(hash);
        self.bits[block] & bit != 0
    }

    /// The block and the bit of a hash. Of FNV-1a the low bits are mixed best, the next ones from the middle on.
    #[inline]
    fn place(&self, hash: u64) -> (usize, u64) {
        let block = (hash >> 20) as usize & (self.bits.len() - 1);
        (block, 1 << (hash & 63))
    }
}

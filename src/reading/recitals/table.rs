//! The known runs, sorted, with an index that leads to a run in one step.

/// Runs as hashes with the number of letters that each stands in, sorted by hash.
#[derive(Debug, Default)]
pub(super) struct Table {
    hashes: Vec<u64>,
    counts: Vec<u16>,
    /// Where the hashes that begin with each prefix begin, and at last their number.
    starts: Vec<u32>,
    /// What is left of a hash when it is shifted right by this is its prefix.
    shift: u32,
}

impl Table {
    /// `None` when the hashes are not sorted without repetition, or more than 32 bits can number. `counts` are as many.
    pub(super) fn new(hashes: Vec<u64>, counts: Vec<u16>) -> Option<Self> {
        u32::try_from(hashes.len()).ok()?;
        if !hashes.is_sorted_by(|one, next| one < next) {
            return None;
        }
        // Two to four hashes a prefix: hashes are as good as evenly spread.
        let bits = hashes.len().checked_ilog2().unwrap_or(0).max(2) - 1;
        let shift = u64::BITS - bits;
        let mut starts = Vec::with_capacity((1 << bits) + 1);
        let mut at = 0;
        for prefix in 0..1_u64 << bits {
            starts.push(at);
            let rest = hashes.get(at as usize..).unwrap_or_default();
            let same = rest.iter().take_while(|hash| **hash >> shift == prefix);
            at += u32::try_from(same.count()).ok()?;
        }
        starts.push(at);
        Some(Self {
            hashes,
            counts,
            starts,
            shift,
        })
    }

    pub(super) fn contains(&self, hash: u64) -> bool {
        self.candidates(hash)
            .is_some_and(|candidates| candidates.binary_search(&hash).is_ok())
    }

    /// The hashes with the prefix of `hash`; `None`: there are no hashes at all.
    fn candidates(&self, hash: u64) -> Option<&[u64]> {
        let prefix = usize::try_from(hash.checked_shr(self.shift)?).ok()?;
        let start = *self.starts.get(prefix)?;
        let end = *self.starts.get(prefix + 1)?;
        self.hashes.get(start as usize..end as usize)
    }

    pub(super) fn hashes(&self) -> &[u64] {
        &self.hashes
    }

    pub(super) fn counts(&self) -> &[u16] {
        &self.counts
    }
}

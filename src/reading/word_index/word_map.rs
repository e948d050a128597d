//! Words with a value each.

use super::{ByHash, Word, WordFilter, hash_of};

/// Values of single words, in any letter case.
#[derive(Debug)]
pub(in crate::reading) struct WordMap<V> {
    /// By the hash of the word.
    values: ByHash<(Box<str>, V)>,
    /// Tells most words of a letter that are not among these.
    filter: WordFilter,
}

impl<V: Copy> WordMap<V> {
    /// The values of `words`; of a word that is given twice the last one counts.
    pub(in crate::reading) fn new<'w>(words: impl ExactSizeIterator<Item = (&'w str, V)>) -> Self {
        let count = words.len();
        let mut map = Self {
            values: ByHash::with_capacity_and_hasher(count, Default::default()),
            filter: WordFilter::new(count),
        };
        for (word, value) in words {
            let hash = hash_of(word.as_bytes());
            map.filter.add(hash);
            map.values.insert(hash, (word.into(), value));
        }
        map
    }

    /// The value of `word`.
    pub(in crate::reading) fn get(&self, word: &str) -> Option<V> {
        self.get_by_hash(hash_of(word.as_bytes()), word)
    }

    /// The value of a word of `text`.
    pub(in crate::reading) fn get_cut(&self, word: &Word, text: &str) -> Option<V> {
        self.get_by_hash(word.hash, text.get(word.start..word.end)?)
    }

    fn get_by_hash(&self, hash: u64, word: &str) -> Option<V> {
        if !self.filter.may_have(hash) {
            return None;
        }
        let (known, value) = self.values.get(&hash)?;
        known.eq_ignore_ascii_case(word).then_some(*value)
    }
}

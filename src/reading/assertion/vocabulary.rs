//! The words that triggers are made of, each with a number.

use super::clause::Mark;
use crate::reading::word_index::{ByHash, hash_of};

/// The number of a word; 0: a word that no trigger has.
pub(super) type WordId = u32;

/// Words by their hash.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    ids: ByHash<WordId>,
    /// By the number of a word.
    entries: Vec<Entry>,
}

#[derive(Debug, Default)]
struct Entry {
    text: Box<str>,
    marks: Mark,
    lists: Vec<u32>,
}

impl Vocabulary {
    /// The number of a word, which is added when it is new.
    pub(super) fn intern(&mut self, word: &str) -> WordId {
        if self.entries.is_empty() {
            self.entries.push(Entry::default());
        }
        let word = word.to_ascii_lowercase();
        let next = WordId::try_from(self.entries.len()).unwrap_or_default();
        let id = *self.ids.entry(hash_of(word.as_bytes())).or_insert(next);
        if id == next {
            self.entries.push(Entry {
                text: word.into(),
                ..Entry::default()
            });
        }
        id
    }

    /// The number of `word` of a letter, whose hash is given.
    pub(super) fn id(&self, hash: u64, word: &[u8]) -> WordId {
        let id = self.ids.get(&hash).copied().unwrap_or_default();
        let same = |entry: &Entry| entry.text.as_bytes().eq_ignore_ascii_case(word);
        if self.entry(id).is_some_and(same) {
            id
        } else {
            0
        }
    }

    /// Gives words a mark.
    pub(super) fn mark(&mut self, mark: Mark, words: &[String]) {
        for word in words {
            let id = self.intern(word);
            if let Some(entry) = self.entries.get_mut(id as usize) {
                entry.marks = entry.marks.with(mark);
            }
        }
    }

    /// Puts words on the list of a number.
    pub(super) fn enlist(&mut self, list: u32, words: &[String]) {
        for word in words {
            let id = self.intern(word);
            if let Some(entry) = self.entries.get_mut(id as usize) {
                entry.lists.push(list);
            }
        }
    }

    /// The marks of a word.
    pub(super) fn marks(&self, id: WordId) -> Mark {
        self.entry(id).map(|entry| entry.marks).unwrap_or_default()
    }

    /// The lists that a word is on.
    pub(super) fn lists(&self, id: WordId) -> &[u32] {
        self.entry(id)
            .map(|entry| entry.lists.as_slice())
            .unwrap_or_default()
    }

    /// The numbers of all words, and 0.
    pub(super) fn numbers(&self) -> impl Iterator<Item = WordId> {
        (0..).take(self.entries.len())
    }

    fn entry(&self, id: WordId) -> Option<&Entry> {
        self.entries.get(id as usize)
    }
}

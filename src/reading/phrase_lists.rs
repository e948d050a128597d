//! Lists of phrases, each list with what its phrases mean, as the parts of `language:` give them.

use super::phrase::{Hit, shifted};
use super::word_index::{CutWords, WordIndex};
use crate::span::ByteSpan;

/// The lists of one part of the language.
#[derive(Clone, Debug)]
pub struct PhraseLists<C> {
    lists: Vec<(C, Vec<String>)>,
}

impl<C> Default for PhraseLists<C> {
    fn default() -> Self {
        Self { lists: Vec::new() }
    }
}

impl<C> PhraseLists<C> {
    /// Adds the phrases of a list.
    pub fn add(&mut self, meaning: C, phrases: Vec<String>) {
        self.lists.push((meaning, phrases));
    }
}

/// Finds the phrases of [`PhraseLists`].
#[derive(Debug)]
pub(super) struct PhraseFinder<C> {
    index: WordIndex<C>,
}

impl<C: Copy> PhraseFinder<C> {
    /// A finder of all phrases of `lists`.
    pub(super) fn new(lists: &PhraseLists<C>) -> Self {
        let phrases = lists.lists.iter().flat_map(|(meaning, phrases)| {
            let phrases = phrases.iter();
            phrases.map(|phrase| (phrase.as_str(), *meaning))
        });
        Self {
            index: WordIndex::new(phrases),
        }
    }

    /// Every phrase in `place`, overlapping ones included, by start and then longest first.
    pub(super) fn find(&self, words: CutWords<'_>, place: ByteSpan) -> Vec<Hit<C>> {
        shifted(self.index.find(words.part(place)), place.start)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::reading::word_index::CutText;

    #[test]
    fn a_phrase_of_two_lists_has_both_meanings() {
        let mut lists = PhraseLists::default();
        lists.add('a', vec!["in excess of".to_owned(), "excess".to_owned()]);
        lists.add('b', vec!["excess".to_owned()]);
        let text = "It is in excess of six.";
        let cut = CutText::new(text);
        let found = PhraseFinder::new(&lists).find(cut.words(), ByteSpan::new(3, text.len()));
        let mut found: Vec<(char, &str)> = found
            .iter()
            .map(|hit| (hit.meaning, hit.span.of(text)))
            .collect();
        found.sort_unstable();
        assert_eq!(
            found,
            [('a', "excess"), ('a', "in excess of"), ('b', "excess")]
        );
    }
}

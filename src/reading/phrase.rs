//! All phrases of a pack found in one pass.

use super::word_index::{CutText, CutWords, WordIndex};
use crate::span::ByteSpan;

/// Phrases, each with what it means. Letter case does not matter; a phrase matches whole words only,
/// and a plural "s" behind it belongs to it.
#[derive(Debug)]
pub struct Phrasebook<M> {
    index: WordIndex<M>,
}

/// A phrase that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit<M> {
    /// What the phrase means.
    pub meaning: M,
    /// Where it stands.
    pub span: ByteSpan,
}

impl<M: Copy> Phrasebook<M> {
    /// A phrasebook of `phrases`. A hyphen in a phrase also matches a space, a straight apostrophe also a
    /// curly one; empty phrases are left out.
    #[must_use]
    pub fn new<'p>(phrases: impl IntoIterator<Item = (&'p str, M)>) -> Self {
        Self {
            index: WordIndex::new(phrases),
        }
    }

    /// Every phrase that stands in `text`, overlapping ones included, by start and then longest first.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Hit<M>> {
        self.index.find(CutText::new(text).words())
    }

    /// The same in a part of a text whose words are known. Spans count in that text.
    #[must_use]
    pub fn find_in(&self, words: CutWords<'_>, place: ByteSpan) -> Vec<Hit<M>> {
        shifted(self.index.find(words.part(place)), place.start)
    }
}

/// The hits of a part of a text that begins at `start`, in places of the whole.
pub(super) fn shifted<M>(mut hits: Vec<Hit<M>>, start: usize) -> Vec<Hit<M>> {
    for hit in &mut hits {
        hit.span = hit.span.shifted(start);
    }
    hits
}

/// The part of hits, which are sorted by start, that lies inside `within`.
#[must_use]
pub fn hits_within<M>(hits: &[Hit<M>], within: ByteSpan) -> &[Hit<M>] {
    let first = hits.partition_point(|hit| hit.span.start < within.start);
    let last = hits.partition_point(|hit| hit.span.start < within.end);
    &hits[first..last]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(phrases: &[&str], text: &str) -> Vec<String> {
        let book = Phrasebook::new(phrases.iter().map(|phrase| (*phrase, ())));
        let hits = book.find(text);
        hits.iter()
            .map(|hit| hit.span.of(text).to_owned())
            .collect()
    }

    #[test]
    fn whole_words_in_any_case_with_plurals() {
        let phrases = ["office visit", "MRI", "arm"];
        assert_eq!(
            found(&phrases, "Two Office Visits, three MRIs; the army alarm"),
            ["Office Visits", "MRIs"]
        );
    }

    #[test]
    fn hyphens_and_apostrophes_are_spelling() {
        assert_eq!(
            found(
                &["follow-up", "patient's"],
                "Follow up of the patient\u{2019}s follow-up"
            ),
            ["Follow up", "patient\u{2019}s", "follow-up"]
        );
    }

    #[test]
    fn overlapping_phrases_are_all_kept_longest_first() {
        assert_eq!(
            found(
                &["physical therapy", "therapy", "physical"],
                "physical therapy"
            ),
            ["physical therapy", "physical", "therapy"]
        );
    }

    #[test]
    fn hits_within_a_span() {
        let book = Phrasebook::new([("a", ())]);
        let hits = book.find("a b a b a");
        assert_eq!(hits_within(&hits, ByteSpan::new(1, 5)).len(), 1);
    }
}

//! All phrases of a pack found in one pass.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use crate::span::ByteSpan;

/// Phrases, each with what it means. Letter case does not matter; a phrase matches whole words only,
/// and a plural "s" behind it belongs to it.
#[derive(Debug)]
pub struct Phrasebook<M> {
    automaton: Option<AhoCorasick>,
    meanings: Vec<M>,
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
        Self::build(phrases, AhoCorasickKind::ContiguousNFA)
    }

    /// A phrasebook like [`Phrasebook::new`] for up to a few hundred phrases: it searches more than twice as
    /// fast, and takes ten times the memory, a few hundred kilobytes.
    #[must_use]
    pub fn small<'p>(phrases: impl IntoIterator<Item = (&'p str, M)>) -> Self {
        Self::build(phrases, AhoCorasickKind::DFA)
    }

    fn build<'p>(phrases: impl IntoIterator<Item = (&'p str, M)>, kind: AhoCorasickKind) -> Self {
        let mut patterns = Vec::new();
        let mut meanings = Vec::new();
        for (phrase, meaning) in phrases {
            for spelling in spellings(phrase) {
                patterns.push(spelling);
                meanings.push(meaning);
            }
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .kind(Some(kind))
            .ascii_case_insensitive(true)
            .build(&patterns)
            // Only more patterns than fit 32 bits of state make this fail; an empty book then finds nothing.
            .ok();
        Self {
            automaton,
            meanings,
        }
    }

    /// Every phrase that stands in `text`, overlapping ones included, by start and then longest first.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Hit<M>> {
        let Some(automaton) = &self.automaton else {
            return Vec::new();
        };
        let bytes = text.as_bytes();
        let mut hits: Vec<Hit<M>> = automaton
            .find_overlapping_iter(text)
            .filter_map(|found| {
                let end = word_end(bytes, found.start(), found.end())?;
                Some(Hit {
                    meaning: self.meanings[found.pattern().as_usize()],
                    span: ByteSpan::new(found.start(), end),
                })
            })
            .collect();
        hits.sort_by_key(|hit| (hit.span.start, std::cmp::Reverse(hit.span.end)));
        hits
    }
}

/// The part of hits, which are sorted by start, that lies inside `within`.
#[must_use]
pub fn hits_within<M>(hits: &[Hit<M>], within: ByteSpan) -> &[Hit<M>] {
    let first = hits.partition_point(|hit| hit.span.start < within.start);
    let last = hits.partition_point(|hit| hit.span.start < within.end);
    &hits[first..last]
}

/// The ways a phrase of the pack may be spelt in a letter.
fn spellings(phrase: &str) -> Vec<String> {
    let phrase = phrase.trim();
    if phrase.is_empty() {
        return Vec::new();
    }
    let mut all = vec![phrase.to_owned()];
    if phrase.contains('-') {
        all.push(phrase.replace('-', " "));
    }
    for at in 0..all.len() {
        if all[at].contains('\'') {
            let curly = all[at].replace('\'', "\u{2019}");
            all.push(curly);
        }
    }
    all
}

/// Where the words of a match end, a plural "s" included; `None` when the match cuts a word.
fn word_end(text: &[u8], start: usize, end: usize) -> Option<usize> {
    let is_word = |at: usize| {
        text.get(at)
            .is_some_and(|byte| byte.is_ascii_alphanumeric())
    };
    let cut_before = start > 0 && is_word(start - 1) && is_word(start);
    if cut_before {
        return None;
    }
    let last_is_word = end > start && is_word(end - 1);
    if !last_is_word || !is_word(end) {
        return Some(end);
    }
    let plural = matches!(text[end], b's' | b'S') && !is_word(end + 1);
    plural.then_some(end + 1)
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

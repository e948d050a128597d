//! Phrases that are written with a slip: "medicaly necessary", "medicallynecessary".

use strsim::osa_distance;

use crate::reading::phrase::Hit;
use crate::reading::word_index::{CutWords, Word};
use crate::span::ByteSpan;

/// Letters of a word that may be misspelt, at the least: shorter words have other words for neighbours.
pub(crate) const SHORTEST_MISSPELT: usize = 8;

/// Between two words of a phrase stands no more than this, in bytes.
const WIDEST_GAP: usize = 2;

/// Phrases that also count with one letter of each word wrong, missing, too many or swapped with the next, or without
/// the space between their words. The first letter must be right.
#[derive(Debug, Default)]
pub(super) struct Misspelt {
    phrases: Vec<Phrase>,
}

#[derive(Debug)]
struct Phrase {
    /// In small letters.
    words: Vec<String>,
    /// The words without the space between them.
    joined: String,
    meaning: usize,
}

impl Misspelt {
    /// Adds a phrase.
    pub(super) fn add(&mut self, phrase: &str, meaning: usize) {
        let words: Vec<String> = phrase.split_whitespace().map(str::to_lowercase).collect();
        self.phrases.push(Phrase {
            joined: words.concat(),
            words,
            meaning,
        });
    }

    /// Where they stand in a text, by place.
    pub(super) fn find(&self, words: CutWords<'_>) -> Vec<Hit<usize>> {
        let mut hits = Vec::new();
        let mut number = 0;
        while let Some(first) = words.get(number) {
            let hit = self.phrases.iter().find_map(|phrase| {
                phrase.at(words, number, &first).map(|span| Hit {
                    meaning: phrase.meaning,
                    span,
                })
            });
            hits.extend(hit);
            number += 1;
        }
        hits
    }
}

impl Phrase {
    /// The place of the phrase when it begins with the word `first`, which has this number.
    fn at(&self, words: CutWords<'_>, number: usize, first: &Word) -> Option<ByteSpan> {
        let text = words.text();
        if is_near(first, &self.joined, text) {
            return Some(ByteSpan::new(first.start, first.end));
        }
        let mut end = first.start;
        for (behind, wanted) in self.words.iter().enumerate() {
            let word = words.get(number + behind)?;
            if word.start > end + WIDEST_GAP || !is_near(&word, wanted, text) {
                return None;
            }
            end = word.end;
        }
        Some(ByteSpan::new(first.start, end))
    }
}

/// Whether a word is `wanted`, but for one slip.
fn is_near(word: &Word, wanted: &str, text: &str) -> bool {
    let length = word.end - word.start;
    let written = text.get(word.start..word.end).unwrap_or_default();
    length.abs_diff(wanted.len()) <= 1
        && written.as_bytes().first().map(u8::to_ascii_lowercase) == wanted.bytes().next()
        && osa_distance(&written.to_ascii_lowercase(), wanted) <= 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::word_index::CutText;

    fn found(text: &str) -> Vec<&str> {
        let mut misspelt = Misspelt::default();
        misspelt.add("medically necessary", 7);
        let cut = CutText::new(text);
        let hits = misspelt.find(cut.words()).into_iter();
        hits.map(|hit| hit.span.of(text)).collect()
    }

    #[test]
    fn one_slip_in_each_word_is_passed_over() {
        for text in [
            "medicall necessary",
            "Mediacally necessary",
            "medically nececssary",
            "MEDICALY NECESARY",
            "medically necessray",
            "medicallynecessary",
            "medically-necessary",
        ] {
            assert_eq!(found(&format!("It is not {text} now.")), [text]);
        }
    }

    #[test]
    fn other_words_are_others() {
        for text in [
            "medical necessity",
            "medial necessity",
            "medically unnecessary",
            "radically necessary",
            "medically, as he says, necessary",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}

//! Phrases with a class each, found in one pass, of which the longest win.

use crate::reading::phrase::Hit;
use crate::reading::word_index::{CutWords, WordIndex};
use crate::span::ByteSpan;

/// Phrases by class.
#[derive(Debug)]
pub(super) struct Phrases<M> {
    index: WordIndex<Entry<M>>,
}

#[derive(Clone, Copy, Debug)]
struct Entry<M> {
    meaning: M,
    /// An acronym stands in capitals, or "do" would be a physician (DO).
    acronym: bool,
}

impl<M: Copy> Phrases<M> {
    /// All phrases of these lists.
    pub(super) fn new(lists: &[(&[String], M)]) -> Self {
        let entries = lists.iter().flat_map(|(phrases, meaning)| {
            phrases.iter().map(|phrase| {
                let acronym = !phrase.chars().any(char::is_lowercase);
                let entry = Entry {
                    meaning: *meaning,
                    acronym,
                };
                (phrase.as_str(), entry)
            })
        });
        Self {
            index: WordIndex::new(entries),
        }
    }

    /// The phrases of `place`, by place, without those inside a longer one. Spans count in the whole text.
    pub(super) fn find(&self, words: CutWords<'_>, place: ByteSpan) -> Vec<Hit<M>> {
        let part = words.part(place);
        let mut kept: Vec<Hit<M>> = Vec::new();
        for hit in self.index.find(part) {
            let written = hit.span.of(part.text()).chars();
            if hit.meaning.acronym && written.clone().any(char::is_lowercase) {
                continue;
            }
            let span = hit.span.shifted(place.start);
            // By start and then longest first: only what came before can hold this one.
            let covered = kept
                .iter()
                .rev()
                .take(LOOK_BACK)
                .any(|longer| longer.span.contains(span) && longer.span != span);
            if !covered {
                let meaning = hit.meaning.meaning;
                kept.push(Hit { meaning, span });
            }
        }
        kept
    }
}

/// How many phrases back one can stand that holds this one: phrases have few words.
const LOOK_BACK: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::word_index::CutText;

    fn found(text: &str) -> Vec<&str> {
        let people = ["DO", "physician", "nurse"].map(str::to_owned);
        let records = ["physician report"].map(str::to_owned);
        let phrases = Phrases::new(&[(&people, 'p'), (&records, 'r')]);
        let whole = ByteSpan::new(0, text.len());
        let cut = CutText::new(text);
        let hits = phrases.find(cut.words(), whole).into_iter();
        hits.map(|hit| hit.span.of(text)).collect()
    }

    #[test]
    fn the_longest_wins() {
        assert_eq!(
            found("The physician report of the nurse"),
            ["physician report", "nurse"]
        );
    }

    #[test]
    fn acronyms_stand_in_capitals() {
        assert_eq!(found("Patients do ask A. Brown, DO."), ["DO"]);
    }
}

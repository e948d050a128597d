//! The dates of the records, visits and tests that a letter relies on.

use super::phrases::Phrases;
use super::words::RecordWords;
use super::{PlacedDate, full_dates, has_digit};
use crate::reading::quantity::SentenceQuantities;
use crate::reading::word_index::CutWords;
use crate::span::ByteSpan;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Record,
    NoRecord,
}

/// Tells dates of records from others.
#[derive(Debug)]
pub(super) struct RecordReader {
    phrases: Phrases<Word>,
    not_behind: Vec<String>,
}

impl RecordReader {
    /// A reader for the pack's words.
    pub(super) fn new(words: &RecordWords) -> Self {
        Self {
            phrases: Phrases::new(&[(&words.cues, Word::Record), (&words.not_in, Word::NoRecord)]),
            not_behind: words.not_behind.clone(),
        }
    }

    /// The dates that the sentence at `place` gives of records.
    pub(super) fn read(
        &self,
        words: CutWords<'_>,
        place: ByteSpan,
        quantities: &SentenceQuantities<'_>,
    ) -> Vec<PlacedDate> {
        let text = words.text();
        if !has_digit(place.of(text)) || !self.is_of_records(words, place) {
            return Vec::new();
        }
        let mut dates = full_dates(text, place, quantities);
        dates.retain(|placed| {
            let before = ByteSpan::new(place.start, placed.span.start).of(text);
            let last = before.split_whitespace().next_back().unwrap_or_default();
            !self
                .not_behind
                .iter()
                .any(|word| word.eq_ignore_ascii_case(last))
        });
        dates
    }

    /// Whether a sentence speaks of records, and of nothing whose dates are others.
    fn is_of_records(&self, words: CutWords<'_>, sentence: ByteSpan) -> bool {
        let hits = self.phrases.find(words, sentence);
        !hits.is_empty() && hits.iter().all(|hit| hit.meaning == Word::Record)
    }
}

//! Dates of the case summary that also stand in the front matter: injury and utilization review.

use super::date::Date;
use super::phrase::Phrasebook;
use super::quantity::{QuantityReader, Value};
use super::sentence;
use crate::span::ByteSpan;

/// A date and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlacedDate {
    /// The date.
    pub date: Date,
    /// Its words.
    pub span: ByteSpan,
}

/// The dates that a case summary gives for what the front matter also dates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SummaryDates {
    /// Dates of injury, in order.
    pub injury: Vec<PlacedDate>,
    /// Dates of the utilization review's decision, in order.
    pub review: Vec<PlacedDate>,
}

impl SummaryDates {
    /// The same dates, `by` bytes further into the text.
    #[must_use]
    pub fn shifted(mut self, by: usize) -> Self {
        for placed in self.injury.iter_mut().chain(&mut self.review) {
            placed.span = placed.span.shifted(by);
        }
        self
    }
}

/// The words by which a case summary dates injury and review.
#[derive(Clone, Debug, Default)]
pub struct SummaryWords {
    /// What a date of injury stands behind: "injury", "accident", "claim".
    pub injury: Vec<String>,
    /// What must stand in the same sentence, before the date, for it to be the industrial injury.
    pub at_work: Vec<String>,
    /// What a date of review stands behind, or before: "utilization review".
    pub review: Vec<String>,
    /// Words that may stand between one of these and its date: "on", "report", "dated".
    pub fillers: Vec<String>,
    /// Words that open a sentence with a date: "on".
    pub date_openers: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cue {
    Injury,
    AtWork,
    Review,
}

/// Finds the dates of a case summary.
#[derive(Debug)]
pub struct SummaryReader {
    cues: Phrasebook<Cue>,
    words: SummaryWords,
}

/// How many words may stand between a cue and its date.
const MOST_FILLERS: usize = 8;

impl SummaryReader {
    /// A reader for the pack's words.
    #[must_use]
    pub fn new(words: &SummaryWords) -> Self {
        let of = |phrases: &'_ [String], cue| -> Vec<(String, Cue)> {
            phrases.iter().map(|phrase| (phrase.clone(), cue)).collect()
        };
        let phrases = [
            of(&words.injury, Cue::Injury),
            of(&words.at_work, Cue::AtWork),
            of(&words.review, Cue::Review),
        ]
        .concat();
        let cues = Phrasebook::new(phrases.iter().map(|(phrase, cue)| (phrase.as_str(), *cue)));
        Self {
            cues,
            words: words.clone(),
        }
    }

    /// The dates of injury and review in `text`, with spans relative to it.
    #[must_use]
    pub fn read(
        &self,
        text: &str,
        quantities: &QuantityReader,
        sentences: &sentence::SentenceWords,
    ) -> SummaryDates {
        let mut found = SummaryDates::default();
        let hits = self.cues.find(text);
        if hits.is_empty() {
            return found;
        }
        for sentence in sentence::split(text, sentences) {
            let cues = super::phrase::hits_within(&hits, sentence);
            if cues.iter().all(|cue| cue.meaning == Cue::AtWork) {
                continue;
            }
            for quantity in quantities.read(sentence.of(text)) {
                let Value::Date(date) = quantity.value else {
                    continue;
                };
                let span = quantity.span.shifted(sentence.start);
                if !date.is_full() {
                    continue;
                }
                match self.dated(text, sentence, span, cues) {
                    Some(Cue::Injury) => found.injury.push(PlacedDate { date, span }),
                    Some(Cue::Review) => found.review.push(PlacedDate { date, span }),
                    _ => {}
                }
            }
        }
        found
    }

    /// What a date is the date of.
    fn dated(
        &self,
        text: &str,
        sentence: ByteSpan,
        date: ByteSpan,
        cues: &[super::phrase::Hit<Cue>],
    ) -> Option<Cue> {
        let before = &text[sentence.start..date.start];
        if let Some(end) = self.skip_back(before, cues, sentence.start) {
            let behind = cues
                .iter()
                .filter(|cue| cue.span.end == sentence.start + end && cue.meaning != Cue::AtWork)
                .max_by_key(|cue| cue.span.len())?;
            let at_work = cues
                .iter()
                .any(|cue| cue.meaning == Cue::AtWork && cue.span.end <= date.start);
            return (behind.meaning == Cue::Review || at_work).then_some(behind.meaning);
        }
        let opener = before.trim();
        let opens = self
            .words
            .date_openers
            .iter()
            .any(|word| word.eq_ignore_ascii_case(opener));
        (opens && self.review_follows(text, sentence, date, cues)).then_some(Cue::Review)
    }

    /// Where, before the date, a cue ends with nothing but fillers behind it.
    fn skip_back(
        &self,
        before: &str,
        cues: &[super::phrase::Hit<Cue>],
        base: usize,
    ) -> Option<usize> {
        let mut end = before.len();
        for _ in 0..=MOST_FILLERS {
            end = before[..end].trim_end_matches(is_light).len();
            let ends_here = |cue: &&super::phrase::Hit<Cue>| {
                cue.meaning != Cue::AtWork && cue.span.end == base + end
            };
            if cues.iter().any(|cue| ends_here(&cue)) {
                return Some(end);
            }
            let start = before[..end]
                .rfind(|c: char| c.is_whitespace() || is_light(c))
                .map_or(0, |at| at + 1);
            if !self.is_filler(before.get(start..end)?) {
                return None;
            }
            end = start;
        }
        None
    }

    /// Whether a review stands right behind a date that opens its sentence.
    fn review_follows(
        &self,
        text: &str,
        sentence: ByteSpan,
        date: ByteSpan,
        cues: &[super::phrase::Hit<Cue>],
    ) -> bool {
        let mut start = date.end;
        for _ in 0..=MOST_FILLERS {
            let rest = &text[start..sentence.end];
            start += rest.len() - rest.trim_start_matches(is_light).len();
            if cues
                .iter()
                .any(|cue| cue.meaning == Cue::Review && cue.span.start == start)
            {
                return true;
            }
            let rest = &text[start..sentence.end];
            let word = rest
                .split(|c: char| c.is_whitespace() || is_light(c))
                .next()
                .unwrap_or_default();
            if word.is_empty() || !self.is_filler(word) {
                return false;
            }
            start += word.len();
        }
        false
    }

    fn is_filler(&self, word: &str) -> bool {
        self.words
            .fillers
            .iter()
            .any(|filler| filler.eq_ignore_ascii_case(word))
    }
}

/// White space and punctuation that do not part a date from its cue.
fn is_light(c: char) -> bool {
    c.is_whitespace() || matches!(c, '(' | ')' | ',' | ':')
}

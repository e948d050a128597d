//! Dates of the case summary that also stand in the front matter: injury and utilization review.

use super::words::DateWords;
use super::{PlacedDate, full_dates};
use crate::reading::phrase::{Hit, Phrasebook};
use crate::reading::quantity::SentenceQuantities;
use crate::reading::word_index::CutWords;
use crate::span::ByteSpan;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cue {
    Injury,
    AtWork,
    Review,
}

/// Finds the dates of a case summary.
#[derive(Debug)]
pub(super) struct DateReader {
    cues: Phrasebook<Cue>,
    words: DateWords,
}

/// How many words may stand between a cue and its date.
const MOST_FILLERS: usize = 8;

impl DateReader {
    /// A reader for the pack's words.
    pub(super) fn new(words: &DateWords) -> Self {
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

    /// The dates of injury and those of review in the sentences of a case summary. All spans count in the whole text.
    pub(super) fn read(
        &self,
        words: CutWords<'_>,
        sentences: &[ByteSpan],
        quantities: &SentenceQuantities<'_>,
    ) -> (Vec<PlacedDate>, Vec<PlacedDate>) {
        let text = words.text();
        let (mut injury, mut review) = (Vec::new(), Vec::new());
        for sentence in sentences {
            let cues = self.cues.find_in(words, *sentence);
            if cues.iter().all(|cue| cue.meaning == Cue::AtWork) {
                continue;
            }
            let mut before: Option<(PlacedDate, Cue)> = None;
            for placed in full_dates(text, *sentence, quantities) {
                let joined = before
                    .filter(|(before, _)| self.are_told_together(text, before.span, placed.span));
                let cue = self
                    .dated(text, *sentence, placed.span, &cues)
                    .or(joined.map(|(_, cue)| cue));
                match cue {
                    Some(Cue::Injury) => injury.push(placed),
                    Some(Cue::Review) => review.push(placed),
                    _ => {}
                }
                before = cue.map(|cue| (placed, cue));
            }
        }
        (injury, review)
    }

    /// What a date is the date of.
    fn dated(
        &self,
        text: &str,
        sentence: ByteSpan,
        date: ByteSpan,
        cues: &[Hit<Cue>],
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
        let opens = is_one_of(&self.words.date_openers, before.trim());
        (opens && self.review_follows(text, sentence, date, cues)).then_some(Cue::Review)
    }

    /// Whether a date is told with the one before it: "on 5-1-2009 and again on 10-20-2016".
    fn are_told_together(&self, text: &str, before: ByteSpan, date: ByteSpan) -> bool {
        let between = ByteSpan::new(before.end, date.start).of(text);
        let mut words = between.split(is_light).filter(|word| !word.is_empty());
        words.all(|word| is_one_of(&self.words.date_joins, word) || self.is_filler(word))
    }

    /// Where, before the date, a cue ends with nothing but fillers behind it.
    fn skip_back(&self, before: &str, cues: &[Hit<Cue>], base: usize) -> Option<usize> {
        let mut end = before.len();
        for _ in 0..=MOST_FILLERS {
            end = before[..end].trim_end_matches(is_light).len();
            let ends_here =
                |cue: &&Hit<Cue>| cue.meaning != Cue::AtWork && cue.span.end == base + end;
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
        cues: &[Hit<Cue>],
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
        is_one_of(&self.words.fillers, word)
    }
}

/// Whether a word is in a list, in any letter case.
fn is_one_of(list: &[String], word: &str) -> bool {
    list.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// White space and punctuation that do not part a date from its cue.
fn is_light(c: char) -> bool {
    c.is_whitespace() || matches!(c, '(' | ')' | ',' | ':')
}

//! The case summary: what it says that other parts of the letter say too.

mod comparison;
mod dates;
mod finding;
mod phrases;
mod record;
mod request;
mod sex;
mod words;

#[cfg(test)]
mod tests;

pub use finding::{DeniedFinding, Examination, FindingWords, Sign};
pub use request::{RequestDifference, SummaryRequest};
pub use sex::{Sex, SexMention};
pub use words::{DateWords, RecordWords, SexWords, SummaryRequestWords, SummaryWords, WorkerWords};

use super::assertion::AssertionScenes;
use super::date::Date;
use super::letter::ItemReading;
use super::quantity::{Quantity, SentenceQuantities, Value};
use super::zone::{Zone, ZonedSentence};
use crate::reading::lexicon::Meaning;
use crate::reading::phrase::Hit;
use crate::reading::word_index::CutWords;
use crate::rules::pack::Pack;
use crate::span::ByteSpan;
use dates::DateReader;
use finding::FindingReader;
use record::RecordReader;
use request::SummaryRequestReader;
use sex::{Referent, SexReader};

/// A date and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlacedDate {
    /// The date.
    pub date: Date,
    /// Its words.
    pub span: ByteSpan,
}

/// What a case summary says that other parts of the letter say too, and where the rationales say it. Spans count
/// in the whole text.
#[derive(Clone, Debug, Default)]
pub struct SummaryReading {
    /// Dates of injury, in order.
    pub injury: Vec<PlacedDate>,
    /// Dates of the utilization review's decision, in order.
    pub review: Vec<PlacedDate>,
    /// Words that say whether the worker is a man or a woman, of the summary and then of the rationales.
    pub sex: Vec<SexMention>,
    /// Dates of the records, visits and tests that the rationales, and then the summary, rely on.
    pub records: Vec<PlacedDate>,
    /// What was requested of the items, by item.
    pub requests: Vec<SummaryRequest>,
    /// Findings that a rationale denies and the summary states, by item.
    pub denied: Vec<DeniedFinding>,
}

/// Reads case summaries.
#[derive(Debug)]
pub struct SummaryReader {
    dates: DateReader,
    sex: SexReader,
    records: RecordReader,
    requests: SummaryRequestReader,
    findings: FindingReader,
}

/// A letter whose summary is read. Spans count in the text of `words`.
#[derive(Clone, Copy, Debug)]
pub struct SummaryScene<'s> {
    /// The words of the canonical prose of the letter.
    pub words: CutWords<'s>,
    /// The sentences of the summary.
    pub sentences: &'s [ByteSpan],
    /// The items, with their rationales.
    pub items: &'s [ItemReading],
    /// Every phrase of the pack's lexicon in the letter.
    pub hits: &'s [Hit<Meaning>],
    /// The amounts and dates of its sentences.
    pub quantities: &'s SentenceQuantities<'s>,
    /// Reads what a sentence says of its words.
    pub assertions: &'s AssertionScenes<'s>,
}

impl SummaryReader {
    /// A reader for the words of `pack`.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        let words = &pack.language.summary;
        Self {
            dates: DateReader::new(&words.dates),
            sex: SexReader::new(&words.worker),
            records: RecordReader::new(&words.records),
            requests: SummaryRequestReader::new(&words.requests, pack),
            findings: FindingReader::new(pack),
        }
    }

    /// Reads a summary beside the items.
    #[must_use]
    pub fn read(&self, scene: &SummaryScene<'_>) -> SummaryReading {
        let sentences = scene.sentences;
        let (injury, review) = self.dates.read(scene.words, sentences, scene.quantities);
        SummaryReading {
            injury,
            review,
            sex: self.sexes(scene),
            records: self.records(scene),
            requests: self.requests.read(scene),
            denied: self.findings.read(scene, &self.records),
        }
    }

    fn sexes(&self, scene: &SummaryScene<'_>) -> Vec<SexMention> {
        let mut found = Vec::new();
        let mut referent = Referent::default();
        let mut read = |place, before| {
            self.sex
                .read(scene.words, place, scene.quantities, before, &mut found)
        };
        for sentence in scene.sentences {
            referent = read(*sentence, referent);
        }
        for item in scene.items {
            referent = Referent::default();
            for sentence in &item.rationale.sentences {
                // The patient of a guideline is any patient.
                referent = match is_case(sentence) {
                    true => read(sentence.span, referent),
                    false => Referent::default(),
                };
            }
        }
        found
    }

    fn records(&self, scene: &SummaryScene<'_>) -> Vec<PlacedDate> {
        let rationales = scene
            .items
            .iter()
            .flat_map(|item| &item.rationale.sentences);
        let case = rationales.filter(|sentence| sentence.zone == Zone::Case && is_case(sentence));
        let places = case
            .map(|sentence| sentence.span)
            .chain(scene.sentences.iter().copied());
        places
            .flat_map(|place| self.records.read(scene.words, place, scene.quantities))
            .collect()
    }
}

/// Whether a sentence is about this patient and nothing else.
fn is_case(sentence: &ZonedSentence) -> bool {
    sentence.zone.is_about_the_case() && sentence.clauses.is_empty()
}

fn full_date(quantity: &Quantity) -> Option<PlacedDate> {
    match quantity.value {
        Value::Date(date) if date.is_full() => Some(PlacedDate {
            date,
            span: quantity.span,
        }),
        _ => None,
    }
}

/// Whether a text has a digit. Every byte is looked at: that is faster than to stop at the first.
fn has_digit(text: &str) -> bool {
    let bytes = text.as_bytes().iter();
    bytes.fold(false, |any, byte| any | byte.is_ascii_digit())
}

/// The dates of `place` that give day, month and year. Spans count in `text`.
fn full_dates(text: &str, place: ByteSpan, quantities: &SentenceQuantities<'_>) -> Vec<PlacedDate> {
    // A day and a year are written in digits, and few sentences have any.
    if !has_digit(place.of(text)) {
        return Vec::new();
    }
    quantities.of(place).iter().filter_map(full_date).collect()
}

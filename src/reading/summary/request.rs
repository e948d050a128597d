//! What a case summary says was requested, and where that is another amount than the heading's.

use super::SummaryScene;
use super::comparison::Comparison;
use super::phrases::Phrases;
use super::words::SummaryRequestWords;
use crate::reading::body_part::PlacedPart;
use crate::reading::letter::ItemReading;
use crate::reading::lexicon::{Meaning, hits_of_slice};
use crate::reading::phrase::hits_within;
use crate::reading::request::{Portion, Request, RequestReader};
use crate::rules::pack::Pack;
use crate::span::ByteSpan;

/// What a case summary says of the amount of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryRequest {
    /// 1-based number of the item.
    pub item: usize,
    /// The sentence that states the request.
    pub sentence: ByteSpan,
    /// Where it is another request than the heading's. `None`: it is the same, or cannot be compared.
    pub difference: Option<RequestDifference>,
}

/// A point in which the summary's request is another one than the heading's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestDifference {
    /// The words of the summary.
    pub summary: ByteSpan,
    /// The words of the heading.
    pub heading: ByteSpan,
}

/// A sentence of the summary that names treatments.
pub(super) struct Passage {
    pub(super) span: ByteSpan,
    pub(super) portion: Portion,
    /// Whether it states the request, and nothing else.
    pub(super) is_request: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Request,
    OtherAmount,
}

/// Finds the requests of a summary.
#[derive(Debug)]
pub(super) struct SummaryRequestReader {
    phrases: Phrases<Word>,
    requests: RequestReader,
}

impl SummaryRequestReader {
    /// A reader for the words of `pack`.
    pub(super) fn new(words: &SummaryRequestWords, pack: &Pack) -> Self {
        Self {
            phrases: Phrases::new(&[
                (&words.cues, Word::Request),
                (&words.not_in, Word::OtherAmount),
            ]),
            requests: RequestReader::new(pack),
        }
    }

    /// What the sentences of a summary say was requested of each item.
    pub(super) fn read(&self, scene: &SummaryScene<'_>) -> Vec<SummaryRequest> {
        let SummaryScene { words, items, .. } = *scene;
        let classes = classes(items);
        let places = scene.sentences.iter();
        let passages: Vec<Passage> = places
            .filter_map(|place| self.passage(scene, *place, &classes))
            .collect();
        if passages.is_empty() {
            return Vec::new();
        }
        let requests: Vec<(usize, &Request)> = items
            .iter()
            .filter_map(|item| Some((item.number, item.request.as_ref()?)))
            .collect();
        let found = requests.iter().filter_map(|(number, request)| {
            let siblings = requests.iter().map(|(_, sibling)| *sibling);
            let comparison = Comparison::new(words.text(), request, siblings, &passages)?;
            let mut stated = passages
                .iter()
                .filter(|passage| passage.is_request && comparison.is_about(passage))
                .filter(|passage| self.may_be_of(passage, request));
            let first = stated.clone().next()?;
            Some(SummaryRequest {
                item: *number,
                sentence: first.span,
                difference: stated.find_map(|passage| comparison.difference(passage)),
            })
        });
        found.collect()
    }

    /// The sentence at `place` when it names a treatment of one of these classes.
    fn passage(
        &self,
        scene: &SummaryScene<'_>,
        place: ByteSpan,
        classes: &[usize],
    ) -> Option<Passage> {
        let SummaryScene { words, hits, .. } = *scene;
        let mut named = hits_within(hits, place).iter();
        named.find(|hit| match hit.meaning {
            Meaning::Treatment(class) | Meaning::GenericTreatment(class) => {
                classes.contains(&class)
            }
            _ => false,
        })?;
        let phrases = self.phrases.find(words, place);
        let portion = self
            .requests
            .read_portion(
                place.of(words.text()),
                &hits_of_slice(hits, place),
                scene.quantities.reader(),
            )
            .shifted(place.start);
        Some(Passage {
            span: place,
            portion,
            is_request: phrases.iter().any(|hit| hit.meaning == Word::Request)
                && phrases.iter().all(|hit| hit.meaning == Word::Request),
        })
    }

    /// Whether a passage and a request can be about the same part of the body.
    fn may_be_of(&self, passage: &Passage, request: &Request) -> bool {
        let anatomy = self.requests.body_parts();
        let (said, asked) = (&passage.portion.body_parts, &request.disputed.body_parts);
        let related = |one: &PlacedPart| {
            let mut asked = asked.iter();
            asked.any(|other| anatomy.related(one.part, other.part))
        };
        said.is_empty() || asked.is_empty() || said.iter().any(related)
    }
}

/// The treatment classes that the items ask for.
fn classes(items: &[ItemReading]) -> Vec<usize> {
    let requests = items.iter().filter_map(|item| item.request.as_ref());
    let named = requests.flat_map(|request| &request.disputed.treatments);
    named.map(|named| named.treatment).collect()
}

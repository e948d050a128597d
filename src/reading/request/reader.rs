//! Reads headings, and any other words that state a request.

use super::split::portions;
use super::wording::Wording;
use super::{DateOfService, Portion, Request};
use crate::reading::body_part::BodyParts;
use crate::reading::lexicon::{Mark, Meaning, hits_of_slice};
use crate::reading::phrase::Hit;
use crate::reading::quantity::{Quantity, QuantityReader, Value};
use crate::reading::treatment::Treatments;
use crate::rules::pack::Pack;
use crate::span::ByteSpan;

/// A longer heading, in bytes, is none that anybody wrote: other words stand before it.
const LONGEST_HEADING: usize = 4000;

/// The part of the heading at `place` that is read: all of it, or of one that is too long the last 4,000 bytes, which
/// stand next to the decision.
pub(in crate::reading) fn end_of_heading(text: &str, place: ByteSpan) -> ByteSpan {
    if place.len() <= LONGEST_HEADING {
        return place;
    }
    let mut start = place.end - LONGEST_HEADING;
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let words = ByteSpan::new(start, place.end);
    let begins = words.of(text).find([' ', '\n']).unwrap_or(0);
    ByteSpan::new(start + begins, place.end).trimmed(text)
}

/// Reads what a heading asks for.
#[derive(Debug)]
pub struct RequestReader {
    treatments: Treatments,
    body_parts: BodyParts,
    closing: Vec<String>,
    fillers: Vec<String>,
}

impl RequestReader {
    /// A reader for the treatments, body parts and words of `pack`.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        Self {
            treatments: Treatments::new(pack),
            body_parts: BodyParts::new(pack),
            closing: pack.language.split.closing.clone(),
            fillers: pack
                .language
                .fillers
                .iter()
                .map(|word| word.to_lowercase())
                .collect(),
        }
    }

    /// Reads a heading, given without the decision word. `hits` are the phrases of the heading, with spans
    /// relative to it; see [`hits_of_slice`].
    #[must_use]
    pub fn read(
        &self,
        heading: &str,
        hits: &[Hit<Meaning>],
        quantities: &QuantityReader,
    ) -> Request {
        let cut = portions(heading, hits, &self.closing);
        let after_surgery = first(hits, Mark::PostOperative).is_some();
        let portion = |span: ByteSpan| self.portion(heading, span, hits, quantities, after_surgery);
        let retrospective = first(hits, Mark::Retrospective);
        let disputed = portion(cut.disputed);
        Request {
            dates_of_service: dates_of_service(&disputed, hits, retrospective.is_some()),
            disputed,
            original: cut.original.map(portion),
            authorized: cut.authorized.map(portion),
            retrospective,
            surgical_service: first(hits, Mark::SurgicalService)
                .or(first(hits, Mark::PostOperative)),
        }
    }

    /// Reads words that restate a request, as one portion that holds all of them.
    #[must_use]
    pub fn read_portion(
        &self,
        text: &str,
        hits: &[Hit<Meaning>],
        quantities: &QuantityReader,
    ) -> Portion {
        let after_surgery = first(hits, Mark::PostOperative).is_some();
        self.portion(
            text,
            ByteSpan::new(0, text.len()),
            hits,
            quantities,
            after_surgery,
        )
    }

    /// The parts of the body.
    pub(in crate::reading) fn body_parts(&self) -> &BodyParts {
        &self.body_parts
    }

    /// Reads the words at `span`, with spans relative to `heading`.
    fn portion(
        &self,
        heading: &str,
        span: ByteSpan,
        hits: &[Hit<Meaning>],
        quantities: &QuantityReader,
        after_surgery: bool,
    ) -> Portion {
        let text = span.of(heading);
        let hits = hits_of_slice(hits, span);
        let quantities = quantities.read(text);
        let treatments = self.treatments.named(&hits, after_surgery);
        let (body_parts, loose_sides) = self.body_parts.place(text, &hits, &quantities);
        let first = treatments.first().map(|named| named.treatment);
        let mut portion = Portion {
            span: ByteSpan::new(0, text.len()),
            medicine: match first {
                Some(treatment) => self.treatments.is_drug(treatment),
                None => quantities.iter().any(is_strength),
            },
            counted_in: treatments
                .iter()
                .find_map(|named| self.treatments.unit(named.treatment))
                .map(str::to_owned),
            treatments,
            quantities,
            body_parts,
            loose_sides,
            wording: Wording::default(),
        };
        portion.wording = Wording::of(text, &portion, &self.fillers);
        portion.shifted(span.start)
    }
}

fn is_strength(quantity: &Quantity) -> bool {
    matches!(quantity.value, Value::Strength(_))
}

fn first(hits: &[Hit<Meaning>], mark: Mark) -> Option<ByteSpan> {
    let found = hits.iter().find(|hit| hit.meaning == Meaning::Mark(mark));
    found.map(|hit| hit.span)
}

/// The dates behind "DOS"; in a retrospective request every date.
fn dates_of_service(
    disputed: &Portion,
    hits: &[Hit<Meaning>],
    retrospective: bool,
) -> Vec<DateOfService> {
    let marked = |date: ByteSpan| {
        let mut marks = hits
            .iter()
            .filter(|hit| hit.meaning == Meaning::Mark(Mark::DateOfService));
        marks.any(|mark| mark.span.end <= date.start)
    };
    let dates = disputed
        .quantities
        .iter()
        .filter_map(|quantity| match quantity.value {
            Value::Date(date) => Some(DateOfService {
                date,
                span: quantity.span,
            }),
            _ => None,
        });
    dates
        .filter(|service| retrospective || marked(service.span))
        .collect()
}

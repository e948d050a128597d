//! How a concluding sentence restates the disputed item, and where it restates another one.
//!
//! "The request for acupuncture 10 visits is not medically necessary" below the heading "Acupuncture 12
//! visits" decides about something that nobody asked for. Only what both places state is compared; a part of
//! the request that the restatement leaves out is no difference.

mod dose;
mod name;
mod number;
mod place;

#[cfg(test)]
mod tests;

use super::lexicon::{Mark, Meaning, hits_of_slice, longest};
use super::phrase::{Hit, Phrasebook};
use super::quantity::QuantityReader;
use super::request::{Portion, Request, RequestReader};
use crate::rules::pack::Pack;
use crate::span::ByteSpan;
use name::Vocabulary;

/// A point in which a conclusion restates the request differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What differs.
    pub kind: DifferenceKind,
    /// The words of the heading.
    pub heading: ByteSpan,
    /// What they say: `12 visits`, `10 mg`, `lumbar spine`.
    pub heading_value: String,
    /// The words of the restatement.
    pub restated: ByteSpan,
    /// What they say.
    pub restated_value: String,
}

/// What a restatement may get wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DifferenceKind {
    /// A number of visits, a frequency, a duration, an amount handed out, refills.
    Quantity,
    /// The strength of a drug.
    Dose,
    /// A part of the body or a spinal level.
    BodyPart,
    /// Left and right.
    Side,
    /// A name, by one letter.
    Name,
}

/// Compares restatements with headings.
#[derive(Debug)]
pub struct RestatementReader {
    requests: RequestReader,
    asides: Phrasebook<()>,
    vocabulary: Vocabulary,
    /// The parts of the body in words, by number.
    part_names: Vec<String>,
}

/// The two sides of a comparison, and the text that all spans count in.
struct Pair<'p> {
    text: &'p str,
    request: &'p Request,
    restated: &'p Portion,
    /// Where an amount would only be a bound: "more than 10 visits".
    bounds: Vec<ByteSpan>,
}

impl RestatementReader {
    /// A reader for the names and words of `pack`.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        let asides = pack.language.restatement.asides.iter();
        let title = |id: &str| id.replace('-', " ");
        Self {
            requests: RequestReader::new(pack),
            asides: Phrasebook::new(asides.map(|phrase| (phrase.as_str(), ()))),
            vocabulary: Vocabulary::new(pack),
            part_names: pack
                .body_parts
                .iter()
                .map(|part| title(&part.id.value))
                .collect(),
        }
    }

    /// The points in which the words at `subject`, the subject of a concluding sentence, restate another
    /// request than `request`; at most one of each role. `text` holds both places, `hits` are its phrases, and
    /// all spans count in it.
    #[must_use]
    pub fn differences(
        &self,
        text: &str,
        hits: &[Hit<Meaning>],
        quantities: &QuantityReader,
        request: &Request,
        subject: ByteSpan,
    ) -> Vec<Difference> {
        let subject = self.without_aside(text, subject);
        let hits = hits_of_slice(hits, subject);
        let mut restated = self
            .requests
            .read_portion(subject.of(text), &hits, quantities)
            .shifted(subject.start);
        // "#12" is a count or an amount handed out as in the heading.
        restated.medicine = request.disputed.medicine;
        let pair = Pair {
            text,
            request,
            restated: &restated,
            bounds: bounds(&hits, subject.start),
        };
        let mut found = number::differences(&pair);
        found.extend(dose::difference(&pair));
        found.extend(self.part_difference(&pair));
        found.extend(self.side_difference(&pair));
        found.extend(self.vocabulary.difference(&pair));
        found
    }

    /// The subject up to where the reason begins: "the MRI, given the absence of red flags".
    fn without_aside(&self, text: &str, subject: ByteSpan) -> ByteSpan {
        let asides = self.asides.find(subject.of(text));
        let aside = asides.iter().find(|aside| aside.span.start > 0);
        aside.map_or(subject, |aside| {
            ByteSpan::new(subject.start, subject.start + aside.span.start)
        })
    }
}

impl Pair<'_> {
    /// The portions of the heading that a conclusion may restate.
    fn portions(&self) -> impl Iterator<Item = &Portion> {
        [Some(&self.request.disputed), self.request.original.as_ref()]
            .into_iter()
            .flatten()
    }

    /// Whether the restated amount at `span` is only a bound.
    fn is_bound(&self, span: ByteSpan) -> bool {
        let behind = |bound: &ByteSpan| {
            ByteSpan::new(bound.end, span.start)
                .of(self.text)
                .trim()
                .is_empty()
        };
        self.bounds
            .iter()
            .any(|bound| bound.end <= span.start && behind(bound))
    }
}

fn bounds(hits: &[Hit<Meaning>], shift: usize) -> Vec<ByteSpan> {
    let found = hits.iter().filter_map(|hit| match hit.meaning {
        Meaning::Mark(Mark::Bound) => Some(((), hit.span.shifted(shift))),
        _ => None,
    });
    longest(found).into_iter().map(|((), span)| span).collect()
}

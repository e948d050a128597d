//! What a condition is asked about, with the look-ups that predicates share.

use std::collections::HashMap;

use super::by_treatment::ByTreatment;
use super::subject::Subject;
use super::surgery::SurgeryBook;
use crate::reading::body_part::BodyParts;
use crate::reading::fact::{FactAnswer, FactReading, FactStatement};
use crate::reading::letter::{ItemReading, LetterReading, Reader};
use crate::reading::lexicon::Meaning;
use crate::reading::phrase::{Phrasebook, hits_within};
use crate::rules::decode::Located;
use crate::rules::pack::{Criterion, Guideline, Limit, Pack};
use crate::span::ByteSpan;

/// Names of a pack by id. Made once for all letters.
#[derive(Debug)]
pub(crate) struct Names {
    guidelines: HashMap<String, usize>,
    body_parts: HashMap<String, usize>,
    facts: HashMap<String, usize>,
    /// Words by which a rationale may say something against an item.
    pub(super) objections: Phrasebook<()>,
    anatomy: BodyParts,
    surgery: SurgeryBook,
    limits: ByTreatment,
    criteria: ByTreatment,
}

impl Names {
    /// The names of `pack`.
    pub(crate) fn new(pack: &Pack) -> Self {
        fn by_id<'p, T: 'p>(
            entries: &'p [T],
            id: impl Fn(&'p T) -> &'p Located<String>,
        ) -> HashMap<String, usize> {
            let ids = entries.iter().enumerate();
            ids.map(|(index, entry)| (id(entry).value.clone(), index))
                .collect()
        }
        fn words(words: &[String]) -> Phrasebook<()> {
            Phrasebook::new(words.iter().map(|word| (word.as_str(), ())))
        }
        Self {
            guidelines: by_id(&pack.guidelines, |guideline| &guideline.id),
            body_parts: by_id(&pack.body_parts, |part| &part.id),
            facts: by_id(&pack.facts, |fact| &fact.id),
            anatomy: BodyParts::new(pack),
            objections: words(&pack.language.facts.objections),
            surgery: SurgeryBook::new(&pack.language.surgery),
            limits: ByTreatment::new(
                pack,
                pack.limits
                    .iter()
                    .map(|limit| (&*limit.treatments, &*limit.guidelines)),
            ),
            criteria: ByTreatment::new(
                pack,
                pack.criteria
                    .iter()
                    .map(|criterion| (&*criterion.treatments, &*criterion.guidelines)),
            ),
        }
    }
}

impl Names {
    /// The words of operations.
    pub(crate) fn surgery(&self) -> &SurgeryBook {
        &self.surgery
    }

    /// Whether one body part is the other or lies within it.
    pub(crate) fn parts_related(&self, one: usize, other: usize) -> bool {
        self.anatomy.related(one, other)
    }
}

/// One question's surroundings: the pack, the letter, the item and the thing in question.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Case<'r> {
    /// The rule pack.
    pub(crate) pack: &'r Pack,
    /// Its names.
    pub(crate) names: &'r Names,
    /// The readers, for what is only read on demand.
    pub(crate) reader: &'r Reader,
    /// The letter.
    pub(crate) reading: &'r LetterReading<'r>,
    /// The item; `None` in rules about the letter as a whole.
    pub(crate) item: Option<&'r ItemReading>,
    /// What the rule is asked of.
    pub(crate) subject: Subject<'r>,
}

impl<'r> Case<'r> {
    /// The same surroundings with another thing in question.
    pub(crate) fn about<'s>(&self, subject: Subject<'s>) -> Case<'s>
    where
        'r: 's,
    {
        Case { subject, ..*self }
    }

    /// The words of a span.
    pub(crate) fn quote(&self, span: ByteSpan) -> &'r str {
        span.of(self.reading.text)
    }

    /// The first line of the letter.
    pub(crate) fn first_words(&self) -> ByteSpan {
        self.first_line_of(ByteSpan::new(0, self.reading.text.len()))
    }

    /// The first line of a span: as much of it as a report can show.
    pub(crate) fn first_line_of(&self, span: ByteSpan) -> ByteSpan {
        const MOST: usize = 80;
        let text = self.quote(span);
        let line = text.split("\n\n").next().unwrap_or_default();
        let end = line
            .char_indices()
            .nth(MOST)
            .map_or(line.len(), |(at, _)| at);
        ByteSpan::new(span.start, span.start + end).trimmed(self.reading.text)
    }

    /// The last words of a span.
    pub(crate) fn last_words(&self, span: ByteSpan) -> ByteSpan {
        const MOST: usize = 60;
        let text = self.quote(span);
        let from = text.len().saturating_sub(MOST);
        let start = text
            .char_indices()
            .map(|(at, _)| at)
            .find(|at| *at >= from)
            .unwrap_or(0);
        let start = text[start..]
            .find(' ')
            .map_or(start, |space| start + space + 1);
        ByteSpan::new(span.start + start, span.end).trimmed(self.reading.text)
    }

    /// The guideline with an id.
    pub(crate) fn guideline(&self, id: &str) -> Option<(usize, &'r Guideline)> {
        let index = *self.names.guidelines.get(id)?;
        Some((index, self.pack.guidelines.get(index)?))
    }

    /// Whether the reviewer's line cites an edition.
    pub(crate) fn reviewer_cites(&self, item: &ItemReading, guideline: usize) -> bool {
        self.reviewer_citation(item, guideline).is_some()
    }

    /// Where the reviewer's line cites an edition.
    pub(crate) fn reviewer_citation(
        &self,
        item: &ItemReading,
        guideline: usize,
    ) -> Option<ByteSpan> {
        let decided = self.reading.decided.map(|decided| decided.date);
        let mut citations = item.reviewer.citations.iter();
        citations
            .find(|citation| {
                let edition = citation.edition_on(&self.pack.guidelines, decided);
                edition == Some(guideline) || citation.whole == Some(guideline)
            })
            .map(|citation| citation.span)
    }

    /// Whether the disputed portion is of a treatment class.
    pub(crate) fn is_treatment(&self, item: &ItemReading, id: &str) -> bool {
        let request = item.request.as_ref();
        request.is_some_and(|request| {
            let mut treatments = request.disputed.treatments.iter();
            treatments.any(|named| {
                let class = self.pack.treatments.get(named.treatment);
                class.is_some_and(|class| class.id.value == id)
            })
        })
    }

    /// The enabled limits on the item's treatment, each with the editions by which it applies.
    pub(crate) fn limits_on(
        &self,
        item: &ItemReading,
    ) -> impl Iterator<Item = (&'r Limit, &'r [usize])> + use<'r> {
        let limits = self.names.limits.of(&self.pack.limits, item);
        limits.filter(|(limit, _)| limit.enabled)
    }

    /// The enabled criteria on the item's treatment, each with the editions by which it applies.
    pub(crate) fn criteria_on(
        &self,
        item: &ItemReading,
    ) -> impl Iterator<Item = (&'r Criterion, &'r [usize])> + use<'r> {
        let criteria = self.names.criteria.of(&self.pack.criteria, item);
        criteria.filter(|(criterion, _)| criterion.enabled)
    }

    /// The id of a body part.
    pub(crate) fn body_part_id(&self, index: usize) -> &'r str {
        let part = self.pack.body_parts.get(index);
        part.map_or("", |part| part.id.value.as_str())
    }

    /// Whether a body part is one of `ids`, or within one of them, or one of them within it.
    pub(crate) fn related(&self, index: usize, ids: &[Located<String>]) -> bool {
        ids.iter().any(|id| {
            let other = self.names.body_parts.get(&id.value).copied();
            other.is_some_and(|other| self.names.anatomy.related(index, other))
        })
    }

    /// Where the item's heading, rationale or the case summary speak of a fact.
    pub(crate) fn mentions_fact(&self, item: &ItemReading, id: &str) -> Option<ByteSpan> {
        let places = [
            item.item.rationale,
            item.item.heading,
            self.reading.letter.case_summary(),
        ];
        let mut places = places.into_iter().flatten();
        places.find_map(|place| self.names_fact(place, id))
    }

    /// The title of a fact.
    pub(crate) fn fact_title(&self, id: &str) -> &'r str {
        let index = self.names.facts.get(id);
        let fact = index.and_then(|index| self.pack.facts.get(*index));
        fact.map_or("", |fact| fact.title.as_str())
    }

    /// What the item's rationale says of a fact about this patient.
    pub(crate) fn fact(&self, item: &'r ItemReading, id: &str) -> FactReading<'r> {
        self.fact_in(&item.rationale.facts, id)
    }

    /// What it comes to.
    pub(crate) fn fact_of(&self, item: &ItemReading, id: &str) -> FactAnswer {
        let fact = self.names.facts.get(id);
        fact.map_or(FactAnswer::Unsaid, |fact| {
            FactReading::of(&item.rationale.facts, *fact).answer
        })
    }

    /// What the case summary says of a fact.
    pub(crate) fn fact_in_summary(&self, id: &str) -> FactReading<'r> {
        self.fact_in(&self.reading.summary_facts, id)
    }

    fn fact_in(&self, statements: &'r [FactStatement], id: &str) -> FactReading<'r> {
        let fact = self.names.facts.get(id);
        fact.map_or_else(FactReading::default, |fact| {
            FactReading::of(statements, *fact)
        })
    }

    /// Where a place speaks of a fact, in whatever voice.
    pub(crate) fn names_fact(&self, place: ByteSpan, id: &str) -> Option<ByteSpan> {
        let fact = *self.names.facts.get(id)?;
        let mut hits = hits_within(&self.reading.hits, place).iter();
        hits.find(|hit| matches!(hit.meaning, Meaning::Fact { fact: found, .. } if found == fact))
            .map(|hit| hit.span)
    }

    /// Where the item's heading or the case summary names a diagnosis of a limit.
    pub(crate) fn diagnosis(&self, item: &ItemReading, limit: &Limit) -> Option<ByteSpan> {
        let places = [item.item.heading, self.reading.letter.case_summary()];
        places.into_iter().flatten().find_map(|place| {
            let mut hits = hits_within(&self.reading.hits, place).iter();
            hits.find(|hit| matches!(hit.meaning, Meaning::Diagnosis(index) if self.is_limit(index, limit)))
                .map(|hit| hit.span)
        })
    }

    /// Where the rationale uses the words behind which a limit is recited.
    pub(crate) fn recitals(&self, item: &ItemReading, limit: &Limit) -> Vec<ByteSpan> {
        let Some(rationale) = item.item.rationale else {
            return Vec::new();
        };
        let hits = hits_within(&self.reading.hits, rationale).iter();
        hits.filter(
            |hit| matches!(hit.meaning, Meaning::Recital(index) if self.is_limit(index, limit)),
        )
        .map(|hit| hit.span)
        .collect()
    }

    fn is_limit(&self, index: usize, limit: &Limit) -> bool {
        self.pack
            .limits
            .get(index)
            .is_some_and(|other| std::ptr::eq(other, limit))
    }
}

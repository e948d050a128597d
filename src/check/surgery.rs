//! The operation that an item goes with.

use super::case::Case;
use crate::letter::Decision;
use crate::reading::body_part::{PlacedPart, Side};
use crate::reading::conclusion::{Statement, Verdict};
use crate::reading::letter::ItemReading;
use crate::reading::lexicon::{Mark, Meaning};
use crate::reading::phrase::{Phrasebook, hits_within};
use crate::rules::pack::SurgeryWords;
use crate::span::ByteSpan;

/// The treatment class of operations, and that of what goes with them.
const SURGERY: &str = "surgery";
const ASSOCIATED: &str = "surgical-associated";

/// The words of `language.surgery`, made ready to be found.
#[derive(Debug)]
pub(crate) struct SurgeryBook {
    requested: Phrasebook<()>,
    words: Phrasebook<()>,
    whole_body: Phrasebook<()>,
    independent: Phrasebook<()>,
}

impl SurgeryBook {
    /// The words of a pack.
    pub(crate) fn new(words: &SurgeryWords) -> Self {
        let book = |list: &[String]| Phrasebook::new(list.iter().map(|word| (word.as_str(), ())));
        Self {
            requested: book(&words.requested),
            words: book(&words.words),
            whole_body: book(&words.whole_body),
            independent: book(&words.independent),
        }
    }
}

impl<'r> Case<'r> {
    /// Where the item is tied to an operation of the letter; `None`: it is not, or it is one itself.
    pub(crate) fn tie_to_surgery(&self, item: &ItemReading) -> Option<ByteSpan> {
        let heading = item.item.heading?;
        let book = self.names.surgery();
        let stands_alone = !book.independent.find(self.quote(heading)).is_empty();
        if stands_alone {
            return None;
        }
        // "Post-operative" alone may speak of an earlier operation.
        let mut hits = hits_within(&self.reading.hits, heading).iter();
        let marked = hits.find(|hit| hit.meaning == Meaning::Mark(Mark::SurgicalService));
        if let Some(mark) = marked {
            return Some(mark.span);
        }
        if self.is_treatment(item, SURGERY) {
            return None;
        }
        let rationale = item.item.rationale?;
        let said = book
            .requested
            .find(self.quote(rationale))
            .into_iter()
            .next();
        let said = said.map(|hit| hit.span.shifted(rationale.start));
        // An assistant goes with an operation whatever its rationale says.
        let named = self.is_treatment(item, ASSOCIATED).then_some(heading);
        said.or(named)
    }

    /// The operation of the same letter that the item goes with: the one of its body part, or the only one. Where
    /// several fit, all are decided alike.
    pub(crate) fn surgery_of(&self, item: &ItemReading) -> Option<&'r ItemReading> {
        let others = self.reading.items.iter();
        let surgeries =
            others.filter(|other| other.number != item.number && self.is_surgery(other));
        let surgeries: Vec<&ItemReading> = surgeries.collect();
        let heading = item.item.heading.map(|span| self.quote(span));
        let book = &self.names.surgery().whole_body;
        let is_of_whole = heading.is_some_and(|heading| !book.find(heading).is_empty());
        let parts = if is_of_whole { &[] } else { parts_of(item) };
        let fits = |surgery: &&&ItemReading| {
            let others = parts_of(surgery);
            parts.is_empty()
                || others.is_empty() && surgeries.len() == 1
                || others
                    .iter()
                    .any(|other| parts.iter().any(|part| self.same_part(part, other)))
        };
        let fitting: Vec<&ItemReading> = surgeries.iter().filter(fits).copied().collect();
        let first = fitting.first()?;
        let alike = fitting
            .iter()
            .all(|surgery| surgery.item.decision == first.item.decision);
        alike.then_some(*first)
    }

    /// Whether the item is an operation, decided as a whole.
    fn is_surgery(&self, item: &ItemReading) -> bool {
        let Some(request) = &item.request else {
            return false;
        };
        let is_whole = request.original.is_none() && request.authorized.is_none();
        is_whole
            && request.surgical_service.is_none()
            && self.is_treatment(item, SURGERY)
            && !self.is_treatment(item, ASSOCIATED)
    }

    fn same_part(&self, one: &PlacedPart, other: &PlacedPart) -> bool {
        let side = |part: &PlacedPart| part.side.map(|side| side.side);
        let opposite = matches!(
            (side(one), side(other)),
            (Some(Side::Left), Some(Side::Right)) | (Some(Side::Right), Some(Side::Left))
        );
        !opposite && self.names.parts_related(one.part, other.part)
    }

    /// Where the rationale says that the operation is not necessary.
    pub(crate) fn denies_surgery(&self, item: &ItemReading) -> Option<ByteSpan> {
        let denied = |statement: &&Statement| {
            let before = ByteSpan::new(statement.sentence.start, statement.span.start);
            let before = self.quote(before);
            let clause = before.rsplit([',', ';', ':']).next().unwrap_or_default();
            statement.verdict == Verdict::NotNecessary
                && !self.names.surgery().words.find(clause).is_empty()
        };
        let statement = item.conclusion.statements.iter().find(denied)?;
        Some(statement.span)
    }

    /// Whether the letter overturns the denial of an operation.
    pub(crate) fn overturns_a_surgery(&self) -> bool {
        let mut items = self.reading.items.iter();
        items.any(|item| {
            item.item.decision == Some(Decision::Overturned) && self.is_treatment(item, SURGERY)
        })
    }
}

fn parts_of(item: &ItemReading) -> &[PlacedPart] {
    let request = item.request.as_ref();
    request.map_or(&[], |request| &request.disputed.body_parts)
}

//! `only_ground: mtus-silence`: whether a rationale rests on nothing but the silence of the MTUS.

use super::{Answer, Case, Places, Predicate, Vocable};
use crate::reading::letter::ItemReading;
use crate::reading::named_source::{NamedSource, SourceRole};
use crate::reading::reason::Bearing;
use crate::reading::zone::{Zone, ZonedSentence};
use crate::rules::pack::System;
use crate::span::ByteSpan;

pub(super) const VOCABLE: Vocable = Vocable {
    name: "only_ground",
    about: "whether the rationale says that the MTUS does not address the item and gives no other ground: no guideline \
            in the rationale or on the reviewer's line, and no reason against the item",
    example: "only_ground: mtus-silence",
    places: Places::Item,
    provides: &[],
    parse: |argument| {
        argument.choice(&[("mtus-silence", ())])?;
        Some(Box::new(OnlyMtusSilence))
    },
};

#[derive(Debug)]
struct OnlyMtusSilence;

impl Predicate for OnlyMtusSilence {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let Some(item) = case.item.filter(|item| item.item.rationale.is_some()) else {
            return Answer::unknown();
        };
        let silent =
            |source: &&NamedSource| is_mtus(source.system) && source.role == SourceRole::Silent;
        let Some(source) = item.rationale.sources.iter().find(silent) else {
            return Answer::plain(false).because("it does not say that the MTUS is silent");
        };
        match other_ground(item) {
            Some((span, what)) => Answer::plain(false).shown(span, what),
            None => {
                let sentence = item.rationale.sentences.get(source.sentence);
                let span = sentence.map_or(source.span, |sentence| sentence.span);
                Answer::plain(true).shown(span, "the only ground")
            }
        }
    }
}

/// The chapters of ACOEM's second edition are part of the MTUS.
fn is_mtus(system: System) -> bool {
    matches!(system, System::Mtus | System::Acoem)
}

/// What else the decision rests on.
fn other_ground(item: &ItemReading) -> Option<(ByteSpan, &'static str)> {
    let citation = item
        .reviewer
        .citations
        .iter()
        .find(|citation| !is_mtus(citation.system));
    if let Some(citation) = citation {
        return Some((citation.span, "another source on the reviewer's line"));
    }
    let rationale = &item.rationale;
    let source = rationale
        .sources
        .iter()
        .find(|source| !is_mtus(source.system) || source.role == SourceRole::Authority);
    if let Some(source) = source {
        return Some((source.span, "a guideline that the rationale names"));
    }
    let silent = |sentence: ByteSpan| {
        let mut sources = rationale.sources.iter();
        sources.any(|source| sentence.contains(source.span))
    };
    let recital =
        |sentence: &&ZonedSentence| sentence.zone == Zone::Guideline && !silent(sentence.span);
    if let Some(sentence) = rationale.sentences.iter().find(recital) {
        return Some((sentence.span, "a guideline is recited"));
    }
    let reason = rationale
        .reasons
        .iter()
        .find(|reason| reason.bearing == Bearing::Against && !silent(reason.sentence));
    reason.map(|reason| (reason.span, "another reason"))
}

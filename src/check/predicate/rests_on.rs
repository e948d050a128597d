//! `rests_on: uncited-source`: whether a rationale rests on a guideline that the reviewer's line does not name.

use super::{Answer, Case, Places, Predicate, Vocable};
use crate::reading::citation::Citation;
use crate::reading::letter::ItemReading;
use crate::reading::named_source::{NamedSource, SourceRole};
use crate::rules::pack::System;

pub(super) const VOCABLE: Vocable = Vocable {
    name: "rests_on",
    about: "whether the rationale says something on the authority of the MTUS, ACOEM or ODG that the reviewer's line \
            does not name; unknown when the line cites nothing, or something that may be it",
    example: "rests_on: uncited-source",
    places: Places::Item,
    provides: &["source"],
    parse: |argument| {
        argument.choice(&[("uncited-source", ())])?;
        Some(Box::new(RestsOnUncitedSource))
    },
};

/// The entry for sources that a line does not name: it may be any.
const ANY_OTHER: &str = "other-guideline";

#[derive(Debug)]
struct RestsOnUncitedSource;

impl Predicate for RestsOnUncitedSource {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let Some(item) = case.item.filter(|item| !item.reviewer.citations.is_empty()) else {
            return Answer::unknown().because("the reviewer's line cites nothing");
        };
        let citations = &item.reviewer.citations;
        if let Some(citation) = citations.iter().find(|citation| may_be_any(case, citation)) {
            return Answer::unknown().shown(citation.span, "may be any source");
        }
        let Some(source) = item
            .rationale
            .sources
            .iter()
            .find(|source| is_uncited(item, source))
        else {
            return Answer::plain(false)
                .because("it rests on no guideline that the line does not name");
        };
        let answer = Answer::plain(true)
            .shown(source.span, "what the rationale rests on")
            .with("source", source.system.name());
        citations.iter().fold(answer, |answer, citation| {
            answer.shown(citation.span, "what the reviewer's line names")
        })
    }
}

fn may_be_any(case: &Case<'_>, citation: &Citation) -> bool {
    let known = citation
        .guideline
        .and_then(|index| case.pack.guidelines.get(index));
    citation.system == System::Other && known.is_none_or(|known| known.id.value == ANY_OTHER)
}

fn is_uncited(item: &ItemReading, source: &NamedSource) -> bool {
    let is_guideline = matches!(source.system, System::Mtus | System::Acoem | System::Odg);
    let named_together = |other: &&NamedSource| other.list == source.list;
    let sources = &item.rationale.sources;
    // A guideline that is also said to be silent is no authority, and of those that are named in one breath
    // one on the line is enough.
    let is_silent = |other: &NamedSource| {
        other.role == SourceRole::Silent && family(other.system) == family(source.system)
    };
    let quoted = item
        .rationale
        .sentences
        .get(source.sentence)
        .is_some_and(|sentence| matches!(sentence.rule, "quotation" | "recital"));
    is_guideline
        && source.role == SourceRole::Authority
        && !quoted
        && !sources.iter().any(is_silent)
        && !sources
            .iter()
            .filter(named_together)
            .any(|named| is_on_line(item, named.system))
}

fn is_on_line(item: &ItemReading, system: System) -> bool {
    let mut citations = item.reviewer.citations.iter();
    citations.any(|citation| family(citation.system) == family(system))
}

/// The chapters of ACOEM's second edition are part of the MTUS.
fn family(system: System) -> System {
    match system {
        System::Acoem => System::Mtus,
        other => other,
    }
}

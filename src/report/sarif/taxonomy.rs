//! The guideline editions of the pack as a taxonomy: one taxon for each.

use std::collections::HashMap;

use serde::Serialize;

use super::place::Text;
use crate::finding::Finding;
use crate::reading::letter::LetterReading;
use crate::rules::decode::Located;
use crate::rules::pack::{Guideline, Pack};
use crate::source::SourceText;

/// The name of the taxonomy.
const NAME: &str = "guideline-editions";

/// The editions, and what leads to them from a finding.
#[derive(Debug)]
pub(super) struct Taxonomy<'p> {
    editions: &'p [Guideline],
    /// Places of the editions that state a limit or criterion, by the citation that stands under its findings.
    by_citation: HashMap<&'p str, Vec<usize>>,
}

/// The taxonomy, or one of its editions, as others refer to it.
#[derive(Serialize)]
pub(super) struct Reference {
    name: &'static str,
    index: usize,
}

impl Reference {
    pub(super) fn whole() -> Self {
        Self {
            name: NAME,
            index: 0,
        }
    }
}

/// An edition as a result refers to it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct TaxonReference<'p> {
    id: &'p str,
    index: usize,
    tool_component: Reference,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Component<'p> {
    name: &'static str,
    version: &'p str,
    short_description: Text,
    is_comprehensive: bool,
    taxa: Vec<Taxon<'p>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Taxon<'p> {
    id: &'p str,
    short_description: Text,
    properties: Edition<'p>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Edition<'p> {
    system: &'static str,
    citation: &'p str,
    year: Option<u16>,
    in_force_from: Option<String>,
    in_force_to: Option<String>,
    confidence: &'static str,
}

impl<'p> Taxonomy<'p> {
    pub(super) fn of(pack: &'p Pack) -> Self {
        let places: HashMap<&str, usize> = pack
            .guidelines
            .iter()
            .enumerate()
            .map(|(at, edition)| (edition.id.value.as_str(), at))
            .collect();
        let limits = pack.limits.iter();
        let limits = limits.map(|limit| (limit.citation.as_str(), &limit.guidelines));
        let criteria = pack.criteria.iter();
        let criteria = criteria.map(|entry| (entry.citation.as_str(), &entry.guidelines));
        let mut by_citation: HashMap<&str, Vec<usize>> = HashMap::new();
        for (citation, ids) in limits.chain(criteria) {
            let ids: &[Located<String>] = ids;
            let found = ids.iter().filter_map(|id| places.get(id.value.as_str()));
            by_citation.entry(citation).or_default().extend(found);
        }
        Self {
            editions: &pack.guidelines,
            by_citation,
        }
    }

    pub(super) fn component(&self, pack: &'p Pack) -> Component<'p> {
        Component {
            name: NAME,
            version: &pack.version,
            short_description: Text::new("Editions of guidelines and statutes that letters cite"),
            is_comprehensive: false,
            taxa: self.editions.iter().map(taxon).collect(),
        }
    }

    /// The editions that a finding is about: those that state the limit or criterion under it, and those that are cited in
    /// the words that it points at.
    pub(super) fn editions_of(
        &self,
        finding: &Finding,
        source: &SourceText,
        reading: Option<&LetterReading<'_>>,
    ) -> Vec<TaxonReference<'p>> {
        let stated = finding.source.as_deref();
        let stated = stated.and_then(|citation| self.by_citation.get(citation));
        let mut places: Vec<usize> = stated.into_iter().flatten().copied().collect();
        if let Some(reading) = reading {
            places.extend(self.cited(finding, source, reading));
        }
        places.sort_unstable();
        places.dedup();
        let references = places.into_iter().filter_map(|index| {
            Some(TaxonReference {
                id: &self.editions.get(index)?.id.value,
                index,
                tool_component: Reference::whole(),
            })
        });
        references.collect()
    }

    fn cited(
        &self,
        finding: &Finding,
        source: &SourceText,
        reading: &LetterReading<'_>,
    ) -> Vec<usize> {
        let decided = reading.decided.map(|decided| decided.date);
        let lines = reading
            .items
            .iter()
            .flat_map(|item| [&item.claims_administrator, &item.reviewer]);
        let pointed = lines.flat_map(|line| &line.citations).filter(|citation| {
            let place = source.locate(citation.span);
            let labels = finding.labels.iter().map(|label| label.span);
            let mut labels = labels.filter(|label| label.start < place.end);
            labels.any(|label| place.start < label.end)
        });
        pointed
            .filter_map(|citation| citation.edition_on(self.editions, decided))
            .collect()
    }
}

fn taxon(edition: &Guideline) -> Taxon<'_> {
    Taxon {
        id: &edition.id.value,
        short_description: Text::new(edition.title.as_str()),
        properties: Edition {
            system: edition.system.name(),
            citation: &edition.citation,
            year: edition.year,
            in_force_from: edition.in_force.from.map(|day| day.to_string()),
            in_force_to: edition.in_force.to.map(|day| day.to_string()),
            confidence: edition.confidence.name(),
        },
    }
}

//! A letter in numbers, for the formats that show those of a whole run.

use super::format::AuditedLetter;
use super::treatment_ids;
use crate::finding::Severity;
use crate::letter::Decision;
use crate::reading::letter::ItemReading;
use crate::rules::pack::Pack;

/// What a run counts of a letter.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Its path as the user gave it, or `-`.
    pub name: String,
    /// Its case number.
    pub case_number: Option<String>,
    /// Whether anything could be read of it.
    pub unread: bool,
    /// Its disputed items.
    pub items: Vec<ItemTally>,
    /// The rule and severity of each finding that is reported.
    pub findings: Vec<(String, Severity)>,
    /// How many findings a waiver or the baseline keeps from being reported.
    pub unreported: usize,
}

/// What a run counts of a disputed item.
#[derive(Clone, Debug)]
pub struct ItemTally {
    /// Ids of the treatments in dispute.
    pub treatments: Vec<String>,
    /// The decision; `None`: there is none, or another word.
    pub decision: Option<Decision>,
    /// Ids of the guideline editions on the reviewer's line, each once.
    pub editions: Vec<String>,
}

impl Tally {
    /// Counts a letter.
    #[must_use]
    pub fn of(letter: &AuditedLetter<'_>) -> Self {
        let findings = letter.findings.iter();
        let read = letter.read.as_ref();
        let items = read.map(|read| {
            let items = read.reading.items.iter();
            let decided = read.reading.decided.map(|decided| decided.date);
            let pack = read.linter.pack();
            items
                .map(|item| ItemTally {
                    treatments: treatments(item, pack),
                    decision: item.item.decision,
                    editions: editions(item, pack, decided),
                })
                .collect()
        });
        Self {
            name: letter.name.to_owned(),
            case_number: read
                .and_then(|read| read.reading.case_number())
                .map(str::to_owned),
            unread: read.is_none(),
            items: items.unwrap_or_default(),
            findings: findings
                .map(|finding| (finding.rule.clone(), finding.severity))
                .collect(),
            unreported: letter.waived.len() + letter.known.len(),
        }
    }
}

/// The ids of the treatments in dispute, each once.
pub(super) fn treatments(item: &ItemReading, pack: &Pack) -> Vec<String> {
    let request = item.request.as_ref();
    let ids = request.map(|request| treatment_ids(&request.disputed, pack));
    ids.into_iter().flatten().map(str::to_owned).collect()
}

/// The ids of the guideline editions on the reviewer's line, each once.
pub(super) fn editions(
    item: &ItemReading,
    pack: &Pack,
    decided: Option<crate::reading::date::Date>,
) -> Vec<String> {
    let mut editions: Vec<String> = Vec::new();
    for citation in &item.reviewer.citations {
        let edition = citation.edition_on(&pack.guidelines, decided);
        let id = edition.and_then(|edition| pack.guidelines.get(edition));
        let id = id.map(|guideline| guideline.id.value.clone());
        editions.extend(id.filter(|id| !editions.contains(id)));
    }
    editions
}

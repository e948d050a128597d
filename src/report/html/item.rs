//! The disputed items of a letter: what was asked for, what was decided, and which limits govern.

use serde::Serialize;

use super::anchor::Anchors;
use super::words::{Quotes, Words};
use crate::check::AppliedLimit;
use crate::reading::letter::ItemReading;
use crate::report::format::ReadLetter;
use crate::report::heading::shortened;
use crate::report::treatment_ids;

/// The most characters of a heading.
const LONGEST: usize = 240;

/// A disputed item.
#[derive(Clone, Debug, Serialize)]
pub(super) struct ItemView {
    pub(super) id: String,
    pub(super) number: usize,
    pub(super) heading: String,
    /// "upheld", "overturned", or "none" where the letter has no such word.
    pub(super) decision: &'static str,
    /// What the rationale concludes, in words.
    conclusion: &'static str,
    pub(super) treatments: Vec<String>,
    /// Where it stands.
    pub(super) place: String,
    href: String,
    limits: Vec<LimitView>,
}

#[derive(Clone, Debug, Serialize)]
struct LimitView {
    id: String,
    title: String,
    numbers: String,
    guideline: String,
    /// Whether the reviewer's line cites the edition.
    cited: bool,
}

/// The items of a letter.
pub(super) fn items(
    read: &ReadLetter<'_>,
    anchors: &Anchors,
    quotes: &Quotes<'_>,
) -> Vec<ItemView> {
    let limits = read.linter.applied_limits(read.reading);
    let items = read.reading.items.iter();
    items
        .map(|item| view(item, read, anchors, quotes, &limits))
        .collect()
}

fn view(
    item: &ItemReading,
    read: &ReadLetter<'_>,
    anchors: &Anchors,
    quotes: &Quotes<'_>,
    limits: &[AppliedLimit],
) -> ItemView {
    let pack = read.linter.pack();
    let span = item.item.heading.unwrap_or(item.item.span);
    let Words { place, href, .. } = quotes.words(read.source.locate(span), "");
    let heading = item
        .item
        .heading
        .map(|span| quotes.text(read.source.locate(span), LONGEST));
    let treatments = item.request.as_ref();
    let treatments = treatments.map(|request| treatment_ids(&request.disputed, pack));
    let governing = limits.iter().filter(|limit| limit.item == item.number);
    ItemView {
        id: anchors.item(item.number),
        number: item.number,
        heading: heading.unwrap_or_else(|| "(no heading)".to_owned()),
        decision: item
            .item
            .decision
            .map_or("none", |decision| decision.name()),
        conclusion: match item.conclusion.verdict.name() {
            "not-necessary" => "not medically necessary",
            "necessary" => "medically necessary",
            "mixed" => "both necessary and not",
            _ => "nothing about necessity",
        },
        treatments: treatments
            .into_iter()
            .flatten()
            .map(str::to_owned)
            .collect(),
        place,
        href,
        limits: governing.map(|limit| limit_view(limit, read)).collect(),
    }
}

fn limit_view(applied: &AppliedLimit, read: &ReadLetter<'_>) -> LimitView {
    let pack = read.linter.pack();
    let limit = pack
        .limits
        .iter()
        .find(|limit| limit.id.value == applied.id);
    let editions = &pack.guidelines;
    let edition = editions
        .iter()
        .find(|edition| edition.id.value == applied.guideline);
    let guideline = edition.map_or(&applied.guideline, |edition| &edition.title);
    LimitView {
        id: applied.id.clone(),
        title: limit.map(|limit| limit.title.clone()).unwrap_or_default(),
        numbers: shortened(&applied.numbers, LONGEST),
        guideline: guideline.clone(),
        cited: applied.cited,
    }
}

//! One page about one entry of a pack, in a fixed shape for each kind. Examples are the entry's own tests, run as
//! the page is made.

mod advice;
mod criterion;
mod data;
mod example;
mod limit;
mod render;
mod rule;

pub use self::render::render;
use crate::check::Linter;
use crate::rules::catalogue::EntryKind;
use crate::rules::decode::Located;
use crate::rules::pack::{Confidence, Pack};

/// A page, to be written by [`render`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The kind of the entry and its id: `limit acupuncture-trial`.
    pub heading: String,
    /// File and line where it is declared.
    pub place: String,
    /// What is told of it.
    pub sections: Vec<Section>,
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its title.
    pub title: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Words that are wrapped.
    Paragraph(String),
    /// A name, and words behind it that are wrapped beside it. An empty name: a mark.
    Item {
        /// How far it stands in, in steps.
        depth: usize,
        /// The name; empty: a bare mark.
        name: String,
        /// The words.
        text: String,
    },
    /// A line as it stands.
    Line(String),
}

/// The page about the entry of this kind and id; `None`: there is none.
#[must_use]
pub fn page(linter: &Linter, kind: EntryKind, id: &str) -> Option<Page> {
    let pack = linter.pack();
    let (declared, sections) = match kind {
        EntryKind::Rule => {
            let rule = pack.rules.iter().find(|rule| rule.id.value == id)?;
            (&rule.id, rule::sections(linter, rule))
        }
        EntryKind::Limit => {
            let limit = pack.limits.iter().find(|limit| limit.id.value == id)?;
            (&limit.id, limit::sections(linter, limit))
        }
        EntryKind::Criterion => {
            let criterion = pack.criteria.iter().find(|entry| entry.id.value == id)?;
            (&criterion.id, criterion::sections(linter, criterion))
        }
        EntryKind::Law => {
            let law = pack.laws.iter().find(|law| law.id.value == id)?;
            (&law.id, advice::of_law(pack, law))
        }
        EntryKind::Recommendation => {
            let mut entries = pack.recommendations.iter();
            let entry = entries.find(|entry| entry.id.value == id)?;
            (&entry.id, advice::of_recommendation(pack, entry))
        }
        EntryKind::Guideline => {
            let guideline = pack.guideline(id)?;
            (&guideline.id, data::of_guideline(pack, guideline))
        }
        EntryKind::Treatment => {
            let treatment = pack.treatments.iter().find(|entry| entry.id.value == id)?;
            (&treatment.id, data::of_treatment(pack, treatment))
        }
        EntryKind::Fact => {
            let fact = pack.facts.iter().find(|fact| fact.id.value == id)?;
            (&fact.id, data::of_fact(pack, fact))
        }
    };
    let mut sections = sections;
    sections.push(section("Changed by", overridden(pack, kind, id)));
    Some(Page {
        heading: format!("{} {id}", kind.name()),
        place: declared.place.to_string(),
        sections: sections
            .into_iter()
            .filter(|section| !section.blocks.is_empty())
            .collect(),
    })
}

fn section(title: &str, blocks: Vec<Block>) -> Section {
    Section {
        title: title.to_owned(),
        blocks,
    }
}

fn item(name: impl Into<String>, text: impl Into<String>) -> Block {
    Block::Item {
        depth: 0,
        name: name.into(),
        text: text.into(),
    }
}

/// A name and what a list holds; nothing for an empty list.
fn listed(name: &str, words: &[String]) -> Option<Block> {
    (!words.is_empty()).then(|| item(name, words.join(", ")))
}

/// What is behind an entry: the words of `citation`, where it was read, and how sure we are.
fn provenance(citation: &str, source: &str, confidence: Confidence) -> Vec<Block> {
    vec![
        item("citation", citation),
        item("read", source),
        item("confidence", confidence_in_words(confidence)),
    ]
}

fn confidence_in_words(confidence: Confidence) -> String {
    let means = match confidence {
        Confidence::Primary => "read verbatim in the primary or official text",
        Confidence::Quoted => "read as quoted or paraphrased elsewhere",
        Confidence::Unverified => "read nowhere yet",
    };
    format!("{}: {means}", confidence.name())
}

/// The editions with these ids, each with its title and dates.
fn editions(pack: &Pack, ids: &[Located<String>]) -> Vec<Block> {
    let each = ids.iter().filter_map(|id| pack.guideline(&id.value));
    let edition = each.map(|guideline| {
        let (title, dates) = (&guideline.title, guideline.in_force);
        let confidence = guideline.confidence.name();
        let text = format!("{title}; in force: {dates} ({confidence})");
        item(guideline.id.value.as_str(), text)
    });
    edition.collect()
}

/// The treatments with these ids, each with the phrases that name it.
fn treatments(pack: &Pack, ids: &[Located<String>]) -> Vec<Block> {
    let each = ids.iter().filter_map(|id| {
        let mut treatments = pack.treatments.iter();
        treatments.find(|treatment| treatment.id.value == id.value)
    });
    let treatment = each.map(|treatment| {
        let names = some(&treatment.names);
        item(
            treatment.id.value.as_str(),
            format!("{}: {names}", treatment.title),
        )
    });
    treatment.collect()
}

/// The facts with these ids and their titles, behind a name.
fn facts(pack: &Pack, name: &str, ids: &[Located<String>]) -> Vec<Block> {
    let each = ids.iter().map(|id| {
        let mut facts = pack.facts.iter();
        let fact = facts.find(|fact| fact.id.value == id.value);
        let title = fact.map_or("", |fact| &fact.title);
        item(name, format!("{} ({title})", id.value))
    });
    each.collect()
}

/// The first of many phrases.
fn some(phrases: &[String]) -> String {
    const SHOWN: usize = 12;
    let shown: Vec<&str> = phrases.iter().take(SHOWN).map(String::as_str).collect();
    match phrases.len().saturating_sub(SHOWN) {
        0 => shown.join(", "),
        more => format!("{}, and {more} more", shown.join(", ")),
    }
}

/// What upper layers changed of an entry: the fields, where, and why.
fn overridden(pack: &Pack, kind: EntryKind, id: &str) -> Vec<Block> {
    let of_entry = pack
        .overridden
        .iter()
        .filter(|change| change.kind == kind.name() && change.id.value == id);
    let change = of_entry.map(|change| {
        let fields: Vec<&str> = change.fields.iter().map(|key| &*key.value).collect();
        let reason = change.reason.as_deref().unwrap_or("no reason is given");
        let text = format!("{}: {reason}", fields.join(", "));
        item(change.id.place.to_string(), text)
    });
    change.collect()
}

/// How an entry that is data is switched off or changed.
fn configuration(enabled: bool, changes: &str) -> Vec<Block> {
    vec![
        item(
            "enabled",
            if enabled {
                "yes; `enabled: false` switches it off"
            } else {
                "no; it is not used, and its tests are not run"
            },
        ),
        Block::Paragraph(changes.to_owned()),
    ]
}

/// The ids alone.
fn values(ids: &[Located<String>]) -> Vec<String> {
    ids.iter().map(|id| id.value.clone()).collect()
}

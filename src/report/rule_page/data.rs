//! The pages about editions, treatments and facts.

use super::{Block, Section, confidence_in_words, item, listed, section, some, values};
use crate::rules::decode::Located;
use crate::rules::pack::{Criterion, Fact, Guideline, Law, Limit, Pack, Recommendation, Treatment};

pub(super) fn of_guideline(pack: &Pack, guideline: &Guideline) -> Vec<Section> {
    let mut says = vec![
        item("title", guideline.title.as_str()),
        item("system", guideline.system.name()),
    ];
    says.extend(listed("labels", &guideline.labels));
    says.extend(guideline.year.map(|year| item("year", year.to_string())));
    says.extend(
        guideline
            .chapter
            .map(|chapter| item("chapter", chapter.to_string())),
    );
    says.extend(listed("body parts", &values(&guideline.body_parts)));
    says.extend(some_of("sections", &guideline.sections));
    let law = vec![
        item("in force", guideline.in_force.to_string()),
        item("citation", guideline.citation.as_str()),
        item("confidence", confidence_in_words(guideline.confidence)),
    ];
    let is_here = |ids: &[Located<String>]| ids.iter().any(|id| id.value == guideline.id.value);
    vec![
        section("What it is", says),
        section("The law", law),
        section(
            "Its limits",
            limits(pack, |limit| is_here(&limit.guidelines)),
        ),
        section(
            "Its criteria",
            criteria(pack, |criterion| is_here(&criterion.guidelines)),
        ),
        section(
            "Its recommendations",
            recommendations(pack, |entry| is_here(&entry.guidelines)),
        ),
        section("Laws in it", laws(pack, |law| is_here(&law.guidelines))),
    ]
}

pub(super) fn of_treatment(pack: &Pack, treatment: &Treatment) -> Vec<Section> {
    let mut says = vec![item("title", treatment.title.as_str())];
    says.extend(listed("names", &treatment.names));
    says.extend(listed("named only in general by", &treatment.generic));
    says.extend(listed("forms", &treatment.forms));
    let unit = treatment.unit.as_deref();
    says.push(item(
        "counted in",
        unit.unwrap_or("nothing: amounts of it are not compared"),
    ));
    if treatment.drug {
        says.push(item("drug", "yes: `#60` is what is dispensed"));
    }
    says.extend(
        treatment
            .after_surgery
            .as_ref()
            .map(|other| item("after a surgery", format!("counted as {}", other.value))),
    );
    let is_on = |ids: &[Located<String>]| ids.iter().any(|id| id.value == treatment.id.value);
    vec![
        section("What it is", says),
        section(
            "Limits on it",
            limits(pack, |limit| is_on(&limit.treatments)),
        ),
        section(
            "Criteria for it",
            criteria(pack, |criterion| is_on(&criterion.treatments)),
        ),
        section(
            "Recommendations on it",
            recommendations(pack, |entry| is_on(&entry.treatments)),
        ),
    ]
}

pub(super) fn of_fact(pack: &Pack, fact: &Fact) -> Vec<Section> {
    let mut says = vec![item("title", fact.title.as_str())];
    says.extend(some_of("stated or denied with", &fact.says));
    says.extend(some_of("stated by a sign", &fact.signs));
    says.extend(some_of("denied with what it takes", &fact.needs));
    says.extend(some_of("denied by", &fact.denied_by));
    says.extend(some_of("not meant by", &fact.unlike));
    if fact.past_counts {
        says.push(item("told of the past", "counts too"));
    }
    if fact.absence_counts {
        says.push(item("denied", "counts as stated: it was looked for"));
    }
    let names = |ids: &[Located<String>]| ids.iter().any(|id| id.value == fact.id.value);
    vec![
        section("What it is", says),
        section(
            "Limits that it extends or lifts",
            limits(pack, |limit| {
                names(&limit.extended_by) || names(&limit.exempt_when)
            }),
        ),
        section(
            "Criteria that ask for it",
            criteria(pack, |criterion| {
                names(&criterion.requires) || names(&criterion.requires_any)
            }),
        ),
        section(
            "Criteria that it waives",
            criteria(pack, |criterion| names(&criterion.waived_by)),
        ),
    ]
}

fn limits(pack: &Pack, wanted: impl Fn(&Limit) -> bool) -> Vec<Block> {
    let limits = pack.limits.iter().filter(|limit| wanted(limit));
    let line = limits.map(|limit| {
        let off = if limit.enabled { "" } else { " (not used)" };
        let text = format!("{}: {}{off}", limit.title, limit.numbers());
        item(limit.id.value.as_str(), text)
    });
    line.collect()
}

fn criteria(pack: &Pack, wanted: impl Fn(&Criterion) -> bool) -> Vec<Block> {
    let criteria = pack.criteria.iter().filter(|criterion| wanted(criterion));
    let line = criteria.map(|criterion| {
        let off = if criterion.enabled { "" } else { " (not used)" };
        item(
            criterion.id.value.as_str(),
            format!("{}{off}", criterion.title),
        )
    });
    line.collect()
}

fn recommendations(pack: &Pack, wanted: impl Fn(&Recommendation) -> bool) -> Vec<Block> {
    let entries = pack.recommendations.iter().filter(|entry| wanted(entry));
    let line = entries.map(|entry| {
        let off = if entry.enabled { "" } else { " (not used)" };
        let text = format!("{}: {}{off}", entry.title, entry.in_words());
        item(entry.id.value.as_str(), text)
    });
    line.collect()
}

fn laws(pack: &Pack, wanted: impl Fn(&Law) -> bool) -> Vec<Block> {
    let laws = pack.laws.iter().filter(|law| wanted(law));
    laws.map(|law| item(law.id.value.as_str(), law.title.as_str()))
        .collect()
}

fn some_of(name: &str, phrases: &[String]) -> Option<Block> {
    (!phrases.is_empty()).then(|| item(name, some(phrases)))
}

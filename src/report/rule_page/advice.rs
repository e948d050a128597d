//! The pages about laws and recommendations.

use super::{
    Section, configuration, editions, item, listed, provenance, section, treatments, values,
};
use crate::rules::pack::{Law, Pack, Recommendation};

/// That no rule asks for such an entry.
const FOR_PEOPLE: &str =
    "No rule of the built-in pack asks for it: it stands here for people, with its source.";

pub(super) fn of_law(pack: &Pack, law: &Law) -> Vec<Section> {
    let says = vec![
        item("title", law.title.as_str()),
        item("says", law.says.as_str()),
        item("in force", law.in_force.to_string()),
    ];
    vec![
        section("What it says", says),
        section(
            "The law",
            provenance(&law.citation, &law.source, law.confidence),
        ),
        section("Editions", editions(pack, &law.guidelines)),
        section(
            "How to configure it",
            configuration(law.enabled, FOR_PEOPLE),
        ),
    ]
}

pub(super) fn of_recommendation(pack: &Pack, entry: &Recommendation) -> Vec<Section> {
    let mut says = vec![
        item("title", entry.title.as_str()),
        item("says", entry.in_words()),
    ];
    says.extend(listed("only of", &values(&entry.names)));
    says.extend(listed("body parts", &values(&entry.body_parts)));
    vec![
        section("What it says", says),
        section("Which treatments", treatments(pack, &entry.treatments)),
        section(
            "The law",
            provenance(&entry.citation, &entry.source, entry.confidence),
        ),
        section("Editions", editions(pack, &entry.guidelines)),
        section(
            "How to configure it",
            configuration(entry.enabled, FOR_PEOPLE),
        ),
    ]
}

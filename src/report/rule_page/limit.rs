//! The page about a limit.

use super::example::Tested;
use super::{
    Section, configuration, editions, facts, item, listed, provenance, section, treatments,
};
use crate::check::Linter;
use crate::rules::pack::Limit;

pub(super) fn sections(linter: &Linter, limit: &Limit) -> Vec<Section> {
    let pack = linter.pack();
    let mut says = vec![
        item("title", limit.title.as_str()),
        item("numbers", limit.numbers()),
    ];
    says.extend(
        limit
            .section
            .as_deref()
            .map(|section| item("section", section)),
    );
    says.extend(listed("only for", &limit.diagnoses));
    says.extend(listed("recited behind", &limit.recited));
    let mut extends = facts(pack, "extended by", &limit.extended_by);
    extends.extend(facts(pack, "not applied with", &limit.exempt_when));
    let mut sections = vec![
        section("What it says", says),
        section("Which treatments", treatments(pack, &limit.treatments)),
        section("Which facts allow more", extends),
    ];
    let tested = Tested {
        fires: "limit",
        enabled: limit.enabled,
        tests: &limit.tests,
    };
    sections.extend(tested.examples(linter));
    sections.extend([
        section(
            "The law",
            provenance(&limit.citation, &limit.source, limit.confidence),
        ),
        section("Editions", editions(pack, &limit.guidelines)),
        section(
            "How to configure it",
            configuration(
                limit.enabled,
                "The rules of the group `limit` hold it against letters; `--select limit` reports only those.",
            ),
        ),
        section("Related limits", related(linter, limit)),
    ]);
    sections
}

/// The other limits on one of its treatments.
fn related(linter: &Linter, limit: &Limit) -> Vec<super::Block> {
    let shares = |other: &&Limit| {
        let mut ids = other.treatments.iter().map(|id| &id.value);
        other.id.value != limit.id.value
            && ids.any(|id| limit.treatments.iter().any(|own| own.value == *id))
    };
    let others = linter.pack().limits.iter().filter(shares);
    let others = others.map(|other| {
        let text = format!("{}: {}", other.title, other.numbers());
        item(other.id.value.as_str(), text)
    });
    others.collect()
}

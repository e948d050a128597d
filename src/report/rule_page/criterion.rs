//! The page about a criterion.

use super::example::Tested;
use super::{Section, configuration, editions, facts, item, provenance, section, treatments};
use crate::check::Linter;
use crate::rules::pack::Criterion;

pub(super) fn sections(linter: &Linter, criterion: &Criterion) -> Vec<Section> {
    let pack = linter.pack();
    let mut says = vec![item("title", criterion.title.as_str())];
    says.extend(facts(pack, "requires", &criterion.requires));
    says.extend(facts(pack, "requires one of", &criterion.requires_any));
    says.extend(facts(pack, "waived by", &criterion.waived_by));
    let more = if criterion.sufficient {
        "no: who documents all this has met it"
    } else {
        "it may"
    };
    says.push(item("does the guideline ask for more", more));
    let mut sections = vec![
        section("What it says", says),
        section("Which treatments", treatments(pack, &criterion.treatments)),
    ];
    let tested = Tested {
        fires: "criterion",
        enabled: criterion.enabled,
        tests: &criterion.tests,
    };
    sections.extend(tested.examples(linter));
    sections.extend([
        section(
            "The law",
            provenance(&criterion.citation, &criterion.source, criterion.confidence),
        ),
        section("Editions", editions(pack, &criterion.guidelines)),
        section(
            "How to configure it",
            configuration(
                criterion.enabled,
                "The rules of the group `criterion` hold it against letters; `--select criterion` reports only those.",
            ),
        ),
        section("Related criteria", related(linter, criterion)),
    ]);
    sections
}

/// The other criteria for one of its treatments.
fn related(linter: &Linter, criterion: &Criterion) -> Vec<super::Block> {
    let shares = |other: &&Criterion| {
        let mut ids = other.treatments.iter().map(|id| &id.value);
        other.id.value != criterion.id.value
            && ids.any(|id| criterion.treatments.iter().any(|own| own.value == *id))
    };
    let others = linter.pack().criteria.iter().filter(shares);
    let others = others.map(|other| item(other.id.value.as_str(), other.title.as_str()));
    others.collect()
}

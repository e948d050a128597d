//! Criteria: what a guideline edition wants to see documented.

use super::provenance::Provenance;
use super::{id, rule_test};
use crate::rules::decode::{Decoder, Fields, Located};
use crate::rules::pack::Criterion;
use crate::rules::yaml::Node;

/// A criterion. Its references are checked when the whole pack is known.
pub(super) fn decode(decoder: &mut Decoder, node: &Node) -> Option<Criterion> {
    let mut fields = decoder.fields(node, "a criterion")?;
    let id = fields.required(decoder, "id", id::kebab);
    let title = fields.required(decoder, "title", Decoder::text);
    let treatments = fields.required(decoder, "treatments", Decoder::located_texts);
    let guidelines = fields.required(decoder, "guidelines", Decoder::located_texts);
    let facts = Facts::of(decoder, &mut fields);
    let sufficient = fields.optional(decoder, "sufficient", Decoder::boolean);
    let provenance = Provenance::of(decoder, &mut fields);
    let tests = rule_test::of_entry(decoder, &mut fields, "criterion");
    fields.finish(decoder);
    let provenance = provenance?;
    Some(Criterion {
        id: id?,
        title: title?,
        treatments: treatments?,
        guidelines: guidelines?,
        requires: facts.requires,
        requires_any: facts.requires_any,
        waived_by: facts.waived_by,
        sufficient: sufficient.unwrap_or_default(),
        citation: provenance.citation,
        confidence: provenance.confidence,
        source: provenance.source,
        enabled: provenance.enabled,
        tests,
    })
}

/// The facts of a criterion.
struct Facts {
    requires: Vec<Located<String>>,
    requires_any: Vec<Located<String>>,
    waived_by: Vec<Located<String>>,
}

impl Facts {
    fn of(decoder: &mut Decoder, fields: &mut Fields<'_>) -> Self {
        let mut list = |key: &'static str| fields.optional(decoder, key, Decoder::located_texts);
        let lists = [list("requires"), list("requires_any"), list("waived_by")];
        let [requires, requires_any, waived_by] = lists.map(Option::unwrap_or_default);
        let keys = ["requires", "requires_any"];
        let given = |key: &&str| fields.key_span(key).is_some() || fields.misspells(key);
        if !keys.iter().any(given) {
            decoder.report_with_help(
                fields.name_span(),
                "this criterion asks for no fact",
                "requires nothing",
                Some("give at least one of requires, requires_any".to_owned()),
            );
        }
        Self {
            requires,
            requires_any,
            waived_by,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::rules::entries::trial::{complaints, decoded};

    const CRITERION: &str = "\
id: office-visit-rationale
title: A visit needs a reason
treatments: [office-visit]
guidelines: [mtus-chronic-pain-2016]
requires: [visit-reason]
citation: MTUS Chronic Pain 2016, Office visits
confidence: quoted
source: the guideline as quoted in a review
enabled: false
tests: [ { name: n, decision: upheld, silent: [criterion/unmet] } ]
";

    #[test]
    fn a_criterion_is_decoded_also_when_it_is_switched_off() {
        let (criterion, problems) = decoded(CRITERION, decode);
        assert!(problems.is_empty(), "{problems:?}");
        let criterion = criterion.unwrap();
        assert!(!criterion.enabled);
        assert_eq!(criterion.requires[0].value, "visit-reason");
    }

    #[test]
    fn one_of_several_facts_may_be_enough() {
        let text = CRITERION.replace(
            "requires: [visit-reason]",
            "requires_any: [red-flag, neurologic-deficit]\nwaived_by: [post-surgical]\nsufficient: true",
        );
        let (criterion, problems) = decoded(&text, decode);
        assert!(problems.is_empty(), "{problems:?}");
        let criterion = criterion.unwrap();
        assert!(criterion.requires.is_empty() && criterion.sufficient);
        assert_eq!(criterion.requires_any[1].value, "neurologic-deficit");
        assert_eq!(criterion.waived_by[0].value, "post-surgical");
    }

    #[test]
    fn a_criterion_asks_for_a_fact() {
        let text = CRITERION.replace("requires: [visit-reason]\n", "");
        assert_eq!(
            complaints(&text, decode),
            [
                "t.yaml:1:5: this criterion asks for no fact (give at least one of requires, requires_any)"
            ]
        );
    }

    #[test]
    fn every_mistake_is_told() {
        let text = CRITERION
            .replace("requires: [visit-reason]", "require: visit-reason")
            .replace("enabled: false", "enabled: no")
            .replace("tests: ", "test: ");
        assert_eq!(
            complaints(&text, decode),
            [
                "t.yaml:5:1: unknown key `require` in a criterion (did you mean `requires`?)",
                "t.yaml:9:10: expected true or false, found text (write `false`)",
                "t.yaml:10:1: unknown key `test` in a criterion (did you mean `tests`?)",
            ]
        );
    }
}

//! Criteria: what a guideline edition wants to see documented.

use super::provenance::Provenance;
use super::{id, rule_test};
use crate::rules::decode::Decoder;
use crate::rules::pack::Criterion;
use crate::rules::yaml::Node;

/// A criterion. Its references are checked when the whole pack is known.
pub(super) fn decode(decoder: &mut Decoder, node: &Node) -> Option<Criterion> {
    let mut fields = decoder.fields(node, "a criterion")?;
    let id = fields.required(decoder, "id", id::kebab);
    let title = fields.required(decoder, "title", Decoder::text);
    let treatments = fields.required(decoder, "treatments", Decoder::located_texts);
    let guidelines = fields.required(decoder, "guidelines", Decoder::located_texts);
    let requires = fields.required(decoder, "requires", Decoder::located_texts);
    let provenance = Provenance::of(decoder, &mut fields);
    let tests = rule_test::of_entry(decoder, &mut fields, "criterion");
    fields.finish(decoder);
    let provenance = provenance?;
    Some(Criterion {
        id: id?,
        title: title?,
        treatments: treatments?,
        guidelines: guidelines?,
        requires: requires?,
        citation: provenance.citation,
        confidence: provenance.confidence,
        source: provenance.source,
        enabled: provenance.enabled,
        tests,
    })
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

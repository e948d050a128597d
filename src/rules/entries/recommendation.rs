//! Recommendations: what a guideline edition says of a treatment without a number or a fact to document.

use super::id;
use super::provenance::Provenance;
use crate::rules::decode::{Decoder, Fields};
use crate::rules::pack::{Advice, Recommendation};
use crate::rules::yaml::Node;

/// What a guideline can say of a treatment.
pub(in crate::rules) const ADVICE: [(&str, Advice); 4] = [
    (Advice::Recommended.name(), Advice::Recommended),
    (Advice::Option.name(), Advice::Option),
    (Advice::OnlyWhen.name(), Advice::OnlyWhen),
    (Advice::NotRecommended.name(), Advice::NotRecommended),
];

/// A recommendation. Its references are checked when the whole pack is known.
pub(super) fn decode(decoder: &mut Decoder, node: &Node) -> Option<Recommendation> {
    let mut fields = decoder.fields(node, "a recommendation")?;
    let id = fields.required(decoder, "id", id::kebab);
    let title = fields.required(decoder, "title", Decoder::text);
    let treatments = fields.required(decoder, "treatments", Decoder::located_texts);
    let names = fields.optional(decoder, "names", Decoder::located_texts);
    let body_parts = fields.optional(decoder, "body_parts", Decoder::located_texts);
    let guidelines = fields.required(decoder, "guidelines", Decoder::located_texts);
    let says = fields.required(decoder, "says", advice);
    let condition = fields.optional(decoder, "condition", Decoder::text);
    if says == Some(Advice::OnlyWhen) {
        has_condition(decoder, &fields);
    }
    let provenance = Provenance::of(decoder, &mut fields);
    fields.finish(decoder);
    let provenance = provenance?;
    Some(Recommendation {
        id: id?,
        title: title?,
        treatments: treatments?,
        names: names.unwrap_or_default(),
        body_parts: body_parts.unwrap_or_default(),
        guidelines: guidelines?,
        says: says?,
        condition,
        citation: provenance.citation,
        confidence: provenance.confidence,
        source: provenance.source,
        enabled: provenance.enabled,
    })
}

/// What a guideline says of a treatment.
pub(super) fn advice(decoder: &mut Decoder, node: &Node) -> Option<Advice> {
    decoder.choice(node, &ADVICE)
}

/// "Only when" says when.
fn has_condition(decoder: &mut Decoder, fields: &Fields<'_>) {
    if fields.key_span("condition").is_some() || fields.misspells("condition") {
        return;
    }
    let at = fields.key_span("says");
    decoder.report_with_help(
        at.unwrap_or_else(|| fields.name_span()),
        "recommended only when, but not when",
        "needs a condition",
        Some("add `condition`, or say recommended, option or not-recommended".to_owned()),
    );
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::rules::entries::trial::{complaints, decoded};

    const RECOMMENDATION: &str = "\
id: lidocaine-patch
title: Lidocaine on the skin only as a patch
treatments: [topical]
names: [lidocaine]
guidelines: [mtus-chronic-pain-2016]
says: only-when
condition: as a patch, after first-line drugs
citation: MTUS Chronic Pain 2016, Topical analgesics
confidence: quoted
source: the guideline as quoted in a review
";

    #[test]
    fn a_recommendation_is_decoded() {
        let (found, problems) = decoded(RECOMMENDATION, decode);
        assert!(problems.is_empty(), "{problems:?}");
        let found = found.unwrap();
        assert_eq!(found.says, Advice::OnlyWhen);
        assert_eq!(found.names[0].value, "lidocaine");
        assert!(found.enabled && found.body_parts.is_empty());
    }

    #[test]
    fn only_when_needs_a_condition() {
        let text = RECOMMENDATION.replace("condition: as a patch, after first-line drugs\n", "");
        assert_eq!(
            complaints(&text, decode),
            ["t.yaml:6:1: recommended only when, but not when \
              (add `condition`, or say recommended, option or not-recommended)"]
        );
        let text = text.replace("only-when", "not-recommended");
        assert!(complaints(&text, decode).is_empty());
    }

    #[test]
    fn every_mistake_is_told() {
        let text = RECOMMENDATION
            .replace("[topical]", "[]")
            .replace("says: only-when", "says: advised")
            .replace(
                "confidence: quoted",
                "confidence: unverified\nenabled: false",
            )
            .replace("source: ", "sources: ");
        assert_eq!(
            complaints(&text, decode),
            [
                "t.yaml:3:13: this list is empty",
                "t.yaml:6:7: unknown value `advised` (known: recommended, option, only-when, not-recommended)",
                "t.yaml:11:1: unknown key `sources` in a recommendation (did you mean `source`?)",
            ]
        );
    }
}

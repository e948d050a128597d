//! Laws: definitions and duties that are neither a number nor a fact to document.

use super::provenance::Provenance;
use super::{day, id};
use crate::rules::decode::Decoder;
use crate::rules::pack::{InForce, Law};
use crate::rules::yaml::Node;

/// A law. The statutes it names are checked when the whole pack is known.
pub(super) fn decode(decoder: &mut Decoder, node: &Node) -> Option<Law> {
    let mut fields = decoder.fields(node, "a law")?;
    let id = fields.required(decoder, "id", id::kebab);
    let title = fields.required(decoder, "title", Decoder::text);
    let says = fields.required(decoder, "says", Decoder::text);
    let guidelines = fields.required(decoder, "guidelines", Decoder::located_texts);
    let in_force = fields.optional(decoder, "in_force", day::in_force);
    let provenance = Provenance::of(decoder, &mut fields);
    fields.finish(decoder);
    let provenance = provenance?;
    Some(Law {
        id: id?,
        title: title?,
        says: says?,
        guidelines: guidelines?,
        in_force: in_force.unwrap_or(InForce {
            from: None,
            to: None,
        }),
        citation: provenance.citation,
        confidence: provenance.confidence,
        source: provenance.source,
        enabled: provenance.enabled,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::rules::entries::trial::{complaints, decoded};

    const LAW: &str = "\
id: chronic-pain
title: Chronic pain
says: Pain that lasts three months or more from its onset.
guidelines: [ccr-9792-20]
in_force: { from: 2016-07-28 }
citation: 8 CCR 9792.20(b)
confidence: primary
source: the regulation
";

    #[test]
    fn a_law_is_decoded() {
        let (law, problems) = decoded(LAW, decode);
        assert!(problems.is_empty(), "{problems:?}");
        let law = law.unwrap();
        assert!(law.enabled && law.in_force.from.is_some());
        assert_eq!(law.guidelines[0].value, "ccr-9792-20");
    }

    #[test]
    fn every_mistake_is_told() {
        let text = LAW
            .replace("says: ", "say: ")
            .replace("[ccr-9792-20]", "[]")
            .replace("2016-07-28", "2016-13-28")
            .replace("primary", "unverified");
        let told = complaints(&text, decode);
        assert_eq!(
            told[..3],
            [
                "t.yaml:3:1: unknown key `say` in a law (did you mean `says`?)",
                "t.yaml:4:13: this list is empty",
                "t.yaml:5:19: `2016-13-28` is no date \
                 (write the year, month and day of a day that exists, `2016-07-28`)",
            ]
        );
        assert!(told[3].starts_with("t.yaml:7:1: an unverified entry must not be enabled"));
        assert_eq!(told.len(), 4);
    }
}

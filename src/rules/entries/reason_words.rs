//! `language.reasons`: how a rationale gives reasons.

use crate::reading::reason::{Bearing, ReasonFamily, ReasonWords};
use crate::rules::decode::Decoder;
use crate::rules::yaml::Node;

/// Which way a reason speaks.
pub(crate) const BEARINGS: [(&str, Bearing); 2] =
    [("for", Bearing::For), ("against", Bearing::Against)];

/// Decodes `language.reasons`.
pub(super) fn decode(decoder: &mut Decoder, node: &Node) -> Option<ReasonWords> {
    let mut fields = decoder.fields(node, "the reasons")?;
    let families = fields.required(decoder, "families", |decoder, node| {
        decoder.nonempty_list(node, family)
    });
    let verbs = fields.required(decoder, "verbs", Decoder::texts);
    fields.finish(decoder);
    Some(ReasonWords {
        families: families.unwrap_or_default(),
        verbs: verbs.unwrap_or_default(),
    })
}

fn family(decoder: &mut Decoder, node: &Node) -> Option<ReasonFamily> {
    let mut fields = decoder.fields(node, "a family of reasons")?;
    let id = fields.required(decoder, "id", Decoder::text);
    let affirmed = fields.optional(decoder, "affirmed", bearing);
    let denied = fields.optional(decoder, "denied", bearing);
    let hint = fields.optional(decoder, "hint", Decoder::boolean);
    let behind_verb = fields.optional(decoder, "behind_verb", Decoder::boolean);
    let phrases = fields.required(decoder, "phrases", Decoder::texts);
    fields.finish(decoder);
    if affirmed.is_none() && denied.is_none() {
        decoder.report(
            node.span,
            "a family of reasons that speaks neither way",
            "this needs `affirmed` or `denied`, each `for` or `against`",
        );
        return None;
    }
    Some(ReasonFamily {
        id: id?,
        affirmed,
        denied,
        hint: hint.unwrap_or_default(),
        behind_verb: behind_verb.unwrap_or_default(),
        phrases: phrases?,
    })
}

fn bearing(decoder: &mut Decoder, node: &Node) -> Option<Bearing> {
    decoder.choice(node, &BEARINGS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::entries::trial::complaints;

    #[test]
    fn every_mistake_is_told() {
        let text =
            "families:\n  - { id: a, affirmed: form, phrases: [] }\n  - { id: b, phrases: [c] }\n";
        let told = complaints(text, decode).join("\n");
        for part in ["`form`", "empty", "neither way", "`verbs`"] {
            assert!(told.contains(part), "{part} in:\n{told}");
        }
    }
}

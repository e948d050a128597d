//! Where a limit or criterion was read, how sure we are of it, and whether it is used.

use crate::rules::decode::{Decoder, Fields};
use crate::rules::pack::Confidence;
use crate::rules::yaml::Node;

/// How sure one can be of an entry.
pub(in crate::rules) const CONFIDENCES: [(&str, Confidence); 3] = [
    (Confidence::Primary.name(), Confidence::Primary),
    (Confidence::Quoted.name(), Confidence::Quoted),
    (Confidence::Unverified.name(), Confidence::Unverified),
];

/// The keys that limits and criteria share.
#[derive(Clone, Debug)]
pub(super) struct Provenance {
    pub(super) citation: String,
    pub(super) confidence: Confidence,
    pub(super) source: String,
    pub(super) enabled: bool,
}

impl Provenance {
    /// Asks `fields` for `citation`, `confidence`, `source` and `enabled`.
    pub(super) fn of(decoder: &mut Decoder, fields: &mut Fields<'_>) -> Option<Self> {
        let citation = fields.required(decoder, "citation", Decoder::text);
        let confidence = fields.required(decoder, "confidence", confidence);
        let source = fields.required(decoder, "source", Decoder::text);
        let enabled = enabled(decoder, fields);
        if confidence == Some(Confidence::Unverified) && enabled {
            let at = fields.key_span("enabled").or(fields.key_span("confidence"));
            decoder.report_with_help(
                at.unwrap_or_else(|| fields.name_span()),
                "an unverified entry must not be enabled",
                "nobody has read this number yet",
                Some(
                    "a finding must rest on something that was read: write `enabled: false`, or raise \
                     `confidence` once the text has been read"
                        .to_owned(),
                ),
            );
        }
        Some(Self {
            citation: citation?,
            confidence: confidence?,
            source: source?,
            enabled,
        })
    }
}

/// How sure we are of an entry.
pub(super) fn confidence(decoder: &mut Decoder, node: &Node) -> Option<Confidence> {
    decoder.choice(node, &CONFIDENCES)
}

/// Whether an entry is used. It is unless it says otherwise; what is written wrongly counts as not.
pub(super) fn enabled(decoder: &mut Decoder, fields: &mut Fields<'_>) -> bool {
    match fields.take("enabled") {
        Some(node) => decoder.boolean(node).unwrap_or(false),
        None => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::entries::trial::complaints;

    fn provenance(decoder: &mut Decoder, node: &Node) -> Option<Provenance> {
        let mut fields = decoder.fields(node, "a limit")?;
        let provenance = Provenance::of(decoder, &mut fields);
        fields.finish(decoder);
        provenance
    }

    const READ: &str = "citation: 8 CCR 9792.24.1\nsource: the regulation\n";

    #[test]
    fn an_unverified_entry_must_be_switched_off() {
        let why = "an unverified entry must not be enabled (a finding must rest on something that was \
                   read: write `enabled: false`, or raise `confidence` once the text has been read)";
        for (text, place) in [
            ("confidence: unverified\nenabled: true\n", "4:1"),
            ("confidence: unverified\n", "3:1"),
        ] {
            assert_eq!(
                complaints(&format!("{READ}{text}"), provenance),
                [format!("t.yaml:{place}: {why}")]
            );
        }
        for text in [
            "confidence: unverified\nenabled: false\n",
            "confidence: quoted\nenabled: true\n",
            "confidence: primary\n",
        ] {
            let text = format!("{READ}{text}");
            assert!(complaints(&text, provenance).is_empty(), "{text}");
        }
    }

    #[test]
    fn confidence_is_one_of_three_words() {
        assert_eq!(
            complaints(&format!("{READ}confidence: quotd\n"), provenance),
            ["t.yaml:3:13: unknown value `quotd` (did you mean `quoted`?)"]
        );
        assert_eq!(
            complaints("{}", provenance),
            [
                "t.yaml:1:1: a limit needs the key `citation`",
                "t.yaml:1:1: a limit needs the key `confidence`",
                "t.yaml:1:1: a limit needs the key `source`",
            ]
        );
    }
}

//! More labels of a guideline edition, and other days in force.

use super::{add_phrases, replace};
use crate::rules::decode::{Decoder, Fields, Located};
use crate::rules::entries::{day, guideline, provenance};
use crate::rules::pack::{Confidence, Guideline, InForce};

/// What an override may change of an edition.
#[derive(Debug)]
pub(super) struct Change {
    labels: Option<Vec<String>>,
    sections: Option<Vec<String>>,
    in_force: Option<InForce>,
    body_parts: Option<Vec<Located<String>>>,
    citation: Option<String>,
    confidence: Option<Confidence>,
}

impl Change {
    pub(super) fn decode(decoder: &mut Decoder, fields: &mut Fields<'_>) -> Self {
        Self {
            labels: fields.optional(decoder, "labels", |d, n| {
                d.nonempty_list(n, guideline::label)
            }),
            sections: fields.optional(decoder, "sections", Decoder::texts),
            in_force: fields.optional(decoder, "in_force", day::in_force),
            body_parts: fields.optional(decoder, "body_parts", Decoder::located_texts),
            citation: fields.optional(decoder, "citation", Decoder::text),
            confidence: fields.optional(decoder, "confidence", provenance::confidence),
        }
    }

    pub(super) fn apply(self, guideline: &mut Guideline) {
        add_phrases(&mut guideline.labels, self.labels);
        add_phrases(&mut guideline.sections, self.sections);
        replace(&mut guideline.in_force, self.in_force);
        replace(&mut guideline.body_parts, self.body_parts);
        replace(&mut guideline.citation, self.citation);
        replace(&mut guideline.confidence, self.confidence);
    }
}

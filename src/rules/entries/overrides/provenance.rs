//! What limits and criteria share: where a fact was read, how sure we are of it, whether it is used.

use super::replace;
use crate::rules::decode::{Decoder, Fields};
use crate::rules::entries::provenance;
use crate::rules::pack::Confidence;
use crate::rules::problem::{RulePlace, RuleProblem};
use crate::rules::problem_log::ProblemLog;

/// What an override may change of the provenance of an entry.
#[derive(Debug)]
pub(super) struct Change {
    citation: Option<String>,
    confidence: Option<Confidence>,
    source: Option<String>,
    enabled: Option<bool>,
}

/// The provenance of an entry.
pub(super) struct Provenance<'e> {
    pub(super) citation: &'e mut String,
    pub(super) confidence: &'e mut Confidence,
    pub(super) source: &'e mut String,
    pub(super) enabled: &'e mut bool,
}

impl Change {
    pub(super) fn decode(decoder: &mut Decoder, fields: &mut Fields<'_>) -> Self {
        Self {
            citation: fields.optional(decoder, "citation", Decoder::text),
            confidence: fields.optional(decoder, "confidence", provenance::confidence),
            source: fields.optional(decoder, "source", Decoder::text),
            enabled: fields.optional(decoder, "enabled", Decoder::boolean),
        }
    }

    /// Changes an entry. What nobody has read yet is not switched on.
    pub(super) fn apply(
        self,
        entry: Provenance<'_>,
        place: &dyn Fn(&str) -> RulePlace,
        log: &mut ProblemLog,
    ) {
        let key = match self.enabled {
            Some(_) => "enabled",
            None => "confidence",
        };
        replace(entry.citation, self.citation);
        replace(entry.confidence, self.confidence);
        replace(entry.source, self.source);
        replace(entry.enabled, self.enabled);
        if *entry.enabled && *entry.confidence == Confidence::Unverified {
            log.push(RuleProblem {
                message: "an unverified entry must not be enabled".to_owned(),
                places: vec![(place(key), "nobody has read this yet".to_owned())],
                help: Some(
                    "once the text has been read, override `confidence`, `citation` and `source` too"
                        .to_owned(),
                ),
            });
        }
    }
}

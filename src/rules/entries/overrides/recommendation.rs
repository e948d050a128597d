//! What else a recommendation says, or another confidence in it.

use super::provenance::{self, Provenance};
use super::replace;
use crate::rules::decode::{Decoder, Fields, Located};
use crate::rules::entries::recommendation;
use crate::rules::pack::{Advice, Recommendation};
use crate::rules::problem::RulePlace;
use crate::rules::problem_log::ProblemLog;

/// What an override may change of a recommendation.
#[derive(Debug)]
pub(super) struct Change {
    names: Option<Vec<Located<String>>>,
    says: Option<Advice>,
    condition: Option<String>,
    provenance: provenance::Change,
}

impl Change {
    pub(super) fn decode(decoder: &mut Decoder, fields: &mut Fields<'_>) -> Self {
        Self {
            names: fields.optional(decoder, "names", Decoder::located_texts),
            says: fields.optional(decoder, "says", recommendation::advice),
            condition: fields.optional(decoder, "condition", Decoder::text),
            provenance: provenance::Change::decode(decoder, fields),
        }
    }

    pub(super) fn apply(
        self,
        recommendation: &mut Recommendation,
        place: &dyn Fn(&str) -> RulePlace,
        log: &mut ProblemLog,
    ) {
        replace(&mut recommendation.names, self.names);
        replace(&mut recommendation.says, self.says);
        if self.condition.is_some() {
            recommendation.condition = self.condition;
        }
        let provenance = Provenance {
            citation: &mut recommendation.citation,
            confidence: &mut recommendation.confidence,
            source: &mut recommendation.source,
            enabled: &mut recommendation.enabled,
        };
        self.provenance.apply(provenance, place, log);
    }
}

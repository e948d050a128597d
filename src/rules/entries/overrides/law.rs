//! Other words of a law, other dates, or another confidence in it.

use super::provenance::{self, Provenance};
use super::replace;
use crate::rules::decode::{Decoder, Fields};
use crate::rules::entries::day;
use crate::rules::pack::{InForce, Law};
use crate::rules::problem::RulePlace;
use crate::rules::problem_log::ProblemLog;

/// What an override may change of a law.
#[derive(Debug)]
pub(super) struct Change {
    says: Option<String>,
    in_force: Option<InForce>,
    provenance: provenance::Change,
}

impl Change {
    pub(super) fn decode(decoder: &mut Decoder, fields: &mut Fields<'_>) -> Self {
        Self {
            says: fields.optional(decoder, "says", Decoder::text),
            in_force: fields.optional(decoder, "in_force", day::in_force),
            provenance: provenance::Change::decode(decoder, fields),
        }
    }

    pub(super) fn apply(
        self,
        law: &mut Law,
        place: &dyn Fn(&str) -> RulePlace,
        log: &mut ProblemLog,
    ) {
        replace(&mut law.says, self.says);
        replace(&mut law.in_force, self.in_force);
        let provenance = Provenance {
            citation: &mut law.citation,
            confidence: &mut law.confidence,
            source: &mut law.source,
            enabled: &mut law.enabled,
        };
        self.provenance.apply(provenance, place, log);
    }
}

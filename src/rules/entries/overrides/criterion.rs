//! Other requirements of a criterion, or whether it is used at all.

use super::provenance::{self, Provenance};
use super::replace;
use crate::rules::decode::{Decoder, Fields, Located};
use crate::rules::entries::rule_test;
use crate::rules::pack::Criterion;
use crate::rules::problem::RulePlace;
use crate::rules::problem_log::ProblemLog;
use crate::rules::test_case::RuleTest;

/// What an override may change of a criterion.
#[derive(Debug)]
pub(super) struct Change {
    requires: Option<Vec<Located<String>>>,
    requires_any: Option<Vec<Located<String>>>,
    waived_by: Option<Vec<Located<String>>>,
    sufficient: Option<bool>,
    provenance: provenance::Change,
    tests: Option<Vec<RuleTest>>,
}

impl Change {
    pub(super) fn decode(decoder: &mut Decoder, fields: &mut Fields<'_>) -> Self {
        Self {
            requires: fields.optional(decoder, "requires", Decoder::located_texts),
            requires_any: fields.optional(decoder, "requires_any", Decoder::located_texts),
            waived_by: fields.optional(decoder, "waived_by", Decoder::located_texts),
            sufficient: fields.optional(decoder, "sufficient", Decoder::boolean),
            provenance: provenance::Change::decode(decoder, fields),
            tests: fields.optional(decoder, "tests", rule_test::listed),
        }
    }

    pub(super) fn apply(
        self,
        criterion: &mut Criterion,
        place: &dyn Fn(&str) -> RulePlace,
        log: &mut ProblemLog,
    ) {
        replace(&mut criterion.requires, self.requires);
        replace(&mut criterion.requires_any, self.requires_any);
        replace(&mut criterion.waived_by, self.waived_by);
        replace(&mut criterion.sufficient, self.sufficient);
        replace(&mut criterion.tests, self.tests);
        let provenance = Provenance {
            citation: &mut criterion.citation,
            confidence: &mut criterion.confidence,
            source: &mut criterion.source,
            enabled: &mut criterion.enabled,
        };
        self.provenance.apply(provenance, place, log);
    }
}

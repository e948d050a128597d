//! Other numbers of a limit, or whether it is used at all.

use super::provenance::{self, Provenance};
use super::{add_phrases, replace};
use crate::rules::decode::{Decoder, Fields, Located};
use crate::rules::entries::{bounds, rule_test};
use crate::rules::pack::{Bounds, Limit, Timed};
use crate::rules::problem::{RulePlace, RuleProblem};
use crate::rules::problem_log::ProblemLog;
use crate::rules::test_case::RuleTest;

/// What an override may change of a limit. Its tests are replaced as a whole: those below were written for
/// the numbers below.
#[derive(Debug)]
pub(super) struct Change {
    trial: Option<(Bounds, Located<String>)>,
    total: Option<(Bounds, Located<String>)>,
    frequency: Option<Timed>,
    duration: Option<Timed>,
    recited: Option<Vec<String>>,
    extended_by: Option<Vec<Located<String>>>,
    exempt_when: Option<Vec<Located<String>>>,
    provenance: provenance::Change,
    tests: Option<Vec<RuleTest>>,
}

impl Change {
    pub(super) fn decode(decoder: &mut Decoder, fields: &mut Fields<'_>) -> Self {
        Self {
            trial: fields.optional(decoder, "trial", bounds::amount),
            total: fields.optional(decoder, "total", bounds::amount),
            frequency: fields.optional(decoder, "frequency", bounds::frequency),
            duration: fields.optional(decoder, "duration", bounds::duration),
            recited: fields.optional(decoder, "recited", Decoder::texts),
            extended_by: fields.optional(decoder, "extended_by", Decoder::located_texts),
            exempt_when: fields.optional(decoder, "exempt_when", Decoder::located_texts),
            provenance: provenance::Change::decode(decoder, fields),
            tests: fields.optional(decoder, "tests", rule_test::listed),
        }
    }

    /// Changes a limit, and gives the words for what its new numbers count.
    pub(super) fn apply(
        self,
        limit: &mut Limit,
        place: &dyn Fn(&str) -> RulePlace,
        log: &mut ProblemLog,
    ) -> Vec<Located<String>> {
        let mut counted = Vec::new();
        let both = [("trial", self.trial), ("total", self.total)];
        for (key, amount) in both {
            let Some((bounds, word)) = amount else {
                continue;
            };
            let field = if key == "trial" {
                &mut limit.trial
            } else {
                &mut limit.total
            };
            *field = Some(bounds);
            if limit.unit.is_empty() {
                limit.unit.clone_from(&word.value);
            }
            counted.push(word);
        }
        if let Some(word) = counted.last() {
            longer_trial(limit, word, log);
        }
        limit.frequency = self.frequency.or(limit.frequency);
        limit.duration = self.duration.or(limit.duration);
        add_phrases(&mut limit.recited, self.recited);
        replace(&mut limit.extended_by, self.extended_by);
        replace(&mut limit.exempt_when, self.exempt_when);
        replace(&mut limit.tests, self.tests);
        let provenance = Provenance {
            citation: &mut limit.citation,
            confidence: &mut limit.confidence,
            source: &mut limit.source,
            enabled: &mut limit.enabled,
        };
        self.provenance.apply(provenance, place, log);
        counted
    }
}

/// A trial is the beginning of the whole course, also when only one of them is overridden.
fn longer_trial(limit: &Limit, word: &Located<String>, log: &mut ProblemLog) {
    let (Some(trial), Some(total)) = (limit.trial, limit.total) else {
        return;
    };
    if trial.max > total.max {
        log.push(RuleProblem {
            message: format!(
                "with this, a trial of {} is longer than the whole course of {}",
                trial.max, total.max
            ),
            places: vec![
                (word.place.clone(), "overridden here".to_owned()),
                (limit.id.place.clone(), "the limit below".to_owned()),
            ],
            help: Some("override both numbers".to_owned()),
        });
    }
}

//! Every id is given once, and every reference leads to one.

use std::collections::HashMap;

use crate::rules::decode::{Located, quoted, report_unknown};
use crate::rules::entries::{Draft, KINDS, Kind};
use crate::rules::layer::LayerOfFile;
use crate::rules::load::Unread;
use crate::rules::pack::Pack;
use crate::rules::problem::{RulePlace, RuleProblem};
use crate::rules::problem_log::ProblemLog;
use crate::rules::test_case::RuleTest;

/// The ids of a pack, also those of entries with other mistakes.
pub(super) struct Names<'d, 't> {
    places: HashMap<(Kind, &'d str), &'d RulePlace>,
    listed: HashMap<Kind, Vec<&'d str>>,
    unread: &'d Unread<'t>,
    layers: &'d LayerOfFile,
}

impl<'d, 't> Names<'d, 't> {
    /// The ids that are declared. An id declared again is reported, also across files.
    pub(super) fn new(draft: &'d Draft, unread: &'d Unread<'t>, log: &mut ProblemLog) -> Self {
        let mut names = Self {
            places: HashMap::new(),
            listed: HashMap::new(),
            unread,
            layers: &draft.layer_of_file,
        };
        for kind in KINDS {
            for id in draft.declared.get(&kind).map_or(&[][..], Vec::as_slice) {
                names.declare(kind, id, log);
            }
        }
        names
    }

    fn declare(&mut self, kind: Kind, id: &'d Located<String>, log: &mut ProblemLog) {
        let Some(first) = self.places.get(&(kind, id.value.as_str())) else {
            self.places.insert((kind, &id.value), &id.place);
            self.listed.entry(kind).or_default().push(&id.value);
            return;
        };
        let help = if self.layers.of(first) == self.layers.of(&id.place) {
            "rename one of the two, or remove it".to_owned()
        } else {
            format!(
                "to change it, put the fields that change under `overrides`: `- {{ {}: {}, ... }}`",
                kind.key(),
                quoted(&id.value)
            )
        };
        log.push(RuleProblem {
            message: format!("the {} `{}` is given twice", kind.name(), quoted(&id.value)),
            places: vec![
                (id.place.clone(), "given again here".to_owned()),
                ((*first).clone(), "first given here".to_owned()),
            ],
            help: Some(help),
        });
    }

    /// Reports every reference of `pack` that leads nowhere.
    pub(super) fn check(&self, pack: &Pack, log: &mut ProblemLog) {
        for guideline in &pack.guidelines {
            self.all(Kind::BodyPart, &guideline.body_parts, log);
        }
        for treatment in &pack.treatments {
            self.all(Kind::Treatment, &treatment.after_surgery, log);
        }
        for part in &pack.body_parts {
            self.all(Kind::BodyPart, &part.within, log);
        }
        for limit in &pack.limits {
            self.all(Kind::Treatment, &limit.treatments, log);
            self.all(Kind::Guideline, &limit.guidelines, log);
            self.all(Kind::Fact, &limit.extended_by, log);
            self.all(Kind::Fact, &limit.exempt_when, log);
            self.tests(&limit.tests, log);
        }
        for criterion in &pack.criteria {
            self.all(Kind::Treatment, &criterion.treatments, log);
            self.all(Kind::Guideline, &criterion.guidelines, log);
            self.all(Kind::Fact, &criterion.requires, log);
            self.all(Kind::Fact, &criterion.requires_any, log);
            self.all(Kind::Fact, &criterion.waived_by, log);
            self.tests(&criterion.tests, log);
        }
        for law in &pack.laws {
            self.all(Kind::Guideline, &law.guidelines, log);
        }
        for recommendation in &pack.recommendations {
            self.all(Kind::Treatment, &recommendation.treatments, log);
            self.all(Kind::BodyPart, &recommendation.body_parts, log);
            self.all(Kind::Guideline, &recommendation.guidelines, log);
        }
        for rule in &pack.rules {
            self.tests(&rule.tests, log);
        }
    }

    fn tests(&self, tests: &[RuleTest], log: &mut ProblemLog) {
        for test in tests {
            self.all(Kind::Rule, &test.expect, log);
            self.all(Kind::Rule, &test.silent, log);
        }
    }

    fn all<'r>(
        &self,
        kind: Kind,
        references: impl IntoIterator<Item = &'r Located<String>>,
        log: &mut ProblemLog,
    ) {
        for reference in references {
            let name = reference.value.as_str();
            if self.places.contains_key(&(kind, name)) || self.unread.may_declare(name) {
                continue;
            }
            let known = self.listed.get(&kind).map_or(&[][..], Vec::as_slice);
            report_unknown(log, reference.place.clone(), kind.name(), name, known);
        }
    }
}

//! What the waivers of a run did: which findings they waive, and what is wrong with them.

use std::collections::{HashMap, HashSet};

use super::{Waiver, WaiverOf, case_key};
use crate::finding::Finding;
use crate::reading::date::Date;
use crate::suggest::nearest;

/// What is wrong with a waiver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It gives no reason.
    NoReason,
    /// No rule that is asked of letters has its id.
    UnknownRule,
    /// Its last day is over.
    Expired,
    /// Its letter was checked, and it waived nothing there. Not said of one with another fault, which has no effect.
    Unused,
}

impl Fault {
    /// All of them.
    pub(crate) const ALL: [Self; 4] = [
        Self::NoReason,
        Self::UnknownRule,
        Self::Expired,
        Self::Unused,
    ];

    /// The word in rules.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::NoReason => "no-reason",
            Self::UnknownRule => "unknown-rule",
            Self::Expired => "expired",
            Self::Unused => "unused",
        }
    }
}

/// A finding that is not reported, with the waiver that says why.
#[derive(Clone, Debug)]
pub struct Waived<'w> {
    /// The finding.
    pub finding: Finding,
    /// The waiver.
    pub waiver: &'w Waiver,
}

/// A waiver with its faults, in the order of [`Fault`].
#[derive(Clone, Debug)]
pub struct Judgement<'w> {
    /// The waiver.
    pub waiver: &'w Waiver,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
    /// For an unknown rule: the nearest id.
    pub nearest: Option<&'w str>,
}

/// The waivers of one run.
#[derive(Debug)]
pub struct Register<'w> {
    judgements: Vec<Judgement<'w>>,
    /// The waivers that have effect, by what they are of.
    of_findings: HashMap<&'w str, usize>,
    of_items: HashMap<(&'w str, String, Option<usize>), usize>,
    used: Vec<bool>,
    checked: HashSet<String>,
}

impl<'w> Register<'w> {
    /// A register of `waivers` as they are on the day `today`. `rules` are the ids of the rules that are asked of
    /// letters.
    #[must_use]
    pub fn new(waivers: &'w [Waiver], rules: &[&'w str], today: Date) -> Self {
        let mut register = Self {
            judgements: Vec::with_capacity(waivers.len()),
            of_findings: HashMap::new(),
            of_items: HashMap::new(),
            used: vec![false; waivers.len()],
            checked: HashSet::new(),
        };
        for waiver in waivers {
            register.add(waiver, rules, today);
        }
        register
    }

    fn add(&mut self, waiver: &'w Waiver, rules: &[&'w str], today: Date) {
        let mut judgement = Judgement {
            waiver,
            faults: Vec::new(),
            nearest: None,
        };
        if waiver.reason.is_none() {
            judgement.faults.push(Fault::NoReason);
        }
        if let WaiverOf::Item { rule, .. } = &waiver.of
            && !rules.contains(&rule.as_str())
        {
            judgement.faults.push(Fault::UnknownRule);
            judgement.nearest = nearest(rule, rules.iter().copied());
        }
        if today > waiver.expires.value {
            judgement.faults.push(Fault::Expired);
        }
        if judgement.faults.is_empty() {
            let index = self.judgements.len();
            match &waiver.of {
                WaiverOf::Finding { fingerprint, .. } => {
                    self.of_findings.insert(fingerprint, index);
                }
                WaiverOf::Item {
                    rule,
                    case_number,
                    item,
                } => {
                    let key = (rule.as_str(), case_key(case_number), *item);
                    self.of_items.insert(key, index);
                }
            }
        }
        self.judgements.push(judgement);
    }

    /// Takes the findings that are waived out of those of one letter.
    pub fn sort(
        &mut self,
        case_number: Option<&str>,
        findings: Vec<Finding>,
    ) -> (Vec<Finding>, Vec<Waived<'w>>) {
        let case = case_number.map(case_key);
        let mut waived = Vec::new();
        let mut kept = Vec::with_capacity(findings.len());
        for finding in findings {
            let hits = self.waivers_of(case.as_deref(), &finding);
            for index in hits.into_iter().flatten() {
                self.used[index] = true;
            }
            match hits.into_iter().flatten().next() {
                Some(index) => waived.push(Waived {
                    waiver: self.judgements[index].waiver,
                    finding,
                }),
                None => kept.push(finding),
            }
        }
        self.checked.extend(case);
        (kept, waived)
    }

    /// The indexes of the waivers of a finding: the one of itself, and the one of its rule and item.
    fn waivers_of(&self, case: Option<&str>, finding: &Finding) -> [Option<usize>; 2] {
        let fits = |index: &usize| {
            let named = self.judgements[*index].waiver.of.case_number();
            named.is_none_or(|named| case == Some(case_key(named).as_str()))
        };
        let itself = self.of_findings.get(finding.fingerprint.as_str());
        let of_item = case.and_then(|case| {
            let key = (finding.rule.as_str(), case.to_owned(), finding.item);
            self.of_items.get(&key)
        });
        [itself.copied().filter(fits), of_item.copied()]
    }

    /// All waivers as they are after the letters of the run, in the order of their file.
    #[must_use]
    pub fn judgements(mut self) -> Vec<Judgement<'w>> {
        for (judgement, used) in self.judgements.iter_mut().zip(self.used) {
            let case = judgement.waiver.of.case_number();
            let was_checked = case.is_some_and(|case| self.checked.contains(&case_key(case)));
            if judgement.faults.is_empty() && was_checked && !used {
                judgement.faults.push(Fault::Unused);
            }
        }
        self.judgements
    }
}

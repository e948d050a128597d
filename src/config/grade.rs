//! Settings laid over a pack: other severities, and whether what they name is there.

use super::{Config, Grade};
use crate::rules::decode::{Located, report_unknown};
use crate::rules::pack::{Pack, Rule};
use crate::rules::problem::RuleProblem;
use crate::rules::problem_log::ProblemLog;

impl Config {
    /// Gives the rules of a pack the severities of the settings. What is said of a rule counts before what is
    /// said of its group. A rule that the pack switches off stays off.
    pub fn regrade(&self, pack: &mut Pack) {
        for rule in &mut pack.rules {
            match self.grade_of(rule) {
                Some(Grade::Off) => rule.enabled = false,
                Some(Grade::As(severity)) => rule.regrade(severity),
                None => {}
            }
        }
    }

    fn grade_of(&self, rule: &Rule) -> Option<Grade> {
        let id = rule.id.value.as_str();
        let group = id.split_once('/').map(|(group, _)| group);
        let said_of = |name: &str| {
            let mut regraded = self.severities.iter();
            regraded.find(|regraded| regraded.name.value == name)
        };
        let said = said_of(id).or_else(|| said_of(group?));
        said.map(|regraded| regraded.grade)
    }

    /// A problem for each rule or group that the settings name and the pack does not have: it would silently
    /// select or grade nothing.
    #[must_use]
    pub fn unknown_names(&self, pack: &Pack) -> Vec<RuleProblem> {
        let mut known: Vec<&str> = Vec::new();
        for rule in &pack.rules {
            let id = rule.id.value.as_str();
            let group = id.split_once('/').map(|(group, _)| group);
            known.extend(group.filter(|group| !known.contains(group)));
            known.push(id);
        }
        let mut log = ProblemLog::default();
        for name in self.names() {
            if !known.contains(&name.value.as_str()) {
                let place = name.place.clone();
                report_unknown(&mut log, place, "rule or group", &name.value, &known);
            }
        }
        log.into_sorted()
    }

    fn names(&self) -> impl Iterator<Item = &Located<String>> {
        let regraded = self.severities.iter().map(|regraded| &regraded.name);
        let lists = self.select.iter().chain(&self.ignore);
        regraded.chain(lists.flat_map(|list| &list.value))
    }
}

//! What is counted: limits and the treatments that they limit must count the same thing.

use std::collections::{BTreeSet, HashMap};

use crate::reading::quantity::{CountUnit, WordClass};
use crate::rules::decode::{Located, quoted, report_unknown, suggestion};
use crate::rules::entries::{Draft, singular};
use crate::rules::load::Unread;
use crate::rules::pack::{Limit, Pack, Treatment};
use crate::rules::problem::RuleProblem;
use crate::rules::problem_log::ProblemLog;
use crate::suggest::nearest;

/// Gives every limit the name of its unit, and reports units that nothing is counted in and limits that
/// can never apply because their treatments are counted in another unit.
pub(super) fn settle(draft: &mut Draft, unread: &Unread<'_>, log: &mut ProblemLog) {
    near_misses(&draft.units, log);
    let named: Vec<(usize, String)> = {
        let units = Units::of(&draft.pack);
        let mut settled: HashMap<usize, String> = HashMap::new();
        let counted = draft.counted.iter();
        let counted = counted.filter_map(|(at, word)| {
            let unit = units.of_limit(&draft.pack.limits[*at], word, unread, log)?;
            match settled.get(at) {
                Some(before) => one_unit(before, &unit, word, log),
                None => {
                    settled.insert(*at, unit.clone());
                }
            }
            Some((*at, unit))
        });
        let counted: Vec<_> = counted.collect();
        let uncounted = draft.pack.limits.iter().enumerate();
        let uncounted = uncounted.filter_map(|(at, limit)| {
            let unit = limit
                .unit
                .is_empty()
                .then(|| units.of_treatments(limit))??;
            Some((at, unit))
        });
        counted.into_iter().chain(uncounted).collect()
    };
    for (at, unit) in named {
        draft.pack.limits[at].unit = unit;
    }
}

/// Reports an override whose numbers count something else than those of the limit below.
fn one_unit(before: &str, unit: &str, word: &Located<String>, log: &mut ProblemLog) {
    if before != unit {
        log.push(RuleProblem {
            message: format!("the limit counts `{before}`, this override counts `{unit}`"),
            places: vec![(word.place.clone(), "another unit".to_owned())],
            help: Some("a limit counts one thing; write a limit of its own".to_owned()),
        });
    }
}

/// Reports the unit of a treatment that is nearly one that the readers know: amounts of it would be
/// compared with nothing.
fn near_misses(units: &[Located<String>], log: &mut ProblemLog) {
    let known = CountUnit::NAMES.map(|(name, _)| name);
    for unit in units {
        let is_known = known.contains(&unit.value.as_str());
        if !is_known && nearest(&unit.value, known).is_some() {
            report_unknown(log, unit.place.clone(), "unit", &unit.value, &known);
        }
    }
}

/// The units of a pack.
struct Units<'p> {
    known: BTreeSet<&'p str>,
    /// The unit of each word that the readers count, `sessions` -> `visit`.
    by_word: HashMap<&'p str, &'static str>,
    treatments: HashMap<&'p str, &'p Treatment>,
}

impl<'p> Units<'p> {
    fn of(pack: &'p Pack) -> Self {
        let named = CountUnit::NAMES.into_iter().map(|(name, _)| name);
        let treatments = pack.treatments.iter();
        let counted = treatments
            .clone()
            .filter_map(|treatment| treatment.unit.as_deref());
        let words = pack.language.quantities.words.iter();
        let counted_words = words.filter_map(|(word, class)| match class {
            WordClass::Counted(unit) => Some((word.as_str(), unit.name())),
            _ => None,
        });
        Self {
            known: named.chain(counted).collect(),
            by_word: counted_words.collect(),
            treatments: treatments
                .map(|treatment| (treatment.id.value.as_str(), treatment))
                .collect(),
        }
    }

    /// The unit of a limit that counts `word`. `None`, reported, when nothing is counted in it.
    fn of_limit(
        &self,
        limit: &Limit,
        word: &Located<String>,
        unread: &Unread<'_>,
        log: &mut ProblemLog,
    ) -> Option<String> {
        let unit = self.named(&word.value);
        match unit {
            Some(unit) => self.agree(limit, unit, log),
            None if unread.may_declare(&singular(&word.value)) => {}
            None => self.unknown(word, log),
        }
        unit.map(str::to_owned)
    }

    fn unknown(&self, word: &Located<String>, log: &mut ProblemLog) {
        let known: Vec<&str> = self.known.iter().copied().collect();
        log.push_at(word.place.clone(), |place| RuleProblem {
            message: format!("unknown unit `{}`", quoted(&word.value)),
            places: vec![(place, "nothing is counted in it".to_owned())],
            help: Some(suggestion(&singular(&word.value), &known)),
        });
    }

    /// The unit that `word` stands for, `visits` -> `visit`.
    fn named(&self, word: &str) -> Option<&str> {
        let one = singular(word);
        let known = self
            .known
            .get(word)
            .or_else(|| self.known.get(one.as_str()));
        known.or_else(|| self.by_word.get(word)).copied()
    }

    /// Reports the treatments of a limit that are counted in another unit, or in none.
    fn agree(&self, limit: &Limit, unit: &str, log: &mut ProblemLog) {
        for reference in &limit.treatments {
            let Some(treatment) = self.treatments.get(reference.value.as_str()) else {
                continue;
            };
            let counted = match treatment.unit.as_deref() {
                Some(counted) if counted == unit => continue,
                Some(counted) => format!("is counted in `{}`", quoted(counted)),
                None => "has no `unit`".to_owned(),
            };
            let name = quoted(&reference.value);
            log.push(RuleProblem {
                message: format!("the treatment `{name}` {counted}, this limit counts `{unit}`"),
                places: vec![
                    (
                        reference.place.clone(),
                        "the limit can never be held against it".to_owned(),
                    ),
                    (treatment.id.place.clone(), "the treatment".to_owned()),
                ],
                help: Some(format!(
                    "give the treatment `unit: {unit}`, or correct the limit"
                )),
            });
        }
    }

    /// The unit of a limit that only says how often or how long: it is about the visits of its treatments.
    fn of_treatments(&self, limit: &Limit) -> Option<String> {
        let mut references = limit.treatments.iter();
        references.find_map(|name| self.treatments.get(name.value.as_str())?.unit.clone())
    }
}

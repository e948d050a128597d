//! The names by which a recommendation picks from its treatments are names of these treatments.

use std::collections::{BTreeSet, HashMap};

use crate::rules::decode::report_unknown;
use crate::rules::load::Unread;
use crate::rules::pack::{Pack, Treatment};
use crate::rules::problem_log::ProblemLog;

/// Reports names that are none of the treatments': a recommendation on them would be about nothing.
pub(super) fn of_their_treatments(pack: &Pack, unread: &Unread<'_>, log: &mut ProblemLog) {
    let treatments = pack.treatments.iter();
    let treatments: HashMap<&str, &Treatment> = treatments
        .map(|treatment| (treatment.id.value.as_str(), treatment))
        .collect();
    for recommendation in &pack.recommendations {
        let references = recommendation.treatments.iter();
        let found: Vec<&Treatment> = references
            .filter_map(|id| treatments.get(id.value.as_str()).copied())
            .collect();
        // A treatment that is missing is reported where it is named.
        if found.len() < recommendation.treatments.len() || recommendation.names.is_empty() {
            continue;
        }
        let known: BTreeSet<&str> = found
            .iter()
            .flat_map(|treatment| treatment.names.iter().chain(&treatment.generic))
            .map(String::as_str)
            .collect();
        for name in &recommendation.names {
            let given = name.value.as_str();
            if !known.contains(given) && !unread.may_declare(given) {
                let known: Vec<&str> = known.iter().copied().collect();
                report_unknown(log, name.place.clone(), "name", given, &known);
            }
        }
    }
}

//! Overrides meet the entries that they change.

use std::collections::HashMap;

use super::{Change, Override};
use crate::rules::decode::{Located, quoted, report_unknown};
use crate::rules::entries::{Draft, Kind};
use crate::rules::layer::{Declared, Overridden};
use crate::rules::load::Unread;
use crate::rules::problem::{RulePlace, RuleProblem};
use crate::rules::problem_log::ProblemLog;

/// Changes the entries below a layer as its overrides say, and tells how many it changed. An override of
/// an entry that is not below, and one of an entry that the layer overrides already, is reported.
pub(in crate::rules) fn apply(
    overrides: Vec<Override>,
    draft: &mut Draft,
    below: &Declared,
    unread: &Unread<'_>,
    log: &mut ProblemLog,
) -> usize {
    let layer = draft.pack.layers.len();
    let mut seen: HashMap<(Kind, String), RulePlace> = HashMap::new();
    let entries = Entries::of(draft);
    let mut applied = 0;
    for given in overrides {
        if !is_below(&given, draft, below, unread, log) {
            continue;
        }
        let key = (given.kind, given.id.value.clone());
        if let Some(first) = seen.get(&key) {
            log.push(twice(&given, first));
            continue;
        }
        seen.insert(key, given.id.place.clone());
        let at = entries.index.get(&(given.kind, given.id.value.clone()));
        // An entry below that could not be decoded has been reported.
        let Some(at) = at.copied() else { continue };
        let place = |key: &str| {
            let field = given.fields.iter().find(|field| field.value == key);
            field.map_or(&given.id, |field| field).place.clone()
        };
        change(given.change, at, draft, &place, log);
        draft.pack.overridden.push(Overridden {
            kind: given.kind.name(),
            id: given.id,
            fields: given.fields,
            reason: given.reason,
            layer,
        });
        applied += 1;
    }
    applied
}

fn change(
    change: Change,
    at: usize,
    draft: &mut Draft,
    place: &dyn Fn(&str) -> RulePlace,
    log: &mut ProblemLog,
) {
    let pack = &mut draft.pack;
    match change {
        Change::BodyPart(change) => pack.body_parts.get_mut(at).map(|part| change.apply(part)),
        Change::Criterion(change) => {
            let criterion = pack.criteria.get_mut(at);
            criterion.map(|criterion| change.apply(criterion, place, log))
        }
        Change::Fact(change) => pack.facts.get_mut(at).map(|fact| change.apply(fact)),
        Change::Guideline(change) => {
            let guideline = pack.guidelines.get_mut(at);
            guideline.map(|guideline| change.apply(guideline))
        }
        Change::Law(change) => {
            let law = pack.laws.get_mut(at);
            law.map(|law| change.apply(law, place, log))
        }
        Change::Limit(change) => pack.limits.get_mut(at).map(|limit| {
            let counted = change.apply(limit, place, log);
            draft
                .counted
                .extend(counted.into_iter().map(|word| (at, word)));
        }),
        Change::Recommendation(change) => {
            let recommendation = pack.recommendations.get_mut(at);
            recommendation.map(|recommendation| change.apply(recommendation, place, log))
        }
        Change::Rule(change) => pack.rules.get_mut(at).map(|rule| change.apply(rule)),
        Change::Treatment(change) => {
            let treatment = pack.treatments.get_mut(at);
            treatment.map(|treatment| change.apply(treatment))
        }
    };
}

/// Where the entries that could be decoded stand in their lists.
struct Entries {
    index: HashMap<(Kind, String), usize>,
}

impl Entries {
    fn of(draft: &Draft) -> Self {
        let pack = &draft.pack;
        let mut entries = Self {
            index: HashMap::new(),
        };
        entries.add(
            Kind::BodyPart,
            pack.body_parts.iter().map(|entry| &entry.id),
        );
        entries.add(Kind::Criterion, pack.criteria.iter().map(|entry| &entry.id));
        entries.add(Kind::Fact, pack.facts.iter().map(|entry| &entry.id));
        entries.add(
            Kind::Guideline,
            pack.guidelines.iter().map(|entry| &entry.id),
        );
        entries.add(Kind::Law, pack.laws.iter().map(|entry| &entry.id));
        entries.add(Kind::Limit, pack.limits.iter().map(|entry| &entry.id));
        entries.add(
            Kind::Recommendation,
            pack.recommendations.iter().map(|entry| &entry.id),
        );
        entries.add(Kind::Rule, pack.rules.iter().map(|entry| &entry.id));
        entries.add(
            Kind::Treatment,
            pack.treatments.iter().map(|entry| &entry.id),
        );
        entries
    }

    fn add<'e>(&mut self, kind: Kind, ids: impl Iterator<Item = &'e Located<String>>) {
        for (at, id) in ids.enumerate() {
            // Of two entries of one id the first is the one below.
            self.index.entry((kind, id.value.clone())).or_insert(at);
        }
    }
}

/// Whether the entry of an override lies below it. When it does not, that is reported.
fn is_below(
    given: &Override,
    draft: &Draft,
    below: &Declared,
    unread: &Unread<'_>,
    log: &mut ProblemLog,
) -> bool {
    let (kind, id) = (given.kind, &given.id);
    let known = below.of(kind, &draft.declared);
    if known.iter().any(|known| known.value == id.value) {
        return true;
    }
    let declared = draft.declared.get(&kind).map_or(&[][..], Vec::as_slice);
    let own = declared.iter().find(|own| own.value == id.value);
    if let Some(own) = own {
        log.push(RuleProblem {
            message: format!(
                "the {} `{}` is of this layer itself",
                kind.name(),
                quoted(&id.value)
            ),
            places: vec![
                (id.place.clone(), "overridden here".to_owned()),
                (own.place.clone(), "given here".to_owned()),
            ],
            help: Some("change it where it is given, and remove the override".to_owned()),
        });
    } else if below.total() == 0 {
        log.push(RuleProblem {
            message: "the first layer has nothing below it to override".to_owned(),
            places: vec![(id.place.clone(), "below what?".to_owned())],
            help: Some("change the entry where it is given".to_owned()),
        });
    } else if !unread.may_declare(&id.value) {
        let known: Vec<&str> = known.iter().map(|known| known.value.as_str()).collect();
        report_unknown(log, id.place.clone(), kind.name(), &id.value, &known);
    }
    false
}

fn twice(given: &Override, first: &RulePlace) -> RuleProblem {
    RuleProblem {
        message: format!(
            "the {} `{}` is overridden twice in one layer",
            given.kind.name(),
            quoted(&given.id.value)
        ),
        places: vec![
            (given.id.place.clone(), "again here".to_owned()),
            (first.clone(), "first here".to_owned()),
        ],
        help: Some("join the two".to_owned()),
    }
}

//! Numeric limits of guideline editions.

use super::provenance::Provenance;
use super::{bounds, id, rule_test};
use crate::rules::decode::{Decoder, Fields, Located, quoted};
use crate::rules::pack::{Bounds, Limit, Timed};
use crate::rules::yaml::Node;

/// A limit, and the word for what it counts as written (`None`: it counts nothing, it only says how often
/// or how long). What it counts is checked against its treatments when the whole pack is known.
pub(super) fn decode(
    decoder: &mut Decoder,
    node: &Node,
) -> Option<(Limit, Option<Located<String>>)> {
    let mut fields = decoder.fields(node, "a limit")?;
    let id = fields.required(decoder, "id", id::kebab);
    let title = fields.required(decoder, "title", Decoder::text);
    let treatments = fields.required(decoder, "treatments", Decoder::located_texts);
    let guidelines = fields.required(decoder, "guidelines", Decoder::located_texts);
    let section = fields.optional(decoder, "section", Decoder::text);
    let numbers = Numbers::of(decoder, &mut fields);
    let diagnoses = fields.optional(decoder, "diagnoses", Decoder::texts);
    let recited = fields.optional(decoder, "recited", Decoder::texts);
    let extended_by = fields.optional(decoder, "extended_by", Decoder::located_texts);
    let exempt_when = fields.optional(decoder, "exempt_when", Decoder::located_texts);
    let provenance = Provenance::of(decoder, &mut fields);
    let tests = rule_test::of_entry(decoder, &mut fields, "limit");
    fields.finish(decoder);
    let provenance = provenance?;
    let unit = numbers.unit.as_ref().map(|unit| unit.value.clone());
    let limit = Limit {
        id: id?,
        title: title?,
        treatments: treatments?,
        guidelines: guidelines?,
        section,
        unit: unit.unwrap_or_default(),
        trial: numbers.trial,
        total: numbers.total,
        frequency: numbers.frequency,
        duration: numbers.duration,
        diagnoses: diagnoses.unwrap_or_default(),
        recited: recited.unwrap_or_default(),
        extended_by: extended_by.unwrap_or_default(),
        exempt_when: exempt_when.unwrap_or_default(),
        citation: provenance.citation,
        confidence: provenance.confidence,
        source: provenance.source,
        enabled: provenance.enabled,
        tests,
    };
    Some((limit, numbers.unit))
}

/// The numbers of a limit.
#[derive(Debug, Default)]
struct Numbers {
    trial: Option<Bounds>,
    total: Option<Bounds>,
    frequency: Option<Timed>,
    duration: Option<Timed>,
    unit: Option<Located<String>>,
}

impl Numbers {
    fn of(decoder: &mut Decoder, fields: &mut Fields<'_>) -> Self {
        let trial = fields.optional(decoder, "trial", bounds::amount);
        let total = fields.optional(decoder, "total", bounds::amount);
        let frequency = fields.optional(decoder, "frequency", bounds::frequency);
        let duration = fields.optional(decoder, "duration", bounds::duration);
        let keys = ["trial", "total", "frequency", "duration"];
        if keys.iter().all(|key| fields.key_span(key).is_none()) {
            decoder.report_with_help(
                fields.name_span(),
                "this limit has no number",
                "limits nothing",
                Some("give at least one of trial, total, frequency, duration".to_owned()),
            );
        }
        if let (Some(trial), Some(total)) = (&trial, &total) {
            compare(decoder, trial, total);
        }
        let (trial, trial_unit) = trial.unzip();
        let (total, total_unit) = total.unzip();
        Self {
            trial,
            total,
            frequency,
            duration,
            unit: trial_unit.or(total_unit),
        }
    }
}

/// A trial is the beginning of the whole course.
fn compare(
    decoder: &mut Decoder,
    (trial, trial_unit): &(Bounds, Located<String>),
    (total, total_unit): &(Bounds, Located<String>),
) {
    if singular(&trial_unit.value) != singular(&total_unit.value) {
        let (trial, total) = (quoted(&trial_unit.value), quoted(&total_unit.value));
        decoder.report_with_help(
            total_unit.place.span,
            format!("the trial counts {trial}, the total counts {total}"),
            "another unit",
            Some("a limit counts one thing; write two limits".to_owned()),
        );
    } else if trial.max > total.max {
        decoder.report(
            total_unit.place.span,
            format!(
                "a trial of {} is longer than the whole course of {}",
                trial.max, total.max
            ),
            "shorter than the trial",
        );
    }
}

/// A word for what is counted without its plural ending: visits, studies.
pub(in crate::rules) fn singular(word: &str) -> String {
    match (word.strip_suffix("ies"), word.strip_suffix('s')) {
        (Some(stem), _) if stem.len() > 1 => format!("{stem}y"),
        (_, Some(stem)) if !stem.is_empty() => stem.to_owned(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::rules::entries::trial::{complaints, decoded};

    const REST: &str = "\
citation: 8 CCR 9792.24.1(c)(1)
confidence: quoted
source: a copy of the regulation
tests: [ { name: n, decision: upheld, silent: [limit/overturned-above] } ]
";

    #[test]
    fn a_limit_is_decoded() {
        let text = format!(
            "\
id: acupuncture-trial
title: A first course of acupuncture
treatments: [acupuncture]
guidelines: [mtus-acupuncture-2007]
section: (c)(1)-(3)
trial: 3..6 visits
total: 18 visits
frequency: 1..3 per week
duration: 1..2 months
diagnoses: [myalgia]
recited: [to produce functional improvement]
extended_by: [functional-improvement]
exempt_when: [surgery]
{REST}"
        );
        let (limit, problems) = decoded(&text, decode);
        assert!(problems.is_empty(), "{problems:?}");
        let (limit, unit) = limit.unwrap();
        assert_eq!(limit.trial, Some(Bounds { min: 3, max: 6 }));
        assert_eq!(limit.total, Some(Bounds { min: 18, max: 18 }));
        assert_eq!(unit.unwrap().value, "visits");
        assert!(limit.enabled);
        assert_eq!(limit.tests.len(), 1);
    }

    #[test]
    fn every_mistake_is_told() {
        let text = "\
id: acupuncture-trial
title: A first course of acupuncture
treatments: []
guideline: [mtus-acupuncture-2007]
trial: 30..60 visits
total: 18 sessions
citation: 8 CCR 9792.24.1
confidence: sure
source: somewhere
tests: [ { name: n, decision: upheld, silent: [limit/overturned-above] } ]
";
        assert_eq!(
            complaints(text, decode),
            [
                "t.yaml:3:13: this list is empty",
                "t.yaml:4:1: unknown key `guideline` in a limit (did you mean `guidelines`?)",
                "t.yaml:6:11: the trial counts visits, the total counts sessions \
                 (a limit counts one thing; write two limits)",
                "t.yaml:8:13: unknown value `sure` (known: primary, quoted, unverified)",
            ]
        );
    }

    #[test]
    fn the_numbers_must_make_sense() {
        let entry = |numbers: &str| {
            format!("id: a\ntitle: a\ntreatments: [b]\nguidelines: [c]\n{numbers}{REST}")
        };
        assert_eq!(
            complaints(&entry("trial: 6 visits\ntotal: 3 visits\n"), decode),
            ["t.yaml:6:10: a trial of 6 is longer than the whole course of 3"]
        );
        assert_eq!(
            complaints(&entry(""), decode),
            ["t.yaml:1:5: this limit has no number \
                 (give at least one of trial, total, frequency, duration)"]
        );
        assert!(complaints(&entry("trial: 1 study\ntotal: 2 studies\n"), decode).is_empty());
        assert!(complaints(&entry("duration: 2..3 weeks\n"), decode).is_empty());
    }
}

#![allow(clippy::unwrap_used)]

use crate::rules::load::{Loaded, load};
use crate::rules::problem::{RuleFile, RuleProblem};

/// A pack without a mistake.
const PACK: &str = "\
pack: { name: p, version: '1', title: P }
guidelines:
  - { id: g, title: G, system: ODG, labels: [G], citation: c, confidence: primary }
treatments:
  - { id: acupuncture, title: Acupuncture, names: [acupuncture], unit: visit }
body_parts:
  - { id: spine, names: [spine] }
facts:
  - { id: improvement, title: Improvement, says: [improved] }
rules:
  - id: a/b
    severity: note
    when: { decision: upheld }
    message: m
    explain: e
    tests: [ { name: n, decision: upheld, expect: [a/b] } ]
";

fn load_with(text: &str) -> Loaded {
    let file = |name: &str, text: &str| RuleFile {
        name: name.to_owned(),
        text: text.to_owned().into(),
    };
    load(vec![file("pack.yaml", PACK), file("t.yaml", text)])
}

/// The problems of `text` beside [`PACK`] as lines: all places, message, help.
fn complaints(text: &str) -> Vec<String> {
    let line = |problem: &RuleProblem| {
        let places: Vec<_> = problem
            .places
            .iter()
            .map(|(place, _)| place.to_string())
            .collect();
        let help = problem.help.as_deref().unwrap_or_default();
        format!("{}: {} ({help})", places.join(", "), problem.message)
    };
    load_with(text).problems.iter().map(line).collect()
}

/// A limit in YAML with these lines replacing those of their keys.
fn limit(changed: &str) -> String {
    let mut lines = vec![
        "id: l",
        "title: L",
        "treatments: [acupuncture]",
        "guidelines: [g]",
        "trial: 6 visits",
        "citation: c",
        "confidence: quoted",
        "source: s",
        "tests: [ { name: n, decision: upheld, silent: [a/b] } ]",
    ];
    for line in changed.lines() {
        let key = line.split(':').next().unwrap();
        match lines
            .iter_mut()
            .find(|old| old.split(':').next() == Some(key))
        {
            Some(old) => *old = line,
            None => lines.push(line),
        }
    }
    format!("limits:\n  - {}\n", lines.join("\n    "))
}

#[test]
fn a_whole_pack_has_no_problem() {
    let loaded = load_with(&limit(""));
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    assert_eq!(loaded.pack.name, "p");
    assert_eq!(loaded.pack.limits[0].unit, "visit");
}

#[test]
fn ids_are_given_once_in_all_files() {
    let text = "\
treatments:
  - { id: acupuncture, title: A, names: [a] }
  - { id: b, title: B, names: [b] }
  - { id: b, title: B, names: [] }
facts:
  - { id: b, title: a fact may have the id of a treatment, says: [b] }
";
    assert_eq!(
        complaints(text),
        [
            "t.yaml:2:11, pack.yaml:5:11: the treatment `acupuncture` is given twice \
             (rename one of the two, or remove it)",
            "t.yaml:4:11, t.yaml:3:11: the treatment `b` is given twice \
             (rename one of the two, or remove it)",
            "t.yaml:4:31: this list is empty ()",
        ]
    );
}

#[test]
fn references_must_lead_somewhere() {
    for (changed, complaint) in [
        (
            "treatments: [acupunture]",
            "t.yaml:4:18: unknown treatment `acupunture` (did you mean `acupuncture`?)",
        ),
        (
            "guidelines: [h, g]",
            "t.yaml:5:18: unknown guideline `h` (did you mean `g`?)",
        ),
        (
            "extended_by: [improvment]",
            "t.yaml:11:19: unknown fact `improvment` (did you mean `improvement`?)",
        ),
        (
            "exempt_when: [surgery]",
            "t.yaml:11:19: unknown fact `surgery` (known: improvement)",
        ),
        (
            "tests: [ { name: n, decision: upheld, silent: [a/b, limit/above] } ]",
            "t.yaml:10:57: unknown rule `limit/above` (known: a/b)",
        ),
    ] {
        assert_eq!(complaints(&limit(changed)), [complaint]);
    }
}

#[test]
fn references_of_the_other_entries_are_checked_too() {
    let text = "\
guidelines:
  - { id: h, title: H, system: ODG, labels: [H], body_parts: [spne], citation: c, confidence: primary }
treatments:
  - { id: b, title: B, names: [b], after_surgery: acupunctur }
body_parts:
  - { id: neck, names: [neck], within: spin }
criteria:
  - id: c
    title: C
    treatments: [mri]
    guidelines: [g]
    requires: [improvements]
    citation: c
    confidence: quoted
    source: s
    tests: [ { name: n, decision: upheld, expect: [b/b] } ]
";
    assert_eq!(
        complaints(text),
        [
            "t.yaml:2:63: unknown body part `spne` (did you mean `spine`?)",
            "t.yaml:4:51: unknown treatment `acupunctur` (did you mean `acupuncture`?)",
            "t.yaml:6:40: unknown body part `spin` (did you mean `spine`?)",
            "t.yaml:10:18: unknown treatment `mri` (known: acupuncture, b)",
            "t.yaml:12:16: unknown fact `improvements` (did you mean `improvement`?)",
            "t.yaml:16:52: unknown rule `b/b` (did you mean `a/b`?)",
        ]
    );
}

#[test]
fn laws_and_recommendations_refer_to_what_there_is() {
    let text = "\
laws:
  - { id: l, title: L, says: s, guidelines: [h], citation: c, confidence: quoted, source: s }
recommendations:
  - id: r
    title: R
    treatments: [acupuncture]
    names: [acupunctur]
    body_parts: [spin]
    guidelines: [h]
    says: option
    citation: c
    confidence: quoted
    source: s
";
    assert_eq!(
        complaints(text),
        [
            "t.yaml:2:46: unknown guideline `h` (did you mean `g`?)",
            "t.yaml:7:13: unknown name `acupunctur` (did you mean `acupuncture`?)",
            "t.yaml:8:18: unknown body part `spin` (did you mean `spine`?)",
            "t.yaml:9:18: unknown guideline `h` (did you mean `g`?)",
        ]
    );
}

#[test]
fn an_entry_with_a_mistake_still_exists_for_the_others() {
    let text = format!(
        "facts: [ {{ id: pain, title: 1, says: [pain] }} ]\n{}",
        limit("extended_by: [pain]")
    );
    assert_eq!(
        complaints(&text),
        ["t.yaml:1:29: expected text, found a whole number (put it in quotes to make it text)"]
    );
}

#[test]
fn body_parts_lie_in_no_circle() {
    let text = "\
body_parts:
  - { id: a, names: [a], within: b }
  - { id: b, names: [b], within: c }
  - { id: c, names: [c], within: b }
  - { id: d, names: [d], within: d }
  - { id: e, names: [e], within: spine }
";
    let remove = "(remove `within` from the largest of them)";
    assert_eq!(
        complaints(text),
        [
            format!(
                "t.yaml:3:34, t.yaml:4:34: body parts lie within each other in a circle: b within c within b {remove}"
            ),
            format!(
                "t.yaml:5:34: body parts lie within each other in a circle: d within d {remove}"
            ),
        ]
    );
}

#[test]
fn a_long_chain_of_body_parts_is_walked_once() {
    use std::fmt::Write;
    let mut text = "body_parts:\n".to_owned();
    for at in 0..10_000 {
        writeln!(
            text,
            "  - {{ id: p{at}, names: [p], within: p{} }}",
            (at + 1) % 10_000
        )
        .unwrap();
    }
    let found = complaints(&text);
    assert_eq!(found.len(), 1);
    assert!(found[0].contains("p0 within p1 within"), "{}", found[0]);
    assert!(found[0].len() < 500, "{}", found[0]);
}

#[test]
fn editions_are_told_apart_by_label_year_and_days() {
    let edition = |id: &str, label: &str, year: u16, days: &str| {
        format!(
            "  - {{ id: {id}, title: T, system: other, labels: [{label}], year: {year}, {days}citation: c, \
             confidence: primary }}\n"
        )
    };
    let apart = [
        ("Opioids", 2017, "in_force: { from: 2017-01-01 }, "),
        ("Opioids", 2016, ""),
        ("Opioids treatment", 2016, "in_force: { to: 2016-06-30 }, "),
        (
            "opioids treatment",
            2016,
            "in_force: { from: 2016-07-01 }, ",
        ),
    ];
    let mut text = "guidelines:\n".to_owned();
    for (at, (label, year, days)) in apart.into_iter().enumerate() {
        text += &edition(&format!("e{at}"), label, year, days);
    }
    assert_eq!(complaints(&text), [""; 0]);
    text += &edition(
        "e4",
        "OPIOIDS  Treatment",
        2016,
        "in_force: { from: 2016-06-30, to: 2016-06-30 }, ",
    );
    assert_eq!(
        complaints(&text),
        [
            "t.yaml:6:11, t.yaml:4:11: the guidelines `e2` and `e4` both have the label \
             `OPIOIDS  Treatment`, the year 2016, and were in force on the same days \
             (a letter that cites it could mean either; correct the year, the days in force or the label)"
        ]
    );
    assert_eq!(
        complaints(&format!(
            "guidelines:\n{}",
            edition("e", "Pain, pain", 2016, "")
        )),
        ["t.yaml:2:11: the label `pain` is given twice in `e` \
             (letter case makes no difference; keep one of the two)"]
    );
}

#[test]
fn limits_and_treatments_count_the_same_thing() {
    assert_eq!(
        complaints(&limit("trial: 6 vists")),
        ["t.yaml:6:14: unknown unit `vists` (did you mean `visit`?)"]
    );
    assert_eq!(
        complaints(&limit("trial: 6 widgets")),
        ["t.yaml:6:14: unknown unit `widgets` (known: injection, visit)"]
    );
    assert_eq!(
        complaints(&limit("trial: 6 injections")),
        [
            "t.yaml:4:18, pack.yaml:5:11: the treatment `acupuncture` is counted in `visit`, \
             this limit counts `injection` (give the treatment `unit: injection`, or correct the limit)"
        ]
    );
    let text = format!(
        "treatments: [ {{ id: mri, title: M, names: [m] }} ]\n{}",
        limit("treatments: [mri]")
    );
    assert_eq!(
        complaints(&text),
        [
            "t.yaml:5:18, t.yaml:1:21: the treatment `mri` has no `unit`, this limit counts `visit` \
             (give the treatment `unit: visit`, or correct the limit)"
        ]
    );
    assert_eq!(
        complaints("treatments: [ { id: mri, title: M, names: [m], unit: visits } ]\n"),
        ["t.yaml:1:54: unknown unit `visits` (did you mean `visit`?)"]
    );
}

#[test]
fn a_limit_on_time_alone_counts_like_its_treatments() {
    let text =
        limit("trial: 6 visits\nfrequency: 1..3 per week").replace("    trial: 6 visits\n", "");
    let loaded = load_with(&text);
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    assert_eq!(loaded.pack.limits[0].unit, "visit");
}

#[test]
fn a_pack_has_one_header_and_a_rule() {
    assert_eq!(
        complaints("pack: { name: q, version: '1', title: Q }\n"),
        ["t.yaml:1:1, pack.yaml:1:1: the pack has a second header \
             (keep one of the two; the files of two packs do not mix)"]
    );
    let messages = |files| {
        let problems = load(files).problems;
        problems.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(
        messages(Vec::new()),
        ["the pack has no header", "the pack has no rule"]
    );
    let file = RuleFile {
        name: "t.yaml".to_owned(),
        text: "rules: [ { id: a/b } ]\n".into(),
    };
    let found = messages(vec![file]);
    assert_eq!(found[0], "the pack has no header");
    assert!(
        !found.contains(&"the pack has no rule".to_owned()),
        "{found:?}"
    );
}

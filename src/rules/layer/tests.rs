#![allow(clippy::unwrap_used)]

use super::*;
use crate::finding::Severity;
use crate::rules::load::{Loaded, load, load_layers};

const TESTS: &str = "tests: [ { name: n, decision: upheld, silent: [rule/one] } ]";

fn base() -> String {
    format!(
        "\
pack: {{ name: base, version: '1', title: B }}
treatments:
  - {{ id: massage, title: Massage, names: [massage], unit: visit }}
guidelines:
  - {{ id: book, title: Book, system: other, labels: [Book], citation: c, confidence: primary }}
facts:
  - {{ id: better, title: Better, says: [improved] }}
limits:
  - id: massage-trial
    title: first course
    treatments: [massage]
    guidelines: [book]
    trial: 4..6 visits
    citation: c
    confidence: primary
    source: s
    {TESTS}
  - id: massage-total
    title: whole course
    treatments: [massage]
    guidelines: [book]
    total: 12 visits
    enabled: false
    citation: c
    confidence: unverified
    source: s
    {TESTS}
rules:
  - id: rule/one
    severity: error
    lowered: [ {{ to: warning, when: {{ decision: upheld }} }} ]
    when: {{ decision: upheld }}
    message: m
    explain: e
    {TESTS}
"
    )
}

fn layer(name: &str, text: &str) -> Layer {
    Layer {
        name: name.to_owned(),
        files: vec![RuleFile {
            name: format!("{name}.yaml"),
            text: text.to_owned().into(),
        }],
    }
}

fn over_base(text: &str) -> Loaded {
    load_layers(vec![layer("base", &base()), layer("site", text)])
}

#[track_caller]
fn clean(text: &str) -> Loaded {
    let loaded = over_base(text);
    assert!(loaded.problems.is_empty(), "{:?}", complaints(&loaded));
    loaded
}

fn complaints(loaded: &Loaded) -> Vec<String> {
    let line = |problem: &crate::rules::problem::RuleProblem| match &problem.help {
        Some(help) => format!("{problem} ({help})"),
        None => problem.to_string(),
    };
    loaded.problems.iter().map(line).collect()
}

#[test]
fn a_layer_adds_entries_and_overrides_fields() {
    let loaded = clean(
        "pack: { name: site, version: '2', title: S }
facts:
  - { id: worse, title: Worse, says: [declined] }
overrides:
  - { rule: rule/one, severity: note, message: other, reason: our policy }
  - { treatment: massage, names: [Massage, myofascial release] }
  - { fact: better, says: [(gained|gains in) function], denied_by: [no change] }
  - { guideline: book, labels: [The Book], in_force: { from: 2010-01-01 } }
  - { limit: massage-trial, trial: 3..5 visits, frequency: 2 per week, source: read again }
",
    );
    let pack = &loaded.pack;
    assert_eq!(pack.name, "base");
    assert_eq!(pack.rules[0].severity, Severity::Note);
    assert_eq!(
        pack.rules[0].lowered[0].0,
        Severity::Note,
        "never graver than its rule"
    );
    assert_eq!(pack.rules[0].message.place.file.name, "site.yaml");
    assert_eq!(pack.treatments[0].names, ["massage", "myofascial release"]);
    assert_eq!(
        pack.facts[0].says,
        ["improved", "gained function", "gains in function"]
    );
    assert_eq!(pack.facts.len(), 2);
    assert_eq!(pack.guidelines[0].labels, ["Book", "The Book"]);
    assert!(pack.guidelines[0].in_force.from.is_some());
    assert_eq!(pack.limits[0].numbers(), "trial 3 to 5 visits, 2 per week");
    assert_eq!(pack.limits[0].citation, "c", "what is not overridden stays");
    let [base, site] = pack.layers.as_slice() else {
        unreachable!("two layers are loaded");
    };
    assert_eq!((base.added, base.overridden), (6, 0));
    assert_eq!((site.added, site.overridden), (1, 5));
    assert_eq!(site.header.as_ref().unwrap().name, "site");
    let rule = &pack.overridden[0];
    let fields: Vec<_> = rule
        .fields
        .iter()
        .map(|field| field.value.as_str())
        .collect();
    assert_eq!(fields, ["severity", "message"]);
    assert_eq!(rule.fields[0].place.to_string(), "site.yaml:5:23");
    assert_eq!(
        (rule.reason.as_deref(), rule.layer),
        (Some("our policy"), 1)
    );
}

#[test]
fn a_third_layer_overrides_what_the_second_adds() {
    let loaded = load_layers(vec![
        layer("base", &base()),
        layer(
            "site",
            "facts: [ { id: worse, title: Worse, says: [declined] } ]",
        ),
        layer("clinic", "overrides: [ { fact: worse, says: [worsened] } ]"),
    ]);
    assert!(loaded.problems.is_empty(), "{:?}", complaints(&loaded));
    assert_eq!(loaded.pack.facts[1].says, ["declined", "worsened"]);
}

#[test]
fn a_layer_overrides_reference_data() {
    let site = "\
laws:
  - { id: l, title: L, says: s, guidelines: [book], citation: c, confidence: unverified, source: s, enabled: false }
recommendations:
  - id: r
    title: R
    treatments: [massage]
    guidelines: [book]
    says: option
    citation: c
    confidence: quoted
    source: s
";
    let third = "\
overrides:
  - { law: l, says: read, confidence: primary, enabled: true }
  - { recommendation: r, says: only-when, condition: after a fall }
";
    let layers = [("base", base()), ("site", site.to_owned())];
    let mut layers: Vec<Layer> = layers.map(|(name, text)| layer(name, &text)).into();
    layers.push(layer("third", third));
    let loaded = load_layers(layers);
    assert!(loaded.problems.is_empty(), "{:?}", complaints(&loaded));
    let (law, advice) = (&loaded.pack.laws[0], &loaded.pack.recommendations[0]);
    assert!(law.enabled && law.says == "read");
    assert_eq!(advice.condition.as_deref(), Some("after a fall"));
}

#[test]
fn a_layer_changes_what_a_criterion_asks_for() {
    let site = "\
facts:
  - { id: worse, title: Worse, says: [declined] }
criteria:
  - id: massage-need
    title: N
    treatments: [massage]
    guidelines: [book]
    requires: [better]
    citation: c
    confidence: quoted
    source: s
    tests: [ { name: n, decision: upheld, silent: [rule/one] } ]
";
    let with = |third: &str| {
        let base = base();
        let texts = [("base", base.as_str()), ("site", site), ("third", third)];
        load_layers(texts.map(|(name, text)| layer(name, text)).into())
    };
    let loaded = with(
        "overrides: [ { criterion: massage-need, requires: [worse], requires_any: [better, worse], waived_by: [better], \
         sufficient: true, enabled: false, citation: d } ]",
    );
    assert!(loaded.problems.is_empty(), "{:?}", complaints(&loaded));
    let criterion = &loaded.pack.criteria[0];
    let ids = |facts: &[Located<String>]| -> Vec<String> {
        facts.iter().map(|fact| fact.value.clone()).collect()
    };
    assert_eq!(ids(&criterion.requires), ["worse"]);
    assert_eq!(ids(&criterion.requires_any), ["better", "worse"]);
    assert_eq!(ids(&criterion.waived_by), ["better"]);
    assert!(criterion.sufficient && !criterion.enabled);
    assert_eq!(
        (criterion.citation.as_str(), criterion.source.as_str()),
        ("d", "s")
    );
    let unknown = with(
        "overrides: [ { criterion: massage-need, requires: [wors], confidence: unverified } ]",
    );
    assert_eq!(
        complaints(&unknown),
        [
            "third.yaml:1:52: unknown fact `wors` (did you mean `worse`?)",
            "third.yaml:1:59: an unverified entry must not be enabled (once the text has been read, override \
             `confidence`, `citation` and `source` too)",
        ]
    );
}

#[test]
fn mistakes_between_layers_are_told_with_both_places() {
    for (text, complaint) in [
        (
            "facts: [ { id: better, title: B, says: [x] } ]",
            "site.yaml:1:16: the fact `better` is given twice (to change it, put the fields that change under \
             `overrides`: `- { fact: better, ... }`)",
        ),
        (
            "overrides: [ { rule: rule/on, severity: note } ]",
            "site.yaml:1:22: unknown rule `rule/on` (did you mean `rule/one`?)",
        ),
        (
            "overrides: [ { rule: rule/one, severity: note }, { rule: rule/one, enabled: false } ]",
            "site.yaml:1:58: the rule `rule/one` is overridden twice in one layer (join the two)",
        ),
        (
            "{ facts: [ { id: own, title: O, says: [x] } ], overrides: [ { fact: own, says: [y] } ] }",
            "site.yaml:1:69: the fact `own` is of this layer itself (change it where it is given, and remove the \
             override)",
        ),
        (
            "overrides: [ { limit: massage-total, enabled: true } ]",
            "site.yaml:1:38: an unverified entry must not be enabled (once the text has been read, override \
             `confidence`, `citation` and `source` too)",
        ),
        (
            "overrides: [ { limit: massage-trial, total: 5 visits } ]",
            "site.yaml:1:47: with this, a trial of 6 is longer than the whole course of 5 (override both numbers)",
        ),
        (
            "overrides: [ { limit: massage-trial, total: 9 injections } ]",
            "site.yaml:1:47: the limit counts `visit`, this override counts `injection` (a limit counts one thing; write a \
             limit of its own)",
        ),
        (
            "pack: { name: base, version: '1', title: B }",
            "site.yaml:1:15: the pack `base` is laid over itself (to use it in place of the built-in pack, add \
             --no-builtin-rules; a layer holds only what it adds and overrides, and has a name of its own)",
        ),
    ] {
        let found = complaints(&over_base(text));
        assert!(found.contains(&complaint.to_owned()), "{text}\n{found:#?}");
    }
    let again = over_base("facts: [ { id: better, title: B, says: [x] } ]");
    let files: Vec<_> = again.problems[0]
        .places
        .iter()
        .map(|(place, _)| place.file.name.as_str())
        .collect();
    assert_eq!(files, ["site.yaml", "base.yaml"]);
}

#[test]
fn the_first_layer_has_nothing_to_override() {
    let text = base() + "overrides: [ { rule: rule/one, severity: note } ]\n";
    let loaded = load_layers(vec![layer("base", &text)]);
    assert_eq!(loaded.problems.len(), 1);
    assert!(complaints(&loaded)[0].contains("is of this layer itself"));
}

#[test]
fn limits_that_contradict_each_other_are_told() {
    let limit = |id: &str, rest: &str| {
        format!(
            "limits:\n  - {{ id: {id}, title: t, treatments: [massage], guidelines: [book], {rest}, citation: c, \
             confidence: primary, source: s, {TESTS} }}\n"
        )
    };
    let told = |rest: &str| complaints(&over_base(&limit("other", rest)));
    assert_eq!(
        told("trial: 3..6 visits"),
        [
            "site.yaml:2:11: the limits `massage-trial` and `other` give `massage` in `book` another trial (tell them \
             apart by `diagnoses` or by editions, join them, or give the one that does not hold `enabled: false`)"
        ]
    );
    for other in [
        "trial: 4..6 visits",
        "total: 12 visits",
        "trial: 3..6 visits, diagnoses: [neuritis]",
        "trial: 3..6 visits, enabled: false",
    ] {
        assert_eq!(told(other), [""; 0], "{other}");
    }
    let text = limit("other", "trial: 3..6 visits")
        + "overrides: [ { limit: massage-trial, enabled: false } ]\n";
    assert_eq!(complaints(&over_base(&text)), [""; 0]);
}

#[test]
fn each_layer_changes_the_digest_and_a_pack_alone_keeps_its_own() {
    let alone = load(layer("base", &base()).files).pack;
    let site = clean("overrides: [ { rule: rule/one, severity: note } ]").pack;
    let other = clean("overrides: [ { rule: rule/one, severity: warning } ]").pack;
    assert_eq!(site.layers[0].digest, alone.digest);
    assert_ne!(site.digest, alone.digest);
    assert_ne!(site.digest, other.digest);
}

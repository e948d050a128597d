#![allow(clippy::unwrap_used, clippy::panic)]

mod validator;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use serde_json::Value;

use self::validator::complaints;
use super::overrides;
use crate::check::{each_vocabulary, vocabulary};
use crate::rules::decode::asked;
use crate::rules::problem::RuleFile;
use crate::rules::{embedded, load, yaml};

fn whole() -> Value {
    let conditions: Vec<_> = vocabulary().collect();
    let each: Vec<_> = each_vocabulary().collect();
    super::schema(&conditions, &each)
}

/// What is wrong with a rules file by the schema.
fn wrong(text: &str) -> Vec<String> {
    let file = Arc::new(RuleFile {
        name: "t.yaml".to_owned(),
        text: text.to_owned().into(),
    });
    complaints(&whole(), &yaml::parse(&file).unwrap())
}

/// Whatever map a decoder opens has a shape, with the keys that the decoder asks for.
#[test]
fn the_keys_are_those_of_the_decoders() {
    let mut asked = asked::during(|| {
        let _ = load(embedded());
    });
    let each: Vec<_> = each_vocabulary().collect();
    let mut described = BTreeMap::new();
    for shape in super::shapes(&each) {
        let keys: BTreeMap<_, _> = shape
            .keys
            .iter()
            // That an entry has no tests is told by a check of its own.
            .map(|key| (key.name, key.required && key.name != "tests"))
            .collect();
        described.insert(shape.what, keys);
    }
    for (what, keys) in &mut asked {
        // Which keys a waiver must have depends on those that it has.
        if *what == "a waiver" {
            for key in ["fingerprint", "rule", "case_number", "item"] {
                keys.insert(key, false);
            }
        }
        assert_eq!(described.get(what), Some(&*keys), "the schema of {what}");
    }
    let without_decoder: Vec<_> = described
        .keys()
        .filter(|what| !asked.contains_key(*what) && !what.starts_with("an override of"))
        .collect();
    assert!(without_decoder.is_empty(), "{without_decoder:?}");
}

/// An override has another shape for each kind of entry, and the shipped pack has none.
#[test]
fn the_keys_of_overrides_are_those_of_the_decoders() {
    let each: Vec<_> = each_vocabulary().collect();
    let shapes = super::shapes(&each);
    for of in &overrides::ALL {
        let text = format!("overrides: [ {{ {}: a/b }} ]", of.kind.key());
        let name = "t.yaml".to_owned();
        let asked = asked::during(|| {
            let _ = load(vec![RuleFile {
                name,
                text: text.into(),
            }]);
        });
        let shape = shapes.iter().find(|shape| shape.what == of.what).unwrap();
        let keys = shape.keys.iter().map(|key| (key.name, key.required));
        assert_eq!(asked["an override"], keys.collect(), "{}", of.what);
    }
}

#[test]
fn the_shipped_files_keep_to_it() {
    let schema = whole();
    for file in embedded() {
        let file = Arc::new(file);
        let wrong = complaints(&schema, &yaml::parse(&file).unwrap());
        assert!(wrong.is_empty(), "{}: {wrong:#?}", file.name);
    }
}

#[test]
fn the_committed_schema_is_this_one() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/schema.json");
    let committed = std::fs::read_to_string(path).unwrap();
    assert!(
        committed == super::text(&whole()),
        "rules/schema.json is out of date: run `cargo run -- rules schema --output rules/schema.json`"
    );
}

/// A schema line that leads nowhere would switch completion off without a word.
#[test]
fn shipped_files_that_name_a_schema_name_this_one() {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
    let schema = rules.join("schema.json").canonicalize().unwrap();
    for file in embedded() {
        let line = file.text.lines().next().unwrap_or_default();
        if let Some(given) = line.strip_prefix("# yaml-language-server: $schema=") {
            let below_rules = file.name.split_once('/').unwrap().1;
            let folder = rules.join(below_rules).parent().unwrap().to_owned();
            let named = folder.join(given).canonicalize().unwrap();
            assert_eq!(named, schema, "{}", file.name);
        }
    }
}

const RULE: &str = "rules:\n  - { id: a/b, severity: note, message: m, explain: e, tests: [{ name: n, expect: [a/b] }], when: ";

#[test]
fn conditions_take_what_the_vocabulary_says() {
    let condition = |condition: &str| wrong(&format!("{RULE}{condition} }}\n"));
    for right in [
        "{ decision: upheld }",
        "{ all: [ { not: { in_order: false } }, { any: [ { conclusion: none } ] } ] }",
        "{ heading_matches: a }",
    ] {
        assert_eq!(condition(right), [""; 0], "{right}");
    }
    for unlike in [
        "{ decision: denied }",
        "{ decison: upheld }",
        "{ in_order: \"no\" }",
        "{ all: [] }",
        "{ decision: upheld, conclusion: none }",
        "{}",
        "[ { decision: upheld } ]",
    ] {
        assert_ne!(condition(unlike), [""; 0], "{unlike}");
    }
}

#[test]
fn what_the_decoders_refuse_is_no_rules_file() {
    let limit = |key: &str| {
        format!(
            "limits:\n  - {{ id: a, title: t, treatments: [a], guidelines: [b], citation: c, confidence: quoted, \
             source: s, tests: [{{ name: n, silent: [a/b] }}], {key} }}\n"
        )
    };
    assert_eq!(wrong(&limit("trial: 3..6 visits")), [""; 0]);
    for unlike in [
        "section: s",
        "trial: 6",
        "trial: 3.. visits",
        "total: 6 visits, duraton: 2 weeks",
        "frequency: 3 a week",
        "duration: 2 fortnights",
        "total: 6 visits, treatmnts: [a]",
    ] {
        assert_ne!(wrong(&limit(unlike)), [""; 0], "{unlike}");
    }
    for unlike in [
        "guideline: []\n",
        "rules: []\n",
        "facts: [ { id: Not An Id, title: t, says: [a] } ]\n",
        "pack: { name: a, version: 2026, title: t }\n",
    ] {
        assert_ne!(wrong(unlike), [""; 0], "{unlike}");
    }
}

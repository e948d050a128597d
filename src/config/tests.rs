#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use super::*;
use crate::rules::problem::{RuleFile, RuleProblem};
use crate::rules::{embedded, load};

fn decoded(text: &str) -> (Config, Vec<String>) {
    let file = Arc::new(RuleFile {
        name: FILE_NAME.to_owned(),
        text: text.to_owned().into(),
    });
    let (config, problems) = decode(&file);
    (config, problems.iter().map(line).collect())
}

fn line(problem: &RuleProblem) -> String {
    match &problem.help {
        Some(help) => format!("{problem} ({help})"),
        None => problem.to_string(),
    }
}

#[test]
fn all_settings_are_read_with_their_places() {
    let (config, problems) = decoded(
        "\
rules: [site, ../more.yaml]
builtin_rules: true
severities:
  citation: off
  citation/unknown: warning
select: [citation]
ignore: [citation/basis]
fail_on: never
as_of: 2016-12-09
recitals: recitals.bin
waivers: waivers.yaml
baseline: baseline.yaml
",
    );
    assert_eq!(problems, [""; 0]);
    assert_eq!(config.rules.unwrap().value, ["site", "../more.yaml"]);
    assert_eq!(config.severities[0].grade, Grade::Off);
    assert_eq!(config.severities[1].grade, Grade::As(Severity::Warning));
    assert_eq!(config.fail_on.as_ref().unwrap().value, FailOn::Never);
    assert_eq!(config.fail_on.unwrap().place.line(), 8);
    assert_eq!(config.as_of.unwrap().value.to_string(), "2016-12-09");
    assert_eq!(config.baseline.unwrap().value, "baseline.yaml");
}

#[test]
fn a_file_of_comments_sets_nothing() {
    let (config, problems) = decoded("# nothing yet\n");
    assert_eq!(problems, [""; 0]);
    assert!(config.rules.is_none() && config.severities.is_empty());
}

#[test]
fn every_mistake_is_told_with_its_place() {
    let (_, problems) = decoded(
        "\
rule: [site]
severities: { citation: fatal, item: 3 }
fail-on: error
as_of: 2016-12
ignore: []
select: citation
",
    );
    assert_eq!(
        problems,
        [
            "imr-lint.yaml:1:1: unknown key `rule` in the settings (did you mean `rules`?)",
            "imr-lint.yaml:2:25: unknown value `fatal` (known: error, warning, note, off)",
            "imr-lint.yaml:2:38: expected text, found a whole number (put it in quotes to make it text)",
            "imr-lint.yaml:3:1: unknown key `fail-on` in the settings (did you mean `fail_on`?)",
            "imr-lint.yaml:4:8: `2016-12` is no date (write a day as YYYY-MM-DD, for example 2016-12-09)",
            "imr-lint.yaml:5:9: this list is empty",
            "imr-lint.yaml:6:9: expected a list, found text (put it in brackets to make a list of one: `[...]`)",
        ]
    );
    let (_, problems) = decoded("rules: [site\n");
    assert_eq!(problems.len(), 1);
}

#[test]
fn a_rule_counts_before_its_group_and_nothing_is_switched_on() {
    let mut pack = load(embedded()).pack;
    let at = |pack: &crate::rules::pack::Pack, id: &str| {
        let mut rules = pack.rules.iter();
        rules.position(|rule| rule.id.value == id).unwrap()
    };
    let (basis, superseded, sex) = (
        at(&pack, "citation/basis"),
        at(&pack, "citation/superseded"),
        at(&pack, "summary/sex"),
    );
    pack.rules[sex].enabled = false;
    let (config, _) =
        decoded("severities: { citation/basis: note, citation: off, summary: error }");
    config.regrade(&mut pack);
    assert!(pack.rules[basis].enabled);
    assert_eq!(pack.rules[basis].severity, Severity::Note);
    assert!(!pack.rules[superseded].enabled);
    assert!(!pack.rules[sex].enabled);
}

#[test]
fn names_that_no_rule_has_are_told() {
    let pack = load(embedded()).pack;
    let (config, _) = decoded(
        "severities: { citations: note, limit: note }\nselect: [item/arithmetics]\nignore: [decision]\n",
    );
    let problems: Vec<_> = config.unknown_names(&pack).iter().map(line).collect();
    assert_eq!(
        problems,
        [
            "imr-lint.yaml:1:15: unknown rule or group `citations` (did you mean `citation`?)",
            "imr-lint.yaml:2:10: unknown rule or group `item/arithmetics` (did you mean `item/arithmetic`?)",
        ]
    );
}

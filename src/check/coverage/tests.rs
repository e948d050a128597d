#![allow(clippy::unwrap_used)]
use super::*;
use crate::rules::problem::RuleFile;
use crate::rules::{embedded, load};

/// What is untested of the entries of a file that is added to the shipped pack.
fn gaps(text: &str, entry: &str) -> Vec<String> {
    let mut files = embedded();
    files.push(RuleFile {
        name: "draft.yaml".to_owned(),
        text: text.to_owned().into(),
    });
    let loaded = load(files);
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    let (linter, problems) = Linter::new(loaded.pack);
    assert!(problems.is_empty(), "{problems:?}");
    let gaps = linter.coverage().gaps.into_iter();
    gaps.filter(|gap| gap.entry == entry)
        .map(|gap| gap.untested)
        .collect()
}

fn gaps_of_rule(tests: &str) -> Vec<String> {
    let rule = "\
rules:
  - id: draft/both
    severity: warning
    lowered: [ { to: note, when: { treatment: chiropractic } } ]
    when: { all: [ { decision: upheld }, { not: { treatment: acupuncture } } ] }
    message: fires
    explain: It fires.
    tests:
";
    gaps(&format!("{rule}{tests}"), "draft/both")
}

const FIRES: &str = "      - { name: a, decision: upheld, expect: [draft/both] }\n";
const LOWERED: &str = "      - { name: b, decision: upheld, heading: Chiropractic treatment, expect: [draft/both] }\n";

#[test]
fn two_conditions_that_fail_together_are_not_told_apart() {
    let together =
        "      - { name: c, decision: overturned, heading: Acupuncture, silent: [draft/both] }\n";
    assert_eq!(
        gaps_of_rule(&format!("{FIRES}{LOWERED}{together}")),
        [
            "no test is silent only because `decision: upheld` is not true",
            "no test is silent only because `treatment: acupuncture` is not false",
        ]
    );
}

#[test]
fn nothing_is_left_when_each_condition_decides_once_each_way() {
    let alone = "      - { name: c, decision: overturned, silent: [draft/both] }\n\
                 \x20     - { name: d, decision: upheld, heading: Acupuncture, silent: [draft/both] }\n";
    assert!(gaps_of_rule(&format!("{FIRES}{LOWERED}{alone}")).is_empty());
    assert_eq!(
        gaps_of_rule(&format!("{FIRES}{alone}")),
        ["no test is lowered to note because `treatment: chiropractic` is true"]
    );
}

#[test]
fn a_letter_of_another_rule_shows_nothing() {
    let other = "      - { name: c, decision: overturned, silent: [item/arithmetic] }\n";
    assert!(
        !gaps_of_rule(&format!("{FIRES}{LOWERED}{other}")).is_empty(),
        "a test of the rule itself counts, but not for what it does not decide"
    );
}

/// The limit has an edition of its own, so that it governs alone.
const LIMIT: &str = "\
limits:
  - id: draft-limit
    title: whole course of acupuncture
    treatments: [acupuncture]
    guidelines: [mtus-chronic-pain-2016]
    total: 20 visits
    citation: a house rule
    confidence: quoted
    source: made up
    tests:
";

fn acupuncture(visits: u32, side: &str) -> String {
    format!(
        "      - name: {visits} visits\n        decision: overturned\n        heading: Acupuncture {visits} visits\n        \
         reviewer_guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.\n        {side}: [limit/overturned-above]\n"
    )
}

#[test]
fn a_bound_is_tested_at_its_number_and_one_above() {
    let at = |within: u32, above: u32| {
        let (within, above) = (acupuncture(within, "silent"), acupuncture(above, "expect"));
        gaps(&format!("{LIMIT}{within}{above}"), "draft-limit")
    };
    assert!(at(20, 21).is_empty());
    assert_eq!(
        at(19, 22),
        [
            "no test asks for 20 visits, the most of its total",
            "no test asks for 21 visits, one above its total",
        ]
    );
}

#[test]
fn each_fact_of_a_criterion_is_to_be_denied_and_stated() {
    let criterion = "\
criteria:
  - id: draft-criterion
    title: radiculopathy
    treatments: [acupuncture]
    guidelines: [mtus-chronic-pain-2016]
    requires: [radiculopathy-on-exam]
    citation: a house rule
    confidence: quoted
    source: made up
    tests:
      - name: denied
        decision: overturned
        heading: Acupuncture 2 visits
        reviewer_guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.
        rationale: >-
          In this case, there is no radiculopathy. Therefore, the request for acupuncture 2 visits is medically necessary.
        expect: [criterion/unmet]
";
    let gaps = gaps(criterion, "draft-criterion");
    assert_eq!(gaps.len(), 1);
    assert!(
        gaps[0].starts_with("no test has `radiculopathy-on-exam` stated ("),
        "{gaps:?}"
    );
}

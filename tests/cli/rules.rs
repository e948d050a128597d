//! `imr-lint rules` and `--rules`: packs that load.

use regex::Regex;

use crate::pack::pack_with;
use crate::runner::{Ended, Runner};
use crate::samples::{CONSISTENT, FINDINGS, text_of};

/// A transcript without the numbers of entries and tests, which grow with the pack.
fn uncounted(ended: &Ended) -> String {
    without_counts(&ended.transcript())
}

fn without_counts(transcript: &str) -> String {
    let number =
        Regex::new(r"\b\d+ (rule|limit|criteria|law|recommendation|guideline|test|passed)")
            .unwrap();
    number.replace_all(transcript, "[N] $1").into_owned()
}

#[test]
fn the_shipped_pack_has_no_problem() {
    insta::assert_snapshot!(uncounted(
        &Runner::new(["rules", "check"]).run().with_status(0)
    ));
}

#[test]
fn the_tests_of_the_shipped_pack_pass() {
    insta::assert_snapshot!(uncounted(
        &Runner::new(["rules", "test"]).run().with_status(0)
    ));
}

#[test]
fn the_vocabulary_tells_of_every_condition_and_of_what_rules_can_be_asked() {
    let listed = Runner::new(["rules", "vocabulary"])
        .run()
        .with_status(0)
        .stdout;
    let used = Regex::new(r"(?m)^ *each: (\S+)$|\{ ?([a-z_]+): ?[a-z]").unwrap();
    for path in ["citation", "decision", "item", "letter", "limit"]
        .map(|name| format!("rules/checks/{name}.yaml"))
    {
        for word in used.captures_iter(&text_of(&path)) {
            let word = word.get(1).or(word.get(2)).unwrap().as_str();
            let is_connective = matches!(word, "all" | "any" | "not" | "to" | "name");
            assert!(
                is_connective || listed.contains(word),
                "{word} of {path} is not listed in\n{listed}"
            );
        }
    }
}

#[test]
fn a_pack_in_a_folder_is_checked_as_the_built_in_one() {
    for command in ["check", "test"] {
        let built_in = Runner::new(["rules", command]).run().with_status(0);
        let in_folder = Runner::new(["rules", command, "--no-builtin-rules", "--rules", "rules"])
            .run()
            .with_status(0);
        assert_eq!(in_folder.stdout, built_in.stdout);
    }
}

#[test]
fn letters_are_checked_with_the_pack_that_is_given() {
    for folder in [CONSISTENT, FINDINGS] {
        let built_in = Runner::new(["check", folder]).run();
        let given = Runner::new(["check", folder, "--no-builtin-rules", "--rules", "rules"]).run();
        assert_eq!(
            (given.status, given.stdout),
            (built_in.status, built_in.stdout)
        );
    }
}

const LETTER: &str = "\
HOW THE IMR FINAL DETERMINATION WAS MADE

The Expert Reviewer has the following credentials:
State(s) of Licensure: California
Certification(s)/Specialty: Pain Medicine

CLINICAL CASE SUMMARY

The injured worker is a 40 year old male with low back pain.

IMR ISSUES, DECISIONS AND RATIONALES

Norco 10/325mg #60: Upheld
Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Opioids.
MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Opioids.
Decision rationale: A gradual taper is advised. The request for Norco 10/325mg #60 is not medically necessary.
";

#[test]
fn a_rule_that_is_added_is_asked() {
    let folder = pack_with("house-rule");
    let in_folder = |arguments: &[&str]| {
        let runner = Runner::new(arguments)
            .with(["--no-builtin-rules", "--rules", "rules"])
            .with_input(LETTER);
        runner.in_folder(folder.path()).run()
    };
    in_folder(&["rules", "check"]).with_status(0);
    in_folder(&["rules", "test"]).with_status(0);
    insta::assert_snapshot!(
        in_folder(&["check", "-", "--fail-on", "note"])
            .with_status(1)
            .transcript()
    );
}

#[test]
fn tests_that_fail_are_named_with_what_was_wrong() {
    let folder = pack_with("failing-tests");
    let ended = Runner::new(["rules", "test", "--no-builtin-rules", "--rules", "rules"])
        .in_folder(folder.path())
        .run();
    insta::assert_snapshot!(uncounted(&ended.with_status(1)));
}

/// A transcript without the figures of coverage, which change with the pack. Percentages stay where all is tested.
fn without_figures(ended: &Ended) -> String {
    let figures = Regex::new(r"\d+ of \d+ tested(, \d\d\.\d %)?").unwrap();
    without_counts(&figures.replace_all(&ended.transcript(), "[N] of [N] tested"))
}

#[test]
fn the_shipped_pack_is_tested_in_full() {
    let ended = Runner::new(["rules", "test", "--coverage"]).run();
    insta::assert_snapshot!(without_figures(&ended.with_status(0)));
}

#[test]
fn what_no_test_shows_is_told_with_the_test_to_write() {
    let folder = pack_with("untested");
    let test = |more: &[&str]| {
        let runner = Runner::new(["rules", "test", "--no-builtin-rules", "--rules", "rules"]);
        runner.with(more).in_folder(folder.path()).run()
    };
    test(&[]).with_status(0);
    insta::assert_snapshot!(without_figures(&test(&["--coverage"]).with_status(1)));
}

#[test]
fn a_pack_whose_tests_fail_can_still_be_used() {
    let folder = pack_with("failing-tests");
    let check = |command: &[&str]| {
        let runner = Runner::new(command)
            .with(["--no-builtin-rules", "--rules", "rules"])
            .with_input(LETTER);
        runner.in_folder(folder.path()).run()
    };
    check(&["rules", "check"]).with_status(0);
    assert_eq!(
        check(&["check", "-", "--format", "concise"]).rules(),
        ["draft/elsewhere", "draft/never-fires", "draft/too-noisy"]
    );
}

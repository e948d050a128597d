//! `imr-lint rules list`.

use crate::runner::{Ended, Runner};

/// Entries laid over the shipped pack, about a treatment that it does not know.
const BENCH: &str = "tests/cli/packs/bench";

fn list(arguments: &[&str]) -> Ended {
    Runner::new(["rules", "list", "--rules", BENCH])
        .with(arguments)
        .run()
}

/// The ids in the first column, of whatever kind.
fn ids(arguments: &[&str]) -> Vec<String> {
    let entries = list(&[arguments, &["--format", "json"]].concat())
        .with_status(0)
        .json();
    let entries = entries["entries"].as_array().unwrap().iter();
    entries
        .map(|entry| entry["id"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn what_is_about_a_treatment_in_columns() {
    insta::assert_snapshot!(
        list(&["--treatment", "halotherapy"])
            .with_status(0)
            .transcript()
    );
}

#[test]
fn what_is_about_a_treatment_in_markdown() {
    let listed = list(&["--treatment", "halotherapy", "--format", "markdown"]);
    insta::assert_snapshot!(listed.with_status(0).transcript());
}

#[test]
fn a_limit_in_json() {
    let listed = list(&[
        "--treatment",
        "halotherapy",
        "--kind",
        "limit",
        "--format",
        "json",
    ]);
    insta::assert_snapshot!(listed.with_status(0).transcript());
}

#[test]
fn a_list_without_filters_holds_everything_once() {
    let all = ids(&[]);
    let by_kind: Vec<String> = [
        "rule",
        "limit",
        "criterion",
        "law",
        "recommendation",
        "guideline",
    ]
    .iter()
    .flat_map(|kind| ids(&["--kind", kind]))
    .collect();
    assert_eq!(all, by_kind);
    assert_eq!(
        ids(&[
            "--kind",
            "rule,limit,criterion,law,recommendation,guideline"
        ]),
        all
    );
    let mut once = all.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), all.len());
}

#[test]
fn filters_narrow_each_other_down() {
    let halotherapy = |more: &[&str]| ids(&[&["--treatment", "halotherapy"], more].concat());
    assert_eq!(
        halotherapy(&["--severity", "warning"]),
        ["bench/halotherapy"]
    );
    assert_eq!(
        halotherapy(&["--confidence", "unverified"]),
        ["halotherapy-total"]
    );
    assert_eq!(
        ids(&["--guideline", "halotherapy-2018"]),
        ["halotherapy-trial", "halotherapy-cave", "halotherapy-2018"]
    );
    assert_eq!(
        halotherapy(&["--on", "2018-12-01"]),
        [
            "bench/halotherapy",
            "bench/misjudged",
            "halotherapy-trial",
            "halotherapy-cave",
            "halotherapy-2018"
        ]
    );
    assert_eq!(
        halotherapy(&["--on", "2018-11-30", "--kind", "limit"]),
        [""; 0]
    );
}

#[test]
fn nothing_that_fits_is_no_failure() {
    let ended = list(&["--treatment", "halotherapy", "--severity", "error"]).with_status(0);
    assert_eq!(ended.stdout, "0 entries\n");
}

#[test]
fn values_that_do_not_exist_are_told_with_the_nearest() {
    for (arguments, near) in [
        (["--treatment", "halotherapie"], "`halotherapy`"),
        (["--guideline", "halotherapy-2011"], "`halotherapy-2010`"),
        (["--kind", "limits"], "'limit'"),
        (["--severity", "warnings"], "'warning'"),
        (["--confidence", "primery"], "'primary'"),
        (["--on", "2016-13-01"], "YYYY-MM-DD"),
    ] {
        let ended = list(&arguments).with_status(2);
        assert!(ended.stderr.contains(near), "{}", ended.transcript());
    }
}

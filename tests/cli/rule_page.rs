//! `imr-lint rules explain`.

use crate::runner::{Ended, Runner};

/// Entries laid over the shipped pack, about a treatment that it does not know.
const BENCH: &str = "tests/cli/packs/bench";

fn explain(arguments: &[&str]) -> Ended {
    Runner::new(["rules", "explain"])
        .with(arguments)
        .with(["--rules", BENCH])
        .run()
}

fn page(id: &str) -> String {
    explain(&[id]).with_status(0).transcript()
}

#[test]
fn about_a_rule() {
    insta::assert_snapshot!(page("bench/halotherapy"));
}

/// The examples are run: what really comes of them stands beside what the tests say.
#[test]
fn about_a_rule_whose_tests_do_not_hold() {
    insta::assert_snapshot!(page("bench/misjudged"));
}

#[test]
fn about_a_rule_that_a_layer_changes() {
    let page = page("citation/unknown");
    let changed = "tests/cli/packs/bench/overrides.yaml:3:11: severity: our letters cite only what the pack knows";
    assert!(page.contains("\n  severity: warning;"), "{page}");
    let unwrapped = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(unwrapped.contains(changed), "{page}");
}

#[test]
fn about_a_limit() {
    insta::assert_snapshot!(page("halotherapy-trial"));
}

#[test]
fn about_a_limit_that_is_not_used() {
    insta::assert_snapshot!(page("halotherapy-total"));
}

#[test]
fn about_a_criterion() {
    insta::assert_snapshot!(page("halotherapy-salt"));
}

#[test]
fn about_a_law() {
    insta::assert_snapshot!(page("halotherapy-definition"));
}

#[test]
fn about_a_recommendation() {
    insta::assert_snapshot!(page("halotherapy-cave"));
}

#[test]
fn about_a_guideline_edition() {
    insta::assert_snapshot!(page("halotherapy-2010"));
}

#[test]
fn about_a_treatment() {
    insta::assert_snapshot!(page("halotherapy"));
}

#[test]
fn about_a_fact() {
    insta::assert_snapshot!(page("salt-tolerated"));
}

#[test]
fn an_id_that_no_entry_has_is_told_with_those_that_are_meant() {
    for (arguments, help) in [
        (["halotherapie"].as_slice(), "did you mean `halotherapy`?"),
        (
            &["Halotherapy-t"],
            "did you mean `halotherapy-trial` or `halotherapy-total`?",
        ),
        (&["misjudged"], "did you mean `bench/misjudged`?"),
        (
            &["halotherapy", "--kind", "fact"],
            "the pack has no fact `halotherapy`",
        ),
    ] {
        let ended = explain(arguments).with_status(2);
        assert_eq!(ended.stdout, "");
        assert!(ended.stderr.contains(help), "{}", ended.transcript());
    }
}

/// Every entry of the shipped pack has a page, and every example comes out as its test says.
#[test]
fn the_examples_of_the_shipped_pack_are_as_its_tests_say() {
    let listed = Runner::new(["rules", "list", "--format", "json"])
        .run()
        .with_status(0)
        .json();
    let entries = listed["entries"].as_array().unwrap();
    for kind in [
        "rule",
        "limit",
        "criterion",
        "law",
        "recommendation",
        "guideline",
    ] {
        let entry = entries.iter().find(|entry| entry["kind"] == kind).unwrap();
        let id = entry["id"].as_str().unwrap();
        let ended = Runner::new(["rules", "explain", id, "--kind", kind])
            .run()
            .with_status(0);
        assert!(
            !ended.stdout.contains("NOT AS THE TEST SAYS"),
            "{}",
            ended.stdout
        );
    }
}

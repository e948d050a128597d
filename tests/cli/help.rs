//! `--help` and `--version`.

use crate::runner::Runner;

fn help(command: &[&str]) -> String {
    let ended = Runner::new(command).with(["--help"]).run().with_status(0);
    assert_eq!(ended.stderr, "");
    ended.transcript()
}

#[test]
fn of_the_program() {
    insta::assert_snapshot!(help(&[]));
}

#[test]
fn of_check() {
    insta::assert_snapshot!(help(&["check"]));
}

#[test]
fn of_stats() {
    insta::assert_snapshot!(help(&["stats"]));
}

#[test]
fn of_config() {
    insta::assert_snapshot!(help(&["config"]));
}

#[test]
fn of_inspect() {
    insta::assert_snapshot!(help(&["inspect"]));
}

#[test]
fn of_read() {
    insta::assert_snapshot!(help(&["read"]));
}

#[test]
fn of_recitals() {
    insta::assert_snapshot!(help(&["recitals"]));
}

#[test]
fn of_recitals_learn() {
    insta::assert_snapshot!(help(&["recitals", "learn"]));
}

#[test]
fn of_why() {
    insta::assert_snapshot!(help(&["why"]));
}

#[test]
fn of_rules() {
    insta::assert_snapshot!(help(&["rules"]));
}

#[test]
fn of_rules_check() {
    insta::assert_snapshot!(help(&["rules", "check"]));
}

#[test]
fn of_rules_diff() {
    insta::assert_snapshot!(help(&["rules", "diff"]));
}

#[test]
fn of_rules_test() {
    insta::assert_snapshot!(help(&["rules", "test"]));
}

#[test]
fn of_rules_list() {
    insta::assert_snapshot!(help(&["rules", "list"]));
}

#[test]
fn of_rules_explain() {
    insta::assert_snapshot!(help(&["rules", "explain"]));
}

#[test]
fn of_rules_new() {
    insta::assert_snapshot!(help(&["rules", "new"]));
}

#[test]
fn of_rules_schema() {
    insta::assert_snapshot!(help(&["rules", "schema"]));
}

#[test]
fn of_rules_vocabulary() {
    insta::assert_snapshot!(help(&["rules", "vocabulary"]));
}

#[test]
fn the_version_is_that_of_the_package() {
    let ended = Runner::new(["--version"]).run().with_status(0);
    assert_eq!(
        ended.stdout,
        format!("imr-lint {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn without_arguments_the_help_comes_as_an_error() {
    let ended = Runner::new([""; 0]).run().with_status(2);
    assert_eq!(ended.stdout, "");
    assert!(ended.stderr.contains("Usage: imr-lint"), "{}", ended.stderr);
}

#[test]
fn of_baseline() {
    insta::assert_snapshot!(help(&["baseline"]));
}

#[test]
fn of_baseline_write() {
    insta::assert_snapshot!(help(&["baseline", "write"]));
}

//! `imr-lint stats`.

use crate::runner::Runner;
use crate::samples::{BROKEN, CONSISTENT, FINDINGS};

#[test]
fn letters_in_numbers() {
    let ended = Runner::new(["stats", FINDINGS]).run().with_status(0);
    insta::assert_snapshot!(ended.transcript());
}

#[test]
fn nothing_found() {
    let ended = Runner::new(["stats", CONSISTENT]).run().with_status(0);
    insta::assert_snapshot!(ended.transcript());
}

#[test]
fn a_letter_that_cannot_be_read_fails_the_run() {
    Runner::new(["stats", BROKEN]).run().with_status(2);
}

#[test]
fn as_json_they_are_the_numbers_of_the_report() {
    let stats = Runner::new(["stats", "--format", "json", FINDINGS]);
    let stats = stats.run().with_status(0).json();
    assert_eq!(stats["schema"], "imr-lint/stats-1");
    let report = Runner::new(["check", "--format", "json", FINDINGS]);
    let report = report.run().json();
    assert_eq!(stats["summary"], report["summary"]);
    assert_eq!(stats["decisions"]["items"], report["summary"]["items"]);
    let found = |list: &str| -> u64 {
        let rows = stats[list].as_array().unwrap().iter();
        rows.map(|row| row["findings"].as_u64().unwrap()).sum()
    };
    let severities = ["errors", "warnings", "notes"].iter();
    let all: u64 = severities
        .map(|name| report["summary"][name].as_u64().unwrap())
        .sum();
    assert_eq!(found("findings"), all);
    assert_eq!(stats["letters"].as_array().unwrap().len(), 10);
}

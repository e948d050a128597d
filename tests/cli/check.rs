//! `imr-lint check`: what its reports look like.

use crate::runner::Runner;
use crate::samples::{BROKEN, CONSISTENT, FINDINGS, finding_letter};

fn full(letter: &str) -> String {
    Runner::new(["check", &finding_letter(letter)])
        .run()
        .transcript()
}

#[test]
fn two_labels_far_apart() {
    insta::assert_snapshot!(full(
        "decision__contradicts-conclusion.upheld-but-necessary"
    ));
}

#[test]
fn two_labels_on_one_line() {
    insta::assert_snapshot!(full("limit__overturned-above"));
}

#[test]
fn two_labels_with_the_later_place_first() {
    insta::assert_snapshot!(full("item__dose-differs"));
}

#[test]
fn a_label_over_a_line_wrap() {
    insta::assert_snapshot!(full("citation__basis.outside-but-mtus"));
}

#[test]
fn a_finding_about_the_letter_as_a_whole() {
    insta::assert_snapshot!(full("letter__credentials"));
}

#[test]
fn a_part_that_is_missing() {
    insta::assert_snapshot!(full("letter__part-missing.reviewer-line"));
}

#[test]
fn a_letter_that_is_none() {
    insta::assert_snapshot!(full("letter__unreadable"));
}

#[test]
fn a_letter_with_an_empty_line_after_every_line() {
    insta::assert_snapshot!(full("item__side-differs"));
}

#[test]
fn several_findings_and_a_clean_letter() {
    let letters = ["several-malformed-items", "mixed-line-endings"]
        .map(|name| format!("{BROKEN}/{name}.txt"));
    insta::assert_snapshot!(Runner::new(["check"]).with(letters).run().transcript());
}

#[test]
fn files_that_cannot_be_read() {
    let letters = ["binary", "empty"].map(|name| format!("{BROKEN}/{name}.txt"));
    insta::assert_snapshot!(Runner::new(["check"]).with(letters).run().transcript());
}

#[test]
fn nothing_found() {
    insta::assert_snapshot!(Runner::new(["check", CONSISTENT]).run().transcript());
}

#[test]
fn one_line_a_finding() {
    insta::assert_snapshot!(
        Runner::new(["check", "--format", "concise", FINDINGS])
            .run()
            .transcript()
    );
}

#[test]
fn one_line_a_file_that_cannot_be_read() {
    insta::assert_snapshot!(
        Runner::new(["check", "--format", "concise", BROKEN])
            .run()
            .transcript()
    );
}

//! Dates of the injury and of utilization review.

use super::read;

/// The dates of injury and those of review.
fn dates(summary: &str) -> (Vec<String>, Vec<String>) {
    let rest = ["Acupuncture, 6 visits", "The records were read."];
    read([summary, rest[0], rest[1]], |reading| {
        let shown = |dates: &[crate::reading::summary::PlacedDate]| {
            dates.iter().map(|placed| placed.date.to_string()).collect()
        };
        (
            shown(&reading.summary.injury),
            shown(&reading.summary.review),
        )
    })
}

#[track_caller]
fn injury(summary: &str, want: &[&str]) {
    let (found, review) = dates(summary);
    assert_eq!(found, want, "{summary}");
    assert!(review.is_empty(), "{summary}: {review:?}");
}

#[track_caller]
fn review(summary: &str, want: &[&str]) {
    let (injury, found) = dates(summary);
    assert_eq!(found, want, "{summary}");
    assert!(injury.is_empty(), "{summary}: {injury:?}");
}

#[test]
fn the_injury_at_work() {
    for summary in [
        "The worker had an industrial injury on 5/6/2016.",
        "The worker had a work related accident (on 5/6/2016).",
        "The worker filed a claim dated 5/6/2016.",
        "The date of injury is on file: industrial injury, 5/6/2016.",
    ] {
        injury(summary, &["2016-05-06"]);
    }
}

#[test]
fn other_injuries_and_dates() {
    for summary in [
        "The worker had an injury on 5/6/2016.",
        "A sports injury on 5/6/2016 kept the patient from work.",
        "The industrial injury healed. The worker fell on 5/6/2016.",
        "The industrial injury was treated on 5/6/2016.",
        "The industrial injury was in May 2016.",
        "At work on 5/6/2016.",
    ] {
        injury(summary, &[]);
    }
}

#[test]
fn the_review_before_its_date_or_behind_it() {
    for summary in [
        "The utilization review of 5/6/2016 denied it.",
        "The UR decision dated 5/6/2016 denied it.",
        "In a utilization review report with the date (5/6/2016), it was denied.",
        "On 5/6/2016, the utilization review physician denied it.",
        "On 5/6/2016 the original utilization review denied it.",
    ] {
        review(summary, &["2016-05-06"]);
    }
}

#[test]
fn dates_that_are_not_those_of_the_review() {
    for summary in [
        "The utilization review denied what was asked for on 5/6/2016.",
        "The utilization review cited a visit of 5/6/2016.",
        "On 5/6/2016, the patient was seen before the utilization review.",
        "By 5/6/2016, the utilization review was over.",
    ] {
        review(summary, &[]);
    }
}

//! Findings that a rationale denies and the summary states.

use super::read;

/// The words of the denial and of the finding.
fn denied(summary: &str, heading: &str, rationale: &str) -> Option<(String, String)> {
    read([summary, heading, rationale], |reading| {
        let found = reading.summary.denied.first()?;
        let words = |span: crate::span::ByteSpan| span.of(reading.text).to_owned();
        Some((words(found.denied), words(found.stated)))
    })
}

const NECK: &str = "Acupuncture for the neck, 6 visits";

#[track_caller]
fn contradicts(summary: &str, rationale: &str, want: [&str; 2]) {
    let found = denied(summary, NECK, rationale);
    let found = found
        .as_ref()
        .map(|(one, other)| [one.as_str(), other.as_str()]);
    assert_eq!(found, Some(want), "{summary} / {rationale}");
}

#[track_caller]
fn agrees(summary: &str, rationale: &str) {
    assert_eq!(
        denied(summary, NECK, rationale),
        None,
        "{summary} / {rationale}"
    );
}

#[test]
fn the_same_finding() {
    contradicts(
        "On examination there was spasm of the neck.",
        "In this case, there is no spasm.",
        ["no spasm", "spasm"],
    );
    contradicts(
        "Examination revealed decreased sensation.",
        "The patient has no sensory deficit.",
        ["no sensory deficit", "decreased sensation"],
    );
}

#[test]
fn an_examination_and_its_findings() {
    contradicts(
        "Objective findings include a positive Spurling's test.",
        "In this case, no physical examination is documented.",
        ["no physical examination", "positive Spurling's test"],
    );
    agrees(
        "Objective findings include a positive Spurling's test.",
        "In this case, no musculoskeletal examination is documented.",
    );
}

#[test]
fn what_is_not_meant_beyond_doubt() {
    let found = "On examination there was spasm of the neck.";
    agrees(found, "In this case, there is no significant spasm.");
    agrees(found, "In this case, there is no spasm of the low back.");
    agrees(found, "On 3/4/2016 the patient had no spasm.");
    agrees(
        found,
        "The patient has spasm at times. The patient has no spasm today.",
    );
    agrees(
        found,
        "The guidelines recommend rest when there is no spasm.",
    );
    agrees(
        "The patient complains of spasm of the neck.",
        "The patient has no spasm.",
    );
    agrees(
        "The patient is treated for muscle spasm.",
        "The patient has no spasm.",
    );
    agrees(
        "On examination there was no spasm.",
        "The patient has no spasm.",
    );
    agrees(
        "On examination there was spasm. Later there was no spasm.",
        "The patient has no spasm.",
    );
    agrees(
        "Examination revealed tenderness of the left knee.",
        "The patient has no tenderness.",
    );
}

#[test]
fn the_last_visit_counts() {
    agrees(
        "Examination on 1/5/2016 revealed spasm. On 3/7/2016 the patient was seen again.",
        "The patient has no spasm.",
    );
    agrees(
        "Examination on 1/5/2016 revealed spasm.",
        "The patient was seen on 3/7/2016. The patient has no spasm.",
    );
    contradicts(
        "Examination on 1/5/2016 revealed spasm.",
        "The patient was seen on 1/5/2016. The patient has no spasm.",
        ["no spasm", "spasm"],
    );
}

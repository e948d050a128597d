//! The words that a statement points at.

use super::reader;

/// The deciding words and the subject of the last deciding statement.
fn words(rationale: &str) -> (String, String) {
    let conclusion = reader().read(rationale);
    let said = conclusion.last_deciding().unwrap();
    assert!(said.sentence.contains(said.span));
    assert!(said.subject.is_empty() || said.sentence.contains(said.subject));
    (
        said.span.of(rationale).to_owned(),
        said.subject.of(rationale).to_owned(),
    )
}

#[track_caller]
fn points_at(rationale: &str, span: &str, subject: &str) {
    assert_eq!(words(rationale), (span.to_owned(), subject.to_owned()));
}

#[test]
fn the_request_with_all_its_commas() {
    points_at(
        "They were helpful. As such, the request for yoga, 1 to 2 times per week for 4 weeks, for the neck is medically necessary.",
        "is medically necessary",
        "the request for yoga, 1 to 2 times per week for 4 weeks, for the neck",
    );
}

#[test]
fn the_subject_begins_behind_what_stands_before_it() {
    points_at(
        "Pursuant to the Official Disability Guidelines, two visits for the low back are not medically necessary.",
        "are not medically necessary",
        "two visits for the low back",
    );
    points_at(
        "Based on the record, peer-reviewed guidelines, and no rationale, two visits are not medically necessary.",
        "are not medically necessary",
        "two visits",
    );
    points_at(
        "Given the lack of evidence, with no red flags, the quantity of tablets cannot be deemed medically necessary.",
        "cannot be deemed medically necessary",
        "the quantity of tablets",
    );
    points_at(
        "Yoga is not indicated and therefore, the mat is not medically necessary.",
        "is not medically necessary",
        "the mat",
    );
    points_at(
        "The mat, as requested, is not medically necessary.",
        "is not medically necessary",
        "The mat, as requested",
    );
    points_at(
        "A mat for the floor is not medically necessary per the ODG.",
        "is not medically necessary",
        "A mat for the floor",
    );
}

#[test]
fn a_shared_subject_ends_at_the_first_verb() {
    points_at(
        "Here, the yoga mat is not supported by the guideline and is not medically necessary.",
        "is not medically necessary",
        "the yoga mat",
    );
}

#[test]
fn the_item_of_the_noun_stands_behind_it() {
    points_at(
        "As such, the medical necessity of the yoga mat, large, is not established.",
        "is not established",
        "the yoga mat, large",
    );
    points_at(
        "The records do not support the medical necessity of the yoga mat.",
        "do not support the medical necessity",
        "the yoga mat",
    );
}

#[test]
fn words_that_split_the_verb_are_covered() {
    points_at(
        "The mat is not supported by these records as being medically necessary.",
        "is not supported by these records as being medically necessary",
        "The mat",
    );
    points_at("Not medically necessary.", "Not medically necessary", "");
}

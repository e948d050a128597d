//! Basis sentences.

use super::*;

#[track_caller]
fn check_bases(rows: &[(&str, &[&str])]) {
    for (line, expected) in rows {
        let bases: Vec<_> = READER
            .read(line)
            .bases
            .iter()
            .map(|basis| basis.kind.name())
            .collect();
        assert_eq!(bases, *expected, "{line}");
    }
}

#[test]
fn set_phrases() {
    check_bases(&[
        (
            "Decision based on MTUS Low Back Complaints 2004.",
            &["mtus"],
        ),
        (
            "Decision based on Non-MTUS Citation ODG, Pain.",
            &["non-mtus"],
        ),
        (
            "Decision based on MTUS Opioid Treatment 2016. Decision based on Non-MTUS Citation ODG, Pain.",
            &["mtus", "non-mtus"],
        ),
        (
            "The Expert Reviewer did not base their decision on the MTUS.",
            &["outside-mtus"],
        ),
        (
            "The Claims Administrator based their decision on recommendation(s) outside of the MTUS Guidelines.",
            &["outside-mtus"],
        ),
        (
            "The Expert Reviewer did not cite any medical evidence for its decision.",
            &["no-evidence"],
        ),
    ]);
}

#[test]
fn letter_case_number_and_punctuation_may_differ() {
    check_bases(&[
        ("DECISION BASED ON MTUS KNEE COMPLAINTS 2004", &["mtus"]),
        (
            "Decisions based upon the California MTUS Knee Complaints 2004",
            &["mtus"],
        ),
        ("Decision based on CA MTUS Knee Complaints 2004", &["mtus"]),
        (
            "Decision based on Non-MTUS Official Disability Guidelines (ODG), Knee",
            &["non-mtus"],
        ),
        (
            "Decision based on Non- MTUS Citations: ODG, Knee",
            &["non-mtus"],
        ),
        (
            "Decision based on non\u{2013}MTUS Citation(s) ODG, Knee",
            &["non-mtus"],
        ),
        (
            "Decision based on Non MTUS Citation ODG, Knee",
            &["non-mtus"],
        ),
        ("Non-MTUS Citation: ODG, Knee", &["non-mtus"]),
        (
            "the claims administrator did not base its decision on MTUS",
            &["outside-mtus"],
        ),
        (
            "Claims Administrator did not base his/her decisions on the California MTUS",
            &["outside-mtus"],
        ),
        (
            "The Expert Reviewer based his decision on a recommendation outside the MTUS",
            &["outside-mtus"],
        ),
        (
            "The reviewer did not cite any evidence for their decision",
            &["no-evidence"],
        ),
        (
            "The Claims Administrator did not cite any evidence based guidelines for its decision",
            &["no-evidence"],
        ),
        (
            "The Claims Administrator did not provide any guidelines",
            &["no-evidence"],
        ),
        (
            "Decision based on MTUS Knee Complaints 2004.Decision based on Non-MTUS Citation ODG, Knee",
            &["mtus", "non-mtus"],
        ),
    ]);
}

#[test]
fn oldest_forms() {
    check_bases(&[
        (
            "The Claims Administrator based its decision on the MTUS Chronic Pain Guidelines, which is part of the MTUS.",
            &["mtus"],
        ),
        (
            "The Expert Reviewer found no section of the MTUS was applicable.",
            &["outside-mtus"],
        ),
    ]);
    check(&[(
        "The Claims Administrator based its decision on the ODG, Pain, which is not part of the MTUS.",
        &["odg-pain"],
    )]);
}

#[test]
fn what_is_no_basis_sentence() {
    check_bases(&[
        ("", &[]),
        ("Decision based on the records.", &[]),
        ("The patient did not base anything on anything.", &[]),
        ("The decision was made.", &[]),
    ]);
}

#[test]
fn no_evidence_cites_nothing() {
    check(&[
        (
            "The Expert Reviewer did not cite any medical evidence for its decision.",
            &[],
        ),
        (
            "The Expert Reviewer did not cite any medical evidence for its decision, the surgery being denied.",
            &[],
        ),
    ]);
}

#[test]
fn unknown_deciders_are_no_citation() {
    check(&[(
        "The panel of two physician reviewers did not base its decision on the MTUS. \
         Decision based on Non-MTUS Citation ODG, Pain",
        &["odg-pain"],
    )]);
}

#[test]
fn the_kind_of_a_line_is_that_of_its_first_sentence() {
    let line = "The Expert Reviewer did not base their decision on the MTUS. Decision based on Non-MTUS Citation ODG.";
    let read = READER.read(line);
    assert_eq!(read.basis(), Some(BasisKind::OutsideMtus));
    let basis = read.basis_of(BasisKind::OutsideMtus).unwrap();
    assert_eq!(
        basis.span.of(line),
        "The Expert Reviewer did not base their decision on the MTUS"
    );
    assert_eq!(read.basis_of(BasisKind::Mtus), None);
}

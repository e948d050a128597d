//! Citations in running text.

use super::*;
use crate::reading::word_index::CutText;

/// What a text names: the words, and what they are read as.
#[track_caller]
fn check_prose(rows: &[(&str, &[(&str, &str)])]) {
    for (text, expected) in rows {
        let found: Vec<(String, String)> = READER
            .named_in_prose(CutText::new(text).words())
            .iter()
            .map(|citation| {
                let read = shown(citation).replace(" names-mtus", "");
                (citation.span.of(text).to_owned(), read)
            })
            .collect();
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|(words, read)| (words.as_str(), read.as_str()))
            .collect();
        assert_eq!(found, *expected, "{text}");
    }
}

#[test]
fn systems_and_their_editions() {
    check_prose(&[
        ("The MTUS recommends exercise.", &[("MTUS", "mtus")]),
        (
            "Per the California MTUS and ODG, rest is not recommended.",
            &[("California MTUS", "mtus"), ("ODG", "odg")],
        ),
        (
            "The Official Disability Guidelines (ODG) state this.",
            &[("Official Disability Guidelines (ODG)", "odg")],
        ),
        (
            "Per ACOEM Practice Guidelines, 2nd Edition, 2004, Chapter 12, imaging waits.",
            &[(
                "ACOEM Practice Guidelines, 2nd Edition, 2004, Chapter 12",
                "mtus-low-back-2004 2004 ch12",
            )],
        ),
        (
            "The MTUS Acupuncture Medical Treatment Guidelines recommend a trial.",
            &[(
                "MTUS Acupuncture Medical Treatment Guidelines",
                "mtus-acupuncture-2007",
            )],
        ),
        (
            "The ODG Low Back Chapter recommends six visits.",
            &[("ODG Low Back Chapter", "odg-low-back")],
        ),
        (
            "Labor Code 4604.5 and the FDA say so.",
            &[("Labor Code 4604.5", "labor-code-4604-5"), ("FDA", "fda")],
        ),
    ]);
}

#[test]
fn labels_alone_name_a_guideline_only_where_they_are_called_one() {
    check_prose(&[
        ("She has low back complaints since 2016.", &[]),
        ("ODG, knee injections are allowed.", &[("ODG", "odg")]),
        (
            "The Acupuncture Treatment Guidelines allow 3 to 6 visits.",
            &[("Acupuncture Treatment Guidelines", "mtus-acupuncture-2007")],
        ),
        ("Arthroscopy was done in 2015.", &[]),
        ("He had a lumbar fusion. Arthroscopy followed.", &[]),
    ]);
}

#[test]
fn any_text_is_read_in_places_of_its_own() {
    for text in ["", "ODG", "MTUS (", "ODG \u{2019}", "8 CCR 9792.24.1\u{e9}"] {
        for citation in READER.named_in_prose(CutText::new(text).words()) {
            assert!(text.get(citation.span.start..citation.span.end).is_some());
        }
    }
    let long = "ODG \u{e9}, ".repeat(200);
    assert_eq!(
        READER.named_in_prose(CutText::new(&long).words()).len(),
        200
    );
}

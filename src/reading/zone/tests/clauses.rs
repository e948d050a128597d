//! Sentences with two voices.

use super::zoned;

/// `zone: words` of the clauses, below the zone of the sentence.
fn clauses(text: &str) -> (String, Vec<String>) {
    let zoned = zoned(text);
    let sentence = zoned.first().unwrap();
    let clauses = sentence.clauses.iter();
    let clauses =
        clauses.map(|clause| format!("{}: {}", clause.zone.name(), clause.span.of(text).trim()));
    (sentence.zone.name().to_owned(), clauses.collect())
}

#[track_caller]
fn assert_clauses(rows: &[(&str, &str, &[&str])]) {
    for (text, zone, expected) in rows {
        let (found, parts) = clauses(text);
        assert_eq!(&parts, expected, "{text}");
        assert_eq!(found, *zone, "{text}");
    }
}

#[test]
fn a_concession_in_front() {
    assert_clauses(&[
        (
            "Although the guideline recommends six visits, this patient has had twelve.",
            "case",
            &[
                "guideline: Although the guideline recommends six visits,",
                "case: this patient has had twelve.",
            ],
        ),
        (
            "While MTUS Chapter 8, Table 3, page 10 supports a trial, there is no documentation of pain.",
            "case",
            &[
                "guideline: While MTUS Chapter 8, Table 3, page 10 supports a trial,",
                "case: there is no documentation of pain.",
            ],
        ),
        (
            "As there is no documentation of pain, the request is not medically necessary.",
            "conclusion",
            &[
                "case: As there is no documentation of pain,",
                "conclusion: the request is not medically necessary.",
            ],
        ),
    ]);
}

#[test]
fn a_contrast_behind() {
    assert_clauses(&[
        (
            "The guideline allows 6 visits; the patient has had 12.",
            "case",
            &[
                "guideline: The guideline allows 6 visits;",
                "case: the patient has had 12.",
            ],
        ),
        (
            "The ODG recommends ice, heat, and rest, but there was no trial of these.",
            "case",
            &[
                "guideline: The ODG recommends ice, heat, and rest,",
                "case: but there was no trial of these.",
            ],
        ),
    ]);
}

#[test]
fn an_addition_behind() {
    assert_clauses(&[(
        "The patient has had 12 visits, which exceeds the guideline recommendation of 6.",
        "case",
        &[
            "case: The patient has had 12 visits,",
            "application: which exceeds the guideline recommendation of 6.",
        ],
    )]);
}

#[test]
fn one_voice_has_no_clauses() {
    for text in [
        "The ODG recommends fusion if the patient has failed therapy, there is instability, and the claimant is fit.",
        "The criteria of the ODG: (1) the patient has pain; (2) there is no documentation of abuse; (3) exercise.",
        "Per the ODG, the patient has had too much.",
        "The ODG states \"Brief; but the patient has to agree.\"",
        "The request for cream, 20 grams, is not medically necessary.",
        "Although rain fell, the patient has slept.",
        "Pursuant to the ODG, twelve visits are not medically necessary.",
    ] {
        assert_eq!(clauses(text).1, Vec::<String>::new(), "{text}");
    }
}

#[test]
fn words_have_the_voice_of_their_clause() {
    let text = "The guideline allows 6 visits; the patient has had 12.";
    let zoned = zoned(text);
    let at = |words: &str| {
        let start = text.find(words).unwrap();
        zoned[0].zone_of((start..start + words.len()).into()).name()
    };
    assert_eq!((at("6"), at("12")), ("guideline", "case"));
    assert_eq!(
        at("visits; the patient"),
        "case",
        "words of both: the sentence's"
    );
}

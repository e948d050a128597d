#![allow(clippy::unwrap_used)]

use std::sync::LazyLock;

use super::Bearing;
use crate::check::Linter;
use crate::rules::{embedded, load};
use crate::source::SourceText;

static LINTER: LazyLock<Linter> = LazyLock::new(|| Linter::new(load(embedded()).pack).0);

/// The reasons of a rationale, without hints: `+` for, `-` against, and the words.
fn reasons(rationale: &str) -> String {
    let letter = format!(
        "CLINICAL CASE SUMMARY\nPain.\n\nIMR ISSUES, DECISIONS AND RATIONALES\nThe Final Determination was based on \
         decisions for the disputed items/services set forth below:\n\nMRI: Upheld\n\nClaims Administrator guideline: \
         Decision based on MTUS.\n\nMAXIMUS guideline: Decision based on MTUS.\n\nDecision rationale: {rationale} \
         Therefore, the request is not medically necessary.\n"
    );
    let source = SourceText::from_text(letter);
    let letter = LINTER.parse(&source);
    let checked = LINTER.check(&source, &letter, None);
    let given = checked.reading.items[0].rationale.reasons.iter();
    let given = given.filter(|reason| !reason.hint).map(|reason| {
        let sign = match reason.bearing {
            Bearing::For => '+',
            Bearing::Against => '-',
        };
        format!("{sign}{}", reason.span.of(checked.reading.text))
    });
    given.collect::<Vec<_>>().join(", ")
}

#[test]
fn what_is_missing_speaks_against() {
    for (said, expected) in [
        (
            "The records show no functional improvement with the eight visits.",
            "-no functional improvement",
        ),
        (
            "There is no documentation of functional improvement in this case.",
            "-no documentation of functional improvement",
        ),
        (
            "The patient reports objective functional improvement after six visits.",
            "+objective functional improvement",
        ),
        (
            "The requesting physician did not provide a rationale for this study.",
            "-not provide a rationale",
        ),
        (
            "In this case, a rationale was not provided.",
            "-rationale was not provided",
        ),
    ] {
        assert_eq!(reasons(said), expected, "{said}");
    }
}

#[test]
fn a_judgement_stands_behind_a_verb_and_a_denial_turns_it() {
    for (said, expected) in [
        ("In this case, the study is reasonable.", "+reasonable"),
        (
            "In this case, the study is not reasonable.",
            "-not reasonable",
        ),
        ("The patient has waited a reasonable time.", ""),
        (
            "The patient's request does not exceed what is usual.",
            "+not exceed",
        ),
        ("The patient's request exceeds what is usual.", "-exceeds"),
    ] {
        assert_eq!(reasons(said), expected, "{said}");
    }
}

#[test]
fn a_verb_is_sought_among_letters_of_two_bytes() {
    for end in ["", "a"] {
        let name = "\u{e9}".repeat(30);
        let said = format!("In this case, the {name}{end} is reasonable.");
        assert_eq!(reasons(&said), "+reasonable", "{said}");
    }
}

#[test]
fn guidelines_and_conclusions_give_no_reasons() {
    for said in [
        "ODG states that a brace is reasonable where functional improvement is documented.",
        "The request is not medically necessary.",
        "Therefore, the request for a brace is medically necessary.",
    ] {
        assert_eq!(reasons(said), "", "{said}");
    }
}

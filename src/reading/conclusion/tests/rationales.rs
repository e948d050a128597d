//! Several statements in one rationale: which of them is the conclusion.

use super::{expect, reader};
use crate::reading::conclusion::Verdict;

#[test]
fn the_conclusion_may_stand_first() {
    expect(
        Verdict::NotNecessary,
        &[
            "Pursuant to the Official Disability Guidelines, six follow-up visits are not medically necessary. The need for \
             a visit is individualized. There is no musculoskeletal examination.",
            "No, the request for a back brace was not medically necessary, medically appropriate, or indicated here. \
             ACOEM notes that braces have no lasting benefit.",
            "Traction for the neck is not medically necessary as written per the MTUS. A referral may be appropriate if the \
             practitioner is uncomfortable with the line of inquiry.",
        ],
    );
    expect(
        Verdict::Necessary,
        &[
            "Yes, the request for a wrist splint was medically necessary. ACOEM recommends splints. They are not costly.",
        ],
    );
}

#[test]
fn advice_on_tapering_behind_the_conclusion() {
    expect(
        Verdict::NotNecessary,
        &[
            "Given the above, the request for the opioid is not medically necessary. This decision addresses the medical \
             necessity of opioids as they have been prescribed to this patient. This medical necessity decision should not be \
             interpreted as a recommendation to stop opioids abruptly. The physician and the patient are advised to \
             consult the guideline, and if necessary, other guidelines, regarding the most appropriate method of weaning.",
        ],
    );
}

#[test]
fn strong_words_outrank_weak_ones() {
    expect(
        Verdict::NotNecessary,
        &[
            "The requested drug is recommended as an option. The requested drug is appropriate for acute pain. It has been \
             used for a year. As such, the request is not medically necessary.",
            "Acupuncture is a reasonable treatment option at this time. However, the requested visits exceed the trial. \
             Therefore, the request for acupuncture is not medically necessary.",
            "The records meet the criteria for the requested service. The request is supported. The request is not medically \
             reasonable. The aids are not medically necessary.",
        ],
    );
    expect(
        Verdict::Necessary,
        &[
            "Imaging is not recommended in the first month. It is not supported without red flags. A mass was felt. \
             Therefore, the request is medically necessary.",
            "Medical necessity was not established by the first reviewer. New records show a fracture. The request is \
             medically necessary.",
        ],
    );
}

#[test]
fn another_part_of_the_request_is_no_contradiction() {
    expect(
        Verdict::NotNecessary,
        &[
            "The prior six visits were medically necessary. The request for six more visits is not medically necessary.",
            "An initial trial of six visits is medically necessary. Therefore, the request for twelve visits is not medically \
             necessary.",
            "Six visits are medically necessary. However, the request for twelve visits is not medically necessary.",
            "While six visits are medically necessary, the request for twelve is not medically necessary.",
            "The first six visits were medically necessary but the remaining visits are not.",
            "The request for twelve visits is not medically necessary. A modified number of six visits would be medically \
             necessary.",
        ],
    );
    expect(
        Verdict::Necessary,
        &[
            "The earlier request for surgery was not medically necessary. Therefore, the requested splint is medically \
             necessary.",
        ],
    );
}

#[test]
fn the_surgery_is_only_the_reason() {
    expect(
        Verdict::NotNecessary,
        &[
            "As the requested surgery is not medically necessary, the requested cold therapy unit is not medically necessary.",
            "Although the surgery is medically necessary, the requested cold therapy unit is not medically necessary.",
            "As the surgery is medically necessary but not of the knee, the requested knee brace is not medically necessary.",
            "Since the surgery is medically necessary, the assistant is routine, but the requested cold unit is not supported.",
        ],
    );
}

#[test]
fn two_statements_about_one_item_that_disagree_are_mixed() {
    expect(
        Verdict::Mixed,
        &[
            "Yes, the request for a wrist splint was medically necessary. It does no harm. Therefore, the request was not \
             medically necessary.",
            "The request for a wrist splint is not medically necessary. The wrist is fractured. The request for a wrist \
             splint is medically necessary.",
            "The requested epidural injection at L4-5 is not medically necessary. The criteria having been met, epidural \
             injection at L4-5 is medically necessary.",
        ],
    );
}

#[test]
fn every_statement_is_kept_and_the_deciding_ones_are_marked() {
    let conclusion = reader().read(
        "Medical necessity has been established. The prior visits were medically necessary. The request is not medically \
         necessary.",
    );
    assert_eq!(conclusion.verdict, Verdict::NotNecessary);
    let deciding: Vec<bool> = conclusion
        .statements
        .iter()
        .map(|said| said.deciding)
        .collect();
    assert_eq!(deciding, [false, false, true]);
    assert_eq!(conclusion.deciding().count(), 1);
}

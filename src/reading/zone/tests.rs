//! Whose voice speaks: sentences of each family, and what follows from the sentence before.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod any_text;
mod clauses;

use std::sync::LazyLock;

use super::{ZoneReader, ZonedSentence};
use crate::reading::conclusion::{ConclusionReader, Named};
use crate::reading::sentence::split;
use crate::reading::word_index::CutText;
use crate::rules::pack::Pack;
use crate::rules::{embedded, load};

struct Readers {
    pack: Pack,
    zones: ZoneReader,
    conclusions: ConclusionReader,
}

static READERS: LazyLock<Readers> = LazyLock::new(|| {
    let pack = load(embedded()).pack;
    Readers {
        zones: ZoneReader::new(&pack.language.zones),
        conclusions: ConclusionReader::new(&pack.language.conclusions, &pack.language.sentences),
        pack,
    }
});

fn zoned(text: &str) -> Vec<ZonedSentence> {
    let sentences = split(text, &READERS.pack.language.sentences);
    let cut = CutText::new(text);
    let conclusion = READERS
        .conclusions
        .read_sentences(cut.words(), &sentences, &|_| Named::Neither);
    READERS
        .zones
        .read(cut.words(), &sentences, &conclusion, None)
}

/// `zone/rule` of each sentence.
fn voices(text: &str) -> Vec<String> {
    let zoned = zoned(text);
    let voices = zoned
        .iter()
        .map(|sentence| format!("{}/{}", sentence.zone.name(), sentence.rule));
    voices.collect()
}

/// Sentences that stand alone, each with its `zone/rule`.
#[track_caller]
fn assert_alone(rows: &[(&str, &str)]) {
    for (sentence, voice) in rows {
        assert_eq!(voices(sentence), [*voice], "{sentence}");
    }
}

#[test]
fn a_guideline_is_named() {
    assert_alone(&[
        (
            "The MTUS recommends a trial of six visits.",
            "guideline/attribution",
        ),
        (
            "ODG does not support routine repeat imaging.",
            "guideline/attribution",
        ),
        (
            "Per the ODG, six visits over two weeks.",
            "guideline/attribution",
        ),
        (
            "As stated on page 58 of the MTUS, manipulation helps chronic pain.",
            "guideline/attribution",
        ),
        (
            "Massage is not recommended by the ACOEM guidelines.",
            "guideline/attribution",
        ),
        (
            "ACOEM Guidelines: radiographs after trauma only.",
            "guideline/attribution",
        ),
        (
            "Decision rationale: The ODG notes that braces weaken muscles.",
            "guideline/attribution",
        ),
        (
            "The guidelines advise that the patient should first exercise.",
            "guideline/attribution",
        ),
        (
            "According to the ODG, injections are an option when the patient has failed therapy.",
            "guideline/attribution",
        ),
        (
            "The MTUS (effective 07/18/2009) states that weaning is slow.",
            "guideline/attribution",
        ),
    ]);
}

#[test]
fn a_guideline_is_held_against_the_case() {
    assert_alone(&[
        (
            "The requested 12 visits exceed the guideline recommendation.",
            "application/application",
        ),
        (
            "It is unclear why a third opinion would be needed.",
            "application/application",
        ),
        (
            "A short course is a reasonable option.",
            "application/application",
        ),
        (
            "The patient does not meet the criteria for fusion.",
            "application/application",
        ),
        (
            "Per the ODG, the claimant meets the criteria for a brace.",
            "application/application",
        ),
        (
            "In this case, the MTUS does not recommend a second trial.",
            "application/applied-guideline",
        ),
        (
            "Based on the ODG a second brace would not be indicated.",
            "application/application",
        ),
    ]);
}

#[test]
fn what_guidelines_say_of_the_request() {
    assert_eq!(
        voices(
            "The guidelines do not support the requested cream. The request is not medically necessary."
        ),
        ["application/applied-guideline", "conclusion/conclusion"]
    );
}

#[test]
fn the_record_speaks() {
    assert_alone(&[
        (
            "In this case, six visits were attended.",
            "case/case-anchor",
        ),
        (
            "The patient has numbness of the left foot.",
            "case/case-anchor",
        ),
        ("Patient underwent fusion.", "case/case-anchor"),
        ("The claimant's grip is weak.", "case/case-anchor"),
        ("IW was seen for low back pain.", "case/case-anchor"),
        ("She reported relief.", "case/case-anchor"),
        (
            "There is no documentation of a home program.",
            "case/case-anchor",
        ),
        ("There is no evidence of instability.", "case/case-anchor"),
        ("On 3/14/2016 sutures were removed.", "case/case-anchor"),
        ("On 3/14/16 sutures were removed.", "case/case-anchor"),
        ("Sutures were removed on March 14.", "case/case-anchor"),
        (
            "According to the progress note, sleep is poor.",
            "case/case-anchor",
        ),
        (
            "The treating physician recommends fusion.",
            "case/case-anchor",
        ),
        (
            "The treating physician states that the guidelines support fusion.",
            "case/case-anchor",
        ),
        ("The request is for a cane.", "case/request"),
    ]);
}

#[test]
fn guidelines_speak_of_patients_too() {
    assert_alone(&[
        (
            "Patients with radiculopathy may benefit.",
            "guideline/generic",
        ),
        (
            "An injured worker is seen within a week.",
            "guideline/generic",
        ),
        (
            "Bracing should be brief if the patient has instability.",
            "guideline/generic",
        ),
        ("Recommended as an option.", "guideline/generic"),
        (
            "There is no evidence of efficacy in trials.",
            "guideline/generic",
        ),
    ]);
    let recital = "The MTUS recommends weaning. It also states that progress is reviewed. \
        Drugs depend on what other medications the patient is taking. (2) The patient has signed an agreement. \
        The patient should be monitored.";
    assert!(
        zoned(recital)
            .iter()
            .all(|sentence| sentence.zone.name() == "guideline"),
        "{:?}",
        voices(recital)
    );
}

#[test]
fn a_word_about_the_review_itself() {
    assert_alone(&[
        ("The MTUS does not address hearing aids.", "meta/meta"),
        ("MTUS is silent on this device.", "meta/meta"),
        ("The ODG was used instead.", "meta/meta"),
        (
            "Alternative guidelines were consulted under the strength of evidence hierarchy.",
            "meta/meta",
        ),
        ("The records do not address sleep.", "case/case-anchor"),
    ]);
}

#[test]
fn the_conclusion_comes_first() {
    assert_alone(&[
        (
            "Pursuant to the ODG, twelve visits are not medically necessary.",
            "conclusion/conclusion",
        ),
        (
            "Therefore, the request is not medically necessary.",
            "conclusion/conclusion",
        ),
        (
            "Medical necessity has not been established.",
            "conclusion/conclusion",
        ),
    ]);
}

#[test]
fn a_voice_goes_on_until_another_speaks() {
    assert_eq!(
        voices(
            "The MTUS recommends exercise. Strength returns slowly. In this case, he was seen. Strength is full."
        ),
        [
            "guideline/attribution",
            "guideline/carry",
            "case/case-anchor",
            "case/carry"
        ]
    );
    assert_eq!(
        voices(
            "Pursuant to the ODG, the cane is not medically necessary. Canes unload joints. \
             But the patient has a limp. Request for authorization is signed."
        ),
        [
            "conclusion/conclusion",
            "guideline/carry",
            "case/case-anchor",
            "case/case-anchor"
        ]
    );
    assert_eq!(
        voices(
            "The patient was seen. It is recommended that the patient return. It is recommended for patients with gout."
        ),
        ["case/case-anchor", "case/carry", "guideline/generic"]
    );
    assert_eq!(voices("Strength returned."), ["case/none"]);
}

#[test]
fn a_quotation_keeps_its_voice() {
    assert_eq!(
        voices(
            "The MTUS states, \"Referral is an option. The claimant is seen once. Records are sent.\" The claimant is 40."
        ),
        [
            "guideline/attribution",
            "guideline/quotation",
            "guideline/quotation",
            "case/case-anchor"
        ]
    );
    assert_eq!(
        voices("The patient said, \"It is worse. My leg is numb.\" It is red."),
        ["case/case-anchor", "case/carry", "case/carry"]
    );
}

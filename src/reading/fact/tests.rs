//! What rationales say of facts, by sentences written for the purpose.
#![allow(clippy::unwrap_used)]

use std::sync::OnceLock;

use super::FactAnswer::{self, Absent, Conflict, NotDocumented, Stated, Uncertain, Unsaid};
use super::{FactReading, Standing};
use crate::letter;
use crate::reading::letter::{LetterReading, Reader};
use crate::rules::pack::Pack;
use crate::rules::{embedded, load};
use crate::source::SourceText;

use proptest::prelude::*;

/// The shipped pack and its reader.
fn shipped() -> &'static (Pack, Reader) {
    static SHIPPED: OnceLock<(Pack, Reader)> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        let pack = load(embedded()).pack;
        let reader = Reader::new(&pack);
        (pack, reader)
    })
}

/// What `look` sees in a letter with this case summary and this rationale.
fn seen<T>(
    summary: &str,
    rationale: &str,
    fact: &str,
    look: impl Fn(&LetterReading<'_>, usize) -> T,
) -> T {
    let text = format!(
        "CLINICAL CASE SUMMARY\n{summary}\n\nIMR ISSUES, DECISIONS AND RATIONALES\nThe Final Determination was based on \
         decisions for the disputed items/services set forth below:\n\nAcupuncture 12 visits: Upheld\n\nClaims \
         Administrator guideline: Decision based on MTUS Acupuncture Treatment 2007.\n\nMAXIMUS guideline: Decision \
         based on MTUS Acupuncture Treatment 2007.\n\nDecision rationale: {rationale}\n"
    );
    let (pack, reader) = shipped();
    let source = SourceText::from_text(text);
    let letter = letter::parse(source.canonical().lines());
    let reading = reader.read(source.canonical().prose(), &letter, pack, None);
    let mut facts = pack.facts.iter();
    look(
        &reading,
        facts.position(|known| known.id.value == fact).unwrap(),
    )
}

fn answer(rationale: &str, fact: &str) -> FactAnswer {
    seen("The worker has pain.", rationale, fact, |reading, fact| {
        FactReading::of(&reading.items[0].rationale.facts, fact).answer
    })
}

#[track_caller]
fn all_come_to(fact: &str, expected: FactAnswer, rationales: &[&str]) {
    let wrong: Vec<_> = rationales
        .iter()
        .map(|rationale| (answer(rationale, fact), rationale))
        .filter(|(found, _)| *found != expected)
        .collect();
    assert!(wrong.is_empty(), "{expected:?} expected: {wrong:#?}");
}

const IMPROVEMENT: &str = "functional-improvement";
const CARE: &str = "conservative-care";
const FLAGS: &str = "red-flag";

#[test]
fn what_is_said_of_this_patient_is_stated() {
    all_come_to(
        IMPROVEMENT,
        Stated,
        &[
            "In this case, six visits led to functional improvement.",
            "The injured worker reported functional improvement with the first six visits.",
            "The records show a reduction in work restrictions after four visits.",
            "In the past, acupuncture led to improved function.",
        ],
    );
}

#[test]
fn a_guideline_states_nothing() {
    all_come_to(
        IMPROVEMENT,
        Unsaid,
        &[
            "The MTUS states that acupuncture treatments may be extended if functional improvement is documented.",
            "ODG recommends up to 12 visits with evidence of functional improvement.",
            "Per the guidelines, functional improvement is needed before more visits.",
        ],
    );
    all_come_to(
        FLAGS,
        Unsaid,
        &["The ACOEM guidelines recommend imaging when red flags are present."],
    );
}

#[test]
fn a_denial_is_told_from_a_gap() {
    all_come_to(
        FLAGS,
        Absent,
        &[
            "In this case, there are no red flags.",
            "The injured worker has no red flags.",
            "In this case, red flags were ruled out.",
        ],
    );
    all_come_to(
        IMPROVEMENT,
        NotDocumented,
        &[
            "In this case, there is no documentation of functional improvement.",
            "However, there is a lack of documentation of functional improvement with the earlier visits.",
            "However, functional improvement was not documented.",
            "However, the injured worker's response to treatment was not discussed.",
        ],
    );
}

#[test]
fn a_reason_within_the_conclusion_counts() {
    all_come_to(
        IMPROVEMENT,
        NotDocumented,
        &[
            "In the absence of documented functional improvement, the request for acupuncture 12 visits is not medically necessary.",
        ],
    );
}

#[test]
fn what_may_be_is_no_statement() {
    all_come_to(
        IMPROVEMENT,
        Unsaid,
        &[
            "In this case, more visits may be asked for if there is functional improvement.",
            "Should there be functional improvement, more visits can be asked for.",
        ],
    );
    all_come_to(
        IMPROVEMENT,
        Uncertain,
        &["In this case, it is unclear whether there was functional improvement."],
    );
}

#[test]
fn both_is_a_conflict() {
    all_come_to(
        IMPROVEMENT,
        Conflict,
        &[
            "The injured worker had functional improvement in March. There is no documentation of functional improvement.",
        ],
    );
}

#[test]
fn care_that_failed_was_tried() {
    all_come_to(
        CARE,
        Stated,
        &[
            "In this case, the injured worker has failed conservative care.",
            "In this case, the pain persists despite conservative treatment.",
            "The injured worker has not responded to conservative treatment.",
            "In this case, conservative care has failed.",
            "The injured worker had no relief from conservative therapy.",
        ],
    );
    all_come_to(
        CARE,
        NotDocumented,
        &[
            "In this case, there is no documentation of failed conservative care.",
            "In this case, there is a lack of documentation of conservative treatment.",
        ],
    );
}

#[test]
fn care_under_way_says_nothing_and_another_noun_is_not_the_care() {
    all_come_to(
        CARE,
        Unsaid,
        &[
            "In this case, the injured worker is in conservative care.",
            "In this case, there is no documentation of the response to conservative care.",
            "There was no lasting benefit from three weeks of conservative care.",
        ],
    );
}

#[test]
fn one_sign_states_and_its_absence_denies_little() {
    all_come_to(
        "neurologic-deficit",
        Stated,
        &["In this case, there is weakness of the left foot."],
    );
    all_come_to(
        "neurologic-deficit",
        Unsaid,
        &["In this case, there is no weakness."],
    );
}

#[test]
fn what_was_looked_for_and_not_found_was_looked_for() {
    let fact = "side-effects-reviewed";
    all_come_to(
        fact,
        Stated,
        &["In this case, the injured worker has no side effects."],
    );
    all_come_to(
        fact,
        NotDocumented,
        &["In this case, there is no documentation of side effects."],
    );
}

#[test]
fn a_list_is_denied_to_its_end() {
    let rationale = "In this case, there is no documentation of pain relief, work status or functional improvement.";
    assert_eq!(answer(rationale, IMPROVEMENT), NotDocumented);
}

#[test]
fn what_is_conceded_is_marked() {
    let conceded = |rationale: &str| {
        seen("The worker has pain.", rationale, CARE, |reading, fact| {
            let facts = &reading.items[0].rationale.facts;
            FactReading::of(facts, fact).deciding[0].conceded
        })
    };
    assert!(conceded(
        "While there is no documentation of conservative care, the tear is complete."
    ));
    assert!(conceded(
        "There is no documentation of conservative care, but the tear is complete."
    ));
    assert!(conceded(
        "There is no documentation of conservative care. However, the tear is complete."
    ));
    assert!(!conceded(
        "There is no documentation of conservative care. The tear is complete."
    ));
}

#[test]
fn the_summary_is_all_about_the_case() {
    let told = |summary: &str| {
        seen(
            summary,
            "It is not needed.",
            IMPROVEMENT,
            |reading, fact| FactReading::of(&reading.summary_facts, fact).answer,
        )
    };
    assert_eq!(
        told("The worker has pain. Six visits led to functional improvement."),
        Stated
    );
    assert_eq!(
        told("The worker has pain. There was no functional improvement."),
        Absent
    );
    assert_eq!(told("The worker has pain."), Unsaid);
}

#[test]
fn what_a_guideline_says_is_kept_as_recited() {
    let rationale =
        "The MTUS states that visits may be extended if functional improvement is documented.";
    let standings = seen("Pain.", rationale, IMPROVEMENT, |reading, fact| {
        let facts = reading.items[0].rationale.facts.iter();
        let facts = facts.filter(|said| said.fact == fact);
        facts.map(|said| said.standing).collect::<Vec<_>>()
    });
    assert_eq!(standings, [Standing::Recited]);
}

#[test]
fn words_that_only_look_like_a_fact_are_none() {
    all_come_to(
        "opioid-use",
        Unsaid,
        &["In this case, the injured worker takes non-opioid analgesics."],
    );
}

#[test]
fn a_denial_behind_a_comma_may_be_of_something_else() {
    all_come_to(
        FLAGS,
        Unsaid,
        &["In this case, red flags aside, a course of therapy was not needed."],
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_read_without_a_panic(
        words in proptest::collection::vec(
            prop_oneof![
                Just("no"), Just("red flags"), Just("however,"), Just("\u{2019}s"), Just("functional improvement"),
                Just("\u{e9}\u{4e2d}"), Just("and"), Just("was not documented."), Just("failed conservative care"),
                Just("ODG states"), Just("with"), Just(","), Just("."), Just("\n\n"), Just("although"),
            ],
            0..60,
        )
    ) {
        let rationale = words.join(" ");
        seen("No red flags.", &rationale, FLAGS, |reading, _| {
            for item in &reading.items {
                for said in &item.rationale.facts {
                    assert!(said.sentence.contains(said.span));
                    assert!(reading.text.get(said.span.start..said.span.end).is_some());
                }
            }
        });
    }
}

//! What sentences say of the words in brackets, by the rule that decides it.

use std::fmt::Write as _;

use super::READER;
use crate::reading::zone::Zone;
use crate::span::ByteSpan;

/// `sentence with [target]` -> `polarity modality time holder trigger`; what is `affirmed`, `fact`, `now` and
/// `patient` is not named.
fn said(marked: &str, zone: Zone) -> String {
    let start = marked.find('[').unwrap();
    let end = marked.find(']').unwrap() - 1;
    let text: String = marked.chars().filter(|c| !"[]".contains(*c)).collect();
    let scene = READER.scene(&text, ByteSpan::new(0, text.len()));
    let said = scene.of(ByteSpan::new(start, end), zone);
    let names = [
        said.polarity.name(),
        said.modality.name(),
        said.time.name(),
        said.holder.name(),
    ];
    let usual = ["affirmed", "fact", "now", "patient"];
    let mut told = String::new();
    for name in names.iter().filter(|name| !usual.contains(name)) {
        write!(told, "{name} ").unwrap();
    }
    let trigger = said.cue.map(|cue| READER.trigger_id(cue.trigger));
    told + trigger.unwrap_or("-")
}

fn all(table: &[(&str, &str)]) {
    all_in(Zone::Case, table);
}

fn all_in(zone: Zone, table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(marked, expected)| (marked, expected, said(marked, zone)))
        .filter(|(_, expected, found)| *expected != found)
        .map(|(marked, expected, found)| format!("{marked}\n  not {expected}\n  but {found}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn denied_before_the_target() {
    all(&[
        ("There is no [weakness] of the leg.", "absent no"),
        ("She denies any [numbness].", "absent denies"),
        ("Strength is full without [atrophy].", "absent without"),
        ("He doesn't have [radicular pain].", "absent not"),
        ("The worker can\u{2019}t [lift] ten pounds.", "absent not"),
        (
            "The nerve study was negative for [radiculopathy].",
            "absent negative-for",
        ),
        (
            "The worker has not undergone [surgery].",
            "absent has-not-had",
        ),
        (
            "The sketch is less consistent with [a tear].",
            "absent less-consistent-with",
        ),
        ("The [weakness] is new.", "-"),
    ]);
}

#[test]
fn denied_behind_the_target() {
    all(&[
        (
            "[Repeat imaging] is not indicated.",
            "absent is-not-indicated",
        ),
        (
            "[Repeat imaging] has not yet been performed.",
            "absent was-not-performed",
        ),
        ("The [Hoffmann sign] was absent.", "absent was-absent"),
        ("A [fracture] was ruled out.", "absent was-ruled-out"),
        ("[Numbness]: none.", "absent answer-none"),
        ("[Numbness]: denies, pain: 4.", "absent answer-none"),
        ("His [rash] has resolved.", "absent has-resolved"),
        (
            "[Injections], , would not be warranted.",
            "absent reviewer would-not-be-indicated",
        ),
    ]);
}

#[test]
fn not_documented_is_not_absent() {
    all(&[
        (
            "There is no documentation of [weakness].",
            "not-documented no-documentation-of",
        ),
        (
            "There are no clear, recent reports of [weakness].",
            "not-documented no-documentation-of",
        ),
        (
            "The notes do not adequately describe [the deficits].",
            "not-documented does-not-document",
        ),
        (
            "The provider failed to furnish evidence of [gains].",
            "not-documented fails-to-document",
        ),
        (
            "Insufficient documentation of [gains] was sent.",
            "not-documented insufficient-documentation-of",
        ),
        (
            "[The response] was not discussed.",
            "not-documented was-not-documented",
        ),
        (
            "[Gains] have not been clearly demonstrated.",
            "not-documented was-not-established",
        ),
        (
            "The [home program] is undocumented.",
            "not-documented was-not-documented",
        ),
        (
            "It was not stated whether [he works].",
            "not-documented it-was-not-documented",
        ),
        (
            "The worker was not shown to have [deficits].",
            "not-documented it-was-not-documented",
        ),
        (
            "Films of the hip showed no evidence of [fracture].",
            "absent shows-no-evidence-of",
        ),
    ]);
}

#[test]
fn a_denied_record_is_not_documented() {
    all(&[
        (
            "There is no [rationale for six visits].",
            "not-documented no",
        ),
        (
            "In the absence of [an examination], nothing follows.",
            "not-documented absence-of",
        ),
        ("There is no [pain on examination].", "absent no"),
    ]);
}

#[test]
fn lists_are_reached_to_their_end() {
    all(&[
        ("No fever, chills, cough or [rash].", "absent no"),
        (
            "Extremities: no [swelling], warmth, or redness.",
            "absent no",
        ),
        (
            "There is no record of relief, improved function, and/or [less medication].",
            "not-documented no-documentation-of",
        ),
        (
            "[The response] and the gains were not described.",
            "not-documented was-not-documented",
        ),
    ]);
}

#[test]
fn a_clause_that_begins_is_not_reached() {
    all(&[
        ("She has no fever, and she has [chills].", "-"),
        ("No spasm, with [tenderness] on the left.", "-"),
        ("There is no spasm and the [range of motion] is full.", "-"),
        ("There is no spasm but [tenderness].", "-"),
        ("There is no spasm; [tenderness] is mild.", "-"),
        ("He takes no opioids due to [nausea].", "-"),
        (
            "The worker had [surgery] and the outcome was not described.",
            "-",
        ),
        ("No deficits except for [mild weakness].", "-"),
    ]);
}

#[test]
fn the_words_of_the_target_are_no_trigger() {
    all(&[
        ("The request is not [medically necessary].", "absent not"),
        ("The finding is [no weakness].", "-"),
        ("[Neck supple, no swelling].", "-"),
        ("The pain was [not documented].", "-"),
    ]);
}

#[test]
fn the_longest_phrase_counts_and_the_nearest_wins() {
    all(&[
        ("There is no change in [the swelling].", "-"),
        ("The pain is not only [severe].", "-"),
        ("It is not without [risk].", "-"),
        ("MRI without contrast showed [a tear].", "-"),
        ("There is no doubt about [the tear].", "-"),
        ("No fever; the report documents no [chills].", "absent no"),
    ]);
}

#[test]
fn earlier_treatment_is_not_denied_with_its_effect() {
    all(&[
        ("There was no lasting relief from [injections].", "-"),
        ("He did not respond to [therapy].", "-"),
        (
            "There is no documentation of gains with prior [therapy].",
            "historical with-prior",
        ),
        ("There were no gains after [12 visits].", "-"),
        (
            "The carrier denied the request for [therapy].",
            "utilization-review utilization-review",
        ),
        ("She failed [therapy].", "historical previously"),
        ("She failed to improve with [therapy].", "-"),
    ]);
}

#[test]
fn doubts_and_conditions() {
    all(&[
        (
            "It is unclear whether [he worked].",
            "uncertain it-is-unclear",
        ),
        ("The [mechanism] is unclear.", "uncertain is-unclear"),
        ("A [referral] may be considered.", "uncertain may-be"),
        (
            "Films cannot rule out [a fracture].",
            "uncertain cannot-rule-out",
        ),
        ("A [fracture] cannot be excluded.", "uncertain is-possible"),
        (
            "Visits are extended if [gains] are shown.",
            "hypothetical if",
        ),
        ("He should start [exercises].", "hypothetical should"),
        (
            "The request for [acupuncture] is new.",
            "hypothetical request-for",
        ),
        ("The request for visits is for [a sprain].", "-"),
    ]);
}

#[test]
fn times() {
    all(&[
        ("He has a history of [back pain].", "historical history-of"),
        ("She had [surgery] two years ago.", "historical in-the-past"),
        ("Previously she had [therapy].", "historical previously"),
        ("There is no history of [ulcers].", "absent no"),
        ("The pain lasted over the past [six weeks].", "-"),
    ]);
}

#[test]
fn holders() {
    all(&[
        (
            "The treating physician requested [a brace].",
            "provider provider-says",
        ),
        (
            "The utilization review denied [a brace].",
            "utilization-review utilization-review",
        ),
        (
            "The MTUS guidelines state that [gains] matter.",
            "guideline guideline-says",
        ),
        (
            "The guidelines state this, but [gains] matter.",
            "guideline guideline-says",
        ),
        (
            "[The brace] is medically necessary.",
            "reviewer is-medically-necessary",
        ),
        (
            "[The brace] is not medically necessary.",
            "absent reviewer is-not-medically-necessary",
        ),
        (
            "Notes sent by the treating physician show [gains].",
            "provided-by-the-provider",
        ),
    ]);
    all_in(
        Zone::Guideline,
        &[
            ("[Gains] must be documented.", "guideline -"),
            (
                "The treating physician reports [gains].",
                "provider provider-says",
            ),
        ],
    );
}

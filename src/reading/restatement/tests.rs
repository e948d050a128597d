#![allow(clippy::unwrap_used)]

use std::sync::OnceLock;

use proptest::prelude::*;

use super::*;
use crate::reading::request::shipped::shipped;

fn reader() -> &'static RestatementReader {
    static READER: OnceLock<RestatementReader> = OnceLock::new();
    READER.get_or_init(|| RestatementReader::new(&shipped().pack))
}

/// The differences between a heading and the subject of a conclusion, with the text that both stand in.
fn compared(heading: &str, subject: &str) -> (String, Vec<Difference>) {
    let text = format!("{heading}\n\n{subject}");
    let request = shipped().read(heading);
    let hits = shipped().lexicon.find(&text);
    let subject = ByteSpan::new(heading.len() + 2, text.len());
    let found = reader().differences(&text, &hits, &shipped().quantities, &request, subject);
    (text, found)
}

/// Each difference as "Quantity 12 visits / 10 visits".
fn told(heading: &str, subject: &str) -> Vec<String> {
    let (_, found) = compared(heading, subject);
    let told = |found: &Difference| {
        format!(
            "{:?} {} / {}",
            found.kind, found.heading_value, found.restated_value
        )
    };
    found.iter().map(told).collect()
}

fn check(rows: &[(&str, &str, &[&str])]) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|(heading, subject, expected)| (heading, subject, expected, told(heading, subject)))
        .filter(|(.., expected, told)| **expected != told.as_slice())
        .map(|(heading, subject, expected, told)| {
            format!("{heading} | {subject}: {told:?} (expected {expected:?})")
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

const ACUPUNCTURE_SPLIT: &str = "Acupuncture x 10 was the original request. Acupuncture x 4 was authorized by the Claims \
     Administrator. The remaining IMR eligible portion of the original request, Acupuncture x 6 is";

#[test]
fn amounts() {
    check(&[
        (
            "Acupuncture 12 visits",
            "the request for acupuncture 10 visits",
            &["Quantity 12 visits / 10 visits"],
        ),
        (
            "Acupuncture 12 visits",
            "the request for twelve (12) acupuncture sessions",
            &[],
        ),
        (
            "Acupuncture 6 visits",
            "the request for acupuncture 6-8 visits",
            &[],
        ),
        (
            "Acupuncture 8 visits",
            "the request for acupuncture 6-8 visits",
            &[],
        ),
        (
            "Acupuncture 9 visits",
            "the request for acupuncture 6-8 visits",
            &["Quantity 9 visits / 6-8 visits"],
        ),
        (
            "Acupuncture 6-8 visits",
            "the request for acupuncture 5-9 visits",
            &["Quantity 6-8 visits / 5-9 visits"],
        ),
        (
            "Acupuncture visits QTY 12",
            "the request for acupuncture visits, QTY: 12",
            &[],
        ),
        (
            "Acupuncture visits QTY 12",
            "acupuncture visits QTY 8",
            &["Quantity 12 visits / 8 visits"],
        ),
        (
            "Acupuncture x 8",
            "the requested eight acupuncture treatments",
            &[],
        ),
        (
            "Acupuncture 2x6",
            "the request for 12 acupuncture visits",
            &[],
        ),
        (
            "Acupuncture 2x6",
            "the request for 8 acupuncture visits",
            &["Quantity 12 / 8 visits"],
        ),
        ("Acupuncture 2x6", "the request for acupuncture", &[]),
        ("Acupuncture", "the request for 12 acupuncture visits", &[]),
        (
            "PT 2-3 times a week for 4 weeks",
            "10 visits of physical therapy",
            &[],
        ),
        (
            "PT 12 visits",
            "more than 10 visits of physical therapy",
            &[],
        ),
        (
            "PT 12 visits",
            "the requested PT in addition to the 24 visits completed",
            &[],
        ),
        (
            "Chiropractic #6",
            "six sessions of chiropractic therapy",
            &[],
        ),
        (
            "Chiropractic #6",
            "nine sessions of chiropractic therapy",
            &["Quantity 6 / 9 visits"],
        ),
        ("MRI of the hip x 1", "the requested MRI of the hip", &[]),
        (
            ACUPUNCTURE_SPLIT,
            "the remaining 6 visits of acupuncture",
            &[],
        ),
        (
            ACUPUNCTURE_SPLIT,
            "the original request for 10 visits of acupuncture",
            &[],
        ),
        (
            ACUPUNCTURE_SPLIT,
            "the remaining 5 visits of acupuncture",
            &["Quantity 6 / 5 visits"],
        ),
    ]);
}

#[test]
fn courses_supplies_and_refills() {
    check(&[
        (
            "PT 2 times a week for 6 weeks",
            "physical therapy 3 times a week for 6 weeks",
            &["Quantity 12 / 18"],
        ),
        (
            "PT twice a week",
            "physical therapy three times a week",
            &["Quantity 2/week / 3/week"],
        ),
        (
            "PT 1-2 times per week",
            "physical therapy twice a week",
            &[],
        ),
        (
            "Cold therapy unit for 7 days",
            "the cold therapy unit for 14 days",
            &["Quantity 7 day / 14 day"],
        ),
        (
            "Cold therapy unit for 7 days",
            "the cold therapy unit for 1 week",
            &[],
        ),
        ("Soma 350mg #60", "Soma 350 mg #90", &["Quantity #60 / #90"]),
        ("Soma 350mg #60", "Soma 350mg, QTY: 60", &[]),
        ("Soma 350mg #60", "sixty tablets of Soma", &[]),
        (
            "Soma 350mg #60 with 2 refills",
            "Soma 350mg #60 with 3 refills",
            &["Quantity 2 refills / 3 refills"],
        ),
        ("Soma 350mg #60 with one refill", "Soma 350mg #60", &[]),
    ]);
}

#[test]
fn doses() {
    check(&[
        (
            "Flexeril 10mg #90",
            "Flexeril 5 mg #90",
            &["Dose 10 mg / 5 mg"],
        ),
        ("Prevacid 15mg #30", "Prevacid 15 mg #30", &[]),
        ("Norco 10/325mg #60", "Norco 10-325 mg #60", &[]),
        (
            "Norco 10/325mg #60",
            "Norco 5/325 #60",
            &["Dose 10/325 / 5/325"],
        ),
        ("Norco 10/325mg #60", "Norco 10mg #60", &[]),
        (
            "Zyxovane 10mg #30",
            "Zyxovane 20mg #30",
            &["Dose 10 mg / 20 mg"],
        ),
        ("Norco 10mg #30", "Ultram 50mg #30", &[]),
        (
            "Gabapentin 300mg #90",
            "gabapentin 600 mg had no benefit so gabapentin 300 mg #90",
            &[],
        ),
        (
            "Gabapentin 300mg #90",
            "gabapentin 600 mg and naproxen 300 mg",
            &["Dose 300 mg / 600 mg"],
        ),
        (
            "Valium (diazepam) 5 mg",
            "diazepam 10 mg",
            &["Dose 5 mg / 10 mg"],
        ),
        (
            "Baclofen 2%, Gabapentin 6% cream",
            "baclofen 2% and gabapentin 10% cream",
            &["Dose 6 % / 10 %"],
        ),
        (
            "Baclofen 2%, Gabapentin 6% cream",
            "the compound of gabapentin 6% and baclofen 2%",
            &[],
        ),
        ("Lidocaine patch 5% #30", "Lidoderm 5% patch #30", &[]),
        (
            "Ultram ER 100mg #60",
            "Ultram ER 150mg #60",
            &["Dose 100 mg / 150 mg"],
        ),
    ]);
}

#[test]
fn body_parts_and_levels() {
    check(&[
        (
            "MRI of the lumbar spine",
            "MRI of the cervical spine",
            &["BodyPart lumbar spine / cervical spine"],
        ),
        ("MRI of the lumbar spine", "the MRI of the low back", &[]),
        ("MRI of the lumbar spine", "the MRI of the spine", &[]),
        ("MRI of the neck", "the MRI of the C-spine", &[]),
        (
            "EMG of the right upper extremity",
            "EMG of the right hand",
            &[],
        ),
        (
            "EMG of the BLE",
            "EMG of the bilateral upper extremities",
            &["BodyPart lower extremity / upper extremity"],
        ),
        ("X-ray of the knee and ankle", "x-ray of the ankle", &[]),
        ("PT for the back", "PT for the lumbar spine", &[]),
        ("ESI at L4-5", "ESI at L5-S1", &["BodyPart L4-L5 / L5-S1"]),
        ("ESI at L4-5 and L5-S1", "ESI at L4-S1", &[]),
        ("ESI at L4-5", "the lumbar ESI", &[]),
        (
            "ESI at C5-6",
            "the lumbar ESI",
            &["BodyPart cervical spine C5-C6 / lumbar spine"],
        ),
        (
            "Lumbar ESI at L4-5",
            "the thoracic ESI at L4-5",
            &["BodyPart lumbar spine L4-L5 / thoracic spine"],
        ),
        (
            "MRI of the lumbar spine",
            "the MRI, given the knee pain",
            &[],
        ),
        ("MRI of the hip", "the hand surgeon's request for MRI", &[]),
        ("Carpal tunnel release", "surgery of the hand", &[]),
    ]);
}

#[test]
fn sides() {
    check(&[
        (
            "X-ray of the left shoulder",
            "the x-ray of the right shoulder",
            &["Side left / right"],
        ),
        (
            "X-ray of the left shoulder",
            "the x-ray of the shoulder",
            &[],
        ),
        (
            "X-ray of the shoulder",
            "the x-ray of the left shoulder",
            &[],
        ),
        (
            "X-rays of the bilateral knees",
            "x-rays of the left knee",
            &["Side both / left"],
        ),
        (
            "X-ray right knee, x-ray left knee",
            "x-rays of both knees",
            &[],
        ),
        ("EMG BUE", "EMG of the bilateral upper extremities", &[]),
        ("EMG RUE", "EMG of the LUE", &["Side right / left"]),
        (
            "PT for lumbar spine and left shoulder",
            "PT for left shoulder and lumbar spine",
            &[],
        ),
        (
            "Bilateral custom orthotics",
            "left custom orthotics",
            &["Side both / left"],
        ),
        (
            "Right stellate ganglion block",
            "the right stellate ganglion block",
            &[],
        ),
        ("Right knee brace", "the brace, left over from before,", &[]),
        ("MRI knee, left", "the left knee MRI", &[]),
        (
            "Left L4-5 TFESI",
            "right L4-5 TFESI",
            &["Side left / right"],
        ),
    ]);
}

#[test]
fn names_by_a_letter() {
    check(&[
        (
            "Consultation with non-MPN surgeon",
            "consultation with non-MPR surgeon",
            &["Name MPN / MPR"],
        ),
        (
            "Celebrex 200mg #30",
            "Celebrax 200mg #30",
            &["Name Celebrex / Celebrax"],
        ),
        (
            "Gabapentin 300mg #60",
            "Gabapentim 300mg #60",
            &["Name Gabapentin / Gabapentim"],
        ),
        (
            "OFFICE VISIT (QRS)",
            "office visit (QSR)",
            &["Name QRS / QSR"],
        ),
        (
            "Follow-up visit with a dermatologist",
            "follow-up visits with a dermatologist",
            &[],
        ),
        (
            "EMG of the upper extremity",
            "EMG of the upper extremities",
            &[],
        ),
        ("NCS of the left hand", "NCV of the left hand", &[]),
        (
            "EMG of the BUE",
            "EMG of the BLE",
            &["BodyPart upper extremity / lower extremity"],
        ),
        ("Norco 10mg #30", "the NORCO 10mg #30", &[]),
        ("Bupropion HCL 150mg", "bupropion HCI 150mg", &[]),
        ("Soma 350mg #30", "some 350mg of it", &[]),
        ("Opioid consult", "opioids consult", &[]),
        ("Follow up x-ray", "follow-up x-ray", &[]),
        (
            "Consultation with non-MPN surgeon",
            "the MPN, or the MPR, surgeon",
            &[],
        ),
    ]);
}

#[test]
fn both_places_are_shown() {
    let (text, found) = compared(
        "X-ray of the left shoulder",
        "the request for an x-ray of the right shoulder",
    );
    assert_eq!(found[0].heading.of(&text), "left");
    assert_eq!(found[0].restated.of(&text), "right");
    let (text, found) = compared(
        "Acupuncture 12 visits",
        "the request for acupuncture 10 visits",
    );
    assert_eq!(found[0].heading.of(&text), "12 visits");
    assert_eq!(found[0].restated.of(&text), "10 visits");
}

proptest! {
    #[test]
    fn any_restatement_gives_spans_in_the_text(heading in "\\PC{0,50}", subject in "\\PC{0,50}") {
        let (text, found) = compared(&heading, &subject);
        for difference in found {
            prop_assert!(text.get(difference.heading.start..difference.heading.end).is_some());
            prop_assert!(text.get(difference.restated.start..difference.restated.end).is_some());
        }
    }

    #[test]
    fn a_heading_restates_itself(heading in "(left |right )?(knee|lumbar spine|L4-5|hand) (MRI|EMG|PT 2x6|Norco 5mg #60|x 12)") {
        prop_assert_eq!(told(&heading, &format!("the request for {heading}")), Vec::<String>::new());
    }
}

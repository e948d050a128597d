//! What headings are read as: treatments, amounts, parts of the body.

use crate::reading::body_part::PlacedPart;
use crate::reading::request::Portion;
use crate::reading::request::reader::end_of_heading;
use crate::reading::request::shipped::shipped;
use crate::span::ByteSpan;

/// A portion in one line: classes; amount and unit, what is handed out; parts with side and levels.
fn told(portion: &Portion) -> String {
    let pack = &shipped().pack;
    let mut classes: Vec<&str> = Vec::new();
    for named in &portion.treatments {
        let id = pack.treatments[named.treatment].id.value.as_str();
        if !classes.contains(&id) {
            classes.push(id);
        }
    }
    let unit = portion
        .unit()
        .map(|unit| format!(" {unit}"))
        .unwrap_or_default();
    let amount = portion
        .amount()
        .map(|amount| format!("{}{unit}", amount.count));
    let dispensed = portion.dispensed().map(|number| format!("#{number}"));
    let parts: Vec<String> = portion.body_parts.iter().map(part).collect();
    let numbers: Vec<String> = amount.into_iter().chain(dispensed).collect();
    format!(
        "{}; {}; {}",
        classes.join(" "),
        numbers.join(" "),
        parts.join(", ")
    )
}

fn part(placed: &PlacedPart) -> String {
    let side = placed
        .side
        .map(|side| format!("{} ", side.side))
        .unwrap_or_default();
    let id = &shipped().pack.body_parts[placed.part].id.value;
    let levels: String = placed
        .levels
        .iter()
        .map(|placed| format!(" {}", placed.level))
        .collect();
    format!("{side}{id}{levels}")
}

fn check(rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|(heading, expected)| (heading, expected, told(&shipped().read(heading).disputed)))
        .filter(|(_, expected, told)| *expected != told)
        .map(|(heading, expected, told)| format!("{heading}: {told} (expected {expected})"))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn visits_and_their_numbers() {
    check(&[
        ("Acupuncture x 8", "acupuncture; 8 visit; "),
        ("Acupuncture visits, QTY: 10", "acupuncture; 10 visit; "),
        ("Acupuncture 6 visits, QTY: 6", "acupuncture; 6 visit; "),
        ("Acupuncture 6 visits, QTY: 8", "acupuncture; ; "),
        (
            "Electro-acupuncture 2 times a week for 4 weeks",
            "acupuncture; 8 visit; ",
        ),
        (
            "Acupuncture with electrical stimulation #6",
            "acupuncture; 6 visit; ",
        ),
        (
            "Physical therapy 2x5 for the right elbow",
            "physical-therapy; 10 visit; right elbow",
        ),
        (
            "PT 3x/week x 4 weeks (12 visits), low back",
            "physical-therapy; 12 visit; lumbar-spine",
        ),
        (
            "Aquatic therapy, eight (8) sessions",
            "physical-therapy; 8 visit; ",
        ),
        ("Work hardening 10 visits", "physical-therapy; 10 visit; "),
        (
            "Physical therapy evaluation and treatment, 6 visits",
            "physical-therapy; 6 visit; ",
        ),
        (
            "Occupational therapy twice weekly for three weeks, left wrist",
            "occupational-therapy; 6 visit; left wrist",
        ),
        ("Hand therapy 1 x 6", "occupational-therapy; 6 visit; hand"),
        (
            "Post-op physical therapy 12 sessions left knee",
            "post-operative-therapy; 12 visit; left knee",
        ),
        (
            "Physical therapy, post-operative, x 9",
            "post-operative-therapy; 9 visit; ",
        ),
        (
            "Associated surgical service: Physical therapy x 12",
            "surgical-associated post-operative-therapy; 12 visit; ",
        ),
        (
            "Chiropractic manipulation 6 visits neck and upper back",
            "chiropractic; 6 visit; neck, thoracic-spine",
        ),
        (
            "Myofascial release and massage therapy #4",
            "chiropractic; 4 visit; ",
        ),
        (
            "Cognitive behavioral therapy x 4 visits",
            "psychological; 4 visit; ",
        ),
        (
            "Functional restoration program, initial evaluation",
            "psychological office-visit; ; ",
        ),
        (
            "Follow up visits with hand surgeon x 2",
            "office-visit; 2 visit; ",
        ),
        ("Referral to podiatrist for evaluation", "office-visit; ; "),
        ("Re-evaluation", "office-visit; ; "),
        ("Evaluation", "office-visit; ; "),
        ("One (1) office visit", "office-visit; 1 visit; "),
    ]);
}

#[test]
fn studies_and_tests() {
    check(&[
        ("MRI of the lumbar spine", "mri; ; lumbar-spine"),
        ("MRI left knee", "mri; ; left knee"),
        (
            "3T MRI of the right shoulder with contrast",
            "mri; ; right shoulder",
        ),
        ("MR arthrogram, left hip", "mri; ; left hip"),
        (
            "CT scan of the cervical spine without contrast",
            "imaging-other; ; cervical-spine",
        ),
        (
            "Flexion and extension x-rays of the L-spine",
            "imaging-other; ; lumbar-spine",
        ),
        (
            "Diagnostic ultrasound of the right elbow",
            "imaging-other; ; right elbow",
        ),
        ("Ultrasound 2 x 4", "modality; 8; "),
        ("Bone scan", "imaging-other; ; "),
        (
            "EMG bilateral lower extremities",
            "emg-ncs; ; both lower-extremity",
        ),
        ("EMG/NCV BUE", "emg-ncs; ; both upper-extremity"),
        ("NCS RLE, QTY: 1", "emg-ncs; 1 study; right lower-extremity"),
        (
            "Electrodiagnostic studies of the left upper extremity",
            "emg-ncs; ; left upper-extremity",
        ),
        ("Urine drug screen QTY 1", "urine-drug-test; 1 study; "),
        ("Functional capacity evaluation", "functional-test; ; "),
        ("Range of motion testing", "functional-test; ; "),
        ("PT/PTT", "laboratory-test; ; "),
        ("Transportation to and from all medical visits", "dme; ; "),
        ("Test for CRP", "laboratory-test; ; "),
        ("Labs: CBC and liver function test", "laboratory-test; ; "),
        ("Sleep study", "laboratory-test; ; "),
        ("Pre-op EKG", "surgical-associated; ; "),
    ]);
}

#[test]
fn injections_and_surgery() {
    check(&[
        (
            "Bilateral L4-5 and L5-S1 transforaminal ESI",
            "epidural-injection; ; both lumbar-spine L4-L5 L5-S1",
        ),
        (
            "Right C5-6 interlaminar epidural steroid injection",
            "epidural-injection; ; right cervical-spine C5-C6",
        ),
        (
            "Lumbar epidural injection at L3-L4 with fluoroscopy",
            "epidural-injection; ; lumbar-spine L3-L4",
        ),
        (
            "T12-L1 epidural",
            "epidural-injection; ; thoracic-spine T12-L1, lumbar-spine T12-L1",
        ),
        (
            "Medial branch block left L3, L4",
            "facet-injection; ; left lumbar-spine L3 L4",
        ),
        (
            "Radiofrequency ablation, cervical",
            "facet-injection; ; cervical-spine",
        ),
        (
            "Trigger point injections x 3",
            "injection-other; 3 injection; ",
        ),
        ("Injection, right knee", "injection-other; ; right knee"),
        (
            "Ultrasound guided injection of the left shoulder",
            "injection-other; ; left shoulder",
        ),
        (
            "Sacroiliac joint injection, bilateral",
            "injection-other; ; both sacroiliac-joint",
        ),
        ("Right total knee arthroplasty", "surgery; ; right knee"),
        ("Left knee surgery", "surgery; ; left knee"),
        ("ACDF C5-C6", "surgery; ; cervical-spine C5-C6"),
        (
            "Carpal tunnel release, right",
            "surgery; ; right wrist, right hand",
        ),
        ("Assistant surgeon", "surgical-associated; ; "),
        ("Post-operative sling", "dme; ; "),
    ]);
}

#[test]
fn drugs_and_what_is_handed_out() {
    check(&[
        ("Norco 5/325mg #45", "opioid; #45; "),
        ("Tramadol ER 150mg, QTY: 30 with 2 refills", "opioid; #30; "),
        ("Oxycontin 20 mg sixty count", "opioid; #60; "),
        ("Zanaflex 4mg #90", "muscle-relaxant; #90; "),
        ("Soma 350 mg #30", "muscle-relaxant; #30; "),
        ("Nexium 40mg #30", "gastric-protection; #30; "),
        ("Lunesta 2mg #30", "sedative; #30; "),
        ("Lyrica 75mg #60", "anticonvulsant-antidepressant; #60; "),
        ("Mobic 15mg #30", "nsaid; #30; "),
        ("Colace 100mg #60", "other-drug; #60; "),
        ("Lidocaine patch 5% #30", "topical; #30; "),
        ("Baclofen 2%, Gabapentin 6% 120 gm", "topical; ; "),
        ("Compound cream with tramadol", "topical; ; "),
        ("Butrans patch 10mcg #4", "opioid; #4; "),
        ("Soma compound #30", "muscle-relaxant; #30; "),
        ("Zyxovane 10mg #30", "; #30; "),
        (
            "Fentanyl patch for the lumbar spine",
            "opioid; ; lumbar-spine",
        ),
        ("Medication", "other-drug; ; "),
    ]);
}

#[test]
fn devices_and_care() {
    check(&[
        ("TENS unit, 30 day rental", "modality; ; "),
        ("H-wave device purchase", "modality; ; "),
        (
            "Extracorporeal shock wave therapy x 3, right heel",
            "modality; 3; right foot",
        ),
        ("Cold therapy unit x 7 days", "dme; ; "),
        ("Lumbar support", "dme; ; lumbar-spine"),
        ("Knee brace, left", "dme; ; left knee"),
        ("Gym membership", "dme; ; "),
        ("Unit rental", "dme; ; "),
        ("Home health aide 4 hours a day", "inpatient-home-care; ; "),
        ("Inpatient stay 2 days", "inpatient-home-care; ; "),
    ]);
}

#[test]
fn sides_bind_to_the_part_that_is_meant() {
    check(&[
        (
            "X-ray of lumbar spine and left shoulder",
            "imaging-other; ; lumbar-spine, left shoulder",
        ),
        (
            "X-ray of left shoulder and lumbar spine",
            "imaging-other; ; left shoulder, lumbar-spine",
        ),
        ("X-ray, knee, right", "imaging-other; ; right knee"),
        (
            "X-ray knee (left), ankle (right)",
            "imaging-other; ; left knee, right ankle",
        ),
        (
            "X-ray of the right and left knee",
            "imaging-other; ; both knee",
        ),
        (
            "X-ray right wrist, left wrist",
            "imaging-other; ; right wrist, left wrist",
        ),
        (
            "X-ray of the cervical spine, left sided weakness",
            "imaging-other; ; cervical-spine",
        ),
        ("X-ray knee right 2 views", "imaging-other; ; right knee"),
        ("X-ray (R) hip", "imaging-other; ; right hip"),
        ("X-ray of the L/S spine", "imaging-other; ; lumbar-spine"),
        (
            "X-ray of the lower extremities bilaterally",
            "imaging-other; ; both lower-extremity",
        ),
        ("X-ray left lower leg", "imaging-other; ; left lower-leg"),
        ("X-ray left distal radius", "imaging-other; ; left wrist"),
        ("X-ray of the foot for the left", "imaging-other; ; foot"),
        (
            "X-ray of the thoracolumbar spine",
            "imaging-other; ; thoracic-spine, lumbar-spine",
        ),
        (
            "On the other hand, a spine surgeon consultation",
            "office-visit; ; ",
        ),
    ]);
}

#[test]
fn the_end_of_a_long_heading_is_read_in_whole_words() {
    for end in ["", "a"] {
        let heading = format!("{} acupuncture x 8{end}", "\u{e9}".repeat(3000));
        let read = end_of_heading(&heading, ByteSpan::new(0, heading.len()));
        assert_eq!(read.of(&heading), format!("acupuncture x 8{end}"));
    }
    let heading = "Acupuncture x 8";
    let whole = ByteSpan::new(0, heading.len());
    assert_eq!(end_of_heading(heading, whole), whole);
}

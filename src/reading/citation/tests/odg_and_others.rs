//! ODG and sources that are neither MTUS nor ACOEM.

use super::*;

#[test]
fn chapters_and_topics() {
    check(&[
        (
            "Decision based on Non-MTUS Citation Official Disability Guidelines (ODG).",
            &["odg"],
        ),
        (
            "Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Low Back.",
            &["odg-low-back"],
        ),
        (
            "Decision based on Non-MTUS Citation ODG Low Back Chapter, Lab testing.",
            &["odg-low-back [Lab testing]"],
        ),
        (
            "Decision based on Non-MTUS Citation ODG, Hips & Pelvis, X-Ray.",
            &["odg-hip-pelvis [X-Ray]"],
        ),
        (
            "Decision based on Non-MTUS Citation ODG Knee/ Bracing.",
            &["odg-knee-leg [Bracing]"],
        ),
        (
            "Decision based on Non-MTUS Citation ODG Pain- Office visits.",
            &["odg-pain [Office visits]"],
        ),
        (
            "Decision based on Non-MTUS Citation ODG (Shoulder), Slings.",
            &["odg-shoulder [Slings]"],
        ),
        (
            "Decision based on Non-MTUS Citation Official Disability Guidelines: Low Back - Lumbar & Thoracic \
             (Acute & Chronic), Traction (mechanical, manual).",
            &["odg-low-back [Traction (mechanical, manual)]"],
        ),
        (
            "Decision based on Non-MTUS Citation ODG, Neck and Upper Back (Acute and Chronic): Collars",
            &["odg-neck-upper-back [Collars]"],
        ),
        (
            "Decision based on Non-MTUS Citation ODG Forearm, Wrist, & Hand, Splints.",
            &["odg-forearm-wrist-hand [Splints]"],
        ),
        (
            "Decision based on Non-MTUS Citation ODG, Chronic Pain Chapter, Opioids.",
            &["odg-pain [Opioids]"],
        ),
        (
            "Decision based on Non-MTUS Citation ODG Head section, EEG.",
            &["odg-head [EEG]"],
        ),
        (
            "Decision based on Non-MTUS Citation ODG Elbow (Splinting (padding)).",
            &["odg-elbow [Splinting (padding)]"],
        ),
        // Not a chapter: the topic comes first.
        (
            "Decision based on Non-MTUS Citation ODG X-ray knee.",
            &["odg [X-ray knee]"],
        ),
        (
            "Decision based on Non-MTUS Citation ODG, Physical Therapy Guidelines.",
            &["odg [Physical Therapy Guidelines]"],
        ),
    ]);
}

#[test]
fn versions_name_nothing() {
    check(&[
        (
            "Decision based on Non-MTUS Citation ODG, Shoulder (updated 12/12/16).",
            &["odg-shoulder"],
        ),
        (
            "Decision based on Non-MTUS Citation ODG, Head Chapter (updated 11/3/16): CT.",
            &["odg-head [CT]"],
        ),
        (
            "Decision based on Non-MTUS Citation ODG Treatment in Workers' Compensation, 15th Edition, 2016, Neck.",
            &["odg-neck-upper-back 2016"],
        ),
        (
            "Decision based on Non-MTUS Citation ODG, Low Back Chapter (Online Version).",
            &["odg-low-back"],
        ),
        (
            "Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Pain (last updated 06/15/2015)",
            &["odg-pain"],
        ),
        (
            "Decision based on Non-MTUS Citation ODG, Knee, Injections (2016).",
            &["odg-knee-leg [Injections (2016)]"],
        ),
        // A chapter of ODG even with the year of an MTUS edition of the same name.
        (
            "Decision based on Non-MTUS Citation ODG, Chronic Pain 2017.",
            &["odg-pain 2017"],
        ),
    ]);
}

#[test]
fn several_chapters() {
    check(&[
        (
            "Decision based on Non-MTUS Citation ODG, Shoulder (updated 1/2/16); ODG, Low Back (updated 1/2/16).",
            &["odg-shoulder", "odg-low-back"],
        ),
        (
            "Decision based on Non-MTUS Citation ODG, Neck, TENS; Low Back - Lumbar & Thoracic, TENS.",
            &["odg-neck-upper-back [TENS]", "odg-low-back [TENS]"],
        ),
        (
            "Decision based on Non-MTUS Citation ODG, Low Back, Exercise; Massage.",
            &["odg-low-back [Exercise] [Massage]"],
        ),
        (
            "Decision based on Non-MTUS Citation ODG Low Back, Exercise. ODG Exercise Guidelines.",
            &["odg-low-back [Exercise]", "odg [Exercise Guidelines]"],
        ),
        (
            "Decision based on Non-MTUS Citation ODG, Knee and Pain chapters.",
            &["odg-knee-leg", "odg-pain"],
        ),
        (
            "Decision based on Non-MTUS Citation ODG, Low Back; ACOEM Guidelines, Chapter 7.",
            &["odg-low-back", "acoem-2004-consultations ch7"],
        ),
    ]);
}

#[test]
fn citations_that_name_no_organisation() {
    check(&[
        (
            "Decision based on Non-MTUS Citation Low Back (Traction).",
            &["odg-low-back [Traction] unsourced"],
        ),
        (
            "Decision based on Non-MTUS Citation Neck, MRI; Shoulder, MRI.",
            &[
                "odg-neck-upper-back [MRI] unsourced",
                "odg-shoulder [MRI] unsourced",
            ],
        ),
        ("Decision based on Non-MTUS Citation .", &["? unsourced"]),
        // Named late, but named.
        (
            "Decision based on Non-MTUS Citation Knee, Bracing, ODG Preface.",
            &["odg-knee-leg [Bracing] [Preface]"],
        ),
        // Nothing that the pack knows; somebody's work all the same.
        (
            "Decision based on Non-MTUS Citation Smith's Handbook of Splints.",
            &["?"],
        ),
    ]);
}

#[test]
fn other_sources() {
    check(&[
        (
            "Decision based on Non-MTUS Citation http://www.example.org/policy/0181.html.",
            &["?"],
        ),
        (
            "Decision based on Non-MTUS Citation Aetna, Splints; Cigna, Splints.",
            &["aetna [Splints]", "cigna [Splints]"],
        ),
        (
            "Decision based on Non-MTUS Citation ODG Low Back/Monitoring and Other Medical Treatment Guidelines \
             https://www.example.org/0181.html.",
            &["odg-low-back [Monitoring]", "other-guideline"],
        ),
        // Its chapter is not one of the ACOEM book.
        (
            "Decision based on Non-MTUS Citation Medicare, Chapter 12.",
            &["medicare ch12"],
        ),
    ]);
    let line = "Decision based on Non-MTUS Citation (see http://www.example.org/a.html).";
    assert_eq!(
        READER.read(line).citations[0].span.of(line),
        "see http://www.example.org/a.html"
    );
}

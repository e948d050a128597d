//! Editions of the MTUS.

use super::*;

#[test]
fn label_year_and_sections() {
    check(&[
        (
            "Decision based on MTUS Acupuncture Treatment 2007.",
            &["mtus-acupuncture-2007 2007"],
        ),
        (
            "Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.",
            &["mtus-low-back-2004 2004 [Special Studies]"],
        ),
        (
            "Decision based on MTUS Shoulder Complaints 2004, Section(s): Surgical Considerations, Summary",
            &["mtus-shoulder-2004 2004 [Surgical Considerations] [Summary]"],
        ),
        (
            "Decision based on MTUS Forearm, Wrist, and Hand Complaints 2004, Section(s): Initial Care.",
            &["mtus-forearm-wrist-hand-2004 2004 [Initial Care]"],
        ),
        (
            "Decision based on MTUS Elbow Complaints 2007, Section(s): 45.",
            &["mtus-elbow-2007 2007 [45]"],
        ),
        ("Decision based on MTUS Eye 2004.", &["mtus-eye-2004 2004"]),
        (
            "Decision based on MTUS Stress-Related Conditions 2004.",
            &["mtus-stress-2004 2004"],
        ),
        (
            "Decision based on MTUS Postsurgical Treatment 2009, Section(s): Shoulder.",
            &["mtus-postsurgical-2009 2009 [Shoulder]"],
        ),
    ]);
}

#[test]
fn sections_with_commas_and_parentheses_stay_whole() {
    check(&[
        (
            "Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): NSAIDs, GI symptoms & \
             cardiovascular risk, Proton Pump Inhibitors (PPIs).",
            &[
                "mtus-chronic-pain-2016 2016 [NSAIDs, GI symptoms & cardiovascular risk] [Proton Pump Inhibitors (PPIs)]",
            ],
        ),
        (
            "Decision based on MTUS Chronic Pain Medical Treatment 2016 Guidelines, Section(s): Opioids, dosing, \
             Muscle relaxants (for pain).",
            &["mtus-chronic-pain-2016 2016 [Opioids, dosing] [Muscle relaxants (for pain)]"],
        ),
        (
            "Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Opioids, criteria for use, Exercise.",
            &["mtus-chronic-pain-2009 2009 [Opioids, criteria for use] [Exercise]"],
        ),
        // Unknown names end at a comma outside parentheses.
        (
            "Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Braces (rigid, soft), Gloves.",
            &["mtus-chronic-pain-2016 2016 [Braces (rigid, soft)] [Gloves]"],
        ),
        (
            "Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Bupropion (Wellbutrin®).",
            &["mtus-chronic-pain-2016 2016 [Bupropion (Wellbutrin®)]"],
        ),
        // "Chronic Pain", "Opioids" and "Prevention" are labels, but not in a list of sections.
        (
            "Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Opioids, Chronic Pain, CRPS, prevention.",
            &["mtus-chronic-pain-2016 2016 [Opioids] [Chronic Pain] [CRPS, prevention]"],
        ),
        (
            "Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies and Summary.",
            &["mtus-low-back-2004 2004 [Special Studies] [Summary]"],
        ),
        (
            "Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Manual therapy & manipulation.",
            &["mtus-chronic-pain-2016 2016 [Manual therapy & manipulation]"],
        ),
    ]);
}

#[test]
fn numbered_sections_keep_their_commas_whether_known_or_not() {
    check(&[
        (
            "Decision based on MTUS Opioid Treatment 2016, Section(s): 2. Opioids for Subacute Pain.",
            &["mtus-opioids-2016 2016 [2. Opioids for Subacute Pain]"],
        ),
        (
            "Decision based on MTUS Opioid Treatment 2016, Section(s): 3.3.6 Opioids for Chronic Pain and Chronic \
             Opioid Treatment: Use of Urine Drug Testing (UDT), 6.1 Storage, Return, and Disposal, 6.2 Other.",
            &[
                "mtus-opioids-2016 2016 [3.3.6 Opioids for Chronic Pain and Chronic Opioid Treatment: Use of Urine \
               Drug Testing (UDT)] [6.1 Storage, Return, and Disposal] [6.2 Other]",
            ],
        ),
    ]);
}

#[test]
fn several_guidelines_in_one_sentence() {
    check(&[
        (
            "Decision based on MTUS General Approaches 2004, Section(s): Initial Approaches to Treatment, and Knee \
             Complaints 2004, Section(s): Initial Care.",
            &[
                "mtus-general-approaches-2004 2004 [Initial Approaches to Treatment]",
                "mtus-knee-2004 2004 [Initial Care]",
            ],
        ),
        (
            "Decision based on MTUS Acupuncture Treatment 2007, and Chronic Pain Medical Treatment 2016.",
            &["mtus-acupuncture-2007 2007", "mtus-chronic-pain-2016 2016"],
        ),
        (
            "Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Compound drugs, and Opioid \
             Treatment 2016, Section(s): 3.3.3 Initiation.",
            &[
                "mtus-chronic-pain-2016 2016 [Compound drugs]",
                "mtus-opioids-2016 2016 [3.3.3 Initiation]",
            ],
        ),
        (
            "Decision based on MTUS Knee Complaints 2004 and Ankle & Foot Complaints 2004; Low Back Complaints 2004.",
            &[
                "mtus-knee-2004 2004",
                "mtus-ankle-foot-2004 2004",
                "mtus-low-back-2004 2004",
            ],
        ),
        (
            "Decision based on MTUS Knee Disorders 2015, Section(s): MRI. Decision based on MTUS Opioids 2017.",
            &["mtus-knee-2015 2015 [MRI]", "mtus-opioids-2017 2017"],
        ),
    ]);
}

#[test]
fn one_label_has_many_editions() {
    check(&[
        (
            "Decision based on MTUS Low Back Disorders 2016.",
            &["mtus-low-back-2016 2016"],
        ),
        (
            "Decision based on MTUS Low Back Disorders 2019.",
            &["mtus-low-back-2019 2019"],
        ),
        (
            "Decision based on MTUS Initial Approaches to Treatment 2017, Section(s): Exercise.",
            &["mtus-initial-approaches-2017 2017 [Exercise]"],
        ),
        (
            "Decision based on MTUS Elbow Complaints.",
            &["mtus-elbow-2004 or mtus-elbow-2007"],
        ),
        (
            "Decision based on MTUS Cornerstones of Disability Prevention and Management 2018.",
            &["mtus-cornerstones-2018 2018"],
        ),
        (
            "Decision based on MTUS Chronic Pain 2017.",
            &["mtus-chronic-pain-2017 2017"],
        ),
    ]);
}

#[test]
fn letters_without_years() {
    check(&[
        (
            "Decision based on MTUS Acupuncture Treatment Guidelines.",
            &["mtus-acupuncture-2007"],
        ),
        (
            "Decision based on MTUS Chronic Pain Treatment Guidelines PHYSICAL MEDICINE Page(s): 98-99.",
            &["mtus-chronic-pain-2009 or mtus-chronic-pain-2016 [PHYSICAL MEDICINE] p98-99"],
        ),
        (
            "Decision based on MTUS Chronic Pain Treatment Guidelines Opioids, criteria for use Page(s): 76-80, 91.",
            &[
                "mtus-chronic-pain-2009 or mtus-chronic-pain-2016 [Opioids, criteria for use] p76-80 p91-91",
            ],
        ),
        (
            "Decision based on MTUS Postsurgical Treatment Guidelines.",
            &["mtus-postsurgical-2009"],
        ),
        (
            "Decision based on MTUS Chronic Pain Treatment Guidelines Exercise Page(s): 46, Chronic Pain Treatment \
             Guidelines Massage therapy Page(s): 60.",
            &[
                "mtus-chronic-pain-2009 or mtus-chronic-pain-2016 [Exercise] p46-46",
                "mtus-chronic-pain-2009 or mtus-chronic-pain-2016 [Massage therapy] p60-60",
            ],
        ),
        ("Decision based on MTUS.", &[]),
    ]);
}

#[test]
fn years_in_other_places() {
    check(&[
        (
            "Decision based on MTUS Chronic Pain Medical Treatment Guidelines (July 28, 2016), Facet blocks, page 82.",
            &["mtus-chronic-pain-2016 2016 [Facet blocks] p82-82"],
        ),
        (
            "Decision based on MTUS Chronic Pain Medical Treatment Guidelines 8 C.C.R. \u{a7}\u{a7}9792.20 - \
             9792.26 (Effective July 18, 2009) Page(s): 64.",
            &["mtus-chronic-pain-2009 2009 p64-64"],
        ),
        (
            "Decision based on MTUS 2016 Chronic Pain Guidelines, Section(s): Office visits.",
            &["mtus-chronic-pain-2016 2016 [Office visits]"],
        ),
        (
            "Decision based on MTUS Chronic Pain Guideline (ACOEM May 15, 2017).",
            &["mtus-chronic-pain-2017 2017"],
        ),
        (
            "Decision based on MTUS Chronic Pain Treatment Guidelines Opioids (Chou, 2009) Page(s): 78.",
            &["mtus-chronic-pain-2009 or mtus-chronic-pain-2016 [Opioids (Chou, 2009)] p78-78"],
        ),
    ]);
}

#[test]
fn misspellings_in_print() {
    check(&[
        (
            "Decision based on MTUS Accupuncture Treatment 2007.",
            &["mtus-acupuncture-2007 2007"],
        ),
        (
            "Decision based on MTUS Forewarm, Wrist, and Hand Complaints 2004.",
            &["mtus-forearm-wrist-hand-2004 2004"],
        ),
        (
            "Decision based on MTUS Forearm Wrist & Hand Complaint 2004.",
            &["mtus-forearm-wrist-hand-2004 2004"],
        ),
        (
            "Decision based on MTUS Low Back Complaints 2004, Section(s): Diagnositc Criteria.",
            &["mtus-low-back-2004 2004 [Diagnositc Criteria]"],
        ),
    ]);
}

#[test]
fn labels_that_the_pack_does_not_know() {
    check(&[
        (
            "Decision based on MTUS Spine Complaints 2004, Section(s): Special Studies.",
            &["? 2004 [Special Studies] unknown"],
        ),
        (
            "Decision based on MTUS Chronic Pain Medical Treatment 2012, Section(s): Opioids.",
            &["? 2012 [Opioids] unknown"],
        ),
        ("Decision based on MTUS Widget Handbook.", &["? unknown"]),
    ]);
    let read =
        READER.read("Decision based on MTUS Spine Complaints 2004, Section(s): Special Studies.");
    assert_eq!(
        read.citations[0].label.as_ref().unwrap().text,
        "Spine Complaints"
    );
}

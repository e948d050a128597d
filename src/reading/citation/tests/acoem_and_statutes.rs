//! Chapters of the ACOEM book, and statutes.

use super::*;

/// The same chapter in words, in capitals, and in short.
#[test]
fn one_chapter_however_it_is_written() {
    for line in [
        "Decision based on Non-MTUS Citation ACOEM Guidelines, Chapter 7.",
        "Decision based on Non-MTUS Citation ACOEM Practice Guidelines, Chapter 7: Independent Medical \
         Examinations and Consultations.",
        "Decision based on Non-MTUS Citation ACOEM CHAPTER 7 OCCUPATIONAL MEDICINE PRACTICE GUIDELINES, 2ND \
         EDITION, 2004, PAGE 127, INDEPENDENT MEDICAL EXAMINATIONS AND CONSULTATIONS.",
        "Decision based on Non-MTUS Citation ACOEM OMPG (Second Edition, 2004), Chapter 7 Independent Medical \
         Examinations and Consultations, pg. 127",
        "Decision based on Non-MTUS Citation American College of Occupational and Environmental Medicine \
         (ACOEM), 2nd Edition, Ch. 7, p. 127",
        "Decision based on Non-MTUS Citation ACOEM Independent Medical Examinations and Consultations, pages 127-128.",
    ] {
        let read = READER.read(line);
        let [citation] = &read.citations[..] else {
            panic!("{line}: {read:?}");
        };
        assert_eq!(
            citation.guideline.map(id),
            Some("acoem-2004-consultations"),
            "{line}"
        );
        assert_eq!(citation.system, System::Acoem, "{line}");
        assert_eq!(citation.names_mtus, None, "{line}");
        assert!(citation.sections.is_empty(), "{line}");
    }
}

#[test]
fn chapters_that_the_mtus_adopted() {
    check(&[
        (
            "Decision based on MTUS ACOEM Chapter 5 Cornerstones of Disability Prevention and Management Page(s): 92.",
            &[
                "mtus-general-approaches-2004 ch5 [Cornerstones of Disability Prevention and Management] p92-92",
            ],
        ),
        (
            "Decision based on MTUS ACOEM Practice Guidelines, Chapter 12 Low Back Complaints Page(s): 303-305.",
            &["mtus-low-back-2004 ch12 p303-305"],
        ),
        (
            "Decision based on MTUS ACOEM Chapter 8 Neck and Upper Back Complaints Page(s): 181, Chapter 12 Low \
             Back Complaints Page(s): 300, 309.",
            &[
                "mtus-neck-upper-back-2004 ch8 p181-181",
                "mtus-low-back-2004 ch12 p300-300 p309-309",
            ],
        ),
        (
            "Decision based on MTUS ACOEM Chapter 12 Low Back Complaints Page(s): 303, Chronic Pain Treatment \
             Guidelines Opioids Page(s): 78.",
            &[
                "mtus-low-back-2004 ch12 p303-303",
                "mtus-chronic-pain-2009 or mtus-chronic-pain-2016 [Opioids] p78-78",
            ],
        ),
        // A revision replaced this chapter; without a year either may be meant.
        (
            "Decision based on MTUS ACOEM Chapter 10 Page(s): 13.",
            &["mtus-elbow-2004 or mtus-elbow-2007 ch10 p13-13"],
        ),
        ("Decision based on MTUS ACOEM Guidelines.", &["acoem"]),
    ]);
}

#[test]
fn editions_by_ordinal() {
    check(&[
        (
            "Decision based on Non-MTUS Citation ACOEM, 2nd Edition, Chapter 8, page 181.",
            &["mtus-neck-upper-back-2004 ch8 p181-181"],
        ),
        // The chapters of another edition are not those of 2004.
        (
            "Decision based on Non-MTUS Citation ACOEM, 3rd Edition, Chapter 12.",
            &["acoem ch12"],
        ),
        (
            "Decision based on Non-MTUS Citation ACOEM Guidelines, Third Edition (2011), Low Back, page 607.",
            &["acoem 2011 [Low Back] p607-607"],
        ),
    ]);
}

#[test]
fn calling_it_acoem_is_not_calling_it_mtus() {
    let line =
        "Decision based on Non-MTUS Citation ACOEM Guidelines, Chapter 12 Low Back Complaints.";
    let citation = &READER.read(line).citations[0];
    assert_eq!(
        (citation.system, citation.names_mtus),
        (System::Acoem, None)
    );
    let line = "Decision based on Non-MTUS Citation California MTUS ACOEM Guidelines, Chapter 12.";
    let citation = &READER.read(line).citations[0];
    assert_eq!(citation.system, System::Mtus);
    assert_eq!(citation.names_mtus.unwrap().of(line), "California MTUS");
}

#[test]
fn mtus_listed_as_non_mtus() {
    check(&[
        (
            "Decision based on Non-MTUS Citation MTUS Chronic Pain Medical Treatment 2016, Section(s): Exercise.",
            &["mtus-chronic-pain-2016 2016 [Exercise] names-mtus"],
        ),
        (
            "Decision based on Non-MTUS Citation Low Back Complaints 2004, Section(s): Summary.",
            &["mtus-low-back-2004 2004 [Summary] names-mtus"],
        ),
        (
            "Decision based on Non-MTUS Citation Chronic Pain Medical Treatment Guidelines, Opioids.",
            &["mtus-chronic-pain-2009 or mtus-chronic-pain-2016 [Opioids] names-mtus"],
        ),
        (
            "Decision based on Non-MTUS Citation California MTUS ACOEM OMPG (Second Edition, 2004), Chapter 7, pg. 127",
            &["acoem-2004-consultations 2004 ch7 p127-127 names-mtus"],
        ),
    ]);
}

#[test]
fn statutes_and_regulations() {
    check(&[
        (
            "Decision based on Non-MTUS Citation Labor Code section 4604.5(c)(1).",
            &["labor-code-4604-5"],
        ),
        (
            "Decision based on Non-MTUS Citation Lab. Code \u{a7} 4610.5.",
            &["labor-code-4610-5"],
        ),
        (
            "Decision based on Non-MTUS Citation California Labor Code 4600.",
            &["labor-code-4600"],
        ),
        ("Decision based on MTUS 9792.20(e).", &["ccr-9792-20"]),
        // The section that adopts a guideline is the guideline.
        (
            "Decision based on Non-MTUS Citation 8 CCR 9792.24.1.",
            &["mtus-acupuncture-2007 names-mtus"],
        ),
        (
            "Decision based on MTUS Cal. Code Regs., tit. 8, \u{a7} 9792.24.2.",
            &["mtus-chronic-pain-2009 or mtus-chronic-pain-2016"],
        ),
    ]);
}

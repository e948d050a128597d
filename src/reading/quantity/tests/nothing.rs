//! Numbers that are no quantities.

use super::check;

#[test]
fn references() {
    check(&[
        ("pages 44-45", ""),
        ("page(s): 44, 47 and 51", ""),
        ("pg. 203", ""),
        ("p. 203", ""),
        ("Chapter 9, Table 9-6, page 214", ""),
        ("Chapters 9 and 12", ""),
        ("Section(s): 4.2.1", ""),
        ("8 CCR 9792.23.5", ""),
        ("8 C.C.R. \u{a7} 9792.23.5", ""),
        ("section 9792.21(d)", ""),
        ("Labor Code 4610.5", ""),
        ("ICD9 715: 9 visits", "count 9"),
        ("ICD-10 M54.5", ""),
        ("page 48, 6 visits", "count 6"),
        ("CM14-0098765", ""),
        ("(916) 555-2012", ""),
        ("$2012", ""),
    ]);
}

#[test]
fn parts_of_the_body_and_of_names() {
    check(&[
        ("3rd digit of the hand", ""),
        ("the fourth and fifth digits", ""),
        ("digit 3 twice a week", "frequency 2/week"),
        ("digit 2 times a week", "frequency 2/week"),
        ("PR-2 visit", ""),
        ("COVID-19 treatment", ""),
        ("Tylenol #3", ""),
        ("3D scan", ""),
    ]);
}

#[test]
fn measures_of_other_things() {
    check(&[
        ("a 4 x 6 mm tear", ""),
        ("4x4 gauze", ""),
        ("2 view x-ray", ""),
        ("x-ray 2 views", ""),
        ("lifting 15-pound loads", ""),
        ("flexion of 45 degrees", ""),
        ("blood pressure 130/85", ""),
        ("three phase bone scan", ""),
        ("take 1 tab", ""),
        ("Camphor (unknown quantity)", ""),
        ("2 treatment options", ""),
    ]);
}

#[test]
fn words_that_only_look_like_quantities() {
    check(&[
        ("activities of daily living", ""),
        ("one should see better treatment", ""),
        ("once symptoms resolve", ""),
        ("(1) Treatments may be extended.", ""),
        ("may 3 times a week", "frequency 3/week"),
        ("a week of treatment", ""),
    ]);
}

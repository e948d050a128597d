//! Strengths, amounts dispensed, refills, and how often a drug is taken.

use super::check;

#[test]
fn strengths() {
    check(&[
        ("Motrin 600mg", "strength 600 mg"),
        ("Motrin 600 mg.", "strength 600 mg"),
        ("a 600-mg tablet", "strength 600 mg"),
        ("37.5mg", "strength 37.5 mg"),
        (".5 mg", "strength 0.5 mg"),
        ("Xanax .5 mg", "strength 0.5 mg"),
        ("1,200 mg", "strength 1200 mg"),
        ("25-50 mg", "strength 25-50 mg"),
        ("25 to 50 mg", "strength 25-50 mg"),
        ("75 mcg", "strength 75 mcg"),
        ("75 \u{b5}g", "strength 75 mcg"),
        ("75 mcg/hr patch", "strength 75 mcg"),
        ("90.5 grams", "strength 90.5 g"),
        ("90gm", "strength 90 g"),
        ("180 cc", "strength 180 ml"),
        ("150 units", "strength 150 unit"),
        (
            "(5mg/1ml oral suspension) 250ml",
            "strength 5 mg/ml; strength 250 ml",
        ),
        ("20 mg/5 ml", "strength 20 mg/5 ml"),
        ("20 mg/ml", "strength 20 mg/ml"),
    ]);
}

#[test]
fn combined_drugs() {
    check(&[
        ("5/325", "strength 5/325"),
        ("7.5/325mg", "strength 7.5/325"),
        ("5-325mg", "strength 5/325"),
        ("5-325 #30", "strength 5/325; dispensed 30"),
        ("5mg/325mg", "strength 5/325"),
        ("8-2 mg", "strength 8/2"),
        ("5/10 mg", "strength 5/10"),
        ("50-0.2mg", "strength 50/0.2"),
        ("50/325/40", "strength 50/325/40"),
    ]);
}

#[test]
fn percentages_of_creams_are_strengths() {
    check(&[
        ("Menthol patch 4%", "strength 4 %"),
        ("4% topical gel", "strength 4 %"),
        ("Diclofenac 3%, 100 grams", "strength 3 %; strength 100 g"),
        (
            "Menthol 2%, Camphor 1%, Lidocaine 4% in cream base",
            "strength 2 %; strength 1 %; strength 4 %",
        ),
        (
            "Menthorub 5%-12.5%-0.05% 60gm #1",
            "strength 5 %; strength 12.5 %; strength 0.05 %; strength 60 g; dispensed 1",
        ),
        ("lidocaine 2.5%", "strength 2.5 %"),
    ]);
}

#[test]
fn dispensed() {
    check(&[
        ("Motrin #45", "dispensed 45"),
        ("Motrin # 45", "dispensed 45"),
        ("Motrin 600 mg qty 45", "strength 600 mg; dispensed 45"),
        ("Motrin 600 mg QTY: 6", "strength 600 mg; dispensed 6"),
        ("quantity of 45", "dispensed 45"),
        ("dispense #45", "dispensed 45"),
        ("forty-five count", "dispensed 45"),
        ("45 tablets", "dispensed 45"),
        ("#45 capsules", "dispensed 45"),
        ("Tylenol #3 #45", "dispensed 45"),
        ("Synvisc One #1", "dispensed 1"),
        ("Synvisc-One", ""),
        ("patches, thirty (30)", "dispensed 30"),
        ("#60 refills 2", "dispensed 60; refills 2"),
        ("#60 refills: 2", "dispensed 60; refills 2"),
        ("#2 refills", "refills 2"),
        ("patches, two", ""),
        ("Tylenol with codeine #4, #45", "dispensed 45"),
        ("MRI of the wrist, #1", "dispensed 1"),
    ]);
}

#[test]
fn refills() {
    check(&[
        ("#45 with 3 refills", "dispensed 45; refills 3"),
        ("#45 x 3 refills", "dispensed 45; refills 3"),
        ("#45, no refills", "dispensed 45; refills 0"),
        ("#45 without refills", "dispensed 45; refills 0"),
        ("qty 45 refill 1", "dispensed 45; refills 1"),
        ("refills: 3", "refills 3"),
        ("refill x 3", "refills 3"),
        ("Refill #3", "refills 3"),
        ("one refill", "refills 1"),
        ("zero refills", "refills 0"),
        ("two additional refills", "refills 2"),
    ]);
}

#[test]
fn intakes() {
    check(&[
        (
            "600mg TID #45",
            "strength 600 mg; frequency 3/day; dispensed 45",
        ),
        ("600mg 1 po b.i.d.", "strength 600 mg; frequency 2/day"),
        ("q.d.", "frequency 1/day"),
        ("qod", "frequency 1/2 day"),
        ("q8h prn", "frequency 3/day"),
        ("q 12 hours", "frequency 2/day"),
        ("q6-8h", "frequency 3-4/day"),
        ("every 6-8 hours", "frequency 3-4/day"),
        ("every 5 hours", "frequency 1/5 hour"),
        ("take 1 tab every 6 hours", "frequency 4/day"),
        ("2 tablets q4-6 hrs", "frequency 4-6/day"),
        ("3 tablets a day", "frequency 3/day"),
        ("one by mouth, four times daily", "frequency 4/day"),
        ("90 mg per day", "strength 90 mg; frequency 1/day"),
        ("90 mg/day", "strength 90 mg; frequency 1/day"),
        ("nightly", "frequency 1/day"),
        (
            "tid for 10 days",
            "frequency 3/day; total 30; duration 10 day",
        ),
        ("60-day supply", "duration 60 day"),
        ("may repeat 1/2 hour after", "duration 0.5 hour"),
    ]);
}

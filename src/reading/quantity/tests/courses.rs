//! Visits, frequencies, durations and what they come to.

use super::check;

#[test]
fn counts() {
    check(&[
        ("9 visits", "count 9"),
        ("QTY 9", "count 9"),
        ("qty: 9", "count 9"),
        ("Qty. 9", "count 9"),
        ("QTY: 9.00", "count 9"),
        ("quantity (9)", "count 9"),
        ("Ten sessions of aquatic therapy", "count 10"),
        ("twenty-four visits", "count 24"),
        ("twenty four visits", "count 24"),
        ("seventeen post-surgical OT sessions", "count 17"),
        ("4 additional massage therapy visits", "count 4"),
        ("8 occupational therapy (OT) visits", "count 8"),
        ("7 chiropractic and physiotherapy treatments", "count 7"),
        ("five (5) more appointments", "count 5"),
        ("for (5) visits", "count 5"),
        ("3 follow-ups", "count 3"),
        ("one follow-up visit(s)", "count 1"),
        ("an 8-visit trial", "count 8"),
        ("18 session of therapy", "count 18"),
        ("visits: 8", "count 8"),
        ("sessions (8)", "count 8"),
        ("Consultation with a hand surgeon x 2", "count 2"),
        ("Laboratory panel times 2", "count 2"),
        ("x8 sessions", "count 8"),
        ("acupuncture #5 sessions", "count 5"),
        ("Therapy visits for the wrist, #5", "count 5"),
        ("a total of 15", "count 15"),
        ("97140 x 4", "count 4"),
        ("nine (9) acupuncture", "count 9"),
        ("9  visits", "count 9"),
        ("visits(9)", "count 9"),
        ("aquatic therapy(9 visits)", "count 9"),
        ("aquatic therapy/9 visits", "count 9"),
    ]);
}

#[test]
fn ranges_of_counts() {
    check(&[
        ("4-5 visits", "count 4-5"),
        ("4 - 5 treatments", "count 4-5"),
        ("4\u{2013}5 sessions", "count 4-5"),
        ("4 to 5 visits", "count 4-5"),
        ("four to five visits", "count 4-5"),
        ("four or five visits", "count 4-5"),
        ("between 4 and 5 visits", "count 4-5"),
        ("4-to-5 visits", "count 4-5"),
        ("11-12 visits over 9 weeks", "count 11-12; duration 9 week"),
        ("20 visits over 7-9 weeks", "count 20; duration 7-9 week"),
    ]);
}

#[test]
fn frequencies() {
    check(&[
        ("3 times a week", "frequency 3/week"),
        ("3 times per week", "frequency 3/week"),
        ("3 times weekly", "frequency 3/week"),
        ("3x a week", "frequency 3/week"),
        ("3x/wk", "frequency 3/week"),
        ("3xWk", "frequency 3/week"),
        ("3 X's a week", "frequency 3/week"),
        ("3-times-a-week", "frequency 3/week"),
        ("3 per week", "frequency 3/week"),
        ("3/week", "frequency 3/week"),
        ("three (3) times each week", "frequency 3/week"),
        ("1 time a month", "frequency 1/month"),
        ("2 to 4 times a month", "frequency 2-4/month"),
        ("twice yearly", "frequency 2/year"),
        ("once or twice a week", "frequency 1-2/week"),
        ("thrice weekly", "frequency 3/week"),
        ("5 days a week", "frequency 5/week"),
        ("up to 4 visits per month", "frequency 4/month"),
        ("2 sessions/week", "frequency 2/week"),
        ("3 visits weekly", "frequency 3/week"),
        ("18 hours a week", "frequency 18h/week"),
        ("4-6 hours/day", "frequency 4-6h/day"),
        ("25 minutes per day", "frequency 25min/day"),
        ("every other week", "frequency 1/2 week"),
        ("one visit every 3 months", "frequency 1/3 month"),
        ("once every five years", "frequency 1/5 year"),
        ("quarterly", "frequency 4/year"),
    ]);
}

#[test]
fn durations() {
    check(&[
        ("for 5 weeks", "duration 5 week"),
        ("five-week", "duration 5 week"),
        ("5wks", "duration 5 week"),
        ("5-7 weeks", "duration 5-7 week"),
        ("five or six weeks", "duration 5-6 week"),
        ("5 to 7-day", "duration 5-7 day"),
        ("2 more months", "duration 2 month"),
        ("6 or more weeks", "duration 6 week"),
        ("3+ years", "duration 3 year"),
        ("45-day rental", "duration 45 day"),
        ("(20 mins)", "duration 20 minute"),
        ("1/2 hour", "duration 0.5 hour"),
        ("2 1/2 hours", "duration 2.5 hour"),
        ("1\u{bd} years", "duration 1.5 year"),
        ("two and a half years", "duration 2.5 year"),
        ("one hundred and twenty days", "duration 120 day"),
        ("eleven (11) months", "duration 11 month"),
        ("in one week's time", "duration 1 week"),
    ]);
}

#[test]
fn frequency_and_duration_make_a_total() {
    check(&[
        ("3x5", "frequency 3/week; total 15; duration 5 week"),
        ("3 x 5", "frequency 3/week; total 15; duration 5 week"),
        (
            "3\u{d7}5 for the neck",
            "frequency 3/week; total 15; duration 5 week",
        ),
        ("lumbar 3x5", "frequency 3/week; total 15; duration 5 week"),
        (
            "Massage 3 times 5",
            "frequency 3/week; total 15; duration 5 week",
        ),
        ("1-2 x 4", "frequency 1-2/week; total 4-8; duration 4 week"),
        ("3 x 5 wks", "frequency 3/week; total 15; duration 5 week"),
        ("3xWk x 5Wks", "frequency 3/week; total 15; duration 5 week"),
        ("3xwkx5wks", "frequency 3/week; total 15; duration 5 week"),
        ("3x/week x 5", "frequency 3/week; total 15; duration 5 week"),
        ("weekly x 5", "frequency 1/week; total 5; duration 5 week"),
        (
            "3 times a week for 5 weeks",
            "frequency 3/week; total 15; duration 5 week",
        ),
        (
            "thrice a week over the next five weeks",
            "frequency 3/week; total 15; duration 5 week",
        ),
        (
            "3/wk for a period of 5 wks.",
            "frequency 3/week; total 15; duration 5 week",
        ),
        (
            "3 visits a week to the left knee for 5 weeks",
            "frequency 3/week; total 15; duration 5 week",
        ),
        (
            "Frequency: 3x/week; Duration: 5 weeks",
            "frequency 3/week; total 15; duration 5 week",
        ),
        (
            "for 5 weeks, 3 times a week",
            "duration 5 week; total 15; frequency 3/week",
        ),
        (
            "5 weeks of therapy at 3 times a week",
            "duration 5 week; total 15; frequency 3/week",
        ),
        (
            "2-3 times a week for 4-5 weeks",
            "frequency 2-3/week; total 8-15; duration 4-5 week",
        ),
        (
            "twice a day for 2 weeks",
            "frequency 2/day; total 28; duration 2 week",
        ),
        (
            "once a month for 1 year",
            "frequency 1/month; total 12; duration 1 year",
        ),
        (
            "every 2 weeks for 8 weeks",
            "frequency 1/2 week; total 4; duration 8 week",
        ),
    ]);
}

#[test]
fn stated_totals_stand_beside_derived_ones() {
    check(&[
        (
            "3x5 (15 visits)",
            "frequency 3/week; total 15; duration 5 week; count 15",
        ),
        (
            "3x5 (14)",
            "frequency 3/week; total 15; duration 5 week; count 14",
        ),
        (
            "3 x 5 = 15",
            "frequency 3/week; total 15; duration 5 week; count 15",
        ),
        (
            "10 visits, twice weekly for 5 weeks",
            "count 10; frequency 2/week; total 10; duration 5 week",
        ),
        (
            "15 sessions (25 min), 3x5",
            "count 15; duration 25 minute; frequency 3/week; total 15; duration 5 week",
        ),
    ]);
}

#[test]
fn what_does_not_multiply_has_no_total() {
    check(&[
        (
            "3 times a week for 2 months",
            "frequency 3/week; duration 2 month",
        ),
        (
            "20 hours a week for 3 weeks",
            "frequency 20h/week; duration 3 week",
        ),
        ("10 visits over 5 weeks", "count 10; duration 5 week"),
        (
            "walks 3 times a week and has had pain for 5 weeks",
            "frequency 3/week; duration 5 week",
        ),
        ("4 weeks. 12 visits", "duration 4 week; count 12"),
        (
            "had pain for 4 weeks. Twice a week he swims",
            "duration 4 week; frequency 2/week",
        ),
        (
            "for 4 weeks the patient came twice a week",
            "duration 4 week; frequency 2/week",
        ),
    ]);
}

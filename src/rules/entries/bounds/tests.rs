#![allow(clippy::unwrap_used)]

use super::*;
use crate::rules::entries::trial::{complaints, decoded};

fn between(min: u32, max: u32) -> Bounds {
    Bounds { min, max }
}

#[test]
fn amounts_are_one_number_or_a_range_with_a_unit() {
    for (text, bounds, unit) in [
        ("6 visits", between(6, 6), "visits"),
        ("1 visit", between(1, 1), "visit"),
        ("3..6  visits", between(3, 6), "visits"),
        ("'3..3 studies'", between(3, 3), "studies"),
    ] {
        let (value, problems) = decoded(text, amount);
        assert!(problems.is_empty(), "{problems:?}");
        let (found, word) = value.unwrap();
        assert_eq!(found, bounds);
        assert_eq!(word.value, unit);
        let span = word.place.span;
        assert_eq!(&text[span.start..span.end], unit);
    }
}

#[test]
fn frequencies_and_durations_have_a_unit_of_time() {
    for (text, bounds, unit) in [
        ("1..3 per week", between(1, 3), TimeUnit::Week),
        ("2 per day", between(2, 2), TimeUnit::Day),
    ] {
        assert_eq!(decoded(text, frequency).0, Some(Timed { bounds, unit }));
    }
    for (text, bounds, unit) in [
        ("6..8 weeks", between(6, 8), TimeUnit::Week),
        ("1 month", between(1, 1), TimeUnit::Month),
        ("2 years", between(2, 2), TimeUnit::Year),
    ] {
        assert_eq!(decoded(text, duration).0, Some(Timed { bounds, unit }));
    }
}

#[test]
fn wrong_amounts_are_told_with_their_place() {
    for (text, complaint) in [
        (
            "3.. visits",
            "1:1: the range `3..` lacks its highest number (write both ends, `3..6`, or one number alone)",
        ),
        (
            "..6 visits",
            "1:1: the range `..6` lacks its lowest number (write both ends, `3..6`, or one number alone)",
        ),
        (
            ".. visits",
            "1:1: the range `..` lacks its lowest and highest number (write both ends, `3..6`, or one number alone)",
        ),
        (
            "6..3 visits",
            "1:1: the range `6..3` runs backwards (did you mean `3..6`?)",
        ),
        ("'3..y visits'", "1:5: `y` is not a whole number"),
        ("3...6 visits", "1:4: `.6` is not a whole number"),
        (
            "3-6 visits",
            "1:1: `3-6` is not a whole number (did you mean `3..6`?)",
        ),
        ("six visits", "1:1: `six` is not a whole number"),
        ("-6 visits", "1:1: `-6` is not a whole number"),
        ("0 visits", "1:1: 0 is no limit"),
        ("0..6 visits", "1:1: 0 is no limit"),
        (
            "99999999999999999999 visits",
            "1:1: 99999999999999999999 is too large for a limit",
        ),
        (
            "6",
            "1:1: a number alone does not say what is counted (write `6 visits` or `3..6 visits`)",
        ),
        (
            "3..6",
            "1:1: `3..6` does not say what is counted (write `6 visits` or `3..6 visits`)",
        ),
        (
            "6 visits a week",
            "1:1: `6 visits a week` is no amount (write `6 visits` or `3..6 visits`)",
        ),
        ("[6]", "1:1: expected text, found a list"),
    ] {
        assert_eq!(
            complaints(text, amount),
            [format!("t.yaml:{complaint}")],
            "{text}"
        );
    }
}

#[test]
fn both_ends_of_a_range_are_told() {
    assert_eq!(
        complaints("x..y visits", amount),
        [
            "t.yaml:1:1: `x` is not a whole number",
            "t.yaml:1:4: `y` is not a whole number",
        ]
    );
}

#[test]
fn unknown_units_of_time_have_a_suggestion() {
    assert_eq!(
        complaints("1..3 per weak", frequency),
        ["t.yaml:1:10: unknown unit of time `weak` (did you mean `week`?)"]
    );
    assert_eq!(
        complaints("6..4 mounths", duration),
        [
            "t.yaml:1:1: the range `6..4` runs backwards (did you mean `4..6`?)",
            "t.yaml:1:6: unknown unit of time `mounths` (did you mean `months`?)",
        ]
    );
    assert_eq!(
        complaints("3 times weekly", frequency),
        ["t.yaml:1:1: `3 times weekly` is no amount (write `2 per week` or `1..3 per week`)"]
    );
    assert_eq!(
        complaints("8 fortnights", duration),
        ["t.yaml:1:3: unknown unit of time `fortnights` \
             (known: day, days, week, weeks, month, months, year, years)"]
    );
}

//! Phrases and what they are read as, with the words of the shipped rule pack.

mod courses;
mod drugs;
mod nothing;
mod patient;
mod places;

use super::{QuantityReader, Value};
use crate::rules::{embedded, load};

fn reader() -> QuantityReader {
    QuantityReader::new(&load(embedded()).pack.language.quantities)
}

/// Reads every row's phrase and compares it with the row's quantities, `role value; role value`.
fn check(rows: &[(&str, &str)]) {
    let reader = reader();
    let mut wrong = Vec::new();
    for (text, want) in rows {
        let found = reader.read(text);
        let found: Vec<_> = found
            .iter()
            .map(|quantity| format!("{} {}", quantity.role(), quantity.value))
            .collect();
        let found = found.join("; ");
        if found != *want {
            wrong.push(format!("{text:?}\n   want {want}\n  found {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn spans_cover_the_words_that_say_it() {
    let text = "Therapy (PT) 2 times a week for six (6) weeks, QTY: 12";
    let found = reader().read(text);
    let words: Vec<_> = found
        .iter()
        .map(|quantity| quantity.span.of(text))
        .collect();
    assert_eq!(
        words,
        [
            "2 times a week",
            "2 times a week for six (6) weeks",
            "six (6) weeks",
            "QTY: 12",
        ]
    );
}

#[test]
fn spans_cover_endings_and_units() {
    let reader = reader();
    for (text, words) in [
        ("twelve visit(s)", "twelve visit(s)"),
        ("in one week's time", "one week's"),
        ("syrup 20 mg/ml twice", "20 mg/ml"),
    ] {
        let found = reader.read(text);
        let found = found.first().map(|quantity| quantity.span.of(text));
        assert_eq!(found, Some(words), "{text}");
    }
}

#[test]
fn a_course_in_short_keeps_its_two_numbers_apart() {
    let found = reader().read("PT 2x6");
    let spans: Vec<_> = found
        .iter()
        .map(|q| (q.role().name(), q.span.start, q.span.end))
        .collect();
    assert_eq!(
        spans,
        [("frequency", 3, 5), ("total", 3, 6), ("duration", 5, 6)]
    );
}

#[test]
fn a_number_that_is_written_twice_keeps_both() {
    let reader = reader();
    let rows = [
        ("six (6) visits", "six", "6", true),
        ("six (8) visits", "six", "8", false),
        ("12 (twelve) sessions", "twelve", "12", true),
        ("Twenty-four (24)", "Twenty-four", "24", true),
        (
            "two to three (2-3) times a week",
            "two to three",
            "2-3",
            true,
        ),
        ("two (3) times a week", "two", "3", false),
        ("four (4) weeks", "four", "4", true),
        ("with one (2) refills", "one", "2", false),
    ];
    for (text, words, digits, agrees) in rows {
        let found = reader.read(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        let restated = found[0].restated;
        let parts = restated.map(|r| (r.words.of(text), r.digits.of(text), r.agrees()));
        assert_eq!(parts, Some((words, digits, agrees)), "{text}");
        let value = found[0].value.to_string();
        assert!(
            value.starts_with(digits),
            "the digits count in {text}: {value}"
        );
    }
}

#[test]
fn counts_know_what_they_count() {
    let reader = reader();
    let rows = [
        ("8 therapy sessions", Some("visit")),
        ("two appointments", Some("visit")),
        ("one steroid injection", Some("injection")),
        ("QTY 8", None),
        ("Office visits with a podiatrist x 3", Some("visit")),
        ("Hand therapy sessions, #9", Some("visit")),
    ];
    for (text, unit) in rows {
        let found = reader.read(text);
        let units: Vec<_> = found
            .iter()
            .filter_map(|quantity| match quantity.value {
                Value::Count(count) => Some(count.unit.map(|unit| unit.name())),
                _ => None,
            })
            .collect();
        assert_eq!(units, [unit], "{text}");
    }
}

mod any_text {
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::*;

    static READER: LazyLock<QuantityReader> = LazyLock::new(reader);

    /// Pieces that quantities are made of, in any order.
    fn pieces() -> impl Strategy<Value = String> {
        let pieces = [
            "2",
            "12",
            "6",
            "10",
            "325",
            "2016",
            "1/2",
            "0.5",
            "1,200",
            "9792.24.2",
            "two",
            "twenty",
            "hundred",
            "x",
            "times",
            "\u{d7}",
            "a",
            "per",
            "every",
            "q",
            "week",
            "weeks",
            "wk",
            "hrs",
            "month",
            "for",
            "over",
            "visits",
            "session",
            "injection",
            "mg",
            "ml",
            "%",
            "#",
            "QTY",
            "refills",
            "no",
            "tablets",
            "L",
            "C5",
            "T1-2",
            "lumbar",
            "to",
            "-",
            "\u{2013}",
            "/",
            "(",
            ")",
            ".",
            ",",
            ":",
            ";",
            "May",
            "Feb.",
            "16th",
            "of",
            "page",
            "section",
            "\u{a7}",
            "old",
            "year",
            "out",
            "scale",
            "point",
            "twice",
            "daily",
            "bid",
            "q.d.",
            "and",
            "half",
            "or",
            "more",
            "strength",
            "relief",
            "cream",
            "\u{bd}",
            "\u{b5}g",
            "\u{2019}s",
            "(s)",
            "\n\n",
            "total",
            "=",
            "+",
            "$",
            "between",
            "VAS",
        ];
        let joints = proptest::sample::select(vec!["", " ", " ", "\n"]);
        let piece = (proptest::sample::select(pieces.to_vec()), joints);
        let pieces = proptest::collection::vec(piece, 0..24);
        pieces.prop_map(|pieces| {
            pieces
                .into_iter()
                .flat_map(|(piece, joint)| [piece, joint])
                .collect()
        })
    }

    fn holds(text: &str) -> Result<(), TestCaseError> {
        let found = READER.read(text);
        for quantity in &found {
            prop_assert!(!quantity.span.is_empty(), "{quantity:?}");
            prop_assert!(
                text.get(quantity.span.start..quantity.span.end).is_some(),
                "{quantity:?}"
            );
            prop_assert!(!quantity.value.to_string().is_empty());
            if let Some(restated) = quantity.restated {
                prop_assert!(!restated.words.of(text).is_empty());
                prop_assert!(!restated.digits.of(text).is_empty());
            }
        }
        prop_assert!(found.is_sorted_by_key(|quantity| quantity.span.start));
        Ok(())
    }

    proptest! {
        #[test]
        fn is_read_without_panic_and_with_spans_inside(text in any::<String>()) {
            holds(&text)?;
        }

        #[test]
        fn made_of_the_right_words_is_read_without_panic(text in pieces()) {
            holds(&text)?;
        }
    }
}

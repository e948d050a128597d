#![allow(clippy::unwrap_used)]

use super::*;
use crate::reading::rationale::trial::of_rationale;
use crate::reading::request::shipped::shipped;

/// How a sentence compares a request for physical therapy: `above`, `within`, with the numbers it names.
fn compared_in(zone: Zone, sentence: &str) -> Vec<String> {
    of_rationale("Physical therapy 12 visits", &[(zone, sentence)], |scene| {
        let found = ComparisonReader::new(&shipped().pack)
            .read(scene)
            .into_iter();
        found
            .map(|found| {
                let standing = match found.standing {
                    Standing::Above => "above",
                    Standing::Within => "within",
                    Standing::Excessive => "excessive",
                };
                let number = |name: &str, count: Option<CountRange>| {
                    count.map_or_else(String::new, |count| format!(" {name}{count}"))
                };
                format!(
                    "{standing}{}{}",
                    number("", found.amount),
                    number("of ", found.limit)
                )
            })
            .collect()
    })
}

fn compared(sentence: &str) -> Vec<String> {
    compared_in(Zone::Application, sentence)
}

#[test]
fn requests_above_the_limit() {
    for (sentence, want) in [
        (
            "However, the requested 12 visits exceed guideline recommendations.",
            "above 12",
        ),
        (
            "The request exceeds the recommended number of visits.",
            "above",
        ),
        (
            "The requested amount of therapy is in excess of the MTUS guideline.",
            "above",
        ),
        (
            "The number of sessions requested is more than the 10 visits recommended by ODG.",
            "above of 10",
        ),
        (
            "The 6 additional sessions would exceed the guideline limit.",
            "above 6",
        ),
        (
            "The request for 12 visits, 2 times a week for 6 weeks, exceeds the guideline.",
            "above 12",
        ),
        (
            "The requested visits go beyond what is recommended.",
            "above",
        ),
        ("The number of visits requested is excessive.", "excessive"),
    ] {
        assert_eq!(compared(sentence), [want], "{sentence}");
    }
}

#[test]
fn requests_within_the_limit() {
    for (sentence, want) in [
        (
            "The request for 6 visits is within the guideline recommendations.",
            "within 6",
        ),
        (
            "The requested number of sessions falls within MTUS limits.",
            "within",
        ),
        (
            "The request is consistent with the recommended number of visits.",
            "within",
        ),
        (
            "The request for 6 visits is no more than the guideline allows.",
            "within 6",
        ),
    ] {
        assert_eq!(compared(sentence), [want], "{sentence}");
    }
}

#[test]
fn a_denial_turns_the_comparison_round() {
    for (sentence, want) in [
        (
            "The request does not exceed the guideline recommendations.",
            "within",
        ),
        (
            "The requested amount is not in excess of the guideline.",
            "within",
        ),
        (
            "The requested 12 visits are not within the guideline limits.",
            "above 12",
        ),
    ] {
        assert_eq!(compared(sentence), [want], "{sentence}");
    }
}

#[test]
fn what_is_no_comparison_of_the_number_of_visits() {
    for sentence in [
        "The requested duration exceeds the guideline recommendation.",
        "The request exceeds the guideline's recommended frequency.",
        "The dose requested exceeds the guideline recommendation.",
        "The worker has already exceeded the recommended number of visits.",
        "Previous sessions exceeded the guideline recommendation.",
        "The symptoms go beyond what is recommended for visits.",
        "There are no exceptional factors to warrant exceeding the guideline recommendation for sessions.",
        "There is no reason to exceed the recommended number of requested visits.",
        "If the request exceeds the guideline, exceptional factors should be noted.",
        "The request is not addressed within the MTUS.",
        "The request is consistent with the guidelines.",
        "The pain after the visits exceeds 6/10.",
    ] {
        assert_eq!(compared(sentence), Vec::<String>::new(), "{sentence}");
    }
}

#[test]
fn the_guideline_compares_no_request() {
    let sentence = "When the number of visits requested exceeds the guideline, exceptional factors should be noted.";
    assert_eq!(compared_in(Zone::Guideline, sentence), Vec::<String>::new());
}

#![allow(clippy::unwrap_used)]

use super::*;
use crate::reading::rationale::trial::of_rationale;
use crate::reading::request::shipped::shipped;

/// The limits that a sentence recites, one line each: visits, how often, for how long; course; diagnosis.
fn recited(sentence: &str) -> Vec<String> {
    of_rationale(
        "Physical therapy",
        &[(Zone::Guideline, sentence)],
        |scene| {
            let pack = &shipped().pack;
            let limits = RecitedLimitReader::new(pack).read(scene).into_iter();
            limits
                .map(|limit| {
                    let course = match limit.course {
                        Course::Trial => Some("trial".to_owned()),
                        Course::Whole => Some("whole".to_owned()),
                        Course::Unsaid => None,
                    };
                    let parts = [
                        limit.visits.map(|visits| visits.to_string()),
                        limit.frequency.map(|frequency| frequency.to_string()),
                        limit.duration.map(|duration| duration.to_string()),
                        course,
                        limit
                            .diagnosis
                            .map(|limit| pack.limits[limit].diagnoses[0].clone()),
                    ];
                    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
                })
                .collect()
        },
    )
}

#[test]
fn numbers_that_belong_together_are_one_limit() {
    for (sentence, limits) in [
        (
            "The guideline recommends 9-10 visits over 8 weeks.",
            &["9-10, 8 week"][..],
        ),
        (
            "It allows up to 18 visits over 6-8 weeks.",
            &["18, 6-8 week"],
        ),
        (
            "A trial of 6 visits over 2 weeks is recommended.",
            &["6, 2 week, trial"],
        ),
        (
            "To produce functional improvement it takes 3 - 6 treatments, a frequency of 1 - 3 times per week, and a duration of 1 - 2 months.",
            &["3-6, 1-3/week, 1-2 month, trial"],
        ),
        (
            "1 to 3 times per week for 3 to 6 treatments.",
            &["3-6, 1-3/week"],
        ),
    ] {
        assert_eq!(recited(sentence), limits, "{sentence}");
    }
}

#[test]
fn several_limits_of_one_sentence_are_kept_apart() {
    assert_eq!(
        recited(
            "Myalgia: 9-10 visits over 8 weeks; neuralgia: 8-10 visits over 4 weeks; CRPS: 24 visits over 16 weeks."
        ),
        [
            "9-10, 8 week, myalgia",
            "8-10, 4 week, neuralgia",
            "24, 16 week, CRPS"
        ]
    );
    assert_eq!(
        recited(
            "It gives 9-10 visits over 8 weeks for myalgia and 8-10 visits over 4 weeks for neuralgia."
        ),
        ["9-10, 8 week, myalgia", "8-10, 4 week, neuralgia"]
    );
    assert_eq!(
        recited(
            "An initial trial of 6 visits over 2 weeks is advised and, with objective improvement, a total of up to 18 visits over 6-8 weeks."
        ),
        ["6, 2 week, trial", "18, 6-8 week, whole"]
    );
    assert_eq!(
        recited("Up to 18 sessions are supported after a trial of 6 sessions."),
        ["18", "6, trial"]
    );
}

#[test]
fn how_often_is_no_size() {
    assert_eq!(
        recited(
            "Allow for fading of treatment frequency from up to 3 visits per week to 1 or less."
        ),
        ["3/week"]
    );
    assert_eq!(
        recited("Use beyond 3 weeks is not advised."),
        Vec::<String>::new()
    );
}

#[test]
fn only_the_guideline_recites() {
    let none = of_rationale(
        "Physical therapy",
        &[(Zone::Case, "He had a trial of 4 visits over 2 weeks.")],
        |scene| RecitedLimitReader::new(&shipped().pack).read(scene).len(),
    );
    assert_eq!(none, 0);
}

#[test]
fn a_sentence_about_the_guidelines_recites_behind_the_name() {
    let numbers = |sentences: &[(Zone, &str)]| {
        of_rationale("Physical therapy", sentences, |scene| {
            let limits = RecitedLimitReader::new(&shipped().pack).read(scene);
            let visits = limits.iter().filter_map(|limit| limit.visits);
            visits.map(|visits| visits.to_string()).collect::<Vec<_>>()
        })
    };
    for (sentence, visits) in [
        (
            "The MTUS is silent, but ODG recommends 6 visits.",
            &["6"][..],
        ),
        ("The number of 6 visits was held against ODG.", &[]),
        ("No guideline was found for 6 visits.", &[]),
    ] {
        let meta = (Zone::Meta, sentence);
        let before = (Zone::Guideline, "ODG recommends therapy.");
        assert_eq!(numbers(&[meta]), visits, "{sentence}");
        assert_eq!(numbers(&[before, meta]), visits, "{sentence}");
    }
}

#![allow(clippy::unwrap_used)]

use super::*;
use crate::reading::rationale::trial::of_rationale;
use crate::reading::request::shipped::shipped;

/// What a sentence says of earlier treatment, for a request that `heading` makes: polarity, course, visits.
fn prior_of(heading: &str, sentence: &str) -> Vec<String> {
    of_rationale(heading, &[(Zone::Case, sentence)], |scene| {
        let found = PriorTreatmentReader::new(&shipped().pack)
            .read(scene)
            .into_iter();
        found
            .map(|prior| {
                let course = match prior.course {
                    PriorCourse::Had => "",
                    PriorCourse::Authorized => " authorized",
                };
                let visits = prior
                    .visits
                    .map_or_else(String::new, |visits| format!(" {visits}"));
                format!("{}{course}{visits}", prior.polarity.name())
            })
            .collect()
    })
}

fn prior(sentence: &str) -> Vec<String> {
    prior_of("Physical therapy 12 visits, lumbar spine", sentence)
}

#[test]
fn what_was_had_with_its_number() {
    for (sentence, want) in [
        (
            "The worker has completed 12 sessions of physical therapy.",
            "affirmed 12",
        ),
        ("She has undergone 70 sessions.", "affirmed 70"),
        ("The records show 8 prior therapy sessions.", "affirmed 8"),
        (
            "Six (6) visits of PT have been completed to date.",
            "affirmed 6",
        ),
        (
            "The patient received ten physical therapy treatments in the past.",
            "affirmed 10",
        ),
        (
            "She had 4 visits of physical therapy for the low back.",
            "affirmed 4",
        ),
    ] {
        assert_eq!(prior(sentence), [want], "{sentence}");
    }
}

#[test]
fn what_was_had_without_a_number() {
    for sentence in [
        "The patient already underwent a course of physical therapy.",
        "There is no documented response to prior physical therapy.",
        "Functional improvement with previous treatment was not documented.",
        "Treatment to date has included medication, a brace and physical therapy.",
        "The patient has completed a full course of therapy already.",
        "He was previously treated with physical therapy.",
        "He attended 6 of the authorized visits.",
        "She completed 12 sessions of therapy for her wrist.",
    ] {
        assert_eq!(prior(sentence), ["affirmed"], "{sentence}");
    }
}

#[test]
fn authorized_is_not_yet_had() {
    for (sentence, want) in [
        (
            "The patient was previously authorized 6 sessions of physical therapy.",
            "affirmed authorized 6",
        ),
        ("Six sessions were approved.", "affirmed authorized 6"),
        (
            "6 visits were authorized and have been completed.",
            "affirmed 6",
        ),
    ] {
        assert_eq!(prior(sentence), [want], "{sentence}");
    }
}

#[test]
fn what_was_not_had_and_what_nobody_knows() {
    for (sentence, want) in [
        (
            "The patient has not received physical therapy in the past.",
            "absent",
        ),
        ("There has been no prior physical therapy.", "absent"),
        (
            "The number of previous sessions is not documented.",
            "not-documented",
        ),
        (
            "It is unclear how many sessions of physical therapy were completed.",
            "not-documented",
        ),
    ] {
        assert_eq!(prior(sentence), [want], "{sentence}");
    }
}

#[test]
fn what_is_asked_for_is_not_prior() {
    for sentence in [
        "The provider is requesting 12 sessions of physical therapy.",
        "The provider had requested 12 visits of physical therapy.",
        "The treatment plan includes 12 visits of physical therapy.",
        "Therefore, the requested physical therapy is not medically necessary.",
        "Imaging was done prior to the 6 visits requested.",
    ] {
        assert_eq!(prior(sentence), Vec::<String>::new(), "{sentence}");
    }
}

#[test]
fn to_ask_for_more_takes_earlier_treatment_for_granted() {
    assert_eq!(
        prior("The request is for 12 additional sessions."),
        ["affirmed"]
    );
}

#[test]
fn another_treatment_is_not_this_one() {
    for sentence in [
        "The patient has completed 6 sessions of acupuncture.",
        "He has had 12 chiropractic visits.",
        "Prior medication was tried.",
    ] {
        assert_eq!(prior(sentence), Vec::<String>::new(), "{sentence}");
    }
    assert_eq!(
        prior("She completed 6 visits of acupuncture and 12 visits of physical therapy."),
        ["affirmed 12"]
    );
}

#[test]
fn only_what_is_counted_in_visits_has_visits_before_it() {
    assert_eq!(
        prior_of(
            "MRI of the lumbar spine",
            "The patient has completed 12 sessions."
        ),
        Vec::<String>::new()
    );
}

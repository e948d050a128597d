//! What a summary says was requested, beside a heading.

use super::read;

/// The words that differ: those of the summary and those of the heading. `None`: nothing differs.
fn difference(summary: &str, heading: &str) -> Option<(String, String)> {
    read([summary, heading, "The records were read."], |reading| {
        let difference = reading.summary.requests.first()?.difference.as_ref()?;
        let words = |span: crate::span::ByteSpan| span.of(reading.text).to_owned();
        Some((words(difference.summary), words(difference.heading)))
    })
}

#[track_caller]
fn differs(summary: &str, heading: &str, want: [&str; 2]) {
    let found = difference(summary, heading);
    let found = found
        .as_ref()
        .map(|(one, other)| [one.as_str(), other.as_str()]);
    assert_eq!(found, Some(want), "{summary}");
}

#[track_caller]
fn agrees(summary: &str, heading: &str) {
    assert_eq!(difference(summary, heading), None, "{summary}");
}

#[test]
fn numbers_of_visits() {
    let heading = "Acupuncture for the neck, 6 visits";
    differs(
        "The request was for eight sessions of acupuncture.",
        heading,
        ["eight sessions", "6 visits"],
    );
    differs(
        "UR denied acupuncture 2 times a week for 4 weeks.",
        heading,
        ["2 times a week for 4 weeks", "6 visits"],
    );
    agrees("The request was for six sessions of acupuncture.", heading);
    agrees("The request was for acupuncture 2 x 3.", heading);
    agrees("The request was for 3-6 visits of acupuncture.", heading);
    agrees(
        "The request was for eight sessions of physical therapy.",
        heading,
    );
    agrees(
        "The request was for eight sessions of acupuncture for the knee.",
        heading,
    );
    agrees(
        "The request was for eight sessions of acupuncture and of physical therapy.",
        heading,
    );
    agrees(
        "The patient has had eight sessions of acupuncture.",
        heading,
    );
    agrees(
        "The request for eight sessions of acupuncture was modified.",
        heading,
    );
    agrees("UR denied acupuncture.", heading);
}

#[test]
fn what_agrees_anywhere_agrees() {
    agrees(
        "The request was for eight sessions of acupuncture. Six sessions of acupuncture were certified.",
        "Acupuncture, 6 visits",
    );
}

#[test]
fn weeks_and_visits() {
    differs(
        "A request for acupuncture for six (6) weeks was received.",
        "Acupuncture, six (6) visits",
        ["six (6) weeks", "six (6) visits"],
    );
    differs(
        "A request for acupuncture, 6 visits, was received.",
        "Acupuncture for 6 weeks",
        ["6 visits", "6 weeks"],
    );
    agrees(
        "A request for acupuncture once a week for 6 weeks was received.",
        "Acupuncture, 6 visits",
    );
    agrees(
        "A request for acupuncture for 4 weeks was received.",
        "Acupuncture, 6 visits",
    );
}

#[test]
fn drugs() {
    let heading = "Naproxen 550mg #60";
    differs(
        "UR denied naproxen 500 mg #60.",
        heading,
        ["500 mg", "550mg"],
    );
    differs("UR denied naproxen 550 mg #90.", heading, ["#90", "#60"]);
    agrees("UR denied naproxen 550 mg.", heading);
    agrees("UR denied Anaprox 500 mg.", heading);
    agrees("The patient takes naproxen 500 mg.", heading);
    agrees(
        "UR denied naproxen 500 mg. He was given naproxen 550 mg.",
        heading,
    );
    agrees("UR denied naproxen 500 mg and omeprazole 20 mg.", heading);
}

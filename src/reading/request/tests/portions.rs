//! Split requests, marks, single numbers, and requests that are the same.

use proptest::prelude::*;

use crate::reading::request::shipped::shipped;
use crate::reading::request::{Basis, Portion, Request, repeats};
use crate::span::ByteSpan;

fn split(heading: &str) -> [String; 3] {
    let request = shipped().read(heading);
    let portions = [
        request.original.as_ref(),
        request.authorized.as_ref(),
        Some(&request.disputed),
    ];
    portions.map(|portion| {
        portion
            .map(|portion| portion.span.of(heading).to_owned())
            .unwrap_or_default()
    })
}

#[test]
fn split_requests_dispute_the_rest() {
    let cases = [
        (
            "Acupuncture x 10 was the original request. Acupuncture x 4 was authorized by the Claims Administrator. \
             The remaining IMR eligible portion of the original request, Acupuncture x 6 is",
            ["Acupuncture x 10", "Acupuncture x 4", "Acupuncture x 6"],
        ),
        (
            "Soma 350mg #60 was the original request. Soma 350mg #20 was authorized by the Claims Administrator. The \
             remaining IMR eligible portion of the original request, Soma 350mg #40",
            ["Soma 350mg #60", "Soma 350mg #20", "Soma 350mg #40"],
        ),
        (
            "Massage (unknown) was the original request. The Claims Administrator authorized Massage, 3 visits, leaving \
             the original request IMR eligible. The original request, Massage (unknown) is",
            [
                "Massage (unknown)",
                "Massage, 3 visits",
                "Massage (unknown)",
            ],
        ),
        (
            "Two office visits were the original request. One office visit was authorized by the Claims Administrator.",
            ["Two office visits", "One office visit", "Two office visits"],
        ),
        ("MRI of the hip is", ["", "", "MRI of the hip is"]),
    ];
    for (heading, [original, authorized, disputed]) in cases {
        assert_eq!(
            split(heading),
            [original, authorized, disputed].map(str::to_owned),
            "{heading}"
        );
    }
}

#[test]
fn spans_of_a_split_request_count_in_the_heading() {
    let heading = "PT x 10 for the left knee was the original request. PT x 4 was authorized by the Claims Administrator. \
                   The remaining IMR eligible portion of the original request, PT x 6 (six) for the left knee is";
    let request = shipped().read(heading).shifted(3);
    let text = format!("...{heading}");
    let disputed = &request.disputed;
    assert_eq!(disputed.treatments[0].span.of(&text), "PT");
    assert_eq!(disputed.amount().unwrap().span.of(&text), "x 6 (six)");
    let knee = &disputed.body_parts[0];
    assert_eq!(
        (knee.span.of(&text), knee.side.unwrap().span.of(&text)),
        ("knee", "left")
    );
}

#[test]
fn marks_and_dates_of_service() {
    let request =
        shipped().read("Retrospective request for Norco 10/325 #60, DOS 10/05/2016 and 11/02/2016");
    assert!(request.retrospective.is_some());
    let dates: Vec<String> = request
        .dates_of_service
        .iter()
        .map(|service| service.date.to_string())
        .collect();
    assert_eq!(dates, ["2016-10-05", "2016-11-02"]);
    let request = shipped().read("Pre-operative medical clearance");
    assert!(request.surgical_service.is_some() && request.dates_of_service.is_empty());
    let request = shipped().read("MRI of the knee, order of 10/05/2016");
    assert!(request.retrospective.is_none() && request.dates_of_service.is_empty());
}

#[test]
fn stated_and_derived_amounts_are_kept_apart() {
    let heading = "Physical therapy 2 times a week for 6 weeks (10 sessions)";
    let portion = shipped().read(heading).disputed;
    assert_eq!(portion.count().unwrap().count.to_string(), "10");
    assert_eq!(portion.derived_total().unwrap().count.to_string(), "12");
    assert_eq!(portion.frequency().unwrap().to_string(), "2/week");
    assert_eq!(portion.duration().unwrap().to_string(), "6 week");
    let portion = shipped()
        .read("Acupuncture (20 minutes), 1-2 times a week for 4 weeks")
        .disputed;
    assert_eq!(portion.amount().unwrap().basis, Basis::Derived);
    assert_eq!(portion.amount().unwrap().count.to_string(), "4-8");
    assert_eq!(portion.duration().unwrap().to_string(), "4 week");
    let portion = shipped().read("Flexeril 10 mg #60 with 2 refills").disputed;
    assert!(portion.amount().is_none());
    assert_eq!(portion.refills(), Some(2));
    assert_eq!(portion.doses().next().unwrap().0.to_string(), "10 mg");
}

#[test]
fn a_request_repeats_the_first_of_its_kind() {
    let headings = [
        "MRI left knee",
        "MRI right knee",
        "Left knee MRI",
        "MRI of the left knee",
    ];
    let mut requests: Vec<Option<Request>> = headings
        .iter()
        .map(|heading| Some(shipped().read(heading)))
        .collect();
    requests.insert(1, None);
    let repeats = repeats(requests.iter().map(Option::as_ref));
    assert_eq!(repeats, [None, None, None, Some(0), Some(0)]);
}

#[test]
fn the_same_request_twice() {
    let same = |one, other| {
        let requests = [one, other].map(|heading| shipped().read(heading));
        repeats(requests.iter().map(Some)) == [None, Some(0)]
    };
    for (one, other) in [
        ("MRI of the lumbar spine", "MRI lumbar spine"),
        (
            "Physical therapy, six (6) visits",
            "6 visits of physical therapy",
        ),
        ("Norco 10/325 mg #60", "NORCO 10/325 #60"),
        ("Office visit QTY 1", "Office visit, QTY: 1"),
        (
            "Ten (10) manual acupuncture visits",
            "10 manual acupuncture visits",
        ),
        ("EMG and NCS of the left arm", "NCS and EMG, left arm"),
        ("Zyxovane 10mg #30", "zyxovane 10 mg #30"),
    ] {
        assert!(same(one, other), "{one} / {other}");
    }
    for (one, other) in [
        ("EMG of the left arm", "NCS of the left arm"),
        ("MRI right knee", "MRI left knee"),
        ("MRI lumbar spine", "MRI lumbar spine without contrast"),
        ("Prilosec 20mg #30", "Protonix 20mg #30"),
        ("Acupuncture 6 visits", "Acupuncture 12 visits"),
        ("Infrared therapy", "Manual therapy"),
        (
            "Ten infrared acupuncture visits",
            "Ten manual acupuncture visits",
        ),
        (
            "Ten acupuncture visits (15 minutes)",
            "Ten acupuncture visits",
        ),
        ("", ""),
        ("Norco 10/325 #60", "Norco 5/325 #60"),
        ("L4-5 epidural", "L5-S1 epidural"),
        ("Zyxovane 10mg #30", "Zyxovene 10mg #30"),
    ] {
        assert!(!same(one, other), "{one} / {other}");
    }
}

/// Every span of a request that was read from `heading`.
fn spans(request: &Request) -> Vec<ByteSpan> {
    let portions = [
        Some(&request.disputed),
        request.original.as_ref(),
        request.authorized.as_ref(),
    ];
    let of_portion = |portion: &Portion| {
        let mut spans = vec![portion.span];
        spans.extend(portion.treatments.iter().map(|named| named.span));
        spans.extend(portion.quantities.iter().map(|quantity| quantity.span));
        spans.extend(portion.body_parts.iter().map(|part| part.span));
        spans.extend(
            portion
                .body_parts
                .iter()
                .filter_map(|part| part.side)
                .map(|side| side.span),
        );
        spans
    };
    let mut spans: Vec<ByteSpan> = portions
        .into_iter()
        .flatten()
        .flat_map(of_portion)
        .collect();
    spans.extend(
        request
            .retrospective
            .into_iter()
            .chain(request.surgical_service),
    );
    spans.extend(request.dates_of_service.iter().map(|service| service.span));
    spans
}

/// Pieces of headings, to be joined at random.
const PIECES: [&str; 24] = [
    "MRI",
    "left",
    "right",
    "and",
    "knee",
    "L4-5",
    "#60",
    "x 12",
    "2 times a week",
    "for 6 weeks",
    "Norco 10/325",
    ",",
    "was the original request.",
    "was authorized by the Claims Administrator.",
    "\u{e9}\u{2013}",
    "5%",
    "cream",
    "is",
    "The remaining IMR eligible portion of the original request,",
    "bilateral",
    "C5",
    "(",
    "RUE",
    "post-operative",
];

proptest! {
    #[test]
    fn any_heading_is_read_with_spans_inside_it(heading in "\\PC{0,80}") {
        for span in spans(&shipped().read(&heading)) {
            prop_assert!(heading.get(span.start..span.end).is_some());
        }
    }

    #[test]
    fn any_pieces_are_read_with_spans_inside_them(pieces in prop::collection::vec(0..PIECES.len(), 0..14)) {
        let words: Vec<&str> = pieces.into_iter().map(|piece| PIECES[piece]).collect();
        let heading = words.join(" ");
        for span in spans(&shipped().read(&heading)) {
            prop_assert!(heading.get(span.start..span.end).is_some());
        }
    }
}

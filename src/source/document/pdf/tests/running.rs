//! What is a running header or footer, and what only looks like one.

use crate::source::document::pdf::lines::Line;
use crate::source::document::pdf::running::remove;

/// Lines in type of 12 points, each so many points from the top of its page.
fn page(lines: &[(f64, &str)]) -> Vec<Line> {
    lines
        .iter()
        .map(|&(y, text)| Line {
            text: text.to_owned(),
            x1: 500.0,
            top: y,
            bottom: y,
            em: 12.0,
            first_word: 30.0,
            in_row: false,
        })
        .collect()
}

fn left<const N: usize>(mut pages: [Vec<Line>; N]) -> [Vec<String>; N] {
    remove(&mut pages);
    pages.map(|page| page.into_iter().map(|line| line.text).collect())
}

#[test]
fn a_header_of_two_lines_from_the_second_page_on() {
    let pages = left([
        page(&[(100.0, "HOW THE IMR"), (114.0, "FINAL DETERMINATION")]),
        page(&[
            (40.0, "Case Number: CM16-9900001"),
            (54.0, "Page 2"),
            (86.0, "visits are"),
        ]),
        page(&[
            (40.0, "Case Number: CM16-9900001"),
            (54.0, "Page 3"),
            (86.0, "necessary."),
        ]),
    ]);
    assert_eq!(pages[0].len(), 2);
    assert_eq!(pages[1], ["visits are"]);
    assert_eq!(pages[2], ["necessary."]);
}

#[test]
fn lines_of_the_letter_that_happen_to_be_alike_stay() {
    let tail = "Therefore, the request is not medically";
    for (first, second) in [
        // The end of a sentence.
        ("medically necessary.", "medically necessary."),
        // At one height, but with the text right below.
        (tail, tail),
        // Not alike.
        (
            "Physical therapy, 6 visits: Upheld",
            "MRI of the lumbar spine: Upheld",
        ),
    ] {
        let pages = left([
            page(&[(72.0, "HOW THE IMR"), (86.0, "one")]),
            page(&[(72.0, first), (86.0, "two")]),
            page(&[(72.0, second), (86.0, "three")]),
        ]);
        assert_eq!((pages[1].len(), pages[2].len()), (2, 2), "{first}");
    }
    // A paragraph of its own, with an empty line below.
    let page_with_paragraph = || {
        page(&[
            (72.0, "MAXIMUS guideline: MTUS Pain."),
            (99.6, "Decision rationale: MTUS"),
        ])
    };
    let pages = left([
        page(&[(72.0, "Case Number:")]),
        page_with_paragraph(),
        page_with_paragraph(),
    ]);
    assert_eq!(pages[1].len(), 2);
}

#[test]
fn a_number_is_a_page_number_only_on_the_page_of_that_number() {
    let pages = left([
        page(&[(700.0, "rated at"), (740.0, "Page 1 of 2")]),
        page(&[(700.0, "the pain, with a dose of"), (740.0, "40")]),
    ]);
    assert_eq!(
        pages,
        [vec!["rated at"], vec!["the pain, with a dose of", "40"]]
    );
}

#[test]
fn a_document_of_one_page_keeps_its_lines() {
    let pages = left([page(&[(40.0, "Maximus"), (100.0, "Case Number:")])]);
    assert_eq!(pages[0].len(), 2);
}

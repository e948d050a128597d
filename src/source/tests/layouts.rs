//! One letter in every layout that letters are found in.

use super::lines;
use crate::source::{Canonical, Setting};

/// The paragraphs of a letter, each with its printed lines.
const PARAGRAPHS: &[&[&str]] = &[
    &["CLINICAL CASE SUMMARY"],
    &[
        "The worker is a forty year old baker whose left knee was hurt when a rack of trays fell over",
        "in the cold store. She was given a brace, ice and nine visits of physical therapy. A further",
        "six visits were asked for in March and were refused.",
    ],
    &["Physical therapy for the left knee, six visits: Upheld"],
    &[
        "Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for",
        "its decision.",
    ],
    &["MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004."],
    &[
        "Decision rationale: The guideline asks for functional improvement before therapy is extended,",
        "and none was reported after the first nine visits. Swelling, range of motion and gait were all",
        "as before. The request for six more visits is therefore not medically necessary.",
    ],
];

/// The letter with the given text between lines and between paragraphs.
fn letter(wrap: &str, paragraph: &str) -> String {
    let paragraphs: Vec<String> = PARAGRAPHS.iter().map(|lines| lines.join(wrap)).collect();
    paragraphs.join(paragraph)
}

#[track_caller]
fn assert_read(text: &str) {
    assert_eq!(lines(text), letter("\n", "\n\n"));
}

#[test]
fn single_spaced_with_spaced_lines_between_paragraphs() {
    assert_read(&letter(" \n", " \n \n"));
}

#[test]
fn single_spaced_with_an_empty_line_where_a_page_ends() {
    let text = letter(" \n", " \n \n");
    assert_read(&text.replacen("fell over \n", "fell over \n\n", 1));
    assert_read(&text.replacen(": Upheld \n", ": Upheld \n\n", 1));
}

#[test]
fn single_spaced_with_empty_lines_between_paragraphs() {
    assert_read(&letter("\n", "\n\n"));
    assert_read(&letter("\n", "\n\n\n"));
}

#[test]
fn double_spaced() {
    assert_read(&letter(" \n\n", " \n\n \n\n"));
    assert_read(&letter("\n\n", "\n\n\n\n"));
    assert_read(&letter("\n\n", "\n\n\n"));
}

#[test]
fn two_double_spaced_lines_tell_by_the_space_that_was_kept() {
    let before =
        "Claims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines";
    assert_eq!(
        lines(&format!("{before} \n\nOpioids Page(s): 78-80. \n")),
        format!("{before}\nOpioids Page(s): 78-80.")
    );
    // Without it the second line may be a paragraph of its own.
    assert_eq!(
        lines(&format!("{before}\n\nOpioids Page(s): 78-80.\n")),
        format!("{before}\n\nOpioids Page(s): 78-80.")
    );
    // A line that ends a sentence does not go on.
    assert_eq!(
        lines(&format!("{before}. \n\nDecision rationale: None. \n")),
        format!("{before}.\n\nDecision rationale: None.")
    );
}

#[test]
fn one_paragraph_to_a_line() {
    assert_eq!(lines(&letter(" ", "\n")), letter(" ", "\n\n"));
    assert_eq!(lines(&letter(" ", "\n\n")), letter(" ", "\n\n"));
}

#[test]
fn wrapped_without_any_mark_of_a_paragraph() {
    assert_read(&letter("\n", "\n"));
}

#[test]
fn every_kind_of_line_end() {
    for layout in [letter(" \n", " \n \n"), letter("\n\n", "\n\n\n")] {
        assert_read(&layout.replace('\n', "\r\n"));
        assert_read(&layout.replace('\n', "\r"));
    }
}

#[test]
fn a_page_border_within_a_sentence_is_a_wrap() {
    let text = letter("\n", "\n\n");
    assert_read(&text.replacen("gait were all\n", "gait were all\n\x0c", 1));
    assert_read(&text.replacen("fell over\n", "fell over\n\n\x0c", 1));
}

#[test]
fn a_capital_behind_a_full_line_and_a_page_border_begins_nothing() {
    let full =
        "The worker lives in the south of the town, some two hours away from the clinic in Santa";
    let text = format!("{}\n\n{full}\n\x0cBarbara.", letter("\n", "\n\n"));
    assert!(lines(&text).ends_with("in Santa\nBarbara."));
}

#[test]
fn a_page_border_between_paragraphs_ends_one() {
    let text = letter("\n", "\n\n");
    assert_read(&text.replacen(": Upheld\n\n", ": Upheld\n\x0c", 1));
    assert_read(&text.replacen("were refused.\n\n", "were refused.\n\n\x0c", 1));
    assert_read(&text.replacen("2004.\n\n", "2004.\x0c", 1));
}

#[test]
fn a_blank_line_within_a_sentence_is_a_wrap() {
    assert_eq!(
        lines("The request\n \nfor therapy."),
        "The request\nfor therapy."
    );
    assert_eq!(
        lines("The request.\n \nfor therapy."),
        "The request.\n\nfor therapy."
    );
    assert_eq!(lines("Request:\n \nsix visits"), "Request:\n\nsix visits");
}

#[test]
fn labels_on_lines_of_their_own_stay_lines() {
    let front = "Case Number:\nCM00-0000000\n \nDate Assigned:\n01/02/2016\n \nHOW IT WAS MADE";
    assert_eq!(lines(front), front.replace("\n \n", "\n\n"));
}

/// The paragraphs of a letter that is read as a document whose lines are paragraphs.
fn paragraphs(text: &str) -> String {
    Canonical::of(text, Setting::Paragraphs).prose().to_owned()
}

/// What [`paragraphs`] should give.
fn unwrapped() -> String {
    letter(" ", "\n\n")
}

#[test]
fn lines_that_are_paragraphs() {
    assert_eq!(paragraphs(&letter(" ", "\n")), unwrapped());
    assert_eq!(paragraphs(&letter(" ", "\n\n\n")), unwrapped());
}

#[test]
fn paragraphs_that_were_wrapped_by_hand() {
    assert_eq!(paragraphs(&letter(" \n", "\n")), unwrapped());
    assert_eq!(paragraphs(&letter(" \n", " \n\n")), unwrapped());
}

#[test]
fn printed_lines_that_were_made_paragraphs() {
    assert_eq!(paragraphs(&letter("\n", "\n\n")), unwrapped());
}

#[test]
fn lines_broken_in_a_letter_that_was_not_wrapped_are_paragraphs() {
    assert_eq!(paragraphs(&letter(" ", " \n")), unwrapped());
}

#[test]
fn a_paragraph_goes_on_over_a_page_border() {
    assert_eq!(
        paragraphs("It is \x0cso.\nIt is not L4-\x0cL5.\n\x0cNext\n"),
        "It is so.\n\nIt is not L4-L5.\n\nNext"
    );
}

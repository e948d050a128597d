//! What becomes of whole texts. The parts are tested beside their code.

#![allow(clippy::unwrap_used)]

use super::*;

mod layouts;
mod properties;

fn lines(text: &str) -> String {
    SourceText::from_text(text.to_owned())
        .canonical()
        .lines()
        .to_owned()
}

fn prose(text: &str) -> String {
    SourceText::from_text(text.to_owned())
        .canonical()
        .prose()
        .to_owned()
}

/// The source of the first occurrence of `piece` in the canonical lines.
fn located(text: &str, piece: &str) -> String {
    let source = SourceText::from_text(text.to_owned());
    let start = source.canonical().lines().find(piece).unwrap();
    let place = source.locate(ByteSpan::new(start, start + piece.len()));
    source.text()[place.start..place.end].to_owned()
}

#[test]
fn white_space_becomes_single_spaces() {
    assert_eq!(
        lines("  Six\u{A0}visits. \t Two \u{2003}weeks. \r\n"),
        "Six visits. Two weeks."
    );
    assert_eq!(lines("5 \u{200B} °C"), "5 °C");
}

#[test]
fn ligatures_are_spelled_out_and_invisible_characters_dropped() {
    assert_eq!(lines("bene\u{FB01}cial o\u{FB03}ce"), "beneficial office");
    assert_eq!(lines("acu\u{AD}punc\u{200B}ture\u{FEFF}"), "acupuncture");
}

#[test]
fn quotation_marks_and_dashes_stay() {
    assert_eq!(lines("“six” – 8"), "“six” – 8");
}

#[test]
fn a_wrap_is_a_line_feed_in_lines_and_a_space_in_prose() {
    let text = "The request for\nsix visits.\n \nUpheld";
    assert_eq!(lines(text), "The request for\nsix visits.\n\nUpheld");
    assert_eq!(prose(text), "The request for six visits.\n\nUpheld");
}

#[test]
fn nothing_has_an_empty_canonical_text() {
    for text in ["", " \r\n\x0c", "\u{200B}\n"] {
        let source = SourceText::from_text(text.to_owned());
        assert_eq!(source.canonical().lines(), "");
        assert_eq!(
            source.locate(ByteSpan::new(0, 9)),
            SourceSpan { start: 0, end: 0 }
        );
    }
}

#[test]
fn words_divided_at_a_line_end_are_joined() {
    assert_eq!(lines("based on Non- \nMTUS text"), "based on Non-MTUS text");
    assert_eq!(lines("at T1-\r\n2 and"), "at T1-2 and");
    assert_eq!(lines("self\u{2010}\ncare"), "self\u{2010}care");
    assert_eq!(lines("treat\u{AD}\nment"), "treatment");
    // Even where a page ends between them.
    assert_eq!(
        lines("based on Non-\n\n\n\nMTUS text"),
        "based on Non-MTUS text"
    );
}

#[test]
fn a_dash_at_a_line_end_keeps_its_space() {
    assert_eq!(prose("the back -\nand the neck"), "the back - and the neck");
    assert_eq!(prose("two --\nthree"), "two -- three");
    assert_eq!(prose("pain-\n(severe)"), "pain- (severe)");
}

#[test]
fn a_label_is_never_joined_to_a_cut_off_paragraph() {
    assert_eq!(
        lines("Citation ODG-\n \nDecision rationale: Because."),
        "Citation ODG-\n\nDecision rationale: Because."
    );
}

#[test]
fn spans_lead_back_to_the_words_as_they_were_read() {
    let text = "A  trial of \r\n\r\nsix bene\u{FB01}cial \r\n\r\nself-\r\n\r\ncare visits. \r\n";
    assert_eq!(located(text, "trial of"), "trial of");
    assert_eq!(located(text, "A trial"), "A  trial");
    assert_eq!(located(text, "of\nsix"), "of \r\n\r\nsix");
    assert_eq!(located(text, "self-care"), "self-\r\n\r\ncare");
    assert_eq!(located(text, "beneficial"), "bene\u{FB01}cial");
    assert_eq!(located(text, "visits."), "visits.");
}

#[test]
fn a_span_of_a_paragraph_end_takes_nothing_of_the_next_paragraph() {
    let text = "X-ray: Upheld\x0cDecision rationale: Because.";
    assert_eq!(located(text, "Upheld\n\n"), "Upheld\x0c");
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_text() {
    let source = SourceText::from_bytes(b"\xEF\xBB\xBFUpheld").unwrap();
    assert_eq!(source.text(), "Upheld");
    assert_eq!(source.encoding(), Encoding::Utf8WithMark);
}

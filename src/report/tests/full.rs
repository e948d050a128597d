use super::*;

#[test]
fn places_far_apart_are_two_snippets_and_a_wrapped_conclusion_is_underlined_twice() {
    let found = contradiction(LETTER, CONCLUSION);
    insta::assert_snapshot!(rendered(LETTER, &[found], &PLAIN));
}

#[test]
fn a_double_spaced_letter_shows_no_empty_lines_around_the_words() {
    let letter = LETTER.replace('\n', " \n \n");
    let found = contradiction(&letter, &CONCLUSION.replace('\n', " \n \n"));
    insta::assert_snapshot!(rendered(&letter, &[found], &PLAIN));
}

#[test]
fn the_primary_place_comes_first() {
    let mut found = contradiction(LETTER, CONCLUSION);
    found.labels.reverse();
    found.labels[0].primary = true;
    found.labels[1].primary = false;
    insta::assert_snapshot!(rendered(LETTER, &[found], &PLAIN));
}

#[test]
fn places_side_by_side_and_inside_each_other() {
    let found = finding(vec![
        label(LETTER, "QTY 12", "12 visits asked for"),
        label(LETTER, HEADING, "the item"),
        label(LETTER, "Upheld", "decided upheld"),
        label(LETTER, "12 visits is", "12 visits here"),
        label(LETTER, CONCLUSION, "concludes: necessary"),
        label(LETTER, "QTY 12", "a second note on the same words"),
    ]);
    insta::assert_snapshot!(rendered(LETTER, &[found], &PLAIN));
}

#[test]
fn a_place_of_many_lines_is_underlined_on_its_first() {
    let found = finding(vec![label(
        LETTER,
        &LETTER[LETTER.find("MTUS/").unwrap()..],
        "all of this",
    )]);
    insta::assert_snapshot!(rendered(LETTER, &[found], &PLAIN));
}

#[test]
fn the_end_of_the_text_and_what_lies_beyond() {
    let text = "Rationale for the decision: The visits are not necessary";
    let end = text.len();
    let at = |start, end, note: &str| Label {
        span: SourceSpan { start, end },
        note: note.to_owned(),
        primary: false,
    };
    let found = [
        finding(vec![label(text, "necessary", "the last word")]),
        finding(vec![at(end, end, "nothing, at the end")]),
        finding(vec![at(end - 9, end + 40, "reaches beyond the end")]),
        finding(vec![at(end + 3, end + 7, "lies beyond the end")]),
        finding(vec![at(28, 28, "nothing, inside")]),
    ];
    insta::assert_snapshot!(rendered(text, &found, &PLAIN));
}

#[test]
fn a_finding_in_an_empty_letter_has_a_place_too() {
    let nothing = Label {
        span: SourceSpan::default(),
        note: "no item here".to_owned(),
        primary: true,
    };
    insta::assert_snapshot!(rendered("", &[finding(vec![nothing])], &PLAIN));
}

#[test]
fn escape_sequences_of_a_letter_do_not_reach_the_terminal() {
    let text = "Rationale:\tsix \u{1b}[31mvisits\u{9b}0m and \u{202e}21\u{202c} days \u{7}are\r\nnecessary\u{c}.";
    let mut found = finding(vec![
        label(text, "visits", "said \u{1b}]0;title\u{7}"),
        label(text, "days", "with\na break"),
    ]);
    found.message = "\u{1b}[2Jcleared".to_owned();
    found.help = Some("first\nsecond\u{1b}[A".to_owned());
    found.source = Some("8 CCR\n\u{1b}c".to_owned());
    let out = rendered(text, &[found], &PLAIN);
    assert!(!out.contains(|c: char| c.is_control() && c != '\n'));
    insta::assert_snapshot!(out);
}

#[test]
fn pages_are_named_where_there_are_several() {
    let text = format!(
        "{}\u{c}{}",
        &LETTER[..LETTER.find("MTUS/").unwrap()],
        &LETTER[LETTER.find("MTUS/").unwrap()..]
    );
    let found = contradiction(&text, CONCLUSION);
    insta::assert_snapshot!(rendered(&text, &[found], &PLAIN));
}

#[test]
fn a_paragraph_without_line_breaks_is_cut_around_the_words() {
    let filler = "The notes at hand describe the visits so far in some detail. ".repeat(6);
    let text = format!(
        "{filler}The item is upheld. {filler}It is medically necessary. {filler}\n{filler}"
    );
    let found = finding(vec![
        label(&text, "upheld", "decided upheld"),
        label(&text, "medically necessary", "concludes: necessary"),
        label(&text, &text[20..400], "a long place"),
    ]);
    insta::assert_snapshot!(rendered(&text, &[found], &PLAIN));
}

#[test]
fn severities_differ_in_word_and_sign() {
    let at = |severity, words| Finding {
        severity,
        help: None,
        source: None,
        item: None,
        ..finding(vec![label(LETTER, words, "here")])
    };
    let found = [
        at(Severity::Note, "Therefore"),
        at(Severity::Warning, "six visits"),
        at(Severity::Error, "Upheld"),
    ];
    insta::assert_snapshot!(rendered(LETTER, &found, &PLAIN));
}

#[test]
fn ascii_for_files() {
    let options = FullOptions {
        drawing: Drawing::Ascii,
        ..PLAIN
    };
    insta::assert_snapshot!(rendered(
        LETTER,
        &[contradiction(LETTER, CONCLUSION)],
        &options
    ));
}

#[test]
fn both_lines_of_a_wrapped_place_have_one_colour() {
    let options = FullOptions {
        drawing: Drawing::Coloured,
        ..PLAIN
    };
    let out = rendered(LETTER, &[contradiction(LETTER, CONCLUSION)], &options);
    insta::assert_snapshot!(out.replace('\u{1b}', "␛"));
}

#[test]
fn a_long_heading_is_cut_to_one_line() {
    let heading = "Acupuncture visits 2 times a week for 6 weeks for the thoracic spine was the \
        original request. 6 visits were authorized by the Claims Administrator. The remaining IMR \
        eligible portion of the original request, 6 visits is: Upheld";
    let source = SourceText::from_text(LETTER.to_owned());
    let found = finding(vec![label(LETTER, "Upheld", "decided upheld")]);
    let letter = LetterView {
        name: "drafts/a.txt",
        source: Some(&source),
        headings: &[heading],
        findings: &[found],
        problems: &[],
    };
    let mut out = String::new();
    render_full(&mut out, &letter, &PLAIN).unwrap();
    insta::assert_snapshot!(out);
}

#[test]
fn what_could_not_be_read_and_what_has_no_place() {
    let letter = LetterView {
        name: "drafts/scan.pdf",
        source: None,
        headings: &[],
        findings: &[finding(Vec::new())],
        problems: &[LetterProblem {
            message: "page 2 has no text layer".to_owned(),
            help: Some("run it through text recognition first".to_owned()),
        }],
    };
    let mut out = String::new();
    render_full(&mut out, &letter, &PLAIN).unwrap();
    insta::assert_snapshot!(out);
}

#[test]
fn a_place_without_words_at_the_beginning_of_a_long_line_is_shown() {
    let text = "word ".repeat(60);
    let empty_at = |start, note: &str| Label {
        span: SourceSpan { start, end: start },
        note: note.to_owned(),
        primary: false,
    };
    let found = finding(vec![
        empty_at(50, "far behind"),
        empty_at(0, "at the beginning"),
    ]);
    let out = rendered(&text, &[found], &PLAIN);
    for note in ["far behind", "at the beginning"] {
        assert!(out.contains(note), "{note} is missing in\n{out}");
    }
}

//! Sentences cut with the words that are shipped.
#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::rules::decode::Decoder;
use crate::rules::entries::sentence_words;
use crate::rules::problem::RuleFile;
use crate::rules::yaml::{self, Value};

/// The shipped `language.sentences`.
fn words() -> SentenceWords {
    let file = Arc::new(RuleFile {
        name: "sentences.yaml".to_owned(),
        text: include_str!("../../../rules/language/sentences.yaml").into(),
    });
    let mut node = yaml::parse(&file).unwrap();
    for _ in 0..2 {
        let Value::Map(mut entries) = node.value else {
            unreachable!("`language` and `sentences` are maps");
        };
        node = entries.remove(0).1;
    }
    let mut decoder = Decoder::new(&file);
    let words = sentence_words::decode(&mut decoder, &node).unwrap();
    assert!(decoder.into_problems().is_empty());
    words
}

/// Cuts the text that the sentences make when a space stands between them.
#[track_caller]
fn cuts(sentences: &[&str]) {
    let text = sentences.join(" ");
    let found: Vec<&str> = split(&text, &words())
        .iter()
        .map(|span| span.of(&text))
        .collect();
    assert_eq!(found, sentences);
}

#[test]
fn stops_before_capitals_digits_and_marks() {
    cuts(&[
        "He is well.",
        "Is he working?",
        "No!",
        "12 visits were asked for.",
        "#60 were dispensed.",
    ]);
    cuts(&[
        "The level is L4-5.",
        "L5-S1 is normal.",
        "Pain is 6/10.",
        "He takes Norco 10/325.",
    ]);
    cuts(&[
        "The claim is open.",
        "\u{2022} Gait is normal.",
        "\u{2022} Reflexes are brisk.",
    ]);
}

#[test]
fn numbers_and_dates_do_not_end_a_sentence() {
    cuts(&[
        "Care was asked for 3 times a week for 4 weeks.",
        "12 visits were given.",
    ]);
    cuts(&[
        "He was seen on 10-9-15, weighed 81.5 kg and took 2.5 mg.",
        "Rest helped.",
    ]);
    cuts(&["The chapter (ACOEM 2nd ed., 2004) is cited.", "It applies."]);
    cuts(&["1. Pain is felt below the knee.", "2. Sensation is lost."]);
    cuts(&[
        "It is advised when (1) drugs fail, and (2) therapy fails.",
        "Neither was tried.",
    ]);
}

#[test]
fn abbreviations_do_not_end_a_sentence() {
    cuts(&["Dr. Brown wrote to Mrs. Green.", "They agreed."]);
    cuts(&["See pg. 12, pp. 13-14, Fig. 2 and No. 3.", "It is there."]);
    cuts(&[
        "Qty. 30 was given on Jan. 5 and Sept. 6.",
        "Approx. 2 hrs. of care.",
    ]);
    cuts(&[
        "He takes it p.r.n. for pain, e.g. Motrin, i.e. Ibuprofen.",
        "It helps.",
    ]);
    cuts(&["Black et al. found none.", "Lab. Code \u{a7} 4610 applies."]);
    cuts(&["See 8 C.C.R. \u{a7} 9792.20.", "It applies."]);
}

#[test]
fn what_may_end_a_sentence_does_so_before_an_opener() {
    cuts(&["He lives in the U.S.", "The claim is older."]);
    cuts(&["The U.S. Preventive Services advise it."]);
    cuts(&["He saw Brown, M.D.", "She agreed."]);
    cuts(&["They tried rest, ice, etc.", "Nothing helped."]);
    cuts(&["He came at 9 a.m.", "The visit was short."]);
    cuts(&["She was sent to the lab.", "Results are pending."]);
}

#[test]
fn initials_and_lettered_things() {
    cuts(&[
        "John A. Brown is the surgeon.",
        "He has hepatitis C.",
        "The liver is large.",
    ]);
    cuts(&["He has Hepatitis C.", "The liver is enlarged."]);
    cuts(&["See Table B.", "It lists them."]);
}

#[test]
fn numbers_of_list_entries_stay_with_them() {
    cuts(&["1. Strain of the neck.", "2. Strain of the back."]);
    cuts(&["A. Strain of the neck.", "B. Strain of the back."]);
}

#[test]
fn quotes_and_brackets_close_with_their_sentence() {
    cuts(&["He said, \"It hurts.", "It is worse.\"", "He left."]);
    cuts(&["He said, \u{201c}It hurts.\u{201d}", "He left."]);
    cuts(&[
        "He left (by car.)",
        "She stayed (at home).",
        "(They had argued.)",
        "It rained.",
    ]);
    cuts(&["It is \"done\".", "He left."]);
}

#[test]
fn missing_and_doubled_white_space() {
    let text = "The injury was on 04/05/2010.Records were reviewed.  Pain is constant.";
    let found: Vec<&str> = split(text, &words())
        .iter()
        .map(|span| span.of(text))
        .collect();
    assert_eq!(
        found,
        [
            "The injury was on 04/05/2010.",
            "Records were reviewed.",
            "Pain is constant."
        ]
    );
    cuts(&[
        "See www.example.Com and 9792.24.2 for more.",
        "It is there.",
    ]);
}

#[test]
fn names_taken_out_leave_stops_behind() {
    cuts(&[
        "He saw , MD, and on 3/4/2015 with ., improved.",
        "It was noted that . is a surgeon.",
    ]);
    cuts(&["He was seen by .", "The gait was normal."]);
}

#[test]
fn paragraphs_end_sentences_and_lines_do_not() {
    let text = "Work status\n\nHe is not\nworking. He\nrests\n \nGait is normal\n";
    let found: Vec<&str> = split(text, &words())
        .iter()
        .map(|span| span.of(text))
        .collect();
    assert_eq!(
        found,
        [
            "Work status",
            "He is not\nworking.",
            "He\nrests",
            "Gait is normal"
        ]
    );
}

#[test]
fn nothing_but_white_space_has_no_sentences() {
    assert_eq!(split("", &words()), []);
    assert_eq!(split(" \n\n \n", &words()), []);
}

#[test]
fn without_words_every_stop_before_a_capital_ends_a_sentence() {
    let text = "See Dr. Brown. He knows.";
    let found: Vec<&str> = split(text, &SentenceWords::default())
        .iter()
        .map(|span| span.of(text))
        .collect();
    assert_eq!(found, ["See Dr.", "Brown.", "He knows."]);
}

#[test]
fn a_run_of_words_without_an_end_is_cut_between_words() {
    let text = "without end ".repeat(1000);
    let found = split(&text, &words());
    assert_eq!(found.len(), 4);
    for piece in &found {
        assert!(piece.len() <= 4000);
        assert!(piece.of(&text).starts_with("without") || piece.of(&text).starts_with("end"));
        assert!(piece.of(&text).ends_with("without") || piece.of(&text).ends_with("end"));
    }
    assert!(split(&"\u{e9}".repeat(9000), &words()).len() > 4);
}

proptest! {
    /// Sentences lie in order, do not overlap, and leave out nothing but white space.
    #[test]
    fn sentences_cover_the_text(text in "([A-Za-z0-9 .?!\"()\n\u{201d}\u{e9}]|Dr\\. |pg\\. ){0,80}") {
        let spans = split(&text, &words());
        let mut end = 0;
        for span in spans {
            prop_assert!(text.get(end..span.start).unwrap().trim().is_empty());
            prop_assert!(!span.of(&text).trim().is_empty());
            prop_assert_eq!(span.of(&text).trim(), span.of(&text));
            end = span.end;
        }
        prop_assert!(text[end..].trim().is_empty());
    }
}

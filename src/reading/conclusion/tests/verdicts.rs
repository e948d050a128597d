//! The table of forms in `verdicts.txt`, and what holds for any text.

use proptest::prelude::*;

use super::{expect, reader};
use crate::reading::conclusion::Verdict;

#[test]
fn a_text_without_stops_is_read_in_pieces() {
    let text = "and the request is not medically necessary because it is unclear ".repeat(4000);
    let conclusion = reader().read(&text);
    assert_eq!(conclusion.verdict, Verdict::NotNecessary);
    let said = conclusion.last_deciding().unwrap();
    assert!(said.sentence.len() <= 4000 && said.sentence.end > text.len() - 4000);
}

#[test]
fn the_table_of_forms() {
    let table = include_str!("verdicts.txt");
    let rows = |letter: &'static str| -> Vec<&str> {
        let rows = table
            .lines()
            .filter_map(move |row| row.split_once(' ').filter(|row| row.0 == letter));
        rows.map(|row| row.1).collect()
    };
    for (letter, verdict) in [
        ("N", Verdict::Necessary),
        ("X", Verdict::NotNecessary),
        ("M", Verdict::Mixed),
        ("O", Verdict::None),
    ] {
        assert!(!rows(letter).is_empty());
        expect(verdict, &rows(letter));
    }
}

/// Words that the reader knows, in any order, with punctuation between them.
fn word_soup() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "medically necessary",
        "medical necessity",
        "necessary",
        "supported",
        "certified",
        "denied",
        "recommend denial",
        "The request",
        "this",
        "not",
        "cannot",
        "is",
        "was",
        "has been",
        "be",
        "considered",
        "find",
        "states that",
        "ODG",
        "the provider",
        "utilization review",
        "that",
        "which",
        "if",
        "although",
        "as",
        "because",
        "therefore",
        "and",
        "but",
        "to",
        "support",
        "of",
        "no",
        "evidence",
        "established",
        ",",
        ";",
        ":",
        ".",
        "-",
        "\"",
        "(",
        ")",
        "\u{201c}",
        "\u{e9}",
        "12",
        "visits",
    ]);
    prop::collection::vec((word, any::<bool>()), 0..24).prop_map(|words| {
        let pieces = words
            .into_iter()
            .map(|(word, space)| format!("{word}{}", if space { " " } else { "" }));
        pieces.collect()
    })
}

proptest! {
    /// Every statement points into its sentence, and a verdict rests on statements.
    #[test]
    fn statements_lie_in_their_sentences(text in word_soup()) {
        let conclusion = reader().read(&text);
        for said in &conclusion.statements {
            prop_assert!(!said.span.of(&text).is_empty());
            prop_assert!(said.sentence.contains(said.span));
            prop_assert!(said.subject.is_empty() || said.sentence.contains(said.subject));
        }
        prop_assert_eq!(conclusion.verdict == Verdict::None, conclusion.last_deciding().is_none());
    }
}

//! What holds for any text.

use proptest::prelude::*;

use super::super::characters::{is_void, ligature_letters};
use super::super::*;

/// Text in which everything that the canonical text changes is frequent.
fn awkward_text() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        6 => prop::sample::select(vec!["a", "word", "Word", "12", "Decision rationale:", "Upheld"]),
        3 => prop::sample::select(vec![" ", "  ", "\t", "\u{A0}", " \n", "\n"]),
        3 => prop::sample::select(vec!["\n", "\n\n", "\r\n", "\r", "\x0c", "\n \n", "\n\x0c"]),
        2 => prop::sample::select(vec!["-", " - ", ".", ":", ")", "\"", "\u{2010}"]),
        2 => prop::sample::select(vec!["\u{FB01}", "\u{FB03}", "\u{FB06}", "\u{AD}", "\u{200B}"]),
        1 => prop::sample::select(vec!["é", "“", "😀", "\u{FEFF}", "\u{2029}", "\x01"]),
    ]
    .prop_map(str::to_owned);
    let any_character = any::<char>().prop_map(String::from);
    prop::collection::vec(prop_oneof![9 => pieces, 1 => any_character], 0..80)
        .prop_map(|pieces| pieces.concat())
}

/// The characters that a reader sees, ligatures spelled out.
fn visible(text: &str) -> String {
    let mut letters = String::new();
    for character in text.chars().filter(|&character| !is_void(character)) {
        match ligature_letters(character) {
            Some(spelled) => letters.push_str(spelled),
            None => letters.push(character),
        }
    }
    letters
}

/// The spans of the words of a text.
fn words(text: &str) -> Vec<ByteSpan> {
    let base = text.as_ptr().addr();
    text.split_whitespace()
        .map(|word| ByteSpan::new(0, word.len()).shifted(word.as_ptr().addr() - base))
        .collect()
}

proptest! {
    #[test]
    fn the_two_views_differ_in_wraps_only(text in awkward_text()) {
        let source = SourceText::from_text(text);
        let (lines, prose) = (source.canonical().lines(), source.canonical().prose());
        let unwrapped: Vec<String> = lines
            .split("\n\n")
            .map(|paragraph| paragraph.replace('\n', " "))
            .collect();
        prop_assert_eq!(unwrapped.join("\n\n"), prose);
    }

    #[test]
    fn no_layout_is_left(text in awkward_text()) {
        let source = SourceText::from_text(text);
        let lines = source.canonical().lines();
        prop_assert_eq!(lines.trim(), lines);
        for layout in ["  ", " \n", "\n ", "\n\n\n", "\r", "\x0c", "\u{A0}"] {
            prop_assert!(!lines.contains(layout), "{layout:?} in {lines:?}");
        }
    }

    #[test]
    fn every_visible_character_is_kept(text in awkward_text()) {
        let source = SourceText::from_text(text);
        prop_assert_eq!(visible(source.canonical().lines()), visible(source.text()));
    }

    #[test]
    fn any_span_is_located_on_character_borders(
        text in awkward_text(),
        start in 0..400usize,
        len in 0..400usize,
    ) {
        let source = SourceText::from_text(text);
        let place = source.locate(ByteSpan::new(start, start + len));
        prop_assert!(place.start <= place.end);
        prop_assert!(source.text().get(place.start..place.end).is_some());
    }

    #[test]
    fn later_bytes_are_located_later(text in awkward_text()) {
        let source = SourceText::from_text(text);
        let places: Vec<SourceSpan> = (0..source.canonical().lines().len())
            .map(|byte| source.locate(ByteSpan::new(byte, byte + 1)))
            .collect();
        for pair in places.windows(2) {
            prop_assert!(pair[0].start <= pair[1].start && pair[0].end <= pair[1].end);
        }
    }

    #[test]
    fn a_word_is_located_without_the_white_space_around_it(text in awkward_text()) {
        let source = SourceText::from_text(text);
        let lines = source.canonical().lines();
        for word in words(lines) {
            let place = source.locate(word);
            let read = &source.text()[place.start..place.end];
            prop_assert_eq!(read.trim_matches(is_void), read);
            prop_assert_eq!(visible(read), word.of(lines));
        }
    }

    #[test]
    fn positions_count_from_one_and_rise(text in awkward_text()) {
        let source = SourceText::from_text(text);
        let mut before = source.position(0);
        prop_assert_eq!((before.line, before.column, before.page), (1, 1, 1));
        for (offset, _) in source.text().char_indices().skip(1) {
            let position = source.position(offset);
            prop_assert!((position.line, position.column) > (before.line, before.column));
            prop_assert!(position.page >= before.page);
            before = position;
        }
        prop_assert_eq!(source.position(source.text().len()).line, source.line_count());
    }

    #[test]
    fn bytes_of_any_kind_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Err(refusal) = SourceText::from_bytes(&bytes) {
            prop_assert!(!refusal.to_string().is_empty());
        }
    }
}

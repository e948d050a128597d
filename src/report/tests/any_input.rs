//! Whatever a letter holds and wherever labels point, a report is written and nothing of the letter
//! reaches the terminal as a command.

use proptest::prelude::*;

use super::*;
use crate::report::concise::render_concise;

/// Texts with everything that could upset a drawing: line ends of all kinds, page breaks, tabs,
/// escapes, wide and combining and reversed characters, and lines too long to be shown.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => "[a-z]{1,8} ",
        3 => "\n|\r\n|\n\n| \n \n|\r|\x0c|\t|\u{2028}|\u{85}",
        1 => "\u{1b}\\[[0-9]{1,2}m|\u{9b}|\0|\u{7f}|\u{202e}|\u{200b}|\u{ad}",
        1 => "[漢é“–\u{301}😀\u{200d}]{1,3}",
        1 => "[a-z ]{150,400}",
    ];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

fn labels() -> impl Strategy<Value = Vec<Label>> {
    let label = (0..900usize, 0..500usize, "[a-z\n\x1b]{0,12}", any::<bool>());
    let label = label.prop_map(|(start, length, note, primary)| Label {
        span: SourceSpan {
            start,
            end: start
                + if length < 100 {
                    length / 5
                } else {
                    length - 100
                },
        },
        note,
        primary,
    });
    prop::collection::vec(label, 0..6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn is_rendered(text in texts(), labels in labels(), width in 0..120usize, backwards: bool) {
        let mut found = finding(Vec::new());
        found.labels = labels;
        if backwards && let Some(label) = found.labels.first_mut() {
            std::mem::swap(&mut label.span.start, &mut label.span.end);
        }
        let options = FullOptions { width, ..PLAIN };
        let full = rendered(&text, std::slice::from_ref(&found), &options);
        prop_assert!(!full.contains(|c: char| c.is_control() && c != '\n'));
        prop_assert!(!full.contains("Failed to read"), "{}", full);
        for label in &found.labels {
            let note = label.note.replace('\n', " ").replace('\u{1b}', "␛");
            prop_assert!(full.contains(note.trim_end()), "{:?} is missing in\n{}", note, full);
        }

        let source = SourceText::from_text(text);
        let letter = LetterView {
            name: "a\u{1b}.txt",
            source: Some(&source),
            headings: &[],
            findings: &[found],
            problems: &[],
        };
        let mut concise = String::new();
        render_concise(&mut concise, &letter).unwrap();
        prop_assert_eq!(concise.lines().count(), 1);
    }
}

//! Words of a text.

use crate::span::ByteSpan;

/// The runs of letters and digits of `text`, by place. An apostrophe between letters belongs to its word.
pub(super) fn words(text: &str) -> Vec<ByteSpan> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, char) in text.char_indices() {
        let in_word = char.is_alphanumeric() || start.is_some() && is_apostrophe(text, at, char);
        match (start, in_word) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                words.push(ByteSpan::new(from, at));
                start = None;
            }
            _ => {}
        }
    }
    words.extend(start.map(|from| ByteSpan::new(from, text.len())));
    words
}

fn is_apostrophe(text: &str, at: usize, char: char) -> bool {
    let behind = text[at..].chars().nth(1);
    matches!(char, '\'' | '\u{2019}') && behind.is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_cut_and_apostrophes_do_not() {
        let text = "de Quervain's EMG/NCV x 3, \u{201c}patients\u{2019} pain\u{201d}";
        let found: Vec<&str> = words(text).into_iter().map(|word| word.of(text)).collect();
        assert_eq!(
            found,
            [
                "de",
                "Quervain's",
                "EMG",
                "NCV",
                "x",
                "3",
                "patients",
                "pain"
            ]
        );
    }
}

//! Text of a letter made fit for a terminal.
//!
//! Letters and rule files are not ours: an escape sequence in one of them could repaint the screen, a
//! direction mark could show words in an order in which they do not stand. Nothing that is printed
//! gets past [`visible`].

use std::borrow::Cow;

/// The character to print for `c`: itself, or a stand-in of one column for one that would move the
/// cursor, change the terminal or reorder the line.
pub(super) fn visible(c: char) -> char {
    match c {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        // A soft hyphen is drawn by some terminals and not by others.
        '\u{ad}' => '-',
        '\u{80}'..='\u{9f}' | '\u{feff}' => '\u{fffd}',
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            '\u{fffd}'
        }
        _ => c,
    }
}

/// `text` as one printable line: every character through [`visible`], so that a line break is a space.
pub(super) fn one_line(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| visible(c) == c) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().map(visible).collect())
    }
}

/// `text` with its line breaks kept and every other character through [`visible`].
pub(super) fn paragraphs(text: &str) -> String {
    let shown = |c| if c == '\n' { c } else { visible(c) };
    text.trim_end().chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_take_one_column_and_do_nothing() {
        assert_eq!(one_line("a\u{1b}[31mb"), "a␛[31mb");
        assert_eq!(one_line("a\r\nb\tc\u{c}d\u{7f}"), "a  b c d␡");
        assert_eq!(one_line("a\u{9b}31m"), "a\u{fffd}31m");
        assert_eq!(one_line("6\u{202e}21"), "6\u{fffd}21");
        assert_eq!(one_line("treat\u{ad}ment"), "treat-ment");
    }

    #[test]
    fn plain_text_is_borrowed() {
        assert!(matches!(one_line("“12–18” visits"), Cow::Borrowed(_)));
    }

    #[cfg(feature = "cli")]
    #[test]
    fn paragraphs_keep_their_line_breaks() {
        assert_eq!(paragraphs("one\u{1b}\ntwo\n"), "one␛\ntwo");
    }
}

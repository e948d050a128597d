//! Paragraphs broken into lines.

use std::fmt;

/// Writes the words of `text` in lines of at most `width` characters, each behind `indent`. White space counts as
/// one space; a word that is longer than a line stands on a line of its own.
pub(super) fn wrapped(
    out: &mut impl fmt::Write,
    indent: &str,
    text: &str,
    width: usize,
) -> fmt::Result {
    hanging(out, indent, indent, text, width)
}

/// Like [`wrapped`], with another beginning of the first line: a mark, or the name of what follows.
pub(super) fn hanging(
    out: &mut impl fmt::Write,
    first: &str,
    indent: &str,
    text: &str,
    width: usize,
) -> fmt::Result {
    let mut used = first.chars().count();
    let mut at_start = true;
    out.write_str(first)?;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if !at_start && used + 1 + length > width {
            write!(out, "\n{indent}")?;
            used = indent.chars().count();
            at_start = true;
        }
        if !at_start {
            out.write_char(' ')?;
            used += 1;
        }
        out.write_str(word)?;
        used += length;
        at_start = false;
    }
    out.write_char('\n')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn lines_end_before_the_width_unless_one_word_is_longer() {
        let mut out = String::new();
        hanging(&mut out, "a: ", "   ", "one two  three\nfour-and-more", 10).unwrap();
        assert_eq!(out, "a: one two\n   three\n   four-and-more\n");
    }

    #[test]
    fn nothing_is_an_empty_line() {
        let mut out = String::new();
        wrapped(&mut out, "", " ", 10).unwrap();
        assert_eq!(out, "\n");
    }
}

//! Text of letters in Markdown: it must neither become markup nor call people or link to issues.

use crate::report::printable::one_line;

/// What has a meaning in the middle of a line of Markdown. No text of a letter is put at the beginning of one.
const MARKS: &[char] = &['\\', '`', '*', '_', '[', ']', '|', '~'];

/// A text on one line, as text. Behind `@` and `#` stands a comment, so that `@name` calls nobody and `#1` is no issue.
pub(super) fn text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in one_line(text).chars() {
        match character {
            '<' => escaped.push_str("&lt;"),
            '&' => escaped.push_str("&amp;"),
            '@' | '#' => {
                escaped.push('\\');
                escaped.push(character);
                escaped.push_str("<!-- -->");
            }
            _ if MARKS.contains(&character) => {
                escaped.push('\\');
                escaped.push(character);
            }
            _ => escaped.push(character),
        }
    }
    escaped
}

/// A text as code, with as many backticks around it as it takes. Nothing is markup there; only a bar would end the cell of
/// a table.
pub(super) fn code(text: &str) -> String {
    let text = one_line(text);
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let space = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{fence}{space}{text}{space}{fence}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_letter_is_markup() {
        assert_eq!(
            text("*a* <b> | [x](y) @me #1"),
            r"\*a\* &lt;b> \| \[x\](y) \@<!-- -->me \#<!-- -->1"
        );
        assert_eq!(text("- 1. a\nb"), "- 1. a b");
    }

    #[test]
    fn code_takes_the_backticks_it_needs() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("a `b"), "``a `b``");
        assert_eq!(code("`"), "`` ` ``");
    }
}

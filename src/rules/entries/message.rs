//! Texts with `{placeholders}`: are their braces in order. Which placeholders there are depends on the
//! conditions of the rule.

use crate::rules::decode::{Decoder, Located, quoted};
use crate::rules::yaml::Node;

/// A text whose placeholders are well formed.
pub(super) fn decode(decoder: &mut Decoder, node: &Node) -> Option<Located<String>> {
    let text = decoder.located_text(node)?;
    match misplaced_brace(&text.value) {
        None => Some(text),
        Some((at, what)) => {
            let span = decoder.part(node, at..at + 1);
            decoder.report_with_help(
                span,
                format!("{what} in `{}`", quoted(text.value.trim_end())),
                "this brace",
                Some("a placeholder is a name in braces, `{decision}`".to_owned()),
            );
            None
        }
    }
}

/// The first brace that is not part of a placeholder, and what is wrong with it.
fn misplaced_brace(text: &str) -> Option<(usize, &'static str)> {
    let mut open = None;
    for (at, c) in text.char_indices() {
        match (c, open) {
            ('{', None) => open = Some(at),
            ('{', Some(_)) => return Some((at, "a brace inside a placeholder")),
            ('}', None) => return Some((at, "a closing brace without an opening one")),
            ('}', Some(start)) => {
                let name = text[start + 1..at].trim();
                let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
                if name.is_empty() {
                    return Some((start, "an empty placeholder"));
                }
                if !name.chars().all(is_name) {
                    return Some((start, "a placeholder that is no name"));
                }
                open = None;
            }
            _ => {}
        }
    }
    open.map(|start| (start, "an opening brace without a closing one"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::rules::entries::trial::{complaints, decoded};

    #[test]
    fn placeholders_are_names_in_braces() {
        for text in [
            "'plain'",
            "'{decision} but { conclusion }'",
            "'{a}{b_c}{d-e}'",
        ] {
            assert!(decoded(text, decode).0.is_some(), "{text}");
        }
    }

    #[test]
    fn misplaced_braces_are_told_with_their_place() {
        let help = "(a placeholder is a name in braces, `{decision}`)";
        for (text, place, what) in [
            ("x {a", "1:4", "an opening brace without a closing one"),
            ("x a} y", "1:5", "a closing brace without an opening one"),
            ("\u{e9} {} y", "1:4", "an empty placeholder"),
            ("x {a {b}} y", "1:7", "a brace inside a placeholder"),
            ("x {the decision} y", "1:4", "a placeholder that is no name"),
        ] {
            assert_eq!(
                complaints(&format!("'{text}'"), decode),
                [format!("t.yaml:{place}: {what} in `{text}` {help}")]
            );
        }
    }
}

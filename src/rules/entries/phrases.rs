//! Phrases with alternatives: `(failed|failure of) conservative (care|treatment)` is four phrases.

use crate::rules::decode::Decoder;
use crate::rules::yaml::Node;

/// The most phrases that one line may stand for.
const MOST: usize = 400;

/// A list of phrases, not empty, each of which may hold alternatives in parentheses; an empty alternative
/// leaves the place out.
pub(super) fn phrases(decoder: &mut Decoder, node: &Node) -> Option<Vec<String>> {
    let lists = decoder.nonempty_list(node, |decoder, node| {
        let written = decoder.text(node)?;
        match expanded(&written) {
            Ok(phrases) => Some(phrases),
            Err(mistake) => {
                let label = mistake.label();
                decoder.report_with_help(
                    node.span,
                    format!("the alternatives of this phrase cannot be read: {label}"),
                    label,
                    Some(
                        "write them like this: `(failed|failure of) conservative care`".to_owned(),
                    ),
                );
                None
            }
        }
    })?;
    Some(lists.into_iter().flatten().collect())
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mistake {
    Unclosed,
    Unopened,
    Nested,
    Loose,
    TooMany,
}

impl Mistake {
    fn label(self) -> &'static str {
        match self {
            Self::Unclosed => "a parenthesis is not closed",
            Self::Unopened => "a parenthesis is closed that was not opened",
            Self::Nested => "parentheses stand within parentheses",
            Self::Loose => "`|` stands outside parentheses",
            Self::TooMany => "it stands for more than 400 phrases",
        }
    }
}

/// The phrases that `written` stands for, without needless spaces.
fn expanded(written: &str) -> Result<Vec<String>, Mistake> {
    let mut phrases = vec![String::new()];
    let mut rest = written;
    while let Some(open) = rest.find(['(', ')', '|']) {
        let (before, from) = rest.split_at(open);
        match from.chars().next() {
            Some(')') => return Err(Mistake::Unopened),
            Some('|') => return Err(Mistake::Loose),
            _ => {}
        }
        let inner = &from[1..];
        let close = inner.find(['(', ')']).ok_or(Mistake::Unclosed)?;
        if inner[close..].starts_with('(') {
            return Err(Mistake::Nested);
        }
        let alternatives: Vec<&str> = inner[..close].split('|').collect();
        if phrases.len() * alternatives.len() > MOST {
            return Err(Mistake::TooMany);
        }
        phrases = phrases
            .iter()
            .flat_map(|begun| {
                let each = alternatives.iter();
                each.map(move |alternative| format!("{begun}{before}{alternative}"))
            })
            .collect();
        rest = &inner[close + 1..];
    }
    let whole = phrases.iter().map(|begun| {
        let phrase = format!("{begun}{rest}");
        phrase.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    Ok(whole.filter(|phrase| !phrase.is_empty()).collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::rules::entries::trial::complaints;

    #[test]
    fn alternatives_are_written_out_in_order() {
        assert_eq!(expanded("red flag").unwrap(), ["red flag"]);
        assert_eq!(
            expanded("(failed|failure of) (all|) conservative care").unwrap(),
            [
                "failed all conservative care",
                "failed conservative care",
                "failure of all conservative care",
                "failure of conservative care",
            ]
        );
        assert_eq!(expanded("(|)").unwrap(), [""; 0]);
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        for (written, mistake) in [
            ("a (b", Mistake::Unclosed),
            ("a) b", Mistake::Unopened),
            ("a (b (c))", Mistake::Nested),
            ("a|b", Mistake::Loose),
            (&"(a|b)".repeat(9), Mistake::TooMany),
        ] {
            assert_eq!(expanded(written), Err(mistake), "{written}");
        }
        assert_eq!(
            complaints("[red flag, a (b]", phrases),
            [
                "t.yaml:1:12: the alternatives of this phrase cannot be read: a parenthesis is not closed (write them \
                 like this: `(failed|failure of) conservative care`)"
            ]
        );
    }
}

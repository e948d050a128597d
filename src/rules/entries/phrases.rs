//! Phrases with alternatives: `(failed|failure of) conservative (care|treatment)` is four phrases.

use crate::rules::decode::Decoder;
use crate::rules::yaml::Node;

/// The most phrases that one line may stand for.
const MOST: usize = 400;

/// A list of phrases, not empty, each of which may hold alternatives in parentheses; an empty alternative
/// leaves the place out.
pub(super) fn phrases(decoder: &mut Decoder, node: &Node) -> Option<Vec<String>> {
    let mut phrases = Vec::new();
    decoder.nonempty_list(node, |decoder, node| {
        let written = decoder.text(node)?;
        if let Err(mistake) = expand(written, &mut phrases) {
            let label = mistake.label();
            decoder.report_with_help(
                node.span,
                format!("the alternatives of this phrase cannot be read: {label}"),
                label,
                Some("write them like this: `(failed|failure of) conservative care`".to_owned()),
            );
        }
        Some(())
    })?;
    Some(phrases)
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

/// Adds the phrases that `written` stands for, without needless spaces.
fn expand(written: String, phrases: &mut Vec<String>) -> Result<(), Mistake> {
    if !written.contains(is_special) {
        phrases.extend(Some(spaced(written)).filter(|phrase| !phrase.is_empty()));
        return Ok(());
    }
    let places = places(&written)?;
    let count = places.iter().map(Vec::len).product();
    // Where every alternative is words, the spaces of what was written are those of every phrase.
    let mut alternatives = places.iter().skip(1).step_by(2).flatten();
    let spaced_already = is_spaced(&written) && alternatives.all(|piece| is_spaced(piece));
    phrases.reserve(count);
    for number in 0..count {
        let mut whole = String::with_capacity(written.len());
        // The alternatives of the last place change first, as the digits of a number do.
        let mut per_choice = count;
        for alternatives in &places {
            per_choice /= alternatives.len();
            whole.push_str(alternatives[number / per_choice % alternatives.len()]);
        }
        let phrase = if spaced_already { whole } else { spaced(whole) };
        phrases.extend(Some(phrase).filter(|phrase| !phrase.is_empty()));
    }
    Ok(())
}

/// Whether a character is none of a phrase.
fn is_special(character: char) -> bool {
    matches!(character, '(' | ')' | '|')
}

/// What may stand at each place of a phrase: one piece of text, or the alternatives of a pair of parentheses.
fn places(written: &str) -> Result<Vec<Vec<&str>>, Mistake> {
    let mut places = Vec::new();
    let mut count = 1;
    let mut rest = written;
    while let Some(open) = rest.find(is_special) {
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
        count *= alternatives.len();
        if count > MOST {
            return Err(Mistake::TooMany);
        }
        places.extend([vec![before], alternatives]);
        rest = &inner[close + 1..];
    }
    places.push(vec![rest]);
    Ok(places)
}

/// `text` with single spaces between its words and none around them.
fn spaced(text: String) -> String {
    if is_spaced(&text) {
        return text;
    }
    let mut spaced = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.push_str(word);
    }
    spaced
}

/// Whether a text needs no other spaces. `false`: it needs some, or is no plain ASCII.
fn is_spaced(text: &str) -> bool {
    let mut before = b' ';
    for byte in text.bytes() {
        let fits = byte.is_ascii_graphic() || (byte == b' ' && before != b' ');
        if !fits {
            return false;
        }
        before = byte;
    }
    before != b' '
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::rules::entries::trial::complaints;

    fn expanded(written: &str) -> Result<Vec<String>, Mistake> {
        let mut phrases = Vec::new();
        expand(written.to_owned(), &mut phrases).map(|()| phrases)
    }

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
        assert_eq!(expanded("a ( b|c )d").unwrap(), ["a bd", "a c d"]);
        assert_eq!(expanded("in ( case)").unwrap(), ["in case"]);
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

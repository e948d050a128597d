//! The identity of a finding across runs, revisions of the pack and extractions of the letter.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use super::Finding;

/// What a finding is about.
#[derive(Clone, Copy, Debug)]
pub struct Identity<'w> {
    /// Id of the rule.
    pub rule: &'w str,
    /// The letter's case number; `None`: the front matter gives none.
    pub case_number: Option<&'w str>,
    /// The item's heading, empty when it has none; `None`: the letter as a whole.
    pub heading: Option<&'w str>,
}

/// A short digest of the rule, the case number, the item's heading and the facts that the finding rests on: the
/// words of the letter, and ids of the pack. No line or page number, no message and no severity is part of it, and
/// of the words only what survives another extraction: letters in lower case, digits, and what stands between two
/// digits. No text of the letter can be read from it.
#[must_use]
pub fn fingerprint<'w>(
    identity: &Identity<'w>,
    facts: impl IntoIterator<Item = &'w str>,
) -> String {
    let mut digest = Sha256::new();
    let Identity {
        rule,
        case_number,
        heading,
    } = *identity;
    digest.update(rule);
    for part in [case_number, heading] {
        digest.update(if part.is_some() { [0, 1] } else { [0, 0] });
        digest.update(folded(part.unwrap_or_default()));
    }
    for fact in facts {
        digest.update([0]);
        digest.update(folded(fact));
    }
    shortened(digest)
}

/// Gives the second and later of findings with equal fingerprints others, so that waiving one does not waive all. Which
/// is the second follows from their order, the same in every layout of a letter.
pub(crate) fn tell_apart(findings: &mut [Finding]) {
    let mut seen: HashMap<String, usize> = HashMap::with_capacity(findings.len());
    for finding in findings {
        let count = seen.entry(finding.fingerprint.clone()).or_default();
        *count += 1;
        if *count > 1 {
            let mut digest = Sha256::new();
            digest.update(format!("{}#{count}", finding.fingerprint));
            finding.fingerprint = shortened(digest);
        }
    }
}

/// Whether a text has the form of a fingerprint.
#[must_use]
pub fn is_fingerprint(text: &str) -> bool {
    let is_digit = |byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    text.len() == 2 * BYTES && text.bytes().all(is_digit)
}

/// How much of the digest is kept: among a million findings two are alike once in 37 million times.
const BYTES: usize = 8;

fn shortened(digest: Sha256) -> String {
    let digest = digest.finalize();
    let bytes = digest.iter().take(BYTES);
    bytes.map(|byte| format!("{byte:02x}")).collect()
}

/// A text without white space, hyphens, quotation marks and other marks that extractions of one letter differ in.
/// Between two digits one mark is kept, or a space: 2-3 is not 23, and 1 2 is not 12.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut between = None;
    for character in text.chars() {
        if !is_kept(character) {
            between = match (between, dash_folded(character)) {
                (Some(' ') | None, mark) if !mark.is_whitespace() => Some(mark),
                (None, _) => Some(' '),
                (mark, _) => mark,
            };
            continue;
        }
        let behind_digit = folded.ends_with(|last: char| last.is_ascii_digit());
        if let Some(mark) = between.take()
            && behind_digit
            && character.is_ascii_digit()
        {
            folded.push(mark);
        }
        folded.extend(character.to_lowercase());
    }
    folded
}

/// Letters, digits, and signs that change what a number means.
fn is_kept(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '%' | '<' | '>' | '=' | '+')
}

/// All dashes are one.
fn dash_folded(character: char) -> char {
    match character {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(rule: &str, heading: Option<&str>, facts: &[&str]) -> String {
        let identity = Identity {
            rule,
            case_number: Some("CM00-0000001"),
            heading,
        };
        fingerprint(&identity, facts.iter().copied())
    }

    #[test]
    fn layout_case_and_marks_do_not_change_it() {
        let one = of(
            "item/arithmetic",
            Some("Re-trial of \"PT\"  2x6"),
            &["ten non-surgical visits", "2-3 weeks"],
        );
        let same = of(
            "item/arithmetic",
            Some("re-trial of \u{201C}pt\u{201D} 2x6\n"),
            &["ten\nnon-sur-\ngical visits", "2\u{2013} 3\u{A0}weeks"],
        );
        assert_eq!(one, same);
        assert!(is_fingerprint(&one), "{one}");
    }

    #[test]
    fn rule_letter_item_and_words_do() {
        let one = of("item/arithmetic", Some("pt 2x6"), &["10 visits", "2x6"]);
        let other_letter = Identity {
            rule: "item/arithmetic",
            case_number: Some("CM00-0000002"),
            heading: Some("pt 2x6"),
        };
        for other in [
            of("item/dose-differs", Some("pt 2x6"), &["10 visits", "2x6"]),
            of("item/arithmetic", Some("pt 2x6"), &["12 visits", "2x6"]),
            of("item/arithmetic", None, &["pt 2x6", "10 visits", "2x6"]),
            of("item/arithmetic", Some("pt 2x6"), &["10", "visits 2x6"]),
            of("item/arithmetic", Some("pt 2x6"), &["10 visits 2x6"]),
            fingerprint(&other_letter, ["10 visits", "2x6"]),
        ] {
            assert_ne!(one, other);
        }
    }

    #[test]
    fn numbers_keep_what_stands_between_their_digits() {
        let texts = ["2-3", "2/3", "2.3", "2 3", "23", "<23", "23%"];
        for (index, one) in texts.iter().enumerate() {
            for other in &texts[index + 1..] {
                assert_ne!(folded(one), folded(other), "{one} and {other}");
            }
        }
        for (one, other) in [
            ("2 - 3", "2-3"),
            ("1.5\nmg", "1.5 mg"),
            ("L4-\nL5", "L4-L5"),
        ] {
            assert_eq!(folded(one), folded(other));
        }
    }

    #[test]
    fn other_texts_are_no_fingerprints() {
        for text in [
            "",
            "0123456789abcde",
            "0123456789ABCDEF",
            "0123456789abcdefg",
        ] {
            assert!(!is_fingerprint(text), "{text}");
        }
    }
}

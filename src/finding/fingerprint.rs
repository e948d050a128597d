//! The identity of a finding.

use sha2::{Digest, Sha256};

/// A short digest of the rule, the item's heading and the words that the finding rests on, with white space
/// and letter case folded. It holds no line numbers, so a letter that is extracted again keeps its fingerprints, and no
/// text of the letter can be read from it.
#[must_use]
pub fn fingerprint<'w>(
    rule: &'w str,
    heading: Option<&'w str>,
    words: impl IntoIterator<Item = &'w str>,
) -> String {
    let mut digest = Sha256::new();
    let identity = [rule, heading.unwrap_or_default()];
    for part in identity.into_iter().chain(words) {
        for word in part.split_whitespace() {
            digest.update(word.to_lowercase().as_bytes());
            digest.update([b' ']);
        }
        digest.update([0]);
    }
    digest
        .finalize()
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn layout_and_case_do_not_change_it_but_words_do() {
        let one = fingerprint("item/arithmetic", Some("PT  2x6"), ["10 visits", "2x6"]);
        let same = fingerprint("item/arithmetic", Some("pt 2x6\n"), ["10\nVisits", "2x6"]);
        assert_eq!(one, same);
        for other in [
            fingerprint("item/arithmetic", Some("pt 2x6"), ["12 visits", "2x6"]),
            fingerprint("item/arithmetic", None, ["pt 2x6", "10 visits", "2x6"]),
            fingerprint("item/arithmetic", Some("pt 2x6"), ["10", "visits 2x6"]),
        ] {
            assert_ne!(one, other);
        }
        assert_eq!(one.len(), 16);
    }
}

//! Names of places on the page.
//!
//! Letters are drawn side by side and do not know their number, so a letter's name on the page is made from its path: a
//! link into the report leads to the same letter after the next run.

use sha2::{Digest, Sha256};

/// How many digits tell letters apart: with 12 two of 100,000 letters share them once in 50,000 runs.
const DIGITS: usize = 12;

/// The name of a letter on the page, which all names in it begin with.
#[derive(Clone, Debug)]
pub(super) struct Anchors(String);

impl Anchors {
    /// Of the letter at `path`.
    #[must_use]
    pub(super) fn of(path: &str) -> Self {
        let digest = Sha256::digest(path.as_bytes());
        let hex = digest.iter().map(|byte| format!("{byte:02x}"));
        Self(hex.collect::<String>().chars().take(DIGITS).collect())
    }

    /// The letter.
    pub(super) fn letter(&self) -> String {
        format!("l{}", self.0)
    }

    /// A disputed item.
    pub(super) fn item(&self, number: usize) -> String {
        format!("i{}-{number}", self.0)
    }

    /// What is said of a finding, by its number on the page.
    pub(super) fn finding(&self, finding: usize) -> String {
        format!("f{}-{finding}", self.0)
    }

    /// Words that a finding points at.
    pub(super) fn words(&self, finding: usize, label: usize) -> String {
        format!("w{}-{finding}-{label}", self.0)
    }

    /// A line.
    pub(super) fn line(&self, line: usize) -> String {
        format!("n{}-{line}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_have_names_of_their_own_that_last() {
        let one = Anchors::of("a.txt").words(2, 1);
        assert_eq!(one, "w18b7cb099a9e-2-1");
        assert_ne!(one, Anchors::of("b.txt").words(2, 1));
    }
}

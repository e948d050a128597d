//! The closing line of a run.

use std::fmt;

use crate::finding::Severity;

/// What a run came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Summary {
    /// Letters that were asked for, those that could not be read among them.
    pub letters: usize,
    /// Disputed items that were read.
    pub items: usize,
    /// Findings of severity error.
    pub errors: usize,
    /// Findings of severity warning.
    pub warnings: usize,
    /// Findings of severity note.
    pub notes: usize,
    /// Letters of which nothing could be read.
    pub unread: usize,
    /// Findings that a waiver keeps from being reported; not counted above.
    pub waived: usize,
    /// Findings that the baseline knows; not counted above either.
    pub known: usize,
    /// Letters that the run did not come to, because it was interrupted; not counted above either.
    pub unchecked: usize,
}

impl Summary {
    /// Counts one finding.
    pub fn count(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Note => self.notes += 1,
        }
    }

    /// How many findings there are of all severities.
    #[must_use]
    pub fn findings(&self) -> usize {
        self.errors + self.warnings + self.notes
    }
}

impl std::ops::AddAssign for Summary {
    fn add_assign(&mut self, other: Self) {
        self.letters += other.letters;
        self.items += other.items;
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.notes += other.notes;
        self.unread += other.unread;
        self.waived += other.waived;
        self.known += other.known;
        self.unchecked += other.unchecked;
    }
}

/// `12 letters, 31 items: 2 errors, 1 warning (1 waived, 3 known)`, without a line end. What did not occur
/// is left out.
impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", counted(self.letters, "letter"))?;
        if self.unread > 0 {
            write!(f, " ({} could not be read)", self.unread)?;
        }
        write!(f, ", {}: ", counted(self.items, "item"))?;
        let found: Vec<String> = [
            (self.errors, "error"),
            (self.warnings, "warning"),
            (self.notes, "note"),
        ]
        .into_iter()
        .filter(|&(count, _)| count > 0)
        .map(|(count, name)| counted(count, name))
        .collect();
        if found.is_empty() {
            f.write_str("no findings")?;
        } else {
            f.write_str(&found.join(", "))?;
        }
        let unreported: Vec<String> = [(self.waived, "waived"), (self.known, "known")]
            .into_iter()
            .filter(|&(count, _)| count > 0)
            .map(|(count, name)| format!("{count} {name}"))
            .collect();
        if !unreported.is_empty() {
            write!(f, " ({})", unreported.join(", "))?;
        }
        if self.unchecked > 0 {
            let unchecked = counted(self.unchecked, "letter");
            write!(f, "; interrupted, {unchecked} not checked")?;
        }
        Ok(())
    }
}

/// A number with the thing that it counts, for nouns whose plural ends in `s`: `1 letter`, `0 letters`.
#[must_use]
pub fn counted(count: usize, thing: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {thing}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_agree_with_their_nouns() {
        let summary = Summary {
            letters: 12,
            items: 31,
            errors: 2,
            warnings: 1,
            notes: 4,
            ..Summary::default()
        };
        assert_eq!(
            summary.to_string(),
            "12 letters, 31 items: 2 errors, 1 warning, 4 notes"
        );
    }

    #[test]
    fn severities_that_did_not_occur_are_left_out() {
        let mut summary = Summary {
            letters: 1,
            items: 1,
            ..Summary::default()
        };
        assert_eq!(summary.to_string(), "1 letter, 1 item: no findings");
        summary.count(Severity::Note);
        assert_eq!(summary.to_string(), "1 letter, 1 item: 1 note");
        assert_eq!(summary.findings(), 1);
    }

    #[test]
    fn findings_that_are_not_reported_are_said() {
        let summary = Summary {
            letters: 1,
            items: 1,
            waived: 2,
            known: 3,
            ..Summary::default()
        };
        let text = summary.to_string();
        assert_eq!(text, "1 letter, 1 item: no findings (2 waived, 3 known)");
    }

    #[test]
    fn unread_letters_are_said() {
        let mut summary = Summary::default();
        summary += Summary {
            letters: 3,
            items: 2,
            unread: 1,
            ..Summary::default()
        };
        assert_eq!(
            summary.to_string(),
            "3 letters (1 could not be read), 2 items: no findings"
        );
    }
}

//! What the baseline of a run holds of its letters, and what it holds no longer.

use std::collections::{HashMap, HashSet};

use super::Entry;
use crate::finding::Finding;
use crate::waiver::case_key;

/// The entries of a baseline during one run.
#[derive(Debug)]
pub struct Known<'b> {
    entries: &'b [Entry],
    by_fingerprint: HashMap<&'b str, Vec<usize>>,
    found: Vec<bool>,
    checked: HashSet<String>,
}

impl<'b> Known<'b> {
    /// With these entries, none of which was found yet.
    #[must_use]
    pub fn new(entries: &'b [Entry]) -> Self {
        let mut by_fingerprint: HashMap<&str, Vec<usize>> = HashMap::with_capacity(entries.len());
        for (index, entry) in entries.iter().enumerate() {
            let fingerprint = entry.fingerprint.as_str();
            by_fingerprint.entry(fingerprint).or_default().push(index);
        }
        Self {
            entries,
            by_fingerprint,
            found: vec![false; entries.len()],
            checked: HashSet::new(),
        }
    }

    /// Says that the letter with this case number was checked.
    pub fn checked(&mut self, case_number: Option<&str>) {
        self.checked.extend(case_number.map(case_key));
    }

    /// Whether a finding is known. Its entry is no longer stale.
    pub fn knows(&mut self, finding: &Finding) -> bool {
        let indexes = self.by_fingerprint.get(finding.fingerprint.as_str());
        for index in indexes.into_iter().flatten() {
            self.found[*index] = true;
        }
        indexes.is_some()
    }

    /// The entries whose letter was checked and which were not found in it, in the order of
    /// the file. Of an entry without a case number nothing is known.
    pub fn stale(&self) -> Vec<&'b Entry> {
        let is_stale = |(entry, found): &(&Entry, &bool)| {
            let case = entry.case_number.as_deref().map(case_key);
            !**found && case.is_some_and(|case| self.checked.contains(&case))
        };
        let entries = self.entries.iter().zip(&self.found);
        entries.filter(is_stale).map(|(entry, _)| entry).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;

    fn entry(case_number: Option<&str>, fingerprint: &str) -> Entry {
        Entry {
            case_number: case_number.map(str::to_owned),
            item: None,
            rule: "a/b".to_owned(),
            fingerprint: fingerprint.to_owned(),
        }
    }

    fn finding(fingerprint: &str) -> Finding {
        Finding {
            rule: "a/b".to_owned(),
            severity: Severity::Error,
            item: None,
            message: String::new(),
            labels: Vec::new(),
            help: None,
            source: None,
            fingerprint: fingerprint.to_owned(),
        }
    }

    #[test]
    fn an_entry_is_stale_when_its_letter_was_checked_without_it() {
        let entries = [
            entry(Some("CM1"), "1"),
            entry(Some("CM1"), "2"),
            entry(Some("CM2"), "3"),
            entry(None, "4"),
        ];
        let mut known = Known::new(&entries);
        assert!(known.knows(&finding("1")));
        assert!(!known.knows(&finding("9")));
        assert!(known.stale().is_empty());
        known.checked(Some("cm1 "));
        known.checked(None);
        assert_eq!(known.stale(), [&entries[1]]);
    }
}

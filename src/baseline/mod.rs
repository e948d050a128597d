//! Baselines: findings that were there when somebody first looked, so that only new ones are reported.
//!
//! A baseline is a list of fingerprints. It holds nothing of the letters but case numbers and numbers of items.

mod file;
mod known;

pub use file::{Damage, read, write};
pub use known::Known;

use crate::finding::Finding;

/// One finding that is known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The letter's case number; `None`: its front matter gives none.
    pub case_number: Option<String>,
    /// 1-based number of the item; `None`: the letter as a whole. For readers: it is not compared.
    pub item: Option<usize>,
    /// Id of the rule. Not compared either.
    pub rule: String,
    /// The identity of the finding; see [`crate::finding::fingerprint()`].
    pub fingerprint: String,
}

impl Entry {
    /// The entry of a finding in the letter with this case number.
    #[must_use]
    pub fn of(case_number: Option<&str>, finding: &Finding) -> Self {
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        Self {
            case_number: case_number.map(words),
            item: finding.item,
            rule: finding.rule.clone(),
            fingerprint: finding.fingerprint.clone(),
        }
    }
}

//! The entries of a pack by their ids.

use super::pack::{Guideline, InForce, Pack};
use crate::reading::date::Date;

/// The kinds of entries that a rule editor asks for by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryKind {
    /// A rule.
    Rule,
    /// A limit.
    Limit,
    /// A criterion.
    Criterion,
    /// A law.
    Law,
    /// A recommendation.
    Recommendation,
    /// A guideline edition.
    Guideline,
    /// A treatment class.
    Treatment,
    /// A fact.
    Fact,
}

impl EntryKind {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Rule,
        Self::Limit,
        Self::Criterion,
        Self::Law,
        Self::Recommendation,
        Self::Guideline,
        Self::Treatment,
        Self::Fact,
    ];

    /// The word in options and pages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::Limit => "limit",
            Self::Criterion => "criterion",
            Self::Law => "law",
            Self::Recommendation => "recommendation",
            Self::Guideline => "guideline",
            Self::Treatment => "treatment",
            Self::Fact => "fact",
        }
    }
}

impl Pack {
    /// The ids of all entries of a kind, in the order of the pack.
    #[must_use]
    pub fn ids(&self, kind: EntryKind) -> Vec<&str> {
        match kind {
            EntryKind::Rule => self.rules.iter().map(|rule| &*rule.id.value).collect(),
            EntryKind::Limit => self.limits.iter().map(|limit| &*limit.id.value).collect(),
            EntryKind::Criterion => {
                let criteria = self.criteria.iter();
                criteria.map(|criterion| &*criterion.id.value).collect()
            }
            EntryKind::Law => self.laws.iter().map(|law| &*law.id.value).collect(),
            EntryKind::Recommendation => {
                let entries = self.recommendations.iter();
                entries.map(|entry| &*entry.id.value).collect()
            }
            EntryKind::Guideline => {
                let guidelines = self.guidelines.iter();
                guidelines.map(|guideline| &*guideline.id.value).collect()
            }
            EntryKind::Treatment => {
                let treatments = self.treatments.iter();
                treatments.map(|treatment| &*treatment.id.value).collect()
            }
            EntryKind::Fact => self.facts.iter().map(|fact| &*fact.id.value).collect(),
        }
    }

    /// The kinds of which an entry has this id.
    #[must_use]
    pub fn kinds_of(&self, id: &str) -> Vec<EntryKind> {
        let mut kinds = EntryKind::ALL.to_vec();
        kinds.retain(|kind| self.ids(*kind).contains(&id));
        kinds
    }

    /// The edition with this id.
    #[must_use]
    pub fn guideline(&self, id: &str) -> Option<&Guideline> {
        let mut guidelines = self.guidelines.iter();
        guidelines.find(|guideline| guideline.id.value == id)
    }
}

impl InForce {
    /// Whether it is known to lie before or after `day`.
    #[must_use]
    pub fn excludes(&self, day: Date) -> bool {
        self.from.is_some_and(|from| from > day) || self.to.is_some_and(|to| to < day)
    }
}

/// `2007-06-15 to 2017-11-30`, `from 2017-12-01`.
impl std::fmt::Display for InForce {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.from, self.to) {
            (Some(from), Some(to)) => write!(f, "{from} to {to}"),
            (Some(from), None) => write!(f, "from {from}"),
            (None, Some(to)) => write!(f, "until {to}"),
            (None, None) => f.write_str("dates not known"),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn dates(from: Option<&str>, to: Option<&str>) -> InForce {
        let date = |text: &str| text.parse().unwrap();
        InForce {
            from: from.map(date),
            to: to.map(date),
        }
    }

    #[test]
    fn only_days_that_surely_lie_outside_are_excluded() {
        let day = "2016-07-28".parse().unwrap();
        assert!(!dates(None, None).excludes(day));
        assert!(!dates(Some("2016-07-28"), Some("2016-07-28")).excludes(day));
        assert!(dates(Some("2016-07-29"), None).excludes(day));
        assert!(dates(None, Some("2016-07-27")).excludes(day));
        // The year alone may hold the day or not.
        assert!(!dates(Some("2016"), None).excludes(day));
        assert!(dates(Some("2017"), None).excludes(day));
    }
}

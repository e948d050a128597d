//! The figures of a coverage, and what is untested.

use crate::rules::problem::RulePlace;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CoverageKind {
    /// Conditions of rules.
    Condition,
    /// Bounds of limits.
    Bound,
    /// Facts that criteria require.
    Fact,
}

impl CoverageKind {
    /// All of them, in the order of reports.
    pub const ALL: [Self; 3] = [Self::Condition, Self::Bound, Self::Fact];

    /// The words in reports.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Condition => "conditions of rules, decisive each way",
            Self::Bound => "bounds of limits, from each side",
            Self::Fact => "facts of criteria, denied and stated",
        }
    }
}

/// How much of one kind is tested. Every part has two sides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KindCoverage {
    /// Sides that a test shows.
    pub tested: usize,
    /// All sides.
    pub all: usize,
}

impl KindCoverage {
    /// Tenths of a percent, rounded down: only what is whole is 1000.
    #[must_use]
    pub fn per_mille(self) -> usize {
        match self.all {
            0 => 1000,
            all => self.tested * 1000 / all,
        }
    }
}

/// Something that no test shows.
#[derive(Clone, Debug)]
pub struct Gap {
    /// What it is.
    pub kind: CoverageKind,
    /// The rule, limit or criterion.
    pub entry: String,
    /// Where it stands.
    pub place: RulePlace,
    /// What is untested.
    pub untested: String,
    /// The test to write.
    pub hint: String,
}

/// What the tests of a pack show, and what they do not.
#[derive(Clone, Debug, Default)]
pub struct Coverage {
    counts: [KindCoverage; 3],
    /// What is untested, in the order of the pack.
    pub gaps: Vec<Gap>,
}

impl Coverage {
    /// How much of a kind is tested.
    #[must_use]
    pub fn of(&self, kind: CoverageKind) -> KindCoverage {
        self.counts.get(kind as usize).copied().unwrap_or_default()
    }

    /// Counts one side, and keeps what is missing where no test shows it.
    pub(super) fn count(&mut self, kind: CoverageKind, tested: bool, gap: impl FnOnce() -> Gap) {
        if let Some(count) = self.counts.get_mut(kind as usize) {
            count.all += 1;
            count.tested += usize::from(tested);
        }
        if !tested {
            self.gaps.push(gap());
        }
    }
}

//! Limits: how much of a treatment an edition of a guideline allows, how often, and for how long.

use std::fmt;

use super::Confidence;
use crate::rules::decode::Located;
use crate::rules::test_case::RuleTest;

/// A numeric limit of one guideline edition.
#[derive(Clone, Debug)]
pub struct Limit {
    /// `acupuncture-trial`.
    pub id: Located<String>,
    /// Title for people.
    pub title: String,
    /// Treatments it limits, by id.
    pub treatments: Vec<Located<String>>,
    /// The editions that state it, by id.
    pub guidelines: Vec<Located<String>>,
    /// Section of the guideline.
    pub section: Option<String>,
    /// What the numbers count, `visit`.
    pub unit: String,
    /// Size of a first course.
    pub trial: Option<Bounds>,
    /// Size of the whole course.
    pub total: Option<Bounds>,
    /// How often.
    pub frequency: Option<Timed>,
    /// For how long.
    pub duration: Option<Timed>,
    /// Phrases of which one must stand in the heading or case summary for the limit to apply; empty: it
    /// applies to every diagnosis.
    pub diagnoses: Vec<String>,
    /// YAML key `recited`, optional: phrases behind which letters recite the limit's number.
    pub recited: Vec<String>,
    /// Facts that extend a course beyond the trial, by id.
    pub extended_by: Vec<Located<String>>,
    /// Facts under which the limit does not apply at all, by id.
    pub exempt_when: Vec<Located<String>>,
    /// Citation as shown under a finding.
    pub citation: String,
    /// How sure we are.
    pub confidence: Confidence,
    /// Where the number was read.
    pub source: String,
    /// Whether it is used.
    pub enabled: bool,
    /// Its tests.
    pub tests: Vec<RuleTest>,
}

impl Limit {
    /// All its numbers in one line: "trial 3 to 6 visits, 1 to 3 per week, for 1 to 2 months".
    #[must_use]
    pub fn numbers(&self) -> String {
        let counted = |name: &str, bounds: Option<Bounds>| {
            bounds.map(|bounds| format!("{name} {bounds} {}s", self.unit))
        };
        let parts = [
            counted("trial", self.trial),
            counted("total", self.total),
            self.frequency
                .map(|often| format!("{} per {}", often.bounds, often.unit.name())),
            self.duration.map(|long| {
                let plural = if long.bounds.max == 1 { "" } else { "s" };
                format!("for {} {}{plural}", long.bounds, long.unit.name())
            }),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// A lowest and a highest number, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Lowest.
    pub min: u32,
    /// Highest.
    pub max: u32,
}

impl fmt::Display for Bounds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.min == self.max {
            write!(f, "{}", self.max)
        } else {
            write!(f, "{} to {}", self.min, self.max)
        }
    }
}

/// A number of units of time, `6..8 weeks`, or of visits in one unit, `1..3 per week`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timed {
    /// The numbers.
    pub bounds: Bounds,
    /// The unit of time.
    pub unit: TimeUnit,
}

/// Units of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TimeUnit {
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Years.
    Year,
}

impl TimeUnit {
    /// The unit in the singular.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

//! The settings file `imr-lint.yaml`: what a site wants of every run. Decoded like rules files, with every
//! mistake of the file in one run; finding and reading the file is for the caller.

mod decode;
mod grade;

use crate::finding::Severity;
use crate::reading::date::Date;
use crate::rules::decode::Located;

pub use decode::decode;

/// The name that a settings file is found by.
pub const FILE_NAME: &str = "imr-lint.yaml";

/// The settings that a file gives. Each has the place of its key; paths count from the folder of the file.
#[derive(Debug, Default)]
pub struct Config {
    /// Rules to lay over the built-in pack, the lowest first.
    pub rules: Option<Located<Vec<String>>>,
    /// Whether the built-in pack lies below them.
    pub builtin_rules: Option<Located<bool>>,
    /// Other severities, in the order of the file.
    pub severities: Vec<Regrading>,
    /// The rules and groups that are reported.
    pub select: Option<Located<Vec<Located<String>>>>,
    /// The rules and groups that are not.
    pub ignore: Option<Located<Vec<Located<String>>>>,
    /// The lowest severity that makes a run fail.
    pub fail_on: Option<Located<FailOn>>,
    /// The decision date of letters that give none; a whole day.
    pub as_of: Option<Located<Date>>,
    /// What other letters repeat word for word.
    pub recitals: Option<Located<String>>,
    /// The waivers file.
    pub waivers: Option<Located<String>>,
    /// The findings that are known already.
    pub baseline: Option<Located<String>>,
}

/// Another severity for a rule or group.
#[derive(Clone, Debug)]
pub struct Regrading {
    /// The id of a rule, or a group.
    pub name: Located<String>,
    /// What it becomes.
    pub grade: Grade,
}

/// How grave the findings of a rule are to be, or that they are not to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// The rule is not asked.
    Off,
    /// Its findings have this severity.
    As(Severity),
}

/// When a run with findings fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailOn {
    /// On findings of this severity and graver ones.
    At(Severity),
    /// Not on findings.
    Never,
}

impl Grade {
    /// The word in settings.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::As(severity) => severity.name(),
        }
    }
}

impl FailOn {
    /// The word in settings.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::At(severity) => severity.name(),
            Self::Never => "never",
        }
    }
}

#[cfg(test)]
mod tests;

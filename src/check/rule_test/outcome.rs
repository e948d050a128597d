//! How tests come out.

use std::fmt;

use crate::rules::problem::RulePlace;

/// How a test came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// As it should.
    Passed,
    /// Not as it should; at least one fault.
    Failed(Vec<Fault>),
    /// No test of the entry makes it fire.
    NeverFires,
    /// No test of the entry keeps it silent.
    NeverSilent,
}

/// One thing that did not come as a test says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A rule that must fire did not.
    Missing {
        /// The rule.
        rule: String,
        /// The conditions that kept it silent, with their truth: "false: decision: upheld".
        instead: Vec<String>,
    },
    /// A rule that must be silent fired.
    Noisy {
        /// The rule.
        rule: String,
        /// The message of its finding.
        message: String,
    },
    /// The rule fired, but not over the words that the test names.
    WrongPlace {
        /// The words that no label of the finding covers.
        words: Vec<String>,
        /// The words that its labels cover.
        labelled: Vec<String>,
    },
    /// What is tested is not asked of the letter of the test.
    Unreachable {
        /// The rule, limit or criterion.
        entry: String,
        /// Why not.
        because: String,
    },
}

/// The result of one test, or of the tests of one entry as a whole.
#[derive(Clone, Debug)]
pub struct TestResult {
    /// The rule, limit or criterion that the test stands in.
    pub entry: String,
    /// The name of the test; `None`: all tests of the entry.
    pub name: Option<String>,
    /// Where it stands.
    pub place: RulePlace,
    /// How it came out.
    pub outcome: Outcome,
}

impl Fault {
    /// The name of the outcome.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "missing",
            Self::Noisy { .. } => "noisy",
            Self::WrongPlace { .. } => "wrong-place",
            Self::Unreachable { .. } => "unreachable",
        }
    }
}

impl fmt::Display for Fault {
    /// One line: the name of the outcome, and what came instead.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.name())?;
        match self {
            Self::Missing { rule, instead } => {
                write!(f, "{rule} should have fired and did not")?;
                match instead.as_slice() {
                    [] => Ok(()),
                    conditions => write!(f, ": {}", conditions.join("; ")),
                }
            }
            Self::Noisy { rule, message } => write!(f, "{rule}: {message}"),
            Self::WrongPlace { words, labelled } => {
                write!(f, "no label covers {}; the labels cover ", quoted(words))?;
                write!(f, "{}", quoted(labelled))
            }
            Self::Unreachable { entry, because } => write!(f, "{entry} is not asked: {because}"),
        }
    }
}

fn quoted(words: &[String]) -> String {
    let quoted = words.iter().map(|words| format!("\"{words}\""));
    quoted.collect::<Vec<_>>().join(", ")
}

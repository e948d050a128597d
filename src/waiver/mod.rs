//! Waivers: findings that somebody has looked at and answers for, until a day.
//!
//! They stand in a file of their own, never in a letter: what is audited cannot silence its audit. A waiver without a
//! reason, of a rule that does not exist, past its day, or of nothing that is found, is itself a finding, by the rules
//! of the pack with `each: waiver`.

mod decode;
mod register;
#[cfg(test)]
mod tests;

use std::fmt;

pub use decode::from_file;
pub(crate) use decode::{day as decode_day, waivers as decode_waivers};
pub use register::{Fault, Judgement, Register, Waived};

use crate::reading::date::Date;
use crate::rules::decode::Located;
use crate::rules::problem::RulePlace;

/// One waiver, as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// What is waived.
    pub of: WaiverOf,
    /// Why. `None`: no reason is given, and the waiver has no effect.
    pub reason: Option<String>,
    /// Who answers for it.
    pub approver: String,
    /// The last day on which it has effect.
    pub expires: Located<Date>,
    /// The words that name what is waived.
    pub place: RulePlace,
}

/// What a waiver is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WaiverOf {
    /// One finding.
    Finding {
        /// Its fingerprint.
        fingerprint: String,
        /// The letter that it is in; `None`: not said. Only where it is said can the waiver be found to be unused.
        case_number: Option<String>,
    },
    /// What a rule finds in one item of a letter.
    Item {
        /// Id of the rule.
        rule: String,
        /// The letter.
        case_number: String,
        /// 1-based number of the item; `None`: the letter as a whole.
        item: Option<usize>,
    },
}

impl WaiverOf {
    /// The letter, where it is said.
    #[must_use]
    pub fn case_number(&self) -> Option<&str> {
        match self {
            Self::Finding { case_number, .. } => case_number.as_deref(),
            Self::Item { case_number, .. } => Some(case_number),
        }
    }
}

/// `the finding 0123456789abcdef`, `item/arithmetic in item 2 of CM16-0000000`, for messages.
impl fmt::Display for WaiverOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Finding { fingerprint, .. } => write!(f, "the finding {fingerprint}"),
            Self::Item {
                rule,
                case_number,
                item: Some(item),
            } => write!(f, "{rule} in item {item} of {case_number}"),
            Self::Item {
                rule, case_number, ..
            } => write!(f, "{rule} in {case_number} as a whole"),
        }
    }
}

/// A case number without white space and in capital letters: how one is told from another.
pub(crate) fn case_key(case_number: &str) -> String {
    let words = case_number.split_whitespace();
    words.collect::<String>().to_ascii_uppercase()
}

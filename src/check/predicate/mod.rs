//! The vocabulary of conditions: one predicate a file, each with what it asks, an example, where it makes
//! sense, and the message placeholders that it fills.

mod amount;
mod ancillary;
mod argument;
mod arithmetic;
mod basis_contradicts;
mod chapter;
mod cited_by;
mod claimed;
mod conclusion;
mod credential;
mod decision;
mod edition;
mod every_reason;
mod extension;
mod finding_denied;
mod follows_surgery;
mod guideline;
mod in_order;
mod later_record;
mod only_ground;
mod organisation;
mod other_ground;
mod present;
mod readable;
mod recited;
pub(super) mod requested;
mod required_fact;
mod required_facts;
mod restated_differently;
mod rests_on;
mod reviewer_cites;
mod same_request;
mod sole_ground;
mod split_arithmetic;
mod summary_differs;
mod summary_request;
mod text_matches;
mod treatment;
mod waiver;
mod worker_sex;

use std::fmt;

pub(crate) use self::argument::{Argument, type_of};
pub(super) use super::answer::Answer;
pub(super) use super::case::Case;
pub(super) use super::subject::{CredentialSubject, Each, Side, Subject};
pub(super) use super::truth::Truth;

/// One question to a letter. Answers with the truth and the words that decide it.
pub(crate) trait Predicate: fmt::Debug + Send + Sync {
    /// Asks it of a case.
    fn ask(&self, case: &Case<'_>) -> Answer;

    /// The truth of that answer alone. For predicates that many rules ask: without the words that show it.
    fn truth(&self, case: &Case<'_>) -> Truth {
        self.ask(case).truth
    }

    /// Whether it can only hold where the item asks for the same as the earlier item in question.
    fn needs_same_request(&self) -> bool {
        false
    }
}

/// A word of the rule language.
pub(crate) struct Vocable {
    /// The key in YAML.
    pub(crate) name: &'static str,
    /// What it asks, for rule editors.
    pub(crate) about: &'static str,
    /// How it is written.
    pub(crate) example: &'static str,
    /// Where it makes sense.
    pub(crate) places: Places,
    /// The placeholders it fills in messages.
    pub(crate) provides: &'static [&'static str],
    /// Reads the argument; `None`, reported, when it is wrong.
    pub(crate) parse: fn(Argument<'_>) -> Option<Box<dyn Predicate>>,
}

/// Where a predicate makes sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Places {
    /// In any rule.
    Letter,
    /// In rules about disputed items.
    Item,
    /// In rules with one of these under `each`.
    Of(&'static [Each]),
}

/// All predicates, in the order of their names.
pub(crate) const VOCABULARY: &[&Vocable] = &[
    &amount::VOCABLE,
    &ancillary::VOCABLE,
    &arithmetic::VOCABLE,
    &basis_contradicts::VOCABLE,
    &chapter::VOCABLE,
    &cited_by::VOCABLE,
    &claimed::VOCABLE,
    &conclusion::VOCABLE,
    &credential::VOCABLE,
    &decision::VOCABLE,
    &edition::VOCABLE,
    &every_reason::VOCABLE,
    &extension::VOCABLE,
    &finding_denied::VOCABLE,
    &follows_surgery::VOCABLE,
    &guideline::VOCABLE,
    &text_matches::HEADING,
    &in_order::VOCABLE,
    &later_record::VOCABLE,
    &only_ground::VOCABLE,
    &organisation::VOCABLE,
    &other_ground::VOCABLE,
    &present::VOCABLE,
    &text_matches::RATIONALE,
    &readable::VOCABLE,
    &recited::VOCABLE,
    &requested::VOCABLE,
    &required_fact::VOCABLE,
    &required_facts::VOCABLE,
    &restated_differently::VOCABLE,
    &rests_on::VOCABLE,
    &reviewer_cites::VOCABLE,
    &same_request::VOCABLE,
    &sole_ground::VOCABLE,
    &split_arithmetic::VOCABLE,
    &summary_differs::VOCABLE,
    &summary_request::VOCABLE,
    &treatment::VOCABLE,
    &waiver::VOCABLE,
    &worker_sex::VOCABLE,
];

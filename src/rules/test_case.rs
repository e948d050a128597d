//! Tests that stand inside rules, limits and criteria.

use super::decode::Located;
use crate::reading::date::Date;
use crate::waiver::Waiver;

/// One test: what stands in the letter, and which rules must fire. What is not given is filled in by a
/// letter that is consistent.
#[derive(Clone, Debug)]
pub struct RuleTest {
    /// What the case shows.
    pub name: Located<String>,
    /// Whole letter; when given, no other text is.
    pub letter: Option<String>,
    /// Front matter, `decision date: 01/10/2017`, in the form's own labels.
    pub front_matter: Vec<(String, String)>,
    /// The credentials paragraph.
    pub credentials: Option<String>,
    /// The clinical case summary.
    pub summary: Option<String>,
    /// The disputed items; at least one.
    pub items: Vec<TestItem>,
    /// The waivers, and the day on which they are held against the letter.
    pub waivers: Option<(Vec<Waiver>, Date)>,
    /// Rules that must fire, by id.
    pub expect: Vec<Located<String>>,
    /// Words that a label of an expected finding must cover.
    pub labels: Vec<Located<String>>,
    /// Rules that must stay silent, by id.
    pub silent: Vec<Located<String>>,
}

/// One disputed item of a test. `None` is filled in; an empty text leaves the part out.
#[derive(Clone, Debug, Default)]
pub struct TestItem {
    /// Heading without the decision word.
    pub heading: Option<String>,
    /// Decision word as printed.
    pub decision: Option<String>,
    /// The claims administrator's guideline line, without its label.
    pub claims_administrator_guideline: Option<String>,
    /// The reviewer's guideline line, without its label.
    pub reviewer_guideline: Option<String>,
    /// The rationale, without its label.
    pub rationale: Option<String>,
}

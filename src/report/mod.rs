//! What a person or a program is shown of the findings: one file per format.
//!
//! - [`full`]: each finding with the words of the letter that it rests on, for reading in a terminal
//!   (cargo feature `cli`).
//! - [`mod@format`]: what all formats of reports on letters have in common.
//! - [`html`]: a page with the letters and their findings (cargo feature `cli`).
//! - [`concise`]: one line per finding, for editors and `grep`.
//! - [`json`], [`jsonl`]: the contract, as one document and as one line a letter.
//! - [`sarif`], [`github`], [`gitlab`], `junit` (cargo feature `cli`): for programs that show findings of all kinds.
//! - [`table`]: the rows of `csv` (cargo feature `cli`) and `parquet` (cargo feature `parquet`).
//! - [`markdown`]: a summary for a comment on a change.
//! - [`statistics`]: a run in numbers.
//! - [`pack_page`]: a rule pack as a page of tables.
//! - [`rule_list`], [`rule_page`]: what a pack holds, and a page about one entry.
//! - [`diff`]: what a change of rules does to the findings (cargo feature `cli`).
//! - [`rule_problems`]: mistakes in rule files, in both forms.
//! - [`summary`]: the closing line.
//! - [`tally`]: a letter in numbers.
//! - [`vocabulary`]: the words that rules are made of.
//! - [`why`]: why each rule fired or stayed silent.
//!
//! All of them write to a [`std::fmt::Write`] and read finished findings; none of them looks at the
//! terminal.

pub mod concise;
#[cfg(feature = "cli")]
pub mod csv;
#[cfg(feature = "cli")]
pub mod diff;
mod facts;
pub mod format;
#[cfg(feature = "cli")]
pub mod full;
pub mod github;
pub mod gitlab;
#[cfg(feature = "cli")]
mod heading;
#[cfg(feature = "cli")]
pub mod html;
pub mod inspect;
pub mod json;
pub mod jsonl;
#[cfg(feature = "cli")]
pub mod junit;
#[cfg(feature = "cli")]
mod lines;
#[cfg(feature = "cli")]
mod long_line;
pub mod markdown;
#[cfg(feature = "cli")]
mod marks;
pub mod pack_page;
#[cfg(feature = "parquet")]
pub mod parquet;
mod printable;
mod region;
pub mod rule_list;
pub mod rule_page;
pub mod rule_problems;
mod rules_json;
pub mod sarif;
#[cfg(feature = "cli")]
mod source_code;
pub mod statistics;
pub mod summary;
pub mod table;
pub mod tally;
mod uri;
pub mod vocabulary;
pub mod why;
mod wrap;

use std::cmp::Reverse;

use self::json::Beside;
use crate::finding::{Finding, LetterProblem};
use crate::reading::request::Portion;
use crate::rules::pack::Pack;
use crate::source::SourceText;

/// What the reports know of one letter.
#[derive(Clone, Copy, Debug)]
pub struct LetterView<'a> {
    /// Its path as the user gave it, or `-`.
    pub name: &'a str,
    /// Its text; `None`: it could not be read, which `problems` say.
    pub source: Option<&'a SourceText>,
    /// The heading of each disputed item, unwrapped and with its decision; item 1 is at index 0.
    pub headings: &'a [&'a str],
    /// What the rules found, in any order.
    pub findings: &'a [Finding],
    /// Why the letter, or a part of it, was not read.
    pub problems: &'a [LetterProblem],
}

impl<'a> LetterView<'a> {
    /// The waivers file of a run, when something was found in it.
    fn of_waivers(beside: &Beside<'a>) -> Option<Self> {
        let (name, source, findings) = beside.waivers?;
        Some(Self {
            name,
            source: Some(source),
            headings: &[],
            findings,
            problems: &[],
        })
    }

    /// The findings in the order of the places they lead to; at one place the gravest first.
    #[must_use]
    pub fn findings_in_order(&self) -> Vec<&'a Finding> {
        let mut findings: Vec<&Finding> = self.findings.iter().collect();
        findings.sort_by_cached_key(|finding| {
            let start = finding.primary().map_or(0, |label| label.span.start);
            (start, Reverse(finding.severity), finding.rule.clone())
        });
        findings
    }
}

/// The ids of the treatment classes that a portion names, each once.
fn treatment_ids<'p>(portion: &Portion, pack: &'p Pack) -> Vec<&'p str> {
    let mut ids = Vec::new();
    for named in &portion.treatments {
        let treatment = pack.treatments.get(named.treatment);
        let id = treatment.map(|treatment| treatment.id.value.as_str());
        ids.extend(id.filter(|id| !ids.contains(id)));
    }
    ids
}

#[cfg(all(test, feature = "cli"))]
mod tests;

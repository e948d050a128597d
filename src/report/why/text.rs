//! The page to read: why each rule fired in a letter, is undecided or stayed silent.
//!
//! ```text
//! item 1: Acupuncture, 12 visits, cervical spine: Overturned (line 44)
//!
//!   fired
//!     ! warning[limit/overturned-above] overturned at 12 visits, above the first course of ...
//!       asked of the limit `acupuncture-trial`
//!       true     all
//!       true       decision: overturned     decided overturned (line 44 "Overturned")
//!       true       requested: above-trial   above the 3 to 6 visits (line 44 "12 visits")
//!
//!   silent
//!     item/dose-differs    the conclusion restates no other dose
//! ```

use std::fmt;

use super::limits;
use super::page::{Ink, Line, Page};
use super::rules::Rules;
use super::words::Quotes;
use crate::check::explain::{Explanation, ItemExplanation, RuleExplanation, RuleOutcome};
use crate::report::full::Drawing;
use crate::source::SourceText;

/// How much is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// What fired with the conditions that decided; the rest on a line each.
    Folded,
    /// Every rule with the conditions that decided.
    Decided,
    /// Every rule with all of its conditions.
    All,
}

/// How the page looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WhyOptions {
    /// Colours and characters.
    pub drawing: Drawing,
    /// Columns at which lines are wrapped.
    pub width: usize,
    /// How much is shown.
    pub detail: Detail,
}

/// Writes why the rules fired in the letter called `name`, or stayed silent.
///
/// # Errors
///
/// Those of `out`.
pub fn render_why(
    out: &mut impl fmt::Write,
    name: &str,
    source: &SourceText,
    explanation: &Explanation,
    options: &WhyOptions,
) -> fmt::Result {
    let mut page = Page::new(out, options.width, options.drawing);
    let quotes = Quotes::new(source);
    page.line(0, 2, &Line::of(Ink::Strong, name))?;
    page.line(0, 2, &Line::of(Ink::Plain, &counts(explanation)))?;
    for item in explanation
        .items
        .iter()
        .filter(|item| !item.rules.is_empty())
    {
        write_item(&mut page, &quotes, item, options.detail)?;
    }
    if !explanation.letter.is_empty() {
        page.blank()?;
        page.line(0, 0, &Line::of(Ink::Strong, "the letter as a whole"))?;
        let rules = Rules {
            rules: &explanation.letter,
            detail: options.detail,
        };
        rules.write(&mut page, &quotes)?;
    }
    let hint = match options.detail {
        Detail::Folded | Detail::Decided => {
            "Only the conditions that decided are shown; --all shows every one."
        }
        Detail::All => "The conditions that decided are marked with >.",
    };
    page.blank()?;
    page.line(0, 0, &Line::of(Ink::Faint, hint))
}

fn write_item(
    page: &mut Page<'_>,
    quotes: &Quotes<'_>,
    item: &ItemExplanation,
    detail: Detail,
) -> fmt::Result {
    page.blank()?;
    let heading = item.heading.map(|heading| quotes.whole(heading));
    let heading = heading.unwrap_or_else(|| "(no heading)".to_owned());
    let mut line = Line::of(Ink::Strong, &format!("item {}: {heading}", item.number));
    if let Some(decision) = item.decision {
        line = line.then(Ink::Strong, &format!(": {}", quotes.whole(decision)));
    }
    if let Some(place) = item.heading.or(item.decision) {
        line = line.then(Ink::Faint, &format!(" ({})", quotes.place(place)));
    }
    page.line(0, 2, &line)?;
    if item.rules.iter().any(|rule| rule.of_limits) {
        limits::write(page, quotes, &item.limits, detail == Detail::All)?;
    }
    let rules = Rules {
        rules: &item.rules,
        detail,
    };
    rules.write(page, quotes)
}

/// "2 fired, 1 undecided, 24 silent, 3 not asked": each rule counts once for each item, or for the letter.
fn counts(explanation: &Explanation) -> String {
    let count = |fits: fn(RuleOutcome) -> bool| {
        let items = explanation.items.iter().flat_map(|item| &item.rules);
        let rules = explanation.letter.iter().chain(items);
        rules
            .filter(|rule: &&RuleExplanation| fits(rule.outcome))
            .count()
    };
    format!(
        "{} fired, {} undecided, {} silent, {} not asked",
        count(|outcome| outcome == RuleOutcome::Fired),
        count(|outcome| outcome == RuleOutcome::Undecided),
        count(|outcome| outcome == RuleOutcome::Silent),
        count(|outcome| matches!(outcome, RuleOutcome::NotAsked(_))),
    )
}

//! The rules of an item or of the letter: those that fired first, with their trees; the others on a line each.

use std::fmt;

use super::folded::folded;
use super::page::{Ink, Line, Page};
use super::text::Detail;
use super::tree::Tree;
use super::words::Quotes;
use crate::check::Truth;
use crate::check::explain::{AskedOf, Asking, ConditionNode, RuleExplanation, RuleOutcome};
use crate::finding::Finding;

/// How many lines the grounds of a folded rule may fill.
const FOLDED_LINES: usize = 2;

/// Where the conditions of an unfolded rule begin.
const TREE: usize = 6;

/// The rules about one thing, with how they are shown.
pub(super) struct Rules<'r> {
    pub(super) rules: &'r [RuleExplanation],
    pub(super) detail: Detail,
}

impl Rules<'_> {
    /// Writes all groups of rules that are not empty.
    pub(super) fn write(&self, page: &mut Page<'_>, quotes: &Quotes<'_>) -> fmt::Result {
        for (title, outcome) in [
            ("fired", RuleOutcome::Fired),
            ("undecided", RuleOutcome::Undecided),
            ("silent", RuleOutcome::Silent),
        ] {
            let rules: Vec<_> = self
                .rules
                .iter()
                .filter(|rule| rule.outcome == outcome)
                .collect();
            if rules.is_empty() {
                continue;
            }
            page.blank()?;
            page.line(2, 2, &Line::of(Ink::Strong, title))?;
            let mut in_order = rules;
            if outcome == RuleOutcome::Fired {
                in_order.sort_by_key(|rule| std::cmp::Reverse(rule.gravest()));
            }
            for rule in in_order {
                if outcome == RuleOutcome::Fired || self.detail != Detail::Folded {
                    self.write_unfolded(page, quotes, rule)?;
                } else {
                    self.write_folded(page, quotes, rule)?;
                }
            }
        }
        self.write_not_asked(page)
    }

    /// A rule with its conditions; of several things that it was asked of, those that made it fire first.
    fn write_unfolded(
        &self,
        page: &mut Page<'_>,
        quotes: &Quotes<'_>,
        rule: &RuleExplanation,
    ) -> fmt::Result {
        let mut about = Some(&rule.about).filter(|_| self.detail == Detail::All);
        let mut write_about = |page: &mut Page<'_>| {
            let about = about.take().map(|about| Line::of(Ink::Faint, about));
            about.map_or(Ok(()), |about| page.line(TREE, TREE, &about))
        };
        if rule.outcome != RuleOutcome::Fired {
            page.line(4, TREE, &Line::of(Ink::Strong, &rule.rule))?;
            write_about(page)?;
        }
        let mut askings: Vec<&Asking> = rule.asked.iter().collect();
        askings.sort_by_key(|asking| asking.finding.is_none());
        if self.detail == Detail::Folded {
            askings.retain(|asking| asking.finding.is_some());
        }
        for (at, asking) in askings.iter().enumerate() {
            if let Some(finding) = &asking.finding {
                write_finding(page, finding)?;
                write_about(page)?;
            }
            if let Some(subject) = &asking.subject {
                let line = asked_of(quotes, subject, &asking.tree);
                page.line(TREE, TREE + 2, &line)?;
            }
            // The same answer of the next thing stands below both.
            let next = askings.get(at + 1);
            if !next.is_some_and(|next| next.finding.is_none() && next.tree == asking.tree) {
                let tree = Tree {
                    root: &asking.tree,
                    all: self.detail == Detail::All,
                };
                tree.write(page, quotes, TREE)?;
            }
        }
        match rule.asked.len() - askings.len() {
            0 => Ok(()),
            others => {
                let line = format!("(asked of {others} more, where it did not fire)");
                page.line(TREE, TREE, &Line::of(Ink::Faint, &line))
            }
        }
    }

    /// A rule on a line of its own, with what decided.
    fn write_folded(
        &self,
        page: &mut Page<'_>,
        quotes: &Quotes<'_>,
        rule: &RuleExplanation,
    ) -> fmt::Result {
        let ink = match rule.outcome {
            RuleOutcome::Undecided => Ink::Truth(Truth::Unknown),
            _ => Ink::Plain,
        };
        let label = Line::of(ink, &format!("    {}", rule.rule));
        let column = 6 + self.longest_name();
        let room = FOLDED_LINES * page.width().saturating_sub(column);
        page.labelled(&label, column, column, &folded(quotes, rule, room))
    }

    /// The columns of the longest name of a folded rule.
    fn longest_name(&self) -> usize {
        let names = self.rules.iter().map(|rule| rule.rule.chars().count());
        names.max().unwrap_or(0)
    }

    /// The rules that had nothing to be asked of, by reason.
    fn write_not_asked(&self, page: &mut Page<'_>) -> fmt::Result {
        let mut reasons: Vec<(&str, Vec<&str>)> = Vec::new();
        for rule in self.rules {
            let RuleOutcome::NotAsked(why) = rule.outcome else {
                continue;
            };
            match reasons
                .iter_mut()
                .find(|(reason, _)| *reason == why.reason())
            {
                Some((_, names)) => names.push(&rule.rule),
                None => reasons.push((why.reason(), vec![&rule.rule])),
            }
        }
        if reasons.is_empty() {
            return Ok(());
        }
        page.blank()?;
        page.line(2, 2, &Line::of(Ink::Strong, "not asked"))?;
        for (reason, names) in reasons {
            let line =
                Line::of(Ink::Plain, &format!("{reason}: ")).then(Ink::Faint, &names.join(", "));
            page.line(4, TREE, &line)?;
        }
        Ok(())
    }
}

/// `! warning[limit/overturned-above] overturned at 12 visits, ...`.
fn write_finding(page: &mut Page<'_>, finding: &Finding) -> fmt::Result {
    let ink = Ink::Severity(finding.severity);
    let sign = page.sign(finding.severity);
    let line = Line::of(ink, sign)
        .then(ink, &format!(" {}[{}]", finding.severity, finding.rule))
        .then(Ink::Plain, " ")
        .then(Ink::Plain, &finding.message);
    page.line(4, TREE, &line)
}

/// What a rule was asked of, with its words, unless the condition shows the same ones.
fn asked_of(quotes: &Quotes<'_>, subject: &AskedOf, tree: &ConditionNode) -> Line {
    let line = Line::of(Ink::Faint, &format!("asked of {}", subject.title));
    let mut shown = tree.deciding().into_iter().flat_map(|leaf| &leaf.words);
    match subject.words {
        Some(span) if !shown.any(|words| words.span == span) => line
            .then(Ink::Faint, " (")
            .followed(quotes.quoted(span))
            .then(Ink::Faint, ")"),
        _ => line,
    }
}

//! Why every rule fired or stayed silent: each condition's truth, and the words that made it so.
//!
//! The conditions and limits are those that [`Linter::check`] asks; nothing is decided here a second time.

mod condition;
mod limit;

pub(super) use condition::explain as condition_tree;
pub use condition::{ConditionKind, ConditionNode};
pub use limit::ConsideredLimit;

use super::compile::CompiledRule;
use super::subject::Each;
use super::{Linter, Truth, is_selected, subjects};
use crate::finding::{Finding, Severity};
use crate::reading::conclusion::Verdict;
use crate::reading::letter::{ItemReading, LetterReading};
use crate::source::SourceText;
use crate::span::SourceSpan;

/// What is to be explained of a letter.
#[derive(Clone, Copy, Debug, Default)]
pub struct Question<'q> {
    /// The 1-based number of an item; `None`: all items, and the letter as a whole.
    pub item: Option<usize>,
    /// Ids and groups of rules; empty: all.
    pub rules: &'q [String],
}

/// Words of the letter with what is to be seen in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownWords {
    /// Where they stand in the text as it was read.
    pub span: SourceSpan,
    /// What they show; empty where they only name a place.
    pub note: String,
}

/// Why the rules fired in a letter, or stayed silent.
#[derive(Debug)]
pub struct Explanation {
    /// The rules about the letter as a whole, in the order of the pack.
    pub letter: Vec<RuleExplanation>,
    /// The items that were asked about.
    pub items: Vec<ItemExplanation>,
}

/// One disputed item.
#[derive(Debug)]
pub struct ItemExplanation {
    /// 1-based number in the letter.
    pub number: usize,
    /// Its heading without the decision word.
    pub heading: Option<SourceSpan>,
    /// Its decision word.
    pub decision: Option<SourceSpan>,
    /// What its rationale concludes.
    pub conclusion: Verdict,
    /// The limits on its treatment, in the order of the pack.
    pub limits: Vec<ConsideredLimit>,
    /// The rules about items, in the order of the pack.
    pub rules: Vec<RuleExplanation>,
}

/// One rule, as it was asked of the letter or of an item.
#[derive(Debug)]
pub struct RuleExplanation {
    /// Its id.
    pub rule: String,
    /// How grave its findings are, unless a lower severity is taken.
    pub severity: Severity,
    /// The first sentence of what it explains of itself.
    pub about: String,
    /// Whether it is asked of the limits on an item's treatment.
    pub of_limits: bool,
    /// What came of it.
    pub outcome: RuleOutcome,
    /// What it was asked of, one after the other. Empty when it was not asked.
    pub asked: Vec<Asking>,
}

impl RuleExplanation {
    /// The gravest of its findings, which a lowered severity may leave below its own.
    #[must_use]
    pub fn gravest(&self) -> Option<Severity> {
        let findings = self
            .asked
            .iter()
            .filter_map(|asking| asking.finding.as_ref());
        super::gravest(findings)
    }
}

/// What came of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleOutcome {
    /// It was not asked.
    NotAsked(NotAsked),
    /// Its condition is false of everything that it was asked of.
    Silent,
    /// The letter does not say enough: its condition is unknown of something, and true of nothing.
    Undecided,
    /// It made a finding.
    Fired,
}

impl RuleOutcome {
    /// The word in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NotAsked(_) => "not-asked",
            Self::Silent => "silent",
            Self::Undecided => "undecided",
            Self::Fired => "fired",
        }
    }
}

/// Why a rule was not asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAsked {
    /// It is switched off in the pack.
    SwitchedOff,
    /// There is nothing to ask it of; the text says what.
    Nothing(&'static str),
}

impl NotAsked {
    /// The reason in words.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Self::SwitchedOff => "it is switched off in the pack",
            Self::Nothing(what) => what,
        }
    }
}

/// A rule asked of one thing.
#[derive(Debug)]
pub struct Asking {
    /// The thing that `each` named; `None`: the letter or item as a whole.
    pub subject: Option<AskedOf>,
    /// Its condition.
    pub tree: ConditionNode,
    /// The finding that it made.
    pub finding: Option<Finding>,
}

/// What a rule was asked of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedOf {
    /// What it is, "the limit `acupuncture-trial`".
    pub title: String,
    /// Its words, where it has any.
    pub words: Option<SourceSpan>,
}

impl Linter {
    /// Asks every rule of a letter again, all conditions of each, and tells what they answered. `reading` is
    /// what was read from `source`.
    #[must_use]
    pub fn explain(
        &self,
        source: &SourceText,
        reading: &LetterReading<'_>,
        question: &Question<'_>,
    ) -> Explanation {
        let items = reading.items.iter();
        let items = items.filter(|item| question.item.is_none_or(|number| item.number == number));
        Explanation {
            letter: match question.item {
                None => self.explain_rules(source, reading, None, question),
                Some(_) => Vec::new(),
            },
            items: items
                .map(|item| self.explain_item(source, reading, item, question))
                .collect(),
        }
    }

    fn explain_item(
        &self,
        source: &SourceText,
        reading: &LetterReading<'_>,
        item: &ItemReading,
        question: &Question<'_>,
    ) -> ItemExplanation {
        ItemExplanation {
            number: item.number,
            heading: item.item.heading.map(|span| source.locate(span)),
            decision: item.item.decision_span.map(|span| source.locate(span)),
            conclusion: item.conclusion.verdict,
            limits: limit::explain(&self.case(reading, Some(item)), item, source),
            rules: self.explain_rules(source, reading, Some(item), question),
        }
    }

    /// The rules about items, or those about the letter as a whole.
    fn explain_rules(
        &self,
        source: &SourceText,
        reading: &LetterReading<'_>,
        item: Option<&ItemReading>,
        question: &Question<'_>,
    ) -> Vec<RuleExplanation> {
        let is_wanted = |rule: &&CompiledRule| {
            let id = &self.pack.rules[rule.index].id.value;
            rule.of_item == item.is_some() && is_selected(id, question.rules, &[])
        };
        let rules = self.rules.iter().filter(is_wanted);
        rules
            .map(|rule| self.explain_rule(rule, source, reading, item))
            .collect()
    }

    fn explain_rule(
        &self,
        compiled: &CompiledRule,
        source: &SourceText,
        reading: &LetterReading<'_>,
        item: Option<&ItemReading>,
    ) -> RuleExplanation {
        let rule = &self.pack.rules[compiled.index];
        let asked = if rule.enabled {
            self.ask_all(compiled, source, reading, item)
        } else {
            Vec::new()
        };
        let truth = asked.iter().map(|asking| asking.tree.truth).max();
        RuleExplanation {
            rule: rule.id.value.clone(),
            severity: rule.severity,
            about: first_sentence(&rule.explain),
            of_limits: matches!(compiled.each, Some(Each::Limit | Each::RecitedLimit)),
            outcome: match truth {
                Some(Truth::True) => RuleOutcome::Fired,
                Some(Truth::Unknown) => RuleOutcome::Undecided,
                Some(Truth::False) => RuleOutcome::Silent,
                None if !rule.enabled => RuleOutcome::NotAsked(NotAsked::SwitchedOff),
                None => RuleOutcome::NotAsked(NotAsked::Nothing(
                    compiled
                        .each
                        .map_or("there is nothing", |each| each.absent()),
                )),
            },
            asked,
        }
    }

    fn ask_all(
        &self,
        compiled: &CompiledRule,
        source: &SourceText,
        reading: &LetterReading<'_>,
        item: Option<&ItemReading>,
    ) -> Vec<Asking> {
        let whole = self.case(reading, item);
        let mut asked = Vec::new();
        subjects::for_each(compiled.each, &whole, |case| {
            asked.push(Asking {
                subject: subjects::title(case).map(|(title, words)| AskedOf {
                    title,
                    words: words.map(|words| source.locate(words)),
                }),
                tree: condition::explain(&compiled.when, case, source),
                finding: self.finding_about(compiled, case, source),
            });
        });
        asked
    }
}

/// The first sentence of an explanation, on one line and without marks of emphasis.
pub(crate) fn first_sentence(explain: &str) -> String {
    let words: Vec<&str> = explain.split_whitespace().collect();
    let end = words.iter().position(|word| {
        let closes = word.ends_with('.') || word.ends_with(".\"");
        closes && !word.trim_end_matches('.').contains('.')
    });
    let sentence = words.get(..=end.unwrap_or(words.len().saturating_sub(1)));
    sentence.unwrap_or_default().join(" ").replace('*', "")
}

#[cfg(test)]
mod tests;

//! Why a rule fired: the tree of its condition, to be folded below the finding.

use serde::Serialize;

use super::words::{Quotes, Words};
use crate::check::explain::{Asking, ConditionNode, Explanation, RuleExplanation};
use crate::finding::Finding;
use crate::report::printable::one_line;

/// What a rule was asked of, and what it answered.
#[derive(Debug, Serialize)]
pub(super) struct Why {
    /// The first sentence of what the rule explains of itself.
    about: String,
    /// "the limit `acupuncture-trial`"; `None`: the letter or item as a whole.
    subject: Option<String>,
    tree: Node,
}

#[derive(Debug, Serialize)]
struct Node {
    truth: &'static str,
    written: String,
    /// Whether the whole condition is what it is because of this part.
    decided: bool,
    words: Vec<Words>,
    reason: Option<String>,
    parts: Vec<Node>,
}

/// Why a finding was made; `None` where the explanation does not hold it.
pub(super) fn why(
    finding: &Finding,
    explanation: &Explanation,
    quotes: &Quotes<'_>,
) -> Option<Why> {
    let of_items = explanation.items.iter();
    let of_item = of_items.filter(|item| Some(item.number) == finding.item);
    let rules = match finding.item {
        None => explanation.letter.iter().collect(),
        Some(_) => of_item.flat_map(|item| &item.rules).collect::<Vec<_>>(),
    };
    let rule = rules.into_iter().find(|rule| rule.rule == finding.rule)?;
    let asking = rule.asked.iter().find(|asking| made(asking, finding))?;
    Some(shown(rule, asking, quotes))
}

/// Whether it made the finding. Fingerprints differ where equal ones were told apart.
fn made(asking: &Asking, finding: &Finding) -> bool {
    let made = asking.finding.as_ref();
    made.is_some_and(|made| made.labels == finding.labels && made.message == finding.message)
}

fn shown(rule: &RuleExplanation, asking: &Asking, quotes: &Quotes<'_>) -> Why {
    let subject = asking.subject.as_ref();
    Why {
        about: one_line(&rule.about).into_owned(),
        subject: subject.map(|subject| one_line(&subject.title).into_owned()),
        tree: node(&asking.tree, quotes),
    }
}

fn node(node: &ConditionNode, quotes: &Quotes<'_>) -> Node {
    let words = node.words.iter();
    Node {
        truth: node.truth.name(),
        written: one_line(node.kind.written()).into_owned(),
        decided: node.decided,
        words: words
            .map(|words| quotes.words(words.span, &words.note))
            .collect(),
        reason: node
            .reason
            .as_deref()
            .map(|reason| one_line(reason).into_owned()),
        parts: node
            .children
            .iter()
            .map(|child| self::node(child, quotes))
            .collect(),
    }
}

//! The tree of a condition with the truth of each of its parts.

use super::ShownWords;
use crate::check::case::Case;
use crate::check::compile::Asked;
use crate::check::truth::Truth;
use crate::source::SourceText;

/// A condition, or a part of one, as it was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionNode {
    /// What it is.
    pub kind: ConditionKind,
    /// Whether it holds.
    pub truth: Truth,
    /// The words of the letter that made it so. Only predicates have them.
    pub words: Vec<ShownWords>,
    /// Why it is so, where no words show it.
    pub reason: Option<String>,
    /// Its parts, in the order of the rule.
    pub children: Vec<ConditionNode>,
    /// Whether the whole condition is what it is because of this part: a true condition because of the true
    /// parts of an `all`, a false one because of the false parts.
    pub decided: bool,
}

/// The kinds of conditions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConditionKind {
    /// True when all of its parts are.
    All,
    /// True when one of its parts is.
    Any,
    /// True when its part is false.
    Not,
    /// A predicate as it is written in the rule, `decision: upheld`.
    Ask(String),
}

impl ConditionKind {
    /// How it is written in rules.
    #[must_use]
    pub fn written(&self) -> &str {
        match self {
            Self::All => "all",
            Self::Any => "any",
            Self::Not => "not",
            Self::Ask(written) => written,
        }
    }
}

impl ConditionNode {
    /// The predicates that decided it, in the order of the rule.
    #[must_use]
    pub fn deciding(&self) -> Vec<&Self> {
        let mut found = Vec::new();
        self.collect_deciding(&mut found);
        found
    }

    fn collect_deciding<'n>(&'n self, found: &mut Vec<&'n Self>) {
        if !self.decided {
            return;
        }
        if self.children.is_empty() {
            found.push(self);
        }
        for child in &self.children {
            child.collect_deciding(found);
        }
    }

    /// Marks what decided: the parts that have the truth of a condition made it what it is. An `all` is as
    /// true as the least true of its parts, an `any` as the truest.
    fn mark(&mut self) {
        self.decided = true;
        for child in &mut self.children {
            if self.kind == ConditionKind::Not || child.truth == self.truth {
                child.mark();
            }
        }
    }
}

/// Asks all parts of a condition, also those that could not change its truth any more.
pub(in crate::check) fn explain(
    asked: &Asked,
    case: &Case<'_>,
    source: &SourceText,
) -> ConditionNode {
    let mut node = tree(asked, case, source);
    node.mark();
    node
}

fn tree(asked: &Asked, case: &Case<'_>, source: &SourceText) -> ConditionNode {
    match asked {
        Asked::All(parts) => {
            let children = trees(parts, case, source);
            let truth = children.iter().map(|child| child.truth);
            combined(
                ConditionKind::All,
                truth.fold(Truth::True, Truth::and),
                children,
            )
        }
        Asked::Any(parts) => {
            let children = trees(parts, case, source);
            let truth = children.iter().map(|child| child.truth);
            combined(
                ConditionKind::Any,
                truth.fold(Truth::False, Truth::or),
                children,
            )
        }
        Asked::Not(part) => {
            let child = tree(part, case, source);
            combined(ConditionKind::Not, !child.truth, vec![child])
        }
        Asked::Predicate { predicate, written } => {
            let answer = predicate.ask(case);
            let words = answer.evidence.into_iter().map(|evidence| ShownWords {
                span: source.locate(evidence.span),
                note: evidence.note,
            });
            ConditionNode {
                kind: ConditionKind::Ask(written.clone()),
                truth: answer.truth,
                words: words.collect(),
                reason: answer.reason.map(|reason| reason.into_owned()),
                children: Vec::new(),
                decided: false,
            }
        }
    }
}

fn trees(parts: &[Asked], case: &Case<'_>, source: &SourceText) -> Vec<ConditionNode> {
    parts.iter().map(|part| tree(part, case, source)).collect()
}

fn combined(kind: ConditionKind, truth: Truth, children: Vec<ConditionNode>) -> ConditionNode {
    ConditionNode {
        kind,
        truth,
        words: Vec::new(),
        reason: None,
        children,
        decided: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Truth::{False, True, Unknown};

    fn ask(name: &str, truth: Truth) -> ConditionNode {
        ConditionNode {
            kind: ConditionKind::Ask(name.to_owned()),
            ..combined(ConditionKind::All, truth, Vec::new())
        }
    }

    fn all(children: Vec<ConditionNode>) -> ConditionNode {
        let truth = children.iter().map(|child| child.truth);
        combined(ConditionKind::All, truth.fold(True, Truth::and), children)
    }

    fn any(children: Vec<ConditionNode>) -> ConditionNode {
        let truth = children.iter().map(|child| child.truth);
        combined(ConditionKind::Any, truth.fold(False, Truth::or), children)
    }

    fn not(child: ConditionNode) -> ConditionNode {
        combined(ConditionKind::Not, !child.truth, vec![child])
    }

    #[track_caller]
    fn assert_decided_by(mut node: ConditionNode, truth: Truth, names: &[&str]) {
        node.mark();
        assert_eq!(node.truth, truth);
        let found: Vec<&str> = node
            .deciding()
            .iter()
            .map(|leaf| leaf.kind.written())
            .collect();
        assert_eq!(found, names);
    }

    #[test]
    fn all_is_decided_by_its_false_parts_or_by_all_of_them() {
        let three = |last| all(vec![ask("a", True), ask("b", Unknown), ask("c", last)]);
        assert_decided_by(three(False), False, &["c"]);
        assert_decided_by(three(True), Unknown, &["b"]);
        assert_decided_by(all(vec![ask("a", True), ask("b", True)]), True, &["a", "b"]);
        assert_decided_by(
            all(vec![ask("a", False), ask("b", False)]),
            False,
            &["a", "b"],
        );
    }

    #[test]
    fn any_is_decided_by_its_true_parts_or_by_all_of_them() {
        assert_decided_by(any(vec![ask("a", False), ask("b", True)]), True, &["b"]);
        assert_decided_by(
            any(vec![ask("a", False), ask("b", Unknown)]),
            Unknown,
            &["b"],
        );
        assert_decided_by(
            any(vec![ask("a", False), ask("b", False)]),
            False,
            &["a", "b"],
        );
    }

    #[test]
    fn not_is_decided_by_what_decided_its_part() {
        let inner = |last| any(vec![ask("a", False), ask("b", last)]);
        assert_decided_by(not(inner(True)), False, &["b"]);
        assert_decided_by(not(inner(False)), True, &["a", "b"]);
        let outer = all(vec![ask("c", True), not(inner(Unknown))]);
        assert_decided_by(outer, Unknown, &["b"]);
    }

    #[test]
    fn a_part_of_a_branch_that_did_not_decide_did_not_decide_either() {
        let branch = |first, second| all(vec![ask("a", first), ask("b", second)]);
        assert_decided_by(
            any(vec![branch(True, False), branch(True, True)]),
            True,
            &["a", "b"],
        );
        assert_decided_by(
            any(vec![branch(True, False), branch(False, True)]),
            False,
            &["b", "a"],
        );
    }
}

//! Which conditions of a rule the tests have shown to matter.
//!
//! A condition matters in a letter when the rule would come out otherwise if this condition alone were answered
//! otherwise: every other part of an `all` around it holds, no other part of an `any` does. That a condition matters
//! both where it holds and where it does not shows that it can neither be left out nor be turned around unnoticed.

use super::Sides;
use super::gap::{Coverage, CoverageKind, Gap};
use crate::check::case::Case;
use crate::check::compile::{Asked, CompiledRule};
use crate::check::explain::{ConditionKind, ConditionNode, condition_tree};
use crate::check::truth::Truth;
use crate::rules::condition::Condition;
use crate::rules::pack::Rule;
use crate::rules::problem::RulePlace;
use crate::source::SourceText;

/// What the tests have shown of the conditions of a rule, in the order in which they are written.
#[derive(Debug)]
pub(super) struct RuleSeen {
    when: Vec<Sides>,
    lowered: Vec<Vec<Sides>>,
}

impl RuleSeen {
    pub(super) fn new(rule: &CompiledRule) -> Self {
        let sides = |asked: &Asked| vec![Sides::default(); leaf_count(asked)];
        Self {
            when: sides(&rule.when),
            lowered: rule.lowered.iter().map(|(_, asked)| sides(asked)).collect(),
        }
    }

    /// Adds what comes of asking the rule of a case. Lower severities are asked for only where there is a finding,
    /// and only until one holds.
    pub(super) fn observe(&mut self, rule: &CompiledRule, case: &Case<'_>, source: &SourceText) {
        if see(&rule.when, case, source, &mut self.when) != Truth::True {
            return;
        }
        for ((_, asked), sides) in rule.lowered.iter().zip(&mut self.lowered) {
            if see(asked, case, source, sides) == Truth::True {
                return;
            }
        }
    }

    pub(super) fn report(&self, rule: &Rule, coverage: &mut Coverage) {
        let fires = |written: &str| {
            format!(
                "add a test with `expect: [{}]` in which {written} and no other branch of an `any` around it holds",
                rule.id.value
            )
        };
        let silent = |written: &str| {
            format!(
                "add a test with `silent: [{}]` that differs from one that fires only in that {written}",
                rule.id.value
            )
        };
        report(&self.when, &rule.when, coverage, |kept, leaf| {
            let id = &rule.id.value;
            let (written, place) = (leaf.stands(kept), leaf.place.clone());
            let (untested, hint) = if kept {
                (format!("no test fires because {written}"), fires(&written))
            } else {
                let untested = format!("no test is silent only because {written}");
                (untested, silent(&written))
            };
            gap(id, place, untested, hint)
        });
        for ((severity, condition), sides) in rule.lowered.iter().zip(&self.lowered) {
            report(sides, condition, coverage, |kept, leaf| {
                let written = leaf.stands(kept);
                let lowered = if kept { "lowered" } else { "not lowered" };
                let untested = format!("no test is {lowered} to {severity} because {written}");
                let hint = format!(
                    "add a test with `expect: [{}]` in which {written}",
                    rule.id.value
                );
                gap(&rule.id.value, leaf.place.clone(), untested, hint)
            });
        }
    }
}

fn gap(entry: &str, place: RulePlace, untested: String, hint: String) -> Gap {
    Gap {
        kind: CoverageKind::Condition,
        entry: entry.to_owned(),
        place,
        untested,
        hint,
    }
}

fn report(
    sides: &[Sides],
    condition: &Condition,
    coverage: &mut Coverage,
    gap: impl Fn(bool, &WrittenLeaf<'_>) -> Gap,
) {
    let mut leaves = Vec::new();
    written_leaves(condition, false, &mut leaves);
    for (leaf, sides) in leaves.iter().zip(sides) {
        coverage.count(CoverageKind::Condition, sides.with, || gap(true, leaf));
        coverage.count(CoverageKind::Condition, sides.without, || gap(false, leaf));
    }
}

/// A predicate as it is written, and whether it stands under an odd number of `not`.
struct WrittenLeaf<'r> {
    written: String,
    place: &'r RulePlace,
    negated: bool,
}

impl WrittenLeaf<'_> {
    /// What it must be for the finding to be kept, or not to be.
    fn stands(&self, kept: bool) -> String {
        let truth = match (self.negated, kept) {
            (false, true) => "is true",
            (false, false) => "is not true",
            (true, true) => "is false",
            (true, false) => "is not false",
        };
        format!("`{}` {truth}", self.written)
    }
}

fn written_leaves<'r>(condition: &'r Condition, negated: bool, found: &mut Vec<WrittenLeaf<'r>>) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => {
            for part in parts {
                written_leaves(part, negated, found);
            }
        }
        Condition::Not(part) => written_leaves(part, !negated, found),
        Condition::Ask { name, argument } => found.push(WrittenLeaf {
            written: format!("{}: {}", name.value, argument.value),
            place: &name.place,
            negated,
        }),
    }
}

fn leaf_count(asked: &Asked) -> usize {
    match asked {
        Asked::All(parts) | Asked::Any(parts) => parts.iter().map(leaf_count).sum(),
        Asked::Not(part) => leaf_count(part),
        Asked::Predicate { .. } => 1,
    }
}

/// Asks a condition, adds which of its parts matter, and tells whether it holds.
fn see(asked: &Asked, case: &Case<'_>, source: &SourceText, sides: &mut [Sides]) -> Truth {
    let tree = condition_tree(asked, case, source);
    let mut leaves = Vec::new();
    collect(&tree, true, false, &mut leaves);
    for (leaf, sides) in leaves.iter().zip(sides) {
        if leaf.matters {
            sides.see(leaf.holds);
        }
    }
    tree.truth
}

/// A predicate as it was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Leaf {
    /// Whether the whole condition hangs on it.
    matters: bool,
    /// Whether it is as it must be for the whole condition to hold.
    holds: bool,
}

/// Under `not` a condition holds when it is false, and `all` and `any` change their parts.
fn collect(node: &ConditionNode, matters: bool, negated: bool, found: &mut Vec<Leaf>) {
    let wanted = if negated { Truth::False } else { Truth::True };
    let needs_all = match node.kind {
        ConditionKind::All => !negated,
        ConditionKind::Any => negated,
        ConditionKind::Not => {
            let children = node.children.iter();
            return children.for_each(|child| collect(child, matters, !negated, found));
        }
        ConditionKind::Ask(_) => {
            return found.push(Leaf {
                matters,
                holds: node.truth == wanted,
            });
        }
    };
    // A part that decides alone: one that fails where all are needed, or holds where one is enough.
    let decides = |child: &ConditionNode| (child.truth == wanted) != needs_all;
    let deciding = node.children.iter().filter(|child| decides(child)).count();
    for child in &node.children {
        let by_others = deciding - usize::from(decides(child));
        collect(child, matters && by_others == 0, negated, found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Truth::{False, True, Unknown};

    fn node(kind: ConditionKind, truth: Truth, children: Vec<ConditionNode>) -> ConditionNode {
        ConditionNode {
            kind,
            truth,
            words: Vec::new(),
            reason: None,
            children,
            decided: false,
        }
    }

    fn ask(truth: Truth) -> ConditionNode {
        node(ConditionKind::Ask("a".to_owned()), truth, Vec::new())
    }

    fn all(children: Vec<ConditionNode>) -> ConditionNode {
        let truth = children
            .iter()
            .fold(True, |all, child| all.and(child.truth));
        node(ConditionKind::All, truth, children)
    }

    fn any(children: Vec<ConditionNode>) -> ConditionNode {
        let truth = children
            .iter()
            .fold(False, |any, child| any.or(child.truth));
        node(ConditionKind::Any, truth, children)
    }

    fn not(child: ConditionNode) -> ConditionNode {
        node(ConditionKind::Not, !child.truth, vec![child])
    }

    /// `+` matters and holds, `-` matters and does not, `.` does not matter.
    #[track_caller]
    fn assert_matters(node: &ConditionNode, expected: &str) {
        let mut leaves = Vec::new();
        collect(node, true, false, &mut leaves);
        let signs = leaves.iter().map(|leaf| match (leaf.matters, leaf.holds) {
            (false, _) => '.',
            (true, true) => '+',
            (true, false) => '-',
        });
        assert_eq!(signs.collect::<String>(), expected);
    }

    #[test]
    fn a_part_of_all_matters_where_the_others_hold() {
        assert_matters(&all(vec![ask(True), ask(True)]), "++");
        assert_matters(&all(vec![ask(True), ask(False)]), ".-");
        assert_matters(&all(vec![ask(Unknown), ask(True)]), "-.");
        assert_matters(&all(vec![ask(Unknown), ask(False)]), "..");
    }

    #[test]
    fn a_branch_of_any_matters_where_no_other_holds() {
        assert_matters(&any(vec![ask(False), ask(Unknown)]), "--");
        assert_matters(&any(vec![ask(True), ask(Unknown)]), "+.");
        assert_matters(&any(vec![ask(True), ask(True)]), "..");
    }

    #[test]
    fn what_the_tree_around_it_decides_otherwise_does_not_matter() {
        let branches = |first, second| any(vec![all(vec![ask(True), ask(first)]), ask(second)]);
        assert_matters(&branches(True, False), "++.");
        assert_matters(&branches(False, True), "..+");
        assert_matters(&branches(False, False), ".--");
        assert_matters(&all(vec![branches(True, False), ask(False)]), "...-");
    }

    #[test]
    fn under_not_a_condition_holds_when_it_is_false() {
        assert_matters(&not(ask(False)), "+");
        assert_matters(&not(ask(Unknown)), "-");
        assert_matters(&not(any(vec![ask(False), ask(False)])), "++");
        assert_matters(&not(any(vec![ask(False), ask(True)])), ".-");
        assert_matters(&not(all(vec![ask(False), ask(True)])), "+.");
        assert_matters(&not(not(all(vec![ask(True), ask(Unknown)]))), ".-");
    }
}

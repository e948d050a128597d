#![allow(clippy::unwrap_used)]
use super::*;
use crate::rules::{embedded, load};

fn linter() -> Linter {
    Linter::new(load(embedded()).pack).0
}

/// Explains a text with the shipped rules.
fn explained<T>(text: &str, question: &Question<'_>, look: impl Fn(&Explanation) -> T) -> T {
    let linter = linter();
    let source = SourceText::from_text(text.to_owned());
    let letter = linter.parse(&source);
    let checked = linter.check(&source, &letter, None);
    look(&linter.explain(&source, &checked.reading, question))
}

const LETTER: &str = include_str!("../../../fixtures/letters/findings/limit__overturned-above.txt");

#[test]
fn the_first_sentence_ends_at_its_full_stop() {
    assert_eq!(
        first_sentence("One thing\nand another. More."),
        "One thing and another."
    );
    assert_eq!(first_sentence("no stop at all"), "no stop at all");
    assert_eq!(
        first_sentence("By 8 CCR 9792.8 alone. More."),
        "By 8 CCR 9792.8 alone."
    );
    assert_eq!(first_sentence(""), "");
}

#[test]
fn a_rule_that_fired_has_its_finding() {
    let rules = ["limit/overturned-above".to_owned()];
    let question = Question {
        item: Some(1),
        rules: &rules,
    };
    explained(LETTER, &question, |explanation| {
        assert!(explanation.letter.is_empty());
        let rule = &explanation.items[0].rules[0];
        assert_eq!(rule.outcome, RuleOutcome::Fired);
        let finding = rule.asked[0].finding.as_ref().unwrap();
        assert_eq!(finding.severity, rule.severity);
    });
}

#[test]
fn what_is_explained_agrees_with_what_is_found() {
    let linter = linter();
    let source = SourceText::from_text(LETTER.to_owned());
    let letter = linter.parse(&source);
    let checked = linter.check(&source, &letter, None);
    let explanation = linter.explain(&source, &checked.reading, &Question::default());
    let items = explanation.items.iter().flat_map(|item| &item.rules);
    let rules: Vec<_> = explanation.letter.iter().chain(items).collect();
    assert_eq!(rules.len(), linter.rules.len());
    let askings = rules.iter().flat_map(|rule| &rule.asked);
    for asking in askings.clone() {
        assert_eq!(asking.tree.truth == Truth::True, asking.finding.is_some());
    }
    let found: Vec<_> = askings
        .filter_map(|asking| asking.finding.as_ref())
        .collect();
    assert_eq!(found, checked.findings.iter().collect::<Vec<_>>());
}

#[test]
fn an_item_that_is_not_there_is_not_explained() {
    let question = Question {
        item: Some(7),
        rules: &[],
    };
    explained(LETTER, &question, |explanation| {
        assert!(explanation.items.is_empty());
    });
}

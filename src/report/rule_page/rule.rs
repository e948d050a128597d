//! The page about a rule.

use super::example::Tested;
use super::{Block, Section, item, section};
use crate::check::Linter;
use crate::report::summary::counted;
use crate::rules::condition::Condition;
use crate::rules::pack::{Confidence, Pack, Rule};

pub(super) fn sections(linter: &Linter, rule: &Rule) -> Vec<Section> {
    let pack = linter.pack();
    let (first, rest) = explained(rule);
    let mut finds = vec![item(rule.severity.name(), rule.message.value.as_str())];
    finds.extend(first.map(Block::Paragraph));
    let mut sections = vec![
        section("What it finds", finds),
        section("When it fires", when(rule)),
        section("Why it matters", why(rule, rest)),
    ];
    let tested = Tested {
        fires: &rule.id.value,
        enabled: rule.enabled,
        tests: &rule.tests,
    };
    sections.extend(tested.examples(linter));
    sections.extend([
        section("The law", law(pack, rule)),
        section("How to configure it", configuration(rule)),
        section("Related rules", related(pack, rule)),
    ]);
    sections
}

/// The first paragraph of `explain` and the others. A single paragraph says why.
fn explained(rule: &Rule) -> (Option<String>, Vec<String>) {
    let mut paragraphs: Vec<String> = rule
        .explain
        .split("\n\n")
        .map(|paragraph| paragraph.trim().to_owned())
        .filter(|paragraph| !paragraph.is_empty())
        .collect();
    let first = (paragraphs.len() > 1).then(|| paragraphs.remove(0));
    (first, paragraphs)
}

fn why(rule: &Rule, paragraphs: Vec<String>) -> Vec<Block> {
    let mut blocks: Vec<Block> = paragraphs.into_iter().map(Block::Paragraph).collect();
    blocks.extend(rule.help.as_deref().map(|help| item("help", help)));
    blocks
}

fn when(rule: &Rule) -> Vec<Block> {
    let mut blocks: Vec<Block> = rule
        .each
        .iter()
        .map(|each| item("of each", each.value.as_str()))
        .collect();
    push_condition(&rule.when, 0, &mut blocks);
    for (severity, when) in &rule.lowered {
        blocks.push(Block::Line(format!("and then only {severity} when")));
        push_condition(when, 1, &mut blocks);
    }
    blocks
}

fn push_condition(condition: &Condition, depth: usize, blocks: &mut Vec<Block>) {
    let line = |text: &str| Block::Line(format!("{}{text}", "  ".repeat(depth)));
    match condition {
        Condition::All(parts) => {
            blocks.push(line("all of"));
            for part in parts {
                push_condition(part, depth + 1, blocks);
            }
        }
        Condition::Any(parts) => {
            blocks.push(line("any of"));
            for part in parts {
                push_condition(part, depth + 1, blocks);
            }
        }
        Condition::Not(part) => {
            blocks.push(line("not"));
            push_condition(part, depth + 1, blocks);
        }
        Condition::Ask { name, argument } => {
            blocks.push(line(&format!("{}: {}", name.value, argument.value)));
        }
    }
}

fn law(pack: &Pack, rule: &Rule) -> Vec<Block> {
    let mut blocks: Vec<Block> = rule
        .source
        .iter()
        .map(|source| item("source", source.as_str()))
        .collect();
    blocks.extend(rests_on(pack, rule).map(|text| item("rests on", text)));
    if blocks.is_empty() {
        let text = "none: it rests on no guideline or statute".to_owned();
        blocks.push(Block::Paragraph(text));
    }
    blocks
}

/// The entries that a rule is asked of each of, counted by how sure we are of them.
fn rests_on(pack: &Pack, rule: &Rule) -> Option<String> {
    let limits = pack.limits.iter().filter(|limit| limit.enabled);
    let criteria = pack.criteria.iter().filter(|criterion| criterion.enabled);
    let (name, kind, confidences): (_, _, Vec<Confidence>) =
        match rule.each.as_ref()?.value.as_str() {
            "limit" | "recited-limit" => (
                "limit",
                "limit",
                limits.map(|limit| limit.confidence).collect(),
            ),
            "criterion" => (
                "criterion",
                "criterion",
                criteria.map(|criterion| criterion.confidence).collect(),
            ),
            "citation" => (
                "guideline edition",
                "guideline",
                pack.guidelines
                    .iter()
                    .map(|guideline| guideline.confidence)
                    .collect(),
            ),
            _ => return None,
        };
    let counts = [
        Confidence::Primary,
        Confidence::Quoted,
        Confidence::Unverified,
    ]
    .into_iter()
    .map(|confidence| {
        let count = confidences
            .iter()
            .filter(|other| **other == confidence)
            .count();
        (count, confidence)
    })
    .filter(|(count, _)| *count > 0)
    .map(|(count, confidence)| format!("{count} {}", confidence.name()));
    let counts = counts.collect::<Vec<_>>().join(", ");
    let all = counted(confidences.len(), name).replace("criterions", "criteria");
    Some(format!(
        "{all} of the pack ({counts}), each with a citation of its own, which stands under its findings; \
         `imr-lint rules list --kind {kind}` lists them"
    ))
}

fn configuration(rule: &Rule) -> Vec<Block> {
    let id = &rule.id.value;
    let enabled = if rule.enabled {
        "yes; `enabled: false` in its file switches it off"
    } else {
        "no; it is not asked"
    };
    vec![
        item(
            "severity",
            format!("{}; `severity:` in its file changes it", rule.severity),
        ),
        item("enabled", enabled),
        item(
            "this rule alone",
            format!("imr-lint check --select {id} PATH"),
        ),
        item(
            "all but this rule",
            format!("imr-lint check --ignore {id} PATH"),
        ),
    ]
}

/// The other rules of its group, and those that its tests name.
fn related(pack: &Pack, rule: &Rule) -> Vec<Block> {
    let group = |id: &str| id.split('/').next().unwrap_or_default().to_owned();
    let own = group(&rule.id.value);
    let named: Vec<&str> = rule
        .tests
        .iter()
        .flat_map(|test| test.expect.iter().chain(&test.silent))
        .map(|id| id.value.as_str())
        .collect();
    pack.rules
        .iter()
        .filter(|other| other.id.value != rule.id.value)
        .filter(|other| group(&other.id.value) == own || named.contains(&&*other.id.value))
        .map(|other| item(other.id.value.as_str(), other.message.value.as_str()))
        .collect()
}

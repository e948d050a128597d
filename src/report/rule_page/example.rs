//! Tests as examples: what they give, and what really comes of them.

use super::{Block, Section, section};
use crate::check::Linter;
use crate::finding::Finding;
use crate::rules::test_case::{RuleTest, TestItem};
use crate::span::SourceSpan;
use crate::waiver::Waiver;

/// How much of a whole letter is shown, in lines.
const MAX_LETTER_LINES: usize = 40;

/// Whose tests they are.
pub(super) struct Tested<'p> {
    /// What one of its tests expects when the test makes it fire: a rule's id, or the group of the rules that
    /// speak of limits or criteria.
    pub(super) fires: &'p str,
    /// Whether it is used; the tests of what is not used are not run.
    pub(super) enabled: bool,
    /// Its tests.
    pub(super) tests: &'p [RuleTest],
}

impl Tested<'_> {
    fn is_meant(&self, rule: &str) -> bool {
        rule == self.fires || rule.split('/').next() == Some(self.fires)
    }

    fn expects(&self, test: &RuleTest) -> bool {
        test.expect.iter().any(|id| self.is_meant(&id.value))
    }

    /// An example that fires and one that does not, in two sections.
    pub(super) fn examples(&self, linter: &Linter) -> [Section; 2] {
        let firing = self.tests.iter().find(|test| self.expects(test));
        let silent = self.tests.iter().find(|test| !self.expects(test));
        [
            self.example(linter, "An example that fires", firing),
            self.example(linter, "An example that does not", silent),
        ]
    }

    fn example(&self, linter: &Linter, title: &str, test: Option<&RuleTest>) -> Section {
        let Some(test) = test else {
            let none = "none of its tests is one".to_owned();
            return section(title, vec![Block::Paragraph(none)]);
        };
        let mut blocks = vec![Block::Paragraph(format!("\"{}\"", test.name.value))];
        blocks.extend(given(test));
        if self.enabled {
            self.outcome(linter, test, &mut blocks);
        } else {
            blocks.push(item(0, "gives", "not run: it is not used"));
        }
        section(title, blocks)
    }

    /// The findings, and in plain words where they are not what the test says.
    fn outcome(&self, linter: &Linter, test: &RuleTest, blocks: &mut Vec<Block>) {
        let example = linter.run_example(test);
        if example.findings.is_empty() {
            blocks.push(item(0, "gives", "no finding"));
        }
        // Those that the example is about stand first.
        let (own, others): (Vec<_>, Vec<_>) = example
            .findings
            .iter()
            .partition(|finding| self.is_meant(&finding.rule));
        for finding in own.into_iter().chain(others) {
            let text = text_of(finding, linter, test).unwrap_or(example.source.text());
            blocks.extend(shown(finding, text));
        }
        let fired = |id: &str| example.findings.iter().any(|finding| finding.rule == id);
        for id in test.expect.iter().filter(|id| !fired(&id.value)) {
            let text = format!("{} should have fired and did not", id.value);
            blocks.push(item(0, "NOT AS THE TEST SAYS", text));
        }
        let silent = test.silent.iter().map(|id| id.value.as_str());
        let own = Some(self.fires).filter(|own| own.contains('/') && !self.expects(test));
        let mut noisy: Vec<&str> = silent.chain(own).filter(|id| fired(id)).collect();
        noisy.dedup();
        for id in noisy {
            let text = format!("{id} should have stayed silent and did not");
            blocks.push(item(0, "NOT AS THE TEST SAYS", text));
        }
    }
}

fn item(depth: usize, name: &str, text: impl Into<String>) -> Block {
    Block::Item {
        depth,
        name: name.to_owned(),
        text: text.into(),
    }
}

/// The text that a finding has its places in, where that is not the letter: the file of the waivers.
fn text_of<'t>(finding: &Finding, linter: &Linter, test: &'t RuleTest) -> Option<&'t str> {
    let mut rules = linter.pack().rules.iter();
    let rule = rules.find(|rule| rule.id.value == finding.rule)?;
    let is_about_waivers = rule.each.as_ref()?.value == "waiver";
    let (waivers, _) = test.waivers.as_ref()?;
    let file = &waivers.first()?.place.file;
    is_about_waivers.then_some(file.text.as_ref())
}

/// A finding: its message, the words it points at, and what stands behind it.
fn shown(finding: &Finding, text: &str) -> Vec<Block> {
    let Finding { severity, rule, .. } = finding;
    let message = format!("{severity}[{rule}] {}", finding.message);
    let mut blocks = vec![item(0, "gives", message)];
    for label in &finding.labels {
        let SourceSpan { start, end } = label.span;
        let words = text.get(start..end).unwrap_or_default();
        blocks.push(item(1, &format!("\"{words}\""), label.note.as_str()));
    }
    blocks.extend(
        finding
            .source
            .iter()
            .map(|source| item(1, "source", source.as_str())),
    );
    blocks
}

/// What a test gives; the rest of its letter says nothing of interest.
fn given(test: &RuleTest) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(letter) = &test.letter {
        blocks.push(item(0, "letter", ""));
        let lines = letter.lines();
        let shown = lines.take(MAX_LETTER_LINES);
        blocks.extend(shown.map(|line| Block::Line(format!("| {line}"))));
        if letter.lines().nth(MAX_LETTER_LINES).is_some() {
            blocks.push(Block::Line("| ...".to_owned()));
        }
    }
    for (label, value) in &test.front_matter {
        blocks.push(item(0, label, value.as_str()));
    }
    if let Some((waivers, today)) = &test.waivers {
        blocks.push(item(0, "today", today.to_string()));
        blocks.extend(waivers.iter().map(waived));
    }
    blocks.extend(part(0, "credentials", test.credentials.as_ref()));
    blocks.extend(part(0, "summary", test.summary.as_ref()));
    let several = test.items.len() > 1;
    for (number, disputed) in test.items.iter().enumerate() {
        if several {
            blocks.push(Block::Line(format!("item {}:", number + 1)));
        }
        blocks.extend(item_given(disputed, usize::from(several)));
    }
    blocks
}

fn waived(waiver: &Waiver) -> Block {
    let reason = waiver.reason.as_deref().unwrap_or("(no reason)");
    let (of, until) = (&waiver.of, waiver.expires.value);
    item(0, "waiver", format!("{of}, until {until}: {reason}"))
}

fn item_given(disputed: &TestItem, depth: usize) -> Vec<Block> {
    let parts = [
        ("heading", &disputed.heading),
        ("decision", &disputed.decision),
        (
            "claims_administrator_guideline",
            &disputed.claims_administrator_guideline,
        ),
        ("reviewer_guideline", &disputed.reviewer_guideline),
        ("rationale", &disputed.rationale),
    ];
    let given = parts
        .into_iter()
        .filter_map(|(name, text)| part(depth, name, text.as_ref()));
    given.collect()
}

fn part(depth: usize, name: &str, text: Option<&String>) -> Option<Block> {
    let text = text?;
    let text = if text.trim().is_empty() {
        "(left out)"
    } else {
        text
    };
    Some(item(depth, name, text))
}

//! The JSON contract `imr-lint/why-1`, which `docs/json.md` describes. Fields are only ever added.

use std::io::{self, Write};

use serde::Serialize;

use crate::check::explain::{
    AskedOf, Asking, ConditionKind, ConditionNode, ConsideredLimit, Explanation, ItemExplanation,
    RuleExplanation, RuleOutcome, ShownWords,
};
use crate::finding::Severity;
use crate::reading::letter::LetterReading;
use crate::report::rules_json::RulesJson;
use crate::rules::pack::Pack;
use crate::source::SourceText;
use crate::span::SourceSpan;

/// The value of `schema`.
pub const SCHEMA: &str = "imr-lint/why-1";

/// Writes an explanation of the letter called `path`.
///
/// # Errors
///
/// Those of `out`.
pub fn write_why(
    mut out: impl Write,
    path: &str,
    source: &SourceText,
    (reading, explanation): (&LetterReading<'_>, &Explanation),
    pack: &Pack,
) -> io::Result<()> {
    let quotes = Quotes { source };
    let number = reading.letter.front_matter.case_number;
    let why = WhyJson {
        schema: SCHEMA,
        rules: RulesJson::new(pack),
        path,
        case_number: number.map(|number| quotes.text(source.locate(number))),
        decision_date: reading.decided.map(|decided| decided.date.to_string()),
        items: explanation
            .items
            .iter()
            .map(|item| quotes.item(item))
            .collect(),
        letter: quotes.rules(&explanation.letter),
    };
    serde_json::to_writer(&mut out, &why)?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct WhyJson<'a> {
    schema: &'static str,
    rules: RulesJson<'a>,
    path: &'a str,
    case_number: Option<String>,
    decision_date: Option<String>,
    items: Vec<ItemJson<'a>>,
    letter: Vec<RuleJson<'a>>,
}

#[derive(Serialize)]
struct ItemJson<'a> {
    number: usize,
    heading: Option<WordsJson<'a>>,
    decision: Option<WordsJson<'a>>,
    conclusion: &'static str,
    limits: Vec<LimitJson<'a>>,
    rules: Vec<RuleJson<'a>>,
}

#[derive(Serialize)]
struct LimitJson<'a> {
    id: &'a str,
    title: &'a str,
    numbers: &'a str,
    guidelines: &'a [String],
    guideline: Option<&'a str>,
    governs: bool,
    reason: &'static str,
    because: &'a str,
    words: Vec<WordsJson<'a>>,
}

#[derive(Serialize)]
struct RuleJson<'a> {
    rule: &'a str,
    severity: Severity,
    about: &'a str,
    outcome: &'static str,
    not_asked_because: Option<&'static str>,
    asked: Vec<AskedJson<'a>>,
}

#[derive(Serialize)]
struct AskedJson<'a> {
    of: Option<SubjectJson<'a>>,
    truth: &'static str,
    finding: Option<FindingJson<'a>>,
    condition: ConditionJson<'a>,
}

#[derive(Serialize)]
struct SubjectJson<'a> {
    title: &'a str,
    words: Option<WordsJson<'a>>,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    severity: Severity,
    message: &'a str,
    fingerprint: &'a str,
}

#[derive(Serialize)]
struct ConditionJson<'a> {
    kind: &'static str,
    written: &'a str,
    truth: &'static str,
    decided: bool,
    reason: Option<&'a str>,
    words: Vec<WordsJson<'a>>,
    parts: Vec<ConditionJson<'a>>,
}

/// Words of the letter, with their place as in the labels of a finding.
#[derive(Serialize)]
struct WordsJson<'a> {
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    page: usize,
    text: String,
    note: Option<&'a str>,
}

/// The letter that is quoted from.
struct Quotes<'s> {
    source: &'s SourceText,
}

impl Quotes<'_> {
    fn text(&self, span: SourceSpan) -> String {
        let words = self.source.text().get(span.start..span.end);
        let words: Vec<&str> = words.unwrap_or_default().split_whitespace().collect();
        words.join(" ")
    }

    fn words<'a>(&self, span: SourceSpan, note: &'a str) -> WordsJson<'a> {
        let position = self.source.position(span.start);
        WordsJson {
            start: span.start,
            end: span.end,
            line: position.line,
            column: position.column,
            page: position.page,
            text: self.text(span),
            note: Some(note).filter(|note| !note.is_empty()),
        }
    }

    fn all_words<'a>(&self, words: &'a [ShownWords]) -> Vec<WordsJson<'a>> {
        words
            .iter()
            .map(|words| self.words(words.span, &words.note))
            .collect()
    }

    fn item<'a>(&self, item: &'a ItemExplanation) -> ItemJson<'a> {
        ItemJson {
            number: item.number,
            heading: item.heading.map(|span| self.words(span, "")),
            decision: item.decision.map(|span| self.words(span, "")),
            conclusion: item.conclusion.name(),
            limits: item.limits.iter().map(|limit| self.limit(limit)).collect(),
            rules: self.rules(&item.rules),
        }
    }

    fn limit<'a>(&self, limit: &'a ConsideredLimit) -> LimitJson<'a> {
        LimitJson {
            id: &limit.id,
            title: &limit.title,
            numbers: &limit.numbers,
            guidelines: &limit.guidelines,
            guideline: limit.guideline.as_deref(),
            governs: limit.governs,
            reason: limit.reason,
            because: &limit.because,
            words: self.all_words(&limit.words),
        }
    }

    fn rules<'a>(&self, rules: &'a [RuleExplanation]) -> Vec<RuleJson<'a>> {
        rules
            .iter()
            .map(|rule| RuleJson {
                rule: &rule.rule,
                severity: rule.severity,
                about: &rule.about,
                outcome: rule.outcome.name(),
                not_asked_because: match rule.outcome {
                    RuleOutcome::NotAsked(why) => Some(why.reason()),
                    _ => None,
                },
                asked: rule
                    .asked
                    .iter()
                    .map(|asking| self.asking(asking))
                    .collect(),
            })
            .collect()
    }

    fn asking<'a>(&self, asking: &'a Asking) -> AskedJson<'a> {
        AskedJson {
            of: asking.subject.as_ref().map(|subject| self.subject(subject)),
            truth: asking.tree.truth.name(),
            finding: asking.finding.as_ref().map(|finding| FindingJson {
                severity: finding.severity,
                message: &finding.message,
                fingerprint: &finding.fingerprint,
            }),
            condition: self.condition(&asking.tree),
        }
    }

    fn subject<'a>(&self, subject: &'a AskedOf) -> SubjectJson<'a> {
        SubjectJson {
            title: &subject.title,
            words: subject.words.map(|span| self.words(span, "")),
        }
    }

    fn condition<'a>(&self, node: &'a ConditionNode) -> ConditionJson<'a> {
        ConditionJson {
            kind: match node.kind {
                ConditionKind::Ask(_) => "ask",
                ConditionKind::All => "all",
                ConditionKind::Any => "any",
                ConditionKind::Not => "not",
            },
            written: node.kind.written(),
            truth: node.truth.name(),
            decided: node.decided,
            reason: node.reason.as_deref(),
            words: self.all_words(&node.words),
            parts: node
                .children
                .iter()
                .map(|part| self.condition(part))
                .collect(),
        }
    }
}

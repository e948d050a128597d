//! Tests that stand inside rules, limits and criteria.

use std::collections::HashSet;

use super::id;
use crate::reading::date::Date;
use crate::rules::decode::{Decoder, Fields, Located, quoted};
use crate::rules::test_case::{RuleTest, TestItem};
use crate::rules::yaml::{Node, Value};
use crate::waiver::{self, Waiver};

/// The keys that describe a single item without `items`.
const ITEM_KEYS: [&str; 5] = [
    "heading",
    "decision",
    "claims_administrator_guideline",
    "reviewer_guideline",
    "rationale",
];

/// The keys that cannot stand beside a whole letter.
const LETTER_PARTS: [&str; 4] = ["items", "summary", "credentials", "front_matter"];

/// The tests of a rule, limit or criterion (`what`). That it has none is reported: nobody would notice
/// when it stops working.
pub(super) fn of_entry(
    decoder: &mut Decoder,
    fields: &mut Fields<'_>,
    what: &'static str,
) -> Vec<RuleTest> {
    let node = fields.take("tests");
    let has_none = match node.map(|node| &node.value) {
        None => !fields.misspells("tests"),
        Some(Value::Null) => true,
        Some(Value::List(tests)) => tests.is_empty(),
        Some(_) => false,
    };
    if has_none {
        let at = fields
            .key_span("tests")
            .unwrap_or_else(|| fields.name_span());
        decoder.report_with_help(
            at,
            format!("this {what} has no test"),
            "no test",
            Some(
                "add `tests:` with a letter that it must speak about, and one that it must not"
                    .to_owned(),
            ),
        );
        return Vec::new();
    }
    let tests = node.and_then(|node| decoder.list(node, decode));
    tests.unwrap_or_default()
}

/// A list of tests, not empty.
pub(super) fn listed(decoder: &mut Decoder, node: &Node) -> Option<Vec<RuleTest>> {
    decoder.nonempty_list(node, decode)
}

fn decode(decoder: &mut Decoder, node: &Node) -> Option<RuleTest> {
    let mut fields = decoder.fields(node, "a test")?;
    let name = fields.required(decoder, "name", Decoder::located_text);
    let letter = fields.optional(decoder, "letter", Decoder::text);
    let front_matter = fields.optional(decoder, "front_matter", front_matter);
    let credentials = fields.optional(decoder, "credentials", Decoder::text_or_empty);
    let summary = fields.optional(decoder, "summary", Decoder::text_or_empty);
    let items = items(decoder, &mut fields);
    let waivers = waivers(decoder, &mut fields);
    let expect = fields.optional(decoder, "expect", rule_ids);
    let silent = fields.optional(decoder, "silent", rule_ids);
    let labels = fields.optional(decoder, "labels", labels);
    labels_of_nothing(decoder, &fields);
    whole_letter_alone(decoder, &fields);
    if fields
        .key_span("expect")
        .or(fields.key_span("silent"))
        .is_none()
    {
        decoder.report_with_help(
            fields.name_span(),
            "this test expects nothing",
            "neither `expect` nor `silent`",
            Some(
                "name the rules that must fire in `expect`, those that must not in `silent`"
                    .to_owned(),
            ),
        );
    }
    fields.finish(decoder);
    let (expect, silent) = (expect.unwrap_or_default(), silent.unwrap_or_default());
    contradictions(decoder, &expect, &silent);
    Some(RuleTest {
        name: name?,
        items: if letter.is_some() { Vec::new() } else { items },
        letter,
        front_matter: front_matter.unwrap_or_default(),
        credentials,
        summary,
        waivers,
        expect,
        labels: labels.unwrap_or_default(),
        silent,
    })
}

/// The items of a test: `items`, or the single one whose parts stand in the test itself.
fn items(decoder: &mut Decoder, fields: &mut Fields<'_>) -> Vec<TestItem> {
    let listed = fields.optional(decoder, "items", |d, n| {
        d.nonempty_list(n, |d, n| {
            let mut fields = d.fields(n, "an item of a test")?;
            let item = item(d, &mut fields);
            fields.finish(d);
            Some(item)
        })
    });
    let single = item(decoder, fields);
    if fields.key_span("items").is_some() {
        for key in ITEM_KEYS {
            beside(decoder, fields, key, "items");
        }
    }
    listed.unwrap_or_else(|| vec![single])
}

fn item(decoder: &mut Decoder, fields: &mut Fields<'_>) -> TestItem {
    let mut part = |key| fields.optional(decoder, key, Decoder::text_or_empty);
    TestItem {
        heading: part("heading"),
        decision: part("decision"),
        claims_administrator_guideline: part("claims_administrator_guideline"),
        reviewer_guideline: part("reviewer_guideline"),
        rationale: part("rationale"),
    }
}

/// Waivers as in a waivers file, and the day on which the letter is checked.
fn waivers(decoder: &mut Decoder, fields: &mut Fields<'_>) -> Option<(Vec<Waiver>, Date)> {
    let waivers = fields.optional(decoder, "waivers", waiver::decode_waivers);
    let today = fields.optional(decoder, "today", waiver::decode_day);
    let (one, other) = match (fields.key_span("waivers"), fields.key_span("today")) {
        (Some(span), None) => (span, ("waivers", "today")),
        (None, Some(span)) => (span, ("today", "waivers")),
        _ => return Some((waivers?, today?.value)),
    };
    let (given, missing) = other;
    decoder.report_with_help(
        one,
        format!("`{given}` without `{missing}`"),
        format!("`{missing}` is missing"),
        Some("waivers end on a day: give both, or neither".to_owned()),
    );
    None
}

fn whole_letter_alone(decoder: &mut Decoder, fields: &Fields<'_>) {
    if fields.key_span("letter").is_some() {
        for key in LETTER_PARTS.into_iter().chain(ITEM_KEYS) {
            beside(decoder, fields, key, "letter");
        }
    }
}

fn beside(decoder: &mut Decoder, fields: &Fields<'_>, key: &str, other: &str) {
    if let Some(span) = fields.key_span(key) {
        decoder.report_with_help(
            span,
            format!("`{key}` cannot stand beside `{other}`"),
            "would be ignored",
            Some(format!("write it into `{other}`, or remove one of the two")),
        );
    }
}

/// `{ Decision Date: 01/10/2017 }`, in the form's own labels.
fn front_matter(decoder: &mut Decoder, node: &Node) -> Option<Vec<(String, String)>> {
    let entries = decoder.entries(node, "the front matter")?;
    let texts = entries.iter().filter_map(|(key, node)| {
        let text = decoder.text_or_empty(node)?;
        Some((key.name.clone().into_owned(), text))
    });
    Some(texts.collect())
}

fn rule_ids(decoder: &mut Decoder, node: &Node) -> Option<Vec<Located<String>>> {
    decoder.nonempty_list(node, id::of_rule)
}

fn labels(decoder: &mut Decoder, node: &Node) -> Option<Vec<Located<String>>> {
    decoder.nonempty_list(node, Decoder::located_text)
}

/// Labels are those of findings, so a finding has to be expected.
fn labels_of_nothing(decoder: &mut Decoder, fields: &Fields<'_>) {
    if let (Some(span), None) = (fields.key_span("labels"), fields.key_span("expect")) {
        decoder.report_with_help(
            span,
            "`labels` without `expect`",
            "of which finding?",
            Some("name the rule that labels these words in `expect`".to_owned()),
        );
    }
}

fn contradictions(decoder: &mut Decoder, expect: &[Located<String>], silent: &[Located<String>]) {
    let expected: HashSet<&str> = expect.iter().map(|id| id.value.as_str()).collect();
    for id in silent {
        if expected.contains(id.value.as_str()) {
            decoder.report_with_help(
                id.place.span,
                format!(
                    "`{}` is expected to fire and to stay silent",
                    quoted(&id.value)
                ),
                "also in `expect`",
                Some("remove one of the two".to_owned()),
            );
        }
    }
}

#[cfg(test)]
mod tests;

//! From the YAML of a waivers file to waivers, with every mistake.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Waiver, WaiverOf, case_key};
use crate::finding::is_fingerprint;
use crate::reading::date::Date;
use crate::rules::decode::{Decoder, Fields, Located, quoted};
use crate::rules::problem::{RuleFile, RulePlace, RuleProblem};
use crate::rules::yaml::{self, Node, Value};
use crate::span::SourceSpan;

/// The highest number that an item can have.
const MOST_ITEMS: i64 = 9_999;

/// The keys that say what is waived.
const SUBJECT_KEYS: [&str; 4] = ["fingerprint", "rule", "case_number", "item"];

/// Reads a waivers file.
///
/// # Errors
/// Everything that is wrong with it. A file with any mistake has no effect at all: who wrote it would not know which
/// half of it has.
pub fn from_file(file: RuleFile) -> Result<Vec<Waiver>, Vec<RuleProblem>> {
    let file = Arc::new(file);
    let root = yaml::parse(&file).map_err(|problem| vec![*problem])?;
    let mut decoder = Decoder::new(&file);
    let mut read = None;
    if let Some(mut fields) = decoder.fields(&root, "a waivers file") {
        read = fields.required(&mut decoder, "waivers", waivers);
        fields.finish(&mut decoder);
    }
    let problems = decoder.into_problems();
    match read {
        Some(waivers) if problems.is_empty() => Ok(waivers),
        _ => Err(problems),
    }
}

/// A list of waivers, none given twice.
pub(crate) fn waivers(decoder: &mut Decoder, node: &Node) -> Option<Vec<Waiver>> {
    let waivers = decoder.list(node, waiver)?;
    let mut places: HashMap<Subject<'_>, &RulePlace> = HashMap::with_capacity(waivers.len());
    for waiver in &waivers {
        if let Some(first) = places.insert(Subject::of(waiver), &waiver.place) {
            decoder.report_twice(
                format!("there are two waivers of {}", waiver.of),
                waiver.place.clone(),
                first.clone(),
                "keep one of the two",
            );
        }
    }
    Some(waivers)
}

/// What two waivers of the same have in common.
#[derive(PartialEq, Eq, Hash)]
enum Subject<'w> {
    Finding(&'w str),
    Item(&'w str, String, Option<usize>),
}

impl<'w> Subject<'w> {
    fn of(waiver: &'w Waiver) -> Self {
        match &waiver.of {
            WaiverOf::Finding { fingerprint, .. } => Self::Finding(fingerprint),
            WaiverOf::Item {
                rule,
                case_number,
                item,
            } => Self::Item(rule, case_key(case_number), *item),
        }
    }
}

fn waiver(decoder: &mut Decoder, node: &Node) -> Option<Waiver> {
    let mut fields = decoder.fields(node, "a waiver")?;
    let of = subject(decoder, &mut fields);
    let reason = fields.optional(decoder, "reason", reason).flatten();
    let approver = fields.required(decoder, "approver", Decoder::text);
    let expires = fields.required(decoder, "expires", day);
    fields.finish(decoder);
    let (of, span) = of?;
    Some(Waiver {
        of,
        reason,
        approver: approver?,
        expires: expires?,
        place: decoder.place(span),
    })
}

/// What is waived, and the words that name it.
fn subject(decoder: &mut Decoder, fields: &mut Fields<'_>) -> Option<(WaiverOf, SourceSpan)> {
    let given = |fields: &Fields<'_>, key| fields.key_span(key).is_some();
    if !SUBJECT_KEYS
        .iter()
        .any(|key| given(fields, key) || fields.misspells(key))
    {
        decoder.report_with_help(
            fields.name_span(),
            "this waiver does not say what it is of",
            "of which finding?",
            Some(
                "give the `fingerprint` of a finding, or its `rule`, `case_number` and `item`"
                    .to_owned(),
            ),
        );
        // So that the keys are known when the others are checked.
        for key in SUBJECT_KEYS {
            fields.take(key);
        }
        return None;
    }
    let one =
        given(fields, "fingerprint") || (fields.misspells("fingerprint") && !given(fields, "rule"));
    if one {
        return one_finding(decoder, fields);
    }
    fields.take("fingerprint");
    let rule = fields.required(decoder, "rule", Decoder::located_text);
    let case_number = fields.required(decoder, "case_number", Decoder::text);
    let item = fields.required(decoder, "item", item);
    let Located { value: rule, place } = rule?;
    let of = WaiverOf::Item {
        rule,
        case_number: case_number?,
        item: item?,
    };
    Some((of, place.span))
}

fn one_finding(decoder: &mut Decoder, fields: &mut Fields<'_>) -> Option<(WaiverOf, SourceSpan)> {
    let fingerprint = fields.required(decoder, "fingerprint", fingerprint);
    let case_number = fields.optional(decoder, "case_number", Decoder::text);
    for key in ["rule", "item"] {
        if fields.take(key).is_some() {
            decoder.report_with_help(
                fields.key_span(key).unwrap_or_else(|| fields.name_span()),
                format!("`{key}` cannot stand beside `fingerprint`"),
                "would be ignored",
                Some(
                    "a fingerprint is that of one rule in one item; remove one of the two"
                        .to_owned(),
                ),
            );
        }
    }
    let Located {
        value: fingerprint,
        place,
    } = fingerprint?;
    let of = WaiverOf::Finding {
        fingerprint,
        case_number,
    };
    Some((of, place.span))
}

fn fingerprint(decoder: &mut Decoder, node: &Node) -> Option<Located<String>> {
    // Sixteen digits without a letter among them are a number to YAML.
    let text = match &node.value {
        Value::Int(_) | Value::Float(_) => decoder.place(node.span).words().to_owned(),
        _ => decoder.text(node)?,
    };
    if is_fingerprint(&text) {
        return Some(decoder.locate(text, node.span));
    }
    decoder.report_with_help(
        node.span,
        format!("`{}` is no fingerprint", quoted(&text)),
        "no fingerprint",
        Some("copy the sixteen digits and letters from `check --format json`".to_owned()),
    );
    None
}

/// `item: 2`, or `item: letter` for what is found in the letter as a whole.
fn item(decoder: &mut Decoder, node: &Node) -> Option<Option<usize>> {
    if matches!(&node.value, Value::Text(text) if text == "letter") {
        return Some(None);
    }
    if matches!(&node.value, Value::Text(_)) {
        decoder.report_with_help(
            node.span,
            "an item is a number, or the word `letter`",
            "neither",
            Some(
                "write `item: 2`, or `item: letter` for what is found in the letter as a whole"
                    .to_owned(),
            ),
        );
        return None;
    }
    let number = decoder.whole_number(node, 1..=MOST_ITEMS)?;
    usize::try_from(number).ok().map(Some)
}

/// A reason; an empty one is none, which is for the rules to judge.
fn reason(decoder: &mut Decoder, node: &Node) -> Option<Option<String>> {
    if node.value == Value::Null {
        return Some(None);
    }
    let reason = decoder.text_or_empty(node)?;
    Some(Some(reason).filter(|reason| !reason.trim().is_empty()))
}

/// A whole day: a waiver that ends in 2026 would end on no day that all agree on.
pub(crate) fn day(decoder: &mut Decoder, node: &Node) -> Option<Located<Date>> {
    let written = match &node.value {
        Value::Text(text) => text.clone().into_owned(),
        Value::Int(year) => year.to_string(),
        _ => return decoder.wrong_kind(node, "a date"),
    };
    match written.parse::<Date>() {
        Ok(date) if date.is_full() => Some(decoder.locate(date, node.span)),
        _ => {
            decoder.report_with_help(
                node.span,
                format!("`{}` is no day", quoted(&written)),
                "no day",
                Some("write the year, month and day of a day that exists, `2026-12-31`".to_owned()),
            );
            None
        }
    }
}

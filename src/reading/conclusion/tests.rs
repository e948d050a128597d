//! Conclusions read with the phrases that are shipped.
#![allow(clippy::unwrap_used, clippy::panic)]

mod rationales;
mod sentences;
mod spans;
mod verdicts;

use std::sync::Arc;

use super::*;
use crate::rules::decode::Decoder;
use crate::rules::entries::{conclusion_phrases, sentence_words};
use crate::rules::problem::RuleFile;
use crate::rules::yaml::{self, Node, Value};

/// A reader with the shipped language data.
fn reader() -> ConclusionReader {
    let conclusions = decoded(
        include_str!("../../../rules/language/conclusions.yaml"),
        conclusion_phrases::decode,
    );
    let sentences = decoded(
        include_str!("../../../rules/language/sentences.yaml"),
        sentence_words::decode,
    );
    ConclusionReader::new(&conclusions, &sentences)
}

/// The only part of `language` in `text`, decoded without any complaint.
fn decoded<T>(text: &str, decode: impl FnOnce(&mut Decoder, &Node) -> Option<T>) -> T {
    let file = Arc::new(RuleFile {
        name: "language.yaml".to_owned(),
        text: text.to_owned().into(),
    });
    let root = yaml::parse(&file).unwrap();
    let mut decoder = Decoder::new(&file);
    let value = decode(&mut decoder, only(only(&root))).unwrap();
    let problems = decoder.into_problems();
    assert!(problems.is_empty(), "{problems:?}");
    value
}

/// The value of the only key of a map.
fn only<'n>(node: &'n Node<'n>) -> &'n Node<'n> {
    match &node.value {
        Value::Map(entries) if entries.len() == 1 => &entries[0].1,
        other => panic!("expected a map with one key, found {other:?}"),
    }
}

/// Reads every rationale and complains about all that are read otherwise than expected.
fn expect(verdict: Verdict, rationales: &[&str]) {
    let reader = reader();
    let wrong: Vec<String> = rationales
        .iter()
        .filter_map(|rationale| {
            let conclusion = reader.read(rationale);
            let wrong = conclusion.verdict != verdict;
            wrong.then(|| {
                format!(
                    "{}: {rationale}\n{:#?}",
                    conclusion.verdict.name(),
                    conclusion.statements
                )
            })
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "expected {}:\n{}",
        verdict.name(),
        wrong.join("\n")
    );
}

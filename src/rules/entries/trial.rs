//! Decoding one value, for the tests of the decode functions.
#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use crate::rules::decode::Decoder;
use crate::rules::problem::{RuleFile, RuleProblem};
use crate::rules::yaml::{self, Node};

/// What `decode` makes of the YAML `text`, and its problems.
pub(super) fn decoded<T>(
    text: &str,
    decode: impl FnOnce(&mut Decoder, &Node) -> Option<T>,
) -> (Option<T>, Vec<RuleProblem>) {
    let file = Arc::new(RuleFile {
        name: "t.yaml".to_owned(),
        text: text.to_owned().into(),
    });
    let node = yaml::parse(&file).unwrap();
    let mut decoder = Decoder::new(&file);
    let value = decode(&mut decoder, &node);
    (value, decoder.into_problems())
}

/// The problems of `decode` as lines: place, message, help.
pub(super) fn complaints<T>(
    text: &str,
    decode: impl FnOnce(&mut Decoder, &Node) -> Option<T>,
) -> Vec<String> {
    let (_, problems) = decoded(text, decode);
    let line = |problem: &RuleProblem| match &problem.help {
        Some(help) => format!("{problem} ({help})"),
        None => problem.to_string(),
    };
    problems.iter().map(line).collect()
}

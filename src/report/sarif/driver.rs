//! The tool, and its rules as descriptors.

use serde::Serialize;

use super::place::Text;
use super::taxonomy;
use crate::check::explain::first_sentence;
use crate::finding::Severity;
use crate::rules::pack::{Pack, Rule};

/// The program.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Driver<'p> {
    name: &'static str,
    semantic_version: &'static str,
    short_description: Text,
    supported_taxonomies: [taxonomy::Reference; 1],
    rules: Vec<Descriptor<'p>>,
    properties: PackOf<'p>,
}

/// The pack that the rules are from.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PackOf<'p> {
    pack: &'p str,
    pack_version: &'p str,
    pack_digest: String,
}

/// A rule.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor<'p> {
    id: &'p str,
    short_description: Text,
    full_description: Text,
    help: Help,
    default_configuration: Configuration,
    properties: Tags<'p>,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
    enabled: bool,
}

#[derive(Serialize)]
struct Tags<'p> {
    tags: [&'p str; 1],
}

/// The word for a severity: the same in SARIF as in rules.
pub(super) fn level(severity: Severity) -> &'static str {
    severity.name()
}

impl<'p> Driver<'p> {
    pub(super) fn of(pack: &'p Pack) -> Self {
        Self {
            name: "imr-lint",
            semantic_version: env!("CARGO_PKG_VERSION"),
            short_description: Text::new(env!("CARGO_PKG_DESCRIPTION")),
            supported_taxonomies: [taxonomy::Reference::whole()],
            rules: pack.rules.iter().map(descriptor).collect(),
            properties: PackOf {
                pack: &pack.name,
                pack_version: &pack.version,
                pack_digest: format!("sha256:{}", pack.digest.hex()),
            },
        }
    }
}

fn descriptor(rule: &Rule) -> Descriptor<'_> {
    let id = rule.id.value.as_str();
    Descriptor {
        id,
        short_description: Text::new(first_sentence(&rule.explain)),
        full_description: Text::new(paragraphs(&rule.explain).join("\n\n")),
        help: help(rule),
        default_configuration: Configuration {
            level: level(rule.severity),
            enabled: rule.enabled,
        },
        properties: Tags {
            tags: [id.split('/').next().unwrap_or(id)],
        },
    }
}

/// Why it matters, the law, and how to see more.
fn help(rule: &Rule) -> Help {
    let id = &rule.id.value;
    let mut parts = paragraphs(&rule.explain);
    parts.extend(rule.source.iter().map(|source| format!("Source: {source}")));
    let more = |quote: &str| {
        format!("{quote}imr-lint rules explain {id}{quote} shows its condition and its examples.")
    };
    let with = |last: String| {
        let parts = parts.iter().cloned().chain([last]);
        parts.collect::<Vec<_>>().join("\n\n")
    };
    Help {
        text: with(more("")),
        markdown: with(more("`")),
    }
}

/// Paragraphs, each on one line.
fn paragraphs(text: &str) -> Vec<String> {
    let paragraphs = text.split("\n\n").map(|paragraph| {
        let words = paragraph.split_whitespace();
        words.collect::<Vec<_>>().join(" ")
    });
    paragraphs
        .filter(|paragraph| !paragraph.is_empty())
        .collect()
}

//! The entries of rules files: from the nodes of the YAML to the types of [`super::pack`].
//!
//! Each kind of entry has one `decode` function in one file. It reports every mistake of its entry and
//! gives `None` when the entry cannot be used. What depends on other entries is checked in
//! [`super::resolve`], when the whole pack is known.

mod assertion_triggers;
mod body_part;
mod bounds;
pub(crate) mod conclusion_phrases;
mod condition;
mod credential_words;
mod criterion;
mod day;
mod fact;
mod fact_words;
mod finding_words;
mod guideline;
mod id;
mod language;
mod law;
mod limit;
mod limit_words;
mod message;
pub(super) mod overrides;
mod phrases;
mod provenance;
pub(crate) mod quantity_words;
pub(crate) mod reason_words;
mod recommendation;
mod request_words;
mod rule;
mod rule_test;
pub(crate) mod sentence_words;
mod source_words;
mod summary_words;
mod treatment;
#[cfg(test)]
mod trial;
mod zone_cues;

use std::collections::HashMap;

pub(super) use self::day::YEARS;
pub(super) use self::guideline::SYSTEMS;
pub(super) use self::id::{is_kebab as is_id, is_of_rule as is_rule_id};
pub(super) use self::limit::singular;
pub(super) use self::provenance::CONFIDENCES;
pub(super) use self::recommendation::ADVICE;
pub(super) use self::rule::SEVERITIES;
use super::decode::{Decoder, Fields, Located};
use super::layer::{Header, LayerOfFile};
use super::pack::Pack;
use super::problem::RulePlace;
use super::yaml::{Node, Value};

/// The kinds of entries that have ids, by the key of their lists.
pub(super) const KINDS: [Kind; 9] = [
    Kind::Guideline,
    Kind::Treatment,
    Kind::BodyPart,
    Kind::Fact,
    Kind::Limit,
    Kind::Criterion,
    Kind::Law,
    Kind::Recommendation,
    Kind::Rule,
];

/// A kind of entry that has an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    /// A guideline edition.
    Guideline,
    /// A treatment class.
    Treatment,
    /// A body part.
    BodyPart,
    /// A fact.
    Fact,
    /// A limit.
    Limit,
    /// A criterion.
    Criterion,
    /// A law.
    Law,
    /// A recommendation.
    Recommendation,
    /// A rule.
    Rule,
}

impl Kind {
    /// The name in messages.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Guideline => "guideline",
            Self::Treatment => "treatment",
            Self::BodyPart => "body part",
            Self::Fact => "fact",
            Self::Limit => "limit",
            Self::Criterion => "criterion",
            Self::Law => "law",
            Self::Recommendation => "recommendation",
            Self::Rule => "rule",
        }
    }

    /// The key by which an override names an entry.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::BodyPart => "body_part",
            other => other.name(),
        }
    }
}

/// The entries of all files read so far.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// The entries that could be decoded.
    pub(super) pack: Pack,
    /// The `pack:` headers of the layer that is being read, each with its place; `None`: it has mistakes.
    pub(super) headers: Vec<(RulePlace, Option<Header>)>,
    /// What the layer that is being read overrides.
    pub(super) overrides: Vec<overrides::Override>,
    /// Which file belongs to which layer.
    pub(super) layer_of_file: LayerOfFile,
    /// Every id that is given, also to entries with mistakes: a reference to one of those is right.
    pub(super) declared: HashMap<Kind, Vec<Located<String>>>,
    /// What limits say they count, "visits", by the number of the limit.
    pub(super) counted: Vec<(usize, Located<String>)>,
    /// What treatments say they are counted in.
    pub(super) units: Vec<Located<String>>,
    /// Where each part of `language` is given.
    pub(super) language_parts: HashMap<&'static str, RulePlace>,
}

impl Draft {
    /// How many rules there are, also those with mistakes.
    pub(super) fn declared_rules(&self) -> usize {
        self.declared.get(&Kind::Rule).map_or(0, Vec::len)
    }
}

/// Decodes all entries of one file into `draft`.
pub(super) fn decode_file(decoder: &mut Decoder, root: &Node, draft: &mut Draft) {
    if root.value == Value::Null {
        decoder.report_with_help(
            root.span,
            "the file holds no entries",
            "nothing here",
            Some("remove it, or write one of: pack, guidelines, treatments, body_parts, facts, limits, criteria, laws, recommendations, rules, overrides, language".to_owned()),
        );
        return;
    }
    let Some(mut fields) = decoder.fields(root, "a rules file") else {
        return;
    };
    if let Some(span) = fields.key_span("pack") {
        let header = fields.optional(decoder, "pack", header);
        draft.headers.push((decoder.place(span), header));
    }
    data_entries(decoder, &mut fields, draft);
    rule_entries(decoder, &mut fields, draft);
    let given = fields.optional(decoder, "overrides", overrides::decode);
    draft.overrides.extend(given.into_iter().flatten());
    fields.optional(decoder, "language", |d, node| {
        language::decode(d, node, &mut draft.pack.language, &mut draft.language_parts)
    });
    fields.finish(decoder);
}

fn data_entries(decoder: &mut Decoder, fields: &mut Fields<'_>, draft: &mut Draft) {
    let Draft {
        pack,
        declared,
        units,
        ..
    } = draft;
    let mut list =
        |decoder: &mut Decoder, key, kind, decode: &mut dyn FnMut(&mut Decoder, &Node)| {
            let declared = declared.entry(kind).or_default();
            fields.optional(decoder, key, |d, node| {
                each_entry(d, node, declared, decode)
            })
        };
    list(decoder, "guidelines", Kind::Guideline, &mut |d, node| {
        pack.guidelines.extend(guideline::decode(d, node));
    });
    list(decoder, "treatments", Kind::Treatment, &mut |d, node| {
        let Some((treatment, unit)) = treatment::decode(d, node) else {
            return;
        };
        units.extend(unit);
        pack.treatments.push(treatment);
    });
    list(decoder, "body_parts", Kind::BodyPart, &mut |d, node| {
        pack.body_parts.extend(body_part::decode(d, node));
    });
    list(decoder, "facts", Kind::Fact, &mut |d, node| {
        pack.facts.extend(fact::decode(d, node));
    });
}

fn rule_entries(decoder: &mut Decoder, fields: &mut Fields<'_>, draft: &mut Draft) {
    let Draft {
        pack,
        declared,
        counted,
        ..
    } = draft;
    let mut list =
        |decoder: &mut Decoder, key, kind, decode: &mut dyn FnMut(&mut Decoder, &Node)| {
            let declared = declared.entry(kind).or_default();
            fields.optional(decoder, key, |d, node| {
                each_entry(d, node, declared, decode)
            })
        };
    list(decoder, "limits", Kind::Limit, &mut |d, node| {
        let Some((limit, unit)) = limit::decode(d, node) else {
            return;
        };
        counted.extend(unit.map(|unit| (pack.limits.len(), unit)));
        pack.limits.push(limit);
    });
    list(decoder, "criteria", Kind::Criterion, &mut |d, node| {
        pack.criteria.extend(criterion::decode(d, node));
    });
    list(decoder, "laws", Kind::Law, &mut |d, node| {
        pack.laws.extend(law::decode(d, node));
    });
    let kind = Kind::Recommendation;
    list(decoder, "recommendations", kind, &mut |d, node| {
        pack.recommendations.extend(recommendation::decode(d, node));
    });
    list(decoder, "rules", Kind::Rule, &mut |d, node| {
        pack.rules.extend(rule::decode(d, node));
    });
}

/// Decodes each entry of a list and notes its id, whether or not the rest of it can be used.
fn each_entry(
    decoder: &mut Decoder,
    node: &Node,
    declared: &mut Vec<Located<String>>,
    decode: &mut dyn FnMut(&mut Decoder, &Node),
) -> Option<()> {
    decoder.nonempty_list(node, |decoder, entry| {
        declared.extend(declared_id(decoder, entry));
        decode(decoder, entry);
        Some(())
    })?;
    Some(())
}

fn declared_id(decoder: &Decoder, entry: &Node) -> Option<Located<String>> {
    let Value::Map(entries) = &entry.value else {
        return None;
    };
    let (_, node) = entries.iter().find(|(key, _)| key.name == "id")?;
    match &node.value {
        Value::Text(id) => Some(decoder.locate(id.clone().into_owned(), node.span)),
        _ => None,
    }
}

fn header(decoder: &mut Decoder, node: &Node) -> Option<Header> {
    let mut fields = decoder.fields(node, "the pack header")?;
    let name = fields.required(decoder, "name", id::kebab);
    let version = fields.required(decoder, "version", Decoder::text);
    let title = fields.required(decoder, "title", Decoder::text);
    fields.finish(decoder);
    Some(Header {
        name: name?.value,
        version: version?,
        title: title?,
    })
}

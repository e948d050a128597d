//! `overrides`: fields of entries of the layers below, changed by id. One file a kind of entry.
//!
//! Phrases and labels are added to those below; every other field takes the place of what stands below.

mod apply;
mod body_part;
mod criterion;
mod fact;
mod guideline;
mod law;
mod limit;
mod provenance;
mod recommendation;
mod rule;
mod treatment;

pub(in crate::rules) use self::apply::apply;
use super::{KINDS, Kind, id};
use crate::rules::decode::{Decoder, Fields, Located};
use crate::rules::yaml::Node;

/// The fields of one entry that a layer changes.
#[derive(Debug)]
pub(in crate::rules) struct Override {
    kind: Kind,
    id: Located<String>,
    /// The keys of the fields, each where it is written.
    fields: Vec<Located<String>>,
    reason: Option<String>,
    change: Change,
}

/// The new values of the fields of one kind of entry.
#[derive(Debug)]
enum Change {
    BodyPart(body_part::Change),
    Criterion(criterion::Change),
    Fact(fact::Change),
    Guideline(guideline::Change),
    Law(law::Change),
    Limit(Box<limit::Change>),
    Recommendation(recommendation::Change),
    Rule(rule::Change),
    Treatment(treatment::Change),
}

impl Change {
    fn decode(kind: Kind, decoder: &mut Decoder, fields: &mut Fields<'_>) -> Self {
        match kind {
            Kind::BodyPart => Self::BodyPart(body_part::Change::decode(decoder, fields)),
            Kind::Criterion => Self::Criterion(criterion::Change::decode(decoder, fields)),
            Kind::Fact => Self::Fact(fact::Change::decode(decoder, fields)),
            Kind::Guideline => Self::Guideline(guideline::Change::decode(decoder, fields)),
            Kind::Law => Self::Law(law::Change::decode(decoder, fields)),
            Kind::Limit => Self::Limit(Box::new(limit::Change::decode(decoder, fields))),
            Kind::Recommendation => {
                Self::Recommendation(recommendation::Change::decode(decoder, fields))
            }
            Kind::Rule => Self::Rule(rule::Change::decode(decoder, fields)),
            Kind::Treatment => Self::Treatment(treatment::Change::decode(decoder, fields)),
        }
    }
}

/// The overrides of a file.
pub(super) fn decode(decoder: &mut Decoder, node: &Node) -> Option<Vec<Override>> {
    decoder.nonempty_list(node, one)
}

fn one(decoder: &mut Decoder, node: &Node) -> Option<Override> {
    let mut fields = decoder.fields(node, "an override")?;
    let kind = kind(decoder, &mut fields)?;
    let of = if kind == Kind::Rule {
        id::of_rule
    } else {
        id::kebab
    };
    let id = fields.required(decoder, kind.key(), of);
    let reason = fields.optional(decoder, "reason", Decoder::text);
    let change = Change::decode(kind, decoder, &mut fields);
    let given: Vec<Located<String>> = fields
        .keys()
        .filter(|(name, _)| ![kind.key(), "reason"].contains(name))
        .map(|(name, span)| decoder.locate(name.to_owned(), span))
        .collect();
    if given.is_empty() {
        decoder.report_with_help(
            fields.key_span(kind.key()).unwrap_or(node.span),
            "this override changes nothing",
            "no field is given",
            Some(format!(
                "give a field of the {} that is to change, such as {}",
                kind.name(),
                example(kind)
            )),
        );
    }
    fields.finish(decoder);
    Some(Override {
        kind,
        id: id?,
        fields: given,
        reason,
        change,
    })
}

/// What an override is of: which of the keys that name an entry it has.
fn kind(decoder: &mut Decoder, fields: &mut Fields<'_>) -> Option<Kind> {
    let mut named = KINDS
        .into_iter()
        .filter_map(|kind| Some((kind, fields.key_span(kind.key())?)));
    let Some((kind, _)) = named.next() else {
        let keys = KINDS.map(Kind::key).join(", ");
        decoder.report_with_help(
            fields.name_span(),
            "this override does not say of what",
            "names no entry",
            Some(format!("name the entry by one of: {keys}; `- {{ rule: citation/basis, severity: warning }}`")),
        );
        return None;
    };
    if let Some((other, span)) = named.next() {
        decoder.report_with_help(
            span,
            format!(
                "this override names a {} and a {}",
                kind.name(),
                other.name()
            ),
            "a second entry",
            Some("write an override for each".to_owned()),
        );
        return None;
    }
    Some(kind)
}

fn example(kind: Kind) -> &'static str {
    match kind {
        Kind::BodyPart | Kind::Treatment => "`names`",
        Kind::Criterion | Kind::Limit => "`enabled`",
        Kind::Fact | Kind::Law | Kind::Recommendation => "`says`",
        Kind::Guideline => "`labels`",
        Kind::Rule => "`severity`",
    }
}

/// Adds phrases to a list, without those that it has.
fn add_phrases(to: &mut Vec<String>, more: Option<Vec<String>>) {
    for phrase in more.into_iter().flatten() {
        let has = |known: &String| known.to_lowercase() == phrase.to_lowercase();
        if !to.iter().any(has) {
            to.push(phrase);
        }
    }
}

/// Puts a value in the place of another when there is one.
fn replace<T>(field: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *field = value;
    }
}

#[cfg(test)]
mod tests;

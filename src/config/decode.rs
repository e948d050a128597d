//! From the text of a settings file to [`Config`].

use std::sync::Arc;

use super::{Config, FailOn, Grade, Regrading};
use crate::finding::Severity;
use crate::reading::date::Date;
use crate::rules::decode::{Decoder, Fields, Located, quoted};
use crate::rules::problem::{RuleFile, RuleProblem};
use crate::rules::yaml::{self, Node, Value};

const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Note];

/// The settings of a file, and everything that is wrong with it. Settings with mistakes are left out.
#[must_use]
pub fn decode(file: &Arc<RuleFile>) -> (Config, Vec<RuleProblem>) {
    let root = match yaml::parse(file) {
        Ok(root) => root,
        Err(problem) => return (Config::default(), vec![*problem]),
    };
    let mut decoder = Decoder::new(file);
    let config = match root.value {
        // A file with comments alone says that the site wants nothing else.
        Value::Null => Some(Config::default()),
        _ => settings(&mut decoder, &root),
    };
    (config.unwrap_or_default(), decoder.into_problems())
}

fn settings(decoder: &mut Decoder, root: &Node) -> Option<Config> {
    let mut given = decoder.fields(root, "the settings")?;
    let fields = &mut given;
    let config = Config {
        rules: at_key(decoder, fields, "rules", Decoder::texts),
        builtin_rules: at_key(decoder, fields, "builtin_rules", Decoder::boolean),
        severities: fields
            .optional(decoder, "severities", severities)
            .unwrap_or_default(),
        select: at_key(decoder, fields, "select", Decoder::located_texts),
        ignore: at_key(decoder, fields, "ignore", Decoder::located_texts),
        fail_on: at_key(decoder, fields, "fail_on", fail_on),
        as_of: at_key(decoder, fields, "as_of", day),
        recitals: at_key(decoder, fields, "recitals", Decoder::text),
        waivers: at_key(decoder, fields, "waivers", Decoder::text),
        baseline: at_key(decoder, fields, "baseline", Decoder::text),
    };
    given.finish(decoder);
    Some(config)
}

/// The value of a key, with the place of the key.
fn at_key<'n, T>(
    decoder: &mut Decoder,
    fields: &mut Fields<'n>,
    key: &'static str,
    decode: impl FnOnce(&mut Decoder, &'n Node) -> Option<T>,
) -> Option<Located<T>> {
    let value = fields.optional(decoder, key, decode)?;
    let span = fields.key_span(key)?;
    Some(decoder.locate(value, span))
}

/// `{ citation: warning, item/arithmetic: off }`
fn severities(decoder: &mut Decoder, node: &Node) -> Option<Vec<Regrading>> {
    let entries = decoder.entries(node, "the severities")?;
    let regraded = entries.iter().filter_map(|(key, node)| {
        let grade = grade(decoder, node)?;
        let name = decoder.locate(key.name.clone().into_owned(), key.span);
        Some(Regrading { name, grade })
    });
    Some(regraded.collect())
}

fn grade(decoder: &mut Decoder, node: &Node) -> Option<Grade> {
    let [error, warning, note] = SEVERITIES.map(|severity| (severity.name(), Grade::As(severity)));
    decoder.choice(node, &[error, warning, note, ("off", Grade::Off)])
}

fn fail_on(decoder: &mut Decoder, node: &Node) -> Option<FailOn> {
    let [error, warning, note] = SEVERITIES.map(|severity| (severity.name(), FailOn::At(severity)));
    decoder.choice(node, &[error, warning, note, ("never", FailOn::Never)])
}

/// A whole day.
fn day(decoder: &mut Decoder, node: &Node) -> Option<Date> {
    let text = decoder.text(node)?;
    let date = text.parse::<Date>().ok().filter(|date| date.is_full());
    if date.is_none() {
        decoder.report_with_help(
            node.span,
            format!("`{}` is no date", quoted(&text)),
            "no date",
            Some("write a day as YYYY-MM-DD, for example 2016-12-09".to_owned()),
        );
    }
    date
}

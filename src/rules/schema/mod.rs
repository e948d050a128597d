//! JSON Schema of rules files, for completion in editors.
//!
//! The decoders of `rules::entries` are written by hand, and so is this; tests hold the keys of the schema
//! against the keys that the decoders ask for. Enumerations are those of the decoders.

mod data_entries;
mod language;
mod overrides;
mod phrases;
mod render;
mod rule_entries;
mod shape;
#[cfg(test)]
mod tests;

use serde_json::{Map, Value};

use self::shape::Shape;
use super::condition::{ConditionDoc, EachDoc};

/// JSON Schema (draft 2020-12) of a rules file in which rules may use these conditions, and these words under
/// `each`. Editors that only know older drafts understand it too.
#[must_use]
pub fn schema(conditions: &[ConditionDoc], each: &[EachDoc]) -> Value {
    let shapes = shapes(each);
    let mut schema = Map::new();
    let dialect = "https://json-schema.org/draft/2020-12/schema";
    schema.insert("$schema".to_owned(), dialect.into());
    schema.insert("title".to_owned(), "rules file of imr-lint".into());
    let mut shapes = shapes.iter();
    if let Some(file) = shapes.next() {
        schema.extend(render::map(file));
    }
    let mut definitions: Map<String, Value> = shapes.map(render::shape).collect();
    definitions.extend([render::condition(conditions)]);
    schema.insert("$defs".to_owned(), definitions.into());
    schema.into()
}

/// All maps with known keys; the first is the whole file.
fn shapes(each: &[EachDoc]) -> Vec<Shape> {
    let mut shapes = data_entries::shapes();
    shapes.extend(rule_entries::shapes(
        each.iter().map(|each| each.name).collect(),
    ));
    shapes.extend(overrides::shapes(&shapes));
    shapes.extend(language::shapes());
    shapes.extend(phrases::shapes());
    shapes
}

/// A schema as it stands in a file: indented, with a line end.
#[must_use]
pub fn text(schema: &Value) -> String {
    format!("{schema:#}\n")
}

//! From shapes to JSON Schema.

use serde_json::{Map, Value, json};

use super::shape::{Key, Kind, Shape};
use crate::rules::condition::{ArgumentType, ConditionDoc};

/// The key under which `what` stands in `$defs`: `a limit` is `limit`.
fn definition(what: &str) -> String {
    let bare = ["a ", "an ", "the "]
        .iter()
        .find_map(|article| what.strip_prefix(article));
    bare.unwrap_or(what).replace(' ', "-")
}

fn reference(what: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{}", definition(what)) })
}

/// The definition of a map, with its key in `$defs`.
pub(super) fn shape(shape: &Shape) -> (String, Value) {
    (definition(shape.what), Value::Object(map(shape)))
}

/// A map with known keys.
pub(super) fn map(shape: &Shape) -> Map<String, Value> {
    let properties = shape.keys.iter().map(property).collect::<Map<_, _>>();
    let required: Vec<&str> = shape
        .keys
        .iter()
        .filter(|key| key.required)
        .map(|key| key.name)
        .collect();
    let mut map = Map::new();
    map.insert("description".to_owned(), shape.about.into());
    map.insert("type".to_owned(), "object".into());
    map.insert("properties".to_owned(), properties.into());
    if !required.is_empty() {
        map.insert("required".to_owned(), required.into());
    }
    map.insert("additionalProperties".to_owned(), false.into());
    if !shape.one_of.is_empty() {
        let each = shape.one_of.iter().map(|key| json!({ "required": [key] }));
        map.insert("anyOf".to_owned(), each.collect());
    }
    map
}

fn property(key: &Key) -> (String, Value) {
    let mut value = kind(&key.kind);
    if let (Value::Object(fields), false) = (&mut value, key.about.is_empty()) {
        fields.insert("description".to_owned(), key.about.into());
    }
    (key.name.to_owned(), value)
}

fn kind(of: &Kind) -> Value {
    const NUMBERS: &str = r"[0-9]+(\.\.[0-9]+)?";
    const TIMES: &str = "(day|days|week|weeks|month|months|year|years)";
    const ID: &str = "[a-z0-9]+(-[a-z0-9]+)*";
    let pattern = |pattern: String| json!({ "type": "string", "pattern": pattern });
    match of {
        Kind::Text => pattern(r"\S".to_owned()),
        Kind::AnyText => json!({ "type": "string" }),
        Kind::Id => pattern(format!("^{ID}$")),
        Kind::RuleId => pattern(format!("^{ID}/{ID}$")),
        Kind::Boolean => json!({ "type": "boolean" }),
        Kind::Whole(least, most) => {
            json!({ "type": "integer", "minimum": least, "maximum": most })
        }
        Kind::Day => json!({ "anyOf": [
            { "type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" },
            { "type": "integer", "minimum": 1900, "maximum": 2099 },
        ] }),
        Kind::Amount => pattern(format!(r"^\s*{NUMBERS}\s+\S+\s*$")),
        Kind::Frequency => pattern(format!(r"^\s*{NUMBERS}\s+per\s+{TIMES}\s*$")),
        Kind::Duration => pattern(format!(r"^\s*{NUMBERS}\s+{TIMES}\s*$")),
        Kind::Level => pattern("^[A-Z]$".to_owned()),
        Kind::Choice(words) => json!({ "enum": words }),
        Kind::List(of) => json!({ "type": "array", "items": kind(of), "minItems": 1 }),
        Kind::Exactly(count, of) => {
            json!({ "type": "array", "items": kind(of), "minItems": count, "maxItems": count })
        }
        Kind::Free(of) => json!({ "type": "object", "additionalProperties": kind(of) }),
        Kind::Named(names, of) => {
            let each = names.iter().map(|name| ((*name).to_owned(), kind(of)));
            let properties: Map<_, _> = each.collect();
            json!({ "type": "object", "properties": properties, "additionalProperties": false })
        }
        Kind::AnyOf(kinds) => json!({ "anyOf": kinds.iter().map(kind).collect::<Vec<_>>() }),
        Kind::Map(what) => reference(what),
        Kind::Condition => reference("a condition"),
    }
}

/// The definition of a condition: a map with one key, the name of a predicate or of a connective.
pub(super) fn condition(vocabulary: &[ConditionDoc]) -> (String, Value) {
    let condition = reference("a condition");
    let several = |about: &str| json!({ "description": about, "type": "array", "items": condition, "minItems": 1 });
    let mut not = condition.clone();
    if let Value::Object(fields) = &mut not {
        let about = "holds when the condition does not; unknown stays unknown";
        fields.insert("description".to_owned(), about.into());
    }
    let mut properties = Map::new();
    properties.insert("all".to_owned(), several("holds when all of these do"));
    properties.insert("any".to_owned(), several("holds when one of these does"));
    properties.insert("not".to_owned(), not);
    for word in vocabulary {
        properties.insert(word.name.to_owned(), predicate(word));
    }
    let value = json!({
        "description": "one question to the letter, or several under `all`, `any` or `not`: true, false or unknown",
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
        "minProperties": 1,
        "maxProperties": 1,
    });
    (definition("a condition"), value)
}

fn predicate(word: &ConditionDoc) -> Value {
    let mut value = match &word.argument {
        ArgumentType::Boolean => kind(&Kind::Boolean),
        ArgumentType::OneOf(words) => kind(&Kind::Choice(words.clone())),
        ArgumentType::Pattern => kind(&Kind::Text),
        ArgumentType::Treatment => kind(&Kind::Id),
    };
    if let Value::Object(fields) = &mut value {
        let about = format!("{} ({})", word.about, word.places);
        fields.insert("description".to_owned(), about.into());
    }
    value
}

//! Holds a YAML tree against a JSON Schema, as far as ours goes: a keyword that is not known here panics.

use std::collections::HashMap;

use regex::Regex;
use serde_json::Value as Json;

use crate::rules::yaml::{Node, Value};

/// What is wrong with `node`, each with the way to it.
pub(super) fn complaints(schema: &Json, node: &Node) -> Vec<String> {
    let mut checker = Checker::new(schema);
    checker.check(schema, node, "");
    checker.wrong
}

struct Checker<'s> {
    root: &'s Json,
    wrong: Vec<String>,
    patterns: HashMap<&'s str, Regex>,
}

impl<'s> Checker<'s> {
    fn new(root: &'s Json) -> Self {
        Self {
            root,
            wrong: Vec::new(),
            patterns: HashMap::new(),
        }
    }

    fn check(&mut self, schema: &'s Json, node: &Node, at: &str) {
        let keywords = schema.as_object().unwrap();
        for (keyword, value) in keywords {
            let right = match keyword.as_str() {
                "$schema" | "$defs" | "title" | "description" | "additionalProperties" => true,
                "$ref" => {
                    let pointer = value.as_str().unwrap().trim_start_matches('#');
                    self.check(self.root.pointer(pointer).unwrap(), node, at);
                    true
                }
                "type" => is_of(value.as_str().unwrap(), node),
                "enum" => {
                    matches!(&node.value, Value::Text(text) if value.as_array().unwrap().contains(&text.as_ref().into()))
                }
                "pattern" => match &node.value {
                    Value::Text(text) => self.matches(value.as_str().unwrap(), text),
                    _ => true,
                },
                "minimum" => number(node).is_none_or(|given| given >= value.as_i64().unwrap()),
                "maximum" => number(node).is_none_or(|given| given <= value.as_i64().unwrap()),
                "minItems" => items(node).is_none_or(|count| count >= value.as_u64().unwrap()),
                "maxItems" => items(node).is_none_or(|count| count <= value.as_u64().unwrap()),
                "minProperties" => keys(node).is_none_or(|count| count >= value.as_u64().unwrap()),
                "maxProperties" => keys(node).is_none_or(|count| count <= value.as_u64().unwrap()),
                "items" => {
                    if let Value::List(nodes) = &node.value {
                        for (index, node) in nodes.iter().enumerate() {
                            self.check(value, node, &format!("{at}/{index}"));
                        }
                    }
                    true
                }
                "properties" => {
                    self.properties(keywords, node, at);
                    true
                }
                "required" => {
                    let wanted = value.as_array().unwrap().iter();
                    wanted
                        .map(|key| key.as_str().unwrap())
                        .all(|key| has(node, key))
                }
                "anyOf" => value.as_array().unwrap().iter().any(|one| {
                    let mut checker = Self::new(self.root);
                    checker.check(one, node, at);
                    checker.wrong.is_empty()
                }),
                other => panic!("the keyword {other} is not known here"),
            };
            if !right {
                self.wrong.push(format!("{at}: {keyword}: {value}"));
            }
        }
        if !keywords.contains_key("properties") {
            self.properties(keywords, node, at);
        }
    }

    fn matches(&mut self, pattern: &'s str, text: &str) -> bool {
        let regex = self.patterns.entry(pattern);
        let regex = regex.or_insert_with(|| Regex::new(pattern).unwrap());
        regex.is_match(text)
    }

    /// `properties` and, for the keys that it does not name, `additionalProperties`.
    fn properties(&mut self, schema: &'s serde_json::Map<String, Json>, node: &Node, at: &str) {
        let Value::Map(entries) = &node.value else {
            return;
        };
        for (key, node) in entries {
            let at = format!("{at}/{}", key.name);
            let named = schema
                .get("properties")
                .and_then(|known| known.get(key.name.as_ref()));
            match named.or(schema.get("additionalProperties")) {
                Some(Json::Bool(false)) => self.wrong.push(format!("{at}: no such key")),
                Some(Json::Bool(true)) | None => {}
                Some(of_key) => self.check(of_key, node, &at),
            }
        }
    }
}

fn is_of(kind: &str, node: &Node) -> bool {
    match kind {
        "object" => matches!(node.value, Value::Map(_)),
        "array" => matches!(node.value, Value::List(_)),
        "string" => matches!(node.value, Value::Text(_)),
        "boolean" => matches!(node.value, Value::Bool(_)),
        "integer" => matches!(node.value, Value::Int(_)),
        other => panic!("the type {other} is not known here"),
    }
}

fn number(node: &Node) -> Option<i64> {
    match node.value {
        Value::Int(number) => Some(number),
        _ => None,
    }
}

fn items(node: &Node) -> Option<u64> {
    match &node.value {
        Value::List(nodes) => Some(nodes.len() as u64),
        _ => None,
    }
}

fn keys(node: &Node) -> Option<u64> {
    match &node.value {
        Value::Map(entries) => Some(entries.len() as u64),
        _ => None,
    }
}

fn has(node: &Node, key: &str) -> bool {
    matches!(&node.value, Value::Map(entries) if entries.iter().any(|(given, _)| given.name == key))
}

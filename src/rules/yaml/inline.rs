//! A node written out again on one line, for reports that repeat a part of a rule.

use std::fmt;

use super::{Node, Value};

impl fmt::Display for Node<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.value {
            Value::Null => f.write_str("null"),
            Value::Bool(value) => value.fmt(f),
            Value::Int(value) => value.fmt(f),
            Value::Float(value) => value.fmt(f),
            Value::Text(text) if is_plain(text) => f.write_str(text),
            Value::Text(text) => write!(f, "{text:?}"),
            Value::List(nodes) => {
                f.write_str("[")?;
                for (at, node) in nodes.iter().enumerate() {
                    write!(f, "{}{node}", if at == 0 { "" } else { ", " })?;
                }
                f.write_str("]")
            }
            Value::Map(entries) => {
                f.write_str("{")?;
                for (at, (key, node)) in entries.iter().enumerate() {
                    let separator = if at == 0 { " " } else { ", " };
                    write!(f, "{separator}{}: {node}", key.name)?;
                }
                f.write_str(" }")
            }
        }
    }
}

/// Whether a text needs no quotation marks: an id, a number with its unit, plain words.
fn is_plain(text: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '.' | ' ');
    !text.is_empty() && text.trim() == text && text.chars().all(fits)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::parse;
    use crate::rules::problem::RuleFile;

    #[test]
    fn nodes_are_written_as_they_stood() {
        for text in [
            "upheld",
            "true",
            "12",
            "6 visits",
            "\"tapering|weaning\"",
            "[mri, physical-therapy]",
            "{ fact: relief, polarity: [absent, not-documented] }",
        ] {
            let file = Arc::new(RuleFile {
                name: "t.yaml".to_owned(),
                text: text.to_owned().into(),
            });
            let node = parse(&file).map(|node| node.to_string());
            assert_eq!(node.as_deref().ok(), Some(text));
        }
        let lines = Arc::new(RuleFile {
            name: "t.yaml".to_owned(),
            text: "a: 1\nb:\n  - c\n  - d: e\n".into(),
        });
        let node = parse(&lines).map(|node| node.to_string());
        assert_eq!(node.as_deref().ok(), Some("{ a: 1, b: [c, { d: e }] }"));
    }
}

//! Trees in few bytes: how the program carries those of its built-in pack, whose YAML is read when the program is built.
//!
//! A node is a byte that says what it is, its place, and what belongs to it; the nodes of a list or map follow. Numbers
//! are written seven bits to the byte, the low ones first. Text is taken from the file itself wherever it stands there
//! as it is meant, which is nearly everywhere.

use std::borrow::Cow;

use super::{Key, Node, Value};
use crate::span::SourceSpan;

const NULL: u8 = 0;
const FALSE: u8 = 1;
const TRUE: u8 = 2;
const INT: u8 = 3;
const FLOAT: u8 = 4;
const LIST: u8 = 5;
const MAP: u8 = 6;
/// The text is the bytes of its place.
const AS_WRITTEN: u8 = 7;
/// The text is the bytes of its place without the first and the last.
const IN_QUOTES: u8 = 8;
/// The text stands in the file in another form (escapes, folded lines) and is written out here.
const WRITTEN_OUT: u8 = 9;

/// The bytes of the tree that `text` was read into.
#[must_use]
pub fn pack(root: &Node, text: &str) -> Vec<u8> {
    let mut packer = Packer {
        text,
        bytes: Vec::new(),
    };
    packer.node(root);
    packer.bytes
}

/// The tree that `bytes` were made of, given the same `text`. `None`: they are no such bytes.
#[must_use]
pub fn unpack<'t>(bytes: &'t [u8], text: &'t str) -> Option<Node<'t>> {
    let mut unpacker = Unpacker { text, bytes };
    let root = unpacker.node()?;
    unpacker.bytes.is_empty().then_some(root)
}

struct Packer<'t> {
    text: &'t str,
    bytes: Vec<u8>,
}

impl Packer<'_> {
    fn node(&mut self, node: &Node) {
        match &node.value {
            Value::Null => self.head(NULL, node.span),
            Value::Bool(false) => self.head(FALSE, node.span),
            Value::Bool(true) => self.head(TRUE, node.span),
            Value::Int(value) => {
                self.head(INT, node.span);
                self.bytes.extend(value.to_le_bytes());
            }
            Value::Float(value) => {
                self.head(FLOAT, node.span);
                self.bytes.extend(value.to_le_bytes());
            }
            Value::Text(text) => self.text(text, node.span),
            Value::List(nodes) => {
                self.head(LIST, node.span);
                self.number(nodes.len());
                for node in nodes {
                    self.node(node);
                }
            }
            Value::Map(entries) => {
                self.head(MAP, node.span);
                self.number(entries.len());
                for (key, node) in entries {
                    self.text(&key.name, key.span);
                    self.node(node);
                }
            }
        }
    }

    fn text(&mut self, text: &str, span: SourceSpan) {
        if covered(self.text, span) == Some(text) {
            self.head(AS_WRITTEN, span);
        } else if within_quotes(self.text, span) == Some(text) {
            self.head(IN_QUOTES, span);
        } else {
            self.head(WRITTEN_OUT, span);
            self.number(text.len());
            self.bytes.extend(text.as_bytes());
        }
    }

    fn head(&mut self, tag: u8, span: SourceSpan) {
        self.bytes.push(tag);
        self.number(span.start);
        self.number(span.end - span.start);
    }

    fn number(&mut self, mut number: usize) {
        while number > 0x7f {
            // Only the low seven bits are left.
            self.bytes.push((number & 0x7f) as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }
}

struct Unpacker<'b> {
    text: &'b str,
    /// What has not been read yet.
    bytes: &'b [u8],
}

impl<'b> Unpacker<'b> {
    fn node(&mut self) -> Option<Node<'b>> {
        let (tag, span) = self.head()?;
        let value = match tag {
            NULL => Value::Null,
            FALSE => Value::Bool(false),
            TRUE => Value::Bool(true),
            INT => Value::Int(i64::from_le_bytes(self.eight()?)),
            FLOAT => Value::Float(f64::from_le_bytes(self.eight()?)),
            LIST => Value::List(self.list()?),
            MAP => Value::Map(self.map()?),
            _ => Value::Text(Cow::Borrowed(self.text(tag, span)?)),
        };
        Some(Node { value, span })
    }

    fn list(&mut self) -> Option<Vec<Node<'b>>> {
        let count = self.count()?;
        let mut nodes = Vec::with_capacity(count);
        for _ in 0..count {
            nodes.push(self.node()?);
        }
        Some(nodes)
    }

    fn map(&mut self) -> Option<Vec<(Key<'b>, Node<'b>)>> {
        let count = self.count()?;
        let mut entries = Vec::with_capacity(count);
        for _ in 0..count {
            let (tag, span) = self.head()?;
            let name = Cow::Borrowed(self.text(tag, span)?);
            entries.push((Key { name, span }, self.node()?));
        }
        Some(entries)
    }

    fn text(&mut self, tag: u8, span: SourceSpan) -> Option<&'b str> {
        match tag {
            AS_WRITTEN => covered(self.text, span),
            IN_QUOTES => within_quotes(self.text, span),
            WRITTEN_OUT => {
                let length = self.number()?;
                str::from_utf8(self.take(length)?).ok()
            }
            _ => None,
        }
    }

    fn head(&mut self) -> Option<(u8, SourceSpan)> {
        let (tag, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        let start = self.number()?;
        let end = start.checked_add(self.number()?)?;
        Some((*tag, SourceSpan { start, end }))
    }

    /// How many nodes follow: each of them takes a byte at least.
    fn count(&mut self) -> Option<usize> {
        self.number().filter(|count| *count <= self.bytes.len())
    }

    fn number(&mut self) -> Option<usize> {
        let mut number = 0_usize;
        for shift in (0..usize::BITS).step_by(7) {
            let (byte, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn eight(&mut self) -> Option<[u8; 8]> {
        self.take(8)?.try_into().ok()
    }

    fn take(&mut self, length: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(length)?;
        self.bytes = rest;
        Some(taken)
    }
}

fn covered(text: &str, span: SourceSpan) -> Option<&str> {
    text.get(span.start..span.end)
}

fn within_quotes(text: &str, span: SourceSpan) -> Option<&str> {
    text.get(span.start + 1..span.end.checked_sub(1)?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::super::parse;
    use super::*;
    use crate::rules::problem::RuleFile;

    fn parsed(text: &str) -> Option<Node<'static>> {
        let file = RuleFile {
            name: "t.yaml".to_owned(),
            text: text.to_owned().into(),
        };
        parse(&Arc::new(file)).ok().map(Node::into_owned)
    }

    #[test]
    fn every_kind_of_node_comes_back() {
        let text = "a: [1, -2.5, true, false, ~, 'it''s', \"\\u00e9\", é, '', x]\n? 'b'\n: |\n  two\n  lines\n'c c': >-\n  folded\n  text\n{}: 1\n";
        let text = text.replace("{}: 1\n", &format!("long: {}\nd: {{}}\n", "é ".repeat(200)));
        let root = parsed(&text).unwrap();
        let bytes = pack(&root, &text);
        assert_eq!(unpack(&bytes, &text), Some(root));
    }

    #[test]
    fn what_is_no_tree_is_refused() {
        let text = "a: [b, 'c', \"\\t\", 12]\n";
        let bytes = pack(&parsed(text).unwrap(), text);
        for length in 0..bytes.len() {
            assert_eq!(unpack(&bytes[..length], text), None);
        }
        assert_eq!(unpack(&[&bytes[..], &[NULL]].concat(), text), None);
        assert_eq!(unpack(&bytes, "a: ["), None);
    }

    proptest! {
        #[test]
        fn any_tree_comes_back(text in "([a-c]: |- |\n|  |'|\"|[0-9]|[a-zé]| )*") {
            if let Some(root) = parsed(&text) {
                let bytes = pack(&root, &text);
                prop_assert_eq!(unpack(&bytes, &text), Some(root));
            }
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            let _ = unpack(&bytes, "some text");
        }
    }
}

//! YAML text into a tree of nodes that know where they stand.
//!
//! This is the only module that names the YAML crate. It builds the tree from the events of that crate's
//! parser: serde stops at its first mistake and reads a pack in three times the time. What the entries mean
//! is left to [`super::decode`].

mod inline;
mod mistake;
pub mod packed;

use std::borrow::Cow;
use std::sync::Arc;

use serde_yaml::granit_parser::{Event, Parser, ScalarStyle, Span, StrInput, options};

use self::mistake::Mistake;
use super::problem::{RuleFile, RuleProblem};
use crate::span::SourceSpan;

/// The largest rules file that is read, in bytes. A pack of thousands of limits stays far below.
pub const MAX_FILE_BYTES: usize = 4 * 1024 * 1024;

/// How deep lists and maps may be nested. The deepest entry of the rule language needs about ten.
const MAX_DEPTH: usize = 24;

/// How many values one file may hold.
const MAX_NODES: usize = 200_000;

/// One YAML value with its place in the file. Texts are borrowed from the file where they stand there as they are meant.
#[derive(Clone, Debug, PartialEq)]
pub struct Node<'t> {
    /// The value.
    pub value: Value<'t>,
    /// Its bytes in the file; for lists and maps only where they begin.
    pub span: SourceSpan,
}

/// The value of a [`Node`].
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'t> {
    /// Nothing was written, or `null`.
    Null,
    /// `true` or `false`; other spellings (`yes`, `on`) are text.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A number with a decimal point.
    Float(f64),
    /// Anything else that is no list and no map.
    Text(Cow<'t, str>),
    /// A list.
    List(Vec<Node<'t>>),
    /// A map, in the order of the file; a key given twice appears twice.
    Map(Vec<(Key<'t>, Node<'t>)>),
}

/// The key of a map entry with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key<'t> {
    /// The key as written, without quotes.
    pub name: Cow<'t, str>,
    /// Its bytes in the file.
    pub span: SourceSpan,
}

impl Node<'_> {
    /// What kind of value this is, for messages: "a list", "text", ...
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self.value {
            Value::Null => "nothing",
            Value::Bool(_) => "true or false",
            Value::Int(_) => "a whole number",
            Value::Float(_) => "a decimal number",
            Value::Text(_) => "text",
            Value::List(_) => "a list",
            Value::Map(_) => "a map",
        }
    }

    /// The same node, which outlives the file.
    #[must_use]
    pub fn into_owned(self) -> Node<'static> {
        let value = match self.value {
            Value::Null => Value::Null,
            Value::Bool(value) => Value::Bool(value),
            Value::Int(value) => Value::Int(value),
            Value::Float(value) => Value::Float(value),
            Value::Text(text) => Value::Text(Cow::Owned(text.into_owned())),
            Value::List(nodes) => Value::List(nodes.into_iter().map(Node::into_owned).collect()),
            Value::Map(entries) => {
                let owned = entries.into_iter().map(|(key, node)| {
                    let name = Cow::Owned(key.name.into_owned());
                    (Key { name, ..key }, node.into_owned())
                });
                Value::Map(owned.collect())
            }
        };
        Node { value, ..self }
    }
}

/// Reads one file into a tree.
///
/// # Errors
/// The one problem that stopped the reading: a syntax error, a feature of YAML that rules files do not use
/// (anchors, aliases, merge keys, tags, several documents), or a file that is too large or too deep.
pub fn parse(file: &Arc<RuleFile>) -> Result<Node<'_>, Box<RuleProblem>> {
    if file.text.len() > MAX_FILE_BYTES {
        return Err(Mistake::TooLarge.at(SourceSpan::default(), file));
    }
    let options = options! {
        disallow_directives: true,
        // So that a refused anchor or alias is seen at its own place.
        emit_anchor_events: true,
        emit_unresolved_aliases: true,
    };
    let mut builder = Builder {
        file,
        parser: Parser::new_from_str_with_options(&file.text, options),
        nodes: 0,
    };
    builder.document()
}

/// Builds the tree from the events of the parser.
struct Builder<'f> {
    file: &'f Arc<RuleFile>,
    parser: Parser<'f, StrInput<'f>>,
    nodes: usize,
}

/// What stopped the reading.
type Stopped = Box<RuleProblem>;

impl<'f> Builder<'f> {
    /// The only document of the file; a file without one holds nothing.
    fn document(&mut self) -> Result<Node<'f>, Stopped> {
        let mut root = Node {
            value: Value::Null,
            span: SourceSpan::default(),
        };
        let mut documents = 0;
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamEnd if documents == 0 => {
                    root.span = span;
                    return Ok(root);
                }
                Event::StreamEnd => return Ok(root),
                Event::StreamStart | Event::DocumentEnd => {}
                Event::DocumentStart(..) => {
                    documents += 1;
                    if documents > 1 {
                        return Err(Mistake::SecondDocument.at(span, self.file));
                    }
                }
                event => root = self.node(event, span, 0)?,
            }
        }
    }

    /// The next event that is not refused.
    fn next(&mut self) -> Result<(Event<'f>, SourceSpan), Stopped> {
        let Some(next) = self.parser.next_event() else {
            // Not reached: the parser ends with an event of its own.
            return Ok((Event::StreamEnd, SourceSpan::default()));
        };
        let (event, span) = next.map_err(|error| mistake::of_syntax(&error, self.file))?;
        let span = self.span(span);
        match &event {
            Event::Anchor(..) | Event::Alias(..) | Event::UnresolvedAlias(..) => {
                Err(Mistake::Sharing.at(span, self.file))
            }
            Event::Scalar(.., Some(_))
            | Event::SequenceStart(.., Some(_))
            | Event::MappingStart(.., Some(_)) => Err(Mistake::Tag.at(span, self.file)),
            _ => Ok((event, span)),
        }
    }

    /// The node that begins with `event`, inside of `depth` lists and maps.
    fn node(
        &mut self,
        event: Event<'f>,
        span: SourceSpan,
        depth: usize,
    ) -> Result<Node<'f>, Stopped> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            return Err(Mistake::TooMany.at(span, self.file));
        }
        let value = match event {
            Event::Scalar(text, ScalarStyle::Plain, ..) => plain(text),
            Event::Scalar(text, ..) => Value::Text(text),
            Event::SequenceStart(..) | Event::MappingStart(..) if depth == MAX_DEPTH => {
                return Err(Mistake::TooDeep.at(span, self.file));
            }
            Event::SequenceStart(..) => self.list(depth + 1)?,
            Event::MappingStart(..) => self.map(depth + 1)?,
            // Not reached: where a node begins the parser gives no other event.
            _ => Value::Null,
        };
        Ok(Node { value, span })
    }

    fn list(&mut self, depth: usize) -> Result<Value<'f>, Stopped> {
        let mut list = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, _) => return Ok(Value::List(list)),
                (event, span) => list.push(self.node(event, span, depth)?),
            }
        }
    }

    fn map(&mut self, depth: usize) -> Result<Value<'f>, Stopped> {
        let mut entries = Vec::new();
        loop {
            let key = match self.next()? {
                (Event::MappingEnd, _) => return Ok(Value::Map(entries)),
                (event, span) => self.key(event, span)?,
            };
            let (event, span) = self.next()?;
            entries.push((key, self.node(event, span, depth)?));
        }
    }

    fn key(&mut self, event: Event<'f>, span: SourceSpan) -> Result<Key<'f>, Stopped> {
        match event {
            Event::Scalar(name, ScalarStyle::Plain, ..) if name == "<<" => {
                Err(Mistake::Sharing.at(span, self.file))
            }
            // An absent key is an empty scalar.
            Event::Scalar(name, ..) if span.start < span.end => Ok(Key { name, span }),
            _ => Err(Mistake::NoWord.at(span, self.file)),
        }
    }

    /// The bytes of an event, without the white space behind a block of text.
    fn span(&self, span: Span) -> SourceSpan {
        let start = mistake::byte_of(&span.start, &self.file.text);
        let end = mistake::byte_of(&span.end, &self.file.text).max(start);
        let covered = self.file.text.get(start..end).unwrap_or_default();
        SourceSpan {
            start,
            end: start + covered.trim_end().len(),
        }
    }
}

/// The value of a text without quotes: the core schema of YAML 1.2, except that numbers which readers take
/// differently (010, 0x1f, 1_000, .inf) are text.
fn plain(text: Cow<'_, str>) -> Value<'_> {
    match text.as_ref() {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ => number(&text).unwrap_or(Value::Text(text)),
    }
}

fn number(text: &str) -> Option<Value<'static>> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if !digits.starts_with(|first: char| first.is_ascii_digit() || first == '.') {
        return None;
    }
    if digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let is_padded = digits.len() > 1 && digits.starts_with('0');
        let number = text.parse().ok().filter(|_| !is_padded);
        return number.map(Value::Int);
    }
    let is_decimal =
        |byte: u8| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E' | b'+' | b'-');
    let number = text
        .parse()
        .ok()
        .filter(|_| digits.bytes().all(is_decimal))?;
    f64::is_finite(number).then_some(Value::Float(number))
}

#[cfg(test)]
mod tests;

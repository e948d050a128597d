//! A decoder over the spanned tree that never stops: every mistake of every entry is collected.

#[cfg(test)]
pub(crate) mod asked;
mod fields;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::{Range, RangeInclusive};
use std::sync::Arc;

pub use fields::Fields;

use super::problem::{RuleFile, RulePlace, RuleProblem};
use super::problem_log::ProblemLog;
use super::yaml::{Key, Node, Value};
use crate::span::SourceSpan;
use crate::suggest::nearest;

/// How many valid names a message lists when none of them is near.
const MAX_LISTED_NAMES: usize = 24;

/// How much of a wrong text a message repeats, in characters.
const MAX_QUOTED_CHARS: usize = 60;

/// Up to so many keys are compared with each other: that is done before a table of them is made.
const FEW_KEYS: usize = 24;

/// A value together with the place in the rules file where it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it was written.
    pub place: RulePlace,
}

/// Decodes the nodes of one file and keeps what is wrong with them.
#[derive(Debug)]
pub struct Decoder {
    file: Arc<RuleFile>,
    log: ProblemLog,
}

impl Decoder {
    /// A decoder for the nodes of `file`.
    #[must_use]
    pub fn new(file: &Arc<RuleFile>) -> Self {
        Self::continuing(file, ProblemLog::default())
    }

    /// A decoder for the nodes of `file` that adds to the problems in `log`.
    #[must_use]
    pub fn continuing(file: &Arc<RuleFile>, log: ProblemLog) -> Self {
        Self {
            file: Arc::clone(file),
            log,
        }
    }

    /// Everything that was found wrong, by position.
    #[must_use]
    pub fn into_problems(self) -> Vec<RuleProblem> {
        self.log.into_sorted()
    }

    /// The log with everything that was found wrong.
    #[must_use]
    pub fn into_log(self) -> ProblemLog {
        self.log
    }

    /// The place of a span of this decoder's file.
    #[must_use]
    pub fn place(&self, span: SourceSpan) -> RulePlace {
        RulePlace {
            file: Arc::clone(&self.file),
            span,
        }
    }

    /// `value` with the place it was written at.
    pub fn locate<T>(&self, value: T, span: SourceSpan) -> Located<T> {
        Located {
            value,
            place: self.place(span),
        }
    }

    /// The bytes of a part of a text node, `part` counted in its decoded text. Where the text stands in
    /// the file in another form (escapes, folded lines), the whole node.
    #[must_use]
    pub fn part(&self, node: &Node, part: Range<usize>) -> SourceSpan {
        let Value::Text(text) = &node.value else {
            return node.span;
        };
        let quoted = node.span.start + 1;
        for start in [node.span.start, quoted] {
            if self.file.text.get(start..start + text.len()) == Some(text.as_ref()) {
                return SourceSpan {
                    start: start + part.start,
                    end: start + part.end.min(text.len()),
                };
            }
        }
        node.span
    }

    /// Notes a mistake: `message` says what is wrong, `label` stands under the words at `span`.
    pub fn report(
        &mut self,
        span: SourceSpan,
        message: impl Into<String>,
        label: impl Into<String>,
    ) {
        self.report_with_help(span, message, label, None);
    }

    /// Like [`Decoder::report`], with what to do about it.
    pub fn report_with_help(
        &mut self,
        span: SourceSpan,
        message: impl Into<String>,
        label: impl Into<String>,
        help: Option<String>,
    ) {
        let place = self.place(span);
        self.log.push(RuleProblem {
            message: message.into(),
            places: vec![(place, label.into())],
            help,
        });
    }

    /// Notes that something is given twice: `message`, and both places.
    pub fn report_twice(
        &mut self,
        message: impl Into<String>,
        again: RulePlace,
        first: RulePlace,
        help: &str,
    ) {
        self.log.push(RuleProblem {
            message: message.into(),
            places: vec![
                (again, "given again here".to_owned()),
                (first, "first given here".to_owned()),
            ],
            help: Some(help.to_owned()),
        });
    }

    /// Opens a map (`what` names it in messages, "a limit"). `None`, reported, when it is none. A key
    /// given twice is reported with both places.
    pub fn fields<'n>(&mut self, node: &'n Node<'n>, what: &'static str) -> Option<Fields<'n>> {
        let entries = self.entries(node, what)?;
        Some(Fields::new(entries, what, node.span))
    }

    /// The keys and values of a map whose keys are free, such as the front matter of a letter. `None`,
    /// reported, when it is none. A key given twice is reported with both places.
    pub fn entries<'n>(
        &mut self,
        node: &'n Node<'n>,
        what: &str,
    ) -> Option<&'n [(Key<'n>, Node<'n>)]> {
        let Value::Map(entries) = &node.value else {
            return self.wrong_kind(node, &format!("{what} as a map of keys and values"));
        };
        for (again, first) in repeated(entries) {
            let message = format!("the key `{}` is given twice in {what}", quoted(&again.name));
            let (again, first) = (self.place(again.span), self.place(first.span));
            self.report_twice(message, again, first, "keep one of the two");
        }
        Some(entries)
    }

    /// Text. Numbers are not taken for text: the editor is told to put quotes around them.
    pub fn text(&mut self, node: &Node) -> Option<String> {
        let text = self.text_or_empty(node)?;
        if text.chars().all(char::is_whitespace) {
            self.report(node.span, "this text is empty", "write something here");
            return None;
        }
        Some(text)
    }

    /// Text that may be empty, where an empty text says something: `rationale: ""`.
    pub fn text_or_empty(&mut self, node: &Node) -> Option<String> {
        match &node.value {
            Value::Text(text) => Some(text.clone().into_owned()),
            Value::Int(_) | Value::Float(_) | Value::Bool(_) => {
                self.report_with_help(
                    node.span,
                    format!("expected text, found {}", node.kind()),
                    "not text",
                    Some("put it in quotes to make it text".to_owned()),
                );
                None
            }
            _ => self.wrong_kind(node, "text"),
        }
    }

    /// Text with its place.
    pub fn located_text(&mut self, node: &Node) -> Option<Located<String>> {
        let text = self.text(node)?;
        Some(self.locate(text, node.span))
    }

    /// A whole number from `range`.
    pub fn whole_number(&mut self, node: &Node, range: RangeInclusive<i64>) -> Option<i64> {
        match &node.value {
            Value::Int(number) if range.contains(number) => Some(*number),
            Value::Int(number) => {
                let message = format!(
                    "{number} is out of range: expected {} to {}",
                    range.start(),
                    range.end()
                );
                self.report(node.span, message, "out of range");
                None
            }
            Value::Text(text) if text.trim().parse::<i64>().is_ok() => {
                self.report_with_help(
                    node.span,
                    "expected a whole number, found text",
                    "this is text",
                    Some("write it without quotes and without zeros in front".to_owned()),
                );
                None
            }
            _ => self.wrong_kind(node, "a whole number"),
        }
    }

    /// `true` or `false`.
    pub fn boolean(&mut self, node: &Node) -> Option<bool> {
        let help = match &node.value {
            Value::Bool(value) => return Some(*value),
            Value::Text(text) => match text.to_ascii_lowercase().as_str() {
                "yes" | "on" | "y" | "true" => Some("write `true`"),
                "no" | "off" | "n" | "false" => Some("write `false`"),
                _ => None,
            },
            _ => None,
        };
        self.report_with_help(
            node.span,
            format!("expected true or false, found {}", node.kind()),
            format!("this is {}", node.kind()),
            help.map(str::to_owned),
        );
        None
    }

    /// A list with each element decoded by `element`; elements with mistakes are left out. A single
    /// value is not taken for a list of one.
    pub fn list<T>(
        &mut self,
        node: &Node,
        mut element: impl FnMut(&mut Self, &Node) -> Option<T>,
    ) -> Option<Vec<T>> {
        match &node.value {
            Value::List(nodes) => {
                let mut elements = Vec::with_capacity(nodes.len());
                elements.extend(nodes.iter().filter_map(|node| element(self, node)));
                Some(elements)
            }
            Value::Text(_) => {
                self.report_with_help(
                    node.span,
                    "expected a list, found text",
                    "this is text",
                    Some("put it in brackets to make a list of one: `[...]`".to_owned()),
                );
                None
            }
            _ => self.wrong_kind(node, "a list"),
        }
    }

    /// Like [`Decoder::list`], and the list must not be empty.
    pub fn nonempty_list<T>(
        &mut self,
        node: &Node,
        element: impl FnMut(&mut Self, &Node) -> Option<T>,
    ) -> Option<Vec<T>> {
        if matches!(&node.value, Value::List(nodes) if nodes.is_empty()) {
            self.report(node.span, "this list is empty", "name at least one");
            return None;
        }
        self.list(node, element)
    }

    /// A list of texts, not empty.
    pub fn texts(&mut self, node: &Node) -> Option<Vec<String>> {
        self.nonempty_list(node, Self::text)
    }

    /// A list of texts with their places, not empty.
    pub fn located_texts(&mut self, node: &Node) -> Option<Vec<Located<String>>> {
        self.nonempty_list(node, Self::located_text)
    }

    /// One of a fixed set of words.
    pub fn choice<T: Copy>(&mut self, node: &Node, choices: &[(&'static str, T)]) -> Option<T> {
        let given = self.text(node)?;
        let found = choices.iter().find(|(name, _)| *name == given);
        if found.is_none() {
            let names: Vec<_> = choices.iter().map(|(name, _)| *name).collect();
            self.unknown_name(node.span, "value", &given, &names);
        }
        found.map(|(_, value)| *value)
    }

    /// Reports a name that is not among `valid`, with the nearest one that is.
    pub fn unknown_name(&mut self, span: SourceSpan, what: &str, given: &str, valid: &[&str]) {
        let place = self.place(span);
        report_unknown(&mut self.log, place, what, given, valid);
    }

    fn unknown_key(&mut self, key: &Key, what: &str, valid: &[&str]) {
        let place = self.place(key.span);
        self.log.push_at(place, |place| RuleProblem {
            message: format!("unknown key `{}` in {what}", quoted(&key.name)),
            places: vec![(place, "no such key".to_owned())],
            help: Some(suggestion(&key.name, valid)),
        });
    }

    /// Reports that `node` is not what was `expected`; always gives `None`.
    pub fn wrong_kind<T>(&mut self, node: &Node, expected: &str) -> Option<T> {
        let message = format!("expected {expected}, found {}", node.kind());
        self.report(node.span, message, format!("this is {}", node.kind()));
        None
    }
}

/// The keys that stand in a map for a second time, each with its first place.
fn repeated<'n>(entries: &'n [(Key<'n>, Node<'n>)]) -> Vec<(&'n Key<'n>, &'n Key<'n>)> {
    let keys = || entries.iter().map(|(key, _)| key);
    if entries.len() <= FEW_KEYS {
        let repeated = keys().enumerate().filter_map(|(at, key)| {
            let first = keys().take(at).find(|first| first.name == key.name)?;
            Some((key, first))
        });
        return repeated.collect();
    }
    let mut seen: HashMap<&str, &Key> = HashMap::with_capacity(entries.len());
    let repeated = keys().filter_map(|key| match seen.entry(&key.name) {
        Entry::Occupied(first) => Some((key, *first.get())),
        Entry::Vacant(free) => {
            free.insert(key);
            None
        }
    });
    repeated.collect()
}

/// Logs a name at `place` that is not among `valid`, with the nearest one that is.
pub(crate) fn report_unknown(
    log: &mut ProblemLog,
    place: RulePlace,
    what: &str,
    given: &str,
    valid: &[&str],
) {
    log.push_at(place, |place| RuleProblem {
        message: format!("unknown {what} `{}`", quoted(given)),
        places: vec![(place, format!("no such {what}"))],
        help: Some(suggestion(given, valid)),
    });
}

/// What to write instead of `given`: the nearest of the `valid` names, or else all of them.
pub(crate) fn suggestion(given: &str, valid: &[&str]) -> String {
    if let Some(near) = nearest(given, valid.iter().copied()) {
        return format!("did you mean `{near}`?");
    }
    if valid.is_empty() {
        return "there is none".to_owned();
    }
    let listed = &valid[..valid.len().min(MAX_LISTED_NAMES)];
    let more = match valid.len() - listed.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("known: {}{more}", listed.join(", "))
}

/// The beginning of a text for a message, on one line.
pub(crate) fn quoted(text: &str) -> String {
    let mut shown: String = text
        .chars()
        .take(MAX_QUOTED_CHARS)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if text.chars().nth(MAX_QUOTED_CHARS).is_some() {
        shown.push('\u{2026}');
    }
    shown
}

//! Styles that hide what is set in them.

use std::collections::HashSet;

use super::xml::{Event, Reader};
use crate::source::decode::Unreadable;

/// The ids of the styles of a style sheet that say "hidden" themselves.
pub(super) fn hidden(sheet: &str) -> Result<HashSet<String>, Unreadable> {
    let mut reader = Reader::new(sheet);
    let mut open: Vec<String> = Vec::new();
    let mut hidden = HashSet::new();
    let mut style = None;
    while let Some(event) = reader.next()? {
        match event {
            Event::Start(element) => {
                let name = element.name();
                let within: Vec<&str> = open.iter().rev().take(2).map(String::as_str).collect();
                match (name, within.as_slice()) {
                    ("style", _) => style = element.attribute("styleId"),
                    ("vanish", ["rPr", "style"]) if element.is_on() => hidden.extend(style.take()),
                    _ => {}
                }
                open.push(name.to_owned());
            }
            Event::End => {
                open.pop();
            }
            Event::Text(_) => {}
        }
    }
    Ok(hidden)
}

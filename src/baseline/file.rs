//! The baseline file: JSON Lines, one finding a line, so that what changes in it is a line in a diff.
//!
//! ```text
//! {"schema":"imr-lint-baseline/1"}
//! {"case_number":"CM16-0000000","item":2,"rule":"item/arithmetic","fingerprint":"0123456789abcdef"}
//! ```

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::Entry;
use crate::finding::is_fingerprint;

/// The value of `schema` in the first line.
const SCHEMA: &str = "imr-lint-baseline/1";

/// The lines that git leaves of a merge that could not be made begin with these.
const MERGE_MARKS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    schema: String,
}

/// A line of a baseline file that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// 1-based number of the line.
    pub line: usize,
    /// What is wrong with it, without a full stop.
    pub message: String,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

/// The text of a baseline file: by case number, item, rule and fingerprint, each finding once. The same findings make
/// the same text, whatever order they come in.
///
/// # Errors
/// Those of making JSON, which do not occur for these types.
pub fn write(entries: &BTreeSet<Entry>) -> serde_json::Result<String> {
    let head = Head {
        schema: SCHEMA.to_owned(),
    };
    let mut text = serde_json::to_string(&head)?;
    text.push('\n');
    for entry in entries {
        text.push_str(&serde_json::to_string(entry)?);
        text.push('\n');
    }
    Ok(text)
}

/// The entries of a baseline file, in its order.
///
/// # Errors
/// Every line that is damaged. A file of another kind is one damage of its first line.
pub fn read(text: &str) -> Result<Vec<Entry>, Vec<Damage>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = text.lines().enumerate();
    let head = lines.next().map_or("", |(_, head)| head);
    head_read(head).map_err(|damage| vec![damage])?;
    let mut entries = Vec::new();
    let mut damages = Vec::new();
    for (index, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
        match entry(line) {
            Ok(entry) => entries.push(entry),
            Err(message) => damages.push(Damage {
                line: index + 1,
                message,
            }),
        }
    }
    if damages.is_empty() {
        Ok(entries)
    } else {
        Err(damages)
    }
}

fn head_read(line: &str) -> Result<(), Damage> {
    let damage = |message: String| Damage { line: 1, message };
    match serde_json::from_str::<Head>(line) {
        Ok(head) if head.schema == SCHEMA => Ok(()),
        Ok(head) => Err(damage(format!(
            "the schema is `{}`, not `{SCHEMA}`",
            head.schema
        ))),
        Err(_) => Err(damage(format!(
            "is not {{\"schema\":\"{SCHEMA}\"}}, with which a baseline begins"
        ))),
    }
}

fn entry(line: &str) -> Result<Entry, String> {
    if MERGE_MARKS.iter().any(|mark| line.starts_with(mark)) {
        return Err("a mark of a merge that was not finished".to_owned());
    }
    let entry: Entry = serde_json::from_str(line).map_err(|error| {
        let message = error.to_string();
        // The line is that of the piece, which is always the first.
        let message = message.split(" at line ").next().unwrap_or_default();
        message.to_owned()
    })?;
    if is_fingerprint(&entry.fingerprint) {
        Ok(entry)
    } else {
        Err(format!("`{}` is no fingerprint", entry.fingerprint))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn known(case_number: &str, item: usize, rule: &str) -> Entry {
        Entry {
            case_number: Some(case_number.to_owned()),
            item: Some(item),
            rule: rule.to_owned(),
            fingerprint: "0123456789abcdef".to_owned(),
        }
    }

    #[test]
    fn what_is_written_is_sorted_and_can_be_read() {
        let mut entries = BTreeSet::from([
            known("CM16-0000002", 1, "item/arithmetic"),
            known("CM16-0000001", 10, "item/arithmetic"),
            known("CM16-0000001", 2, "item/dose-differs"),
            known("CM16-0000001", 2, "item/arithmetic"),
        ]);
        entries.insert(Entry {
            case_number: None,
            item: None,
            ..known("", 1, "letter/credentials")
        });
        let text = write(&entries).unwrap();
        insta::assert_snapshot!(text);
        let read_again: BTreeSet<Entry> = read(&text).unwrap().into_iter().collect();
        assert_eq!(read_again, entries);
        let windows = format!("\u{feff}{}\r\n", text.replace('\n', "\r\n"));
        assert_eq!(read(&windows).unwrap().len(), 5);
    }

    #[test]
    fn every_damaged_line_is_told() {
        let text = "\
{\"schema\":\"imr-lint-baseline/1\"}
<<<<<<< HEAD
{\"case_number\":null,\"item\":1,\"rule\":\"a/b\",\"fingerprint\":\"0123456789abcdef\"}
{\"case_number\":null,\"item\":1,\"rule\":\"a/b\",\"fingerprint\":\"0123456789\"}
{\"case_number\":null,\"item\":-1,\"rule\":\"a/b\",\"fingerprint\":\"0123456789abcdef\"}
{\"case_number\":null,\"item\":1,\"rule\":\"a/b\"}
{\"case_number\":null,\"item\":1,\"rule\":\"a/b\",\"line\":3,\"fingerprint\":\"0123456789abcdef\"}
{\"case_number\":null,\"item\":1,\"ru
";
        let damages = read(text).unwrap_err();
        let told: Vec<String> = damages.iter().map(ToString::to_string).collect();
        insta::assert_snapshot!(told.join("\n"));
    }

    #[test]
    fn a_file_of_another_kind_is_told() {
        for text in ["", "waivers:\n", "{\"schema\":\"imr-lint-baseline/2\"}"] {
            let damages = read(text).unwrap_err();
            assert_eq!((damages.len(), damages[0].line), (1, 1), "{text:?}");
        }
    }
}

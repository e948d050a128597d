//! The same letter in other line ends and encodings is the same letter: same findings, same fingerprints.

use std::sync::OnceLock;

use imr_lint::source::SourceText;
use serde_json::Value;
use tempfile::TempDir;

use crate::runner::Runner;
use crate::samples::{CONSISTENT, FINDINGS, bytes_of, files_in, write};

const UTF_8_MARK: &[u8] = b"\xef\xbb\xbf";
const UTF_16_MARK: char = '\u{feff}';

/// The letters of the two folders without anything wrong in their bytes, as text with plain line ends.
fn letters() -> Vec<(String, String)> {
    let paths = [CONSISTENT, FINDINGS].into_iter().flat_map(files_in);
    let read = |path: String| {
        let source = SourceText::from_bytes(&bytes_of(&path)).unwrap();
        (path, source.text().replace("\r\n", "\n"))
    };
    paths.map(read).collect()
}

/// The path of each letter, and the rules and fingerprints of its findings.
type Found = Vec<(Value, Vec<(Value, Value)>)>;

/// What was found in the letters once `encode` has been over each.
fn found(encode: impl Fn(&str) -> Vec<u8>) -> Found {
    let folder = TempDir::new().unwrap();
    for (path, text) in letters() {
        write(&folder.path().join(path), &encode(&text));
    }
    let runner = Runner::new(["check", "--format", "json", "fixtures"]).in_folder(folder.path());
    let report = runner.run().with_status(1).json();
    let finding = |finding: &Value| (finding["rule"].clone(), finding["fingerprint"].clone());
    report["letters"]
        .as_array()
        .unwrap()
        .iter()
        .map(|letter| {
            let findings = letter["findings"]
                .as_array()
                .unwrap()
                .iter()
                .map(finding)
                .collect();
            (letter["path"].clone(), findings)
        })
        .collect()
}

/// What was found in the letters as they are.
fn expected() -> &'static Found {
    static EXPECTED: OnceLock<Found> = OnceLock::new();
    EXPECTED.get_or_init(|| found(|text| text.into()))
}

/// That a change of the bytes changes nothing else.
#[track_caller]
fn changes_nothing(encode: impl Fn(&str) -> Vec<u8>) {
    assert_eq!(&found(encode), expected());
}

#[test]
fn line_ends_of_windows_change_nothing() {
    changes_nothing(|text| text.replace('\n', "\r\n").into());
}

#[test]
fn line_ends_of_old_macs_change_nothing() {
    changes_nothing(|text| text.replace('\n', "\r").into());
}

#[test]
fn a_byte_order_mark_changes_nothing() {
    changes_nothing(|text| [UTF_8_MARK, text.as_bytes()].concat());
}

#[test]
fn two_bytes_a_character_change_nothing() {
    let units =
        |text: &str| -> Vec<u16> { format!("{UTF_16_MARK}{text}").encode_utf16().collect() };
    changes_nothing(|text| units(text).into_iter().flat_map(u16::to_le_bytes).collect());
    changes_nothing(|text| units(text).into_iter().flat_map(u16::to_be_bytes).collect());
}

#[test]
fn a_last_line_without_an_end_changes_nothing() {
    changes_nothing(|text| text.trim_end().into());
}

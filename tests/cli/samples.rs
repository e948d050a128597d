//! The letters of the folder `fixtures/letters`, and folders to try things in.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::runner::{Runner, project};

/// The letters in which everything agrees.
pub(crate) const CONSISTENT: &str = "fixtures/letters/consistent";
/// The letters in which one thing is wrong.
pub(crate) const FINDINGS: &str = "fixtures/letters/findings";
/// The letters of [`FINDINGS`] with one word changed, so that nothing is wrong.
pub(crate) const SILENT: &str = "fixtures/letters/silent";
/// Letters of [`CONSISTENT`] and [`FINDINGS`] in other kinds of files.
pub(crate) const DOCUMENTS: &str = "fixtures/documents";
/// Damaged letters, and files that are no letters.
pub(crate) const BROKEN: &str = "fixtures/letters/broken";

/// The files of a folder of the project by name, each with its path from there. None at all is a failure: a test
/// that walks an empty folder proves nothing.
#[track_caller]
pub(crate) fn files_in(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(project().join(folder)).expect("the folder can be read");
    let mut paths: Vec<String> = entries
        .map(|entry| entry.expect("the entry can be read").file_name())
        .map(|name| format!("{folder}/{}", name.into_string().expect("names are UTF-8")))
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "{folder} is empty");
    paths
}

/// The path of a letter of [`FINDINGS`].
pub(crate) fn finding_letter(name: &str) -> String {
    format!("{FINDINGS}/{name}.txt")
}

/// The bytes of a file of the project.
#[track_caller]
pub(crate) fn bytes_of(path: &str) -> Vec<u8> {
    fs::read(project().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The text of a letter that is UTF-8.
#[track_caller]
pub(crate) fn text_of(path: &str) -> String {
    String::from_utf8(bytes_of(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The letters of the JSON report on a path of the project.
#[track_caller]
pub(crate) fn checked(path: &str) -> Vec<Value> {
    let report = Runner::new(["check", "--format", "json", path])
        .run()
        .json();
    report["letters"]
        .as_array()
        .expect("letters are listed")
        .clone()
}

/// The rules of the findings of one letter of a JSON report.
pub(crate) fn rules_of(letter: &Value) -> Vec<&str> {
    let findings = letter["findings"].as_array().expect("findings are listed");
    findings
        .iter()
        .map(|finding| finding["rule"].as_str().expect("a rule has an id"))
        .collect()
}

/// A new folder with these files.
pub(crate) fn folder_with<B: AsRef<[u8]>>(files: &[(&str, B)]) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder can be made");
    for (name, bytes) in files {
        write(&folder.path().join(name), bytes.as_ref());
    }
    folder
}

/// Writes a file, and the folders that it lies in.
pub(crate) fn write(path: &Path, bytes: &[u8]) {
    let parent = path.parent().expect("a file lies in a folder");
    fs::create_dir_all(parent).expect("the folder can be made");
    fs::write(path, bytes).expect("the file can be written");
}

/// Copies what is in a folder, and in the folders in it, into another. A file that is there already is a failure: it
/// would be lost.
pub(crate) fn copy_into(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("the folder can be read") {
        let path = entry.expect("the entry can be read").path();
        let target = to.join(path.file_name().expect("an entry has a name"));
        if path.is_dir() {
            copy_into(&path, &target);
        } else {
            assert!(!target.exists(), "{} is there already", target.display());
            write(&target, &fs::read(&path).expect("the file can be read"));
        }
    }
}

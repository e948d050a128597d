//! How a letter is printed changes nothing in what is found in it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

use imr_lint::check::Linter;
use imr_lint::finding::Severity;
use imr_lint::rules::{embedded, load};
use imr_lint::source::SourceText;

/// Lines of prose are longer than this, but for the last one of a paragraph; labels and headings are not.
const SHORT: usize = 60;

/// What a finding says, wherever it stands.
type Said = (String, Option<usize>, Severity, String);

/// The fixture letters that can be read.
fn letters() -> Vec<(PathBuf, SourceText)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/letters");
    let folders = ["consistent", "findings", "broken"].map(|name| folder.join(name));
    let entries = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).unwrap());
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: PathBuf| {
        let source = SourceText::from_bytes(&fs::read(&path).unwrap()).ok()?;
        Some((path, source))
    };
    let letters: Vec<_> = paths.into_iter().filter_map(read).collect();
    assert!(letters.len() > 50, "only {} letters", letters.len());
    letters
}

fn said(linter: &Linter, source: &SourceText) -> Vec<Said> {
    let letter = linter.parse(source);
    let findings = linter.check(source, &letter, None).findings.into_iter();
    findings
        .map(|finding| {
            (
                finding.rule,
                finding.item,
                finding.severity,
                finding.message,
            )
        })
        .collect()
}

/// Holds the findings of every letter against those of the same letter in another layout.
#[track_caller]
fn assert_same(layout: impl Fn(&SourceText) -> String) {
    let linter = Linter::new(load(embedded()).pack).0;
    for (path, source) in letters() {
        let other = SourceText::from_text(layout(&source));
        let name = path.file_name().unwrap().display();
        assert_eq!(said(&linter, &other), said(&linter, &source), "{name}");
    }
}

/// The paragraphs of a letter with the prose wrapped at a width, lines and paragraphs joined as given.
fn wrapped(source: &SourceText, width: usize, line: &str, paragraph: &str) -> String {
    let paragraphs = source.canonical().lines().split("\n\n");
    let set = paragraphs.map(|paragraph| rewrapped(paragraph, width).join(line));
    set.collect::<Vec<_>>().join(paragraph)
}

/// The lines of a paragraph; of prose new ones, of at most `width` characters where the words allow it.
fn rewrapped(paragraph: &str, width: usize) -> Vec<String> {
    let lines: Vec<&str> = paragraph.lines().collect();
    let (_, full) = lines.split_last().unwrap();
    if full.is_empty() || full.iter().any(|line| line.len() <= SHORT) {
        return lines.into_iter().map(str::to_owned).collect();
    }
    let mut wrapped = vec![String::new()];
    for word in paragraph.split_whitespace() {
        let line = wrapped.last_mut().unwrap();
        if line.is_empty() {
            line.push_str(word);
        } else if line.len() + word.len() < width {
            line.push(' ');
            line.push_str(word);
        } else {
            wrapped.push(word.to_owned());
        }
    }
    wrapped
}

#[test]
fn other_line_ends() {
    assert_same(|source| source.text().replace('\n', "\r\n"));
    assert_same(|source| source.text().replace('\n', "\r"));
}

#[test]
fn an_empty_line_behind_every_line() {
    assert_same(|source| wrapped(source, 95, " \n\n", " \n\n \n\n"));
    assert_same(|source| wrapped(source, 95, "\n\n", "\n\n\n\n"));
}

#[test]
fn other_widths() {
    for width in [72, 80, 110] {
        assert_same(|source| wrapped(source, width, "\n", "\n\n"));
        assert_same(|source| wrapped(source, width, " \n", " \n \n"));
    }
}

#[test]
fn one_paragraph_to_a_line() {
    assert_same(|source| wrapped(source, usize::MAX, "\n", "\n\n"));
}

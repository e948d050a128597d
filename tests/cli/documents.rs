//! The same letter in a Word file, a page of HTML or Markdown is the same letter.

use std::io::{Cursor, Write};

use imr_lint::source::SourceText;
use serde_json::Value;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::runner::Runner;
use crate::samples::{
    CONSISTENT, DOCUMENTS, FINDINGS, SILENT, bytes_of, checked, files_in, finding_letter,
    folder_with, write,
};

/// The fixture whose decision and conclusion were changed with tracking.
const TRACKED: &str =
    "fixtures/documents/decision__contradicts-conclusion.upheld-but-necessary.docx";

/// What must not depend on the kind of file.
#[derive(Debug, PartialEq)]
struct Read {
    case_number: Value,
    decision_date: Value,
    items: Vec<[Value; 6]>,
    findings: Vec<[Value; 2]>,
}

impl Read {
    fn of(letter: &Value) -> Self {
        let list = |field: &str| letter[field].as_array().expect("a list").clone();
        let item = |item: Value| {
            [
                "heading",
                "decision",
                "request",
                "reviewer_guideline",
                "conclusion",
                "treatments",
            ]
            .map(|field| item[field].clone())
        };
        let finding = |finding: Value| ["rule", "fingerprint"].map(|field| finding[field].clone());
        Self {
            case_number: letter["case_number"].clone(),
            decision_date: letter["decision_date"].clone(),
            items: list("items").into_iter().map(item).collect(),
            findings: list("findings").into_iter().map(finding).collect(),
        }
    }
}

fn documents() -> impl Iterator<Item = (String, String)> {
    let told = |path: String| {
        let name = path.rsplit('/').next()?;
        let (letter, ending) = name.rsplit_once('.')?;
        ["docx", "html", "md"]
            .contains(&ending)
            .then(|| (path.clone(), letter.to_owned()))
    };
    files_in(DOCUMENTS).into_iter().filter_map(told)
}

#[test]
fn every_document_is_read_as_the_letter_of_its_name() {
    assert!(documents().count() >= 10);
    for (path, letter) in documents() {
        let folder = if letter.contains("__") {
            FINDINGS
        } else {
            CONSISTENT
        };
        let expected = checked(&format!("{folder}/{letter}.txt"));
        let actual = checked(&path);
        assert_eq!(actual[0]["problems"], Value::Array(Vec::new()), "{path}");
        assert_eq!(Read::of(&actual[0]), Read::of(&expected[0]), "{path}");
    }
}

/// The paragraphs of a letter, each with its lines.
type Paragraphs = Vec<Vec<String>>;

/// All letters, with their paths and paragraphs; but for one whose words are divided at line ends. They are whole here, which
/// makes its lines longer than any that were printed.
fn letters() -> Vec<(String, Paragraphs)> {
    let paths = [CONSISTENT, FINDINGS, SILENT]
        .into_iter()
        .flat_map(files_in)
        .filter(|path| !path.ends_with("form-feeds-and-hyphens.txt"));
    let paragraphs = |path: String| {
        let source = SourceText::from_bytes(&bytes_of(&path)).unwrap();
        let lines = |paragraph: &str| paragraph.split('\n').map(str::to_owned).collect();
        let paragraphs = source
            .canonical()
            .lines()
            .split("\n\n")
            .map(lines)
            .collect();
        (path, paragraphs)
    };
    paths.map(paragraphs).collect()
}

/// That all letters give the same findings when each is written as a file with this ending.
#[track_caller]
fn changes_nothing(ending: &str, written: impl Fn(&Paragraphs) -> Vec<u8>) {
    let folder = TempDir::new().unwrap();
    let letters = letters();
    let mut runner = Runner::new(["check", "--format", "json"]).in_folder(folder.path());
    for (path, paragraphs) in &letters {
        let path = path.replace(".txt", ending);
        write(&folder.path().join(&path), &written(paragraphs));
        runner = runner.with([path]);
    }
    let report = runner.run().json();
    let plain =
        Runner::new(["check", "--format", "json"]).with(letters.iter().map(|(path, _)| path));
    let plain = plain.run().json();
    let letters = |report: &Value| report["letters"].as_array().expect("letters").clone();
    let differing: Vec<(Value, Read, Read)> = letters(&report)
        .iter()
        .zip(&letters(&plain))
        .map(|(actual, expected)| (actual["path"].clone(), Read::of(actual), Read::of(expected)))
        .filter(|(_, actual, expected)| actual != expected)
        .collect();
    assert!(differing.is_empty(), "{differing:#?}");
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[test]
fn html_with_broken_lines_changes_nothing() {
    changes_nothing(".html", |paragraphs| {
        let block = |lines: &Vec<String>| {
            format!(
                "<p>{}</p>",
                escaped(&lines.join("<br>\n")).replace("&lt;br>", "<br>")
            )
        };
        paragraphs.iter().map(block).collect::<String>().into()
    });
}

#[test]
fn preformatted_html_changes_nothing() {
    changes_nothing(".htm", |paragraphs| {
        let blocks: Vec<String> = paragraphs
            .iter()
            .map(|lines| escaped(&lines.join("\n")))
            .collect();
        format!("<html><pre>\n{}</pre>", blocks.join("\n\n")).into()
    });
}

#[test]
fn markdown_changes_nothing() {
    changes_nothing(".md", |paragraphs| {
        let plain = |line: &String| -> String {
            line.chars()
                .flat_map(|letter| {
                    let is_mark = letter.is_ascii_punctuation() && !matches!(letter, '.' | ')');
                    is_mark.then_some('\\').into_iter().chain([letter])
                })
                .collect()
        };
        let block = |lines: &Vec<String>| lines.iter().map(plain).collect::<Vec<_>>().join("\n");
        paragraphs
            .iter()
            .map(block)
            .collect::<Vec<_>>()
            .join("\n\n")
            .into()
    });
}

#[test]
fn word_files_with_broken_lines_change_nothing() {
    changes_nothing(".docx", |paragraphs| {
        let run = |line: &String| format!("<w:r><w:t>{}</w:t></w:r>", escaped(line));
        let block = |lines: &Vec<String>| {
            let runs: Vec<String> = lines.iter().map(run).collect();
            format!("<w:p>{}</w:p>", runs.join("<w:r><w:br/></w:r>"))
        };
        word_file(&paragraphs.iter().map(block).collect::<String>())
    });
}

#[test]
fn word_files_that_hold_printed_lines_change_nothing() {
    changes_nothing(".docx", |paragraphs| {
        let line = |line: &String| format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", escaped(line));
        let block = |lines: &Vec<String>| lines.iter().map(line).collect::<String>() + "<w:p/>";
        word_file(&paragraphs.iter().map(block).collect::<String>())
    });
}

/// A Word file with this body.
fn word_file(body: &str) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive
        .start_file("word/document.xml", SimpleFileOptions::default())
        .unwrap();
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let document =
        format!("<w:document xmlns:w=\"{namespace}\"><w:body>{body}</w:body></w:document>");
    archive.write_all(document.as_bytes()).unwrap();
    archive.finish().unwrap().into_inner()
}

#[test]
fn findings_are_placed_as_a_reader_of_the_document_finds_them() {
    let ended = Runner::new(["check", "--format", "concise", TRACKED])
        .run()
        .with_status(1);
    insta::assert_snapshot!(ended.transcript());
    let ended = Runner::new(["check", TRACKED]).run().with_status(1);
    assert!(
        ended.stdout.contains("(page 2, paragraph "),
        "{}",
        ended.stdout
    );
    let label = &checked(TRACKED)[0]["findings"][0]["labels"][0];
    assert!(
        label["place"]
            .as_str()
            .unwrap()
            .starts_with("page 2, paragraph "),
        "{label}"
    );
    assert!(
        label["page_line"].as_u64() < label["line"].as_u64(),
        "{label}"
    );
}

#[test]
fn places_in_markdown_are_lines_of_the_file() {
    let path = "fixtures/documents/item__quantity-differs.md";
    let label = &checked(path)[0]["findings"][0]["labels"][0];
    let line = usize::try_from(label["line"].as_u64().unwrap()).unwrap();
    let file = String::from_utf8(bytes_of(path)).unwrap();
    let words = label["text"].as_str().unwrap();
    assert!(
        file.lines().nth(line - 1).unwrap().contains(words),
        "{words} in line {line}"
    );
    assert_eq!(label["place"], Value::Null);
}

#[test]
fn the_content_of_a_file_tells_its_kind() {
    let letter = bytes_of(&finding_letter("citation__superseded"));
    let folder = folder_with(&[
        (
            "word.txt",
            bytes_of("fixtures/documents/citation__superseded.docx"),
        ),
        (
            "page.txt",
            bytes_of("fixtures/documents/labels-on-separate-lines.html"),
        ),
        ("text.docx", letter.clone()),
        ("bracket.txt", [b"<draft>\n\n", letter.as_slice()].concat()),
    ]);
    let runner = Runner::new(["check", "--format", "concise", "."]).in_folder(folder.path());
    assert_eq!(
        runner.run().with_status(1).rules(),
        ["citation/superseded"; 3]
    );
}

#[test]
fn other_documents_are_refused_with_what_to_do() {
    let zip = |first: &str, rest: &str| {
        format!("PK\x03\x04{}{first}....{rest}", ".".repeat(26)).into_bytes()
    };
    let locked: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let container = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    let files: [(&str, Vec<u8>); 9] = [
        ("a.rtf", b"{\\rtf1 letter}".to_vec()),
        ("b.doc", container.clone()),
        ("c.docx", [container, locked].concat()),
        (
            "d.odt",
            zip(
                "mimetypeapplication/vnd.oasis.opendocument.text",
                "content.xml",
            ),
        ),
        ("e.xlsx", zip("[Content_Types].xml", "xl/workbook.xml")),
        ("f.zip", zip("letters/a.docx", "word/document.xml")),
        ("g.docx", word_file("<w:p/>")),
        (
            "h.html",
            b"<html><body><img src=scan.png></body></html>".to_vec(),
        ),
        ("i.docx", bytes_of(TRACKED)[..2000].to_vec()),
    ];
    let folder = folder_with(&files);
    let paths = files.iter().map(|(name, _)| *name);
    let ended = Runner::new(["check", "--format", "concise"])
        .with(paths)
        .in_folder(folder.path())
        .run();
    insta::assert_snapshot!(ended.with_status(2).transcript());
}

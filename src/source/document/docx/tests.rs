#![allow(clippy::unwrap_used)]

mod hostile;
mod paragraphs;

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::extract;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const MAIN: &str = "word/document.xml";

/// A ZIP archive of these parts.
fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A document with this body.
fn document(body: &str) -> String {
    format!(
        "<w:document xmlns:w=\"{WORD}\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">\
         <w:body>{body}</w:body></w:document>"
    )
}

/// The text of a document with this body.
#[track_caller]
fn read(body: &str) -> String {
    extract(&package(&[(MAIN, document(body).as_bytes())]))
        .unwrap()
        .text
}

/// Why a document with this XML is not read.
#[track_caller]
fn refusal(xml: &str) -> String {
    extract(&package(&[(MAIN, xml.as_bytes())]))
        .unwrap_err()
        .to_string()
}

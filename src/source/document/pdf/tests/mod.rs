//! The PDF files of `fixtures/documents`, whole and damaged, and small ones written here to be hard to read.
#![allow(clippy::unwrap_used)]

mod damage;
mod hostile;
mod layout;
mod running;

use crate::source::SourceText;

macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/fixtures/documents/",
            $name
        ))
        .as_slice()
    };
}

const RUNNING_HEADERS: &[u8] = fixture!("running-headers.pdf");
const TABLE: &[u8] = fixture!("front-matter-table.pdf");
const STANDARD_FONTS: &[u8] = fixture!("standard-fonts.pdf");
const SCANNED_PAGE: &[u8] = fixture!("scanned-page.pdf");
const SCAN: &[u8] = fixture!("scan.pdf");
const USER_PASSWORD: &[u8] = fixture!("user-password.pdf");
const OWNER_PASSWORD: &[u8] = fixture!("owner-password.pdf");
const WITHOUT_UNICODE: &[u8] = fixture!("without-unicode.pdf");

/// The text of a PDF, or the message that it is refused with.
fn read(bytes: &[u8]) -> Result<String, String> {
    SourceText::from_file("letter.pdf", bytes)
        .map(|letter| letter.text().to_owned())
        .map_err(|refusal| refusal.to_string())
}

#[track_caller]
fn text(bytes: &[u8]) -> String {
    read(bytes).unwrap()
}

#[track_caller]
fn assert_refused(bytes: &[u8], with: &str) {
    let message = read(bytes).unwrap_err();
    assert!(message.starts_with("this is a PDF file, but "), "{message}");
    assert!(message.contains(with), "{message}");
}

#[test]
fn a_password_is_asked_for_only_where_one_is_needed() {
    assert_refused(USER_PASSWORD, "it is locked with a password");
    assert_eq!(text(OWNER_PASSWORD), text(TABLE));
}

#[test]
fn pages_without_text_are_named() {
    assert_refused(
        SCAN,
        "pages 1 and 2 have no text, only a picture of it; run text recognition (OCR) on it first",
    );
    assert_refused(SCANNED_PAGE, "page 2 has no text");
}

#[test]
fn glyphs_without_characters_are_counted() {
    assert_refused(WITHOUT_UNICODE, "characters on page 1 cannot be told");
}

//! Letters in PDF files: what is found in them is what is found in their text.
#![cfg(feature = "pdf")]

use serde_json::{Value, json};

use crate::runner::Runner;
use crate::samples::checked;

/// The PDF files of `fixtures/documents` that can be read, with the letters that they were made from.
const MADE_FROM: [(&str, &str); 4] = [
    ("running-headers", "consistent/split-requests"),
    ("front-matter-table", "findings/limit__claims-above"),
    ("owner-password", "findings/limit__claims-above"),
    ("standard-fonts", "consistent/labels-on-separate-lines"),
];

fn letter(path: &str) -> Value {
    checked(path).swap_remove(0)
}

/// These members of every object of a list.
fn members(list: &Value, names: &[&str]) -> Vec<Value> {
    let objects = list.as_array().unwrap();
    objects
        .iter()
        .map(|object| names.iter().map(|name| object[*name].clone()).collect())
        .collect()
}

#[test]
fn a_pdf_has_the_findings_and_items_of_its_text() {
    for (pdf, text) in MADE_FROM {
        let pdf = letter(&format!("fixtures/documents/{pdf}.pdf"));
        let text = letter(&format!("fixtures/letters/{text}.txt"));
        for name in ["case_number", "decision_date", "problems"] {
            assert_eq!(pdf[name], text[name], "{}: {name}", pdf["path"]);
        }
        let finding = [
            "rule",
            "severity",
            "item",
            "message",
            "source",
            "fingerprint",
        ];
        assert_eq!(
            members(&pdf["findings"], &finding),
            members(&text["findings"], &finding),
            "{}",
            pdf["path"]
        );
        let item = [
            "number",
            "heading",
            "decision",
            "request",
            "claims_administrator_guideline",
            "reviewer_guideline",
            "rationale",
            "conclusion",
        ];
        assert_eq!(
            members(&pdf["items"], &item),
            members(&text["items"], &item),
            "{}",
            pdf["path"]
        );
    }
}

#[test]
fn a_finding_tells_page_and_line() {
    let run = Runner::new(["check", "fixtures/documents/front-matter-table.pdf"]).run();
    assert!(run.stdout.contains("(page 1, line "), "{}", run.stdout);
    let letter = letter("fixtures/documents/front-matter-table.pdf");
    assert_eq!(letter["findings"][0]["labels"][0]["page"], json!(1));
}

#[test]
fn what_cannot_be_read_whole_is_refused_with_what_to_do() {
    for (name, reason) in [
        (
            "user-password",
            "it is locked with a password; open it with the password and save a copy without one",
        ),
        (
            "scan",
            "pages 1 and 2 have no text, only a picture of it; run text recognition (OCR) on it first",
        ),
        (
            "scanned-page",
            "page 2 has no text, only a picture of it; run text recognition (OCR) on it first",
        ),
        ("without-unicode", "cannot be told"),
    ] {
        let path = format!("fixtures/documents/{name}.pdf");
        Runner::new(["check", &path]).run().with_status(2);
        let letter = letter(&path);
        let message = letter["problems"][0]["message"].as_str().unwrap();
        assert!(message.starts_with("this is a PDF file, but "), "{message}");
        assert!(message.contains(reason), "{message}");
        assert_eq!(letter["findings"], json!([]));
    }
}

//! `imr-lint check --format json`: the contract `imr-lint/1`, to which fields are only ever added.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::runner::{Runner, project};
use crate::samples::{
    BROKEN, CONSISTENT, DOCUMENTS, FINDINGS, checked, files_in, finding_letter, text_of,
};

/// One report, with a value for every field of the contract.
const CONTRACT: &str = "tests/cli/contract.json";

/// The fields that are `null` where the letter says nothing.
const NULLABLE: [&str; 19] = [
    "case_number",
    "decision_date",
    "heading",
    "decision",
    "request",
    "original",
    "authorized",
    "count",
    "unit",
    "frequency",
    "duration",
    "derived_total",
    "dispensed",
    "refills",
    "side",
    "level",
    "claims_administrator_guideline",
    "reviewer_guideline",
    "rationale",
];

/// Likewise; these stand in citations and findings.
const NULLABLE_BESIDE_ITEMS: [&str; 5] = ["guideline", "item", "help", "source", "place"];

/// Holds a report against the contract: every field is there, of the same type or `null` where it may be.
#[derive(Default)]
struct Comparison {
    /// The fields, by path, that held a value.
    filled: BTreeSet<String>,
    mistakes: Vec<String>,
}

impl Comparison {
    fn compare(&mut self, path: &str, contract: &Value, actual: &Value) {
        match (contract, actual) {
            (Value::Null, _) => return,
            (Value::Object(fields), Value::Object(actual)) => {
                for (name, contract) in fields {
                    let path = format!("{path}.{name}");
                    match actual.get(name) {
                        Some(Value::Null) if is_nullable(name) => {}
                        Some(actual) => self.compare(&path, contract, actual),
                        None => self.mistakes.push(format!("{path} is missing")),
                    }
                }
            }
            (Value::Array(contract), Value::Array(actual)) => {
                let path = format!("{path}[]");
                for actual in actual {
                    contract
                        .iter()
                        .for_each(|contract| self.compare(&path, contract, actual));
                }
                return;
            }
            _ if std::mem::discriminant(contract) == std::mem::discriminant(actual) => {}
            _ => self
                .mistakes
                .push(format!("{path} is {actual}, not as {contract}")),
        }
        self.filled.insert(path.to_owned());
    }
}

fn is_nullable(field: &str) -> bool {
    NULLABLE.contains(&field) || NULLABLE_BESIDE_ITEMS.contains(&field)
}

#[test]
fn every_field_of_the_contract_is_there_and_filled_where_a_letter_fills_it() {
    let contract: Value = serde_json::from_str(&text_of(CONTRACT)).unwrap();
    let mut whole = Comparison::default();
    whole.compare("report", &contract, &contract);
    let mut comparison = Comparison::default();
    let report = Runner::new([
        "check",
        "--format",
        "json",
        "missing.txt",
        CONSISTENT,
        FINDINGS,
        BROKEN,
        DOCUMENTS,
    ])
    .run()
    .json();
    comparison.compare("report", &contract, &report);
    assert_eq!(comparison.mistakes, [""; 0]);
    let never_filled: Vec<_> = whole.filled.difference(&comparison.filled).collect();
    // Of what no fixture letter holds nothing is known but that the field is there.
    assert_eq!(never_filled, [""; 0]);
}

#[test]
fn the_report_names_the_schema_and_the_pack() {
    let report = Runner::new(["check", "--format", "json", CONSISTENT])
        .run()
        .with_status(0)
        .json();
    assert_eq!(report["schema"], "imr-lint/1");
    assert_eq!(report["rules"]["pack"], "ca-dwc-imr");
    let digest = report["rules"]["digest"].as_str().unwrap();
    let digits = digest.strip_prefix("sha256:").unwrap();
    assert!(
        digits.len() == 64 && digits.chars().all(|digit| digit.is_ascii_hexdigit()),
        "{digest}"
    );
}

#[test]
fn the_same_pack_has_the_same_digest_wherever_it_lies() {
    let digest = |options: &[&str]| {
        let runner = Runner::new(["check", "--format", "json", CONSISTENT]).with(options);
        runner.run().json()["rules"]["digest"].clone()
    };
    let built_in = digest(&[]);
    assert_eq!(
        digest(&["--no-builtin-rules", "--rules", "rules"]),
        built_in
    );
    assert_eq!(
        digest(&[
            "--no-builtin-rules",
            "--rules",
            project().join("rules").to_str().unwrap()
        ]),
        built_in
    );
}

#[test]
fn a_letter_with_a_finding() {
    let ended = Runner::new([
        "check",
        "--format",
        "json",
        &finding_letter("limit__overturned-above"),
    ])
    .run();
    let pretty = serde_json::to_string_pretty(&ended.json()).unwrap();
    insta::assert_snapshot!(ended.scrubbed(&pretty));
}

#[test]
fn the_summary_counts_what_the_letters_hold() {
    let report = Runner::new(["check", "--format", "json", CONSISTENT, FINDINGS, BROKEN])
        .run()
        .json();
    let letters = report["letters"].as_array().unwrap();
    let findings = || {
        letters
            .iter()
            .flat_map(|letter| letter["findings"].as_array().unwrap())
    };
    let graded = |severity: &str| {
        findings()
            .filter(|finding| finding["severity"] == severity)
            .count()
    };
    let items: usize = letters
        .iter()
        .map(|letter| letter["items"].as_array().unwrap().len())
        .sum();
    let summary = &report["summary"];
    for (field, counted) in [
        ("letters", letters.len()),
        ("items", items),
        ("errors", graded("error")),
        ("warnings", graded("warning")),
        ("notes", graded("note")),
    ] {
        assert_eq!(summary[field], counted, "{field}");
    }
}

#[test]
fn a_letter_stands_on_one_line() {
    let ended = Runner::new(["check", "--format", "json", FINDINGS]).run();
    // The head and the foot of the report are the two others.
    assert_eq!(ended.stdout.lines().count(), files_in(FINDINGS).len() + 2);
}

/// The bytes `start..end` of a text.
#[track_caller]
fn covered<'t>(text: &'t str, place: &Value, of: &str) -> &'t str {
    let offset = |name: &str| usize::try_from(place[name].as_u64().unwrap()).unwrap();
    let (start, end) = (offset("start"), offset("end"));
    text.get(start..end)
        .unwrap_or_else(|| panic!("{of}: {start}..{end} is no place in its text"))
}

fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The letters of the three folders that could be read, each with its path and its text.
fn read_letters() -> Vec<(String, String, Value)> {
    let letters = [CONSISTENT, FINDINGS, BROKEN].into_iter().flat_map(checked);
    let read = letters.filter(|letter| letter["problems"].as_array().unwrap().is_empty());
    read.map(|letter| {
        let path = letter["path"].as_str().unwrap().to_owned();
        let text = Runner::new(["inspect", "--text", &path])
            .run()
            .with_status(0)
            .stdout;
        (path, text, letter)
    })
    .collect()
}

#[test]
fn labels_point_at_their_words() {
    for (path, text, letter) in read_letters() {
        for finding in letter["findings"].as_array().unwrap() {
            let labels = finding["labels"].as_array().unwrap();
            let primary = labels
                .iter()
                .filter(|label| label["primary"] == true)
                .count();
            assert_eq!(primary, 1, "{path}: labels that a report can lead to");
            for label in labels {
                let words = covered(&text, label, &path);
                assert_eq!(unwrapped(words), label["text"].as_str().unwrap(), "{path}");
                assert!(!words.is_empty(), "{path}: a label points at nothing");
                assert_eq!(
                    words,
                    words.trim(),
                    "{path}: a label begins or ends with white space"
                );
            }
        }
    }
}

#[test]
fn labels_name_the_line_and_column_of_their_words() {
    for (path, text, letter) in read_letters() {
        for label in letter["findings"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|finding| finding["labels"].as_array().unwrap())
        {
            let start = usize::try_from(label["start"].as_u64().unwrap()).unwrap();
            let before = text[..start].replace("\r\n", "\n").replace('\r', "\n");
            let line_start = before.rfind('\n').map_or(0, |end| end + 1);
            assert_eq!(label["line"], before.matches('\n').count() + 1, "{path}");
            assert_eq!(
                label["column"],
                before[line_start..].chars().count() + 1,
                "{path}"
            );
        }
    }
}

#[test]
fn labels_name_the_page_of_their_words() {
    let letter = text_of(&finding_letter("citation__superseded"));
    let (front, rest) = letter.split_at(letter.find("HOW THE").unwrap());
    let paged = format!(
        "{front}\u{c}{}",
        rest.replace("IMR ISSUES", "\u{c}IMR ISSUES")
    );
    let report = Runner::new(["check", "--format", "json", "-"])
        .with_input(paged)
        .run()
        .json();
    let labels = report["letters"][0]["findings"][0]["labels"]
        .as_array()
        .unwrap();
    let pages: Vec<_> = labels.iter().map(|label| label["page"].as_u64()).collect();
    // The citation, and the decision date of the front matter.
    assert_eq!(pages, [Some(3), Some(1)]);
}

#[test]
fn items_come_in_order_and_hold_their_words() {
    // A word that is split at a line end is one word again in the report.
    let letters_of = |text: &str| text.replace(char::is_whitespace, "");
    for (path, text, letter) in read_letters() {
        let mut last = 0;
        for (index, item) in letter["items"].as_array().unwrap().iter().enumerate() {
            assert_eq!(item["number"], index + 1, "{path}");
            let start = item["span"]["start"].as_u64().unwrap();
            assert!(
                last < start,
                "{path}: item {} begins before the one before",
                index + 1
            );
            last = start;
            let words = letters_of(covered(&text, &item["span"], &path));
            for part in ["heading", "reviewer_guideline"] {
                let said = letters_of(item[part].as_str().unwrap_or_default());
                assert!(
                    words.contains(&said),
                    "{path}: the {part} of item {} lies outside of it",
                    index + 1
                );
            }
        }
    }
}

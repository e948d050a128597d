//! `imr-lint read`: how a phrase is understood.

use serde_json::Value;

use crate::runner::Runner;

/// The answers to rows of JSON Lines.
fn answers(kind: &str, rows: &[&str]) -> Vec<Value> {
    let rows: Vec<String> = rows
        .iter()
        .map(|text| serde_json::json!({ "text": text }).to_string())
        .collect();
    let ended = Runner::new(["read", kind])
        .with_input(rows.join("\n"))
        .run()
        .with_status(0);
    ended
        .stdout
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn table(kind: &str, texts: &[&str]) -> String {
    Runner::new(["read", kind])
        .with(texts)
        .run()
        .with_status(0)
        .transcript()
}

const QUANTITIES: [&str; 5] = [
    "2 times a week for 6 weeks (12 sessions)",
    "Naproxen 550mg #60, 2 refills",
    "Acupuncture 2x6",
    "L4-L5, pain 6/10 since 02/16/2013",
    "nothing to count",
];

#[test]
fn quantities_in_a_table() {
    insta::assert_snapshot!(table("quantities", &QUANTITIES));
}

#[test]
fn quantities_in_json_lines() {
    let lines: Vec<_> = answers("quantities", &QUANTITIES)
        .iter()
        .map(Value::to_string)
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}

const CITATIONS: [&str; 3] = [
    "Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Opioids, criteria for use.",
    "The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on \
     Non-MTUS Citation Official Disability Guidelines (ODG) Pain, Office visits.",
    "The Expert Reviewer did not cite any medical evidence for its decision.",
];

#[test]
fn citations_in_a_table() {
    insta::assert_snapshot!(table("citations", &CITATIONS));
}

#[test]
fn citations_in_json_lines() {
    let lines: Vec<_> = answers("citations", &CITATIONS)
        .iter()
        .map(Value::to_string)
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}

/// Layout and all: a wrapped sentence, a page break, a letter of two bytes, a word split at a line end.
const PASSAGE: &str = "The worker is 53 years\r\nold. Dr. Müller saw\u{c}\r\nhim on 1/2/2016. \n \nNo Non-\nMTUS text is cited.";

#[test]
fn sentences_in_a_table() {
    insta::assert_snapshot!(table(
        "sentences",
        &["The worker is 53. It is denied, e.g. by Dr. Lee."]
    ));
}

#[test]
fn sentences_in_json_lines() {
    let lines: Vec<_> = answers("sentences", &[PASSAGE])
        .iter()
        .map(Value::to_string)
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}

const RATIONALE: &str = "The MTUS allows 6 visits. Although the guideline allows 6 visits, this patient has had 12. It is \
                         unclear why more are needed. The ODG was used instead. The request is not medically necessary.";

#[test]
fn zones_in_a_table() {
    insta::assert_snapshot!(table("zones", &[RATIONALE]));
}

#[test]
fn zones_in_json_lines() {
    insta::assert_snapshot!(answers("zones", &[RATIONALE])[0].to_string());
}

#[test]
fn zones_of_given_sentences() {
    let row = "{\"sentences\": [\"The MTUS allows 6 visits.\", \"\", \"The patient has had 12.\"]}";
    let ended = Runner::new(["read", "zones"]).with_input(row).run();
    assert_eq!(
        ended.with_status(0).stdout,
        "{\"zones\":[\"guideline\",\"guideline\",\"case\"]}\n"
    );
}

#[test]
fn places_count_in_the_text_that_was_given() {
    for (kind, list, text) in [
        ("quantities", "quantities", QUANTITIES[0]),
        ("citations", "citations", CITATIONS[0]),
        ("sentences", "sentences", PASSAGE),
        ("zones", "sentences", PASSAGE),
    ] {
        let rows = answers(kind, &[text])[0][list].as_array().unwrap().clone();
        assert!(!rows.is_empty(), "{kind}");
        for row in rows {
            let offset = |name: &str| usize::try_from(row[name].as_u64().unwrap()).unwrap();
            let words = text
                .get(offset("start")..offset("end"))
                .unwrap_or_else(|| panic!("{kind}: {row}"));
            assert!(!words.is_empty() && words == words.trim(), "{kind}: {row}");
            if let Some(said) = row.get("text") {
                let unwrapped = words.split_whitespace().collect::<Vec<_>>().join(" ");
                assert_eq!(said.as_str(), Some(unwrapped.as_str()), "{kind}");
            }
        }
    }
}

#[test]
fn every_row_has_its_answer() {
    assert_eq!(
        answers("quantities", &["12 visits", "", "no number"]).len(),
        3
    );
    let ended = Runner::new(["read", "quantities"])
        .with_input("\n\n{\"text\": \"a\", \"id\": 1}\r\n")
        .run();
    assert_eq!(ended.with_status(0).stdout, "{\"quantities\":[]}\n");
    assert_eq!(
        Runner::new(["read", "quantities"])
            .run()
            .with_status(0)
            .stdout,
        ""
    );
}

#[test]
fn a_row_that_is_no_row_is_told_with_its_line() {
    for row in [
        "nonsense",
        "{\"txt\": \"12 visits\"}",
        "{\"text\": 12}",
        "[]",
    ] {
        let input = format!("{{\"text\": \"12 visits\"}}\n{row}\n");
        let ended = Runner::new(["read", "quantities"])
            .with_input(input)
            .run()
            .with_status(2);
        assert!(
            ended.stderr.starts_with("error: standard input, line 2: "),
            "{}",
            ended.stderr
        );
        assert!(ended.stderr.contains("{\"text\": "), "{}", ended.stderr);
    }
    let ended = Runner::new(["read", "quantities"])
        .with_input(b"\xff\n")
        .run()
        .with_status(2);
    assert!(
        ended.stderr.starts_with("error: standard input, line 1: "),
        "{}",
        ended.stderr
    );
}

#[test]
fn an_unknown_kind_is_refused_with_the_known_ones() {
    let ended = Runner::new(["read", "quantites", "12 visits"])
        .run()
        .with_status(2);
    assert!(ended.stderr.contains("quantities"), "{}", ended.stderr);
}

/// A text and the words that it is asked about.
const ASSERTIONS: [(&str, &str); 4] = [
    ("There is no weakness of the left leg.", "weakness"),
    (
        "He was seen. The response to it was not discussed.",
        "response",
    ),
    ("If relief is shown, visits follow.", "relief"),
    ("A brace was worn.", "brace"),
];

fn assertion_row(text: &str, target: &str) -> String {
    let start = text.find(target).unwrap();
    let end = start + target.len();
    serde_json::json!({ "text": text, "target": { "start": start, "end": end } }).to_string()
}

fn assertion_answers(rows: &[String]) -> String {
    let ended = Runner::new(["read", "assertions"])
        .with_input(rows.join("\n"))
        .run();
    ended.with_status(0).stdout
}

#[test]
fn assertions_in_a_table() {
    let tables = ASSERTIONS.map(|(text, target)| {
        let ended = Runner::new(["read", "assertions", text, "--target", target]).run();
        ended.with_status(0).stdout
    });
    insta::assert_snapshot!(tables.join(""));
}

#[test]
fn assertions_in_json_lines() {
    let rows = ASSERTIONS.map(|(text, target)| assertion_row(text, target));
    insta::assert_snapshot!(assertion_answers(&rows));
}

#[test]
fn a_target_that_is_no_place_is_told_with_its_line() {
    let text = "No d\u{e9}ficit.";
    for (start, end, problem) in [
        (3, 40, "the target 3..40 ends behind the text of 12 bytes"),
        (3, 3, "the target 3..3 is empty"),
        (5, 4, "the target 5..4 is empty"),
        (3, 5, "the target 3..5 cuts a character in two"),
        (2, 3, "the target 2..3 is white space"),
    ] {
        let bad = serde_json::json!({ "text": text, "target": { "start": start, "end": end } });
        let input = format!("{}\n{bad}\n", assertion_row(text, "ficit"));
        let ended = Runner::new(["read", "assertions"])
            .with_input(input)
            .run()
            .with_status(2);
        let told = format!("error: standard input, line 2: {problem}\n");
        assert!(ended.stderr.starts_with(&told), "{}", ended.stderr);
        assert!(ended.stderr.contains("\"target\": {"), "{}", ended.stderr);
    }
    let ended = Runner::new(["read", "assertions"])
        .with_input("{\"text\": \"No pain.\"}\n")
        .run()
        .with_status(2);
    assert!(
        ended.stderr.contains("missing field `target`"),
        "{}",
        ended.stderr
    );
}

#[test]
fn a_target_is_marked_by_words_that_stand_in_the_text_once() {
    let refused = |arguments: &[&str]| {
        let ended = Runner::new(["read"]).with(arguments).run();
        ended.with_status(2).stderr
    };
    let twice = refused(&["assertions", "Pain, no pain, pain.", "--target", "pain"]);
    assert!(twice.contains("`pain` stands more than once"), "{twice}");
    let absent = refused(&["assertions", "No painful arc.", "--target", "pain"]);
    assert!(absent.contains("`pain` does not stand in"), "{absent}");
    let unnamed = refused(&["assertions", "No pain."]);
    assert!(unnamed.contains("--target weakness"), "{unnamed}");
    let other = refused(&["quantities", "12 visits", "--target", "visits"]);
    assert!(other.contains("for assertions only"), "{other}");
}

//! `check --waivers`: findings that somebody answers for, and what is wrong with the answers.

use serde_json::Value;
use tempfile::TempDir;

use crate::runner::{Ended, Runner};
use crate::samples::{bytes_of, finding_letter, folder_with, rules_of, write};

const NAME: &str = "imr-lint.waivers.yaml";

/// The letters of the folder that these tests check, each with one finding.
const LETTERS: [&str; 3] = [
    "decision__no-conclusion",
    "item__dose-differs",
    "letter__credentials",
];

/// One waiver that has effect.
const CONCLUSION: &str = "\
- rule: decision/no-conclusion
  case_number: CM16-9900120
  item: 1
  reason: The conclusion was sent as an addendum on 2017-02-02.
  approver: A. Reviewer
  expires: 2026-12-31
";

/// One of a finding in the letter as a whole.
const CREDENTIALS: &str = "\
- { rule: letter/credentials, case_number: CM16-9900106, item: letter, reason: It is known to the state.,
    approver: A. Reviewer, expires: 2026-12-31 }
";

/// A folder with the letters in `letters`, and a waivers file with these waivers.
fn folder(waivers: &str) -> TempDir {
    let folder = folder_with(&[(NAME, format!("waivers:\n{waivers}"))]);
    for name in LETTERS {
        let path = folder.path().join(format!("letters/{name}.txt"));
        write(&path, &bytes_of(&finding_letter(name)));
    }
    folder
}

fn check(folder: &TempDir, arguments: &[&str]) -> Ended {
    let runner = Runner::new(["check"]).with(arguments);
    runner.in_folder(folder.path()).run()
}

/// The rules of what is found in a folder, as of a day on which the waivers above have effect.
fn found(folder: &TempDir, arguments: &[&str]) -> Vec<String> {
    let usual = ["letters", "--format", "concise", "--today", "2026-11-22"];
    check(folder, &[&usual, arguments].concat()).rules()
}

#[test]
fn waived_findings_are_counted_and_not_reported() {
    let folder = folder(&[CONCLUSION, CREDENTIALS].concat());
    let ended = check(&folder, &["letters", "--today", "2026-12-31"]).with_status(1);
    insta::assert_snapshot!(ended.transcript());
}

#[test]
fn a_waived_error_does_not_fail_the_run() {
    let dose = CONCLUSION
        .replace("decision/no-conclusion", "item/dose-differs")
        .replace("9900120", "9900114");
    let folder = folder(&dose);
    check(&folder, &["letters", "--today", "2026-12-31"]).with_status(0);
    check(&folder, &["letters", "--no-waivers"]).with_status(1);
}

#[test]
fn everything_wrong_with_waivers_is_found_in_their_file() {
    let waivers = [
        CONCLUSION.replace(
            "  reason: The conclusion was sent as an addendum on 2017-02-02.\n",
            "",
        ),
        CREDENTIALS.replace("2026-12-31", "2026-06-30"),
        CONCLUSION.replace("decision/no-conclusion", "decision/no-conclusions"),
        CONCLUSION.replace("item: 1", "item: 2"),
    ];
    let folder = folder(&waivers.concat());
    let ended = check(
        &folder,
        &["letters/d*", "letters/l*", "--today", "2026-11-22"],
    );
    insta::assert_snapshot!(ended.with_status(1).transcript());
    let concise = [
        "letters/d*",
        "letters/l*",
        "--today",
        "2026-11-22",
        "--format",
        "concise",
    ];
    insta::assert_snapshot!(check(&folder, &concise).with_status(1).transcript());
}

#[test]
fn findings_about_waivers_count_for_the_exit_status() {
    let unused = CONCLUSION.replace("item: 1", "item: 2");
    let folder = folder(&unused);
    let usual = [
        "letters/l*",
        "letters/d*",
        "--select",
        "waiver",
        "--today",
        "2026-11-22",
    ];
    check(&folder, &usual).with_status(0);
    check(&folder, &[&usual[..], &["--fail-on", "warning"]].concat()).with_status(1);
}

#[test]
fn the_json_lists_what_is_waived_and_what_is_wrong_with_waivers() {
    let unused = CREDENTIALS.replace("letter/credentials", "letter/date-order");
    let folder = folder(&[CONCLUSION, &unused].concat());
    let usual = ["letters", "--format", "json", "--today", "2026-11-22"];
    let report = check(&folder, &usual).with_status(1).json();
    let letter = &report["letters"][0];
    assert_eq!(rules_of(letter), [""; 0]);
    let waived = &letter["waived"][0];
    let waiver = serde_json::json!({
        "reason": "The conclusion was sent as an addendum on 2017-02-02.",
        "approver": "A. Reviewer",
        "expires": "2026-12-31",
        "line": 2
    });
    assert_eq!(waived["rule"], "decision/no-conclusion");
    assert_eq!(waived["labels"].as_array().unwrap().len(), 1);
    assert_eq!(waived["waiver"], waiver);
    assert_eq!(report["summary"]["waived"], 1);
    assert_eq!(
        report["summary"]["warnings"], 2,
        "one of a letter, one of the waivers"
    );
    let pretty = serde_json::to_string_pretty(&report["waivers"]).unwrap();
    insta::assert_snapshot!(pretty);
}

#[test]
fn a_run_without_waivers_has_no_file_in_its_json() {
    let folder = folder(CONCLUSION);
    let report = check(&folder, &["letters", "--format", "json", "--no-waivers"]).json();
    assert_eq!(report["waivers"], Value::Null);
    assert_eq!(report["letters"][0]["waived"], serde_json::json!([]));
}

#[test]
fn a_finding_is_waived_by_its_fingerprint() {
    let folder = folder("  []");
    let report = check(&folder, &["letters", "--format", "json"]).json();
    let fingerprint = report["letters"][1]["findings"][0]["fingerprint"]
        .as_str()
        .unwrap()
        .to_owned();
    let waivers = format!(
        "waivers:\n  - {{ fingerprint: {fingerprint}, reason: r, approver: a, expires: 2026-12-31 }}\n"
    );
    write(&folder.path().join(NAME), waivers.as_bytes());
    assert_eq!(
        found(&folder, &[]),
        ["decision/no-conclusion", "letter/credentials"]
    );
}

#[test]
fn the_nearest_file_is_used() {
    let folder = folder(CONCLUSION);
    let all = [
        "decision/no-conclusion",
        "item/dose-differs",
        "letter/credentials",
    ];
    assert_eq!(found(&folder, &[]), all[1..]);
    write(
        &folder.path().join("letters").join(NAME),
        format!("waivers:\n{CREDENTIALS}").as_bytes(),
    );
    assert_eq!(found(&folder, &[]), all[..2]);
    assert_eq!(found(&folder, &["--waivers", NAME]), all[1..]);
    assert_eq!(
        check(&folder, &["letters", "--format", "concise", "--no-waivers"]).rules(),
        all
    );
    // Beside the letters that a glob names, and above the working folder.
    let usual = ["--format", "concise", "--today", "2026-11-22"];
    assert_eq!(
        check(&folder, &[&["letters/*.txt"], &usual[..]].concat()).rules(),
        all[..2]
    );
    let below = Runner::new(["check", "."])
        .with(usual)
        .in_folder(&folder.path().join("letters"));
    assert_eq!(below.run().rules(), all[..2]);
}

#[test]
fn rules_that_are_not_asked_for_make_no_waiver_unused() {
    let folder = folder(CONCLUSION);
    assert_eq!(
        found(&folder, &["--select", "item,waiver"]),
        ["item/dose-differs"]
    );
}

#[test]
fn rules_about_waivers_can_be_ignored() {
    let folder = folder(&CONCLUSION.replace("item: 1", "item: 2"));
    assert_eq!(
        found(&folder, &["--ignore", "letter,item,decision"]),
        ["waiver/unused"]
    );
    assert_eq!(
        found(&folder, &["--ignore", "letter,item,decision,waiver"]),
        [""; 0]
    );
}

#[test]
fn a_letter_cannot_waive() {
    let folder = folder("  []");
    let letter = finding_letter("item__dose-differs");
    let text = String::from_utf8(bytes_of(&letter)).unwrap();
    let silenced = format!("waivers:\n{CONCLUSION}\n# imr-lint: ignore item/dose-differs\n{text}");
    write(
        &folder.path().join("letters/item__dose-differs.txt"),
        silenced.as_bytes(),
    );
    assert!(found(&folder, &[]).contains(&"item/dose-differs".to_owned()));
}

#[test]
fn a_malformed_file_ends_the_run_with_all_its_mistakes() {
    let waivers = "\
- { rule: letter/credentials, case_number: CM16-9900106, item: both, approver: a, expires: 2026-02-30 }
- { fingerprint: 12, resaon: r, expires: 2026-12-31 }
";
    let folder = folder(waivers);
    let ended = check(&folder, &["letters"]).with_status(2);
    assert_eq!(ended.stdout, "");
    insta::assert_snapshot!(ended.transcript());
}

#[test]
fn a_file_that_cannot_be_read_ends_the_run() {
    let folder = folder(CONCLUSION);
    let ended = check(&folder, &["letters", "--waivers", "none.yaml"]).with_status(2);
    assert!(
        ended.stderr.starts_with("error: none.yaml: cannot be read"),
        "{}",
        ended.stderr
    );
    write(&folder.path().join(NAME), b"waivers: [\xff]");
    let ended = check(&folder, &["letters"]).with_status(2);
    assert!(
        ended.stderr.contains("is no UTF-8 text (byte 10)"),
        "{}",
        ended.stderr
    );
}

#[test]
fn a_wrong_day_is_told() {
    let folder = folder(CONCLUSION);
    for day in ["tomorrow", "2026-02-30", "2026-12"] {
        let ended = check(&folder, &["letters", "--today", day]).with_status(2);
        let told = format!("error: --today: `{day}` is no date\n");
        assert!(ended.stderr.starts_with(&told), "{}", ended.stderr);
    }
}

#[test]
fn without_a_day_the_clock_decides() {
    let past = CONCLUSION.replace("2026-12-31", "2020-01-01");
    let future = CONCLUSION.replace("2026-12-31", "2099-12-31");
    let usual = ["letters/d*", "--format", "concise"];
    assert_eq!(
        check(&folder(&past), &usual).rules(),
        ["decision/no-conclusion", "waiver/expired"]
    );
    assert_eq!(check(&folder(&future), &usual).rules(), [""; 0]);
}

#[test]
fn rules_about_waivers_are_of_the_pack() {
    let rules = "\
pack: { name: own, version: 1.0.0, title: Own }
rules:
  - id: waiver/old
    severity: note
    each: waiver
    when: { any: [ { waiver: expired }, { readable: false } ] }
    message: too old
    explain: Why it matters.
    tests:
      - { name: n, waivers: [], decision: upheld, expect: [waiver/old] }
";
    let folder = folder_with(&[("rules.yaml", rules)]);
    let ended = Runner::new([
        "rules",
        "check",
        "--no-builtin-rules",
        "--rules",
        "rules.yaml",
    ])
    .in_folder(folder.path());
    insta::assert_snapshot!(ended.run().with_status(2).transcript());
}

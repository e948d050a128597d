//! `baseline write` and `check --baseline`: only what is new is reported.

use std::fs;

use tempfile::TempDir;

use crate::runner::{Ended, Runner};
use crate::samples::{bytes_of, finding_letter, folder_with, rules_of, text_of, write};

const LETTERS: [&str; 3] = [
    "decision__no-conclusion",
    "item__dose-differs",
    "letter__credentials",
];

const BASELINE: &str = "baseline.jsonl";

/// A folder with the letters in `letters`.
fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    for name in LETTERS {
        let path = folder.path().join(format!("letters/{name}.txt"));
        write(&path, &bytes_of(&finding_letter(name)));
    }
    folder
}

fn run(folder: &TempDir, arguments: &[&str]) -> Ended {
    let runner = Runner::new(arguments.iter().copied());
    runner.in_folder(folder.path()).run()
}

fn write_baseline(folder: &TempDir, paths: &[&str]) -> Ended {
    let to_file = ["--output", BASELINE];
    run(folder, &[&["baseline", "write"], paths, &to_file].concat())
}

fn check(folder: &TempDir, arguments: &[&str]) -> Ended {
    let usual = ["check", "letters", "--baseline", BASELINE];
    run(folder, &[&usual, arguments].concat())
}

fn baseline(folder: &TempDir) -> String {
    fs::read_to_string(folder.path().join(BASELINE)).unwrap()
}

/// Changes one letter of the folder.
fn mend(folder: &TempDir, name: &str, from: &str, to: &str) {
    let text = text_of(&finding_letter(name));
    assert!(text.contains(from), "{name} has no {from}");
    let path = folder.path().join(format!("letters/{name}.txt"));
    write(&path, text.replace(from, to).as_bytes());
}

#[test]
fn what_is_found_is_written_down() {
    let folder = folder();
    let ended = write_baseline(&folder, &["letters"]).with_status(0);
    insta::assert_snapshot!(ended.transcript());
    insta::assert_snapshot!(baseline(&folder));
}

#[test]
fn the_same_letters_make_the_same_file() {
    let folder = folder();
    write_baseline(&folder, &["letters"]);
    let once = baseline(&folder);
    write_baseline(&folder, &["letters/[i-z]*", "letters/d*", "letters"]);
    assert_eq!(baseline(&folder), once);
}

#[test]
fn known_findings_are_counted_and_not_reported() {
    let folder = folder();
    write_baseline(&folder, &["letters"]);
    let ended = check(&folder, &["--fail-on", "note"]).with_status(0);
    insta::assert_snapshot!(ended.transcript());
    let report = check(&folder, &["--format", "json"]).with_status(0).json();
    for letter in report["letters"].as_array().unwrap() {
        assert_eq!(rules_of(letter), [""; 0]);
        assert_eq!(letter["known"].as_array().unwrap().len(), 1);
    }
    assert_eq!(report["summary"]["known"], 3);
    assert_eq!(report["baseline"]["stale"], serde_json::json!([]));
}

#[test]
fn new_findings_are_reported_and_stale_entries_told() {
    let folder = folder();
    write_baseline(&folder, &["letters"]);
    mend(&folder, "item__dose-differs", "550mg", "250mg");
    let ended = check(&folder, &["--format", "concise"]).with_status(1);
    insta::assert_snapshot!(ended.transcript());
    let report = check(&folder, &["--format", "json"]).json();
    let stale = &report["baseline"]["stale"];
    assert_eq!(stale.as_array().unwrap().len(), 1);
    assert_eq!(stale[0]["rule"], "item/dose-differs");
    assert_eq!(stale[0]["case_number"], "CM16-9900114");
    assert_eq!(report["baseline"]["path"], BASELINE);
}

#[test]
fn letters_that_are_not_checked_have_no_stale_entries() {
    let folder = folder();
    write_baseline(&folder, &["letters"]);
    fs::remove_file(folder.path().join("letters/item__dose-differs.txt")).unwrap();
    assert_eq!(check(&folder, &[]).with_status(0).stderr, "");
    // Nor are those stale whose rules are not asked for.
    assert_eq!(check(&folder, &["--select", "item"]).stderr, "");
}

#[test]
fn a_letter_in_another_layout_stays_known() {
    let folder = folder();
    write_baseline(&folder, &["letters"]);
    for name in LETTERS {
        mend(&folder, name, "\n", "\r\n");
        check(&folder, &["--fail-on", "note"]).with_status(0);
    }
}

#[test]
fn what_is_waived_is_not_written_down() {
    let folder = folder();
    let waivers = "\
waivers:
  - { rule: item/dose-differs, case_number: CM16-9900114, item: 1, reason: r, approver: a, expires: 2026-12-31 }
";
    write(
        &folder.path().join("imr-lint.waivers.yaml"),
        waivers.as_bytes(),
    );
    let ended = write_baseline(&folder, &["letters", "--today", "2026-11-22"]).with_status(0);
    assert_eq!(
        ended.stdout,
        format!("{BASELINE}: 2 findings in 3 letters; 1 waived\n")
    );
    assert!(!baseline(&folder).contains("item/dose-differs"));
    let day = |day| check(&folder, &["--format", "concise", "--today", day]).rules();
    assert_eq!(day("2026-12-31"), [""; 0]);
    assert_eq!(day("2027-01-01"), ["item/dose-differs", "waiver/expired"]);
}

#[test]
fn a_damaged_file_ends_the_run_with_its_lines() {
    let folder = folder();
    write_baseline(&folder, &["letters"]);
    let damaged = baseline(&folder)
        .replace("\"rule\":\"item/dose-differs\",", "")
        .replace(
            "{\"case_number\":\"CM16-9900120\"",
            "<<<<<<< HEAD\n{\"case\":\"CM16-9900120\"",
        );
    write(&folder.path().join(BASELINE), damaged.as_bytes());
    let ended = check(&folder, &[]).with_status(2);
    assert_eq!(ended.stdout, "");
    insta::assert_snapshot!(ended.transcript());
}

#[test]
fn another_file_is_no_baseline() {
    let folder = folder_with(&[("letters/a.txt", ""), (BASELINE, "waivers: []\n")]);
    let ended = check(&folder, &[]).with_status(2);
    insta::assert_snapshot!(ended.transcript());
    fs::remove_file(folder.path().join(BASELINE)).unwrap();
    let ended = check(&folder, &[]).with_status(2);
    assert!(
        ended
            .stderr
            .starts_with("error: baseline.jsonl: cannot be read"),
        "{}",
        ended.stderr
    );
}

#[test]
fn letters_that_cannot_be_read_are_named_and_the_file_is_written() {
    let folder = folder();
    write(&folder.path().join("letters/empty.txt"), b"");
    let ended = write_baseline(&folder, &["letters"]).with_status(2);
    insta::assert_snapshot!(ended.transcript());
    assert_eq!(baseline(&folder).lines().count(), 4);
}

#[test]
fn when_nothing_could_be_read_the_old_file_stays() {
    let folder = folder_with(&[("letters/empty.txt", ""), (BASELINE, "of use")]);
    let ended = write_baseline(&folder, &["letters"]).with_status(2);
    assert!(
        ended.stderr.contains("baseline.jsonl was not written"),
        "{}",
        ended.stderr
    );
    assert_eq!(baseline(&folder), "of use");
}

#[test]
fn a_letter_is_not_overwritten() {
    let folder = folder();
    let letter = "letters/item__dose-differs.txt";
    let ended = run(
        &folder,
        &["baseline", "write", "letters", "--output", letter],
    );
    assert!(
        ended
            .with_status(2)
            .stderr
            .contains("is one of the letters to check")
    );
}

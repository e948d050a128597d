//! Rule packs with mistakes in them: every mistake of every file is told in one run, with its place and with what
//! may be meant.

use tempfile::TempDir;

use crate::pack::pack_with;
use crate::runner::{Ended, Runner};
use crate::samples::{FINDINGS, bytes_of, finding_letter, folder_with, write};

/// A run with the pack in the folder `rules`.
fn run(folder: &TempDir, command: &[&str]) -> Ended {
    Runner::new(command)
        .with(["--no-builtin-rules", "--rules", "rules"])
        .in_folder(folder.path())
        .run()
}

/// The mistakes of `packs/mistakes`: the place, what is said, and what is advised.
const MISTAKES: [(&str, &str, &str); 11] = [
    (
        "checks/mistakes.yaml:4:5",
        "unknown key `severty` in a rule",
        "did you mean `severity`?",
    ),
    (
        "checks/mistakes.yaml:14:13",
        "unknown condition `decison`",
        "did you mean `decision`?",
    ),
    (
        "checks/mistakes.yaml:23:11",
        "`citations`",
        "did you mean `citation`?",
    ),
    (
        "checks/mistakes.yaml:33:24",
        "unknown treatment `acupunture`",
        "did you mean `acupuncture`?",
    ),
    (
        "checks/mistakes.yaml:43:14",
        "unknown placeholder `decison`",
        "did you mean `decision`?",
    ),
    // Not the beginning of the pattern but the bracket in it.
    (
        "checks/mistakes.yaml:51:38",
        "not a regular expression: unclosed group",
        "",
    ),
    (
        "checks/mistakes.yaml:58:9",
        "the rule `citation/basis` is given twice",
        "rename one of the two",
    ),
    (
        "checks/mistakes.yaml:67:9",
        "this rule has no test",
        "add `tests:`",
    ),
    (
        "guidelines/mistakes.yaml:8:23",
        "`2016-13-01` is no date",
        "`2016-07-28`",
    ),
    (
        "limits/mistakes.yaml:7:12",
        "the range `3..` lacks its highest number",
        "`3..6`",
    ),
    (
        "limits/sharing.yaml:4:12",
        "anchors (`&name`), aliases (`*name`)",
        "write the value out",
    ),
];

#[test]
fn every_mistake_is_told_with_its_place() {
    let ended = run(&pack_with("mistakes"), &["rules", "check"]).with_status(2);
    assert_eq!(ended.stderr, "");
    // A problem ends in an empty line.
    let told: Vec<&str> = ended.stdout.split("\n\n").collect();
    for (place, message, advice) in MISTAKES {
        let place = format!("[rules/{place}]");
        let problem = told
            .iter()
            .find(|problem| problem.contains(&place) && problem.contains(message));
        let problem =
            problem.unwrap_or_else(|| panic!("{place} {message} is not told in\n{}", ended.stdout));
        assert!(
            problem.contains(advice),
            "{advice} is not advised in\n{problem}"
        );
    }
    assert!(
        ended
            .stdout
            .ends_with(&format!("\n{} problems\n", MISTAKES.len())),
        "{}",
        ended.stdout
    );
}

#[test]
fn the_mistakes_as_a_rule_editor_sees_them() {
    insta::assert_snapshot!(run(&pack_with("mistakes"), &["rules", "check"]).transcript());
}

#[test]
fn nothing_is_done_with_a_pack_that_has_mistakes() {
    let folder = pack_with("mistakes");
    write(
        &folder.path().join("letter.txt"),
        &bytes_of(&finding_letter("citation__superseded")),
    );
    for command in [
        &["check", "letter.txt"][..],
        &[
            "check",
            "letter.txt",
            "--fail-on",
            "never",
            "--output",
            "report",
        ],
        &["inspect", "letter.txt"],
        &["read", "quantities", "12 visits"],
        &["rules", "test"],
    ] {
        let ended = run(&folder, command).with_status(2);
        assert_eq!(ended.stdout, "", "{command:?}");
        let closing = format!(
            "\n{} problems in the rule pack or the settings; nothing was checked\n",
            MISTAKES.len()
        );
        assert!(ended.stderr.ends_with(&closing), "{}", ended.stderr);
    }
    assert!(
        !folder.path().join("report").exists(),
        "a report of nothing was written"
    );
}

#[test]
fn what_is_no_rules_file_is_told() {
    for (text, place, message) in [
        ("pack:\n  name: a\n  name: b\n", "rules/a.yaml:3:3", "name"),
        (
            "pack: !house\n  name: a\n",
            "rules/a.yaml:",
            "tags (`!name`)",
        ),
        (
            "pack:\n  <<: { name: a }\n",
            "rules/a.yaml:2:3",
            "merge keys",
        ),
        ("facts: *all\n", "rules/a.yaml:1:8", "aliases"),
        ("pack: {}\n---\npack: {}\n", "rules/a.yaml:2:1", "document"),
        ("pack: { name: a\nrules: []\n", "rules/a.yaml:2:", ""),
        ("ruels: []\n", "rules/a.yaml:1:1", "did you mean `rules`?"),
    ] {
        let folder = folder_with(&[("rules/a.yaml", text)]);
        let ended = run(&folder, &["rules", "check"]).with_status(2);
        let told = ended
            .stdout
            .split("\n\n")
            .any(|problem| problem.contains(place) && problem.contains(message));
        assert!(told, "{place} {message} is not told in\n{}", ended.stdout);
    }
}

#[test]
fn a_folder_that_holds_no_pack_is_refused() {
    let folder = folder_with(&[("rules/README.md", "no rules here")]);
    for (rules, complaint) in [
        ("rules", "error: rules: holds no rules\n"),
        ("missing", "error: missing: cannot be read: "),
        (
            "rules/missing.yaml",
            "error: rules/missing.yaml: cannot be read: ",
        ),
    ] {
        for command in [
            &["rules", "check"][..],
            &["rules", "test"],
            &["check", FINDINGS],
        ] {
            let ended = Runner::new(command)
                .with(["--no-builtin-rules", "--rules", rules])
                .in_folder(folder.path())
                .run();
            let ended = ended.with_status(2);
            assert_eq!(ended.stdout, "");
            assert!(ended.stderr.starts_with(complaint), "{}", ended.stderr);
        }
    }
}

#[test]
fn a_rules_file_that_is_no_text_is_refused_with_the_byte() {
    let folder = folder_with(&[("rules/a.yaml", b"pack: \xff\n")]);
    let ended = run(&folder, &["rules", "check"]).with_status(2);
    assert!(
        ended
            .stderr
            .starts_with("error: rules/a.yaml: is no UTF-8 text (byte 6)\n"),
        "{}",
        ended.stderr
    );
}

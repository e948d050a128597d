//! `imr-lint rules diff`: what a change of rules does to the findings of letters.

use tempfile::TempDir;

use crate::pack::pack_with;
use crate::runner::{Ended, Runner};
use crate::samples::{bytes_of, finding_letter, folder_with, write};

/// A folder with the letters `letters/superseded.txt`, `letters/arithmetic.txt` and `letters/sex.txt`, each with one
/// finding, and these files.
fn site(files: &[(&str, &str)]) -> TempDir {
    let folder = folder_with(files);
    for (name, letter) in [
        ("superseded", "citation__superseded"),
        ("arithmetic", "item__arithmetic.number-in-words"),
        ("sex", "summary__sex"),
    ] {
        let path = folder.path().join(format!("letters/{name}.txt"));
        write(&path, &bytes_of(&finding_letter(letter)));
    }
    folder
}

fn diff(folder: &TempDir, old: &str, new: &str, options: &[&str]) -> Ended {
    Runner::new(["rules", "diff", old, new, "--on", "letters"])
        .with(options)
        .in_folder(folder.path())
        .run()
}

const SITE: &str = "\
overrides:
  - { rule: citation/superseded, severity: note, message: an old edition }
  - { rule: item/arithmetic, enabled: false }
rules:
  - id: site/upheld
    severity: note
    when: { decision: upheld }
    message: upheld
    explain: e
    tests: [ { name: n, decision: upheld, expect: [site/upheld] } ]
";

#[test]
fn findings_come_go_and_move_item_by_item() {
    let folder = site(&[("site.yaml", SITE)]);
    let ended = diff(&folder, "builtin", "site.yaml", &[]).with_status(0);
    insta::assert_snapshot!(ended.transcript());
    let back = diff(&folder, "site.yaml", "builtin", &[])
        .with_status(0)
        .stdout;
    let sign = |text: &str, sign: &str| text.matches(&format!("\n    {sign} ")).count();
    for (one, other) in [("+", "-"), ("-", "+"), ("~", "~")] {
        assert_eq!(sign(&ended.stdout, one), sign(&back, other), "{back}");
    }
}

#[test]
fn without_a_change_nothing_but_the_closing_line_is_shown() {
    let folder = site(&[("site.yaml", SITE)]);
    let same = diff(&folder, "builtin", "builtin", &[]).with_status(0);
    assert_eq!(same.stdout, "3 letters: no change, 3 findings\n");
}

#[test]
fn a_finding_that_rests_on_other_words_has_moved() {
    let rule = |when: &str| {
        format!(
            "rules: [ {{ id: site/words, severity: note, when: {{ all: [ {when} ] }}, message: m, explain: e, tests: \
             [ {{ name: n, decision: upheld, expect: [site/words] }} ] }} ]\n"
        )
    };
    let (old, new) = (
        rule("{ decision: upheld }"),
        rule("{ conclusion: not-necessary }, { decision: upheld }"),
    );
    let folder = site(&[("old.yaml", &old), ("new.yaml", &new)]);
    let ended = diff(&folder, "old.yaml", "new.yaml", &[])
        .with_status(0)
        .stdout;
    assert!(ended.contains("    ~ note[site/words]"), "{ended}");
    assert!(
        ended.contains("\n        rested on: line ") && ended.contains("\n        rests on: line ")
    );
}

#[test]
fn whole_packs_are_compared_without_the_built_in_one() {
    let folder = pack_with("house-rule");
    let letter = bytes_of(&finding_letter("citation__superseded"));
    write(&folder.path().join("letters/a.txt"), &letter);
    let ended = diff(&folder, "builtin", "rules", &["--no-builtin-rules"]).with_status(0);
    assert!(ended.stdout.contains("1 letter"), "{}", ended.stdout);
    let over_itself = diff(&folder, "builtin", "rules", &[]).with_status(2);
    assert!(over_itself.stderr.contains("is laid over itself"));
}

#[test]
fn the_json_holds_both_forms_of_a_finding() {
    let folder = site(&[("site.yaml", SITE)]);
    let report = diff(&folder, "builtin", "site.yaml", &["--format", "json"])
        .with_status(0)
        .json();
    assert_eq!(report["schema"], "imr-lint/rules-diff-1");
    assert_eq!(report["new"]["layers"][1]["name"], "site.yaml");
    let letters = report["letters"].as_array().unwrap();
    let changes = || {
        letters
            .iter()
            .flat_map(|letter| letter["changes"].as_array().unwrap())
    };
    let moved = changes()
        .find(|change| change["change"] == "moved")
        .unwrap();
    assert_eq!(moved["old"]["severity"], "error");
    assert_eq!(moved["new"]["severity"], "note");
    assert_eq!(moved["new"]["message"], "an old edition");
    assert_eq!(moved["old"]["fingerprint"], moved["new"]["fingerprint"]);
    let went = changes().find(|change| change["change"] == "went").unwrap();
    assert!(went["new"].is_null() && went["old"]["rule"] == "item/arithmetic");
    let totals = &report["totals"];
    assert_eq!((&totals["moved"], &totals["went"]), (&1.into(), &1.into()));
    assert_eq!(totals["letters"], 3);
}

#[test]
fn what_cannot_be_read_fails_the_run_and_the_rest_is_compared() {
    let folder = site(&[("site.yaml", SITE), ("letters/scan.pdf", "%PDF-1.4")]);
    for format in ["text", "json"] {
        let ended = diff(&folder, "builtin", "site.yaml", &["--format", format]).with_status(2);
        assert!(ended.stdout.contains("scan.pdf") && ended.stdout.contains("superseded.txt"));
    }
    let missing = diff(&folder, "builtin", "none", &[]).with_status(2);
    assert!(missing.stderr.contains("none: cannot be read"));
}

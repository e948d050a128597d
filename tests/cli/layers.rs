//! Rules laid over the built-in pack: `--rules`, given once or several times, and `overrides`.

use tempfile::TempDir;

use crate::runner::{Ended, Runner};
use crate::samples::{bytes_of, finding_letter, folder_with};

/// A letter whose only finding is `citation/superseded`.
const RULE: &str = "citation/superseded";

/// A folder with that letter and these files.
fn site(files: &[(&str, &str)]) -> TempDir {
    let letter = bytes_of(&finding_letter("citation__superseded"));
    let letter = String::from_utf8(letter).unwrap();
    let mut all = vec![("letter.txt", letter.as_str())];
    all.extend(files);
    folder_with(&all)
}

fn run(folder: &TempDir, arguments: &[&str]) -> Ended {
    Runner::new(arguments).in_folder(folder.path()).run()
}

const NOTE: &str = "pack: { name: clinic, version: '1', title: Clinic }\noverrides:\n  - { rule: citation/superseded, \
                    severity: note, reason: old letters are checked too }\n";

#[test]
fn a_layer_changes_the_severity_of_a_rule() {
    let folder = site(&[("site/rules.yaml", NOTE)]);
    run(&folder, &["check", "letter.txt"]).with_status(1);
    let check = [
        "check",
        "letter.txt",
        "--format",
        "concise",
        "--rules",
        "site",
    ];
    let ended = run(&folder, &check).with_status(0);
    assert_eq!(ended.rules(), [RULE]);
    assert!(
        ended.stdout.contains(": note[citation/superseded]"),
        "{}",
        ended.stdout
    );
}

#[test]
fn layers_count_in_their_order() {
    let off = "overrides: [ { rule: citation/superseded, enabled: false } ]\n";
    let folder = site(&[("site/rules.yaml", NOTE), ("off.yaml", off)]);
    let check = [
        "check",
        "letter.txt",
        "--format",
        "concise",
        "--rules",
        "site",
        "--rules",
        "off.yaml",
    ];
    assert_eq!(run(&folder, &check).with_status(0).rules(), [""; 0]);
    // What a layer switches off, no test below it can expect.
    run(&folder, &["rules", "test", "--rules", "off.yaml"]).with_status(0);
    let listed = run(
        &folder,
        &["rules", "check", "--rules", "site", "--rules", "off.yaml"],
    );
    let listed = listed.with_status(0).stdout;
    let (_, layers) = listed.split_once('\n').unwrap();
    assert_eq!(
        layers,
        "  site (clinic 1): adds nothing, overrides 1 entry\n  off.yaml: adds nothing, overrides 1 entry\n"
    );
}

#[test]
fn the_json_report_lists_the_layers() {
    let folder = site(&[("site/rules.yaml", NOTE)]);
    let rules = |options: &[&str]| {
        let runner = Runner::new(["check", "letter.txt", "--format", "json"]).with(options);
        runner.in_folder(folder.path()).run().json()["rules"].clone()
    };
    let (alone, with_site) = (rules(&[]), rules(&["--rules", "site"]));
    assert_eq!(with_site["pack"], "ca-dwc-imr");
    assert_ne!(with_site["digest"], alone["digest"]);
    let layers = with_site["layers"].as_array().unwrap();
    assert_eq!(layers.len(), 2);
    assert_eq!(layers[0]["name"], "built-in");
    assert_eq!(layers[0]["digest"], alone["digest"]);
    assert_eq!(layers[1]["name"], "site");
    assert_eq!(layers[1]["pack"], "clinic");
    assert_eq!(layers[1]["overridden"], 1);
}

#[test]
fn an_override_of_nothing_and_an_entry_given_again_are_errors() {
    let text = "\
facts:
  - { id: red-flag, title: Red flag, says: [red flag] }
overrides:
  - { rule: citation/supersede, severity: note }
";
    let folder = site(&[("site/rules.yaml", text)]);
    let ended = run(&folder, &["rules", "check", "--rules", "site"]).with_status(2);
    for told in [
        "the fact `red-flag` is given twice",
        "site/rules.yaml:2:11",
        "built-in/facts/",
        "under `overrides`",
        "unknown rule `citation/supersede`",
        "site/rules.yaml:4:13",
        "did you mean `citation/superseded`?",
        "2 problems",
    ] {
        assert!(
            ended.stdout.contains(told),
            "{told} is not in\n{}",
            ended.stdout
        );
    }
}

#[test]
fn a_whole_pack_needs_the_built_in_one_left_out() {
    let folder = site(&[("site/rules.yaml", NOTE)]);
    let alone = run(&folder, &["rules", "check", "--no-builtin-rules"]).with_status(2);
    assert!(
        alone
            .stderr
            .starts_with("error: without the built-in pack there are no rules\n")
    );
    let over_nothing = run(
        &folder,
        &["rules", "check", "--no-builtin-rules", "--rules", "site"],
    );
    let over_nothing = over_nothing.with_status(2).stdout;
    assert!(over_nothing.contains("the first layer has nothing below it to override"));
    let itself = Runner::new(["rules", "check", "--rules", "rules"]).run();
    let itself = itself.with_status(2).stdout;
    assert!(
        itself.contains("the pack `ca-dwc-imr` is laid over itself"),
        "{itself}"
    );
    assert!(itself.contains("--no-builtin-rules") && itself.ends_with("1 problem\n"));
}

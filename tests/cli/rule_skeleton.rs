//! `imr-lint rules new` and `imr-lint rules schema`.

use tempfile::TempDir;

use crate::runner::{Runner, project};

#[test]
fn a_skeleton_of_a_limit() {
    let new = Runner::new(["rules", "new", "limit", "massage-trial"]);
    let ended = new.run().with_status(0);
    // Which treatment and edition it names depends on the pack.
    let named = regex::Regex::new(r"(treatments|guidelines): \[.*\]").unwrap();
    insta::assert_snapshot!(named.replace_all(&ended.transcript(), "$1: [...]"));
}

#[test]
fn a_skeleton_of_a_rule() {
    let new = Runner::new(["rules", "new", "rule", "decision/no-reason"]);
    insta::assert_snapshot!(new.run().with_status(0).transcript());
}

#[test]
fn a_skeleton_laid_over_the_pack_loads_and_fails_its_tests() {
    let folder = TempDir::new().unwrap();
    let run = |arguments: &[&str]| Runner::new(arguments).in_folder(folder.path()).run();
    for (kind, id) in [("limit", "massage-trial"), ("rule", "decision/no-reason")] {
        let file = format!("{kind}.yaml");
        run(&["rules", "new", kind, id, "--output", &file]).with_status(0);
        run(&["rules", "check", "--rules", &file]).with_status(0);
        let tested = run(&["rules", "test", "--rules", &file]).with_status(1);
        assert!(tested.stdout.contains(&file), "{}", tested.transcript());
        run(&["rules", "explain", id, "--rules", &file]).with_status(0);
    }
}

#[test]
fn nothing_is_written_over() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("mine.yaml");
    std::fs::write(&file, "work of somebody").unwrap();
    let new = [
        "rules",
        "new",
        "limit",
        "massage-trial",
        "--output",
        "mine.yaml",
    ];
    let ended = Runner::new(new).in_folder(folder.path()).run();
    assert!(ended.with_status(2).stderr.contains("not there yet"));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "work of somebody");
}

#[test]
fn an_id_must_be_new_and_have_its_form() {
    for (kind, id, told) in [
        ("limit", "Massage Trial", "small letters"),
        ("rule", "no-reason", "a group and a name"),
        ("rule", "limit/misquoted", "already"),
    ] {
        let ended = Runner::new(["rules", "new", kind, id]).run().with_status(2);
        assert_eq!(ended.stdout, "");
        assert!(ended.stderr.contains(told), "{}", ended.transcript());
    }
}

#[test]
fn the_schema_is_the_one_that_is_committed() {
    let committed = std::fs::read_to_string(project().join("rules/schema.json")).unwrap();
    let ended = Runner::new(["rules", "schema"]).run().with_status(0);
    assert!(
        ended.stdout == committed,
        "rules/schema.json is out of date"
    );
}

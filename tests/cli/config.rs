//! Settings: `imr-lint.yaml`, `--config`, `--no-config`, and `imr-lint config`.

use tempfile::TempDir;

use crate::runner::{Ended, Runner};
use crate::samples::{bytes_of, finding_letter, folder_with, text_of, write};

/// A folder with a letter in `letters/2016` whose only finding is the error `citation/superseded`, and these files.
fn site(files: &[(&str, &str)]) -> TempDir {
    let folder = folder_with(files);
    let letter = bytes_of(&finding_letter("citation__superseded"));
    write(&folder.path().join("letters/2016/a.txt"), &letter);
    folder
}

fn run(folder: &TempDir, arguments: &[&str]) -> Ended {
    Runner::new(arguments).in_folder(folder.path()).run()
}

fn check(folder: &TempDir, options: &[&str]) -> Ended {
    let runner = Runner::new(["check", "letters/2016/a.txt", "--format", "concise"]);
    runner.with(options).in_folder(folder.path()).run()
}

#[test]
fn settings_are_found_above_the_letter_and_can_be_left_out() {
    let folder = site(&[
        ("letters/imr-lint.yaml", "severities: { citation: note }\n"),
        ("other.yaml", "severities: { citation/superseded: off }\n"),
        // The nearest file counts alone.
        ("imr-lint.yaml", "fail_on: never\n"),
    ]);
    let found = check(&folder, &[]).with_status(0);
    assert!(
        found.stdout.contains(": note[citation/superseded]"),
        "{}",
        found.stdout
    );
    check(&folder, &["--fail-on", "note"]).with_status(1);
    let left_out = check(&folder, &["--no-config"]).with_status(1);
    assert!(left_out.stdout.contains(": error[citation/superseded]"));
    let other = check(&folder, &["--config", "other.yaml"]).with_status(0);
    assert_eq!(other.rules(), [""; 0]);
    let runner = Runner::new(["check", "a.txt"]).in_folder(&folder.path().join("letters/2016"));
    runner.run().with_status(0);
}

#[test]
fn options_win_over_settings() {
    let folder = site(&[(
        "imr-lint.yaml",
        "select: [item]\nfail_on: note\nignore: [citation/basis]\n",
    )]);
    assert_eq!(check(&folder, &[]).with_status(0).rules(), [""; 0]);
    let selected = check(&folder, &["--select", "citation"]).with_status(1);
    assert_eq!(selected.rules(), ["citation/superseded"]);
    check(&folder, &["--select", "citation", "--fail-on", "never"]).with_status(0);
}

#[test]
fn rules_and_other_paths_count_from_the_settings_file() {
    let off = "overrides: [ { rule: citation/superseded, enabled: false } ]\n";
    let note = "overrides: [ { rule: citation/superseded, severity: note } ]\n";
    let folder = site(&[
        ("letters/imr-lint.yaml", "rules: [../site/off.yaml]\n"),
        ("site/off.yaml", off),
        ("site/note.yaml", note),
    ]);
    assert_eq!(check(&folder, &[]).with_status(0).rules(), [""; 0]);
    let given = check(&folder, &["--rules", "site/note.yaml"]).with_status(0);
    assert_eq!(given.rules(), ["citation/superseded"]);
    // The current folder has no settings: commands on rules see the built-in pack.
    assert!(
        !run(&folder, &["rules", "check"])
            .with_status(0)
            .stdout
            .contains("off.yaml")
    );
    let within = Runner::new(["rules", "check"]).in_folder(&folder.path().join("letters"));
    assert!(
        within
            .run()
            .with_status(0)
            .stdout
            .contains("off.yaml: adds nothing, overrides 1 entry")
    );
}

#[test]
fn mistakes_in_settings_end_the_run_with_their_places() {
    let text =
        "rule: [site]\nseverities:\n  citations: off\n  item: fatal\nselect: [limit/claims-abov]\n";
    let folder = site(&[("imr-lint.yaml", text)]);
    for command in [
        &["check", "letters"][..],
        &["inspect", "letters/2016/a.txt"],
        &["config"],
    ] {
        let ended = run(&folder, command).with_status(2);
        assert_eq!(ended.stdout, "");
        for told in [
            "imr-lint.yaml:1:1",
            "unknown key `rule` in the settings",
            "did you mean `rules`?",
            "imr-lint.yaml:3:3",
            "did you mean `citation`?",
            "imr-lint.yaml:4:9",
            "unknown value `fatal`",
            "imr-lint.yaml:5:10",
            "did you mean `limit/claims-above`?",
            "4 problems",
        ] {
            assert!(
                ended.stderr.contains(told),
                "{told} is not in\n{}",
                ended.stderr
            );
        }
    }
    let missing = run(&folder, &["check", "letters", "--config", "none.yaml"]).with_status(2);
    assert!(missing.stderr.contains("none.yaml: cannot be read"));
    assert!(
        missing
            .stderr
            .contains("help: name a settings file with --config")
    );
    run(&folder, &["config", "--config", "a", "--no-config"]).with_status(2);
}

#[test]
fn the_settings_are_shown_with_their_origins() {
    let text = "\
# of the audit
rules: [site.yaml]
severities:
  citation: note
  item/arithmetic: off
fail_on: warning
waivers: waivers.yaml
";
    let site_rules = "overrides: [ { rule: citation/basis, severity: note } ]\n";
    let folder = site(&[("imr-lint.yaml", text), ("site.yaml", site_rules)]);
    let shown = run(
        &folder,
        &["config", "letters/2016/a.txt", "--select", "citation"],
    );
    let shown = shown.with_status(0);
    insta::assert_snapshot!(shown.transcript());
    // What is shown is a settings file.
    write(&folder.path().join("shown.yaml"), shown.stdout.as_bytes());
    let again = run(&folder, &["config", "--config", "shown.yaml"]).with_status(0);
    assert!(
        again.stdout.contains("select: [citation]"),
        "{}",
        again.stdout
    );
    insta::assert_snapshot!(
        run(&folder, &["config", "--no-config"])
            .with_status(0)
            .transcript()
    );
}

#[test]
fn the_example_of_the_documentation_works() {
    let page = text_of("docs/site-packs.md");
    let blocks: Vec<&str> = page
        .split("```yaml\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next())
        .collect();
    let [settings, header, overrides] = blocks.as_slice() else {
        panic!("the page has three examples");
    };
    let folder = site(&[
        ("imr-lint.yaml", settings),
        ("rules/pack.yaml", header),
        ("rules/overrides.yaml", overrides),
    ]);
    run(&folder, &["config", "letters"]).with_status(0);
    let checked = run(&folder, &["rules", "check"]).with_status(0).stdout;
    assert!(
        checked.contains("rules (our-audit 2026.11): adds nothing, overrides 3 entries"),
        "{checked}"
    );
    run(&folder, &["rules", "test"]).with_status(0);
}

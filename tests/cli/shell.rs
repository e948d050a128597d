//! Completions and manual pages know every command.

use std::fs;

use crate::runner::Runner;
use crate::samples::folder_with;

const COMMANDS: [&str; 10] = [
    "check",
    "inspect",
    "read",
    "why",
    "config",
    "recitals",
    "baseline",
    "rules",
    "completions",
    "man",
];

#[test]
fn shells_complete_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = Runner::new(["completions", shell])
            .run()
            .with_status(0)
            .stdout;
        for command in COMMANDS {
            assert!(script.contains(command), "{command} for {shell}");
        }
        assert!(script.contains("fail-on"), "options for {shell}");
    }
}

#[test]
fn an_unknown_shell_is_refused_with_the_known_ones() {
    let ended = Runner::new(["completions", "tcsh"]).run().with_status(2);
    for shell in ["bash", "zsh", "fish"] {
        assert!(ended.stderr.contains(shell), "{}", ended.stderr);
    }
}

#[test]
fn the_manual_page_names_every_command() {
    let page = Runner::new(["man"]).run().with_status(0).stdout;
    assert!(page.contains(".TH imr-lint 1"), "{page}");
    for command in COMMANDS {
        assert!(
            page.contains(&format!("imr\\-lint\\-{command}(1)")),
            "{command}"
        );
    }
}

#[test]
fn every_command_has_a_manual_page() {
    let folder = folder_with::<&str>(&[]);
    let runner = Runner::new(["man", "--output", "man1"]).in_folder(folder.path());
    assert_eq!(runner.run().with_status(0).stdout, "");
    for page in ["imr-lint.1", "imr-lint-check.1", "imr-lint-rules-explain.1"] {
        let text = fs::read_to_string(folder.path().join("man1").join(page)).unwrap();
        assert!(text.contains(".SH NAME"), "{page}");
    }
}

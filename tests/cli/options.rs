//! The options of `imr-lint check`: what they choose, and how they are refused.

use std::fs;

use crate::runner::{Ended, Runner};
use crate::samples::{FINDINGS, bytes_of, finding_letter, folder_with, text_of};

/// A run over all findings letters, one line a finding.
fn concise(options: &[&str]) -> Ended {
    Runner::new(["check", "--format", "concise", FINDINGS])
        .with(options)
        .run()
}

/// A run over one letter, one line a finding.
fn concise_on(letter: &str, options: &[&str]) -> Ended {
    let letter = finding_letter(letter);
    Runner::new(["check", "--format", "concise", &letter])
        .with(options)
        .run()
}

#[test]
fn a_rule_can_be_selected() {
    let ended = concise(&["--select", "item/arithmetic"]).with_status(1);
    assert_eq!(ended.rules(), ["item/arithmetic"; 2]);
}

#[test]
fn a_group_can_be_selected_beside_a_rule() {
    let ended = concise(&["--select", "limit,citation/unknown"]).with_status(1);
    assert_eq!(
        ended.rules(),
        [
            "citation/unknown",
            "limit/claims-above",
            "limit/claims-within",
            "limit/misquoted",
            "limit/overturned-above",
            "limit/upheld-within"
        ]
    );
}

#[test]
fn what_is_ignored_is_neither_reported_nor_counted() {
    let all = concise(&[]).rules();
    let rest =
        concise(&["--ignore", "letter,citation", "--ignore", "item/arithmetic"]).with_status(1);
    let is_ignored = |rule: &str| {
        rule.starts_with("letter/") || rule.starts_with("citation/") || rule == "item/arithmetic"
    };
    let expected: Vec<_> = all.into_iter().filter(|rule| !is_ignored(rule)).collect();
    assert_eq!(rest.rules(), expected);
    assert_eq!(rest.stdout.lines().count(), expected.len() + 1);
}

#[test]
fn to_ignore_wins_over_to_select() {
    let ended = concise(&["--select", "item", "--ignore", "item/arithmetic"]).with_status(1);
    assert!(!ended.rules().is_empty());
    assert!(!ended.rules().contains(&"item/arithmetic".to_owned()));
}

#[test]
fn part_of_the_name_of_a_group_selects_nothing() {
    let ended = concise(&["--select", "cit"]).with_status(2);
    assert_eq!(ended.stdout, "");
}

#[test]
fn an_unknown_rule_is_refused_with_the_nearest() {
    for option in ["--select", "--ignore"] {
        for (name, near) in [
            ("citaton", "citation"),
            ("item/arithmetics", "item/arithmetic"),
        ] {
            let ended = concise(&[option, name]).with_status(2);
            assert_eq!(ended.stdout, "");
            let complaint = format!(
                "error: no rule or group is called `{name}`\nhelp: did you mean `{near}`?\n"
            );
            assert_eq!(ended.stderr, complaint, "{option}");
        }
    }
}

#[test]
fn the_exit_status_follows_the_lowest_severity_that_fails() {
    let letters = [
        ("citation__superseded", "error"),
        ("criterion__unmet", "warning"),
        ("citation__unknown", "note"),
    ];
    for (letter, severity) in letters {
        for (fail_on, fails) in [
            ("error", severity == "error"),
            ("warning", severity != "note"),
            ("note", true),
            ("never", false),
        ] {
            let ended = concise_on(letter, &["--fail-on", fail_on]).with_status(i32::from(fails));
            assert_eq!(
                ended.rules().len(),
                1,
                "{severity}, --fail-on {fail_on}: it is reported all the same"
            );
        }
    }
}

#[test]
fn never_to_fail_does_not_hide_a_file_that_cannot_be_read() {
    concise(&["missing.txt", "--fail-on", "never"]).with_status(2);
}

/// A letter that rests on the 2009 edition, without its front matter.
fn undated_letter() -> String {
    let letter = text_of(&finding_letter("citation__superseded"));
    let start = letter
        .find("HOW THE IMR FINAL DETERMINATION WAS MADE")
        .unwrap();
    letter[start..].to_owned()
}

#[test]
fn a_decision_date_can_be_given_to_a_letter_without_one() {
    let check = |options: &[&str]| {
        let runner = Runner::new([
            "check",
            "--format",
            "concise",
            "--select",
            "citation/superseded",
            "-",
        ])
        .with(options);
        runner.with_input(undated_letter()).run()
    };
    assert_eq!(check(&[]).with_status(0).rules(), [""; 0]);
    assert_eq!(
        check(&["--as-of", "2016-01-04"]).with_status(0).rules(),
        [""; 0]
    );
    assert_eq!(
        check(&["--as-of", "2017-01-18"]).with_status(1).rules(),
        ["citation/superseded"]
    );
}

#[test]
fn the_date_of_the_letter_wins_over_the_given_one() {
    let ended = concise_on("citation__superseded", &["--as-of", "2010-01-04"]).with_status(1);
    assert_eq!(ended.rules(), ["citation/superseded"]);
}

#[test]
fn what_is_no_day_is_refused() {
    for given in [
        "2016-13-01",
        "2015-02-29",
        "2016-12",
        "2016",
        "12/09/2016x",
        "tomorrow",
        "",
    ] {
        let ended = concise_on("citation__superseded", &["--as-of", given]).with_status(2);
        assert_eq!(ended.stdout, "");
        assert!(
            ended
                .stderr
                .starts_with(&format!("error: --as-of: `{given}` is no date\n")),
            "{}",
            ended.stderr
        );
        assert!(ended.stderr.contains("YYYY-MM-DD"), "{}", ended.stderr);
    }
}

#[test]
fn the_report_can_go_to_a_file() {
    for format in ["full", "concise", "json"] {
        let folder = folder_with(&[(
            "letter.txt",
            bytes_of(&finding_letter("citation__superseded")),
        )]);
        let run = |options: &[&str]| {
            let runner = Runner::new(["check", "letter.txt", "--format", format]);
            runner
                .with(options)
                .in_folder(folder.path())
                .run()
                .with_status(1)
        };
        let printed = run(&[]).stdout;
        let silent = run(&["--output", "report"]);
        assert_eq!((silent.stdout.as_str(), silent.stderr.as_str()), ("", ""));
        assert_eq!(
            fs::read_to_string(folder.path().join("report")).unwrap(),
            printed
        );
    }
}

#[test]
fn a_file_that_cannot_be_written_is_told() {
    let folder = folder_with::<&str>(&[]);
    let letter = bytes_of(&finding_letter("citation__superseded"));
    let runner =
        Runner::new(["check", "-", "--output", "no-such-folder/report"]).with_input(letter);
    let ended = runner.in_folder(folder.path()).run().with_status(2);
    assert_eq!(ended.stdout, "");
    assert!(
        ended
            .stderr
            .starts_with("error: no-such-folder/report: cannot be written: "),
        "{}",
        ended.stderr
    );
}

#[test]
fn an_unknown_format_is_refused_with_the_known_ones() {
    let ended = Runner::new(["check", FINDINGS, "--format", "xml"])
        .run()
        .with_status(2);
    assert_eq!(ended.stdout, "");
    for known in ["full", "concise", "json"] {
        assert!(ended.stderr.contains(known), "{}", ended.stderr);
    }
}

const ESCAPE: char = '\u{1b}';

#[test]
fn colour_comes_when_it_is_asked_for() {
    let letter = finding_letter("citation__superseded");
    let stdout = |option: &str, variable: (&'static str, &'static str)| {
        let runner = Runner::new(["check", &letter, "--color", option])
            .with_variable(variable.0, variable.1);
        runner.run().with_status(1).stdout
    };
    let unrelated = ("IMR", "1");
    assert!(stdout("always", unrelated).contains(ESCAPE));
    assert!(!stdout("never", unrelated).contains(ESCAPE));
    // The word of the command line is stronger than that of the environment.
    assert!(stdout("always", ("NO_COLOR", "1")).contains(ESCAPE));
    assert!(!stdout("never", ("CLICOLOR_FORCE", "1")).contains(ESCAPE));
    // Into a pipe there is none of itself.
    assert!(!stdout("auto", unrelated).contains(ESCAPE));
    assert!(!stdout("auto", ("NO_COLOR", "1")).contains(ESCAPE));
}

#[test]
fn reports_for_programs_are_never_coloured() {
    for format in ["concise", "json"] {
        let ended = Runner::new(["check", FINDINGS, "--color", "always", "--format", format]).run();
        assert!(!ended.stdout.contains(ESCAPE), "{format}");
    }
}

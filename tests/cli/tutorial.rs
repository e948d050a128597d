//! `docs/tutorial.md`: its commands print what the page says, and the files that it quotes are those of
//! `fixtures/tutorial`.
//!
//! With `UPDATE_TUTORIAL=1` in the environment the page is written anew with what the commands print now. A part that
//! the page leaves out (`...` between other lines) is kept.

use std::fs;

use regex::Regex;

use crate::runner::{Runner, project};
use crate::samples::{copy_into, folder_with, text_of};

const PAGE: &str = "docs/tutorial.md";
const FILES: &str = "fixtures/tutorial";

/// The words of a command line, with single quotes round what is one word.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (number, part) in line.split('\'').enumerate() {
        if number % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// What a command of the page prints, without white space at the ends of lines.
fn printed(line: &str, folder: &std::path::Path) -> Vec<String> {
    let command = words(line);
    assert_eq!(command[0], "imr-lint", "{line}");
    let ended = Runner::new(&command[1..]).in_folder(folder).run();
    assert_eq!(ended.stderr, "", "{line}");
    let counted = Regex::new(r"\d+ (tests?: |of )\d+( passed| tested)").unwrap();
    counted
        .replace_all(&ended.stdout, "N ${1}N$2")
        .lines()
        .map(|line| line.trim_end().to_owned())
        .collect()
}

/// Whether the lines are those that the page has, where `...` stands for any number of them.
fn agrees(shown: &[&str], printed: &[String]) -> bool {
    match shown.split_first() {
        None => printed.is_empty(),
        Some((&"...", rest)) => {
            (0..=printed.len()).any(|left_out| agrees(rest, &printed[left_out..]))
        }
        Some((line, rest)) => {
            printed.first().is_some_and(|first| first == line) && agrees(rest, &printed[1..])
        }
    }
}

/// A copy of the files of the tutorial.
fn folder() -> tempfile::TempDir {
    let folder = folder_with::<&[u8]>(&[]);
    copy_into(&project().join(FILES), folder.path());
    folder
}

#[test]
fn the_page_shows_what_is_printed() {
    let folder = folder();
    let page = text_of(PAGE);
    let mut written = String::new();
    let mut wrong = Vec::new();
    let mut commands = 0;
    for (number, block) in page.split("```console\n").enumerate() {
        if number == 0 {
            written.push_str(block);
            continue;
        }
        let (console, rest) = block.split_once("```").expect("a block ends");
        written.push_str("```console\n");
        for part in format!("\n{console}").split("\n$ ").skip(1) {
            let (command, shown) = part.split_once('\n').unwrap_or((part, ""));
            let shown: Vec<&str> = shown.lines().collect();
            let printed = printed(command, folder.path());
            commands += 1;
            let is_kept = shown.len() > 1 && shown.contains(&"...") && agrees(&shown, &printed);
            if shown == ["..."] || !agrees(&shown, &printed) {
                wrong.push(format!("$ {command}\n{}\n", printed.join("\n")));
            }
            written.push_str(&format!("$ {command}\n"));
            for line in if is_kept {
                shown.iter().map(ToString::to_string).collect()
            } else {
                printed
            } {
                written.push_str(&line);
                written.push('\n');
            }
        }
        written.push_str("```");
        written.push_str(rest);
    }
    assert!(commands > 5, "the page runs nothing");
    if std::env::var_os("UPDATE_TUTORIAL").is_some() {
        fs::write(project().join(PAGE), written).expect("the page can be written");
    } else {
        assert!(
            wrong.is_empty(),
            "{PAGE} shows something else; UPDATE_TUTORIAL=1 writes it anew:\n{}",
            wrong.join("\n")
        );
    }
}

#[test]
fn the_page_quotes_the_pack() {
    let pack = text_of(&format!("{FILES}/site/massage.yaml"));
    assert!(text_of(PAGE).contains(&format!("```yaml\n{pack}```")));
}

#[test]
fn the_limit_is_what_makes_the_finding() {
    let folder = folder();
    let check = |more: &[&str]| {
        let runner = Runner::new([
            "check",
            "letter.txt",
            "--format",
            "concise",
            "--fail-on",
            "note",
        ])
        .with(more);
        runner.in_folder(folder.path()).run()
    };
    check(&[]).with_status(0);
    assert_eq!(
        check(&["--rules", "site"]).with_status(1).rules(),
        ["limit/overturned-above"]
    );
    let backwards = Runner::new(["rules", "check", "--rules", "backwards.yaml"])
        .in_folder(folder.path())
        .run();
    backwards.with_status(2);
}

#[test]
fn the_skeleton_loads_and_its_tests_fail() {
    let folder = folder_with::<&[u8]>(&[("site/README", b"".as_slice())]);
    let run = |arguments: &[&str]| Runner::new(arguments).in_folder(folder.path()).run();
    run(&[
        "rules",
        "new",
        "limit",
        "massage-visits",
        "--output",
        "site/massage.yaml",
    ])
    .with_status(0);
    run(&["rules", "schema", "--output", "site/schema.json"]).with_status(0);
    run(&["rules", "check", "--rules", "site"]).with_status(0);
    run(&["rules", "test", "--rules", "site"]).with_status(1);
}

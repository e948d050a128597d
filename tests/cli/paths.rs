//! What the paths of `imr-lint check` stand for: files, folders, globs, standard input.

use tempfile::TempDir;

use crate::runner::{Ended, Runner};
use crate::samples::{bytes_of, finding_letter, folder_with};

fn letter() -> Vec<u8> {
    bytes_of(&finding_letter("citation__superseded"))
}

/// A run in a folder, one line a finding.
fn concise_in(folder: &TempDir, paths: &[&str]) -> Ended {
    Runner::new(["check", "--format", "concise"])
        .with(paths)
        .in_folder(folder.path())
        .run()
}

/// The paths at the beginnings of the lines of a concise report, without the closing line.
fn named(ended: &Ended) -> Vec<&str> {
    let lines = ended.stdout.lines().filter(|line| line.contains(": error"));
    lines
        .map(|line| line.split(':').next().unwrap_or_default())
        .collect()
}

/// Letters in folders, written in no order.
fn letters_in_folders() -> TempDir {
    folder_with(
        &["d.txt", "a/z.txt", "c.TXT", "a/b.txt", "a/b/a.txt", "B.txt"]
            .map(|name| (name, letter())),
    )
}

#[test]
fn a_dash_is_standard_input() {
    let ended = Runner::new(["check", "--format", "concise", "-"])
        .with_input(letter())
        .run()
        .with_status(1);
    assert_eq!(named(&ended), ["-"]);
    assert_eq!(ended.rules(), ["citation/superseded"]);
}

#[test]
fn a_folder_is_walked_in_the_order_of_the_names() {
    let folder = letters_in_folders();
    let expected = [
        "./B.txt",
        "./a/b/a.txt",
        "./a/b.txt",
        "./a/z.txt",
        "./c.TXT",
        "./d.txt",
    ];
    assert_eq!(named(&concise_in(&folder, &["."]).with_status(1)), expected);
    assert_eq!(
        named(&concise_in(&folder, &["a"])),
        ["a/b/a.txt", "a/b.txt", "a/z.txt"]
    );
}

#[test]
fn paths_keep_the_order_of_the_command_line() {
    let folder = letters_in_folders();
    assert_eq!(
        named(&concise_in(&folder, &["d.txt", "B.txt", "a/z.txt"])),
        ["d.txt", "B.txt", "a/z.txt"]
    );
}

#[test]
fn a_glob_is_expanded_where_the_shell_did_not() {
    let folder = letters_in_folders();
    assert_eq!(
        named(&concise_in(&folder, &["a/*.txt"]).with_status(1)),
        ["a/b.txt", "a/z.txt"]
    );
    assert_eq!(
        named(&concise_in(&folder, &["**/[ab].txt"])),
        ["./a/b/a.txt", "./a/b.txt"]
    );
}

#[test]
fn a_file_whose_name_looks_like_a_glob_is_a_file() {
    let folder = folder_with(&[("a[1].txt", letter()), ("a1.txt", letter())]);
    assert_eq!(named(&concise_in(&folder, &["a[1].txt"])), ["a[1].txt"]);
}

#[test]
fn other_files_of_a_folder_are_passed_over() {
    let folder = folder_with(&[
        ("a.txt", letter()),
        ("b.md", letter()),
        ("notes", letter()),
        (".c.txt", letter()),
    ]);
    let ended = concise_in(&folder, &["."]).with_status(1);
    assert_eq!(named(&ended), ["./a.txt"]);
    assert_eq!(
        named(&concise_in(&folder, &["b.md", ".c.txt"])),
        ["b.md", ".c.txt"]
    );
}

#[test]
fn ignore_files_keep_letters_out() {
    let folder = folder_with(&[
        ("a.txt", letter()),
        ("drafts/b.txt", letter()),
        ("old/c.txt", letter()),
        (".imrlintignore", b"drafts\n".to_vec()),
        (".gitignore", b"old\n".to_vec()),
    ]);
    assert_eq!(named(&concise_in(&folder, &["."])), ["./a.txt"]);
    assert_eq!(
        named(&concise_in(&folder, &[".", "--no-ignore"])),
        ["./a.txt", "./old/c.txt"]
    );
    // What is named is checked, whatever names it elsewhere.
    assert_eq!(
        named(&concise_in(&folder, &["old", "drafts/b.txt"])),
        ["old/c.txt", "drafts/b.txt"]
    );
}

#[test]
fn files_beside_the_letters_are_told() {
    let folder = folder_with(&[
        ("a.txt", letter()),
        ("b.md", letter()),
        ("c.MD", letter()),
        ("notes", letter()),
    ]);
    assert_eq!(
        concise_in(&folder, &["."]).stderr,
        "note: 3 files beside the letters not read (1 without ending, 2 .md); name them if they are letters\n"
    );
    assert_eq!(concise_in(&folder, &["a.txt"]).stderr, "");
}

#[test]
fn paths_can_be_listed() {
    let folder = folder_with(&[
        ("a.txt", letter()),
        ("b*.txt", letter()),
        ("many/c.txt", letter()),
        ("list", b"b*.txt\r\n\nmany\n".to_vec()),
    ]);
    let listed = ["b*.txt", "many/c.txt"];
    assert_eq!(
        named(&concise_in(&folder, &["--files-from", "list"])),
        listed
    );
    let with_zeros = Runner::new(["check", "--format", "concise", "a.txt", "--files-from", "-"]);
    let ended = with_zeros
        .in_folder(folder.path())
        .with_input("b*.txt\0many/c.txt\0")
        .run();
    assert_eq!(named(&ended), ["a.txt", "b*.txt", "many/c.txt"]);
}

#[test]
fn a_list_that_holds_nothing_or_is_not_there_is_no_clean_pass() {
    let folder = folder_with(&[("list", b"\n".to_vec())]);
    for (list, complaint) in [
        ("list", "error: the list of files is empty\n"),
        ("no-list", "error: --files-from no-list: cannot be read: "),
    ] {
        let ended = concise_in(&folder, &["--files-from", list]).with_status(2);
        assert!(ended.stderr.starts_with(complaint), "{}", ended.stderr);
    }
}

#[test]
fn standard_input_can_have_a_name() {
    let ended = Runner::new([
        "check",
        "--format",
        "concise",
        "-",
        "--stdin-filename",
        "d/a.txt",
    ])
    .with_input(letter())
    .run();
    assert_eq!(named(&ended), ["d/a.txt"]);
}

#[test]
fn a_letter_named_twice_is_checked_twice() {
    let folder = folder_with(&[("a.txt", letter())]);
    assert_eq!(
        named(&concise_in(&folder, &["a.txt", "a.txt"])),
        ["a.txt", "a.txt"]
    );
}

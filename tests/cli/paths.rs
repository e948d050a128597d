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
fn an_ignore_file_keeps_letters_out() {
    let folder = folder_with(&[
        ("a.txt", letter()),
        ("drafts/b.txt", letter()),
        (".imrlintignore", b"drafts\n".to_vec()),
        // Not meant for this program.
        (".gitignore", b"a.txt\n".to_vec()),
    ]);
    assert_eq!(named(&concise_in(&folder, &["."])), ["./a.txt"]);
}

#[test]
fn a_letter_named_twice_is_checked_twice() {
    let folder = folder_with(&[("a.txt", letter())]);
    assert_eq!(
        named(&concise_in(&folder, &["a.txt", "a.txt"])),
        ["a.txt", "a.txt"]
    );
}

//! `imr-lint recitals learn` and `--recitals`.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::runner::{Ended, Runner};
use crate::samples::{BROKEN, CONSISTENT, bytes_of, files_in, finding_letter, folder_with};

/// Copies of the consistent letters in a folder `letters`.
fn folder_of_letters() -> TempDir {
    let paths = files_in(CONSISTENT);
    let letters = paths.iter().map(|path| {
        let name = Path::new(path).file_name().unwrap().to_str().unwrap();
        (format!("letters/{name}"), bytes_of(path))
    });
    let letters: Vec<_> = letters.collect();
    let files: Vec<_> = letters
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes))
        .collect();
    folder_with(&files)
}

fn learn(folder: &TempDir, arguments: &[&str]) -> Ended {
    Runner::new(["recitals", "learn"])
        .with(arguments)
        .in_folder(folder.path())
        .run()
}

/// The content of the file that was learned.
fn learned(folder: &TempDir) -> Vec<u8> {
    fs::read(folder.path().join("recitals.bin")).unwrap()
}

const TO_FILE: [&str; 2] = ["--output", "recitals.bin"];

#[test]
fn letters_of_a_folder_are_learned() {
    let folder = folder_of_letters();
    let ended = learn(&folder, &["letters", "--output", "recitals.bin"]).with_status(0);
    insta::assert_snapshot!(ended.transcript());
    assert!(learned(&folder).starts_with(b"imr-lint recitals\n"));
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(left.len(), 2, "the letters and the file: {left:?}");
}

#[test]
fn the_same_letters_make_the_same_file() {
    let folder = folder_of_letters();
    let bytes = |order: [&str; 2]| {
        learn(&folder, &[order[0], order[1], TO_FILE[0], TO_FILE[1]]).with_status(0);
        learned(&folder)
    };
    let letters = ["letters/a*", "letters/[b-z]*"];
    assert_eq!(bytes(letters), bytes([letters[1], letters[0]]));
}

#[test]
fn what_was_learned_is_used() {
    let folder = folder_of_letters();
    learn(&folder, &["letters", "--output", "recitals.bin"]).with_status(0);
    for format in ["full", "concise", "json"] {
        let check = Runner::new(["check", "letters", "--format", format]);
        let check = check.with(["--recitals", "recitals.bin"]);
        check.in_folder(folder.path()).run().with_status(0);
    }
    let inspect = Runner::new(["inspect", "letters/long-headings.txt"]);
    let inspect = inspect.with(["--recitals", "recitals.bin"]);
    let ended = inspect.in_folder(folder.path()).run().with_status(0);
    assert_eq!(ended.stderr, "");
}

#[test]
fn a_letter_can_come_from_standard_input() {
    let folder = folder_with::<&str>(&[]);
    let runner = Runner::new(["recitals", "learn", "-"]).with(TO_FILE);
    let ended = runner
        .with_input(bytes_of(&finding_letter("citation__superseded")))
        .in_folder(folder.path())
        .run()
        .with_status(0);
    assert_eq!(
        ended.stdout,
        "recitals.bin: 0 runs of five words in two letters or more, from 1 rationale in 1 letter\n"
    );
    assert!(!learned(&folder).is_empty());
}

#[test]
fn a_copy_of_a_letter_teaches_nothing() {
    let letter = bytes_of(&finding_letter("citation__superseded"));
    let folder = folder_with(&[("draft.txt", &letter), ("final.txt", &letter)]);
    let ended = learn(&folder, &[".", "--output", "recitals.bin"]).with_status(0);
    assert_eq!(
        ended.stdout,
        "recitals.bin: 0 runs of five words in two letters or more, from 1 rationale in 1 letter; \
         1 left out as word for word the same as another\n"
    );
}

#[test]
fn letters_that_cannot_be_read_are_named_and_the_file_is_written() {
    let folder = folder_of_letters();
    fs::write(folder.path().join("letters/notes.txt"), "Buy milk.\n").unwrap();
    fs::write(
        folder.path().join("letters/scan.pdf"),
        b"%PDF-1.4\n%\xe2\xe3",
    )
    .unwrap();
    let ended = learn(&folder, &["letters", "gone.txt", TO_FILE[0], TO_FILE[1]]).with_status(2);
    assert!(
        ended.stdout.contains("; 3 could not be read"),
        "{}",
        ended.stdout
    );
    for complaint in [
        "error: letters/notes.txt: no rationale was found in it\nhelp: ",
        "error: letters/scan.pdf: ",
        "error: gone.txt: cannot be read: ",
    ] {
        assert!(ended.stderr.contains(complaint), "{}", ended.stderr);
    }
    assert!(!learned(&folder).is_empty());
}

#[test]
fn broken_letters_end_no_run_early() {
    let folder = folder_with::<&str>(&[]);
    let output = folder.path().join("recitals.bin");
    let runner = Runner::new(["recitals", "learn", CONSISTENT, BROKEN, "--output"]);
    runner.with([output.as_os_str()]).run().with_status(2);
    let check = Runner::new(["check", CONSISTENT, "--recitals"]);
    check.with([output.as_os_str()]).run().with_status(0);
}

#[test]
fn when_nothing_could_be_read_the_old_file_stays() {
    let folder = folder_with(&[("recitals.bin", "of use"), ("notes.txt", "Buy milk.")]);
    let ended = learn(&folder, &["notes.txt", "--output", "recitals.bin"]).with_status(2);
    assert!(
        ended
            .stderr
            .contains("error: no letter could be read; recitals.bin was not written\nhelp: "),
        "{}",
        ended.stderr
    );
    assert_eq!(ended.stdout, "");
    assert_eq!(learned(&folder), b"of use");
}

#[test]
fn a_letter_is_not_overwritten() {
    let folder = folder_of_letters();
    let letter = "letters/long-headings.txt";
    let ended = learn(&folder, &["letters", "--output", letter]).with_status(2);
    assert_eq!(
        ended.stderr,
        format!(
            "error: {letter}: is one of the letters to learn from\nhelp: name another file with --output\n"
        )
    );
    let kept = fs::read(folder.path().join(letter)).unwrap();
    assert_eq!(kept, bytes_of(&format!("{CONSISTENT}/long-headings.txt")));
}

/// What a run with this file as `--recitals` complains of, before it reads a letter.
fn refused(command: &[&str], recitals: &[u8]) -> String {
    let folder = folder_with(&[("recitals.bin", recitals)]);
    let runner = Runner::new(command).with(["--recitals", "recitals.bin"]);
    let runner = runner.with_input(bytes_of(&finding_letter("citation__superseded")));
    let ended = runner.in_folder(folder.path()).run().with_status(2);
    assert_eq!(ended.stdout, "", "{command:?}");
    ended.stderr
}

#[test]
fn a_file_that_cannot_be_used_ends_the_run_with_a_way_out() {
    let folder = folder_of_letters();
    learn(&folder, &["letters", "--output", "recitals.bin"]).with_status(0);
    let good = learned(&folder);
    let mut later = good.clone();
    later[18] = 9;
    let mut damaged = good.clone();
    damaged[40] ^= 1;
    let letter = bytes_of(&finding_letter("citation__superseded"));
    for (bytes, complaint) in [
        (letter.as_slice(), "is no recitals file\n"),
        (
            &later,
            "is a recitals file of version 9; this release reads version 1\n",
        ),
        (&good[..good.len() - 1], "is cut off: "),
        (&[], "is cut off: 0 bytes where "),
        (
            &damaged,
            "is damaged: its checksum does not fit its content\n",
        ),
    ] {
        for command in [["check", "-"], ["inspect", "-"]] {
            let stderr = refused(&command, bytes);
            let start = format!("error: recitals.bin: {complaint}");
            assert!(stderr.starts_with(&start), "{stderr}");
            assert!(stderr.contains("\nhelp: "), "{stderr}");
        }
    }
}

#[test]
fn a_missing_file_is_told() {
    let ended = Runner::new(["check", CONSISTENT, "--recitals", "gone.bin"])
        .run()
        .with_status(2);
    assert_eq!(ended.stdout, "");
    assert!(
        ended
            .stderr
            .starts_with("error: gone.bin: cannot be read: "),
        "{}",
        ended.stderr
    );
    assert!(ended.stderr.contains("recitals learn"), "{}", ended.stderr);
}

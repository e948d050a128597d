//! Letters in ZIP archives, read where they lie.

use std::io::{Cursor, Write};

use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::runner::{Ended, Runner};
use crate::samples::{bytes_of, finding_letter, folder_with};

/// An archive of these files.
fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn concise_in(folder: &TempDir, arguments: &[&str]) -> Ended {
    let runner = Runner::new(["check", "--format", "concise"]).with(arguments);
    runner.in_folder(folder.path()).run()
}

#[test]
fn letters_are_found_in_the_order_of_their_names_whatever_the_jobs() {
    let superseded = bytes_of(&finding_letter("citation__superseded"));
    let credentials = bytes_of(&finding_letter("letter__credentials"));
    let bytes = archive(&[
        ("2016/b.txt", &superseded),
        ("2016/a.txt", &credentials),
        ("2015/z.txt", &superseded),
        ("read me.md", b"about the letters"),
        ("__MACOSX/2016/._a.txt", b"\0\0"),
        (".hidden.txt", b"not seen"),
    ]);
    let folder = folder_with(&[("letters.ZIP", bytes), ("letter.txt", superseded)]);
    for jobs in ["1", "4"] {
        let ended = concise_in(&folder, &[".", "--jobs", jobs]).with_status(1);
        let places: Vec<&str> = ended
            .stdout
            .lines()
            .map(|line| line.split(": ").next().unwrap_or_default())
            .collect();
        assert_eq!(
            places,
            [
                "./letter.txt:49:43",
                "./letters.ZIP/2015/z.txt:49:43",
                "./letters.ZIP/2016/a.txt:30:24",
                "./letters.ZIP/2016/b.txt:49:43",
                "4 letters, 4 items",
            ]
        );
        assert!(
            ended
                .stderr
                .contains("1 file beside the letters not read (1 .md)")
        );
    }
}

#[test]
fn a_damaged_archive_does_not_keep_others_from_being_checked() {
    let letter = bytes_of(&finding_letter("citation__superseded"));
    let whole = archive(&[("a.txt", &letter)]);
    let folder = folder_with(&[
        ("cut.zip", whole[..whole.len() / 2].to_vec()),
        ("empty.zip", archive(&[("notes.md", b"none")])),
        ("no.zip", b"no archive".to_vec()),
        ("whole.zip", whole),
    ]);
    let ended = concise_in(&folder, &["."]).with_status(2);
    assert_eq!(ended.rules(), ["citation/superseded"]);
    for complaint in [
        "./cut.zip: error: the archive cannot be read: ",
        "./empty.zip: error: holds no letters",
        "./no.zip: error: the archive cannot be read: ",
    ] {
        assert!(ended.stdout.contains(complaint), "{}", ended.stdout);
    }
}

#[test]
fn a_letter_that_unpacks_to_more_than_the_limit_is_refused() {
    let bomb = vec![b' '; 3 * 1024 * 1024];
    let letter = bytes_of(&finding_letter("citation__superseded"));
    let folder = folder_with(&[(
        "letters.zip",
        archive(&[("bomb.txt", &bomb), ("letter.txt", &letter)]),
    )]);
    let ended = concise_in(&folder, &["letters.zip", "--max-size", "2"]).with_status(2);
    assert!(
        ended
            .stdout
            .starts_with("letters.zip/bomb.txt: error: is larger than 2 MiB\n"),
        "{}",
        ended.stdout
    );
    assert_eq!(ended.rules(), ["citation/superseded"]);
}

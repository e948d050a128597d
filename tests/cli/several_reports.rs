//! Several reports of one run, each in the format that its name tells.

use std::fs;

use tempfile::TempDir;

use crate::runner::{Ended, Runner};
use crate::samples::{FINDINGS, bytes_of, finding_letter, folder_with};

fn folder() -> TempDir {
    let letter = bytes_of(&finding_letter("citation__superseded"));
    folder_with(&[("letter.txt", letter)])
}

fn check(folder: &TempDir, arguments: &[&str]) -> Ended {
    let runner = Runner::new(["check", "letter.txt"]).with(arguments);
    runner.in_folder(folder.path()).run()
}

#[test]
fn each_file_gets_the_report_that_would_have_been_printed() {
    let folder = folder();
    let printed = |format| check(&folder, &["--format", format]).with_status(1).stdout;
    let to_files = check(
        &folder,
        &[
            "-o",
            "a.json",
            "-o",
            "a.txt",
            "-o",
            "concise=b.txt",
            "-o",
            "concise=-",
        ],
    )
    .with_status(1);
    let written = |name| fs::read_to_string(folder.path().join(name)).unwrap();
    assert_eq!(written("a.json"), printed("json"));
    assert_eq!(written("a.txt"), printed("full"));
    assert_eq!(written("b.txt"), printed("concise"));
    assert_eq!(to_files.stdout, printed("concise"));
}

#[test]
fn a_format_that_cannot_be_told_is_asked_for() {
    let ended = check(&folder(), &["--output", "report.xyz"]).with_status(2);
    assert!(
        ended.stderr.starts_with(
            "error: report.xyz: no format is known by this ending\nhelp: say which one, as FORMAT=report.xyz; formats are full, concise, json"
        ),
        "{}",
        ended.stderr
    );
}

#[test]
fn two_reports_are_never_written_to_one_file() {
    let folder = folder();
    let ended = check(&folder, &["-o", "a.json", "-o", "concise=a.json"]).with_status(2);
    assert!(
        ended
            .stderr
            .starts_with("error: two reports cannot both be written to a.json\n")
    );
    assert!(!folder.path().join("a.json").exists());
}

#[test]
fn a_report_that_cannot_be_written_leaves_nothing_behind() {
    let folder = folder();
    let ended = check(&folder, &["-o", "a.json", "-o", "no-such-folder/b.json"]).with_status(2);
    assert!(
        ended
            .stderr
            .starts_with("error: no-such-folder/b.json: cannot be written: ")
    );
    let left: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(left, ["letter.txt"]);
}

#[test]
fn reports_are_the_same_for_any_number_of_jobs() {
    for format in ["full", "concise", "json"] {
        let report = |jobs| {
            let runner = Runner::new(["check", FINDINGS, "--format", format, "--jobs", jobs]);
            runner.run().with_status(1).stdout
        };
        let one = report("1");
        for jobs in ["1", "2", "8"] {
            assert_eq!(report(jobs), one, "{format} with {jobs} jobs");
        }
    }
}

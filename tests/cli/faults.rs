//! What goes wrong around the program: disks that are full, names and files of all kinds, a user who stops it.
#![cfg(target_os = "linux")]

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::Write;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::runner::Runner;
use crate::samples::{FINDINGS, bytes_of, finding_letter, folder_with};

fn letter() -> Vec<u8> {
    bytes_of(&finding_letter("citation__superseded"))
}

#[test]
fn a_full_disk_is_told() {
    for format in ["full", "json"] {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let runner = Runner::new(["check", FINDINGS, "--format", format]);
        let output = runner.command().stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(
            stderr.starts_with("error: cannot write: No space left"),
            "{stderr}"
        );
    }
}

#[test]
fn files_of_all_kinds_are_read_or_told() {
    let folder = folder_with(&[("a.txt", letter()), ("locked.txt", letter())]);
    let path = |name: &str| folder.path().join(name);
    let made = Command::new("mkfifo").arg(path("pipe.txt")).status();
    assert!(made.unwrap().success());
    symlink(path("a.txt"), path("link.txt")).unwrap();
    symlink(path("gone.txt"), path("nowhere.txt")).unwrap();
    symlink(path("loop.txt"), path("loop.txt")).unwrap();
    symlink(folder.path(), path("back")).unwrap();
    let odd = folder.path().join(OsStr::from_bytes(b"odd-\xFF.txt"));
    fs::write(odd, letter()).unwrap();

    let runner = Runner::new(["check", "--format", "concise", "."]);
    let ended = runner.in_folder(folder.path()).run().with_status(2);
    let found = ["a.txt", "link.txt", "locked.txt", "odd-\u{FFFD}.txt"];
    for name in found {
        assert!(
            ended
                .stdout
                .contains(&format!("./{name}:49:43: error[citation/superseded]")),
            "{name} in {}",
            ended.stdout
        );
    }
    for (name, complaint) in [
        ("pipe.txt", "is a pipe or a device, not a file"),
        ("nowhere.txt", "cannot be read: No such file or directory"),
        (
            "loop.txt",
            "cannot be read: Too many levels of symbolic links",
        ),
    ] {
        assert!(
            ended
                .stdout
                .contains(&format!("./{name}: error: {complaint}")),
            "{name} in {}",
            ended.stdout
        );
    }
    assert_eq!(ended.rules().len(), found.len());
}

/// Waits until the process handles interrupts itself and waits for standard input.
fn wait_for_handler_and_read(child: &Child) {
    let interrupt = 1 << (2 - 1);
    let field = |name: &str| {
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
        let field = status.lines().find_map(|line| line.strip_prefix(name));
        field.unwrap().trim().to_owned()
    };
    let handles = || u64::from_str_radix(&field("SigCgt:"), 16).unwrap() & interrupt != 0;
    let sleeps = || field("State:").starts_with('S');
    let begun = Instant::now();
    let mut asleep = 0;
    // Longer than any sleep but that of one who waits for input.
    while asleep < 20 {
        assert!(begun.elapsed() < Duration::from_secs(60), "no handler");
        std::thread::sleep(Duration::from_millis(10));
        asleep = if handles() && sleeps() { asleep + 1 } else { 0 };
    }
}

#[test]
fn an_interrupted_run_reports_what_it_found_and_says_so() {
    let folder = folder_with(&[("a.txt", letter()), ("z.txt", letter())]);
    let runner = Runner::new(["check", "a.txt", "-", "z.txt", "--jobs", "1"])
        .with(["--output", "report.json"])
        .in_folder(folder.path());
    let mut child = runner.command().spawn().unwrap();
    wait_for_handler_and_read(&child);
    let killed = Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status();
    assert!(killed.unwrap().success());
    // The handler runs on a thread of its own.
    std::thread::sleep(Duration::from_millis(500));
    child.stdin.take().unwrap().write_all(&letter()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(stderr, "error: interrupted; 1 letter not checked\n");
    let report = fs::read_to_string(folder.path().join("report.json")).unwrap();
    let report: Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report["letters"].as_array().unwrap().len(), 2);
    assert_eq!(report["summary"]["unchecked"], 1);
    assert_eq!(report["summary"]["errors"], 2);
}

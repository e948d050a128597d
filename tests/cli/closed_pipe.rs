//! Whoever reads the output may stop reading, as `head` does. That is no reason for a complaint.

use std::io::{Read, Write};

use crate::runner::Runner;
use crate::samples::{BROKEN, CONSISTENT, FINDINGS, bytes_of, finding_letter};

/// More than a pipe holds, so that the program is still writing when the pipe is closed.
const REPEATED: usize = 6;

/// Runs until the first bytes have come, closes the pipe and looks at the end.
#[track_caller]
fn stop_reading(runner: &Runner, input: &[u8]) {
    let mut child = runner.command().spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            // The program may end before it has read everything.
            let _ = stdin.write_all(input);
        });
        let mut stdout = child.stdout.take().unwrap();
        stdout.read_exact(&mut [0; 8]).unwrap();
        drop(stdout);
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{runner:?}");
        assert!(
            output.status.code().is_some_and(|status| status <= 2),
            "{runner:?} ended with {}",
            output.status
        );
    });
}

#[test]
fn reports_end_quietly() {
    for format in ["full", "concise", "json"] {
        let letters = [FINDINGS, BROKEN, CONSISTENT].repeat(REPEATED);
        stop_reading(
            &Runner::new(["check", "--format", format]).with(letters),
            b"",
        );
    }
}

#[test]
fn the_text_of_a_letter_ends_quietly() {
    let letter = bytes_of(&finding_letter("citation__superseded")).repeat(40);
    stop_reading(&Runner::new(["inspect", "--text", "-"]), &letter);
}

#[test]
fn answers_end_quietly() {
    let rows = b"{\"text\": \"2 times a week for 6 weeks (12 sessions)\"}\n".repeat(1_000);
    stop_reading(&Runner::new(["read", "quantities"]), &rows);
}

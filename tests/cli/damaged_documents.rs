//! Documents that were damaged on their way: read, or refused with a reason, and never the end of the program.

use std::time::{Duration, Instant};

use crate::runner::Runner;
use crate::samples::{DOCUMENTS, bytes_of, files_in, write};

/// Numbers that look random and are the same in every run.
struct Numbers(u64);

impl Numbers {
    /// A number below `limit`, which is not 0.
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

/// A copy with bytes changed, its end cut off, or a piece of it in another place.
fn damaged(whole: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut copy = whole.to_vec();
    match numbers.below(3) {
        0 => {
            for _ in 0..=numbers.below(8) {
                let at = numbers.below(copy.len());
                copy[at] ^= 1 << numbers.below(8);
            }
        }
        1 => copy.truncate(numbers.below(copy.len())),
        _ => {
            let from = numbers.below(copy.len());
            let piece = copy[from..copy.len().min(from + 200)].to_vec();
            let at = numbers.below(copy.len());
            copy.splice(at..at, piece);
        }
    }
    copy
}

#[test]
fn damaged_copies_are_read_or_refused() {
    let folder = tempfile::TempDir::new().unwrap();
    let mut numbers = Numbers(7);
    let mut runner = Runner::new(["check", "--format", "concise", "--fail-on", "never"])
        .in_folder(folder.path());
    let mut copies = 0;
    for path in files_in(DOCUMENTS) {
        if !path.ends_with(".docx") && !path.ends_with(".html") {
            continue;
        }
        let whole = bytes_of(&path);
        for copy in 0..6 {
            let (name, ending) = path.rsplit_once('.').unwrap();
            let name = format!("{name}.{copy}.{ending}");
            write(&folder.path().join(&name), &damaged(&whole, &mut numbers));
            runner = runner.with([name]);
            copies += 1;
        }
    }
    assert!(copies > 40);
    let begun = Instant::now();
    let ended = runner.run().with_status(2);
    assert!(
        ended.stdout.contains(&format!("{copies} letters (")),
        "{}",
        ended.stdout
    );
    assert_eq!(ended.stderr, "");
    assert!(begun.elapsed() < Duration::from_secs(60));
}

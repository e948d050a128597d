//! Inputs that once broke something, and small changes of them and of the fixture letters, hold to what is said of any
//! input in `fuzz/invariants.rs`.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../fuzz/invariants.rs"]
mod invariants;

use std::fs;
use std::path::Path;

/// How often each input is changed.
const CHANGES: u64 = 12;

/// The files of folders of the project, by their paths.
fn files(folders: &[&str]) -> Vec<Vec<u8>> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = folders.iter().map(|folder| project.join(folder));
    let entries = folders.flat_map(|folder| fs::read_dir(folder).into_iter().flatten());
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.is_file());
    paths.sort();
    assert!(!paths.is_empty(), "there is nothing to try");
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

/// Numbers that look random and are the same in every run (SplitMix64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % end.max(1) as u64) as usize
    }
}

/// The bytes cut, flipped, doubled or spliced with others.
fn changed(bytes: &[u8], other: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut changed = bytes.to_vec();
    let at = numbers.below(changed.len());
    match numbers.below(4) {
        0 => changed.truncate(at),
        1 => {
            for _ in 0..1 + numbers.below(8) {
                let at = numbers.below(changed.len());
                if let Some(byte) = changed.get_mut(at) {
                    *byte = numbers.below(256) as u8;
                }
            }
        }
        2 => {
            let end = at + numbers.below(changed.len() - at + 1);
            let piece = changed.get(at..end).unwrap_or_default().to_vec();
            changed.splice(at..at, piece);
        }
        _ => {
            let from = numbers.below(other.len());
            changed.truncate(at);
            changed.extend_from_slice(other.get(from..).unwrap_or_default());
        }
    }
    changed
}

/// Tries all files as they are and changed. A file that is too large for the changes of a test run is tried as it is.
fn try_all(holds: fn(&[u8]), folders: &[&str], changes: u64) {
    let files = files(folders);
    for (index, bytes) in files.iter().enumerate() {
        holds(bytes);
        let other = &files[(index + 1) % files.len()];
        let mut numbers = Numbers(index as u64);
        for _ in 0..changes {
            holds(&changed(bytes, other, &mut numbers));
        }
    }
}

#[test]
fn letters() {
    let folders = ["fuzz/corpus/check", "fixtures/letters/findings"];
    try_all(invariants::check, &folders, CHANGES / 4);
}

#[test]
fn documents() {
    let folders = ["fuzz/corpus/document", "fixtures/documents"];
    try_all(invariants::document, &folders, CHANGES);
}

#[test]
fn headings() {
    try_all(invariants::heading, &["fuzz/corpus/heading"], CHANGES);
}

#[test]
fn phrases() {
    let folders = ["fuzz/corpus/phrases", "fixtures/letters/broken"];
    try_all(invariants::phrases, &folders, CHANGES);
}

#[test]
fn rules_files() {
    let folders = ["fuzz/corpus/pack", "rules/limits", "rules/checks"];
    try_all(invariants::pack, &folders, CHANGES);
}

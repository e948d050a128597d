//! The digest of rule packs: which rules a report was made with.

use std::fmt::Write;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::layer::LoadedLayer;
use super::problem::RuleFile;

/// SHA-256 over the names and texts of the files, in lower-case hexadecimal digits. The files count in the
/// order of their names, without the folder that all of them lie in: the same pack has the same digest
/// wherever it lies.
pub(super) fn of_files(files: &[Arc<RuleFile>]) -> String {
    let mut named: Vec<(String, &str)> = files
        .iter()
        .map(|file| (file.name.replace('\\', "/"), file.text.as_str()))
        .collect();
    named.sort();
    let folder = common_folder(&named);
    let parts = named
        .iter()
        .flat_map(|(name, text)| [&name[folder..], text]);
    of_parts(parts)
}

/// The digest of a pack of several layers, in their order; that of a single one is its own.
pub(super) fn of_layers(layers: &[LoadedLayer]) -> String {
    match layers {
        [only] => only.digest.clone(),
        _ => of_parts(layers.iter().map(|layer| layer.digest.as_str())),
    }
}

fn of_parts<'p>(parts: impl Iterator<Item = &'p str>) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        // With the lengths, no other cut of the same bytes gives the same digest.
        hasher.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
        hasher.update(part);
    }
    hasher
        .finalize()
        .iter()
        .fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}

/// The length of the folder, with its last slash, that all of the sorted names begin with.
fn common_folder(named: &[(String, &str)]) -> usize {
    let (Some((first, _)), Some((last, _))) = (named.first(), named.last()) else {
        return 0;
    };
    // Of sorted names, what the first and the last share is shared by all.
    let same = first.bytes().zip(last.bytes());
    let shared = same.take_while(|(a, b)| a == b).count();
    first.as_bytes()[..shared]
        .iter()
        .rposition(|byte| *byte == b'/')
        .map_or(0, |slash| slash + 1)
}

//! The digest of rule packs: which rules a report was made with.

use std::fmt::Write;
use std::sync::{Arc, OnceLock};

use sha2::{Digest, Sha256};

use super::layer::LoadedLayer;
use super::problem::RuleFile;

/// SHA-256 over a pack or a layer of one. It is computed when it is first asked for: most runs never do, and the texts
/// of a pack are half a megabyte.
#[derive(Clone, Debug, Default)]
pub struct PackDigest {
    over: Over,
    hex: OnceLock<String>,
}

/// What a digest is computed over.
#[derive(Clone, Debug)]
enum Over {
    /// The names and texts of files.
    Files(Vec<Arc<RuleFile>>),
    /// The digests of layers, in their order.
    Layers(Vec<PackDigest>),
}

impl Default for Over {
    fn default() -> Self {
        Self::Files(Vec::new())
    }
}

impl PackDigest {
    /// That of files.
    pub(super) fn of_files(files: &[Arc<RuleFile>]) -> Self {
        Self {
            over: Over::Files(files.to_vec()),
            hex: OnceLock::new(),
        }
    }

    /// That of a pack of several layers; that of a single one is its own.
    pub(super) fn of_layers(layers: &[LoadedLayer]) -> Self {
        match layers {
            [only] => only.digest.clone(),
            _ => Self {
                over: Over::Layers(layers.iter().map(|layer| layer.digest.clone()).collect()),
                hex: OnceLock::new(),
            },
        }
    }

    /// The digest in lower-case hexadecimal digits.
    #[must_use]
    pub fn hex(&self) -> &str {
        self.hex.get_or_init(|| match &self.over {
            Over::Files(files) => of_files(files),
            Over::Layers(layers) => of_parts(layers.iter().map(Self::hex)),
        })
    }
}

impl PartialEq for PackDigest {
    fn eq(&self, other: &Self) -> bool {
        self.hex() == other.hex()
    }
}

impl Eq for PackDigest {}

/// The files count in the order of their names, without the folder that all of them lie in: the same pack has the same
/// digest wherever it lies.
fn of_files(files: &[Arc<RuleFile>]) -> String {
    let mut named: Vec<(String, &str)> = files
        .iter()
        .map(|file| (file.name.replace('\\', "/"), file.text.as_ref()))
        .collect();
    named.sort();
    let folder = common_folder(&named);
    let parts = named
        .iter()
        .flat_map(|(name, text)| [&name[folder..], text]);
    of_parts(parts)
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

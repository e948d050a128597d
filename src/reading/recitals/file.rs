//! The recitals file: docs/recitals.md describes it byte by byte.

use sha2::{Digest, Sha256};

use super::Recitals;
use super::learner::FEWEST_LETTERS;
use super::table::Table;

const MAGIC: &[u8; 18] = b"imr-lint recitals\n";

/// Another one when the file, the words or their hashes change: hashes of two ways would never meet.
const VERSION: u16 = 1;

/// Magic, version, number of letters, number of runs.
const HEADER: usize = MAGIC.len() + 2 + 8 + 8;

/// A hash and a count.
const RUN: usize = 8 + 2;

/// SHA-256 over everything before it.
const DIGEST: usize = 32;

/// Why bytes are no recitals that can be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecitalsError {
    /// They do not begin as a recitals file does.
    #[error("is no recitals file")]
    NotRecitals,
    /// They are of another format than this release reads.
    #[error("is a recitals file of version {found}; this release reads version {VERSION}")]
    OtherVersion {
        /// The version that the file names.
        found: u16,
    },
    /// They end too soon.
    #[error("is cut off: {found} bytes where at least {expected} were expected")]
    Truncated {
        /// The size that the part which is there asks for.
        expected: u64,
        /// The size.
        found: u64,
    },
    /// Checksum and content do not agree.
    #[error("is damaged: its checksum does not fit its content")]
    Damaged,
}

impl RecitalsError {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self {
            Self::NotRecitals => {
                "name a file that `imr-lint recitals learn PATH... --output FILE` wrote"
            }
            Self::OtherVersion { .. } => {
                "learn it again from the letters, with `imr-lint recitals learn` of this release"
            }
            Self::Truncated { .. } | Self::Damaged => {
                "copy the file again, or learn it again from the letters with `imr-lint recitals learn`"
            }
        }
    }
}

impl Recitals {
    /// The content of a recitals file.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(HEADER + self.runs() * RUN + DIGEST);
        bytes.extend(MAGIC);
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend(self.letters.to_le_bytes());
        bytes.extend((self.runs() as u64).to_le_bytes());
        bytes.extend(
            self.table
                .hashes()
                .iter()
                .flat_map(|hash| hash.to_le_bytes()),
        );
        bytes.extend(
            self.table
                .counts()
                .iter()
                .flat_map(|count| count.to_le_bytes()),
        );
        let digest = Sha256::digest(&bytes);
        bytes.extend(digest);
        bytes
    }

    /// Reads the content of a recitals file.
    ///
    /// # Errors
    ///
    /// [`RecitalsError`] when the bytes are not a whole, undamaged file of this version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, RecitalsError> {
        let mut rest = bytes;
        let magic = rest.split_off(..MAGIC.len().min(bytes.len()));
        if magic.is_none_or(|magic| !MAGIC.starts_with(magic)) {
            return Err(RecitalsError::NotRecitals);
        }
        let truncated = |expected: u64| RecitalsError::Truncated {
            expected,
            found: bytes.len() as u64,
        };
        let mut header = || {
            let version = u16::from_le_bytes(number(&mut rest)?);
            if version != VERSION {
                return Some(Err(RecitalsError::OtherVersion { found: version }));
            }
            let letters = u64::from_le_bytes(number(&mut rest)?);
            let runs = u64::from_le_bytes(number(&mut rest)?);
            Some(Ok((letters, runs)))
        };
        let (letters, runs) = header().ok_or_else(|| truncated((HEADER + DIGEST) as u64))??;
        let expected = runs
            .checked_mul(RUN as u64)
            .and_then(|size| size.checked_add((HEADER + DIGEST) as u64))
            .ok_or(RecitalsError::Damaged)?;
        if (bytes.len() as u64) < expected {
            return Err(truncated(expected));
        }
        let table = bytes
            .split_last_chunk::<DIGEST>()
            .filter(|(content, digest)| Sha256::digest(content).as_slice() == *digest)
            .filter(|_| bytes.len() as u64 == expected)
            .and_then(|(content, _)| table(content.get(HEADER..)?));
        let table = table.ok_or(RecitalsError::Damaged)?;
        Ok(Self { letters, table })
    }
}

/// The next `N` bytes.
fn number<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (number, behind) = rest.split_first_chunk::<N>()?;
    *rest = behind;
    Some(*number)
}

/// The runs; `None` when they are none that [`Recitals::to_bytes`] could have written.
fn table(content: &[u8]) -> Option<Table> {
    let runs = content.len() / RUN;
    let (hashes, counts) = content.split_at_checked(runs * 8)?;
    let hashes = hashes.as_chunks().0.iter().copied().map(u64::from_le_bytes);
    let counts = counts.as_chunks().0.iter().copied().map(u16::from_le_bytes);
    let counts: Vec<u16> = counts.collect();
    if counts.iter().any(|count| *count < FEWEST_LETTERS) {
        return None;
    }
    Table::new(hashes.collect(), counts)
}

//! From an input to its bytes.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use imr_lint::finding::LetterProblem;
use imr_lint::source::SourceText;

use super::Input;

/// A letter's name and bytes, or why there are none.
pub(crate) struct Bytes {
    /// The path as shown.
    pub(crate) name: String,
    /// The content.
    pub(crate) content: Result<Vec<u8>, LetterProblem>,
}

impl Bytes {
    /// The text of the letter.
    pub(crate) fn source(&self) -> Result<SourceText, LetterProblem> {
        let content = self.content.as_ref().map_err(LetterProblem::clone)?;
        SourceText::from_file(&self.name, content)
            .map_err(|error| LetterProblem::new(error.to_string()))
    }
}

impl Input {
    /// Reads the input; at most `max_bytes` of it.
    pub(crate) fn read(&self, max_bytes: u64) -> Bytes {
        let (name, content) = match self {
            Self::Stdin(name) => (name.clone(), read_limited(io::stdin().lock(), max_bytes)),
            Self::File(path) => (
                path.display().to_string(),
                open(path).and_then(|file| read_limited(file, max_bytes)),
            ),
            Self::Archived(archive, index, name) => (name.clone(), archive.read(*index, max_bytes)),
            Self::Unreadable(name, problem) => (name.clone(), Err(problem.clone())),
        };
        Bytes { name, content }
    }
}

fn open(path: &Path) -> Result<File, LetterProblem> {
    if path.is_dir() {
        let problem = LetterProblem::new("is a folder, not a letter");
        return Err(problem.with_help("name a file; only `check` takes folders"));
    }
    File::open(path).map_err(|error| {
        let help = match error.kind() {
            io::ErrorKind::NotFound => "check the path",
            io::ErrorKind::PermissionDenied => "you may not read this file",
            _ => "the file could not be opened",
        };
        LetterProblem::new(format!("cannot be read: {error}")).with_help(help)
    })
}

/// Reads all of `reader`, which may hold `max_bytes`.
pub(super) fn read_limited(reader: impl Read, max_bytes: u64) -> Result<Vec<u8>, LetterProblem> {
    let mut content = Vec::new();
    reader
        .take(max_bytes + 1)
        .read_to_end(&mut content)
        .map_err(|error| LetterProblem::new(format!("cannot be read: {error}")))?;
    if content.len() as u64 > max_bytes {
        let message = format!("is larger than {} MiB", max_bytes / (1024 * 1024));
        return Err(LetterProblem::new(message)
            .with_help("a letter has a few pages; if this is one, raise --max-size"));
    }
    Ok(content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_over_the_limit_is_refused_and_what_is_at_it_is_read() {
        assert!(read_limited(&b"12345"[..], 4).is_err());
        assert_eq!(read_limited(&b"1234"[..], 4).ok(), Some(b"1234".to_vec()));
    }
}

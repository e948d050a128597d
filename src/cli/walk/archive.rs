//! Letters in a ZIP archive, read where they lie.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;

use imr_lint::finding::LetterProblem;
use zip::ZipArchive;
use zip::result::ZipError;

use super::kind::Kind;
use super::read::read_limited;
use super::{Input, Letters};

/// An archive whose list of files was read.
pub(crate) struct Archive {
    zip: ZipArchive<SharedFile>,
}

impl std::fmt::Debug for Archive {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Archive({} files)", self.zip.len())
    }
}

/// Whether a path has the name of an archive.
pub(super) fn is_archive(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("zip"))
}

/// Adds the letters of an archive, in the order of their names.
pub(super) fn add(path: &Path, found: &mut Letters) {
    let archive = match open(path) {
        Ok(archive) => Arc::new(archive),
        Err(problem) => {
            let input = Input::Unreadable(path.display().to_string(), problem);
            return found.inputs.push(input);
        }
    };
    let mut letters: Vec<(String, usize)> = Vec::new();
    for index in 0..archive.zip.len() {
        let name = match archive.zip.name_for_index(index) {
            Some(Ok(name)) => name,
            Some(Err(error)) => {
                let name = format!("{}/(file {})", path.display(), index + 1);
                found.inputs.push(Input::Unreadable(name, problem(&error)));
                continue;
            }
            None => continue,
        };
        match Kind::of(Path::new(&*name)) {
            _ if !is_seen(&name) => {}
            Kind::Letter => letters.push((name.into_owned(), index)),
            Kind::Other => found.skipped.count(Path::new(&*name)),
        }
    }
    if letters.is_empty() {
        let help = "archives within archives are not read; letters end in .txt, .pdf or .docx";
        return found.refuse(path, "holds no letters", help);
    }
    letters.sort_unstable();
    let shown = path.display();
    let inputs = letters.into_iter().map(|(name, index)| {
        let name = format!("{shown}/{name}");
        Input::Archived(Arc::clone(&archive), index, name)
    });
    found.inputs.extend(inputs);
}

/// Whether a name is that of a file, and neither hidden nor something that macOS adds to its archives.
fn is_seen(name: &str) -> bool {
    let hidden = |part: &str| part.starts_with('.') || part == "__MACOSX";
    !name.ends_with('/') && !name.split('/').any(hidden)
}

fn open(path: &Path) -> Result<Archive, LetterProblem> {
    let file = File::open(path).map_err(|error| problem(&ZipError::Io(error)))?;
    let zip = ZipArchive::new(SharedFile::new(file)).map_err(|error| problem(&error))?;
    Ok(Archive { zip })
}

fn problem(error: &ZipError) -> LetterProblem {
    LetterProblem::new(format!("the archive cannot be read: {error}"))
        .with_help("unpack it, and check the folder")
}

impl Archive {
    /// The bytes of a file in the archive; at most `max_bytes` of them.
    pub(super) fn read(&self, index: usize, max_bytes: u64) -> Result<Vec<u8>, LetterProblem> {
        // The list of files is shared between the copies.
        let mut zip = self.zip.clone();
        let file = zip.by_index(index).map_err(|error| problem(&error))?;
        read_limited(file, max_bytes)
    }
}

/// A file that several threads read, each at its own place.
#[derive(Clone)]
struct SharedFile {
    file: Arc<File>,
    at: u64,
}

impl SharedFile {
    fn new(file: File) -> Self {
        Self {
            file: Arc::new(file),
            at: 0,
        }
    }
}

impl Read for SharedFile {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        #[cfg(unix)]
        let read = std::os::unix::fs::FileExt::read_at(&*self.file, buffer, self.at)?;
        #[cfg(windows)]
        let read = std::os::windows::fs::FileExt::seek_read(&*self.file, buffer, self.at)?;
        self.at += read as u64;
        Ok(read)
    }
}

impl Seek for SharedFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let (from, by) = match to {
            SeekFrom::Start(at) => (at, 0),
            SeekFrom::End(by) => (self.file.metadata()?.len(), by),
            SeekFrom::Current(by) => (self.at, by),
        };
        let outside = || io::Error::new(io::ErrorKind::InvalidInput, "outside of the file");
        self.at = from.checked_add_signed(by).ok_or_else(outside)?;
        Ok(self.at)
    }
}

//! From the paths of the command line to letters.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;
use ignore::overrides::OverrideBuilder;

use imr_lint::finding::LetterProblem;
use imr_lint::source::SourceText;

use super::Failure;

/// One thing to read.
#[derive(Debug)]
pub(crate) enum Input {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
    /// Something that cannot be read, with the reason.
    Unreadable(String, LetterProblem),
}

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

/// Documents that hold letters in formats that are not read yet. A folder that has some of them was not
/// checked whole, so each is reported.
const OTHER_DOCUMENTS: [&str; 5] = ["pdf", "docx", "doc", "rtf", "odt"];

/// The inputs that `path` stands for, files of a folder in the order of their names.
pub(crate) fn inputs(path: &Path) -> Vec<Input> {
    if path == Path::new("-") {
        return vec![Input::Stdin];
    }
    if path.is_dir() {
        return walked(WalkBuilder::new(path), path);
    }
    match (path.exists(), glob_base(path)) {
        (false, Some((base, pattern))) => globbed(&base, &pattern, path),
        _ => vec![Input::File(path.to_owned())],
    }
}

/// The folder that a path lies in, that it is, or that its glob begins in.
pub(crate) fn folder_of(path: &Path) -> PathBuf {
    if path.is_dir() {
        return path.to_owned();
    }
    match (path.exists(), glob_base(path)) {
        (false, Some((base, _))) => base,
        _ => path.parent().map(Path::to_owned).unwrap_or_default(),
    }
}

/// What is written must not take the place of a letter that is read; `purpose` says for what.
pub(crate) fn refuse_overwriting(
    output: Option<&Path>,
    inputs: &[Input],
    purpose: &str,
) -> Result<(), Failure> {
    let Some((path, real)) = output.and_then(|path| Some((path, path.canonicalize().ok()?))) else {
        return Ok(());
    };
    let mut files = inputs.iter().filter_map(Input::file);
    if files.any(|file| file.canonicalize().is_ok_and(|file| file == real)) {
        return Err(Failure::new(
            format!("{}: is one of the letters {purpose}", path.display()),
            "name another file with --output",
        ));
    }
    Ok(())
}

/// The folder before the first wild card of a path, and the rest.
fn glob_base(path: &Path) -> Option<(PathBuf, String)> {
    let wild = |part: &str| part.contains(['*', '?', '[']);
    let parts: Vec<&str> = path.to_str()?.split('/').collect();
    let first = parts.iter().position(|part| wild(part))?;
    let base = match parts[..first].join("/") {
        base if base.is_empty() && path.is_absolute() => "/".to_owned(),
        base if base.is_empty() => ".".to_owned(),
        base => base,
    };
    Some((PathBuf::from(base), parts[first..].join("/")))
}

fn globbed(base: &Path, pattern: &str, given: &Path) -> Vec<Input> {
    if !base.is_dir() {
        let help = "check the folder before the first wild card";
        return vec![unreadable(
            given,
            format!("there is no folder {}", base.display()),
            help,
        )];
    }
    // A pattern may match letters, or folders of them.
    let overrides = OverrideBuilder::new(base)
        .add(&format!("/{pattern}"))
        .and_then(|builder| builder.add(&format!("/{pattern}/**")))
        .and_then(|builder| builder.build());
    match overrides {
        Ok(overrides) => {
            let mut walk = WalkBuilder::new(base);
            walk.overrides(overrides);
            walked(walk, given)
        }
        Err(error) => vec![unreadable(
            given,
            format!("is no valid glob: {error}"),
            "quote the pattern, or name the files",
        )],
    }
}

fn walked(mut walk: WalkBuilder, given: &Path) -> Vec<Input> {
    walk.standard_filters(false)
        .hidden(true)
        .add_custom_ignore_filename(".imrlintignore")
        .sort_by_file_path(Path::cmp);
    let inputs: Vec<Input> = walk.build().filter_map(entry_input).collect();
    if inputs.is_empty() {
        let help = "letters are read from files ending in .txt; name other files one by one";
        return vec![unreadable(given, "holds no letters".to_owned(), help)];
    }
    inputs
}

fn entry_input(entry: Result<ignore::DirEntry, ignore::Error>) -> Option<Input> {
    let entry = match entry {
        Ok(entry) => entry,
        Err(error) => {
            return Some(Input::Unreadable(
                "folder".to_owned(),
                LetterProblem::new(format!("cannot be walked: {error}")),
            ));
        }
    };
    if entry.file_type().is_none_or(|kind| kind.is_dir()) {
        return None;
    }
    let path = entry.into_path();
    let extension = path
        .extension()
        .map(|extension| extension.to_string_lossy().to_lowercase())
        .unwrap_or_default();
    let is_letter = extension == "txt" || OTHER_DOCUMENTS.contains(&extension.as_str());
    is_letter.then_some(Input::File(path))
}

fn unreadable(path: &Path, message: String, help: &str) -> Input {
    let problem = LetterProblem::new(message).with_help(help);
    Input::Unreadable(path.display().to_string(), problem)
}

impl Input {
    /// The file, when it is one.
    fn file(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Stdin | Self::Unreadable(..) => None,
        }
    }

    /// Reads the input; at most `max_bytes` of it.
    pub(crate) fn read(self, max_bytes: u64) -> Bytes {
        match self {
            Self::Stdin => Bytes {
                name: "-".to_owned(),
                content: read_limited(io::stdin().lock(), max_bytes),
            },
            Self::File(path) => Bytes {
                name: path.display().to_string(),
                content: open(&path).and_then(|file| read_limited(file, max_bytes)),
            },
            Self::Unreadable(name, problem) => Bytes {
                name,
                content: Err(problem),
            },
        }
    }
}

fn open(path: &Path) -> Result<std::fs::File, LetterProblem> {
    if path.is_dir() {
        let problem = LetterProblem::new("is a folder, not a letter");
        return Err(problem.with_help("name a file; only `check` takes folders"));
    }
    std::fs::File::open(path).map_err(|error| {
        let help = match error.kind() {
            io::ErrorKind::NotFound => "check the path",
            io::ErrorKind::PermissionDenied => "you may not read this file",
            _ => "the file could not be opened",
        };
        LetterProblem::new(format!("cannot be read: {error}")).with_help(help)
    })
}

fn read_limited(reader: impl Read, max_bytes: u64) -> Result<Vec<u8>, LetterProblem> {
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
    fn a_glob_is_cut_at_its_first_wild_part() {
        let cut = |path: &str| {
            glob_base(Path::new(path)).map(|(base, rest)| (base.display().to_string(), rest))
        };
        assert_eq!(
            cut("a/b*/c.txt"),
            Some(("a".to_owned(), "b*/c.txt".to_owned()))
        );
        assert_eq!(cut("*.txt"), Some((".".to_owned(), "*.txt".to_owned())));
        assert_eq!(cut("/*.txt"), Some(("/".to_owned(), "*.txt".to_owned())));
        assert_eq!(cut("a/b.txt"), None);
    }

    #[test]
    fn what_is_over_the_limit_is_refused_and_what_is_at_it_is_read() {
        assert!(read_limited(&b"12345"[..], 4).is_err());
        assert_eq!(read_limited(&b"1234"[..], 4).ok(), Some(b"1234".to_vec()));
    }
}

//! From the paths of the command line to letters.

mod archive;
mod kind;
mod read;

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::WalkBuilder;
use ignore::overrides::OverrideBuilder;

use imr_lint::finding::LetterProblem;

use self::archive::Archive;
use self::kind::{Kind, Skipped};
pub(crate) use self::read::Bytes;
use super::Failure;
use super::args::PathArguments;

/// One thing to read.
#[derive(Debug)]
pub(crate) enum Input {
    /// Standard input, under this name.
    Stdin(String),
    /// A file.
    File(PathBuf),
    /// A file of an archive, by its number there, under this name.
    Archived(Arc<Archive>, usize, String),
    /// Something that cannot be read, with the reason.
    Unreadable(String, LetterProblem),
}

/// The letters of a command, and what lay beside them.
#[derive(Debug)]
pub(crate) struct Letters {
    /// In the order of the paths that were given; those of a folder in the order of their names.
    pub(crate) inputs: Vec<Input>,
    /// The files of folders and archives that are not read.
    pub(crate) skipped: Skipped,
}

/// The letters that the command line names.
pub(crate) fn letters(arguments: &PathArguments) -> Result<Letters, Failure> {
    let mut finder = Finder::new(!arguments.no_ignore);
    for path in &arguments.paths {
        if path.as_os_str() == "-" {
            let name = arguments.stdin_name().to_owned();
            finder.found.inputs.push(Input::Stdin(name));
        } else {
            finder.add(path);
        }
    }
    if let Some(list) = &arguments.files_from {
        for path in paths_of_list(list)? {
            // A path as it stands, also when it looks like a glob.
            finder.add_existing(&path);
        }
    }
    if finder.found.inputs.is_empty() {
        let message = "the list of files is empty";
        return Err(Failure::new(message, "write one path a line"));
    }
    Ok(finder.found)
}

/// The letters of files, folders, globs and archives.
pub(crate) fn letters_of(paths: &[PathBuf]) -> Letters {
    let mut finder = Finder::new(true);
    for path in paths {
        finder.add(path);
    }
    finder.found
}

/// The paths that a file lists, or standard input for `-`: one a line, or parted by zero bytes as `find -print0` does.
fn paths_of_list(list: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut text = Vec::new();
    let read = if list.as_os_str() == "-" {
        io::stdin().lock().read_to_end(&mut text).map(|_| text)
    } else {
        fs::read(list)
    };
    let text = read.map_err(|error| {
        Failure::new(
            format!("--files-from {}: cannot be read: {error}", list.display()),
            "name a file that holds one path a line, or - for standard input",
        )
    })?;
    let separator = if text.contains(&0) { 0 } else { b'\n' };
    let lines = text.split(|byte| *byte == separator);
    let lines = lines.map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    Ok(lines.filter(|line| !line.is_empty()).map(path_of).collect())
}

/// A path as the system wrote it, which need not be UTF-8.
#[cfg(unix)]
fn path_of(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(std::ffi::OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn path_of(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

/// Looks for letters.
struct Finder {
    /// Whether files that a `.gitignore` names are left out.
    ignoring: bool,
    found: Letters,
}

impl Finder {
    fn new(ignoring: bool) -> Self {
        let found = Letters {
            inputs: Vec::new(),
            skipped: Skipped::default(),
        };
        Self { ignoring, found }
    }

    /// Adds the letters that a path or a glob stands for.
    fn add(&mut self, path: &Path) {
        match (path.exists(), glob_base(path)) {
            (false, Some((base, pattern))) => self.add_globbed(&base, &pattern, path),
            _ => self.add_existing(path),
        }
    }

    /// Adds the letters of a folder or an archive, or the letter that a path names.
    fn add_existing(&mut self, path: &Path) {
        if path.is_dir() {
            self.add_walked(WalkBuilder::new(path), path);
        } else if archive::is_archive(path) {
            archive::add(path, &mut self.found);
        } else {
            self.found.inputs.push(Input::File(path.to_owned()));
        }
    }

    fn add_globbed(&mut self, base: &Path, pattern: &str, given: &Path) {
        if !base.is_dir() {
            let message = format!("there is no folder {}", base.display());
            let help = "check the folder before the first wild card";
            return self.found.refuse(given, &message, help);
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
                self.add_walked(walk, given);
            }
            Err(error) => {
                let message = format!("is no valid glob: {error}");
                let help = "quote the pattern, or name the files";
                self.found.refuse(given, &message, help);
            }
        }
    }

    fn add_walked(&mut self, mut walk: WalkBuilder, given: &Path) {
        walk.standard_filters(false)
            .hidden(true)
            .git_ignore(self.ignoring)
            .parents(self.ignoring)
            .require_git(false)
            .add_custom_ignore_filename(".imrlintignore")
            .sort_by_file_path(Path::cmp);
        let before = self.found.inputs.len();
        for entry in walk.build() {
            self.add_entry(entry);
        }
        if self.found.inputs.len() == before {
            let help = "letters are read from files ending in .txt, .pdf or .docx, and from archives ending in .zip; \
                        name other files one by one";
            self.found.refuse(given, "holds no letters", help);
        }
    }

    fn add_entry(&mut self, entry: Result<ignore::DirEntry, ignore::Error>) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let problem = LetterProblem::new(format!("cannot be walked: {error}"));
                let input = Input::Unreadable("folder".to_owned(), problem);
                return self.found.inputs.push(input);
            }
        };
        if entry.file_type().is_none_or(|kind| kind.is_dir()) {
            return;
        }
        let path = entry.into_path();
        if archive::is_archive(&path) {
            return archive::add(&path, &mut self.found);
        }
        match Kind::of(&path) {
            Kind::Letter if is_pipe(&path) => {
                // Opening it would wait for somebody to write.
                let help = "it is read when it is named itself";
                self.found
                    .refuse(&path, "is a pipe or a device, not a file", help);
            }
            Kind::Letter => self.found.inputs.push(Input::File(path)),
            Kind::Other => self.found.skipped.count(&path),
        }
    }
}

impl Letters {
    /// Adds something that is no letter, with the reason.
    fn refuse(&mut self, path: &Path, message: &str, help: &str) {
        let problem = LetterProblem::new(message).with_help(help);
        let name = path.display().to_string();
        self.inputs.push(Input::Unreadable(name, problem));
    }
}

/// Whether a path leads to something that is neither file nor folder. What leads nowhere is told when it is read.
fn is_pipe(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir())
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

impl Input {
    /// The file, when it is one.
    fn file(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Stdin(_) | Self::Archived(..) | Self::Unreadable(..) => None,
        }
    }
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
}

//! Finds the settings file of a run.

use std::env;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use imr_lint::config::FILE_NAME;
use imr_lint::rules::problem::RuleFile;

use super::Given;
use crate::cli::{Failure, pack, walk};

/// The settings file: the one that the command line names, or else the first `imr-lint.yaml` in the folder
/// of the first letter and the folders above it. All letters of a run are held to the same settings.
pub(super) fn settings_file(given: &Given<'_>) -> Result<Option<Arc<RuleFile>>, Failure> {
    let options = &given.pack.config;
    let path = match &options.config {
        Some(path) => Some(path.clone()),
        None if options.no_config => None,
        None => upward(given.first),
    };
    let file = path.map(|path| pack::read_file(&path, "name a settings file with --config"));
    Ok(file.transpose()?.map(Arc::new))
}

/// The nearest settings file above a path, as short as it can be written from the current folder.
fn upward(first: Option<&Path>) -> Option<PathBuf> {
    let current = env::current_dir().ok()?;
    let start = match first {
        None => current.clone(),
        Some(path) if path == Path::new("-") => current.clone(),
        Some(path) => current.join(walk::folder_of(path)),
    };
    // `letters/..` lies in the folder above, not in `letters`.
    let start = start.canonicalize().unwrap_or(start);
    let found = start
        .ancestors()
        .map(|folder| folder.join(FILE_NAME))
        .find(|file| file.is_file())?;
    let current = current.canonicalize().unwrap_or(current);
    let short = found.strip_prefix(&current).map(Path::to_owned);
    Some(short.unwrap_or(found))
}

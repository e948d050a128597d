//! Copies of the rule pack to make mistakes in.

use tempfile::TempDir;

use crate::runner::project;
use crate::samples::copy_into;

/// A folder with a copy of the shipped pack in `rules`, and in there also the files of `tests/cli/packs/NAME`.
pub(crate) fn pack_with(name: &str) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder can be made");
    let rules = folder.path().join("rules");
    copy_into(&project().join("rules"), &rules);
    copy_into(&project().join("tests/cli/packs").join(name), &rules);
    folder
}

//! Which files of a folder are letters.

use std::collections::BTreeMap;
use std::path::Path;

use crate::cli::output::Terminal;
use imr_lint::report::summary::counted;

/// What a file is to somebody who looks for letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A letter by its ending; or a document in a format that is refused, which is said of it: a folder that holds some
    /// was not checked whole.
    Letter,
    /// Read only when it is named. Folders of letters hold pages and notes that are none.
    Other,
}

/// The endings of letters and of documents that are refused.
const LETTERS: [&str; 6] = ["txt", "pdf", "docx", "doc", "rtf", "odt"];

impl Kind {
    pub(super) fn of(path: &Path) -> Self {
        let ending = path.extension().unwrap_or_default();
        if LETTERS
            .iter()
            .any(|letter| ending.eq_ignore_ascii_case(letter))
        {
            Self::Letter
        } else {
            Self::Other
        }
    }
}

/// The files that lie beside letters and were not read, by their endings.
#[derive(Debug, Default)]
pub(crate) struct Skipped(BTreeMap<String, usize>);

impl Skipped {
    pub(super) fn count(&mut self, path: &Path) {
        let ending = path
            .extension()
            .map(|ending| ending.to_string_lossy().to_lowercase());
        *self.0.entry(ending.unwrap_or_default()).or_default() += 1;
    }

    /// Says on standard error what was not read.
    pub(crate) fn tell(&self, terminal: &Terminal) {
        let files: usize = self.0.values().sum();
        if files == 0 {
            return;
        }
        let kinds = self.0.iter().map(|(ending, count)| match ending.as_str() {
            "" => format!("{count} without ending"),
            ending => format!("{count} .{ending}"),
        });
        let kinds: Vec<String> = kinds.collect();
        terminal.complain(&format!(
            "note: {} beside the letters not read ({}); name them if they are letters",
            counted(files, "file"),
            kinds.join(", ")
        ));
    }
}

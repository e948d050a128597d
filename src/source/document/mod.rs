//! Documents that a letter comes in: one file for each kind, each of which gives a text and says what its lines are to
//! a person who looks at the document.

#[cfg(feature = "pdf")]
mod pdf;

use super::decode::Unreadable;
use super::format::FileFormat;

/// What the lines of a text are to a person who looks at the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Setting {
    /// The lines of a text file.
    Lines,
    /// The lines printed on the pages of a PDF; pages are parted by form feeds.
    Pages,
    /// Paragraphs, of a Word file say, each on one line however long it is. Empty paragraphs are empty lines.
    Paragraphs,
}

/// The text of a document.
#[derive(Clone, Debug)]
pub(super) struct Extract {
    pub(super) text: String,
    pub(super) setting: Setting,
}

/// Takes the text out of a document. `None`: the bytes are those of no document that is known here, and so perhaps text.
pub(super) fn extract(_name: &str, bytes: &[u8]) -> Option<Result<Extract, Unreadable>> {
    match FileFormat::of(bytes) {
        #[cfg(feature = "pdf")]
        Some(FileFormat::Pdf) => Some(pdf::extract(bytes)),
        Some(_) | None => None,
    }
}

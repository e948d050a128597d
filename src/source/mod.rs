//! From the bytes of a letter to its text: the text as it was read, the lines and pages of it, and
//! the unwrapped [`Canonical`] text that the letter grammar and the readers work on.
//!
//! Nothing here knows what a letter means, and nothing here opens a file: the caller reads the bytes.
//!
//! ```
//! use imr_lint::source::SourceText;
//! use imr_lint::span::ByteSpan;
//!
//! # fn main() -> Result<(), imr_lint::source::Unreadable> {
//! let letter = SourceText::from_bytes(b"Decision rationale: The cited  Non-\r\nMTUS text\r\nis old.\r\n")?;
//! let canonical = letter.canonical().lines();
//! assert_eq!(canonical, "Decision rationale: The cited Non-MTUS text\nis old.");
//!
//! let word = canonical.find("Non-MTUS").map(|at| ByteSpan::new(at, at + "Non-MTUS".len()));
//! let place = letter.locate(word.unwrap_or_default());
//! assert_eq!(&letter.text()[place.start..place.end], "Non-\r\nMTUS");
//! # Ok(())
//! # }
//! ```

mod canonical;
mod characters;
mod decode;
mod document;
mod format;
mod layout;
mod offsets;
mod position;
mod printed;

#[cfg(test)]
mod tests;

pub use canonical::Canonical;
pub use decode::{Encoding, NotText, Unreadable};
pub use document::Setting;
pub use format::FileFormat;
pub use position::Position;

use crate::span::{ByteSpan, SourceSpan};
use document::Extract;
use position::LineIndex;

/// The text of one letter.
///
/// Holds the text exactly as it was read (line ends, form feeds and all; only a byte order mark is
/// gone), an index of its lines and pages, and its [`Canonical`] text. All three are made once, when
/// the text is built.
#[derive(Clone, Debug)]
pub struct SourceText {
    text: String,
    encoding: Encoding,
    setting: Setting,
    index: LineIndex,
    canonical: Canonical,
}

impl SourceText {
    /// Takes the text out of the bytes of a file. What kind of file it is, the bytes tell: PDF, Word (DOCX), HTML, or
    /// else text, in UTF-8, UTF-8 or UTF-16 with a byte order mark, or Windows-1252. Only Markdown is told by the
    /// ending of `name`, which may be a path or only a name.
    ///
    /// # Errors
    ///
    /// [`Unreadable`] when the bytes hold no text, are damaged, or are of a kind that is not read. The message says
    /// what was found and what to do about it.
    pub fn from_file(name: &str, bytes: &[u8]) -> Result<Self, Unreadable> {
        match document::extract(name, bytes) {
            Some(extract) => Ok(Self::of_extract(extract?)),
            None => Self::from_bytes(bytes),
        }
    }

    /// Decodes the bytes of a text file: UTF-8, UTF-8 or UTF-16 with a byte order mark, and
    /// otherwise Windows-1252.
    ///
    /// # Errors
    ///
    /// [`Unreadable`] when the bytes hold no text or are no text. The message says what was found
    /// and what to do about it.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Unreadable> {
        let (text, encoding) = decode::decode(bytes)?;
        Ok(Self::new(text, encoding, Setting::Lines))
    }

    /// Takes text that is already decoded. Text that holds nothing is accepted: its canonical text
    /// is empty too.
    #[must_use]
    pub fn from_text(text: String) -> Self {
        Self::new(text, Encoding::Utf8, Setting::Lines)
    }

    /// A text with the pages of a PDF, parted by form feeds.
    #[cfg(test)]
    pub(crate) fn of_pages(text: &str) -> Self {
        Self::new(text.to_owned(), Encoding::Utf8, Setting::Pages)
    }

    fn of_extract(extract: Extract) -> Self {
        Self::new(extract.text, Encoding::Utf8, extract.setting)
    }

    fn new(text: String, encoding: Encoding, setting: Setting) -> Self {
        let index = LineIndex::of(&text);
        let canonical = Canonical::of(&text, setting);
        Self {
            text,
            encoding,
            setting,
            index,
            canonical,
        }
    }

    /// The text as it was read. [`SourceSpan`]s are byte offsets into it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The encoding that the bytes were read in.
    #[must_use]
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// What the lines of the text are to a person who looks at the document.
    #[must_use]
    pub fn setting(&self) -> Setting {
        self.setting
    }

    /// Where a byte offset into [`SourceText::text`] stands. An offset inside a character stands
    /// where the character begins, one behind the end where the text ends.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        self.index.position(&self.text, offset)
    }

    /// Where a person who looks at the document finds a byte offset: "page 2, line 14" in a PDF, "paragraph 31" in a
    /// Word file, "page 2" in a text of several pages; `None` in a text of one page, whose lines are the lines of
    /// [`SourceText::position`].
    #[must_use]
    pub fn seen_place(&self, offset: usize) -> Option<String> {
        let Position {
            line,
            page,
            page_line,
            ..
        } = self.position(offset);
        let has_pages = self.index.page_count() > 1;
        match self.setting {
            Setting::Pages => Some(format!("page {page}, line {page_line}")),
            Setting::Paragraphs if has_pages => Some(format!("page {page}, paragraph {line}")),
            Setting::Paragraphs => Some(format!("paragraph {line}")),
            Setting::Lines | Setting::Markdown => has_pages.then(|| format!("page {page}")),
        }
    }

    /// The number of lines: one more than there are line ends, so that [`SourceText::position`] of
    /// the end of a text that closes with a line end lies on the last, empty line.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.index.line_count()
    }

    /// The text of a line (1-based) without its line end. A line that does not exist is the empty
    /// span at the end of the text.
    #[must_use]
    pub fn line_span(&self, line: usize) -> SourceSpan {
        self.index.line_span(&self.text, line)
    }

    /// The unwrapped text, which [`ByteSpan`]s are offsets into.
    #[must_use]
    pub fn canonical(&self) -> &Canonical {
        &self.canonical
    }

    /// The place in [`SourceText::text`] of a span of the canonical text: from the first byte that
    /// the span covers to the last. White space and line wraps *inside* are part of it, those
    /// around it are not. The result always lies on character borders inside the text; a span that
    /// reaches beyond the canonical text is cut off at its end.
    #[must_use]
    pub fn locate(&self, span: ByteSpan) -> SourceSpan {
        self.canonical.locate(span, &self.text)
    }
}

//! Documents that a letter comes in: one file for each kind, each of which gives a text and says what its lines are to
//! a person who looks at the document.

#[cfg(feature = "docx")]
mod docx;
#[cfg(any(feature = "docx", feature = "markup"))]
mod flow;
#[cfg(feature = "markup")]
mod html;
mod kind;
#[cfg(feature = "markup")]
mod markdown;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(any(feature = "docx", feature = "markup"))]
mod table;

use super::characters::is_void;
use super::decode::{NotText, Unreadable};
use super::format::FileFormat;

/// What the lines of a text are to a person who looks at the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Setting {
    /// The lines of a text file.
    Lines,
    /// The lines printed on the pages of a PDF; pages are parted by form feeds.
    Pages,
    /// Paragraphs, of a Word file say, each on one line however long it is. Empty paragraphs are empty lines. A line that
    /// ends in a space was broken by hand; the paragraph goes on in the next.
    Paragraphs,
    /// The lines of a Markdown file, without its marks. A line that ends in a space goes on in the next.
    Markdown,
}

/// The text of a document.
#[derive(Clone, Debug)]
pub(super) struct Extract {
    pub(super) text: String,
    pub(super) setting: Setting,
}

/// Takes the text out of a document. `None`: the bytes are those of no document that is known here, and so perhaps text.
pub(super) fn extract(name: &str, bytes: &[u8]) -> Option<Result<Extract, Unreadable>> {
    if kind::is_locked_office_file(bytes) {
        return Some(Err(locked()));
    }
    let format = kind::of(name, bytes)?;
    Some(read(format, bytes).and_then(|extract| with_text(extract, format)))
}

#[cfg_attr(
    not(any(feature = "docx", feature = "markup")),
    allow(unused_variables)
)]
fn read(format: FileFormat, bytes: &[u8]) -> Result<Extract, Unreadable> {
    match format {
        #[cfg(feature = "docx")]
        FileFormat::Docx => docx::extract(bytes),
        #[cfg(feature = "markup")]
        FileFormat::Html => html::extract(bytes),
        #[cfg(feature = "markup")]
        FileFormat::Markdown => markdown::extract(bytes),
        #[cfg(feature = "pdf")]
        FileFormat::Pdf => pdf::extract(bytes),
        _ => Err(NotText::Format { format }.into()),
    }
}

/// Refuses a document in which nothing is written.
fn with_text(extract: Extract, format: FileFormat) -> Result<Extract, Unreadable> {
    if extract.text.chars().all(is_void) {
        return Err(Unreadable::Document {
            format,
            what: "there is no text in it".to_owned(),
            advice: "if its pages are pictures, run text recognition (OCR) on them first"
                .to_owned(),
        });
    }
    Ok(extract)
}

fn locked() -> Unreadable {
    Unreadable::Document {
        format: FileFormat::Docx,
        what: "it is locked with a password".to_owned(),
        advice: "open it in Word, take the password away (File, Info, Protect Document) and save it again".to_owned(),
    }
}

/// A document with more text than any letter has.
#[cfg(any(feature = "docx", feature = "markup"))]
fn too_long(format: FileFormat) -> Unreadable {
    Unreadable::Document {
        format,
        what: format!(
            "it holds more than {} MiB of text",
            flow::MOST_TEXT / (1024 * 1024)
        ),
        advice: "a letter has a few pages; if this holds several, save each as a file of its own"
            .to_owned(),
    }
}

//! Opening a PDF, and refusing what is damaged, locked, or would take more time and memory than a letter may.
//!
//! The library that reads PDFs unpacks whatever a page asks for, as often as it asks. A document can be written so that
//! a few kilobytes unpack to gigabytes, or that a page draws a drawing of drawings of drawings; so everything is
//! measured first.

mod content;
mod fonts;
mod structure;

pub(super) use content::vouch_for_page;

use hayro_syntax::object::{Dict, Object};
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::refusal;
use super::unpack::{Size, measure};
use crate::source::decode::Unreadable;

/// Bytes of a file. A letter of ten pages has a tenth of a megabyte; scanned exhibits are what makes files large.
const LARGEST_FILE: usize = 64 << 20;

/// The longest letter known has ten pages.
const MOST_PAGES: usize = 500;

/// Glyphs of a whole document: a full page of small type has 6,000.
pub(super) const MOST_GLYPHS: usize = 1_000_000;

/// Bytes that the streams of a document come to when unpacked, pictures left out, as they are never unpacked.
const LARGEST_UNPACKED: usize = 128 << 20;

/// Opens the document and looks at its pages from outside.
///
/// # Errors
///
/// When it is locked, damaged beyond repair, or larger than a letter can be.
pub(super) fn open(bytes: &[u8]) -> Result<Pdf, Unreadable> {
    if bytes.len() > LARGEST_FILE {
        return Err(too_large(format!("it has {} bytes", bytes.len())));
    }
    structure::vouch_for(bytes)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| not_opened(&error))?;
    match pdf.pages().len() {
        0 => return Err(damaged("it has no pages")),
        pages if pages > MOST_PAGES => return Err(too_large(format!("it has {pages} pages"))),
        pages => refuse_missing_pages(&pdf, pages)?,
    }
    vouch_for_streams(&pdf)?;
    Ok(pdf)
}

fn not_opened(error: &LoadPdfError) -> Unreadable {
    match error {
        LoadPdfError::Invalid => damaged("its pages cannot be found"),
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => refusal(
            "it is locked with a password".to_owned(),
            "open it with the password and save a copy without one",
        ),
        LoadPdfError::Decryption(_) => refusal(
            "it is encrypted in a way that is not known here".to_owned(),
            "open it in a PDF viewer and print it to PDF again",
        ),
    }
}

/// The library leaves out what it cannot find; a letter without one of its pages is not that letter.
fn refuse_missing_pages(pdf: &Pdf, found: usize) -> Result<(), Unreadable> {
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
    let tree = catalog.and_then(|catalog| catalog.get::<Dict<'_>>("Pages"));
    match tree.and_then(|tree| tree.get::<usize>("Count")) {
        Some(all) if all > found => Err(damaged(&format!(
            "only {found} of its {all} pages can be found"
        ))),
        Some(_) => Ok(()),
        None => Err(damaged("it does not say which pages it has")),
    }
}

/// The refusal of a page in a font that is damaged.
pub(super) fn unreadable_font(page: usize) -> Unreadable {
    damaged(&format!("a font of page {page} cannot be read"))
}

/// Measures every stream that a page might ask for.
fn vouch_for_streams(pdf: &Pdf) -> Result<(), Unreadable> {
    let mut total = 0_usize;
    for object in pdf.objects() {
        let Object::Stream(stream) = object else {
            continue;
        };
        if content::is_picture(&stream) {
            continue;
        }
        let size = match measure(&stream, LARGEST_UNPACKED) {
            Size::Whole(size) => size,
            // Whether it matters, the pages tell that ask for it.
            Size::Damaged => 0,
            Size::Beyond => LARGEST_UNPACKED,
        };
        total = total.saturating_add(size);
        if total >= LARGEST_UNPACKED {
            return Err(too_large(
                "what is packed in it unpacks to more than 128 MB".to_owned(),
            ));
        }
    }
    Ok(())
}

/// The refusal of a document that shows more on a page than a letter can.
pub(super) fn too_much_text(page: usize) -> Unreadable {
    too_large(format!(
        "page {page} shows far more than a page of a letter"
    ))
}

fn too_large(what: String) -> Unreadable {
    refusal(
        what,
        "that is no letter; if one is part of it, save its pages as a PDF of their own",
    )
}

fn damaged(what: &str) -> Unreadable {
    refusal(
        format!("it is damaged: {what}"),
        "get it again from where it came from, or open it in a PDF viewer and print it to PDF again",
    )
}

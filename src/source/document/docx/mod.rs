//! Word files (DOCX): the text as Word shows it when all changes are accepted.

mod body;
mod field;
mod package;
mod run;
mod style;
mod symbol;
mod xml;

#[cfg(test)]
mod tests;

use std::fmt;

use super::{Extract, Setting, too_long};
use crate::source::decode::Unreadable;
use crate::source::format::FileFormat;
use body::{Beside, Body, Notes};
use package::Package;

/// Takes the text out of a Word file: one paragraph to the line, with a form feed where a page begins.
pub(super) fn extract(bytes: &[u8]) -> Result<Extract, Unreadable> {
    let mut package = Package::open(bytes)?;
    let main = package.main_part()?;
    let document = package.read(&main)?;
    let styles = package.related(&main, "styles")?;
    let beside = Beside {
        hidden_styles: styles.map_or(Ok(Default::default()), |styles| style::hidden(&styles))?,
        footnotes: notes(&mut package, &main, &document, "footnote")?,
        endnotes: notes(&mut package, &main, &document, "endnote")?,
    };
    let flow = Body::read(&document, &beside)?.into_text()?;
    if flow.is_too_large() {
        return Err(too_long(FileFormat::Docx));
    }
    Ok(Extract {
        text: flow.finish(),
        setting: Setting::Paragraphs,
    })
}

/// The notes of a kind, which are in a part of their own. Most letters have that part, and no note.
fn notes(
    package: &mut Package<'_>,
    main: &str,
    document: &str,
    kind: &str,
) -> Result<Notes, Unreadable> {
    if !document.contains(&format!("{kind}Reference")) {
        return Ok(Notes::new());
    }
    let part = package
        .related(main, &format!("{kind}s"))?
        .unwrap_or_default();
    Ok(Body::read(&part, &Beside::default())?.into_notes())
}

/// A file that is damaged.
fn damaged(what: impl fmt::Display) -> Unreadable {
    refused(
        format!("it is damaged: {what}"),
        "get the file anew, or open it in Word, let it be repaired, and save it",
    )
}

/// A file that is not read for another reason.
fn refused(what: impl Into<String>, advice: &str) -> Unreadable {
    Unreadable::Document {
        format: FileFormat::Docx,
        what: what.into(),
        advice: advice.to_owned(),
    }
}

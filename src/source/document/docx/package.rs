//! The parts of a Word file, which is a ZIP archive of XML files that say how they are related.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::xml::{Event, Reader};
use super::{damaged, refused};
use crate::source::decode::{Unreadable, decode_marked};

/// The most that a part may be unpacked to.
const MOST_UNPACKED: u64 = 64 * 1024 * 1024;

/// The most parts that a file may have.
const MOST_PARTS: usize = 10_000;

/// A Word file.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
}

impl<'b> Package<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, Unreadable> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        if archive.len() > MOST_PARTS {
            return Err(refused(
                format!(
                    "it has {} parts, more than the {MOST_PARTS} that are read",
                    archive.len()
                ),
                "open it in Word and save it as a new document",
            ));
        }
        Ok(Self { archive })
    }

    /// The name of the part that holds the text.
    pub(super) fn main_part(&mut self) -> Result<String, Unreadable> {
        let named = self.target("", "officeDocument")?;
        Ok(named.unwrap_or_else(|| "word/document.xml".to_owned()))
    }

    /// The text of the part that `part` names as its `kind`; `None` where it names none, or one that is not there.
    pub(super) fn related(&mut self, part: &str, kind: &str) -> Result<Option<String>, Unreadable> {
        match self.target(part, kind)? {
            Some(target) => self.read_if_there(&target),
            None => Ok(None),
        }
    }

    /// The text of a part.
    pub(super) fn read(&mut self, part: &str) -> Result<String, Unreadable> {
        let text = self.read_if_there(part)?;
        text.ok_or_else(|| damaged(format!("it has no part {part}")))
    }

    fn read_if_there(&mut self, part: &str) -> Result<Option<String>, Unreadable> {
        let bytes = match self.archive.by_name(part) {
            Ok(entry) => {
                let mut bytes = Vec::new();
                let unpacked = entry.take(MOST_UNPACKED + 1).read_to_end(&mut bytes);
                unpacked.map_err(|error| damaged(format!("{part} cannot be unpacked: {error}")))?;
                bytes
            }
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(damaged(format!("{part} cannot be unpacked: {error}"))),
        };
        if bytes.len() as u64 > MOST_UNPACKED {
            return Err(refused(
                format!(
                    "{part} unpacks to more than {} MiB",
                    MOST_UNPACKED / (1024 * 1024)
                ),
                "a letter has a few pages; if this is one, open it in Word and save it as a new document",
            ));
        }
        decoded(bytes)
            .map(Some)
            .ok_or_else(|| damaged(format!("{part} is no text")))
    }

    /// The name of the part that `part`, or for "" the package, names as its `kind`.
    fn target(&mut self, part: &str, kind: &str) -> Result<Option<String>, Unreadable> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let relations = inside(folder, &format!("_rels/{file}.rels"));
        let Some(relations) = self.read_if_there(&relations)? else {
            return Ok(None);
        };
        let mut reader = Reader::new(&relations);
        while let Some(event) = reader.next()? {
            if let Event::Start(element) = event
                && element.name() == "Relationship"
                && element
                    .attribute("Type")
                    .is_some_and(|named| named.rsplit('/').next() == Some(kind))
            {
                let target = element.attribute("Target");
                return Ok(target.map(|target| inside(folder, &target)));
            }
        }
        Ok(None)
    }
}

/// The name of a part from how a part in `folder` writes it.
fn inside(folder: &str, target: &str) -> String {
    match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None if folder.is_empty() => target.to_owned(),
        None => match target.strip_prefix("../") {
            Some(above) => inside(
                folder.rsplit_once('/').map_or("", |(above, _)| above),
                above,
            ),
            None => format!("{folder}/{target}"),
        },
    }
}

/// XML in UTF-8, or in UTF-16 behind its mark, which it must have.
fn decoded(bytes: Vec<u8>) -> Option<String> {
    match decode_marked(&bytes) {
        Some(text) => text.ok().map(|(text, _)| text.into_owned()),
        None => String::from_utf8(bytes).ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::inside;

    #[test]
    fn targets_are_found_from_the_folder_of_their_part() {
        assert_eq!(inside("", "word/document.xml"), "word/document.xml");
        assert_eq!(inside("", "/word/document.xml"), "word/document.xml");
        assert_eq!(inside("word", "styles.xml"), "word/styles.xml");
        assert_eq!(inside("word", "../styles.xml"), "styles.xml");
    }
}

//! File formats that are told by their first bytes.

use std::fmt;

use memchr::memmem;

/// Formats that letters come in, or are mistaken for, and that this version does not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileFormat {
    /// Portable Document Format.
    Pdf,
    /// Word since 2007.
    Docx,
    /// A ZIP archive other than a Word file.
    Zip,
    /// Rich Text Format.
    Rtf,
    /// Word before 2007, or another file of that container.
    Doc,
    /// A PNG, JPEG or TIFF image.
    Image,
}

impl FileFormat {
    /// Recognises a format by the bytes that a file of it begins with.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        const MAGIC: &[(&[u8], FileFormat)] = &[
            (b"%PDF-", FileFormat::Pdf),
            (b"PK\x03\x04", FileFormat::Zip),
            (b"PK\x05\x06", FileFormat::Zip),
            (b"{\\rtf", FileFormat::Rtf),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", FileFormat::Doc),
            (b"\x89PNG\r\n", FileFormat::Image),
            (b"\xFF\xD8\xFF", FileFormat::Image),
            (b"II*\0", FileFormat::Image),
            (b"MM\0*", FileFormat::Image),
        ];
        let begun = bytes.trim_ascii_start();
        let (_, format) = MAGIC.iter().find(|(magic, _)| begun.starts_with(magic))?;
        match format {
            Self::Zip if memmem::find(bytes, b"word/document.xml").is_some() => Some(Self::Docx),
            format => Some(*format),
        }
    }

    /// How to get plain text out of such a file.
    pub(super) fn advice(self) -> &'static str {
        match self {
            Self::Pdf => {
                "extract the text first, for example with `pdftotext -layout letter.pdf letter.txt`"
            }
            Self::Docx | Self::Doc | Self::Rtf => {
                "open it in a word processor and save it as plain text (UTF-8)"
            }
            Self::Zip => "unpack it first",
            Self::Image => "run text recognition (OCR) on it first",
        }
    }
}

impl fmt::Display for FileFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Pdf => "a PDF file",
            Self::Docx => "a Word file (DOCX)",
            Self::Zip => "a ZIP archive",
            Self::Rtf => "an RTF file",
            Self::Doc => "a Word file of the old kind (DOC)",
            Self::Image => "an image",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_by_their_first_bytes() {
        let cases: [(&[u8], FileFormat); 8] = [
            (b"%PDF-1.7\n", FileFormat::Pdf),
            (b"\r\n%PDF-1.4", FileFormat::Pdf),
            (b"PK\x03\x04....word/document.xml", FileFormat::Docx),
            (b"PK\x03\x04....", FileFormat::Zip),
            (b"{\\rtf1\\ansi letter}", FileFormat::Rtf),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", FileFormat::Doc),
            (b"\xFF\xD8\xFF\xE0", FileFormat::Image),
            (b"II*\0", FileFormat::Image),
        ];
        for (bytes, format) in cases {
            assert_eq!(FileFormat::of(bytes), Some(format), "{bytes:?}");
        }
    }

    #[test]
    fn letters_are_of_no_known_format() {
        for letter in ["", "PKU diet: Upheld", "Case Number:", "% of use"] {
            assert_eq!(FileFormat::of(letter.as_bytes()), None, "{letter}");
        }
    }
}

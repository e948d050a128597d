//! File formats, most of which are told by their first bytes.

use std::fmt;

use memchr::memmem;

/// Formats other than text that letters come in, or are mistaken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileFormat {
    /// Portable Document Format.
    Pdf,
    /// Word since 2007.
    Docx,
    /// OpenDocument text.
    Odt,
    /// A workbook of Excel since 2007.
    Xlsx,
    /// A presentation of PowerPoint since 2007.
    Pptx,
    /// Any other ZIP archive.
    Zip,
    /// A page of HTML, which its first bytes alone do not tell.
    Html,
    /// Markdown, which only its name tells.
    Markdown,
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
            Self::Zip => Some(Self::of_package(begun).unwrap_or(Self::Zip)),
            format => Some(*format),
        }
    }

    /// Recognises a document that is kept in a ZIP archive by the name of its first entry and of the entry that makes it what
    /// it is. The first must fit because an archive of letters holds such names too.
    fn of_package(bytes: &[u8]) -> Option<Self> {
        const FIRST: [&[u8]; 8] = [
            b"[Content_Types].xml",
            b"_rels/",
            b"word/",
            b"xl/",
            b"ppt/",
            b"docProps/",
            b"customXml/",
            b"mimetype",
        ];
        const MAIN: [(&[u8], FileFormat); 4] = [
            (b"word/document", FileFormat::Docx),
            (b"xl/workbook", FileFormat::Xlsx),
            (b"ppt/presentation", FileFormat::Pptx),
            (
                b"mimetypeapplication/vnd.oasis.opendocument.text",
                FileFormat::Odt,
            ),
        ];
        const NAME_AT: usize = 30;
        let name = bytes.get(NAME_AT..)?;
        FIRST.iter().find(|first| name.starts_with(first))?;
        let main = MAIN
            .iter()
            .find(|(main, _)| memmem::find(bytes, main).is_some());
        main.map(|(_, format)| *format)
    }

    /// What to do about a file of a kind that is not read.
    pub(super) fn advice(self) -> &'static str {
        match self {
            Self::Pdf => {
                "extract the text first, for example with `pdftotext -layout letter.pdf letter.txt`"
            }
            Self::Docx => "open it in a word processor and save it as plain text (UTF-8)",
            Self::Doc | Self::Rtf | Self::Odt => {
                "open it in a word processor and save it as a Word document (DOCX) or PDF"
            }
            Self::Xlsx | Self::Pptx => {
                "save the letter as a Word document (DOCX), PDF or plain text"
            }
            Self::Html => "open it in a browser and save it as plain text",
            Self::Markdown => "save it as plain text, with a name that ends in .txt",
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
            Self::Odt => "an OpenDocument text (ODT)",
            Self::Xlsx => "a workbook (XLSX)",
            Self::Pptx => "a presentation (PPTX)",
            Self::Html => "an HTML file",
            Self::Markdown => "a Markdown file",
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
        let cases: [(&[u8], FileFormat); 7] = [
            (b"%PDF-1.7\n", FileFormat::Pdf),
            (b"\r\n%PDF-1.4", FileFormat::Pdf),
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
    fn documents_in_archives_are_told_by_their_entries() {
        let archive = |first: &str, rest: &str| {
            let header = format!("PK\x03\x04{}", ".".repeat(26));
            FileFormat::of(format!("{header}{first}....{rest}").as_bytes())
        };
        for (first, rest, format) in [
            ("[Content_Types].xml", "word/document.xml", FileFormat::Docx),
            ("word/numbering.xml", "word/document2.xml", FileFormat::Docx),
            ("[Content_Types].xml", "xl/workbook.xml", FileFormat::Xlsx),
            ("_rels/.rels", "ppt/presentation.xml", FileFormat::Pptx),
            (
                "mimetypeapplication/vnd.oasis.opendocument.text",
                "content.xml",
                FileFormat::Odt,
            ),
            ("letters/a.docx", "word/document.xml", FileFormat::Zip),
            ("[Content_Types].xml", "", FileFormat::Zip),
        ] {
            assert_eq!(archive(first, rest), Some(format), "{first}");
        }
    }

    #[test]
    fn letters_are_of_no_known_format() {
        for letter in ["", "PKU diet: Upheld", "Case Number:", "% of use"] {
            assert_eq!(FileFormat::of(letter.as_bytes()), None, "{letter}");
        }
    }
}

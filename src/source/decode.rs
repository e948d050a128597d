//! From bytes to text, or to a reason why not.

use std::borrow::Cow;
use std::fmt;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};
use memchr::memchr;

use super::characters::is_void;
use super::format::FileFormat;

/// The encoding that a text was read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8, or plain ASCII.
    Utf8,
    /// UTF-8 behind a byte order mark.
    Utf8WithMark,
    /// UTF-16, low byte first, behind a byte order mark.
    Utf16Le,
    /// UTF-16, high byte first, behind a byte order mark.
    Utf16Be,
    /// Windows-1252, the encoding of Western European Windows: what is no UTF-8 is taken for it.
    Windows1252,
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Utf8 => "UTF-8",
            Self::Utf8WithMark => "UTF-8 with a byte order mark",
            Self::Utf16Le => "UTF-16 (little endian)",
            Self::Utf16Be => "UTF-16 (big endian)",
            Self::Windows1252 => "Windows-1252",
        })
    }
}

/// Why bytes could not be read as the text of a letter. The message names what was found and what
/// to do about it, and fits behind a path and a colon.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Nothing but white space, or nothing at all.
    #[error(
        "there is no text in it ({bytes} bytes, nothing but white space); if it was made from a \
         scan, run text recognition (OCR) on the scan first"
    )]
    Empty {
        /// The size of what was read.
        bytes: usize,
    },
    /// Something other than text.
    #[error("{0}")]
    Binary(#[from] NotText),
    /// A document of a kind that is read, but not this one: damaged, locked, or without text.
    #[error("this is {format}, but {what}; {advice}")]
    Document {
        /// Its kind.
        format: FileFormat,
        /// What is wrong with it, with the page where one is known; "it" is the document.
        what: String,
        /// What to do about it.
        advice: String,
    },
}

/// What bytes that are no text were recognised by.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotText {
    /// The first bytes are those of a known format.
    #[error("this is {format}, which is not read: {}", .format.advice())]
    Format {
        /// The format.
        format: FileFormat,
    },
    /// A byte that no text holds.
    #[error(
        "this is no text: byte {offset} is zero; if it is text in UTF-16 without a byte order mark, \
         save it as UTF-8"
    )]
    ZeroByte {
        /// Where the first one stands.
        offset: usize,
    },
    /// More than one byte in a hundred is a control character.
    #[error(
        "this is no text: {controls} of its {bytes} bytes are control characters; extract or \
         export the letter as plain text"
    )]
    ControlCharacters {
        /// How many there are, line ends, tabs and form feeds not counted.
        controls: usize,
        /// The size of what was read.
        bytes: usize,
    },
    /// A byte that stands for nothing in the only encoding left.
    #[error(
        "byte {offset} (0x{byte:02X}) is neither UTF-8 nor Windows-1252; save the letter as UTF-8"
    )]
    UndefinedByte {
        /// The byte.
        byte: u8,
        /// Where it stands.
        offset: usize,
    },
    /// A UTF-16 byte order mark before something that is no UTF-16.
    #[error(
        "it begins with the byte order mark of UTF-16 but is no valid UTF-16; save the letter as \
         UTF-8"
    )]
    BrokenUtf16,
}

/// Finds out the encoding of the bytes and decodes them.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, Encoding), Unreadable> {
    if let Some(format) = FileFormat::of(bytes) {
        return Err(NotText::Format { format }.into());
    }
    let (text, encoding) = decode_marked(bytes).unwrap_or_else(|| decode_unmarked(bytes))?;
    refuse_controls(text.as_bytes())?;
    if text.chars().all(is_void) {
        return Err(Unreadable::Empty { bytes: bytes.len() });
    }
    Ok((text.into_owned(), encoding))
}

pub(super) type Decoded<'b> = Result<(Cow<'b, str>, Encoding), NotText>;

/// Decodes what begins with a byte order mark; `None` for everything else.
pub(super) fn decode_marked(bytes: &[u8]) -> Option<Decoded<'_>> {
    let (encoding, length) = encoding_rs::Encoding::for_bom(bytes)?;
    let body = &bytes[length..];
    let utf16 = |encoding: &'static encoding_rs::Encoding, name| {
        encoding
            .decode_without_bom_handling_and_without_replacement(body)
            .map(|text| (text, name))
            .ok_or(NotText::BrokenUtf16)
    };
    Some(if encoding == UTF_16LE {
        utf16(UTF_16LE, Encoding::Utf16Le)
    } else if encoding == UTF_16BE {
        utf16(UTF_16BE, Encoding::Utf16Be)
    } else {
        std::str::from_utf8(body)
            .map(|text| (Cow::Borrowed(text), Encoding::Utf8WithMark))
            .or_else(|_| decode_unmarked(body))
    })
}

fn decode_unmarked(bytes: &[u8]) -> Decoded<'_> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((Cow::Borrowed(text), Encoding::Utf8));
    }
    // encoding_rs follows the web, where these five become control characters.
    let undefined = |byte: &u8| matches!(byte, 0x81 | 0x8D | 0x8F | 0x90 | 0x9D);
    if let Some(zero) = memchr(0, bytes) {
        return Err(NotText::ZeroByte { offset: zero });
    }
    if let Some(offset) = bytes.iter().position(undefined) {
        let byte = bytes[offset];
        return Err(NotText::UndefinedByte { byte, offset });
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    Ok((text, Encoding::Windows1252))
}

/// Refuses decoded text that holds a zero or too many control characters to be text.
fn refuse_controls(text: &[u8]) -> Result<(), NotText> {
    if let Some(offset) = memchr(0, text) {
        return Err(NotText::ZeroByte { offset });
    }
    let controls = count_controls(text);
    if controls * 100 > text.len() {
        return Err(NotText::ControlCharacters {
            controls,
            bytes: text.len(),
        });
    }
    Ok(())
}

/// Counts control characters other than white space. In blocks whose count fits a byte, as adding
/// bytes is the fastest.
fn count_controls(text: &[u8]) -> usize {
    let is_control = |byte: u8| (byte < b' ') & !matches!(byte, b'\t'..=b'\r') | (byte == 0x7F);
    let in_block = |block: &[u8]| {
        block
            .iter()
            .map(|&byte| u8::from(is_control(byte)))
            .sum::<u8>()
    };
    text.chunks(128)
        .map(|block| usize::from(in_block(block)))
        .sum()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn refusal(bytes: &[u8]) -> String {
        decode(bytes).unwrap_err().to_string()
    }

    #[track_caller]
    fn assert_decodes(bytes: &[u8], text: &str, encoding: Encoding) {
        assert_eq!(decode(bytes), Ok((text.to_owned(), encoding)));
    }

    #[test]
    fn encodings() {
        assert_decodes("5 °C".as_bytes(), "5 °C", Encoding::Utf8);
        assert_decodes(b"\xEF\xBB\xBFletter", "letter", Encoding::Utf8WithMark);
        assert_decodes(b"\xFF\xFEa\0\xB0\0", "a°", Encoding::Utf16Le);
        assert_decodes(b"\xFE\xFF\0a\0\xB0", "a°", Encoding::Utf16Be);
        assert_decodes(b"\x93six\x94 \x96 8", "“six” – 8", Encoding::Windows1252);
    }

    #[test]
    fn a_utf_8_mark_before_something_else_is_only_dropped() {
        assert_decodes(b"\xEF\xBB\xBF5 \xB0C", "5 °C", Encoding::Windows1252);
    }

    #[test]
    fn nothing_but_white_space() {
        for bytes in [
            &b""[..],
            b" \r\n\x0c\t",
            b"\xEF\xBB\xBF",
            b"\xC2\xA0\xE2\x80\x8B",
        ] {
            assert_eq!(decode(bytes), Err(Unreadable::Empty { bytes: bytes.len() }));
        }
    }

    #[test]
    fn a_known_format_is_named_with_what_to_do() {
        let message = refusal(b"%PDF-1.7\n\xE2\xE3");
        assert!(message.starts_with("this is a PDF file, which is not read:"));
        assert!(message.contains("pdftotext -layout"));
    }

    #[test]
    fn zero_bytes_are_no_text() {
        assert!(refusal(b"ab\0c").contains("byte 2 is zero"));
        assert!(refusal(b"a\0b\xB0").contains("byte 1 is zero"));
    }

    #[test]
    fn a_stray_control_character_is_let_through() {
        let letter = format!("{}\x1A", "word ".repeat(100));
        assert!(decode(letter.as_bytes()).is_ok());
        assert!(refusal(b"a\x01b\x02").contains("2 of its 4 bytes are control characters"));
    }

    #[test]
    fn bytes_that_stand_for_nothing() {
        assert!(refusal(b"caf\xE9 \x81").contains("byte 5 (0x81)"));
        assert!(refusal(b"\xFF\xFEa\0\x00\xD8").contains("no valid UTF-16"));
    }
}

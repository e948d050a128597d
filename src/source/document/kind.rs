//! Which kind of document a file is. Its bytes tell; only Markdown, and HTML that begins like a text, are told by their
//! name.

use memchr::memmem;

use crate::source::format::FileFormat;

/// The kind of a document; `None` for what may be text.
pub(super) fn of(name: &str, bytes: &[u8]) -> Option<FileFormat> {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let is_one_of = |endings: &[&str]| {
        endings
            .iter()
            .any(|ending| extension.eq_ignore_ascii_case(ending))
    };
    match FileFormat::of(bytes) {
        // Too damaged to be told from another archive.
        Some(FileFormat::Zip) if is_one_of(&["docx", "docm", "dotx"]) => {
            return Some(FileFormat::Docx);
        }
        Some(format) => return Some(format),
        None => {}
    }
    if is_one_of(&["md", "markdown"]) {
        Some(FileFormat::Markdown)
    } else if is_one_of(&["html", "htm", "xhtml"]) || begins_as_html(bytes) {
        Some(FileFormat::Html)
    } else {
        None
    }
}

/// Whether this is a Word file that a password is needed for: such a file is a container of the old kind with the
/// encrypted one inside.
pub(super) fn is_locked_office_file(bytes: &[u8]) -> bool {
    let stream: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    FileFormat::of(bytes) == Some(FileFormat::Doc) && memmem::find(bytes, &stream).is_some()
}

/// Tags that an HTML file may begin with, and no text does.
const FIRST_TAGS: [&str; 20] = [
    "html", "head", "body", "meta", "title", "style", "link", "div", "table", "p", "h1", "h2",
    "h3", "center", "font", "span", "section", "article", "main", "pre",
];

/// Whether the first thing in the bytes, comments aside, is a document type or a tag of HTML.
fn begins_as_html(bytes: &[u8]) -> bool {
    let mut rest = without_mark(bytes).trim_ascii_start();
    for _ in 0..16 {
        let end: &[u8] = if rest.starts_with(b"<!--") {
            b"-->"
        } else if rest.starts_with(b"<?xml") {
            b"?>"
        } else {
            break;
        };
        let Some(at) = memmem::find(rest, end) else {
            return false;
        };
        rest = rest[at + end.len()..].trim_ascii_start();
    }
    let Some(rest) = rest.strip_prefix(b"<") else {
        return false;
    };
    let begins_with = |tag: &str| {
        let (name, behind) = rest.split_at(tag.len().min(rest.len()));
        let ends = behind
            .first()
            .is_none_or(|&byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/'));
        ends && name.eq_ignore_ascii_case(tag.as_bytes())
    };
    begins_with("!doctype") && is_html_type(rest) || FIRST_TAGS.into_iter().any(begins_with)
}

fn is_html_type(doctype: &[u8]) -> bool {
    let name = doctype
        .get("!doctype".len()..)
        .unwrap_or_default()
        .trim_ascii_start();
    name.get(..4)
        .is_some_and(|name| name.eq_ignore_ascii_case(b"html"))
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_told_by_its_beginning() {
        for html in [
            "<!DOCTYPE html><p>",
            "\u{feff}<!doctype HTML PUBLIC \"-//W3C\">",
            "\n<html lang=en>",
            "<?xml version=\"1.0\"?>\n<!-- saved --><HTML>",
            "<p>Case Number",
            "<table\n>",
        ] {
            assert_eq!(
                of("a.txt", html.as_bytes()),
                Some(FileFormat::Html),
                "{html}"
            );
        }
    }

    #[test]
    fn text_with_an_angle_bracket_is_text() {
        for text in [
            "<redacted>",
            "<5 visits",
            "Case < Number <p>",
            "<p",
            "<!-- note",
            "<?xml version='1.0'?><letter/>",
            "<",
        ] {
            let expected = (text == "<p").then_some(FileFormat::Html);
            assert_eq!(of("letter.txt", text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn the_name_tells_what_the_bytes_do_not() {
        assert_eq!(of("a.HTM", b"Case Number"), Some(FileFormat::Html));
        assert_eq!(of("notes/a.md", b"Case Number"), Some(FileFormat::Markdown));
        assert_eq!(of("a.md", b"%PDF-1.4"), Some(FileFormat::Pdf));
        assert_eq!(of("a.docx", b"Case Number"), None);
        assert_eq!(of("a.docx", b"PK\x03\x04"), Some(FileFormat::Docx));
    }

    #[test]
    fn a_password_is_told() {
        let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        assert!(!is_locked_office_file(&bytes));
        bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        assert!(is_locked_office_file(&bytes));
    }
}

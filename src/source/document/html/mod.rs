//! HTML: the text as a browser shows it, one block to the line.

mod element;
mod page;
mod tree;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use memchr::memmem;

use super::{Extract, Setting, too_long};
use crate::source::decode::{Unreadable, decode};
use crate::source::format::FileFormat;

pub(super) use page::fragment;

/// Takes the text out of a page.
pub(super) fn extract(bytes: &[u8]) -> Result<Extract, Unreadable> {
    let source = decoded(bytes)?;
    let flow = page::read(&source);
    if flow.is_too_large() {
        return Err(too_long(FileFormat::Html));
    }
    Ok(Extract {
        text: flow.finish(),
        setting: Setting::Paragraphs,
    })
}

/// Decodes a page: by its byte order mark, else by the encoding that it names, else as any text. What names UTF-8 or the
/// encoding of Windows is often the other one, so of these two the bytes tell.
fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, Unreadable> {
    let has_mark = encoding_rs::Encoding::for_bom(bytes).is_some();
    let by_bytes = [
        encoding_rs::UTF_8,
        encoding_rs::WINDOWS_1252,
        encoding_rs::UTF_16LE,
        encoding_rs::UTF_16BE,
    ];
    match named_encoding(bytes) {
        Some(encoding) if !has_mark && !by_bytes.contains(&encoding) => {
            Ok(encoding.decode_without_bom_handling(bytes).0)
        }
        _ => decode(bytes).map(|(text, _)| Cow::Owned(text)),
    }
}

/// The encoding that a page names in its first kilobyte, where browsers look for it.
fn named_encoding(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    const LOOKED_AT: usize = 1024;
    let head = bytes.get(..LOOKED_AT).unwrap_or(bytes).to_ascii_lowercase();
    let behind = memmem::find(&head, b"charset=")? + b"charset=".len();
    let label = head.get(behind..)?;
    let label = label.trim_ascii_start();
    let label = label
        .strip_prefix(b"\"")
        .or(label.strip_prefix(b"'"))
        .unwrap_or(label);
    let end = label
        .iter()
        .position(|byte| !byte.is_ascii_alphanumeric() && !b"-_:.".contains(byte));
    encoding_rs::Encoding::for_label(label.get(..end.unwrap_or(label.len()))?)
}

//! The streams that hold the structure of a document. The library unpacks them while it opens the document, before
//! anything else can be asked about it, so they are looked for in the bytes of the file.

use memchr::memmem;

use super::{damaged, too_large};
use crate::source::decode::Unreadable;
use crate::source::document::pdf::unpack;

/// Bytes that all of them together may come to; a letter has a few thousand.
const LARGEST: usize = 8 << 20;

/// Bytes that they may have where they cannot be measured, as they are encrypted: unpacked, a thousand times as many.
const LARGEST_ENCRYPTED: usize = 256 << 10;

/// Bytes that one of them may have if it is not packed as usual.
const LARGEST_UNKNOWN: usize = 128 << 10;

/// Streams without an end. Each makes the library look through the rest of the file.
const MOST_UNENDED: usize = 100;

/// How far the dictionary of a stream is looked at.
const DICTIONARY: usize = 1024;

pub(super) fn vouch_for(bytes: &[u8]) -> Result<(), Unreadable> {
    let is_encrypted = memmem::find(bytes, b"/Encrypt").is_some();
    let ends = memmem::find_iter(bytes, b"endstream").count();
    let (mut starts, mut total) = (0, 0);
    for at in memmem::find_iter(bytes, b"stream") {
        let (before, data) = bytes.split_at(at);
        if before.ends_with(b"end") {
            continue;
        }
        starts += 1;
        if let Some(dictionary) = structure(before) {
            if has_empty_entries(dictionary) {
                return Err(damaged("its table of objects has entries of no length"));
            }
            total += size(
                data.get(b"stream".len()..).unwrap_or_default(),
                is_encrypted,
            );
        }
        if total > LARGEST {
            return Err(too_large(
                "its structure unpacks to more than 8 MB".to_owned(),
            ));
        }
    }
    if starts > ends + MOST_UNENDED {
        return Err(damaged("most of what is packed in it has no end"));
    }
    Ok(())
}

/// The dictionary in front of a stream that it calls part of the structure.
fn structure(before: &[u8]) -> Option<&[u8]> {
    let near = before
        .get(before.len().saturating_sub(DICTIONARY)..)
        .unwrap_or(before);
    let dictionary = memmem::rfind(near, b"obj").map_or(near, |start| &near[start..]);
    [&b"/ObjStm"[..], b"/XRef"]
        .iter()
        .any(|kind| memmem::find(dictionary, kind).is_some())
        .then_some(dictionary)
}

/// Whether the widths of the columns of a table of objects are all zero, so that there is no end to its entries.
fn has_empty_entries(dictionary: &[u8]) -> bool {
    let Some(at) =
        memmem::find(dictionary, b"/W").filter(|_| memmem::find(dictionary, b"/XRef").is_some())
    else {
        return false;
    };
    let widths = dictionary[at..]
        .split(|&byte| byte == b']')
        .next()
        .unwrap_or_default();
    !widths.iter().any(|byte| (b'1'..=b'9').contains(byte))
}

/// What the data comes to.
fn size(data: &[u8], is_encrypted: bool) -> usize {
    let data = data.trim_ascii_start();
    let end = memmem::find(data, b"endstream").unwrap_or(data.len());
    let packed = data.get(..end).unwrap_or(data);
    if is_encrypted {
        return packed.len() * (LARGEST / LARGEST_ENCRYPTED);
    }
    match unpack::inflate(packed, LARGEST) {
        unpack::Size::Whole(size) => size,
        // Not packed, packed in another way, or damaged: there is no telling.
        unpack::Size::Damaged if packed.len() <= LARGEST_UNKNOWN => packed.len(),
        unpack::Size::Damaged | unpack::Size::Beyond => LARGEST + 1,
    }
}

//! What stands in quotation marks.

use memchr::memchr_iter;

use crate::span::ByteSpan;

/// A quotation that is longer, in bytes, was never closed.
const LONGEST_QUOTE: usize = 2000;

/// The quotations of `text`, without overlap, in order. Inch marks and quotes that are never closed are none.
pub(in crate::reading) fn find(text: &str) -> Vec<ByteSpan> {
    let bytes = text.as_bytes();
    let mut marks: Vec<(usize, usize)> = memchr_iter(b'"', bytes).map(|at| (at, at + 1)).collect();
    // The curly quotes U+201C and U+201D.
    let curly = memchr_iter(0xE2, bytes)
        .filter(|at| matches!(&bytes[*at..], [_, 0x80, 0x9C | 0x9D, ..]))
        .map(|at| (at, at + 3));
    let straight = marks.len();
    marks.extend(curly);
    if straight > 0 && straight < marks.len() {
        marks.sort_unstable();
    }
    let mut quotes = Vec::new();
    let mut open: Option<usize> = None;
    for (start, end) in marks {
        let opens = bytes[..start]
            .last()
            .is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'(' | b'['))
            && bytes
                .get(end)
                .is_some_and(|byte| !byte.is_ascii_whitespace());
        if opens {
            open = Some(start);
        } else if let Some(from) = open.take()
            && end - from <= LONGEST_QUOTE
        {
            quotes.push(ByteSpan::new(from, end));
        }
    }
    quotes
}

/// Whether `span` stands in one of `quotes`.
pub(super) fn hold(quotes: &[ByteSpan], span: ByteSpan) -> bool {
    quotes.iter().any(|quote| quote.contains(span))
}

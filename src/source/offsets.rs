//! The way back from the canonical text to the text as it was read.

use crate::span::{ByteSpan, SourceSpan};

use super::characters::{border_before, border_behind};

/// Maps every byte of a canonical text to a byte of the source.
///
/// The canonical text is the source with pieces left out, so the map is a list of runs in which both
/// advance byte by byte. A ligature is such a run as well, one that ends early; the offsets that
/// then fall inside its character are moved to the character's borders.
#[derive(Clone, Debug, Default)]
pub(super) struct OffsetMap {
    runs: Vec<Run>,
}

/// From here on, until the next run, canonical and source offsets advance together.
#[derive(Clone, Copy, Debug)]
struct Run {
    canonical: usize,
    source: usize,
}

impl OffsetMap {
    /// Starts a run: the canonical byte at `canonical` comes from the source byte at `source`.
    /// Neither may be smaller than in the run before.
    pub(super) fn start_run(&mut self, canonical: usize, source: usize) {
        match self.runs.last_mut() {
            // The run before covers nothing.
            Some(last) if last.canonical == canonical => last.source = source,
            _ => self.runs.push(Run { canonical, source }),
        }
    }

    /// The place in `source` of a span of a canonical text of `canonical_len` bytes.
    pub(super) fn locate(&self, span: ByteSpan, canonical_len: usize, source: &str) -> SourceSpan {
        let start = span.start.min(canonical_len);
        let end = span.end.min(canonical_len);
        if start < end {
            SourceSpan {
                start: self.start_of(start, source),
                end: self.end_of(end - 1, source),
            }
        } else {
            let at = self.point(start, canonical_len, source);
            SourceSpan { start: at, end: at }
        }
    }

    /// Where an empty span stands: before the byte that follows it, or at the end of the last byte.
    fn point(&self, at: usize, canonical_len: usize, source: &str) -> usize {
        if at < canonical_len {
            self.start_of(at, source)
        } else {
            at.checked_sub(1)
                .map_or(0, |last| self.end_of(last, source))
        }
    }

    fn start_of(&self, byte: usize, source: &str) -> usize {
        border_before(source, self.source_byte(byte))
    }

    fn end_of(&self, byte: usize, source: &str) -> usize {
        border_behind(source, self.source_byte(byte) + 1)
    }

    fn source_byte(&self, byte: usize) -> usize {
        let behind = self.runs.partition_point(|run| run.canonical <= byte);
        match behind.checked_sub(1).and_then(|at| self.runs.get(at)) {
            Some(run) => run.source + (byte - run.canonical),
            None => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "ab cﬁd" from the source " ab \n cﬁd".
    fn map() -> (OffsetMap, &'static str) {
        let mut map = OffsetMap::default();
        map.start_run(0, 1);
        map.start_run(3, 6);
        map.start_run(6, 10);
        (map, " ab \n c\u{FB01}d")
    }

    fn located(start: usize, end: usize) -> &'static str {
        let (map, source) = map();
        let span = map.locate(ByteSpan::new(start, end), 7, source);
        &source[span.start..span.end]
    }

    #[test]
    fn a_span_ends_with_its_last_byte() {
        assert_eq!(located(0, 2), "ab");
        assert_eq!(located(0, 3), "ab ");
        assert_eq!(located(0, 4), "ab \n c");
    }

    #[test]
    fn part_of_a_ligature_is_the_whole_ligature() {
        assert_eq!(located(4, 5), "\u{FB01}");
        assert_eq!(located(5, 6), "\u{FB01}");
        assert_eq!(located(5, 7), "\u{FB01}d");
    }

    #[test]
    fn what_lies_outside_is_cut_off() {
        assert_eq!(located(6, 99), "d");
        assert_eq!(located(99, 99), "");
    }

    #[test]
    fn an_empty_span_stands_before_the_next_byte() {
        let (map, source) = map();
        let at = |offset| map.locate(ByteSpan::new(offset, offset), 7, source).start;
        assert_eq!((at(0), at(3), at(7)), (1, 6, 11));
    }

    #[test]
    fn an_empty_map_points_at_the_start() {
        let span = OffsetMap::default().locate(ByteSpan::new(0, 5), 0, "  ");
        assert_eq!(span, SourceSpan { start: 0, end: 0 });
    }
}

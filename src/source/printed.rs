//! The printed lines of a letter and what stands between them.

use memchr::memchr3;

use super::characters::{SOFT_HYPHEN, is_void};

/// A line on which something is printed.
#[derive(Clone, Copy, Debug)]
pub(super) struct PrintedLine<'t> {
    /// What is printed: no white space and nothing invisible at either end, never empty.
    pub(super) text: &'t str,
    /// Where `text` starts in the source.
    pub(super) start: usize,
    /// What stands between this line and the printed line before; for the first line, whatever
    /// stands before it.
    pub(super) gap: Gap,
    /// The last word is divided at a soft hyphen, which is not part of `text`.
    pub(super) divided: bool,
    /// The line ends in white space. Letters as they were issued keep the space between a line's last
    /// word and the first word of the next.
    pub(super) spaced_end: bool,
    /// Nothing but a page border stands between this line and the printed line before: they are one line, which goes on
    /// on the next page.
    pub(super) same_line: bool,
}

/// What stands between two printed lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// A line end and nothing else.
    LineEnd,
    /// One empty line.
    EmptyLine,
    /// A page border, with one empty line at most.
    Page,
    /// Two or more empty lines.
    EmptyLines,
    /// At least one line that holds white space: in letters as they were issued, the mark of a
    /// paragraph.
    SpacedLine,
}

/// The printed lines of a text, in order.
pub(super) fn printed_lines(text: &str) -> Vec<PrintedLine<'_>> {
    let mut lines = Vec::with_capacity(text.len() / 64);
    let mut between = Between::default();
    for strip in Strips::of(text) {
        let printed = strip.text.trim_matches(is_void);
        if printed.is_empty() {
            between.add_unprinted(&strip);
        } else {
            lines.push(PrintedLine {
                text: printed,
                start: strip.start
                    + (strip.text.len() - strip.text.trim_start_matches(is_void).len()),
                gap: between.gap(),
                divided: strip.text.trim_end().ends_with(SOFT_HYPHEN),
                spaced_end: strip.text.ends_with(char::is_whitespace),
                same_line: !between.line_end,
            });
            between = Between::default();
        }
        between.page |= strip.ended_by == End::FormFeed;
        between.line_end |= strip.ended_by == End::Line;
    }
    lines
}

/// What was seen since the last printed line.
#[derive(Default)]
struct Between {
    empty_lines: usize,
    spaced_line: bool,
    page: bool,
    line_end: bool,
}

impl Between {
    fn add_unprinted(&mut self, strip: &Strip<'_>) {
        if !strip.text.is_empty() {
            // White space in front of a form feed is neither a line nor a mark.
            self.spaced_line |= strip.ended_by != End::FormFeed;
        } else if strip.begun_by == End::Line && strip.ended_by == End::Line {
            self.empty_lines += 1;
        }
    }

    fn gap(&self) -> Gap {
        match self.empty_lines {
            _ if self.spaced_line => Gap::SpacedLine,
            2.. => Gap::EmptyLines,
            _ if self.page => Gap::Page,
            1 => Gap::EmptyLine,
            _ => Gap::LineEnd,
        }
    }
}

/// A stretch of text between two line ends or form feeds.
struct Strip<'t> {
    text: &'t str,
    start: usize,
    begun_by: End,
    ended_by: End,
}

/// What ends a strip. The two ends of the text count as line ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Line,
    FormFeed,
}

/// Cuts a text into strips.
struct Strips<'t> {
    text: &'t str,
    next: usize,
    begun_by: End,
}

impl<'t> Strips<'t> {
    fn of(text: &'t str) -> Self {
        Self {
            text,
            next: 0,
            begun_by: End::Line,
        }
    }
}

impl<'t> Iterator for Strips<'t> {
    type Item = Strip<'t>;

    fn next(&mut self) -> Option<Strip<'t>> {
        let start = self.next;
        let rest = self.text.get(start..).filter(|rest| !rest.is_empty())?;
        let len = memchr3(b'\n', b'\r', b'\x0c', rest.as_bytes()).unwrap_or(rest.len());
        let ended_by = match rest.as_bytes().get(len) {
            Some(b'\x0c') => End::FormFeed,
            _ => End::Line,
        };
        let end_len = if rest[len..].starts_with("\r\n") {
            2
        } else {
            1
        };
        self.next = start + len + end_len;
        Some(Strip {
            text: &rest[..len],
            start,
            begun_by: std::mem::replace(&mut self.begun_by, ended_by),
            ended_by,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gaps(text: &str) -> Vec<Gap> {
        printed_lines(text)
            .iter()
            .skip(1)
            .map(|line| line.gap)
            .collect()
    }

    #[test]
    fn lines_are_trimmed() {
        let lines = printed_lines("  one\u{A0}\r\n\t\u{200B}two \rthree");
        let read: Vec<_> = lines.iter().map(|line| (line.start, line.text)).collect();
        assert_eq!(read, [(2, "one"), (13, "two"), (18, "three")]);
    }

    #[test]
    fn white_space_at_the_end_of_a_line_is_told() {
        let ends: Vec<_> = printed_lines("one \n\ntwo\r\nthree\u{A0}")
            .iter()
            .map(|line| line.spaced_end)
            .collect();
        assert_eq!(ends, [true, false, true]);
    }

    #[test]
    fn gaps_between_lines() {
        assert_eq!(gaps("a\nb"), [Gap::LineEnd]);
        assert_eq!(gaps("a\r\n\r\nb"), [Gap::EmptyLine]);
        assert_eq!(gaps("a\r\rb"), [Gap::EmptyLine]);
        assert_eq!(gaps("a\n\n\nb"), [Gap::EmptyLines]);
        assert_eq!(gaps("a\n\n \n\nb"), [Gap::SpacedLine]);
        assert_eq!(gaps("a\n\u{A0}\nb"), [Gap::SpacedLine]);
    }

    #[test]
    fn a_form_feed_is_a_page_border_and_no_line() {
        for text in [
            "a\n\x0cb",
            "a\x0cb",
            "a\n\x0c\nb",
            "a\n\n\x0cb",
            "a \x0c b",
            "a\n \x0cb",
        ] {
            assert_eq!(gaps(text), [Gap::Page], "{text:?}");
        }
    }

    #[test]
    fn a_paragraph_mark_beside_a_page_border_stays_one() {
        assert_eq!(gaps("a\n \n\x0cb"), [Gap::SpacedLine]);
        assert_eq!(gaps("a\n\x0c \nb"), [Gap::SpacedLine]);
        assert_eq!(gaps("a\n\n\n\x0cb"), [Gap::EmptyLines]);
    }

    #[test]
    fn a_line_that_goes_on_on_the_next_page_is_told() {
        let lines = printed_lines("one \x0ctwo\n\x0cthree\x0c\n");
        let same: Vec<_> = lines.iter().skip(1).map(|line| line.same_line).collect();
        assert_eq!(same, [true, false]);
    }

    #[test]
    fn a_soft_hyphen_at_the_line_end_divides_the_word() {
        let lines = printed_lines("treat\u{AD} \nment");
        assert_eq!((lines[0].text, lines[0].divided), ("treat", true));
        assert!(!lines[1].divided);
    }
}

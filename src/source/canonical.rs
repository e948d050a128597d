//! The canonical text: a letter without the accidents of its layout.

use super::Setting;
use super::characters::{is_blank, is_invisible, ligature_letters};
use super::layout::{Border, Layout};
use super::offsets::OffsetMap;
use super::printed::{PrintedLine, printed_lines};
use crate::span::{ByteSpan, SourceSpan};

/// The unwrapped text of a letter, in two views of equal length and equal offsets.
///
/// In both, runs of white space within a line are one space, lines are trimmed, words divided by a
/// hyphen at a line end are whole again with their hyphen, ligatures are spelled out, and soft
/// hyphens and zero-width characters are gone. A paragraph ends with two line feeds. Quotation
/// marks and dashes stay as they were written.
#[derive(Clone, Debug, Default)]
pub struct Canonical {
    lines: String,
    prose: String,
    offsets: OffsetMap,
}

impl Canonical {
    pub(super) fn of(text: &str, setting: Setting) -> Self {
        let lines = printed_lines(text);
        let layout = match setting {
            Setting::Lines | Setting::Pages => Layout::of(&lines),
            Setting::Paragraphs => Layout::of_paragraphs(&lines),
            Setting::Markdown => Layout::Marked,
        };
        let mut canonical = Self::with_capacity(text.len());
        let mut before: Option<&PrintedLine<'_>> = None;
        for line in &lines {
            if let Some(before) = before {
                let end = before.start + before.text.len();
                canonical.push_border(layout.border(before, line), end);
            }
            canonical.push_line(line);
            before = Some(line);
        }
        canonical
    }

    /// The text with its lines: a wrap is one line feed, the end of a paragraph two. For the letter
    /// grammar.
    #[must_use]
    pub fn lines(&self) -> &str {
        &self.lines
    }

    /// The text as sentences run: a wrap is a space, the end of a paragraph two line feeds. For the
    /// readers.
    #[must_use]
    pub fn prose(&self) -> &str {
        &self.prose
    }

    pub(super) fn locate(&self, span: ByteSpan, source: &str) -> SourceSpan {
        self.offsets.locate(span, self.lines.len(), source)
    }

    fn with_capacity(bytes: usize) -> Self {
        Self {
            lines: String::with_capacity(bytes),
            prose: String::with_capacity(bytes),
            offsets: OffsetMap::default(),
        }
    }

    /// Ends a line whose text ends at `source`. The border comes from the white space that follows.
    fn push_border(&mut self, border: Border, source: usize) {
        match border {
            Border::Word => {}
            Border::Wrap => {
                self.offsets.start_run(self.lines.len(), source);
                self.lines.push('\n');
                self.prose.push(' ');
            }
            Border::Paragraph => {
                // Two runs, as a page border may be a single byte long.
                for _ in 0..2 {
                    self.offsets.start_run(self.lines.len(), source);
                    self.push("\n");
                }
            }
        }
    }

    fn push_line(&mut self, line: &PrintedLine<'_>) {
        self.offsets.start_run(self.lines.len(), line.start);
        let mut copied = 0;
        if is_plain_line(line.text.as_bytes()) {
            return self.push(line.text);
        }
        while let Some(oddity) = next_oddity(line.text, copied) {
            self.push(&line.text[copied..oddity.start]);
            self.push(oddity.becomes);
            copied = oddity.end;
            self.offsets
                .start_run(self.lines.len(), line.start + copied);
        }
        self.push(&line.text[copied..]);
    }

    fn push(&mut self, text: &str) {
        self.lines.push_str(text);
        self.prose.push_str(text);
    }
}

/// A piece of a line that is not taken over as it stands.
struct Oddity {
    start: usize,
    end: usize,
    becomes: &'static str,
}

/// Whether a trimmed line holds nothing but visible ASCII and single spaces, as most do: then it has
/// no oddities. Looks at every byte and never stops early, which compiles to a few wide
/// instructions.
fn is_plain_line(line: &[u8]) -> bool {
    let visible = line
        .iter()
        .fold(true, |all, byte| all & matches!(byte, b' '..=b'~'));
    let behind = line.get(1..).unwrap_or_default();
    let spaced_singly = line.iter().zip(behind).fold(true, |all, (&byte, &next)| {
        all & ((byte != b' ') | (next != b' '))
    });
    visible && spaced_singly
}

/// Finds the first oddity of a trimmed line at or behind `from`.
fn next_oddity(line: &str, from: usize) -> Option<Oddity> {
    let bytes = line.as_bytes();
    let mut at = from;
    while at < bytes.len() {
        if is_plain(bytes, at) {
            at += 1;
            continue;
        }
        let (len, becomes) = examine(&line[at..]);
        if let Some(becomes) = becomes {
            return Some(Oddity {
                start: at,
                end: at + len,
                becomes,
            });
        }
        at += len;
    }
    None
}

/// Whether the byte is certainly taken over as it stands: visible ASCII, or a space in front of it.
fn is_plain(bytes: &[u8], at: usize) -> bool {
    let is_visible = |byte: &u8| byte.is_ascii_graphic();
    match bytes[at] {
        b' ' => bytes.get(at + 1).is_some_and(is_visible),
        byte => is_visible(&byte),
    }
}

/// What the text begins with: the length in bytes of its first run of white space or of its first
/// character, and what becomes of that, if it changes.
fn examine(text: &str) -> (usize, Option<&'static str>) {
    let void = text
        .find(|character| !is_blank(character) && !is_invisible(character))
        .unwrap_or(text.len());
    match &text[..void] {
        "" => {
            let first = text.chars().next();
            let len = first.map_or(0, char::len_utf8);
            (len, first.and_then(ligature_letters))
        }
        " " => (void, None),
        run if run.contains(is_blank) => (void, Some(" ")),
        _ => (void, Some("")),
    }
}

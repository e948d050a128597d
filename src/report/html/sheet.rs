//! The text of a letter as it stands on the page: its lines with their numbers, its pages, and its highlights.
//!
//! The sheet is cut into stretches, each with the findings that point into its first lines, so that they can stand in
//! the margin beside their words without a script and without leaving the order of the text.

mod lines;
mod piece;
#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::ops::Range;

use serde::Serialize;

use self::lines::Lines;
use self::piece::{Piece, piece};
use super::anchor::Anchors;
use super::numbered::{Numbered, Pointer, pointers};
use super::segment::{Segment, segments};
use crate::source::{Setting, SourceText};

/// How many lines apart the words of two findings must stand to have a margin each; of two that are nearer, the second
/// stands below the first, and the text is not torn apart.
const NEAR: usize = 12;

/// A part of the text with what is said in its margin.
#[derive(Debug, Default, Serialize)]
pub(super) struct Stretch {
    /// The words that the findings point at, with the whole of their lines.
    first: Vec<Block>,
    /// The numbers of the findings.
    findings: Vec<usize>,
    /// The text up to the next stretch.
    rest: Vec<Block>,
}

/// Lines that stand together, or the border of a page above them.
#[derive(Debug, Serialize)]
struct Block {
    /// The page that begins here.
    page: Option<usize>,
    /// Whether it is set apart from what stands above it.
    apart: bool,
    lines: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    number: usize,
    /// Its name on the page, where something leads to it.
    id: Option<String>,
    /// Whether its end is kept where lines are not as they are printed, too: a heading, the end of a paragraph.
    short: bool,
    pieces: Vec<Piece>,
}

/// What a sheet is drawn from.
pub(super) struct Sheet<'a> {
    lines: Lines<'a>,
    anchors: &'a Anchors,
    findings: &'a [Numbered<'a>],
    /// The lines that the page leads to.
    led_to: &'a HashSet<usize>,
    pointers: Vec<Pointer<'a>>,
    /// The bytes of each pointer.
    spans: Vec<Range<usize>>,
}

impl<'a> Sheet<'a> {
    /// The sheet of a letter; `led_to` are the lines that the page leads to.
    #[must_use]
    pub(super) fn new(
        source: &'a SourceText,
        anchors: &'a Anchors,
        findings: &'a [Numbered<'a>],
        led_to: &'a HashSet<usize>,
    ) -> Self {
        let (pointers, spans) = pointers(findings, source.text()).into_iter().unzip();
        Self {
            lines: Lines::of(source),
            anchors,
            findings,
            led_to,
            pointers,
            spans,
        }
    }

    /// The whole text, in order.
    #[must_use]
    pub(super) fn stretches(&self) -> Vec<Stretch> {
        let parts = self.parts().into_iter();
        parts
            .map(|part| Stretch {
                first: self.blocks(part.lines.start..part.words_end),
                findings: part.findings,
                rest: self.blocks(part.words_end..part.lines.end),
            })
            .collect()
    }

    /// Where the stretches lie.
    fn parts(&self) -> Vec<Part> {
        let end = self.lines.count() + 1;
        let mut parts = Vec::new();
        let mut last = Part {
            lines: 1..end,
            words_end: 1,
            findings: Vec::new(),
        };
        for finding in self.findings {
            let words = self.lines_of(finding);
            if !last.findings.is_empty() && words.start < last.lines.start + NEAR {
                last.findings.push(finding.number);
                continue;
            }
            last.lines.end = words.start;
            last.words_end = last.words_end.min(words.start);
            parts.push(last);
            last = Part {
                lines: words.start..end,
                words_end: words.end,
                findings: vec![finding.number],
            };
        }
        parts.push(last);
        parts.retain(|part| !part.lines.is_empty());
        parts
    }

    /// The lines of the words that a finding leads to.
    fn lines_of(&self, finding: &Numbered<'_>) -> Range<usize> {
        let span = finding.finding.primary().map(|label| label.span);
        let span = span.unwrap_or_default();
        let line = |offset| self.lines.source.position(offset).line;
        line(span.start)..line(span.end.max(span.start + 1) - 1) + 1
    }

    /// The lines, those between gaps together.
    fn blocks(&self, lines: Range<usize>) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        let mut apart = lines.start == 1 || self.lines.is_gap(lines.start - 1);
        for line in lines {
            if let Some(page) = self.lines.new_page(line) {
                blocks.push(Block {
                    page: Some(page),
                    apart: true,
                    lines: Vec::new(),
                });
            }
            let Some(drawn) = self.line(line) else {
                apart |= self.lines.is_gap(line);
                continue;
            };
            match blocks.last_mut() {
                Some(block) if !apart || block.lines.is_empty() => block.lines.push(drawn),
                _ => blocks.push(Block {
                    page: None,
                    apart,
                    lines: vec![drawn],
                }),
            }
            apart = self.lines.source.setting() == Setting::Paragraphs;
        }
        blocks
    }

    /// A line; `None` for a blank one that nothing leads to.
    fn line(&self, line: usize) -> Option<Line> {
        let is_last = line == self.lines.count();
        let cut = segments(&self.lines.bytes(line), &self.spans, is_last);
        let is_led_to = self.led_to.contains(&line);
        let begins = |segment: &Segment| !segment.begins.is_empty();
        if self.lines.is_blank(line) && !is_led_to && !cut.iter().any(begins) {
            return None;
        }
        let text = self.lines.source.text();
        let pieces = cut.iter();
        Some(Line {
            number: self.lines.number(line),
            id: is_led_to.then(|| self.anchors.line(line)),
            short: self.lines.is_short(line),
            pieces: pieces
                .map(|segment| piece(text, segment, &self.pointers, self.anchors))
                .collect(),
        })
    }
}

/// Where a stretch lies.
struct Part {
    lines: Range<usize>,
    /// The line behind the words of its first finding.
    words_end: usize,
    findings: Vec<usize>,
}

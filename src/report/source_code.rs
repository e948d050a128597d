//! The snippets of one report, as the source that miette draws from.
//!
//! miette would read the text itself, but from its first byte for every label, and it would join two
//! labels thirty lines apart to one snippet of thirty lines. [`Snippets`] holds only the lines that
//! are shown, already cut into blocks. It answers each request with the block that the label lies in,
//! and refuses spans that cross blocks, so that miette never joins two of them. The labels given to
//! miette are offsets into these blocks, not into the text; this also leaves room to print a letter's
//! control characters as something harmless, to cut very long lines, and to show places of several
//! files in one report.

use std::ops::Range;

use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use super::lines::Lines;
use super::long_line::{AROUND, is_cut, shown_ranges};
use super::marks::{Mark, Pointer, clamped, marks};
use super::printable::{one_line, visible};

/// How many blank lines may stand between two marked lines of one block: more than a double-spaced
/// letter needs.
const MOST_BLANK_LINES: usize = 2;

/// The lines to show for one finding or problem, and what is underlined in them.
#[derive(Debug, Default)]
pub(super) struct Snippets {
    blocks: Vec<Block>,
    labels: Vec<(LabeledSpan, Paint)>,
    /// Where the next block begins.
    length: usize,
}

/// Which colour an underlined place gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paint {
    /// The colour of the severity.
    Primary,
    /// Another one; all parts of a label share its number.
    Secondary(usize),
}

/// Neighbouring lines of a text, as they are printed.
#[derive(Debug)]
struct Block {
    /// File, line and column of the place that the block is shown for.
    header: String,
    /// Number of the first line, counted from 1.
    first_line: usize,
    /// How many lines.
    line_count: usize,
    /// Offset of the block among all blocks.
    start: usize,
    /// The lines, each closed by a line feed.
    text: String,
}

impl Snippets {
    /// Adds the lines of `source`, a file called `name`, that `pointers` lie on: the block of the
    /// primary pointer first, the others in the order of the text.
    pub(super) fn add(&mut self, name: &str, source: &dyn Lines, pointers: &[Pointer<'_>]) {
        let marks = marks(source, pointers);
        let mut blocks = blocks(source, &marks);
        blocks.sort_by_key(|(_, marks)| !marks.iter().any(|mark| mark.primary));
        for (lines, marks) in blocks {
            let header = header(name, source, pointers, marks);
            self.add_block(header, source, lines, marks);
        }
    }

    /// Whether there is nothing to show.
    pub(super) fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The labels, as offsets into the blocks and in ascending order.
    pub(super) fn labels(&self) -> impl Iterator<Item = LabeledSpan> + '_ {
        self.labels.iter().map(|(label, _)| label.clone())
    }

    /// The colour of each label.
    pub(super) fn paints(&self) -> impl Iterator<Item = Paint> + '_ {
        self.labels.iter().map(|&(_, paint)| paint)
    }

    fn add_block(
        &mut self,
        header: String,
        source: &dyn Lines,
        lines: Range<usize>,
        marks: &[Mark],
    ) {
        let mut block = Block {
            header,
            first_line: lines.start,
            line_count: lines.len(),
            start: self.length,
            text: String::new(),
        };
        for line in lines {
            let from = marks.partition_point(|mark| mark.line < line);
            let to = marks.partition_point(|mark| mark.line <= line);
            let moved = block.print(source, line, &marks[from..to]);
            self.labels.extend(moved);
        }
        // A byte between two blocks: a label of no length at the beginning of one must not lie at the end of the other.
        self.length += block.text.len() + 1;
        self.blocks.push(block);
    }
}

impl Block {
    /// Appends a line, and gives back its marks as labels.
    fn print(
        &mut self,
        source: &dyn Lines,
        line: usize,
        marks: &[Mark],
    ) -> Vec<(LabeledSpan, Paint)> {
        let bytes = source.line_bytes(line);
        let mut moved: Vec<Range<usize>> = vec![0..0; marks.len()];
        let mut printed_to = bytes.start;
        for range in shown_ranges(source.text(), &bytes, marks) {
            if range.start > printed_to {
                self.text.push_str(if printed_to == bytes.start {
                    "… "
                } else {
                    " … "
                });
            }
            let here = self.start + self.text.len();
            let words = source.text().get(range.clone()).unwrap_or_default();
            let printed: Vec<usize> = self.push(words);
            for (mark, moved) in marks.iter().zip(&mut moved) {
                let offset = |at: usize| here + printed[at - range.start];
                if range.start <= mark.bytes.start && mark.bytes.start <= range.end {
                    moved.start = offset(mark.bytes.start);
                }
                if range.start <= mark.bytes.end && mark.bytes.end <= range.end {
                    moved.end = offset(mark.bytes.end);
                }
            }
            printed_to = range.end;
        }
        if printed_to < bytes.end {
            self.text.push_str(" …");
        }
        self.text.push('\n');
        marks
            .iter()
            .zip(moved)
            .map(|(mark, bytes)| labeled(mark, bytes))
            .collect()
    }

    /// Appends `words`, made printable. Gives back for each byte offset into `words`, its end
    /// included, how many bytes were printed before it.
    fn push(&mut self, words: &str) -> Vec<usize> {
        let before = self.text.len();
        let mut printed = Vec::with_capacity(words.len() + 1);
        for c in words.chars() {
            printed.resize(printed.len() + c.len_utf8(), self.text.len() - before);
            self.text.push(visible(c));
        }
        printed.push(self.text.len() - before);
        printed
    }
}

/// File, line and column of the label that a block is shown for: the primary one, or the first. The
/// label begins before its first mark where a shorter label covers its first words.
fn header(name: &str, source: &dyn Lines, pointers: &[Pointer<'_>], marks: &[Mark]) -> String {
    let name = one_line(name);
    let Some(mark) = marks.iter().find(|mark| mark.primary).or(marks.first()) else {
        return name.into_owned();
    };
    let label = clamped(source.text(), pointers[mark.pointer].span).start;
    let begins_here = source.line_at(label) == mark.line;
    let place = source.place(if begins_here { label } else { mark.bytes.start });
    format!("{name}:{place}")
}

fn labeled(mark: &Mark, bytes: Range<usize>) -> (LabeledSpan, Paint) {
    let span = SourceSpan::from(bytes.start..bytes.end.max(bytes.start));
    if mark.primary {
        let label = LabeledSpan::new_primary_with_span(mark.note.clone(), span);
        (label, Paint::Primary)
    } else {
        let label = LabeledSpan::new_with_span(mark.note.clone(), span);
        (label, Paint::Secondary(mark.pointer))
    }
}

/// The ranges of lines to show, each with its marks. `marks` is in the order of the text.
fn blocks<'m>(source: &dyn Lines, marks: &'m [Mark]) -> Vec<(Range<usize>, &'m [Mark])> {
    let mut blocks = Vec::new();
    let mut rest = marks;
    while let Some(first) = rest.first() {
        let mut lines = with_context(source, first.line);
        let mut taken = 1;
        while let Some([left, right]) = rest.get(taken - 1..=taken) {
            let next = with_context(source, right.line);
            let together = if left.line == right.line {
                are_near(source, left, right)
            } else {
                are_neighbours(source, &lines, &next)
            };
            if !together {
                break;
            }
            lines.end = lines.end.max(next.end);
            taken += 1;
        }
        let (block, others) = rest.split_at(taken);
        blocks.push((lines, block));
        rest = others;
    }
    blocks
}

/// `line` with the line before and the line behind it, if they hold words. An empty line tells the
/// reader nothing; in a double-spaced letter it would stand above and below every snippet. A line so
/// long that it is cut is a paragraph of its own and needs no others.
fn with_context(source: &dyn Lines, line: usize) -> Range<usize> {
    if is_cut(source.line_text(line)) {
        return line..line + 1;
    }
    let before = usize::from(!source.is_blank(line.saturating_sub(1)));
    let behind = usize::from(!source.is_blank(line + 1));
    line - before..line + 1 + behind
}

/// Whether two marks of one line are shown on one line. Where it is cut, words far apart are shown one
/// below the other.
fn are_near(source: &dyn Lines, left: &Mark, right: &Mark) -> bool {
    right.bytes.start <= left.bytes.end + AROUND || !is_cut(source.line_text(left.line))
}

/// Whether no words stand between two ranges of lines.
fn are_neighbours(source: &dyn Lines, left: &Range<usize>, right: &Range<usize>) -> bool {
    let mut between = left.end..right.start;
    between.len() <= MOST_BLANK_LINES && between.all(|line| source.is_blank(line))
}

impl SourceCode for Snippets {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        _context_lines_before: usize,
        _context_lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let behind = self
            .blocks
            .partition_point(|block| block.start <= span.offset());
        let block = behind
            .checked_sub(1)
            .and_then(|at| self.blocks.get(at))
            .filter(|block| span.offset() + span.len() <= block.start + block.text.len())
            .ok_or(MietteError::OutOfBounds)?;
        Ok(Box::new(MietteSpanContents::new_named(
            block.header.clone(),
            block.text.as_bytes(),
            SourceSpan::from(block.start..block.start + block.text.len()),
            block.first_line - 1,
            0,
            block.line_count,
        )))
    }
}

//! Which line ends are only layout and which end a paragraph.
//!
//! Letters as they were issued mark a paragraph with a line that holds one space. That leaves empty
//! lines free to mean nothing: one stands between all lines of a double-spaced letter, and one where
//! a page ends. Copies that lost their trailing white space, letters typed by hand and text taken
//! out of a PDF mark paragraphs with an empty line instead; some mark them not at all. The layout is
//! therefore measured first, over all lines of the letter.

use std::ops::RangeInclusive;

use super::printed::{Gap, PrintedLine};

/// What becomes of the end of a printed line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Border {
    /// A word goes on: nothing stands between the lines.
    Word,
    /// A sentence or paragraph goes on in the next line.
    Wrap,
    /// The paragraph ends.
    Paragraph,
}

/// How the paragraphs of one letter are set.
#[derive(Clone, Copy, Debug)]
pub(super) enum Layout {
    /// Each line is a whole paragraph, unless it ends in white space: then somebody broke the line. What was broken may
    /// have been wrapped by that.
    Paragraphs(Option<Wrapped>),
    /// Each line is a whole paragraph, unless it ends in white space: then it is wrapped.
    Marked,
    /// Lines are wrapped.
    Wrapped(Wrapped),
}

impl Layout {
    /// Measures the layout of the lines of one letter.
    pub(super) fn of(lines: &[PrintedLine<'_>]) -> Self {
        Self::Wrapped(Wrapped::of(lines))
    }

    /// Measures the layout of a letter whose lines are paragraphs. In a document that was filled from a printed letter they are
    /// its printed lines all the same.
    pub(super) fn of_paragraphs(lines: &[PrintedLine<'_>]) -> Self {
        if is_pasted(lines) {
            return Self::of(lines);
        }
        let broken = broken_lines(lines);
        let may_be_wrapped = !broken.is_empty() && fit_on_paper(&broken);
        Self::Paragraphs(may_be_wrapped.then(|| Wrapped::of(&broken)))
    }

    /// What stands between `before` and the line after it.
    pub(super) fn border(&self, before: &PrintedLine<'_>, after: &PrintedLine<'_>) -> Border {
        match self {
            Self::Paragraphs(_) | Self::Marked if after.same_line => {
                if before.spaced_end {
                    Border::Wrap
                } else {
                    Border::Word
                }
            }
            Self::Paragraphs(Some(broken)) if before.spaced_end => broken.border(before, after),
            Self::Paragraphs(None) if before.spaced_end && goes_on(before, after) => Border::Wrap,
            Self::Marked if before.spaced_end => Border::Wrap,
            Self::Paragraphs(_) | Self::Marked => Border::Paragraph,
            Self::Wrapped(layout) => layout.border(before, after),
        }
    }
}

/// How wrapped lines make up paragraphs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wrapped {
    /// A single empty line, or a page border without one, says nothing.
    empty_line_is_soft: bool,
    /// Paragraphs are set apart by blank lines at all.
    paragraphs_marked: bool,
    /// Bytes in a full line, or `None` where lines are not wrapped for paper: as long as their
    /// paragraphs, or too short to tell.
    width: Option<usize>,
}

/// The length in bytes that a full line has when text is wrapped for paper.
const PAPER_WIDTHS: RangeInclusive<usize> = 50..=160;

/// Whether the lines are no longer than paper is wide, but for one in twenty, of a word that was never divided say. Where each
/// line is a paragraph, one in ten is longer at the least: the rationales, the case summary, the stock text.
fn fit_on_paper(lines: &[PrintedLine<'_>]) -> bool {
    let is_longer = |line: &&PrintedLine<'_>| line.text.len() > *PAPER_WIDTHS.end();
    lines.iter().filter(is_longer).count() * 20 <= lines.len()
}

/// The lines that were broken by hand, with the line behind each. Where a paragraph begins among them is known.
fn broken_lines<'t>(lines: &[PrintedLine<'t>]) -> Vec<PrintedLine<'t>> {
    let mut broken = Vec::new();
    let mut goes_on = false;
    for line in lines {
        if goes_on {
            broken.push(*line);
        } else if line.spaced_end {
            let gap = Gap::SpacedLine;
            broken.push(PrintedLine { gap, ..*line });
        }
        goes_on = line.spaced_end;
    }
    broken
}

/// Whether lines that should be paragraphs are printed lines: each fits on paper, and a good part of them end within a
/// sentence, where there was no room left.
fn is_pasted(lines: &[PrintedLine<'_>]) -> bool {
    if !fit_on_paper(lines) {
        return false;
    }
    let width = full_width(lines);
    let is_cut = |before: &PrintedLine<'_>, after: &PrintedLine<'_>| {
        !before.spaced_end && goes_on(before, after) && is_full(width, before, after)
    };
    let cuts = lines
        .windows(2)
        .filter(|pair| matches!(pair, [before, after] if is_cut(before, after)));
    let cuts = cuts.count();
    cuts >= 3 && cuts * 12 >= lines.len()
}

impl Wrapped {
    fn of(lines: &[PrintedLine<'_>]) -> Self {
        let width = full_width(lines);
        let seen = Census::of(lines, width);
        Self {
            empty_line_is_soft: seen.is_double_spaced() || seen.spaced > seen.empty,
            paragraphs_marked: seen.closed_unmarked * 3 <= seen.marks(),
            width,
        }
    }

    fn border(&self, before: &PrintedLine<'_>, after: &PrintedLine<'_>) -> Border {
        let paragraph = self.may_end_paragraph(before, after) && !self.runs_on(before, after);
        match (paragraph, divides_word(before, after)) {
            (true, true) if opens_with_label(after.text) => Border::Paragraph,
            (_, true) => Border::Word,
            (true, false) => Border::Paragraph,
            (false, false) => Border::Wrap,
        }
    }

    fn may_end_paragraph(&self, before: &PrintedLine<'_>, after: &PrintedLine<'_>) -> bool {
        match after.gap {
            Gap::SpacedLine | Gap::EmptyLines => true,
            Gap::EmptyLine | Gap::Page => !self.empty_line_is_soft,
            Gap::LineEnd => !self.paragraphs_marked && self.closes_unmarked(before, after),
        }
    }

    /// Whether a line ended although there was room left, which happens only at the end of a
    /// paragraph. On a line that happens to be full, a label after a full stop must do.
    fn closes_unmarked(&self, before: &PrintedLine<'_>, after: &PrintedLine<'_>) -> bool {
        !is_full(self.width, before, after)
            || (before.text.ends_with('.') && opens_with_label(after.text))
    }

    /// Whether a paragraph goes on over the blank lines or the page border between two lines: no
    /// sentence ends before, and what follows does not look like a beginning.
    fn runs_on(&self, before: &PrintedLine<'_>, after: &PrintedLine<'_>) -> bool {
        !ends_sentence(before.text)
            && (begins_lower_case(after.text)
                || (is_full(self.width, before, after) && !opens_with_label(after.text)))
    }
}

/// How often each thing that tells layouts apart occurs in a letter.
#[derive(Default)]
struct Census {
    /// Lines that follow the one before directly.
    direct: usize,
    /// ... behind one empty line.
    empty: usize,
    /// ... behind one empty line, in the middle of a sentence.
    empty_within_sentence: usize,
    /// ... behind several empty lines.
    wide: usize,
    /// ... behind a line that holds white space.
    spaced: usize,
    /// ... directly, although the line before ended a sentence and had room left.
    closed_unmarked: usize,
}

impl Census {
    fn of(lines: &[PrintedLine<'_>], width: Option<usize>) -> Self {
        let mut seen = Self::default();
        for pair in lines.windows(2) {
            if let [before, after] = pair {
                seen.add(before, after, width);
            }
        }
        seen
    }

    fn add(&mut self, before: &PrintedLine<'_>, after: &PrintedLine<'_>, width: Option<usize>) {
        match after.gap {
            Gap::LineEnd => {
                self.direct += 1;
                let closed = before.text.ends_with('.')
                    && !begins_lower_case(after.text)
                    && !is_full(width, before, after);
                self.closed_unmarked += usize::from(closed);
            }
            Gap::EmptyLine => {
                self.empty += 1;
                // A colon soon follows the first word in "Page(s): 98-99" too: behind a line that kept
                // its last space that is no label.
                let goes_on = before.spaced_end || !opens_with_label(after.text);
                let cut =
                    begins_lower_case(after.text) || (is_full(width, before, after) && goes_on);
                self.empty_within_sentence += usize::from(cut && !ends_sentence(before.text));
            }
            Gap::EmptyLines => self.wide += 1,
            Gap::SpacedLine => self.spaced += 1,
            // Stands where the paper ends, whatever the layout.
            Gap::Page => {}
        }
    }

    /// An empty line follows most printed lines, and many of them cut a sentence. (In text with one
    /// paragraph to the line empty lines are as frequent, but stand between sentences.)
    fn is_double_spaced(&self) -> bool {
        self.empty > self.direct && self.empty_within_sentence * 4 >= self.empty
    }

    fn marks(&self) -> usize {
        self.empty + self.wide + self.spaced
    }
}

/// The length that nine lines in ten keep within, which in wrapped text is the length of a full
/// line. Counts bytes: near enough, as letters are almost wholly ASCII.
fn full_width(lines: &[PrintedLine<'_>]) -> Option<usize> {
    let mut lengths: Vec<usize> = lines.iter().map(|line| line.text.len()).collect();
    let nine_in_ten = (lengths.len().saturating_sub(1) * 9).div_ceil(10);
    if lengths.is_empty() {
        return None;
    }
    let (_, width, _) = lengths.select_nth_unstable(nine_in_ten);
    Some(*width).filter(|width| PAPER_WIDTHS.contains(width))
}

/// Whether the first word of `after` had no room in the line before. Letters are set in proportional
/// type, where full lines differ in length: the last twelfth of a line counts as no room.
fn is_full(width: Option<usize>, before: &PrintedLine<'_>, after: &PrintedLine<'_>) -> bool {
    let Some(width) = width else { return false };
    let word = after.text.find(' ').unwrap_or(after.text.len());
    before.text.len() + 1 + word >= width - width / 12
}

/// Whether the last word of `before` is finished only in `after`: at a hyphen that follows a letter
/// or digit. A hyphen behind a space is a dash, and so is one between a number and a title ("40.1-" and
/// "Definition" in the next line).
fn divides_word(before: &PrintedLine<'_>, after: &PrintedLine<'_>) -> bool {
    let mut last = before.text.chars().rev();
    let divided = before.divided
        || (matches!(last.next(), Some('-' | '\u{2010}'))
            && last.next().is_some_and(char::is_alphanumeric));
    let numbered_title = before
        .text
        .trim_end_matches('-')
        .ends_with(|last: char| last.is_ascii_digit())
        && begins_capitalised_word(after.text);
    divided && after.text.starts_with(char::is_alphanumeric) && !numbered_title
}

fn begins_capitalised_word(line: &str) -> bool {
    let mut letters = line.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

/// Whether a line ends where a sentence, a label or a quotation may end.
fn ends_sentence(line: &str) -> bool {
    line.ends_with(['.', ':', ';', '?', '!', '"', '\u{201D}', ')'])
}

/// Whether a sentence has no end in the first line, and goes on in the second by the look of it.
fn goes_on(before: &PrintedLine<'_>, after: &PrintedLine<'_>) -> bool {
    !ends_sentence(before.text) && begins_lower_case(after.text)
}

fn begins_lower_case(line: &str) -> bool {
    line.starts_with(char::is_lowercase)
}

/// Whether a line begins with a capital and soon has a colon, as "Decision rationale:" does.
fn opens_with_label(line: &str) -> bool {
    const LONGEST_LABEL: usize = 40;
    line.starts_with(char::is_uppercase)
        && line.bytes().take(LONGEST_LABEL).any(|byte| byte == b':')
}

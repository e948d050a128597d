//! From glyphs to cells: pieces of a line that stand together, as words of a sentence or in one cell of a table do.

use super::ink::{Glyph, Ink};

/// A piece of a line.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    pub(super) text: String,
    /// Left edge, right edge and baseline, in points.
    pub(super) x0: f64,
    pub(super) x1: f64,
    pub(super) y: f64,
    /// The size of its type.
    pub(super) em: f64,
    /// Where its first word ends.
    pub(super) word_end: f64,
    /// Where in the document its first glyph was drawn.
    pub(super) drawn: usize,
    /// The part of the document's structure that its last glyph belongs to.
    part: u32,
}

impl Cell {
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Whether a cell further right on the same line is the same cell, as nothing parts them.
    pub(super) fn goes_on_with(&self, right: &Self) -> bool {
        let em = self.em.max(right.em);
        !parts_cells(right.x0 - self.x1, em, self.part != right.part)
    }

    pub(super) fn append(&mut self, right: &Self) {
        let em = self.em.max(right.em);
        let is_apart = right.x0 - self.x1 > SPACE * em;
        if !is_apart && !self.text.contains(' ') {
            self.word_end = right.word_end;
        }
        if is_apart && !self.text.ends_with(' ') && !right.text.starts_with(' ') {
            self.text.push(' ');
        }
        self.text.push_str(&right.text);
        self.x1 = self.x1.max(right.x1);
        self.em = em;
        self.drawn = self.drawn.min(right.drawn);
        self.part = right.part;
    }
}

/// In parts of the size of the type: a wider gap is a space although none was written.
const SPACE: f64 = 0.15;

/// ... a wider gap parts cells. Justified lines have smaller ones.
const CELL_GAP: f64 = 2.0;

/// ... a wider gap parts cells if the document says that another part begins.
const PART_GAP: f64 = 0.6;

/// ... glyphs whose baselines differ less stand on one line: the dots of an ellipsis, raised figures.
const SAME_LINE: f64 = 0.45;

/// ... glyphs nearer to each other than this are drawn twice, to look bold.
const SAME_PLACE: f64 = 0.12;

/// The cells of a page, in the order in which they were drawn.
pub(super) fn of(ink: &Ink) -> Vec<Cell> {
    let mut drafts: Vec<Draft<'_>> = Vec::new();
    for (at, glyph) in ink.glyphs().iter().enumerate() {
        match drafts.last_mut() {
            Some(draft) if draft.repeats(glyph) => {}
            Some(draft) if draft.goes_on_with(glyph) => draft.push(glyph),
            _ => drafts.push(Draft::of(glyph, at)),
        }
    }
    drafts.iter().map(Draft::cell).collect()
}

/// Whether two baselines are those of one line.
pub(super) fn is_same_line(one: f64, other: f64, em: f64) -> bool {
    (one - other).abs() <= SAME_LINE * em
}

fn parts_cells(gap: f64, em: f64, is_new_part: bool) -> bool {
    gap > CELL_GAP * em || (is_new_part && gap > PART_GAP * em)
}

/// A cell that is being put together.
struct Draft<'i> {
    glyphs: Vec<&'i Glyph>,
    x1: f64,
    y: f64,
    em: f64,
    drawn: usize,
}

impl<'i> Draft<'i> {
    fn of(glyph: &'i Glyph, drawn: usize) -> Self {
        Self {
            glyphs: vec![glyph],
            x1: glyph.x1,
            y: glyph.y,
            em: glyph.em,
            drawn,
        }
    }

    fn push(&mut self, glyph: &'i Glyph) {
        // The largest type has the baseline; smaller type may be raised or lowered.
        if glyph.em > self.em {
            (self.em, self.y) = (glyph.em, glyph.y);
        }
        self.x1 = self.x1.max(glyph.x1);
        self.glyphs.push(glyph);
    }

    fn part(&self) -> u32 {
        self.glyphs.last().map_or(0, |glyph| glyph.part)
    }

    fn goes_on_with(&self, glyph: &Glyph) -> bool {
        let em = self.em.max(glyph.em);
        let gap = glyph.x0 - self.x1;
        is_same_line(self.y, glyph.y, em)
            && gap > -0.5 * em
            && !parts_cells(gap, em, self.part() != glyph.part)
    }

    /// Whether the same glyph already stands at this place.
    fn repeats(&self, glyph: &Glyph) -> bool {
        let near = SAME_PLACE * glyph.em;
        let is_same = |other: &&Glyph| {
            (other.x0 - glyph.x0).abs() <= near
                && (other.y - glyph.y).abs() <= near
                && other.letters == glyph.letters
        };
        glyph.x0 < self.x1 - near
            && !glyph.letters.is_blank()
            && self.glyphs.iter().rev().any(is_same)
    }

    fn cell(&self) -> Cell {
        let mut text = String::with_capacity(self.glyphs.len() + 8);
        let (mut x1, mut word_end) = (self.x0(), None);
        let mut last_end = self.x0();
        for glyph in &self.glyphs {
            let is_blank = glyph.letters.is_blank();
            let is_apart = glyph.x0 - last_end > SPACE * self.em;
            if (is_blank || is_apart) && !text.trim_start().is_empty() {
                word_end.get_or_insert(x1);
            }
            if is_apart && !is_blank && !text.is_empty() && !text.ends_with(' ') {
                text.push(' ');
            }
            glyph.letters.push_to(&mut text);
            last_end = glyph.x1;
            if !is_blank {
                x1 = x1.max(glyph.x1);
            }
        }
        Cell {
            text,
            x0: self.x0(),
            x1,
            y: self.y,
            em: self.em,
            word_end: word_end.unwrap_or(x1),
            drawn: self.drawn,
            part: self.part(),
        }
    }

    fn x0(&self) -> f64 {
        self.glyphs.first().map_or(self.x1, |glyph| glyph.x0)
    }
}

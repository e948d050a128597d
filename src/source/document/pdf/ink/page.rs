//! What one page shows.

use hayro_interpret::font::GlyphRun;
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask,
};
use hayro_syntax::object::Dict;
use kurbo::{BezPath, Point, Rect};

use super::glyph::{Glyph, Turn};
use super::marked::Marks;

/// What one page shows.
#[derive(Debug, Default)]
pub(crate) struct Ink {
    /// In the order in which the document draws them; all of one turn.
    glyphs: Vec<Glyph>,
    /// The glyphs are there to be searched and not seen, as those that text recognition lays under a scan.
    is_recognised: bool,
    /// How much of the page pictures cover, at most 1.
    pictured: f64,
    /// Lines and areas drawn.
    shapes: usize,
}

/// A page with less text than this, most of it covered by a picture, is a picture of text with a stamp on it.
const LEAST_LETTERS: usize = 50;

/// So many shapes on a page without text are letters drawn as shapes; fewer may be a frame.
const MANY_SHAPES: usize = 50;

impl Ink {
    pub(crate) fn glyphs(&self) -> &[Glyph] {
        &self.glyphs
    }

    /// Whether the order in which the glyphs were drawn is that of a program that had only a picture to go by.
    pub(crate) fn is_recognised(&self) -> bool {
        self.is_recognised
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.letters() == 0
    }

    /// Whether there is something to read on the page, but not as text.
    pub(crate) fn is_picture_of_text(&self) -> bool {
        match self.letters() {
            0 => self.pictured > 0.05 || self.shapes >= MANY_SHAPES,
            letters => letters < LEAST_LETTERS && self.pictured > 0.5,
        }
    }

    /// Whether more glyphs stand for unknown characters than a list with odd bullets would have.
    pub(crate) fn is_garbled(&self) -> bool {
        let (unknown, all) = self.unknown_of_all();
        unknown > 10 && unknown * 100 > all * 3
    }

    /// How many glyphs stand for unknown characters, and how many there are, spaces left out.
    pub(crate) fn unknown_of_all(&self) -> (usize, usize) {
        let unknown = self
            .glyphs
            .iter()
            .filter(|glyph| glyph.letters.is_unknown());
        (unknown.count(), self.letters())
    }

    fn letters(&self) -> usize {
        self.glyphs
            .iter()
            .filter(|glyph| !glyph.letters.is_blank())
            .count()
    }
}

/// Takes note of what the interpreter draws.
pub(super) struct Collector {
    bounds: Rect,
    marks: Marks,
    ink: Ink,
    unseen: usize,
}

impl Collector {
    pub(super) fn new(bounds: Rect) -> Self {
        Self {
            bounds,
            marks: Marks::default(),
            ink: Ink::default(),
            unseen: 0,
        }
    }

    pub(super) fn finish(self) -> Ink {
        let mut ink = self.ink;
        ink.is_recognised = self.unseen * 2 > ink.glyphs.len();
        let count = |turn: Turn| ink.glyphs.iter().filter(|glyph| glyph.turn == turn).count();
        // What stands across the lines is a stamp in the margin or a watermark.
        if let Some(most) = Turn::UPRIGHT
            .into_iter()
            .max_by_key(|&turn| (count(turn), turn == Turn::None))
        {
            ink.glyphs.retain(|glyph| glyph.turn == most);
        }
        ink
    }
}

impl<'a> Device<'a> for Collector {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        if self.marks.is_pagination() {
            return;
        }
        for glyph in run.glyphs() {
            let to_page = props.transform * glyph.transform();
            if !self.bounds.contains(to_page * Point::ZERO) {
                continue;
            }
            self.ink
                .glyphs
                .extend(Glyph::at(to_page, glyph, self.marks.part()));
            self.unseen += usize::from(matches!(mode, DrawMode::Invisible));
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        let pixels = Rect::new(
            0.0,
            0.0,
            f64::from(image.width()),
            f64::from(image.height()),
        );
        let covered = props
            .transform
            .transform_rect_bbox(pixels)
            .intersect(self.bounds)
            .area();
        let share = covered / self.bounds.area();
        if share.is_finite() {
            self.ink.pictured = (self.ink.pictured + share).min(1.0);
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {
        self.ink.shapes += 1;
    }

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        self.marks.begin(tag, properties);
    }

    fn end_marked_content(&mut self) {
        self.marks.end();
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_clip_rect(&mut self, _: &Rect) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

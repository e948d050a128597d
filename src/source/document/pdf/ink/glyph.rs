//! One glyph on a page: what it stands for, and where it stands.

use hayro_cmap::BfString;
use hayro_interpret::font;
use kurbo::{Affine, Point, Vec2};

/// A glyph on a page. Lengths are points; `x` runs in the direction of reading and `y` downwards from line to line, so
/// that in a glyph turned on its side they are turned with it.
#[derive(Clone, Debug)]
pub(crate) struct Glyph {
    /// What it stands for; more than one character for a ligature, U+FFFD where the font does not say.
    pub(crate) letters: Letters,
    pub(crate) x0: f64,
    pub(crate) x1: f64,
    /// The baseline.
    pub(crate) y: f64,
    /// The size of the type.
    pub(crate) em: f64,
    pub(crate) turn: Turn,
    /// The part of the document's structure that it belongs to, where the document tells: a paragraph, say, or a cell.
    pub(crate) part: u32,
}

/// The characters of one glyph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Letters {
    One(char),
    Several(String),
}

impl Letters {
    pub(crate) fn is_blank(&self) -> bool {
        match self {
            Self::One(letter) => letter.is_whitespace(),
            Self::Several(letters) => letters.trim().is_empty(),
        }
    }

    /// Whether what they are cannot be told. Private use is what fonts of symbols have instead of characters.
    pub(crate) fn is_unknown(&self) -> bool {
        matches!(
            self,
            Self::One(char::REPLACEMENT_CHARACTER | '\u{E000}'..='\u{F8FF}')
        )
    }

    pub(crate) fn push_to(&self, text: &mut String) {
        match self {
            Self::One(letter) => text.push(*letter),
            Self::Several(letters) => text.push_str(letters),
        }
    }
}

impl From<Option<BfString>> for Letters {
    fn from(unicode: Option<BfString>) -> Self {
        match unicode {
            Some(BfString::Char(letter)) => Self::One(printable(letter)),
            Some(BfString::String(letters)) => {
                Self::Several(letters.chars().map(printable).collect())
            }
            None => Self::One(char::REPLACEMENT_CHARACTER),
        }
    }
}

/// Whatever moves to another line or page is a space here: lines are where the page shows them.
fn printable(letter: char) -> char {
    match letter {
        letter if letter.is_whitespace() => ' ',
        letter if letter.is_control() => char::REPLACEMENT_CHARACTER,
        letter => letter,
    }
}

/// How far a line of text is turned on its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    None,
    Quarter,
    Half,
    ThreeQuarters,
    /// Set at a slant, as watermarks are.
    Slanted,
}

impl Turn {
    /// Every turn that a letter can be set in.
    pub(crate) const UPRIGHT: [Self; 4] =
        [Self::None, Self::Quarter, Self::Half, Self::ThreeQuarters];

    fn of(direction: Vec2) -> Self {
        // One in ten is six degrees: more than any page is scanned askew, less than any watermark.
        let (along, across) = (direction.x, direction.y);
        if across.abs() * 10.0 <= along.abs() {
            if along >= 0.0 { Self::None } else { Self::Half }
        } else if along.abs() * 10.0 <= across.abs() {
            if across >= 0.0 {
                Self::Quarter
            } else {
                Self::ThreeQuarters
            }
        } else {
            Self::Slanted
        }
    }

    /// The place of a point of the page as someone sees it who turns the page to read it.
    fn seen(self, point: Point) -> (f64, f64) {
        match self {
            Self::None | Self::Slanted => (point.x, point.y),
            Self::Quarter => (point.y, -point.x),
            Self::Half => (-point.x, -point.y),
            Self::ThreeQuarters => (-point.y, point.x),
        }
    }
}

/// Width of a glyph whose font does not tell it, in thousandths of the size of the type.
const USUAL_WIDTH: f32 = 500.0;

impl Glyph {
    /// The glyph at its place; `to_page` brings a thousandth of the type to points of the page.
    ///
    /// `None` for one that is not anywhere: damaged documents have places that are no numbers.
    pub(super) fn at(to_page: Affine, glyph: &font::Glyph<'_>, part: u32) -> Option<Self> {
        let origin = to_page * Point::ZERO;
        let direction = to_page * Point::new(1000.0, 0.0) - origin;
        let em = (to_page * Point::new(0.0, 1000.0) - origin).hypot();
        let turn = Turn::of(direction);
        let (x0, y) = turn.seen(origin);
        // Not along `direction`, which is stretched where another font stands in for one that is not embedded.
        let x1 = x0 + f64::from(advance(glyph)) / 1000.0 * em;
        let is_somewhere = [x0, x1, y, em].iter().all(|number| number.is_finite()) && em > 0.0;
        is_somewhere.then(|| Self {
            letters: glyph.as_unicode().into(),
            x0,
            x1,
            y,
            em,
            turn,
            part,
        })
    }
}

fn advance(glyph: &font::Glyph<'_>) -> f32 {
    match glyph {
        font::Glyph::Outline(outline) => outline.advance_width(),
        font::Glyph::Type3(drawn) => drawn.advance_width(),
    }
    .unwrap_or(USUAL_WIDTH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_scanned_askew_is_upright_and_a_watermark_is_not() {
        assert_eq!(Turn::of(Vec2::new(1.0, 0.05)), Turn::None);
        assert_eq!(Turn::of(Vec2::new(1.0, -1.0)), Turn::Slanted);
        assert_eq!(Turn::of(Vec2::new(0.0, -12.0)), Turn::ThreeQuarters);
    }

    #[test]
    fn turned_lines_are_read_as_if_upright() {
        // A line that runs down the page: what is further down is further along, what is further left is the next line.
        let (along, line) = Turn::Quarter.seen(Point::new(100.0, 40.0));
        let (further, _) = Turn::Quarter.seen(Point::new(100.0, 50.0));
        let (_, next_line) = Turn::Quarter.seen(Point::new(88.0, 40.0));
        assert!(further > along && next_line > line);
    }

    #[test]
    fn characters_that_break_lines_or_print_nothing() {
        assert_eq!(Letters::from(Some(BfString::Char('\n'))), Letters::One(' '));
        assert!(Letters::from(Some(BfString::Char('\0'))).is_unknown());
        assert!(Letters::from(None).is_unknown());
        assert_eq!(
            Letters::from(Some(BfString::String("fi".into()))),
            Letters::Several("fi".into())
        );
    }
}

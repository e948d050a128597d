//! From lines to the text: which line ends a paragraph.
//!
//! Paragraphs are marked as letters mark them, with a line that holds one space.

use super::lines::Line;

/// The usual distance from line to line, in parts of the size of the type, where a letter is too short to tell.
const USUAL_LEADING: f64 = 1.2;

/// How much more than the usual distance lies between paragraphs.
const PARAGRAPH: f64 = 1.3;

/// The width of a space, in parts of the size of the type.
const SPACE: f64 = 0.25;

/// Writes the lines of all pages.
pub(super) fn text(pages: &[Vec<Line>]) -> String {
    let measure = Measure::of(pages);
    let mut text = String::new();
    for (at, page) in pages.iter().enumerate() {
        push_page(&mut text, page, &measure);
        let next = pages.get(at + 1).map(Vec::as_slice);
        if let Some(next) = next {
            if let (Some(last), Some(first)) = (page.last(), next.first())
                && !first.is_blank()
                && measure.leaves_room(last, first)
            {
                text.push_str(" \n");
            }
            text.push('\x0c');
        }
    }
    text
}

fn push_page(text: &mut String, page: &[Line], measure: &Measure) {
    let mut before: Option<&Line> = None;
    for line in page {
        if line.is_blank() {
            text.push_str(" \n");
        } else {
            if before.is_some_and(|before| measure.ends_paragraph(before, line)) {
                text.push_str(" \n");
            }
            text.push_str(&line.text);
            text.push('\n');
        }
        before = Some(line);
    }
}

/// How the lines of a document are set.
struct Measure {
    /// Where full lines end.
    right: f64,
    /// The distance from line to line within a paragraph, in parts of the size of the type.
    leading: f64,
}

impl Measure {
    fn of(pages: &[Vec<Line>]) -> Self {
        let ends = pages
            .iter()
            .flatten()
            .filter(|line| !line.is_blank())
            .map(|line| line.x1);
        let mut measure = Self {
            right: quantile(ends.collect(), 0.95).unwrap_or_default(),
            leading: USUAL_LEADING,
        };
        let wraps = pages
            .iter()
            .flat_map(|page| page.windows(2))
            .filter_map(|pair| match pair {
                [before, after] if measure.is_wrap(before, after) => {
                    Some((after.top - before.bottom) / before.em)
                }
                _ => None,
            });
        if let Some(leading) = quantile(wraps.collect(), 0.5) {
            measure.leading = leading;
        }
        measure
    }

    /// Whether a line surely goes on in the next.
    fn is_wrap(&self, before: &Line, after: &Line) -> bool {
        let are_lines = !before.is_blank() && !after.is_blank() && !after.in_row;
        are_lines
            && before.em == after.em
            && after.top > before.bottom
            && !self.leaves_room(before, after)
    }

    /// Whether the first word of a line would have had room on the line before.
    fn leaves_room(&self, before: &Line, after: &Line) -> bool {
        before.x1 + SPACE * before.em + after.first_word <= self.right
    }

    fn ends_paragraph(&self, before: &Line, after: &Line) -> bool {
        let distance = after.top - before.bottom;
        !before.is_blank()
            && !after.in_row
            && distance > PARAGRAPH * self.leading * before.em.max(after.em)
    }
}

/// The value that this share of the values lies below.
fn quantile(mut values: Vec<f64>, share: f64) -> Option<f64> {
    let last = values.len().checked_sub(1)?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss
    )]
    let at = (last as f64 * share) as usize;
    let (_, value, _) = values.select_nth_unstable_by(at, f64::total_cmp);
    Some(*value)
}

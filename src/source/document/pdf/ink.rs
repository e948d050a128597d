//! What the pages of a PDF show: glyphs with their places, and how much of the page is picture.

mod glyph;
mod marked;
mod page;

pub(super) use glyph::Glyph;
pub(super) use page::Ink;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, InterpreterWarning, TransformExt,
    interpret_page,
};
use hayro_syntax::Pdf;
use hayro_syntax::page::Page;
use kurbo::Rect;

use self::page::Collector;
use super::open;
use crate::source::decode::Unreadable;

/// Collects what every page shows.
///
/// # Errors
///
/// When a page is damaged, or shows more than [`open`] allows.
pub(super) fn collect(pdf: &Pdf) -> Result<Vec<Ink>, Unreadable> {
    let cache = InterpreterCache::new();
    let warned = Arc::new(AtomicBool::new(false));
    let settings = settings(&warned);
    let mut glyphs_left = open::MOST_GLYPHS;
    let mut pages = Vec::new();
    for (number, page) in (1..).zip(pdf.pages().iter()) {
        open::vouch_for_page(number, page)?;
        let ink = collect_page(page, pdf, &cache, settings.clone());
        if warned.load(Ordering::Relaxed) {
            return Err(open::unreadable_font(number));
        }
        glyphs_left = glyphs_left
            .checked_sub(ink.glyphs().len())
            .ok_or_else(|| open::too_much_text(number))?;
        pages.push(ink);
    }
    Ok(pages)
}

/// Settings that take note of a font that cannot be read: text in it would be left out, or be guessed.
fn settings(warned: &Arc<AtomicBool>) -> InterpreterSettings {
    let warned = Arc::clone(warned);
    InterpreterSettings {
        warning_sink: Arc::new(move |warning| {
            if matches!(warning, InterpreterWarning::UnsupportedFont) {
                warned.store(true, Ordering::Relaxed);
            }
        }),
        ..InterpreterSettings::default()
    }
}

fn collect_page<'a>(
    page: &Page<'a>,
    pdf: &'a Pdf,
    cache: &InterpreterCache<'a>,
    settings: InterpreterSettings,
) -> Ink {
    let (width, height) = page.render_dimensions();
    let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    // Downwards, as people read, and turned as the page is turned.
    let to_page = page.initial_transform(true).to_kurbo();
    let mut context = Context::new(to_page, bounds, cache, pdf.xref(), settings);
    let mut collector = Collector::new(bounds);
    interpret_page(page, &mut context, &mut collector);
    collector.finish()
}

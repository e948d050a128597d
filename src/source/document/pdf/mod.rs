//! Letters in PDF files: glyphs on pages become printed lines, in the order in which a person reads them.
//!
//! The way through: [`open`] refuses what would cost too much before a page of it is read, [`ink`] collects what a page
//! shows, [`cells`] puts glyphs together to pieces of a line, [`lines`] brings those into reading order, [`running`]
//! leaves out the headers and footers that would interrupt a rationale at a page break, and [`compose`] writes the text.

mod cells;
mod compose;
mod ink;
mod lines;
mod names;
mod open;
mod running;
mod unpack;

#[cfg(test)]
mod tests;

use hayro_syntax::Pdf;

use self::ink::Ink;
use self::lines::{Drawn, Line};
use super::{Extract, Setting};
use crate::source::decode::Unreadable;
use crate::source::format::FileFormat;

/// Takes the text out of a PDF file.
///
/// # Errors
///
/// [`Unreadable::Document`] when the file is damaged or locked, when a page of it has no text, or when it goes beyond
/// the limits of [`open`]. A letter is read whole or not at all.
pub(super) fn extract(bytes: &[u8]) -> Result<Extract, Unreadable> {
    let pdf = open::open(bytes)?;
    let mut pages = read_pages(&pdf)?;
    running::remove(&mut pages);
    Ok(Extract {
        text: compose::text(&pages),
        setting: Setting::Pages,
    })
}

/// The printed lines of every page, from top to bottom.
fn read_pages(pdf: &Pdf) -> Result<Vec<Vec<Line>>, Unreadable> {
    let pages = ink::collect(pdf)?;
    refuse_pages_without_text(&pages)?;
    refuse_unknown_letters(&pages)?;
    Ok(pages
        .iter()
        .map(|ink| {
            let drawn = if ink.is_recognised() {
                Drawn::Anyhow
            } else {
                Drawn::ByCell
            };
            lines::in_reading_order(cells::of(ink), drawn)
        })
        .collect())
}

fn refuse_pages_without_text(pages: &[Ink]) -> Result<(), Unreadable> {
    let numbers = |is: fn(&Ink) -> bool| -> Vec<usize> {
        (1..)
            .zip(pages)
            .filter_map(|(number, ink)| is(ink).then_some(number))
            .collect()
    };
    let without_text = numbers(Ink::is_picture_of_text);
    if !without_text.is_empty() {
        let has = if without_text.len() == 1 {
            "has"
        } else {
            "have"
        };
        return Err(refusal(
            format!(
                "{} {has} no text, only a picture of it",
                names::pages(&without_text)
            ),
            "run text recognition (OCR) on it first",
        ));
    }
    if pages.iter().all(Ink::is_blank) {
        return Err(refusal(
            "there is no text on any of its pages".to_owned(),
            "if it was made from a scan, run text recognition (OCR) on the scan first",
        ));
    }
    Ok(())
}

/// Refuses a letter of which more than a few glyphs in a hundred stand for no known character.
fn refuse_unknown_letters(pages: &[Ink]) -> Result<(), Unreadable> {
    let garbled = (1..).zip(pages).find(|(_, ink)| ink.is_garbled());
    let Some((number, ink)) = garbled else {
        return Ok(());
    };
    let (unknown, all) = ink.unknown_of_all();
    Err(refusal(
        format!(
            "{unknown} of the {all} characters on page {number} cannot be told, as its fonts do not say what they stand for"
        ),
        "print it to PDF again from the program that made it, or run text recognition (OCR) on it",
    ))
}

fn refusal(what: String, advice: &str) -> Unreadable {
    Unreadable::Document {
        format: FileFormat::Pdf,
        what,
        advice: advice.to_owned(),
    }
}

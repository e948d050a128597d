//! Writes a page as text.

use std::fmt;

use super::{Block, Page};
use crate::report::printable::one_line;
use crate::report::wrap::{hanging, wrapped};

const STEP: &str = "  ";

/// Writes a page in lines of at most `width` characters.
///
/// # Errors
///
/// Those of `out`.
pub fn render(out: &mut impl fmt::Write, page: &Page, width: usize) -> fmt::Result {
    writeln!(out, "{}", page.heading)?;
    writeln!(out, "{}", one_line(&page.place))?;
    for section in &page.sections {
        writeln!(out, "\n{}", section.title)?;
        for block in &section.blocks {
            match block {
                Block::Paragraph(text) => wrapped(out, STEP, &one_line(text), width)?,
                Block::Item { depth, name, text } => {
                    let indent = STEP.repeat(depth + 1);
                    let mark = if name.is_empty() {
                        format!("{indent}- ")
                    } else {
                        format!("{indent}{}: ", one_line(name))
                    };
                    let mark = if text.is_empty() {
                        mark.trim_end()
                    } else {
                        &mark
                    };
                    let below = STEP.repeat(depth + 3);
                    hanging(out, mark, &below, &one_line(text), width)?;
                }
                Block::Line(line) => {
                    let line = one_line(line);
                    writeln!(out, "{}", format!("{STEP}{line}").trim_end())?;
                }
            }
        }
    }
    Ok(())
}

//! The words that rules are made of, as a rule editor reads them.

use std::fmt;

use super::wrap::wrapped;
use crate::check::{each_vocabulary, vocabulary};

/// Writes every condition with its argument, what it asks and where it makes sense, and everything that `each`
/// can name. Lines end before `width` columns.
///
/// # Errors
///
/// Those of `out`.
pub fn render(out: &mut impl fmt::Write, width: usize) -> fmt::Result {
    writeln!(out, "conditions:")?;
    for condition in vocabulary() {
        writeln!(out, "\n{}", condition.example)?;
        wrapped(out, "    ", condition.about, width)?;
        writeln!(out, "    argument: {}", condition.argument)?;
        writeln!(out, "    where: {}", condition.places)?;
        write_placeholders(out, condition.placeholders)?;
    }
    writeln!(out, "\neach, what a rule is asked of one at a time:")?;
    for each in each_vocabulary() {
        writeln!(out, "\neach: {}", each.name)?;
        wrapped(out, "    ", each.about, width)?;
        write_placeholders(out, each.placeholders)?;
    }
    Ok(())
}

fn write_placeholders(out: &mut impl fmt::Write, names: &[&str]) -> fmt::Result {
    if names.is_empty() {
        return Ok(());
    }
    writeln!(out, "    fills: {{{}}}", names.join("}, {"))
}

//! `imr-lint rules vocabulary`.

use std::io::Write;

use crate::cli::output::Output;
use crate::cli::{Failure, Status};

/// Lists the conditions of the rule language.
pub(super) fn run() -> Result<Status, Failure> {
    let mut out = Output::open(None)?;
    for condition in imr_lint::check::vocabulary() {
        writeln!(out, "{}\n    {}", condition.example, condition.about)?;
        if !condition.placeholders.is_empty() {
            writeln!(out, "    fills {{{}}}", condition.placeholders.join("}, {"))?;
        }
    }
    writeln!(out, "\neach:")?;
    for (name, placeholders) in imr_lint::check::each_vocabulary() {
        writeln!(out, "    {name:<17} {}", placeholders.join(", "))?;
    }
    out.finish()?;
    Ok(Status::Clean)
}

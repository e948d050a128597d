//! `imr-lint rules vocabulary`.

use std::io::Write;

use imr_lint::report::vocabulary;

use crate::cli::output::{Output, Terminal};
use crate::cli::{Failure, Status};

/// Lists the words that rules are made of.
pub(super) fn run(terminal: &Terminal) -> Result<Status, Failure> {
    let mut out = Output::open(None)?;
    let mut page = String::new();
    // Writing to a string cannot fail.
    let _ = vocabulary::render(&mut page, terminal.drawing(false).width);
    out.write_all(page.as_bytes())?;
    out.finish()?;
    Ok(Status::Clean)
}

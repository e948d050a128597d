//! `imr-lint rules new`.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;

use imr_lint::rules::skeleton;

use crate::cli::args::{NewArguments, NewEntry};
use crate::cli::output::{Output, Terminal};
use crate::cli::{Failure, Status, pack};

/// Writes the skeleton of an entry.
pub(super) fn run(arguments: &NewArguments, terminal: &Terminal) -> Result<Status, Failure> {
    let linter = pack::load_or_complain(&arguments.pack, terminal)?;
    let (pack, id) = (linter.pack(), arguments.id.as_str());
    let written = match arguments.entry {
        NewEntry::Limit => skeleton::limit(pack, id),
        NewEntry::Rule => skeleton::rule(pack, id),
    };
    let written = written.map_err(|error| Failure::new(error.to_string(), error.help()))?;
    match &arguments.output {
        Some(path) => create(path, &written)?,
        None => {
            let mut out = Output::open(None)?;
            out.write_all(written.as_bytes())?;
            out.finish()?;
        }
    }
    Ok(Status::Clean)
}

/// Writes a file that must not be there yet: it might hold the work of somebody.
fn create(path: &Path, text: &str) -> Result<(), Failure> {
    let opened = OpenOptions::new().write(true).create_new(true).open(path);
    let written = opened.and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| {
        Failure::new(
            format!("{}: cannot be written: {error}", path.display()),
            "name a file that is not there yet, in a folder that is",
        )
    })
}

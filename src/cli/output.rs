//! Where output goes, and how it may look there.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

use anstream::ColorChoice;
use imr_lint::report::full::{Drawing, FullOptions};

use super::Failure;
use super::args::Colour;

/// Columns at which messages are wrapped: the terminal's, within reason.
const WIDTH: usize = 100;

/// What is known of the terminal.
#[derive(Debug)]
pub(crate) struct Terminal {
    colour: Colour,
}

impl Terminal {
    /// With the choice of the command line, which NO_COLOR and CLICOLOR only decide when it is `auto`.
    pub(crate) fn new(colour: Colour) -> Self {
        Self { colour }
    }

    /// How reports are drawn: in colour on a terminal, in plain lines where colour is not wanted, in ASCII in
    /// files and pipes.
    pub(crate) fn drawing(&self, to_file: bool) -> FullOptions {
        let drawing = match self.colour {
            Colour::Always => Drawing::Coloured,
            Colour::Auto if to_file || !io::stdout().is_terminal() => Drawing::Ascii,
            Colour::Auto if anstream::AutoStream::choice(&io::stdout()) != ColorChoice::Never => {
                Drawing::Coloured
            }
            Colour::Auto => Drawing::Plain,
            Colour::Never if to_file || !io::stdout().is_terminal() => Drawing::Ascii,
            Colour::Never => Drawing::Plain,
        };
        FullOptions {
            drawing,
            width: WIDTH,
        }
    }

    /// How problems are drawn on standard error.
    pub(crate) fn error_drawing(&self) -> FullOptions {
        let coloured = match self.colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => anstream::AutoStream::choice(&io::stderr()) != ColorChoice::Never,
        };
        let drawing = match (coloured, io::stderr().is_terminal()) {
            (true, _) => Drawing::Coloured,
            (false, true) => Drawing::Plain,
            (false, false) => Drawing::Ascii,
        };
        FullOptions {
            drawing,
            width: WIDTH,
        }
    }

    /// Writes a line to standard error. That nobody may be there to read it is no reason to stop.
    pub(crate) fn complain(&self, line: &str) {
        let _ = writeln!(io::stderr(), "{line}");
    }
}

/// Standard output, or the file of `--output`.
pub(crate) fn open(path: Option<&Path>) -> Result<Box<dyn Write>, Failure> {
    match path {
        None => Ok(Box::new(BufWriter::new(io::stdout().lock()))),
        Some(path) => match File::create(path) {
            Ok(file) => Ok(Box::new(BufWriter::new(file))),
            Err(error) => Err(Failure::new(
                format!("{}: cannot be written: {error}", path.display()),
                "name a file in a folder that exists and that you may write to",
            )),
        },
    }
}

//! Where output goes, and how it may look there.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anstream::ColorChoice;
use imr_lint::report::full::{Drawing, FullOptions};
use imr_lint::report::statistics::Bars;
use terminal_size::Width;

use super::Failure;
use super::args::Colour;

/// Columns at which messages are wrapped: those of the terminal within these bounds; in files and pipes the
/// most.
const COLUMNS: (usize, usize) = (60, 100);

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
            width: columns(!to_file && io::stdout().is_terminal()),
        }
    }

    /// How bars are drawn on standard output.
    pub(crate) fn bars(&self) -> Bars {
        match self.drawing(false).drawing {
            Drawing::Coloured | Drawing::Plain => Bars::Blocks,
            Drawing::Ascii => Bars::Ascii,
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
            width: columns(io::stderr().is_terminal()),
        }
    }

    /// Writes a line to standard error. That nobody may be there to read it is no reason to stop.
    pub(crate) fn complain(&self, line: &str) {
        let _ = writeln!(io::stderr(), "{line}");
    }
}

/// The columns at which messages are wrapped.
fn columns(is_terminal: bool) -> usize {
    let (fewest, most) = COLUMNS;
    let size = is_terminal.then(terminal_size::terminal_size).flatten();
    size.map_or(most, |(Width(columns), _)| {
        usize::from(columns).clamp(fewest, most)
    })
}

/// Standard output, or a file that takes its name only when it is complete: until then nothing that stood
/// under the name is lost, and a folder that is being checked does not hold its own report. A file that is never
/// completed is removed.
pub(crate) struct Output {
    out: Box<dyn Write>,
    file: Option<PartialFile>,
}

impl Output {
    /// Opens standard output for `None`.
    pub(crate) fn open(path: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = path else {
            return Ok(Self {
                out: Box::new(BufWriter::new(io::stdout().lock())),
                file: None,
            });
        };
        let mut partial = path.as_os_str().to_owned();
        partial.push(".partial");
        let partial = PathBuf::from(partial);
        let file = File::create(&partial).map_err(|error| unwritable(path, &error))?;
        Ok(Self {
            out: Box::new(BufWriter::new(file)),
            file: Some(PartialFile {
                partial,
                path: path.to_owned(),
            }),
        })
    }

    /// The failure to write to it.
    pub(crate) fn failed(&self, error: io::Error) -> Failure {
        match &self.file {
            Some(file) => unwritable(&file.path, &error),
            None => Failure::Output(error),
        }
    }

    /// Writes out what is left and gives a file its name.
    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        self.out.flush().map_err(|error| self.failed(error))?;
        match self.file.take() {
            None => Ok(()),
            Some(file) => std::fs::rename(&file.partial, &file.path)
                .map_err(|error| unwritable(&file.path, &error)),
        }
    }
}

/// A file that does not have its name yet. Removed when it is given up.
struct PartialFile {
    partial: PathBuf,
    path: PathBuf,
}

impl Drop for PartialFile {
    fn drop(&mut self) {
        // Once it has its name, there is nothing to remove.
        let _ = std::fs::remove_file(&self.partial);
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    Failure::new(
        format!("{}: cannot be written: {error}", path.display()),
        "name a file in a folder that exists and that you may write to",
    )
}

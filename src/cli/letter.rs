//! The one letter of a command that shows how it is understood.

use std::path::Path;

use imr_lint::source::SourceText;

use super::Failure;
use super::args::ReadingArguments;
use super::walk::Input;

/// A letter that was read.
pub(crate) struct Letter {
    /// Its path as it was given, `-` for standard input.
    pub(crate) name: String,
    /// Its text.
    pub(crate) source: SourceText,
}

/// Reads a file, or standard input for `-`.
pub(crate) fn read(path: &Path, arguments: &ReadingArguments) -> Result<Letter, Failure> {
    let input = if path.as_os_str() == "-" {
        Input::Stdin
    } else {
        Input::File(path.to_owned())
    };
    let bytes = input.read(arguments.size.bytes());
    let name = bytes.name;
    let complaint = |message: String, help: Option<String>| Failure::Message {
        message: format!("{name}: {message}"),
        help,
    };
    let content = bytes
        .content
        .map_err(|problem| complaint(problem.message, problem.help))?;
    let source =
        SourceText::from_bytes(&content).map_err(|error| complaint(error.to_string(), None))?;
    Ok(Letter { name, source })
}

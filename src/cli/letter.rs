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
        Input::Stdin("-".to_owned())
    } else {
        Input::File(path.to_owned())
    };
    let bytes = input.read(arguments.size.bytes());
    let source = bytes.source();
    let name = bytes.name;
    let source = source.map_err(|problem| Failure::Message {
        message: format!("{name}: {}", problem.message),
        help: problem.help,
    })?;
    Ok(Letter { name, source })
}

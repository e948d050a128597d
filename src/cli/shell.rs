//! `imr-lint completions` and `imr-lint man`, made from the definition of the arguments.

use std::io::Write;
use std::path::Path;

use clap::CommandFactory;
use clap_mangen::Man;

use super::args::{Arguments, CompletionsArguments, ManArguments};
use super::output::Output;
use super::{Failure, Status};

/// Prints what a shell completes the commands and options with.
pub(crate) fn completions(arguments: &CompletionsArguments) -> Result<Status, Failure> {
    let mut command = Arguments::command();
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, name, &mut script);
    printed(&script)
}

/// Prints the manual page of the program, or writes those of all its commands into a folder.
pub(crate) fn man(arguments: &ManArguments) -> Result<Status, Failure> {
    let command = Arguments::command();
    match &arguments.output {
        Some(folder) => {
            std::fs::create_dir_all(folder)
                .and_then(|()| clap_mangen::generate_to(command, folder))
                .map_err(|error| unwritable(folder, &error))?;
            Ok(Status::Clean)
        }
        None => {
            let mut page = Vec::new();
            Man::new(command).render(&mut page)?;
            printed(&page)
        }
    }
}

fn printed(text: &[u8]) -> Result<Status, Failure> {
    let mut out = Output::open(None)?;
    out.write_all(text)?;
    out.finish()?;
    Ok(Status::Clean)
}

fn unwritable(folder: &Path, error: &std::io::Error) -> Failure {
    Failure::new(
        format!("{}: cannot be written: {error}", folder.display()),
        "name a folder that you may write to",
    )
}

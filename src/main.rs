//! The command line of imr-lint.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}

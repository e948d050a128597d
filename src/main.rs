//! The command line of imr-lint.

mod cli;

use std::process::ExitCode;

/// A letter and a rule pack are thousands of small pieces.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::run()
}

//! The command line: arguments, files, colour, exit status. What it prints is made in the library.

mod args;
mod audit;
mod audit_command;
mod audit_run;
mod baseline;
mod check;
mod config;
mod inspect;
mod interrupt;
mod letter;
mod output;
mod pack;
mod parallel;
mod progress;
mod read;
mod recitals;
mod reports;
mod rules;
mod shell;
mod stats;
mod today;
mod waivers;
mod walk;
mod why;

use std::process::ExitCode;

use clap::Parser;

use self::args::{Arguments, Command};
use self::output::Terminal;

/// How a run ended; the numbers are public and stable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    /// Nothing at or above `--fail-on`.
    Clean = 0,
    /// Findings.
    Findings = 1,
    /// The run itself failed: bad usage, bad rules, a path that cannot be read. Whatever else was found has
    /// been reported all the same.
    Failed = 2,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status as u8)
    }
}

/// Why a command could not go on: a message for standard error, and what to do.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The message is complete; only its printing is left.
    #[error("{message}")]
    Message {
        /// What went wrong, with its place.
        message: String,
        /// What to do about it.
        help: Option<String>,
    },
    /// Already reported; only the status is left.
    #[error("the rule pack has problems")]
    Reported,
    /// The output could not be written.
    #[error("cannot write: {0}")]
    Output(#[from] std::io::Error),
}

impl Failure {
    pub(crate) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Message {
            message: message.into(),
            help: Some(help.into()),
        }
    }
}

/// Runs the command line of this process.
pub(crate) fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return usage(&error),
    };
    let terminal = Terminal::new(arguments.color);
    let ended = match arguments.command {
        Command::Check(check) => check::run(&check, &terminal),
        Command::Stats(stats) => stats::run(&stats, &terminal),
        Command::Inspect(inspect) => inspect::run(&inspect, &terminal),
        Command::Read(read) => read::run(&read, &terminal),
        Command::Baseline(baseline) => baseline::run(&baseline, &terminal),
        Command::Config(config) => config::run(&config, &terminal),
        Command::Recitals(recitals) => recitals::run(&recitals, &terminal),
        Command::Why(why) => why::run(&why, &terminal),
        Command::Rules(rules) => rules::run(&rules, &terminal),
        Command::Completions(completions) => shell::completions(&completions),
        Command::Man(man) => shell::man(&man),
    };
    match ended {
        Ok(status) => status.into(),
        Err(failure) => failed(&failure, &terminal).into(),
    }
}

/// Help and version are no failures; clap's own status for bad usage is 2, as ours.
fn usage(error: &clap::Error) -> ExitCode {
    let status = if error.use_stderr() {
        Status::Failed
    } else {
        Status::Clean
    };
    // A closed pipe is the reader's decision, not an error.
    let _ = error.print();
    status.into()
}

fn failed(failure: &Failure, terminal: &Terminal) -> Status {
    match failure {
        // Whoever reads the output has seen enough.
        Failure::Output(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Status::Clean,
        Failure::Reported => Status::Failed,
        Failure::Message { message, help } => {
            terminal.complain(&format!("error: {message}"));
            if let Some(help) = help {
                terminal.complain(&format!("help: {help}"));
            }
            Status::Failed
        }
        Failure::Output(_) => {
            terminal.complain(&format!("error: {failure}"));
            Status::Failed
        }
    }
}

//! `imr-lint stats`.

use imr_lint::report::statistics::{StatisticsFormat, StatisticsStyle};

use super::args::{StatsArguments, StatsFormat};
use super::audit_command;
use super::output::Terminal;
use super::{Failure, Status};

/// Checks the letters of the command line and shows them in numbers. What is found fails nothing; a letter that cannot
/// be read does, since the numbers are not those of all letters.
pub(crate) fn run(arguments: &StatsArguments, terminal: &Terminal) -> Result<Status, Failure> {
    let style = match arguments.format {
        StatsFormat::Text => StatisticsStyle::Text(terminal.bars()),
        StatsFormat::Json => StatisticsStyle::Json,
    };
    let audited = audit_command::run(
        &arguments.audit,
        None,
        &[None],
        |linter, _| vec![Box::new(StatisticsFormat::new(linter.pack(), style))],
        terminal,
    )?;
    let outcome = audited.outcome;
    let status = match outcome.summary.unread {
        0 => Status::Clean,
        _ => Status::Failed,
    };
    Ok(outcome.extent.status(status))
}

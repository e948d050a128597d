//! `imr-lint check`.

use std::path::Path;

use imr_lint::config::FailOn;

use super::args::CheckArguments;
use super::audit_command::{self, Audited};
use super::audit_run::Outcome;
use super::output::Terminal;
use super::{Failure, Status, reports};

/// Checks the letters of the command line.
pub(crate) fn run(arguments: &CheckArguments, terminal: &Terminal) -> Result<Status, Failure> {
    let wanted = reports::wanted(&arguments.report)?;
    let paths: Vec<Option<&Path>> = wanted.iter().map(|report| report.path.as_deref()).collect();
    let Audited { outcome, fail_on } = audit_command::run(
        &arguments.audit,
        Some(&arguments.failing),
        &paths,
        |linter, baseline| reports::formats(&wanted, linter, baseline, terminal),
        terminal,
    )?;
    Ok(status(&outcome, fail_on))
}

fn status(outcome: &Outcome, fail_on: FailOn) -> Status {
    let failing = match fail_on {
        FailOn::At(severity) => outcome.gravest >= Some(severity),
        FailOn::Never => false,
    };
    let status = match (outcome.summary.unread, failing) {
        (0, false) => Status::Clean,
        (0, true) => Status::Findings,
        _ => Status::Failed,
    };
    outcome.extent.status(status)
}

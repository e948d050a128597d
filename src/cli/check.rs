//! `imr-lint check`.

use std::sync::{Mutex, PoisonError};

use imr_lint::config::FailOn;
use imr_lint::report::format::RunEnd;
use imr_lint::report::json::Beside;

use super::args::CheckArguments;
use super::audit::Audit;
use super::audit_run::{AuditRun, Outcome};
use super::baseline::{self, BaselineFile};
use super::config::{Given, Settings};
use super::output::Terminal;
use super::progress::Progress;
use super::reports::{self, Reports};
use super::waivers::WaiversFile;
use super::{Failure, Status, interrupt, pack, parallel, walk};

/// Checks the letters of the command line.
pub(crate) fn run(arguments: &CheckArguments, terminal: &Terminal) -> Result<Status, Failure> {
    let wanted = reports::wanted(&arguments.report)?;
    let first = arguments.paths.first();
    let settings = Settings::of(&Given {
        first,
        reading: Some(&arguments.reading),
        selection: Some(&arguments.selection),
        waivers: arguments.waivers.waivers.as_deref(),
        baseline: arguments.baseline.as_deref(),
        ..Given::of(&arguments.pack)
    })?;
    let linter = pack::of_settings(&settings, terminal)?;
    let named = settings.waivers.value.as_deref();
    let waivers = WaiversFile::load(&arguments.waivers, named, first, terminal)?;
    let baseline = BaselineFile::load(settings.baseline.value.as_deref(), terminal)?;
    let found = walk::letters(&arguments.paths)?;
    for report in &wanted {
        walk::refuse_overwriting(report.path.as_deref(), &found.inputs, "to check")?;
    }
    let formats = reports::formats(&wanted, &linter, terminal);
    let mut reports = Reports::begin(&wanted, &formats)?;
    let run = AuditRun {
        linter: &linter,
        settings: &settings,
        audit: Mutex::new(Audit {
            register: waivers.as_ref().map(|file| file.register(&linter)),
            known: baseline.as_ref().map(BaselineFile::known),
            select: &settings.select.value,
            ignore: &settings.ignore.value,
        }),
        formats: &formats,
        max_bytes: arguments.reading.size.bytes(),
        jobs: parallel::threads(arguments.jobs),
    };
    let progress = Progress::new(
        found.inputs.len(),
        wanted.iter().any(|report| report.path.is_none()),
    );
    interrupt::watch()?;
    let mut outcome = run.run(&found.inputs, &progress, |pieces| reports.add(pieces))?;
    progress.end();

    let mut audit = run
        .audit
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner);
    let stale = audit.stale();
    let about_waivers = audit.about_waivers(&linter);
    outcome.count(&about_waivers);
    let beside = Beside {
        waivers: waivers
            .as_ref()
            .map(|file| (file.name.as_str(), &file.text, about_waivers.as_slice())),
        baseline: baseline
            .as_ref()
            .map(|file| (file.name.as_str(), stale.clone())),
    };
    reports.end(&RunEnd {
        summary: &outcome.summary,
        beside: &beside,
    })?;
    if let Some(file) = &baseline {
        baseline::tell_stale(file, &stale, terminal);
    }
    found.skipped.tell(terminal);
    outcome.tell_interruption(terminal);
    Ok(status(&outcome, settings.fail_on.value))
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

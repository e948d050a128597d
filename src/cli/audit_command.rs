//! What the commands that check letters do alike: from the settings to the last line of the reports.

use std::mem::ManuallyDrop;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use imr_lint::check::Linter;
use imr_lint::config::FailOn;
use imr_lint::report::format::{Format, RunEnd};
use imr_lint::report::json::Beside;

use super::args::{AuditArguments, FailingArguments};
use super::audit::Audit;
use super::audit_run::{AuditRun, Outcome};
use super::baseline::{self, BaselineFile};
use super::config::{Given, Settings};
use super::output::Terminal;
use super::progress::Progress;
use super::reports::Reports;
use super::waivers::WaiversFile;
use super::{Failure, interrupt, pack, parallel, walk};

/// What came of a command.
#[derive(Debug)]
pub(crate) struct Audited {
    pub(crate) outcome: Outcome,
    /// When findings fail the run, by the command line and the settings.
    pub(crate) fail_on: FailOn,
}

/// Checks letters and writes a report in each of the formats to the path of the same place; `None`: standard output.
pub(crate) fn run<F>(
    arguments: &AuditArguments,
    failing: Option<&FailingArguments>,
    paths: &[Option<&Path>],
    formats: F,
    terminal: &Terminal,
) -> Result<Audited, Failure>
where
    F: for<'l> FnOnce(&'l Linter, Option<&BaselineFile>) -> Vec<Box<dyn Format + 'l>>,
{
    let first = arguments.paths.first();
    let given = &arguments.settings;
    let settings = Settings::of(&Given {
        first,
        failing,
        ..Given::of_all(given)
    })?;
    // Not taken apart at the end: the process ends then, and a pack has tens of thousands of pieces.
    let linter = ManuallyDrop::new(pack::of_settings(&settings, terminal)?);
    let named = settings.waivers.value.as_deref();
    let waivers = WaiversFile::load(&given.waivers, named, first, terminal)?;
    let baseline = BaselineFile::load(settings.baseline.value.as_deref(), terminal)?;
    let found = walk::letters(&arguments.paths)?;
    for path in paths {
        walk::refuse_overwriting(*path, &found.inputs, "to check")?;
    }
    let formats = formats(&linter, baseline.as_ref());
    let mut reports = Reports::begin(paths, &formats)?;
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
        max_bytes: given.reading.size.bytes(),
        jobs: parallel::threads(arguments.jobs),
    };
    let to_stdout = paths.contains(&None);
    let progress = Progress::new(found.inputs.len(), to_stdout);
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
    Ok(Audited {
        outcome,
        fail_on: settings.fail_on.value,
    })
}

//! `imr-lint rules test`.

use std::io::Write;

use imr_lint::check::{Coverage, CoverageKind, Outcome, TestResult};
use imr_lint::report::summary::counted;

use crate::cli::args::TestArguments;
use crate::cli::output::{Output, Terminal};
use crate::cli::{Failure, Status, pack};

/// Runs the tests of a pack and names those that fail, and what they leave untested.
pub(super) fn run(arguments: &TestArguments, terminal: &Terminal) -> Result<Status, Failure> {
    let linter = pack::load_or_complain(&arguments.pack, terminal)?;
    let results = linter.run_tests();
    let mut out = Output::open(None)?;
    for result in &results {
        write_failure(&mut out, result)?;
    }
    let failed = results
        .iter()
        .filter(|result| result.outcome != Outcome::Passed)
        .count();
    let passed = results.len() - failed;
    let coverage = arguments.coverage.then(|| linter.coverage());
    if let Some(coverage) = &coverage {
        write_gaps(&mut out, coverage)?;
    }
    writeln!(
        out,
        "{}: {passed} passed, {failed} failed",
        counted(results.len(), "test")
    )?;
    if let Some(coverage) = &coverage {
        write_figures(&mut out, coverage)?;
    }
    out.finish()?;
    let is_covered = coverage.is_none_or(|coverage| coverage.gaps.is_empty());
    Ok(if failed == 0 && is_covered {
        Status::Clean
    } else {
        Status::Findings
    })
}

fn write_failure(out: &mut dyn Write, result: &TestResult) -> std::io::Result<()> {
    let TestResult { entry, place, .. } = result;
    let name = result.name.as_deref().unwrap_or("all tests");
    match &result.outcome {
        Outcome::Passed => {}
        Outcome::Failed(faults) => {
            writeln!(out, "{place}: {entry}: {name}")?;
            for fault in faults {
                writeln!(out, "    {fault}")?;
            }
        }
        Outcome::NeverFires => writeln!(out, "{place}: {entry}: no test makes it fire")?,
        Outcome::NeverSilent => writeln!(out, "{place}: {entry}: no test keeps it silent")?,
    }
    Ok(())
}

fn write_gaps(out: &mut dyn Write, coverage: &Coverage) -> std::io::Result<()> {
    for gap in &coverage.gaps {
        writeln!(out, "{}: {}: {}", gap.place, gap.entry, gap.untested)?;
        writeln!(out, "    {}", gap.hint)?;
    }
    Ok(())
}

fn write_figures(out: &mut dyn Write, coverage: &Coverage) -> std::io::Result<()> {
    for kind in CoverageKind::ALL {
        let figures = coverage.of(kind);
        writeln!(
            out,
            "{}: {} of {} tested, {}.{} %",
            kind.title(),
            figures.tested,
            figures.all,
            figures.per_mille() / 10,
            figures.per_mille() % 10
        )?;
    }
    Ok(())
}

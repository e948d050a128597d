//! `imr-lint rules test`.

use std::io::Write;

use imr_lint::check::{Outcome, TestResult};
use imr_lint::report::summary::counted;

use crate::cli::args::PackArguments;
use crate::cli::output::{Output, Terminal};
use crate::cli::{Failure, Status, pack};

/// Runs the tests of a pack and names those that fail.
pub(super) fn run(arguments: &PackArguments, terminal: &Terminal) -> Result<Status, Failure> {
    let linter = pack::load_or_complain(arguments, terminal)?;
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
    writeln!(
        out,
        "{}: {passed} passed, {failed} failed",
        counted(results.len(), "test")
    )?;
    out.finish()?;
    Ok(if failed == 0 {
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
        Outcome::Failed { missing, noisy } => {
            writeln!(out, "{place}: {entry}: {name}")?;
            for rule in missing {
                writeln!(out, "    missing: {rule} should have fired and did not")?;
            }
            for finding in noisy {
                writeln!(out, "    noisy: {finding}")?;
            }
        }
        Outcome::NeverFires => writeln!(out, "{place}: {entry}: no test makes it fire")?,
        Outcome::NeverSilent => writeln!(out, "{place}: {entry}: no test keeps it silent")?,
    }
    Ok(())
}

//! `imr-lint rules check` and `imr-lint rules test`.

use std::io::Write;

use imr_lint::check::{Outcome, TestResult};
use imr_lint::report::rule_problems::render_problem_full;
use imr_lint::report::summary::counted;

use super::args::{PackArguments, RulesCommand};
use super::output::{Output, Terminal};
use super::{Failure, Status, pack};

pub(crate) fn run(command: &RulesCommand, terminal: &Terminal) -> Result<Status, Failure> {
    match command {
        RulesCommand::Check(arguments) => check(arguments, terminal),
        RulesCommand::Test(arguments) => test(arguments, terminal),
        RulesCommand::Vocabulary => vocabulary(),
    }
}

/// Lists the conditions of the rule language.
fn vocabulary() -> Result<Status, Failure> {
    let mut out = Output::open(None)?;
    for condition in imr_lint::check::vocabulary() {
        writeln!(out, "{}\n    {}", condition.example, condition.about)?;
        if !condition.placeholders.is_empty() {
            writeln!(out, "    fills {{{}}}", condition.placeholders.join("}, {"))?;
        }
    }
    writeln!(out, "\neach:")?;
    for (name, placeholders) in imr_lint::check::each_vocabulary() {
        writeln!(out, "    {name:<17} {}", placeholders.join(", "))?;
    }
    out.finish()?;
    Ok(Status::Clean)
}

/// Reports everything that is wrong with a pack.
fn check(arguments: &PackArguments, terminal: &Terminal) -> Result<Status, Failure> {
    let (linter, problems) = pack::load_with_problems(arguments)?;
    let mut out = Output::open(None)?;
    let options = terminal.drawing(false);
    for problem in &problems {
        let mut drawn = String::new();
        // Writing to a string cannot fail.
        let _ = render_problem_full(&mut drawn, problem, &options);
        out.write_all(drawn.as_bytes())?;
    }
    let pack = linter.pack();
    let status = if problems.is_empty() {
        writeln!(
            out,
            "{} {}: {}, {}, {}, {}; no problems",
            pack.name,
            pack.version,
            counted(pack.rules.len(), "rule"),
            counted(pack.limits.len(), "limit"),
            pack.criteria.len().to_string()
                + if pack.criteria.len() == 1 {
                    " criterion"
                } else {
                    " criteria"
                },
            counted(pack.guidelines.len(), "guideline edition"),
        )?;
        Status::Clean
    } else {
        writeln!(out, "{}", counted(problems.len(), "problem"))?;
        Status::Failed
    };
    out.finish()?;
    Ok(status)
}

/// Runs the tests of a pack and names those that fail.
fn test(arguments: &PackArguments, terminal: &Terminal) -> Result<Status, Failure> {
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

//! `imr-lint rules check`.

use std::io::Write;

use imr_lint::report::rule_problems::render_problem_full;
use imr_lint::report::summary::counted;

use crate::cli::args::PackArguments;
use crate::cli::output::{Output, Terminal};
use crate::cli::{Failure, Status, pack};

/// Reports everything that is wrong with a pack.
pub(super) fn run(arguments: &PackArguments, terminal: &Terminal) -> Result<Status, Failure> {
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
            "{} {}: {}, {}, {}, {}, {}, {}; no problems",
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
            counted(pack.laws.len(), "law"),
            counted(pack.recommendations.len(), "recommendation"),
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

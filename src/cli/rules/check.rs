//! `imr-lint rules check`.

use std::io::Write;

use imr_lint::report::rule_problems::render_problem_full;
use imr_lint::report::summary::counted;
use imr_lint::rules::pack::Pack;

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
        write_layers(&mut out, pack)?;
        Status::Clean
    } else {
        writeln!(out, "{}", counted(problems.len(), "problem"))?;
        Status::Failed
    };
    out.finish()?;
    Ok(status)
}

/// What each layer over the first adds and overrides.
fn write_layers(out: &mut dyn Write, pack: &Pack) -> std::io::Result<()> {
    for layer in pack.layers.iter().skip(1) {
        let header = layer.header.as_ref();
        let called = header.map(|header| format!(" ({} {})", header.name, header.version));
        writeln!(
            out,
            "  {}{}: adds {}, overrides {}",
            layer.name,
            called.unwrap_or_default(),
            entries(layer.added),
            entries(layer.overridden)
        )?;
    }
    Ok(())
}

fn entries(count: usize) -> String {
    match count {
        0 => "nothing".to_owned(),
        1 => "1 entry".to_owned(),
        count => format!("{count} entries"),
    }
}

//! `imr-lint rules diff`: what a change of rules does to the findings of letters.

use std::io::Write;
use std::path::Path;

use imr_lint::check::{Checked, Linter};
use imr_lint::finding::Finding;
use imr_lint::finding::change::{Changes, changes};
use imr_lint::report::diff::json::JsonDiff;
use imr_lint::report::diff::text::{render_letter, render_totals};
use imr_lint::report::diff::{DiffTotals, LetterDiff};
use imr_lint::source::SourceText;

use crate::cli::args::{DiffArguments, DiffFormat, PackArguments};
use crate::cli::config::{Given, Settings};
use crate::cli::output::{Output, Terminal};
use crate::cli::walk::{self, Bytes};
use crate::cli::{Failure, Status, pack};

/// The name of the built-in pack where a path of rules is expected.
const BUILT_IN: &str = "builtin";

/// Checks letters with two packs and shows which findings came, went and moved. Changes are no failure.
pub(super) fn run(arguments: &DiffArguments, terminal: &Terminal) -> Result<Status, Failure> {
    let old = linter(arguments, &arguments.old, terminal)?;
    let new = linter(arguments, &arguments.new, terminal)?;
    let found = walk::letters_of(&arguments.on);
    let out = Output::open(None)?;
    let report = match arguments.format {
        DiffFormat::Text => Report::Text(out),
        DiffFormat::Json => {
            Report::Json(JsonDiff::begin(out, old.linter.pack(), new.linter.pack())?)
        }
    };
    let mut run = Run {
        old,
        new,
        report,
        totals: DiffTotals::default(),
    };
    let most = arguments.reading.size.bytes();
    for input in found.inputs {
        run.letter(input.read(most))?;
    }
    found.skipped.tell(terminal);
    run.end()
}

/// One side of the comparison.
struct Side {
    linter: Linter,
    settings: Settings,
}

impl Side {
    fn check<'t>(
        &self,
        source: &'t SourceText,
        letter: &'t imr_lint::letter::Letter,
    ) -> Checked<'t> {
        self.linter.check(source, letter, self.settings.as_of.value)
    }
}

/// The linter for OLD or NEW, without any settings file: only the rules differ between the two.
fn linter(arguments: &DiffArguments, rules: &Path, terminal: &Terminal) -> Result<Side, Failure> {
    let is_built_in = rules.as_os_str() == BUILT_IN;
    let mut given = PackArguments::default();
    given.config.no_config = true;
    if !is_built_in {
        given.rules.push(rules.to_owned());
        given.no_builtin_rules = arguments.no_builtin_rules;
    }
    let settings = Settings::of(&Given {
        reading: Some(&arguments.reading),
        ..Given::of(&given)
    })?;
    let linter = pack::of_settings(&settings, terminal)?;
    Ok(Side { linter, settings })
}

struct Run {
    old: Side,
    new: Side,
    report: Report,
    totals: DiffTotals,
}

enum Report {
    Text(Output),
    Json(JsonDiff<Output>),
}

impl Run {
    fn letter(&mut self, bytes: Bytes) -> Result<(), Failure> {
        match bytes.source() {
            Ok(source) => self.compare(&bytes.name, &source),
            Err(problem) => self.show(&LetterDiff {
                name: &bytes.name,
                source: None,
                headings: &[],
                changes: &Changes::default(),
                problem: Some(&problem),
            }),
        }
    }

    fn compare(&mut self, name: &str, source: &SourceText) -> Result<(), Failure> {
        let letter = self.new.linter.parse(source);
        let old: Vec<Finding> = self.old.check(source, &letter).findings;
        let new = self.new.check(source, &letter);
        let headings = new.reading.headings();
        let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
        self.show(&LetterDiff {
            name,
            source: Some(source),
            headings: &headings,
            changes: &changes(&old, &new.findings),
            problem: None,
        })
    }

    fn show(&mut self, letter: &LetterDiff<'_>) -> Result<(), Failure> {
        self.totals.add(letter);
        match &mut self.report {
            Report::Json(report) => report.letter(letter)?,
            Report::Text(out) => {
                let mut drawn = String::new();
                // Writing to a string cannot fail.
                let _ = render_letter(&mut drawn, letter);
                out.write_all(drawn.as_bytes())?;
            }
        }
        Ok(())
    }

    fn end(self) -> Result<Status, Failure> {
        let out = match self.report {
            Report::Json(report) => report.end(&self.totals)?,
            Report::Text(mut out) => {
                let mut drawn = String::new();
                // Writing to a string cannot fail.
                let _ = render_totals(&mut drawn, &self.totals);
                out.write_all(drawn.as_bytes())?;
                out
            }
        };
        out.finish()?;
        Ok(if self.totals.unread == 0 {
            Status::Clean
        } else {
            Status::Failed
        })
    }
}

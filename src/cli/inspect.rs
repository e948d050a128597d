//! `imr-lint inspect`: what was read from a letter.

use std::io::Write;

use imr_lint::check::Checked;
use imr_lint::finding::Severity;
use imr_lint::report::format::{AuditedLetter, Format, ReadLetter, RunEnd};
use imr_lint::report::inspect::Inspection;
use imr_lint::report::json::{Beside, JsonFormat};
use imr_lint::report::summary::Summary;

use super::args::{InspectArguments, InspectFormat};
use super::config::{Given, Settings};
use super::letter::{self, Letter};
use super::output::{Output, Terminal};
use super::{Failure, Status, pack};

pub(crate) fn run(arguments: &InspectArguments, terminal: &Terminal) -> Result<Status, Failure> {
    let Letter { name, source } = letter::read(&arguments.path, &arguments.reading)?;
    let mut out = Output::open(None)?;
    if arguments.text {
        out.write_all(source.text().as_bytes())?;
        out.finish()?;
        return Ok(Status::Clean);
    }
    let settings = Settings::of(&Given {
        first: Some(&arguments.path),
        reading: Some(&arguments.reading),
        ..Given::of(&arguments.pack)
    })?;
    let linter = pack::of_settings(&settings, terminal)?;
    let letter = linter.parse(&source);
    let checked = linter.check(&source, &letter, settings.as_of.value);
    match arguments.format {
        InspectFormat::Text => {
            let mut text = String::new();
            let limits = linter.applied_limits(&checked.reading);
            // Writing to a string cannot fail.
            let inspection = Inspection {
                reading: &checked.reading,
                limits: &limits,
                pack: linter.pack(),
                source: &source,
            };
            let _ = inspection.write(&mut text, &name);
            out.write_all(text.as_bytes())?;
            out.finish()?;
        }
        InspectFormat::Json => {
            let format = JsonFormat::new(linter.pack());
            let piece = format.draw(&AuditedLetter {
                name: &name,
                read: Some(ReadLetter {
                    source: &source,
                    reading: &checked.reading,
                    linter: &linter,
                }),
                problems: &[],
                findings: &checked.findings,
                waived: &[],
                known: &[],
            });
            let mut report = format.writer();
            report.begin(&mut out)?;
            report.add(piece, &mut out)?;
            report.end(
                &RunEnd {
                    summary: &summary(&checked),
                    beside: &Beside::default(),
                },
                &mut out,
            )?;
            out.finish()?;
        }
    }
    Ok(Status::Clean)
}

fn summary(checked: &Checked<'_>) -> Summary {
    let mut summary = Summary {
        letters: 1,
        items: checked.reading.items.len(),
        ..Summary::default()
    };
    let severities = checked.findings.iter().map(|finding| finding.severity);
    severities.for_each(|severity: Severity| summary.count(severity));
    summary
}

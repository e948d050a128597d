//! `imr-lint check`.

use std::io::Write;
use std::mem::ManuallyDrop;
use std::path::PathBuf;

use imr_lint::check::{Linter, gravest};
use imr_lint::config::FailOn;
use imr_lint::finding::{Finding, LetterProblem, Severity};
use imr_lint::report::LetterView;
use imr_lint::report::concise::render_concise;
use imr_lint::report::full::{FullOptions, render_full};
use imr_lint::report::json::{Beside, JsonReport, LetterJson};
use imr_lint::report::summary::Summary;
use imr_lint::source::SourceText;

use super::args::{CheckArguments, Format};
use super::audit::{Audit, Sorted};
use super::baseline::{self, BaselineFile};
use super::config::{Given, Settings};
use super::output::{Output, Terminal};
use super::waivers::WaiversFile;
use super::walk::{self, Bytes, Input};
use super::{Failure, Status, pack};

/// Checks the letters of the command line one after the other, so that memory does not grow with their number.
pub(crate) fn run(arguments: &CheckArguments, terminal: &Terminal) -> Result<Status, Failure> {
    let first = arguments.paths.first().map(PathBuf::as_path);
    let settings = Settings::of(&Given {
        first,
        reading: Some(&arguments.reading),
        selection: Some(&arguments.selection),
        waivers: arguments.waivers.waivers.as_deref(),
        baseline: arguments.baseline.as_deref(),
        ..Given::of(&arguments.pack)
    })?;
    // Not taken apart at the end: the process ends then, and a pack has tens of thousands of pieces.
    let linter = ManuallyDrop::new(pack::of_settings(&settings, terminal)?);
    let named = settings.waivers.value.as_deref();
    let waivers = WaiversFile::load(&arguments.waivers, named, first, terminal)?;
    let baseline = BaselineFile::load(settings.baseline.value.as_deref(), terminal)?;
    let inputs: Vec<Input> = arguments
        .paths
        .iter()
        .flat_map(|path| walk::inputs(path))
        .collect();
    walk::refuse_overwriting(arguments.output.as_deref(), &inputs, "to check")?;
    let out = Output::open(arguments.output.as_deref())?;
    let mut run = Run {
        linter: &linter,
        settings: &settings,
        audit: Audit {
            register: waivers.as_ref().map(|file| file.register(&linter)),
            known: baseline.as_ref().map(BaselineFile::known),
            select: &settings.select.value,
            ignore: &settings.ignore.value,
        },
        report: Report::begin(
            out,
            arguments.format,
            &linter,
            terminal.drawing(arguments.output.is_some()),
        )?,
        summary: Summary::default(),
        gravest: None,
    };
    let most = arguments.reading.size.bytes();
    for input in inputs {
        run.letter(input.read(most))?;
    }
    run.end(waivers.as_ref(), baseline.as_ref(), terminal)
}

struct Run<'a> {
    linter: &'a Linter,
    settings: &'a Settings,
    audit: Audit<'a>,
    report: Report,
    summary: Summary,
    gravest: Option<Severity>,
}

impl Run<'_> {
    fn letter(&mut self, bytes: Bytes) -> Result<(), Failure> {
        self.summary.letters += 1;
        let source = bytes.content.and_then(|content| {
            SourceText::from_bytes(&content).map_err(|error| LetterProblem::new(error.to_string()))
        });
        match source {
            Ok(source) => self.read(&bytes.name, &source),
            Err(problem) => {
                self.summary.unread += 1;
                self.report.unread(&bytes.name, &problem)
            }
        }
    }

    fn read(&mut self, name: &str, source: &SourceText) -> Result<(), Failure> {
        let letter = self.linter.parse(source);
        let as_of = self.settings.as_of.value;
        let mut checked = self.linter.check(source, &letter, as_of);
        let findings = std::mem::take(&mut checked.findings);
        let sorted = self.audit.sort(checked.reading.case_number(), findings);
        self.summary.items += checked.reading.items.len();
        self.summary.waived += sorted.waived.len();
        self.summary.known += sorted.known.len();
        self.count(&sorted.reported);
        self.report
            .letter(name, source, &checked, &sorted, self.linter)
    }

    fn count(&mut self, findings: &[Finding]) {
        for finding in findings {
            self.summary.count(finding.severity);
        }
        self.gravest = self.gravest.max(gravest(findings));
    }

    /// Ends the run with what is wrong with its waivers and gone from its baseline.
    fn end(
        mut self,
        waivers: Option<&WaiversFile>,
        baseline: Option<&BaselineFile>,
        terminal: &Terminal,
    ) -> Result<Status, Failure> {
        let stale = self.audit.stale();
        let about_waivers = self.audit.about_waivers(self.linter);
        self.count(&about_waivers);
        let beside = Beside {
            waivers: waivers.map(|file| (file.name.as_str(), &file.text, about_waivers.as_slice())),
            baseline: baseline.map(|file| (file.name.as_str(), stale.clone())),
        };
        self.report.end(&self.summary, &beside)?;
        if let Some(file) = baseline {
            baseline::tell_stale(file, &stale, terminal);
        }
        let failing = match self.settings.fail_on.value {
            FailOn::At(severity) => self.gravest >= Some(severity),
            FailOn::Never => false,
        };
        Ok(match (self.summary.unread, failing) {
            (0, false) => Status::Clean,
            (0, true) => Status::Findings,
            _ => Status::Failed,
        })
    }
}

/// A report in the format of the command line.
enum Report {
    Full(Output, FullOptions),
    Concise(Output),
    Json(JsonReport<Output>),
}

impl Report {
    fn begin(
        out: Output,
        format: Format,
        linter: &Linter,
        options: FullOptions,
    ) -> Result<Self, Failure> {
        Ok(match format {
            Format::Full => Self::Full(out, options),
            Format::Concise => Self::Concise(out),
            Format::Json => Self::Json(JsonReport::begin(out, linter.pack())?),
        })
    }

    fn unread(&mut self, name: &str, problem: &LetterProblem) -> Result<(), Failure> {
        let problems = std::slice::from_ref(problem);
        let view = LetterView {
            name,
            source: None,
            headings: &[],
            findings: &[],
            problems,
        };
        match self {
            Self::Json(report) => report.letter(&LetterJson::unread(name, problems))?,
            _ => self.print(&view)?,
        }
        Ok(())
    }

    fn letter(
        &mut self,
        name: &str,
        source: &SourceText,
        checked: &imr_lint::check::Checked<'_>,
        sorted: &Sorted<'_>,
        linter: &Linter,
    ) -> Result<(), Failure> {
        let findings = &sorted.reported;
        if let Self::Json(report) = self {
            let letter = LetterJson::new(name, source, checked, findings, linter.pack());
            report.letter(&letter.with_unreported(source, &sorted.waived, &sorted.known))?;
            return Ok(());
        }
        if findings.is_empty() {
            return Ok(());
        }
        let headings = checked.reading.headings();
        let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
        let view = LetterView {
            name,
            source: Some(source),
            headings: &headings,
            findings,
            problems: &[],
        };
        self.print(&view)
    }

    fn print(&mut self, view: &LetterView<'_>) -> Result<(), Failure> {
        let mut drawn = String::new();
        let (out, written) = match self {
            Self::Full(out, options) => (out, render_full(&mut drawn, view, options)),
            Self::Concise(out) => (out, render_concise(&mut drawn, view)),
            Self::Json(_) => return Ok(()),
        };
        // Writing to a string cannot fail.
        debug_assert!(written.is_ok());
        out.write_all(drawn.as_bytes())?;
        Ok(())
    }

    fn end(mut self, summary: &Summary, beside: &Beside<'_>) -> Result<(), Failure> {
        if let Some((name, source, findings)) = beside.waivers {
            self.print(&LetterView {
                name,
                source: Some(source),
                headings: &[],
                findings,
                problems: &[],
            })?;
        }
        let out = match self {
            Self::Full(mut out, _) | Self::Concise(mut out) => {
                writeln!(out, "{summary}")?;
                out
            }
            Self::Json(report) => report.end(summary, beside)?,
        };
        out.finish()
    }
}

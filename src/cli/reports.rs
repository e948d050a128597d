//! The reports of a run: each format, and where it goes.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use imr_lint::check::Linter;
use imr_lint::report::concise::ConciseFormat;
use imr_lint::report::csv::CsvFormat;
use imr_lint::report::format::{Format, Piece, ReportWriter, RunEnd};
use imr_lint::report::full::FullFormat;
use imr_lint::report::github::GithubFormat;
use imr_lint::report::gitlab::GitlabFormat;
use imr_lint::report::html::HtmlFormat;
use imr_lint::report::json::JsonFormat;
use imr_lint::report::jsonl::JsonLinesFormat;
use imr_lint::report::junit::JunitFormat;
use imr_lint::report::markdown::MarkdownFormat;
#[cfg(feature = "parquet")]
use imr_lint::report::parquet::ParquetFormat;
use imr_lint::report::sarif::SarifFormat;

use super::Failure;
use super::args::{FormatName, ReportArguments};
use super::baseline::BaselineFile;
use super::output::{Output, Terminal};

/// One report that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wanted {
    pub(crate) format: FormatName,
    /// `None`: standard output.
    pub(crate) path: Option<PathBuf>,
}

/// The reports that the command line asks for: at least one.
pub(crate) fn wanted(arguments: &ReportArguments) -> Result<Vec<Wanted>, Failure> {
    let wanted = all_wanted(arguments)?;
    let to_stdout = wanted.iter().filter(|report| report.path.is_none());
    let binary = to_stdout.filter(|report| report.format.is_binary()).count();
    if binary > 0 && io::stdout().is_terminal() {
        return Err(Failure::new(
            "a report that is no text cannot be shown on a terminal",
            "write it to a file, as --output report.parquet",
        ));
    }
    Ok(wanted)
}

fn all_wanted(arguments: &ReportArguments) -> Result<Vec<Wanted>, Failure> {
    if arguments.output.is_empty() {
        return Ok(vec![Wanted {
            format: arguments.format.unwrap_or(FormatName::Full),
            path: None,
        }]);
    }
    let outputs = arguments.output.iter();
    let wanted: Vec<Wanted> = outputs
        .map(|output| wanted_as(output, arguments.format))
        .collect::<Result<_, _>>()?;
    for (index, report) in wanted.iter().enumerate() {
        if wanted[..index]
            .iter()
            .any(|earlier| earlier.path == report.path)
        {
            let shown = report.path.as_deref().unwrap_or(Path::new("-"));
            return Err(Failure::new(
                format!("two reports cannot both be written to {}", shown.display()),
                "name another file for one of them",
            ));
        }
    }
    Ok(wanted)
}

/// A report that is named `FORMAT=PATH`, or else has the format that is asked for, or that its name tells.
fn wanted_as(output: &str, format: Option<FormatName>) -> Result<Wanted, Failure> {
    let named = output.split_once('=').and_then(|(name, path)| {
        let format = FormatName::named(name)?;
        Some((format, path))
    });
    let (format, path) = match named {
        Some(named) => named,
        None => match format.or_else(|| FormatName::of_ending(Path::new(output))) {
            Some(format) => (format, output),
            None => {
                return Err(Failure::new(
                    format!("{output}: no format is known by this ending"),
                    format!(
                        "say which one, as FORMAT={output}; formats are {}",
                        FormatName::all()
                    ),
                ));
            }
        },
    };
    Ok(Wanted {
        format,
        path: (path != "-").then(|| PathBuf::from(path)),
    })
}

/// The formats of some reports, in their order.
pub(crate) fn formats<'f>(
    wanted: &[Wanted],
    linter: &'f Linter,
    baseline: Option<&BaselineFile>,
    terminal: &Terminal,
) -> Vec<Box<dyn Format + 'f>> {
    let format = |wanted: &Wanted| -> Box<dyn Format + 'f> {
        match wanted.format {
            FormatName::Full => Box::new(FullFormat(terminal.drawing(wanted.path.is_some()))),
            FormatName::Concise => Box::new(ConciseFormat),
            FormatName::Json => Box::new(JsonFormat::new(linter.pack())),
            FormatName::Jsonl => Box::new(JsonLinesFormat::new(linter.pack())),
            FormatName::Sarif if baseline.is_some() => {
                Box::new(SarifFormat::new(linter.pack()).with_baseline())
            }
            FormatName::Sarif => Box::new(SarifFormat::new(linter.pack())),
            FormatName::Github => Box::new(GithubFormat),
            FormatName::Gitlab => Box::new(GitlabFormat),
            FormatName::Junit => Box::new(JunitFormat),
            FormatName::Csv => Box::new(CsvFormat),
            #[cfg(feature = "parquet")]
            FormatName::Parquet => Box::new(ParquetFormat::new(linter.pack())),
            FormatName::Markdown => Box::new(MarkdownFormat),
            FormatName::Html => Box::new(HtmlFormat::new(linter.pack())),
        }
    };
    wanted.iter().map(format).collect()
}

/// Reports that are being written.
pub(crate) struct Reports<'f> {
    reports: Vec<(Box<dyn ReportWriter + 'f>, Output)>,
}

impl<'f> Reports<'f> {
    /// Opens all of them, `None` being standard output, so that one that cannot be written is known before a letter is read.
    pub(crate) fn begin(
        paths: &[Option<&Path>],
        formats: &'f [Box<dyn Format + 'f>],
    ) -> Result<Self, Failure> {
        let mut reports = Vec::with_capacity(paths.len());
        for (path, format) in paths.iter().zip(formats) {
            let mut out = Output::open(*path)?;
            let mut writer = format.writer();
            writer.begin(&mut out).map_err(|error| out.failed(error))?;
            reports.push((writer, out));
        }
        Ok(Self { reports })
    }

    /// Adds what the formats have drawn of the next letter.
    pub(crate) fn add(&mut self, pieces: Vec<Piece>) -> Result<(), Failure> {
        self.each(pieces, |writer, out, piece| writer.add(piece, out))
    }

    /// Ends the reports; those in files get their names.
    pub(crate) fn end(mut self, run: &RunEnd<'_>) -> Result<(), Failure> {
        let all = vec![(); self.reports.len()];
        self.each(all, |writer, out, ()| writer.end(run, out))?;
        for (_, out) in self.reports {
            out.finish()?;
        }
        Ok(())
    }

    fn each<T>(
        &mut self,
        given: Vec<T>,
        write: impl Fn(&mut dyn ReportWriter, &mut Output, T) -> io::Result<()>,
    ) -> Result<(), Failure> {
        for ((writer, out), given) in self.reports.iter_mut().zip(given) {
            write(writer.as_mut(), out, given).map_err(|error| out.failed(error))?;
        }
        Ok(())
    }
}

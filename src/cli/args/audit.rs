//! The arguments of the commands that check letters.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{
    FailingArguments, FormatName, PackArguments, PathArguments, ReadingArguments,
    SelectionArguments, WaiverArguments,
};

#[derive(Debug, Args)]
pub(crate) struct CheckArguments {
    #[command(flatten)]
    pub(crate) report: ReportArguments,
    #[command(flatten)]
    pub(crate) audit: AuditArguments,
    #[command(flatten)]
    pub(crate) failing: FailingArguments,
}

#[derive(Debug, Args)]
pub(crate) struct StatsArguments {
    /// How to print.
    #[arg(long, value_enum, default_value_t = StatsFormat::Text)]
    pub(crate) format: StatsFormat,
    #[command(flatten)]
    pub(crate) audit: AuditArguments,
}

#[derive(Debug, Args)]
pub(crate) struct AuditArguments {
    #[command(flatten)]
    pub(crate) paths: PathArguments,
    /// How many letters to check at a time; as many as there are processors, when nothing else is said.
    #[arg(long, short, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,
    #[command(flatten)]
    pub(crate) settings: SettingArguments,
}

/// What a settings file can say, too, of a run over letters.
#[derive(Debug, Args)]
pub(crate) struct SettingArguments {
    #[command(flatten)]
    pub(crate) pack: PackArguments,
    #[command(flatten)]
    pub(crate) selection: SelectionArguments,
    #[command(flatten)]
    pub(crate) waivers: WaiverArguments,
    /// Do not report what this file knows, which `baseline write` made.
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) reading: ReadingArguments,
}

#[derive(Debug, Args)]
pub(crate) struct ReportArguments {
    /// How to report; full on standard output, when nothing else is said, and as its name tells in a file.
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) format: Option<FormatName>,
    /// Write a report to a file instead of standard output: report.html, or FORMAT=FILE; may be given several times.
    #[arg(long, short, value_name = "[FORMAT=]FILE")]
    pub(crate) output: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum StatsFormat {
    /// Tables for people.
    Text,
    /// The contract of docs/json.md.
    Json,
}

//! The arguments of the command line.

mod audit;
mod format;
mod rules;

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};

pub(crate) use self::audit::{
    AuditArguments, CheckArguments, ReportArguments, SettingArguments, StatsArguments, StatsFormat,
};
pub(crate) use self::format::FormatName;
pub(crate) use self::rules::{
    DiffArguments, DiffFormat, ExplainArguments, ListFormat, NewArguments, NewEntry,
    RuleListArguments, RulesCommand, SchemaArguments, TestArguments,
};

/// Says whether Independent Medical Review determinations agree with themselves and with the guidelines they cite.
#[derive(Debug, Parser)]
#[command(
    name = "imr-lint",
    version,
    about,
    max_term_width = 100,
    arg_required_else_help = true
)]
pub(crate) struct Arguments {
    /// When to use colour; NO_COLOR is respected.
    #[arg(long, value_enum, default_value_t = Colour::Auto, global = true, value_name = "WHEN", alias = "colour")]
    pub(crate) color: Colour,

    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check letters: files, folders, globs, archives, or - for standard input.
    Check(CheckArguments),
    /// Show letters in numbers: decisions by treatment, findings by rule, editions cited.
    Stats(StatsArguments),
    /// Show what was read from a letter: items, requests, citations, conclusions.
    Inspect(InspectArguments),
    /// Show how a phrase is understood. Without TEXT, JSON Lines are read from standard input.
    Read(ReadArguments),
    /// Show why each rule fired or stayed silent: conditions, their truth and the words that made it so.
    Why(WhyArguments),
    /// Show the settings for a letter, and where each comes from.
    Config(ConfigArguments),
    /// Learn what letters repeat word for word.
    #[command(subcommand)]
    Recitals(RecitalsCommand),
    /// Keep what is found today, so that later runs report only what is new.
    #[command(subcommand)]
    Baseline(BaselineCommand),
    /// Work on rule packs.
    #[command(subcommand)]
    Rules(RulesCommand),
    /// Print what a shell completes commands and options with.
    Completions(CompletionsArguments),
    /// Print the manual page of the program, or write those of all commands.
    Man(ManArguments),
}

#[derive(Debug, Args)]
pub(crate) struct CompletionsArguments {
    /// The shell.
    #[arg(value_enum, value_name = "SHELL")]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(crate) struct ManArguments {
    /// Write the pages of all commands into this folder: imr-lint.1, imr-lint-check.1, ...
    #[arg(long, short, value_name = "FOLDER")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct PathArguments {
    /// Letters (.txt, .pdf, .docx, ...), folders, globs, archives (.zip), or - for standard input.
    #[arg(required_unless_present = "files_from", value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Read also the paths that a file lists, one a line; - reads the list from standard input.
    #[arg(long, value_name = "FILE")]
    pub(crate) files_from: Option<PathBuf>,
    /// What standard input is called in reports; its folder is where settings are looked for.
    #[arg(long, value_name = "NAME")]
    stdin_filename: Option<String>,
    /// Read also files of folders that a .gitignore leaves out.
    #[arg(long)]
    pub(crate) no_ignore: bool,
}

impl PathArguments {
    /// What standard input is called.
    pub(crate) fn stdin_name(&self) -> &str {
        self.stdin_filename.as_deref().unwrap_or("-")
    }

    /// The path from which settings are looked for; `None`: the current folder.
    pub(crate) fn first(&self) -> Option<&Path> {
        let first = self.paths.first()?;
        match &self.stdin_filename {
            Some(name) if first.as_os_str() == "-" => Some(Path::new(name)),
            _ => Some(first),
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct SelectionArguments {
    /// Report only these rules: ids or groups (`citation`, `item/arithmetic`), comma-separated.
    #[arg(long, value_delimiter = ',', value_name = "RULES")]
    pub(crate) select: Vec<String>,
    /// Do not report these rules.
    #[arg(long, value_delimiter = ',', value_name = "RULES")]
    pub(crate) ignore: Vec<String>,
}

#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct FailingArguments {
    /// The lowest severity that makes the exit status 1; error, when nothing else is said.
    #[arg(long, value_enum, value_name = "SEVERITY")]
    pub(crate) fail_on: Option<FailOn>,
}

#[derive(Debug, Args)]
pub(crate) struct ConfigArguments {
    /// The letter or folder that the settings are for; without it, the current folder.
    #[arg(value_name = "PATH")]
    pub(crate) path: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) settings: SettingArguments,
    #[command(flatten)]
    pub(crate) failing: FailingArguments,
}

#[derive(Debug, Args)]
pub(crate) struct WaiverArguments {
    /// The waivers file; without it, the nearest imr-lint.waivers.yaml in the folder of the first PATH or above.
    #[arg(long, value_name = "FILE")]
    pub(crate) waivers: Option<PathBuf>,
    /// Use no waivers file: report what is waived, too.
    #[arg(long, conflicts_with_all = ["waivers", "today"])]
    pub(crate) no_waivers: bool,
    /// The day on which waivers must not have expired, instead of today (UTC): YYYY-MM-DD.
    #[arg(long, value_name = "DATE")]
    pub(crate) today: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum BaselineCommand {
    /// Write down what is found in letters: fingerprints, no text.
    Write(BaselineWriteArguments),
}

#[derive(Debug, Args)]
pub(crate) struct BaselineWriteArguments {
    #[command(flatten)]
    pub(crate) paths: PathArguments,
    /// The file to write, for `check --baseline`.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: PathBuf,
    #[command(flatten)]
    pub(crate) pack: PackArguments,
    #[command(flatten)]
    pub(crate) waivers: WaiverArguments,
    #[command(flatten)]
    pub(crate) reading: ReadingArguments,
}

#[derive(Debug, Args)]
pub(crate) struct InspectArguments {
    /// A letter, or - for standard input.
    #[arg(value_name = "PATH")]
    pub(crate) path: PathBuf,
    #[command(flatten)]
    pub(crate) pack: PackArguments,
    /// Print the text as it was read: the text that byte offsets in reports count in.
    #[arg(long)]
    pub(crate) text: bool,
    /// How to print.
    #[arg(long, value_enum, default_value_t = InspectFormat::Text)]
    pub(crate) format: InspectFormat,
    #[command(flatten)]
    pub(crate) reading: ReadingArguments,
}

#[derive(Debug, Args)]
pub(crate) struct WhyArguments {
    /// A letter, or - for standard input.
    #[arg(value_name = "PATH")]
    pub(crate) path: PathBuf,
    #[command(flatten)]
    pub(crate) pack: PackArguments,
    /// Explain only this disputed item, by its number in the letter.
    #[arg(long, value_name = "N")]
    pub(crate) item: Option<usize>,
    /// Explain only these rules: ids or groups (`citation`, `item/arithmetic`), comma-separated.
    #[arg(long, value_delimiter = ',', value_name = "RULES")]
    pub(crate) rule: Vec<String>,
    /// Show all conditions of all rules, not only those that decided.
    #[arg(long)]
    pub(crate) all: bool,
    /// How to print.
    #[arg(long, value_enum, default_value_t = WhyFormat::Text)]
    pub(crate) format: WhyFormat,
    #[command(flatten)]
    pub(crate) reading: ReadingArguments,
}

#[derive(Debug, Args)]
pub(crate) struct ReadingArguments {
    /// The decision date of letters that give none (their front matter is cut off): YYYY-MM-DD.
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    /// What other letters repeat word for word: a file that `recitals learn` wrote.
    #[arg(long, value_name = "FILE")]
    pub(crate) recitals: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) size: SizeArguments,
}

#[derive(Debug, Args)]
pub(crate) struct SizeArguments {
    /// Refuse files over this size, in MiB.
    #[arg(long, default_value_t = 16, value_name = "MIB")]
    max_size: u64,
}

impl SizeArguments {
    /// The most that is read of a file.
    pub(crate) fn bytes(&self) -> u64 {
        self.max_size.saturating_mul(1024 * 1024)
    }
}

#[derive(Debug, Default, Args)]
pub(crate) struct PackArguments {
    /// Rules to lay over the built-in pack, a folder of YAML or one file; may be given several times.
    #[arg(long, value_name = "PATH")]
    pub(crate) rules: Vec<PathBuf>,
    /// Leave the built-in pack out: the first --rules is a whole pack.
    #[arg(long)]
    pub(crate) no_builtin_rules: bool,
    #[command(flatten)]
    pub(crate) config: ConfigFileArguments,
}

#[derive(Debug, Default, Args)]
pub(crate) struct ConfigFileArguments {
    /// Settings to use instead of the imr-lint.yaml in the folder of the first letter or above it.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Use no settings file.
    #[arg(long, conflicts_with = "config")]
    pub(crate) no_config: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ReadArguments {
    /// What to read.
    #[arg(value_enum)]
    pub(crate) kind: ReadKind,
    /// A phrase; the answer is a table.
    #[arg(value_name = "TEXT")]
    pub(crate) text: Vec<String>,
    /// For assertions: the words of TEXT that it is asked about.
    #[arg(long, value_name = "WORDS", requires = "text")]
    pub(crate) target: Option<String>,
    #[command(flatten)]
    pub(crate) pack: PackArguments,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ReadKind {
    /// Whether a thing that is named is so, denied, not documented, under a condition, in the past; whose word.
    Assertions,
    /// Counts, frequencies, durations, doses, levels, dates.
    Quantities,
    /// Sentences.
    Sentences,
    /// A guideline line.
    Citations,
    /// Whose voice speaks in the sentences of a rationale.
    Zones,
}

#[derive(Debug, Subcommand)]
pub(crate) enum RecitalsCommand {
    /// Learn from the rationales of letters; the file holds hashes and counts, no text.
    Learn(LearnArguments),
}

#[derive(Debug, Args)]
pub(crate) struct LearnArguments {
    #[command(flatten)]
    pub(crate) paths: PathArguments,
    /// The file to write, for `--recitals` of other commands.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: PathBuf,
    #[command(flatten)]
    pub(crate) size: SizeArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum InspectFormat {
    /// For people.
    Text,
    /// The letter as in `check --format json`.
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum WhyFormat {
    /// For people.
    Text,
    /// The contract of docs/json.md; always everything.
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    /// Errors only.
    Error,
    /// Warnings and errors.
    Warning,
    /// Any finding.
    Note,
    /// Nothing.
    Never,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Colour {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

//! The arguments of `imr-lint rules`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use imr_lint::finding::Severity;
use imr_lint::rules::catalogue::EntryKind;
use imr_lint::rules::pack::Confidence;

use super::{PackArguments, ReadingArguments};

#[derive(Debug, Subcommand)]
pub(crate) enum RulesCommand {
    /// Load a pack and report everything that is wrong with it.
    Check(PackArguments),
    /// Show what a change of rules does to the findings of letters.
    Diff(DiffArguments),
    /// Run the tests that stand in a pack.
    Test(TestArguments),
    /// List the rules, limits, criteria, laws, recommendations and guideline editions of a pack.
    List(RuleListArguments),
    /// Show one page about a rule, limit, criterion, or any other entry that has an id.
    Explain(ExplainArguments),
    /// List the conditions that rules are made of.
    Vocabulary,
    /// Print the JSON Schema of rules files, for completion in editors.
    Schema(SchemaArguments),
    /// Print a skeleton of a rule or limit, with tests that fail until it is filled in.
    New(NewArguments),
}

#[derive(Debug, Args)]
pub(crate) struct TestArguments {
    #[command(flatten)]
    pub(crate) pack: PackArguments,
    /// Tell what no test shows: conditions, bounds of limits, facts of criteria. It fails the run as a test does.
    #[arg(long)]
    pub(crate) coverage: bool,
}

#[derive(Debug, Args)]
pub(crate) struct RuleListArguments {
    /// Only these kinds, comma-separated.
    #[arg(long, value_enum, value_delimiter = ',', value_name = "KIND")]
    pub(crate) kind: Vec<ListedKind>,
    /// Only what is about this treatment, by id.
    #[arg(long, value_name = "ID")]
    pub(crate) treatment: Option<String>,
    /// Only what stands in this guideline edition, by id.
    #[arg(long, value_name = "ID")]
    pub(crate) guideline: Option<String>,
    /// Only rules of this severity.
    #[arg(long, value_enum)]
    pub(crate) severity: Option<SeverityArgument>,
    /// Only what we are so sure of.
    #[arg(long, value_enum)]
    pub(crate) confidence: Option<ConfidenceArgument>,
    /// Leave out what is known not to be in force on this day: YYYY-MM-DD.
    #[arg(long, value_name = "DATE")]
    pub(crate) on: Option<String>,
    /// How to print.
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub(crate) format: ListFormat,
    #[command(flatten)]
    pub(crate) pack: PackArguments,
}

#[derive(Debug, Args)]
pub(crate) struct ExplainArguments {
    /// Id of a rule (`limit/claims-above`), limit, criterion, law, recommendation, guideline edition, treatment or fact.
    pub(crate) id: String,
    /// The kind of the entry, where several have this id.
    #[arg(long, value_enum)]
    pub(crate) kind: Option<EntryKindArgument>,
    #[command(flatten)]
    pub(crate) pack: PackArguments,
}

#[derive(Debug, Args)]
pub(crate) struct SchemaArguments {
    /// Write the schema to a file instead of standard output.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct NewArguments {
    /// What to write.
    #[arg(value_enum)]
    pub(crate) entry: NewEntry,
    /// Its id: `massage-trial` of a limit, `decision/no-reason` of a rule.
    pub(crate) id: String,
    /// Write it to a new file instead of standard output.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) pack: PackArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum NewEntry {
    /// Numbers of a guideline edition.
    Limit,
    /// A condition and the finding that it makes.
    Rule,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// Aligned columns; long cells are cut.
    Text,
    /// Everything, for programs.
    Json,
    /// Tables, for pages.
    Markdown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListedKind {
    Rule,
    Limit,
    Criterion,
    Law,
    Recommendation,
    Guideline,
}

impl ListedKind {
    pub(crate) fn entries(self) -> EntryKind {
        match self {
            Self::Rule => EntryKind::Rule,
            Self::Limit => EntryKind::Limit,
            Self::Criterion => EntryKind::Criterion,
            Self::Law => EntryKind::Law,
            Self::Recommendation => EntryKind::Recommendation,
            Self::Guideline => EntryKind::Guideline,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum EntryKindArgument {
    Rule,
    Limit,
    Criterion,
    Law,
    Recommendation,
    Guideline,
    Treatment,
    Fact,
}

impl From<EntryKindArgument> for EntryKind {
    fn from(kind: EntryKindArgument) -> Self {
        match kind {
            EntryKindArgument::Rule => Self::Rule,
            EntryKindArgument::Limit => Self::Limit,
            EntryKindArgument::Criterion => Self::Criterion,
            EntryKindArgument::Law => Self::Law,
            EntryKindArgument::Recommendation => Self::Recommendation,
            EntryKindArgument::Guideline => Self::Guideline,
            EntryKindArgument::Treatment => Self::Treatment,
            EntryKindArgument::Fact => Self::Fact,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SeverityArgument {
    Error,
    Warning,
    Note,
}

impl From<SeverityArgument> for Severity {
    fn from(severity: SeverityArgument) -> Self {
        match severity {
            SeverityArgument::Error => Self::Error,
            SeverityArgument::Warning => Self::Warning,
            SeverityArgument::Note => Self::Note,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ConfidenceArgument {
    /// Read verbatim in the primary or official text.
    Primary,
    /// Read as quoted or paraphrased elsewhere.
    Quoted,
    /// Read nowhere yet.
    Unverified,
}

impl From<ConfidenceArgument> for Confidence {
    fn from(confidence: ConfidenceArgument) -> Self {
        match confidence {
            ConfidenceArgument::Primary => Self::Primary,
            ConfidenceArgument::Quoted => Self::Quoted,
            ConfidenceArgument::Unverified => Self::Unverified,
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct DiffArguments {
    /// The rules as they were: a folder of YAML or one file, laid over the built-in pack; or `builtin`.
    #[arg(value_name = "OLD")]
    pub(crate) old: PathBuf,
    /// The rules as they are to be, likewise.
    #[arg(value_name = "NEW")]
    pub(crate) new: PathBuf,
    /// The letters: files, folders, globs, or - for standard input.
    #[arg(long, required = true, num_args = 1.., value_name = "PATH")]
    pub(crate) on: Vec<PathBuf>,
    /// OLD and NEW are whole packs (except `builtin`).
    #[arg(long)]
    pub(crate) no_builtin_rules: bool,
    /// How to print.
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    pub(crate) format: DiffFormat,
    #[command(flatten)]
    pub(crate) reading: ReadingArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// For people: letter by letter, item by item.
    Text,
    /// The changes as in docs/json.md.
    Json,
}

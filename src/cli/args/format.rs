//! The formats of reports, by name and by the endings of files.

use std::path::Path;

use clap::ValueEnum;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatName {
    /// The words of the letter, underlined.
    Full,
    /// One line a finding.
    Concise,
    /// The contract of docs/json.md.
    Json,
    /// The same, a line a letter.
    Jsonl,
    /// SARIF 2.1.0, for code scanning and editors.
    Sarif,
    /// Annotations of GitHub Actions.
    Github,
    /// A report of GitLab's Code Quality.
    Gitlab,
    /// JUnit XML: a test case for each item.
    Junit,
    /// A table of items and findings for spreadsheets.
    Csv,
    /// The same table, typed, for data tools.
    #[cfg(feature = "parquet")]
    Parquet,
    /// A summary for a comment on a change.
    Markdown,
    /// A page to look at, with the letters.
    Html,
}

impl FormatName {
    /// The format of this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::from_str(name, false).ok()
    }

    /// The format that the ending of a file tells; a file without one, or a text, is for reading.
    pub(crate) fn of_ending(path: &Path) -> Option<Self> {
        let Some(ending) = path.extension() else {
            return Some(Self::Full);
        };
        match ending.to_str()?.to_lowercase().as_str() {
            "txt" => Some(Self::Full),
            "json" => Some(Self::Json),
            "jsonl" | "ndjson" => Some(Self::Jsonl),
            "sarif" => Some(Self::Sarif),
            "xml" => Some(Self::Junit),
            "csv" => Some(Self::Csv),
            #[cfg(feature = "parquet")]
            "parquet" => Some(Self::Parquet),
            "md" | "markdown" => Some(Self::Markdown),
            "html" | "htm" => Some(Self::Html),
            _ => None,
        }
    }

    /// Whether its files are no text.
    pub(crate) fn is_binary(self) -> bool {
        match self {
            #[cfg(feature = "parquet")]
            Self::Parquet => true,
            _ => false,
        }
    }

    /// All names, for a message.
    pub(crate) fn all() -> String {
        let formats = Self::value_variants().iter();
        let names = formats.filter_map(ValueEnum::to_possible_value);
        let names: Vec<String> = names.map(|value| value.get_name().to_owned()).collect();
        names.join(", ")
    }
}

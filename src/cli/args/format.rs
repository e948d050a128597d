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
            "html" | "htm" => Some(Self::Html),
            _ => None,
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

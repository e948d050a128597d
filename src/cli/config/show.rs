//! `imr-lint config`: the settings of a run, and where each comes from.

use std::fmt::{self, Write as _};
use std::io::Write;
use std::path::Path;

use super::{Given, Origin, Settings, Sourced};
use crate::cli::args::ConfigArguments;
use crate::cli::output::{Output, Terminal};
use crate::cli::{Failure, Status, pack};

/// The column at which the comments with the origins begin.
const COMMENTS: usize = 40;

/// Prints the settings in the form of a settings file, each with its origin in a comment. Mistakes in the
/// file are reported, and names that the rules do not have.
pub(crate) fn run(arguments: &ConfigArguments, terminal: &Terminal) -> Result<Status, Failure> {
    let settings = Settings::of(&Given {
        first: arguments.path.as_deref(),
        failing: Some(&arguments.failing),
        ..Given::of_all(&arguments.settings)
    })?;
    pack::of_settings(&settings, terminal)?;
    let mut out = Output::open(None)?;
    out.write_all(Page(&settings).to_string().as_bytes())?;
    out.finish()?;
    Ok(Status::Clean)
}

struct Page<'s>(&'s Settings);

impl fmt::Display for Page<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let settings = self.0;
        match &settings.file {
            Some(file) => writeln!(f, "# settings of {}", file.display())?,
            None => writeln!(f, "# no {} was found", imr_lint::config::FILE_NAME)?,
        }
        let flags = &settings.builtin_rules;
        line(f, "builtin_rules", &flags.value.to_string(), &flags.origin)?;
        list(f, "rules", &settings.rules, |path| shown(path))?;
        severities(f, settings)?;
        list(f, "select", &settings.select, String::clone)?;
        list(f, "ignore", &settings.ignore, String::clone)?;
        let fail_on = &settings.fail_on;
        line(f, "fail_on", fail_on.value.name(), &fail_on.origin)?;
        let as_of = &settings.as_of;
        let day = as_of.value.map(|day| day.to_string());
        optional(f, "as_of", day, &as_of.origin)?;
        for (key, file) in [
            ("recitals", &settings.recitals),
            ("waivers", &settings.waivers),
            ("baseline", &settings.baseline),
        ] {
            optional(f, key, file.value.as_deref().map(shown), &file.origin)?;
        }
        Ok(())
    }
}

fn shown(path: impl AsRef<Path>) -> String {
    path.as_ref().display().to_string()
}

fn severities(f: &mut fmt::Formatter<'_>, settings: &Settings) -> fmt::Result {
    let regraded = &settings.config.severities;
    if regraded.is_empty() {
        return line(f, "severities", "{}", &Origin::BuiltIn);
    }
    writeln!(f, "severities:")?;
    for regraded in regraded {
        let key = format!("  {}", regraded.name.value);
        let origin = Origin::File(regraded.name.place.clone());
        line(f, &key, regraded.grade.name(), &origin)?;
    }
    Ok(())
}

fn list<T>(
    f: &mut fmt::Formatter<'_>,
    key: &str,
    setting: &Sourced<Vec<T>>,
    shown: impl Fn(&T) -> String,
) -> fmt::Result {
    let elements = setting.value.iter().map(|element| quoted(&shown(element)));
    let elements: Vec<String> = elements.collect();
    // An empty list would be a mistake in a settings file.
    let key = commented(key, elements.is_empty());
    line(
        f,
        &key,
        &format!("[{}]", elements.join(", ")),
        &setting.origin,
    )
}

fn optional(
    f: &mut fmt::Formatter<'_>,
    key: &str,
    value: Option<String>,
    origin: &Origin,
) -> fmt::Result {
    let key = commented(key, value.is_none());
    let value = value.map_or("none".to_owned(), |value| quoted(&value));
    line(f, &key, &value, origin)
}

/// A text as YAML: in quotes where it would else say something else.
fn quoted(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '/' | '_' | '-' | '\\');
    let is_word = text.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '/' | '_'));
    if is_word && text.chars().all(is_plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', "''"))
    }
}

/// A key whose value is none, so that the page stays a settings file.
fn commented(key: &str, is_none: bool) -> String {
    let mark = if is_none { "# " } else { "" };
    format!("{mark}{key}")
}

fn line(f: &mut fmt::Formatter<'_>, key: &str, value: &str, origin: &Origin) -> fmt::Result {
    let mut said = String::new();
    write!(said, "{key}: {value}")?;
    writeln!(f, "{said:<COMMENTS$}  # {origin}")
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BuiltIn => f.write_str("built-in"),
            Self::CommandLine => f.write_str("command line"),
            Self::File(place) => write!(f, "{}:{}", place.file.name, place.line()),
        }
    }
}

//! Loads the rule pack of a command.

use std::fs;
use std::path::{Path, PathBuf};

use imr_lint::check::{Linter, is_selected};
use imr_lint::reading::date::Date;
use imr_lint::report::rule_problems::render_problem_full;
use imr_lint::rules::layer::Layer;
use imr_lint::rules::pack::Pack;
use imr_lint::rules::problem::{RuleFile, RuleProblem};
use imr_lint::rules::{BUILT_IN, embedded, load_layers};

use super::args::PackArguments;
use super::config::{Given, Settings};
use super::output::Terminal;
use super::{Failure, recitals};

/// What to do when rules cannot be read.
const NAME_RULES: &str = "name a rules file or a folder of them with --rules";

/// The linter for the rules of the command line and of the settings of the current folder, and everything that
/// is wrong with them. Rules have the severities that the packs declare: settings grade findings on letters.
pub(crate) fn load_with_problems(
    arguments: &PackArguments,
) -> Result<(Linter, Vec<RuleProblem>), Failure> {
    let settings = Settings::of(&Given::of(arguments))?;
    let loaded = load_layers(layers(&settings)?);
    Ok(compiled(loaded.pack, settings.problems, loaded.problems))
}

/// Like [`load_with_problems`], but problems are reported on standard error and end the run: a pack that is
/// half loaded would find half of what it should.
pub(crate) fn load_or_complain(
    arguments: &PackArguments,
    terminal: &Terminal,
) -> Result<Linter, Failure> {
    let (linter, problems) = load_with_problems(arguments)?;
    without_problems(linter, &problems, terminal)
}

/// The linter for letters: with the severities and the recitals of the settings. Names of rules that there
/// are not, on the command line or in the settings, end the run too.
pub(crate) fn of_settings(settings: &Settings, terminal: &Terminal) -> Result<Linter, Failure> {
    let mut loaded = load_layers(layers(settings)?);
    let mut problems = settings.problems.clone();
    problems.extend(settings.config.unknown_names(&loaded.pack));
    settings.config.regrade(&mut loaded.pack);
    let (linter, problems) = compiled(loaded.pack, problems, loaded.problems);
    let linter = without_problems(linter, &problems, terminal)?;
    for names in [&settings.select, &settings.ignore] {
        check_names(&linter, &names.value)?;
    }
    recitals::given_to(linter, settings.recitals.value.as_deref())
}

/// The linter, and the problems of the settings, of the pack and of its conditions.
fn compiled(
    pack: Pack,
    mut problems: Vec<RuleProblem>,
    of_pack: Vec<RuleProblem>,
) -> (Linter, Vec<RuleProblem>) {
    problems.extend(of_pack);
    let (linter, more) = Linter::new(pack);
    problems.extend(more);
    (linter, problems)
}

fn without_problems(
    linter: Linter,
    problems: &[RuleProblem],
    terminal: &Terminal,
) -> Result<Linter, Failure> {
    if problems.is_empty() {
        return Ok(linter);
    }
    Err(complain(
        problems,
        "the rule pack or the settings",
        terminal,
    ))
}

/// Reports the problems of `what` on standard error, as the reason why nothing was checked.
pub(crate) fn complain(problems: &[RuleProblem], what: &str, terminal: &Terminal) -> Failure {
    let options = terminal.error_drawing();
    for problem in problems {
        let mut drawn = String::new();
        // Writing to a string cannot fail.
        let _ = render_problem_full(&mut drawn, problem, &options);
        terminal.complain(drawn.trim_end());
        terminal.complain("");
    }
    let count = imr_lint::report::summary::counted(problems.len(), "problem");
    terminal.complain(&format!("{count} in {what}; nothing was checked"));
    Failure::Reported
}

/// The built-in pack, unless it is left out, and what is laid over it.
fn layers(settings: &Settings) -> Result<Vec<Layer>, Failure> {
    let built_in = settings.builtin_rules.value;
    if !built_in && settings.rules.value.is_empty() {
        return Err(Failure::new(
            "without the built-in pack there are no rules",
            "name a whole pack with --rules, or leave out --no-builtin-rules",
        ));
    }
    let built_in = built_in.then(|| Layer {
        name: BUILT_IN.to_owned(),
        files: embedded(),
    });
    let mut layers: Vec<Layer> = built_in.into_iter().collect();
    for path in &settings.rules.value {
        layers.push(Layer {
            name: path.display().to_string(),
            files: read_files(path)?,
        });
    }
    Ok(layers)
}

fn read_files(path: &Path) -> Result<Vec<RuleFile>, Failure> {
    let mut paths = Vec::new();
    if path.is_dir() {
        collect(path, &mut paths)?;
        paths.sort();
        if paths.is_empty() {
            return Err(Failure::new(
                format!("{}: holds no rules", path.display()),
                "rules are read from files ending in .yaml or .yml",
            ));
        }
    } else {
        paths.push(path.to_owned());
    }
    let files = paths.iter().map(|path| read_file(path, NAME_RULES));
    files.collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let entries = fs::read_dir(folder).map_err(|error| unreadable(folder, &error, NAME_RULES))?;
    for entry in entries {
        let path = entry
            .map_err(|error| unreadable(folder, &error, NAME_RULES))?
            .path();
        let is_yaml = path
            .extension()
            .is_some_and(|extension| extension == "yaml" || extension == "yml");
        if path.is_dir() {
            collect(&path, paths)?;
        } else if is_yaml {
            paths.push(path);
        }
    }
    Ok(())
}

/// Reads a YAML file; `help` says what to do when it cannot be read.
pub(crate) fn read_file(path: &Path, help: &str) -> Result<RuleFile, Failure> {
    let bytes = fs::read(path).map_err(|error| unreadable(path, &error, help))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Failure::new(
            format!("{}: is no UTF-8 text (byte {at})", path.display()),
            "save the file as UTF-8",
        )
    })?;
    Ok(RuleFile {
        name: path.display().to_string(),
        text: text.into(),
    })
}

fn unreadable(path: &Path, error: &std::io::Error, help: &str) -> Failure {
    Failure::new(format!("{}: cannot be read: {error}", path.display()), help)
}

/// A rule or group that the pack does not have would silently select nothing.
pub(crate) fn check_names(linter: &Linter, names: &[String]) -> Result<(), Failure> {
    let ids = || {
        linter
            .pack()
            .rules
            .iter()
            .map(|rule| rule.id.value.as_str())
    };
    let unknown = names
        .iter()
        .find(|name| !ids().any(|id| is_selected(id, std::slice::from_ref(name), &[])));
    match unknown {
        None => Ok(()),
        Some(name) => Err(Failure::new(
            format!("no rule or group is called `{name}`"),
            imr_lint::rules::nearest_rule(name, ids()),
        )),
    }
}

/// The date of `--as-of`.
pub(crate) fn as_of(given: Option<&str>) -> Result<Option<Date>, Failure> {
    day("--as-of", given)
}

/// The day that an option gives.
pub(crate) fn day(option: &str, given: Option<&str>) -> Result<Option<Date>, Failure> {
    let Some(given) = given else {
        return Ok(None);
    };
    match given.parse::<Date>() {
        Ok(date) if date.is_full() => Ok(Some(date)),
        _ => Err(Failure::new(
            format!("{option}: `{given}` is no date"),
            "write a day as YYYY-MM-DD, for example 2016-12-09",
        )),
    }
}

//! Loads the rule pack of a command.

use std::fs;
use std::path::{Path, PathBuf};

use imr_lint::check::{Linter, is_selected};
use imr_lint::reading::date::Date;
use imr_lint::report::rule_problems::render_problem_full;
use imr_lint::rules::layer::Layer;
use imr_lint::rules::problem::{RuleFile, RuleProblem};
use imr_lint::rules::{BUILT_IN, embedded, load_layers};

use super::Failure;
use super::args::PackArguments;
use super::output::Terminal;

/// The linter for the pack of the command line, and everything that is wrong with the pack.
pub(crate) fn load_with_problems(
    arguments: &PackArguments,
) -> Result<(Linter, Vec<RuleProblem>), Failure> {
    let loaded = load_layers(layers(arguments)?);
    let mut problems = loaded.problems;
    let (linter, more) = Linter::new(loaded.pack);
    problems.extend(more);
    Ok((linter, problems))
}

/// The linter for the pack of the command line. Problems are reported on standard error and end the run: a
/// pack that is half loaded would find half of what it should.
pub(crate) fn load_or_complain(
    arguments: &PackArguments,
    terminal: &Terminal,
) -> Result<Linter, Failure> {
    let (linter, problems) = load_with_problems(arguments)?;
    if problems.is_empty() {
        return Ok(linter);
    }
    Err(complain(&problems, "the rule pack", terminal))
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
fn layers(arguments: &PackArguments) -> Result<Vec<Layer>, Failure> {
    if arguments.no_builtin_rules && arguments.rules.is_empty() {
        return Err(Failure::new(
            "--no-builtin-rules leaves no rules",
            "name a whole pack with --rules",
        ));
    }
    let built_in = (!arguments.no_builtin_rules).then(|| Layer {
        name: BUILT_IN.to_owned(),
        files: embedded(),
    });
    let mut layers: Vec<Layer> = built_in.into_iter().collect();
    for path in &arguments.rules {
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
    paths.iter().map(|path| read_file(path)).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let entries = fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    for entry in entries {
        let path = entry.map_err(|error| unreadable(folder, &error))?.path();
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

fn read_file(path: &Path) -> Result<RuleFile, Failure> {
    let bytes = fs::read(path).map_err(|error| unreadable(path, &error))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Failure::new(
            format!("{}: is no UTF-8 text (byte {at})", path.display()),
            "save the file as UTF-8",
        )
    })?;
    Ok(RuleFile {
        name: path.display().to_string(),
        text,
    })
}

fn unreadable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(
        format!("{}: cannot be read: {error}", path.display()),
        "name a rules file or a folder of them with --rules",
    )
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

//! The settings of a run: what is built in, what `imr-lint.yaml` says, what the command line says. The last
//! one wins.

mod find;
mod show;

use std::path::{Path, PathBuf};

use imr_lint::config::{Config, FailOn};
use imr_lint::finding::Severity;
use imr_lint::reading::date::Date;
use imr_lint::rules::decode::Located;
use imr_lint::rules::problem::{RulePlace, RuleProblem};

pub(crate) use show::run;

use super::args::{
    self, FailingArguments, PackArguments, ReadingArguments, SelectionArguments, SettingArguments,
};
use super::{Failure, pack};

/// Where a setting comes from.
#[derive(Clone, Debug)]
pub(crate) enum Origin {
    /// It is what happens when nobody says anything.
    BuiltIn,
    /// The settings file says so.
    File(RulePlace),
    /// The command line says so.
    CommandLine,
}

/// A setting, and where it comes from.
#[derive(Clone, Debug)]
pub(crate) struct Sourced<T> {
    pub(crate) value: T,
    pub(crate) origin: Origin,
}

/// What the command line says; a command without letters reads none and selects nothing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Given<'a> {
    /// The first path of the command, from which the settings file is searched; `None`: the current folder.
    pub(crate) first: Option<&'a Path>,
    pub(crate) pack: &'a PackArguments,
    pub(crate) reading: Option<&'a ReadingArguments>,
    pub(crate) selection: Option<&'a SelectionArguments>,
    pub(crate) failing: Option<&'a FailingArguments>,
    /// The waivers file of the command line.
    pub(crate) waivers: Option<&'a Path>,
    /// The baseline of the command line.
    pub(crate) baseline: Option<&'a Path>,
}

impl<'a> Given<'a> {
    /// Nothing but rules.
    pub(crate) fn of(pack: &'a PackArguments) -> Self {
        Self {
            first: None,
            pack,
            reading: None,
            selection: None,
            failing: None,
            waivers: None,
            baseline: None,
        }
    }

    /// What the command line says of everything that is set for a run over letters.
    pub(crate) fn of_all(arguments: &'a SettingArguments) -> Self {
        Self {
            reading: Some(&arguments.reading),
            selection: Some(&arguments.selection),
            waivers: arguments.waivers.waivers.as_deref(),
            baseline: arguments.baseline.as_deref(),
            ..Self::of(&arguments.pack)
        }
    }
}

/// All settings of a run.
#[derive(Debug)]
pub(crate) struct Settings {
    /// The settings file as decoded; without one, it says nothing.
    pub(crate) config: Config,
    /// What is wrong with it.
    pub(crate) problems: Vec<RuleProblem>,
    /// Its path.
    pub(crate) file: Option<PathBuf>,
    /// The layers over the built-in pack, or instead of it.
    pub(crate) rules: Sourced<Vec<PathBuf>>,
    /// Whether the built-in pack lies below them.
    pub(crate) builtin_rules: Sourced<bool>,
    /// The rules and groups that are reported; empty: all.
    pub(crate) select: Sourced<Vec<String>>,
    /// The rules and groups that are not.
    pub(crate) ignore: Sourced<Vec<String>>,
    /// When findings fail the run.
    pub(crate) fail_on: Sourced<FailOn>,
    /// The decision date of letters that give none.
    pub(crate) as_of: Sourced<Option<Date>>,
    /// The recitals file.
    pub(crate) recitals: Sourced<Option<PathBuf>>,
    /// The waivers file, when one is named.
    pub(crate) waivers: Sourced<Option<PathBuf>>,
    /// The baseline, when one is named.
    pub(crate) baseline: Sourced<Option<PathBuf>>,
}

impl Settings {
    /// The settings of a command.
    pub(crate) fn of(given: &Given<'_>) -> Result<Self, Failure> {
        let found = find::settings_file(given)?;
        let (config, problems) = match &found {
            Some(file) => imr_lint::config::decode(file),
            None => (Config::default(), Vec::new()),
        };
        let file = found.map(|file| PathBuf::from(&file.name));
        let folder = file.as_deref().and_then(Path::parent);
        let beside = |path: &String| match folder {
            Some(folder) => folder.join(path),
            None => PathBuf::from(path),
        };
        let selection = given.selection;
        let listed = |list: Option<&Vec<String>>| list.filter(|list| !list.is_empty()).cloned();
        let reading = given.reading;
        let as_of = pack::as_of(reading.and_then(|reading| reading.as_of.as_deref()))?;
        let recitals = reading.and_then(|reading| reading.recitals.clone());
        let (rules, builtin_rules) = rules(given.pack, &config, beside);
        Ok(Self {
            rules,
            builtin_rules,
            select: setting(
                listed(selection.map(|selection| &selection.select)),
                config
                    .select
                    .as_ref()
                    .map(|list| located(list, |list| texts(list))),
            ),
            ignore: setting(
                listed(selection.map(|selection| &selection.ignore)),
                config
                    .ignore
                    .as_ref()
                    .map(|list| located(list, |list| texts(list))),
            ),
            fail_on: setting(
                given
                    .failing
                    .and_then(|failing| failing.fail_on)
                    .map(FailOn::from),
                config.fail_on.clone(),
            ),
            as_of: setting(
                as_of.map(Some),
                config
                    .as_of
                    .as_ref()
                    .map(|day| located(day, |day| Some(*day))),
            ),
            recitals: setting(recitals.map(Some), path(config.recitals.as_ref(), beside)),
            waivers: setting(owned(given.waivers), path(config.waivers.as_ref(), beside)),
            baseline: setting(
                owned(given.baseline),
                path(config.baseline.as_ref(), beside),
            ),
            config,
            problems,
            file,
        })
    }
}

/// The layers. Rules on the command line take the place of all that the file says of rules: what lies below
/// them must not depend on where the letter lies.
fn rules(
    given: &PackArguments,
    config: &Config,
    beside: impl Fn(&String) -> PathBuf,
) -> (Sourced<Vec<PathBuf>>, Sourced<bool>) {
    let on_command_line = !given.rules.is_empty();
    let rules = setting(
        on_command_line.then(|| given.rules.clone()),
        config
            .rules
            .as_ref()
            .map(|rules| located(rules, |rules| rules.iter().map(&beside).collect())),
    );
    let builtin = if given.no_builtin_rules {
        Some(false)
    } else {
        on_command_line.then_some(true)
    };
    let builtin_rules = setting(builtin, config.builtin_rules.clone());
    (rules, builtin_rules)
}

/// The command line before the file before what is built in.
fn setting<T: BuiltIn>(given: Option<T>, in_file: Option<Located<T>>) -> Sourced<T> {
    match (given, in_file) {
        (Some(value), _) => Sourced {
            value,
            origin: Origin::CommandLine,
        },
        (None, Some(located)) => Sourced {
            value: located.value,
            origin: Origin::File(located.place),
        },
        (None, None) => Sourced {
            value: T::built_in(),
            origin: Origin::BuiltIn,
        },
    }
}

/// What a setting is when nobody says anything.
trait BuiltIn {
    fn built_in() -> Self;
}

impl<T> BuiltIn for Option<T> {
    fn built_in() -> Self {
        None
    }
}

impl<T> BuiltIn for Vec<T> {
    fn built_in() -> Self {
        Self::new()
    }
}

impl BuiltIn for FailOn {
    fn built_in() -> Self {
        Self::At(Severity::Error)
    }
}

impl BuiltIn for bool {
    /// The built-in pack lies below.
    fn built_in() -> Self {
        true
    }
}

fn located<T, U>(from: &Located<T>, make: impl FnOnce(&T) -> U) -> Located<U> {
    Located {
        value: make(&from.value),
        place: from.place.clone(),
    }
}

/// A path of the command line, as the value of a setting that may be none.
fn owned(path: Option<&Path>) -> Option<Option<PathBuf>> {
    path.map(|path| Some(path.to_owned()))
}

fn texts(list: &[Located<String>]) -> Vec<String> {
    list.iter().map(|text| text.value.clone()).collect()
}

fn path(
    given: Option<&Located<String>>,
    beside: impl Fn(&String) -> PathBuf,
) -> Option<Located<Option<PathBuf>>> {
    given.map(|path| located(path, |path| Some(beside(path))))
}

impl From<args::FailOn> for FailOn {
    fn from(given: args::FailOn) -> Self {
        match given {
            args::FailOn::Error => Self::At(Severity::Error),
            args::FailOn::Warning => Self::At(Severity::Warning),
            args::FailOn::Note => Self::At(Severity::Note),
            args::FailOn::Never => Self::Never,
        }
    }
}

//! The waivers file of a run.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use imr_lint::check::Linter;
use imr_lint::reading::date::Date;
use imr_lint::rules::problem::RuleFile;
use imr_lint::source::SourceText;
use imr_lint::waiver::{self, Register, Waiver};

use super::args::WaiverArguments;
use super::output::Terminal;
use super::today::today;
use super::{Failure, pack};

/// The name under which a waivers file is found.
const NAME: &str = "imr-lint.waivers.yaml";

/// A waivers file that was read.
pub(crate) struct WaiversFile {
    /// Its path as shown.
    pub(crate) name: String,
    /// Its text, in which findings about waivers have their places.
    pub(crate) text: SourceText,
    waivers: Vec<Waiver>,
    today: Date,
}

impl WaiversFile {
    /// The file that the command line or the settings name (`named`), or else the nearest one to the first path that is checked; `None`: there is
    /// none, or none is wanted. A file with mistakes ends the run before a letter is read, all of them reported.
    pub(crate) fn load(
        arguments: &WaiverArguments,
        named: Option<&Path>,
        first: Option<&Path>,
        terminal: &Terminal,
    ) -> Result<Option<Self>, Failure> {
        if arguments.no_waivers {
            return Ok(None);
        }
        // A wrong day is told also where there are no waivers.
        let today = today(arguments.today.as_deref())?;
        let found = || first.and_then(nearest);
        let Some(path) = named.map(Path::to_owned).or_else(found) else {
            return Ok(None);
        };
        let name = path.display().to_string();
        let text = read(&path)?;
        let file = RuleFile {
            name: name.clone(),
            text: text.clone().into(),
        };
        match waiver::from_file(file) {
            Ok(waivers) => Ok(Some(Self {
                name,
                text: SourceText::from_text(text),
                waivers,
                today,
            })),
            Err(problems) => Err(pack::complain(&problems, "the waivers file", terminal)),
        }
    }

    /// The waivers, for the letters of one run.
    pub(crate) fn register<'w>(&'w self, linter: &'w Linter) -> Register<'w> {
        linter.register(&self.waivers, self.today)
    }
}

/// The waivers file in the folder of a path or in the nearest folder above, named from the working folder where it lies
/// in there.
fn nearest(first: &Path) -> Option<PathBuf> {
    let first = if first == Path::new("-") {
        Path::new(".")
    } else {
        first
    };
    let absolute = std::path::absolute(first).ok()?;
    // Of a glob, the folder before the first wild card.
    let mut existing = absolute
        .ancestors()
        .filter_map(|path| path.canonicalize().ok());
    let real = existing.next()?;
    let mut candidates = real.ancestors().map(|folder| folder.join(NAME));
    let found = candidates.find(|path| path.is_file())?;
    let here = env::current_dir().and_then(|here| here.canonicalize());
    let relative = here.ok().and_then(|here| {
        let below = found.strip_prefix(here).ok()?;
        Some(below.to_owned())
    });
    Some(relative.unwrap_or(found))
}

fn read(path: &Path) -> Result<String, Failure> {
    let shown = path.display();
    let bytes = fs::read(path).map_err(|error| {
        Failure::new(
            format!("{shown}: cannot be read: {error}"),
            "name a waivers file with --waivers, or use none with --no-waivers",
        )
    })?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Failure::new(
            format!("{shown}: is no UTF-8 text (byte {at})"),
            "save the file as UTF-8",
        )
    })
}

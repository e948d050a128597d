//! `imr-lint recitals learn`, and the recitals file of other commands.

use std::fs;
use std::io::Write;
use std::path::Path;

use imr_lint::check::Linter;
use imr_lint::finding::LetterProblem;
use imr_lint::letter;
use imr_lint::reading::recitals::{Added, Recitals, RecitalsLearner};
use imr_lint::report::summary::counted;
use imr_lint::source::SourceText;

use super::args::{LearnArguments, RecitalsCommand};
use super::output::{Output, Terminal};
use super::walk::{self, Bytes};
use super::{Failure, Status};

pub(crate) fn run(command: &RecitalsCommand, terminal: &Terminal) -> Result<Status, Failure> {
    match command {
        RecitalsCommand::Learn(arguments) => learn(arguments, terminal),
    }
}

/// The linter with the recitals of a file. A file that cannot be used ends the run before a letter is read:
/// without it, other findings would come.
pub(crate) fn given_to(linter: Linter, file: Option<&Path>) -> Result<Linter, Failure> {
    match file {
        None => Ok(linter),
        Some(path) => Ok(linter.with_recitals(load(path)?)),
    }
}

fn load(path: &Path) -> Result<Recitals, Failure> {
    let shown = path.display();
    let bytes = fs::read(path).map_err(|error| {
        Failure::new(
            format!("{shown}: cannot be read: {error}"),
            "name a file that `imr-lint recitals learn PATH... --output FILE` wrote",
        )
    })?;
    Recitals::from_bytes(&bytes)
        .map_err(|error| Failure::new(format!("{shown}: {error}"), error.help()))
}

/// Learns from the rationales of letters, one after the other.
fn learn(arguments: &LearnArguments, terminal: &Terminal) -> Result<Status, Failure> {
    let found = walk::letters(&arguments.paths)?;
    walk::refuse_overwriting(Some(&arguments.output), &found.inputs, "to learn from")?;
    let mut run = Learning::default();
    for input in found.inputs {
        run.letter(input.read(arguments.size.bytes()), terminal);
    }
    found.skipped.tell(terminal);
    run.end(&arguments.output, terminal)
}

/// What was learned so far.
#[derive(Default)]
struct Learning {
    learner: RecitalsLearner,
    rationales: usize,
    copies: usize,
    unread: usize,
}

impl Learning {
    fn letter(&mut self, bytes: Bytes, terminal: &Terminal) {
        let learned = bytes.source().and_then(|source| self.learn(&source));
        if let Err(problem) = learned {
            self.unread += 1;
            terminal.complain(&format!("error: {}: {}", bytes.name, problem.message));
            if let Some(help) = problem.help {
                terminal.complain(&format!("help: {help}"));
            }
        }
    }

    fn learn(&mut self, source: &SourceText) -> Result<(), LetterProblem> {
        let letter = letter::parse(source.canonical().lines());
        let prose = source.canonical().prose();
        let places = letter.items.iter().filter_map(|item| item.rationale);
        let rationales: Vec<&str> = places.map(|place| place.of(prose)).collect();
        if rationales.is_empty() {
            return Err(LetterProblem::new("no rationale was found in it")
                .with_help("leave out what is no determination letter; `imr-lint inspect` shows what was read"));
        }
        match self.learner.add_letter(rationales.iter().copied()) {
            Added::Counted => self.rationales += rationales.len(),
            Added::Copy => self.copies += 1,
        }
        Ok(())
    }

    /// Writes the file, even when some letters could not be read; not when none could, so that nothing takes the
    /// place of a file that is of use.
    fn end(self, path: &Path, terminal: &Terminal) -> Result<Status, Failure> {
        if self.learner.letters() == 0 {
            return Err(Failure::new(
                format!(
                    "no letter could be read; {} was not written",
                    path.display()
                ),
                "name letters, or folders of them",
            ));
        }
        let forgotten = self.learner.forgotten();
        let recitals = self.learner.finish();
        let mut file = Output::open(Some(path))?;
        file.write_all(&recitals.to_bytes())?;
        file.finish()?;
        let mut out = Output::open(None)?;
        write!(
            out,
            "{}: {} of five words in two letters or more, from {} in {}",
            path.display(),
            counted(recitals.runs(), "run"),
            counted(self.rationales, "rationale"),
            counted(
                usize::try_from(recitals.letters()).unwrap_or(usize::MAX),
                "letter"
            ),
        )?;
        for (count, what) in [
            (self.copies, "left out as word for word the same as another"),
            (self.unread, "could not be read"),
        ] {
            if count > 0 {
                write!(out, "; {count} {what}")?;
            }
        }
        writeln!(out)?;
        out.finish()?;
        if forgotten > 0 {
            terminal.complain(&format!(
                "warning: {forgotten} rare runs were forgotten for want of room; they may be missed"
            ));
        }
        Ok(if self.unread == 0 {
            Status::Clean
        } else {
            Status::Failed
        })
    }
}

//! `imr-lint baseline write`, and the baseline of `check`.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::Path;

use imr_lint::baseline::{self, Entry, Known};
use imr_lint::check::Linter;
use imr_lint::reading::date::Date;
use imr_lint::report::summary::counted;
use imr_lint::source::SourceText;
use imr_lint::waiver::Register;

use super::args::{BaselineCommand, BaselineWriteArguments};
use super::config::{Given, Settings};
use super::output::{Output, Terminal};
use super::waivers::WaiversFile;
use super::walk::{self, Bytes};
use super::{Failure, Status, pack};

/// How many damaged lines or stale entries are shown, so that what stands above stays readable.
const MOST_SHOWN: usize = 20;

/// A baseline that was read.
pub(crate) struct BaselineFile {
    /// Its path as shown.
    pub(crate) name: String,
    entries: Vec<Entry>,
}

impl BaselineFile {
    /// The baseline that the command line names. One that is damaged ends the run before a letter is read: what it has
    /// lost would be reported as new.
    pub(crate) fn load(path: Option<&Path>, terminal: &Terminal) -> Result<Option<Self>, Failure> {
        let Some(path) = path else {
            return Ok(None);
        };
        let name = path.display().to_string();
        let rewrite = "name a file that `imr-lint baseline write PATH... --output FILE` wrote";
        let text = fs::read_to_string(path)
            .map_err(|error| Failure::new(format!("{name}: cannot be read: {error}"), rewrite))?;
        let entries = baseline::read(&text).map_err(|damages| {
            for damage in damages.iter().take(MOST_SHOWN) {
                let line = damage.line;
                terminal.complain(&format!("error: {name}:{line}: {}", damage.message));
            }
            let count = counted(damages.len(), "line");
            Failure::new(
                format!("{name}: {count} cannot be read; nothing was checked"),
                rewrite,
            )
        })?;
        Ok(Some(Self { name, entries }))
    }

    /// Its entries, for the letters of one run.
    pub(crate) fn known(&self) -> Known<'_> {
        Known::new(&self.entries)
    }
}

/// Tells what the baseline holds of letters that no longer have it.
pub(crate) fn tell_stale(file: &BaselineFile, stale: &[&Entry], terminal: &Terminal) {
    if stale.is_empty() {
        return;
    }
    let findings = counted(stale.len(), "finding");
    let name = &file.name;
    terminal.complain(&format!(
        "note: {name}: {findings} in it no longer found; write it anew with `imr-lint baseline write`"
    ));
    for entry in stale.iter().take(MOST_SHOWN) {
        let case = entry.case_number.as_deref().unwrap_or_default();
        let item = entry.item.map(|item| format!(", item {item}"));
        let item = item.unwrap_or_default();
        let Entry {
            rule, fingerprint, ..
        } = entry;
        terminal.complain(&format!("    {case}{item}: {rule} {fingerprint}"));
    }
    if let Some(more) = stale.len().checked_sub(MOST_SHOWN).filter(|more| *more > 0) {
        terminal.complain(&format!("    and {more} more"));
    }
}

pub(crate) fn run(command: &BaselineCommand, terminal: &Terminal) -> Result<Status, Failure> {
    match command {
        BaselineCommand::Write(arguments) => write(arguments, terminal),
    }
}

/// Writes down what is found in letters, but for what is waived: it would stay hidden when its waiver ends.
fn write(arguments: &BaselineWriteArguments, terminal: &Terminal) -> Result<Status, Failure> {
    let first = arguments.paths.first();
    let settings = Settings::of(&Given {
        first,
        reading: Some(&arguments.reading),
        waivers: arguments.waivers.waivers.as_deref(),
        ..Given::of(&arguments.pack)
    })?;
    let linter = pack::of_settings(&settings, terminal)?;
    let named = settings.waivers.value.as_deref();
    let waivers = WaiversFile::load(&arguments.waivers, named, first, terminal)?;
    let found = walk::letters(&arguments.paths)?;
    walk::refuse_overwriting(Some(&arguments.output), &found.inputs, "to check")?;
    let mut writing = Writing {
        linter: &linter,
        as_of: settings.as_of.value,
        register: waivers.as_ref().map(|file| file.register(&linter)),
        entries: BTreeSet::new(),
        letters: 0,
        waived: 0,
        unread: 0,
    };
    let most = arguments.reading.size.bytes();
    for input in found.inputs {
        writing.letter(input.read(most), terminal);
    }
    found.skipped.tell(terminal);
    writing.end(&arguments.output)
}

/// What was found so far.
struct Writing<'a> {
    linter: &'a Linter,
    as_of: Option<Date>,
    register: Option<Register<'a>>,
    entries: BTreeSet<Entry>,
    letters: usize,
    waived: usize,
    unread: usize,
}

impl Writing<'_> {
    fn letter(&mut self, bytes: Bytes, terminal: &Terminal) {
        match bytes.source() {
            Ok(source) => self.read(&source),
            Err(problem) => {
                self.unread += 1;
                terminal.complain(&format!("error: {}: {}", bytes.name, problem.message));
                if let Some(help) = problem.help {
                    terminal.complain(&format!("help: {help}"));
                }
            }
        }
    }

    fn read(&mut self, source: &SourceText) {
        self.letters += 1;
        let letter = self.linter.parse(source);
        let checked = self.linter.check(source, &letter, self.as_of);
        let case_number = checked.reading.case_number();
        let mut findings = checked.findings;
        if let Some(register) = &mut self.register {
            let (kept, waived) = register.sort(case_number, findings);
            self.waived += waived.len();
            findings = kept;
        }
        let entries = findings
            .iter()
            .map(|finding| Entry::of(case_number, finding));
        self.entries.extend(entries);
    }

    /// Writes the file, even when some letters could not be read; not when none could, so that nothing takes the
    /// place of a file that is of use.
    fn end(self, path: &Path) -> Result<Status, Failure> {
        let shown = path.display();
        if self.letters == 0 {
            return Err(Failure::new(
                format!("no letter could be read; {shown} was not written"),
                "name letters, or folders of them",
            ));
        }
        let text = baseline::write(&self.entries).map_err(std::io::Error::from)?;
        let mut file = Output::open(Some(path))?;
        file.write_all(text.as_bytes())?;
        file.finish()?;
        let mut out = Output::open(None)?;
        let known = counted(self.entries.len(), "finding");
        write!(
            out,
            "{shown}: {known} in {}",
            counted(self.letters, "letter")
        )?;
        for (count, what) in [(self.waived, "waived"), (self.unread, "could not be read")] {
            if count > 0 {
                write!(out, "; {count} {what}")?;
            }
        }
        writeln!(out)?;
        out.finish()?;
        Ok(if self.unread == 0 {
            Status::Clean
        } else {
            Status::Failed
        })
    }
}

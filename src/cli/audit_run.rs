//! Reads and checks the letters of a command, several at once, and draws each in the formats that are asked for.

use std::num::NonZeroUsize;
use std::sync::{Mutex, PoisonError};

use imr_lint::check::{Linter, gravest};
use imr_lint::finding::{Finding, LetterProblem, Severity};
use imr_lint::report::format::{AuditedLetter, Format, Piece, ReadLetter};
use imr_lint::report::summary::{Summary, counted};
use imr_lint::source::SourceText;

use super::Failure;
use super::audit::Audit;
use super::config::Settings;
use super::output::Terminal;
use super::parallel::{self, Extent};
use super::progress::Progress;
use super::walk::Input;

/// What holds for all letters of a run.
pub(crate) struct AuditRun<'a> {
    pub(crate) linter: &'a Linter,
    pub(crate) settings: &'a Settings,
    pub(crate) audit: Mutex<Audit<'a>>,
    pub(crate) formats: &'a [Box<dyn Format + 'a>],
    /// The most that is read of a file.
    pub(crate) max_bytes: u64,
    pub(crate) jobs: NonZeroUsize,
}

/// What a run came to.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) summary: Summary,
    pub(crate) gravest: Option<Severity>,
    pub(crate) extent: Extent,
}

impl Outcome {
    /// Counts findings that are about no letter.
    pub(crate) fn count(&mut self, findings: &[Finding]) {
        for finding in findings {
            self.summary.count(finding.severity);
        }
        self.gravest = self.gravest.max(gravest(findings));
    }

    /// Says that the user stopped the run, so that nobody takes its reports for whole.
    pub(crate) fn tell_interruption(&self, terminal: &Terminal) {
        if self.extent == Extent::Interrupted {
            let unchecked = counted(self.summary.unchecked, "letter");
            terminal.complain(&format!("error: interrupted; {unchecked} not checked"));
        }
    }
}

/// What one letter came to: its pieces, one for each format, and its share of the outcome.
struct Letter {
    pieces: Vec<Piece>,
    summary: Summary,
    gravest: Option<Severity>,
}

impl<'a> AuditRun<'a> {
    /// Runs over the letters. The pieces of each are given to `take` in the order of the letters.
    pub(crate) fn run(
        &self,
        inputs: &[Input],
        progress: &Progress,
        mut take: impl FnMut(Vec<Piece>) -> Result<(), Failure>,
    ) -> Result<Outcome, Failure> {
        let mut summary = Summary::default();
        let mut gravest = None;
        let work = |input: &Input| {
            let letter = self.letter(input);
            progress.advance();
            letter
        };
        let extent = parallel::in_order(inputs, self.jobs, work, |letter| {
            summary += letter.summary;
            gravest = gravest.max(letter.gravest);
            take(letter.pieces)
        })?;
        summary.unchecked = inputs.len() - summary.letters;
        Ok(Outcome {
            summary,
            gravest,
            extent,
        })
    }

    fn letter(&self, input: &Input) -> Letter {
        let bytes = input.read(self.max_bytes);
        match bytes.source() {
            Ok(source) => self.read(&bytes.name, &source),
            Err(problem) => self.unread(&bytes.name, &problem),
        }
    }

    fn unread(&self, name: &str, problem: &LetterProblem) -> Letter {
        let letter = AuditedLetter {
            name,
            read: None,
            problems: std::slice::from_ref(problem),
            findings: &[],
            waived: &[],
            known: &[],
        };
        Letter {
            pieces: self.drawn(&letter),
            summary: Summary {
                letters: 1,
                unread: 1,
                ..Summary::default()
            },
            gravest: None,
        }
    }

    fn read(&self, name: &str, source: &SourceText) -> Letter {
        let letter = self.linter.parse(source);
        let checked = self
            .linter
            .check(source, &letter, self.settings.as_of.value);
        let case_number = checked.reading.case_number();
        // Sorting leaves nothing half done, so that a panic elsewhere spoils nothing here.
        let mut audit = self.audit.lock().unwrap_or_else(PoisonError::into_inner);
        let sorted = audit.sort(case_number, checked.findings);
        drop(audit);
        let mut summary = Summary {
            letters: 1,
            items: checked.reading.items.len(),
            waived: sorted.waived.len(),
            known: sorted.known.len(),
            ..Summary::default()
        };
        for finding in &sorted.reported {
            summary.count(finding.severity);
        }
        let audited = AuditedLetter {
            name,
            read: Some(ReadLetter {
                source,
                reading: &checked.reading,
                linter: self.linter,
            }),
            problems: &[],
            findings: &sorted.reported,
            waived: &sorted.waived,
            known: &sorted.known,
        };
        Letter {
            pieces: self.drawn(&audited),
            summary,
            gravest: gravest(&sorted.reported),
        }
    }

    fn drawn(&self, letter: &AuditedLetter<'_>) -> Vec<Piece> {
        self.formats
            .iter()
            .map(|format| format.draw(letter))
            .collect()
    }
}

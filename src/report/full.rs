//! The report to read: each finding with the words that it rests on.
//!
//! ```text
//! error[decision/contradicts-conclusion]
//!
//!   × decided upheld, but the rationale concludes that the item is necessary
//!   ╰─▶ in item 3: Acupuncture visits thoracic spine QTY 12: Upheld
//!    ╭─[drafts/a.txt:41:43 (page 2)]
//! 41 │ Acupuncture visits thoracic spine QTY 12: Upheld
//!    ·                                           ───┬──
//!    ·                                              ╰── decided upheld
//!    ╰────
//! ```

use std::error::Error;
use std::fmt;
use std::io::{self, Write};

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode, ThemeStyles,
};

use super::LetterView;
use super::format::{AuditedLetter, Format, Piece, ReportWriter, RunEnd};
use super::heading::shortened;
use super::marks::Pointer;
use super::printable::{one_line, paragraphs};
use super::source_code::{Paint, Snippets};
use crate::finding::{Finding, LetterProblem, Severity};

/// The most characters of an item's heading that are shown above a snippet, and the fewest that it is
/// cut down to when it would not fit on a line.
const HEADING_COLUMNS: (usize, usize) = (40, 100);

/// What stands beside a heading and its number: the arrow, `in `, `: ` and a margin on the right.
const HEADING_INDENT: usize = 13;

/// How reports are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FullOptions {
    /// Colours and characters.
    pub drawing: Drawing,
    /// Columns at which messages and help are wrapped. Lines of a letter are never wrapped.
    pub width: usize,
}

/// Colours and characters of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// Box-drawing characters in colour, for a terminal.
    Coloured,
    /// Box-drawing characters without colour, for a terminal where none is wanted.
    Plain,
    /// ASCII without colour, for files and pipes.
    Ascii,
}

/// The format to read.
#[derive(Clone, Copy, Debug)]
pub struct FullFormat(pub FullOptions);

impl Format for FullFormat {
    fn draw(&self, letter: &AuditedLetter<'_>) -> Piece {
        letter.viewed(|letter| Piece::text(self.drawn(letter)))
    }

    fn writer(&self) -> Box<dyn ReportWriter + '_> {
        Box::new(*self)
    }
}

impl FullFormat {
    fn drawn(&self, letter: &LetterView<'_>) -> String {
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = render_full(&mut text, letter, &self.0);
        text
    }
}

impl ReportWriter for FullFormat {
    fn end(&mut self, run: &RunEnd<'_>, out: &mut dyn Write) -> io::Result<()> {
        if let Some(waivers) = LetterView::of_waivers(run.beside) {
            out.write_all(self.drawn(&waivers).as_bytes())?;
        }
        writeln!(out, "{}", run.summary)
    }
}

/// Writes the problems and findings of one letter, each followed by an empty line. Writes nothing for
/// a letter without any.
///
/// # Errors
///
/// Those of `out`.
pub fn render_full(
    out: &mut impl fmt::Write,
    letter: &LetterView<'_>,
    options: &FullOptions,
) -> fmt::Result {
    for problem in letter.problems {
        Report::of_problem(letter.name, problem).render(out, options)?;
    }
    for finding in letter.findings_in_order() {
        Report::of_finding(letter, finding, options.width).render(out, options)?;
    }
    Ok(())
}

/// One finding or problem in the form that miette draws.
#[derive(Debug)]
pub(super) struct Report {
    /// The first line.
    pub(super) code: Option<String>,
    pub(super) severity: Severity,
    pub(super) message: String,
    /// What the message is about, below it.
    pub(super) subject: Option<Subject>,
    pub(super) snippets: Snippets,
    pub(super) help: Option<String>,
    /// The citation, last of all.
    pub(super) source: Option<String>,
}

/// The line below a message.
#[derive(Debug)]
pub(super) struct Subject(String);

impl Report {
    fn of_problem(name: &str, problem: &LetterProblem) -> Self {
        Self {
            code: None,
            severity: Severity::Error,
            message: format!("{}: {}", one_line(name), one_line(&problem.message)),
            subject: None,
            snippets: Snippets::default(),
            help: problem.help.as_deref().map(paragraphs),
            source: None,
        }
    }

    fn of_finding(letter: &LetterView<'_>, finding: &Finding, width: usize) -> Self {
        let mut snippets = Snippets::default();
        if let Some(source) = letter.source {
            let primary = finding.primary();
            let pointers: Vec<Pointer<'_>> = finding
                .labels
                .iter()
                .map(|label| Pointer {
                    span: label.span,
                    note: &label.note,
                    primary: primary.is_some_and(|primary| std::ptr::eq(primary, label)),
                })
                .collect();
            snippets.add(letter.name, source, &pointers);
        }
        let code = format!("{}[{}]", finding.severity, one_line(&finding.rule));
        Self {
            code: Some(code),
            severity: finding.severity,
            message: one_line(&finding.message).into_owned(),
            subject: subject(letter, finding, !snippets.is_empty(), width),
            snippets,
            help: finding.help.as_deref().map(paragraphs),
            source: finding
                .source
                .as_deref()
                .map(|source| one_line(source).into_owned()),
        }
    }

    /// Draws the report, and an empty line below it.
    pub(super) fn render(&self, out: &mut impl fmt::Write, options: &FullOptions) -> fmt::Result {
        let mut theme = match options.drawing {
            Drawing::Coloured => GraphicalTheme::unicode(),
            Drawing::Plain => GraphicalTheme::unicode_nocolor(),
            Drawing::Ascii => GraphicalTheme::none(),
        };
        paint(&mut theme.styles, self);
        let source = self.source.as_ref().map(|source| {
            let caption = theme.styles.help.style("source:");
            format!("  {caption} {source}")
        });
        GraphicalReportHandler::new_themed(theme)
            .with_width(options.width)
            .with_break_words(false)
            .without_primary_span_start()
            .without_syntax_highlighting()
            .render_report(out, self)?;
        if let Some(source) = source {
            writeln!(out, "{source}")?;
        }
        writeln!(out)
    }
}

/// The item of a finding; where no snippet names the letter, the letter.
fn subject(
    letter: &LetterView<'_>,
    finding: &Finding,
    has_snippets: bool,
    width: usize,
) -> Option<Subject> {
    let name = (!has_snippets).then(|| one_line(letter.name).into_owned());
    let item = finding.item.map(|number| {
        let caption = format!("item {number}");
        let heading = number.checked_sub(1).and_then(|at| letter.headings.get(at));
        let (fewest, most) = HEADING_COLUMNS;
        let room = width.saturating_sub(HEADING_INDENT + caption.len());
        match heading {
            Some(heading) => {
                let heading = shortened(heading, room.clamp(fewest, most));
                format!("{caption}: {heading}")
            }
            None => caption,
        }
    });
    let parts: Vec<String> = name.into_iter().chain(item).collect();
    (!parts.is_empty()).then(|| Subject(format!("in {}", parts.join(", "))))
}

/// Gives each place its colour: the primary one that of the severity, and all parts of a label the
/// same one. Left alone, miette takes the next colour for every underline.
fn paint(styles: &mut ThemeStyles, report: &Report) {
    let primary = match report.severity {
        Severity::Error => styles.error,
        Severity::Warning => styles.warning,
        Severity::Note => styles.advice,
    };
    // The second of miette's three colours is that of warnings.
    let others: Vec<_> = styles.highlights.iter().copied().step_by(2).collect();
    let highlights: Vec<_> = report
        .snippets
        .paints()
        .map(|paint| match paint {
            Paint::Primary => primary,
            Paint::Secondary(number) => others[number % others.len()],
        })
        .collect();
    if !highlights.is_empty() {
        styles.highlights = highlights;
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Error for Report {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.subject.as_ref().map(|subject| subject as _)
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for Subject {}

impl Diagnostic for Report {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.code.as_ref().map(|code| Box::new(code) as _)
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Note => miette::Severity::Advice,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as _)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        (!self.snippets.is_empty()).then_some(&self.snippets as _)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.snippets.labels()))
    }
}

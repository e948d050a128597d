//! The report for editors and `grep`: one line per finding.
//!
//! ```text
//! drafts/a.txt:41:43: error[decision/contradicts-conclusion] decided upheld, but ...
//! drafts/b.docx:31:43: error[decision/contradicts-conclusion] decided upheld, but ... (page 2, paragraph 31)
//! ```

use std::fmt;
use std::io::{self, Write};

use super::LetterView;
use super::format::{AuditedLetter, Format, Piece, ReportWriter, RunEnd};
use super::printable::one_line;

/// The format of one line per finding.
#[derive(Clone, Copy, Debug)]
pub struct ConciseFormat;

impl Format for ConciseFormat {
    fn draw(&self, letter: &AuditedLetter<'_>) -> Piece {
        letter.viewed(|letter| Piece::text(drawn(letter)))
    }

    fn writer(&self) -> Box<dyn ReportWriter + '_> {
        Box::new(Self)
    }
}

impl ReportWriter for ConciseFormat {
    fn end(&mut self, run: &RunEnd<'_>, out: &mut dyn Write) -> io::Result<()> {
        if let Some(waivers) = LetterView::of_waivers(run.beside) {
            out.write_all(drawn(&waivers).as_bytes())?;
        }
        writeln!(out, "{}", run.summary)
    }
}

fn drawn(letter: &LetterView<'_>) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = render_concise(&mut text, letter);
    text
}

/// Writes the problems and findings of one letter, one line each. Writes nothing for a letter without
/// any.
///
/// # Errors
///
/// Those of `out`.
pub fn render_concise(out: &mut impl fmt::Write, letter: &LetterView<'_>) -> fmt::Result {
    let name = one_line(letter.name);
    for problem in letter.problems {
        writeln!(out, "{name}: error: {}", one_line(&problem.message))?;
    }
    for finding in letter.findings_in_order() {
        write!(out, "{name}:")?;
        let mut seen = None;
        if let (Some(source), Some(label)) = (letter.source, finding.primary()) {
            let at = source.position(label.span.start);
            write!(out, "{}:{}:", at.line, at.column)?;
            seen = source.seen_place(label.span.start);
        }
        let rule = one_line(&finding.rule);
        let message = one_line(&finding.message);
        write!(out, " {}[{rule}] {message}", finding.severity)?;
        // Behind the message, as editors and pipelines take the place from the front.
        match seen {
            Some(seen) => writeln!(out, " ({seen})")?,
            None => writeln!(out)?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Finding, Label, LetterProblem, Severity};
    use crate::source::SourceText;
    use crate::span::SourceSpan;

    fn finding(rule: &str, severity: Severity, start: usize, message: &str) -> Finding {
        Finding {
            rule: rule.to_owned(),
            severity,
            item: Some(1),
            message: message.to_owned(),
            labels: vec![Label {
                span: SourceSpan {
                    start,
                    end: start + 1,
                },
                note: String::new(),
                primary: true,
            }],
            help: None,
            source: None,
            fingerprint: String::new(),
        }
    }

    #[test]
    fn the_page_stands_behind_the_message() {
        let text = SourceText::from_text("one\n\x0ctwo\n".to_owned());
        let letter = LetterView {
            name: "a.txt",
            source: Some(&text),
            headings: &[],
            findings: &[finding("b/grave", Severity::Error, 5, "grave")],
            problems: &[],
        };
        let mut out = String::new();
        assert!(render_concise(&mut out, &letter).is_ok());
        assert_eq!(out, "a.txt:2:2: error[b/grave] grave (page 2)\n");
    }

    #[test]
    fn one_line_per_finding_in_the_order_of_the_letter() {
        let text = SourceText::from_text("one\ntwo Größe x\n".to_owned());
        let mut nowhere = finding("letter/unreadable", Severity::Error, 0, "no item was found");
        nowhere.labels.clear();
        let letter = LetterView {
            name: "drafts/a\tb.txt",
            source: Some(&text),
            headings: &[],
            findings: &[
                finding("b/later", Severity::Note, 16, "later"),
                finding("b/weak", Severity::Warning, 8, "two\nlines and \u{1b}[0m"),
                finding("b/grave", Severity::Error, 8, "grave"),
                nowhere,
            ],
            problems: &[LetterProblem {
                message: "page 2 has no\ntext".to_owned(),
                help: Some("not shown".to_owned()),
            }],
        };
        let mut out = String::new();
        assert!(render_concise(&mut out, &letter).is_ok());
        insta::assert_snapshot!(out, @r"
        drafts/a b.txt: error: page 2 has no text
        drafts/a b.txt: error[letter/unreadable] no item was found
        drafts/a b.txt:2:5: error[b/grave] grave
        drafts/a b.txt:2:5: warning[b/weak] two lines and ␛[0m
        drafts/a b.txt:2:11: note[b/later] later
        ");
    }
}

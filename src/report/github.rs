//! Workflow commands of GitHub Actions: each finding is an annotation of its line.
//!
//! ```text
//! ::error file=drafts/a.txt,line=41,endLine=41,col=43,title=decision/contradicts-conclusion::decided upheld, but ...
//! ```

use std::io::{self, Write};

use super::LetterView;
use super::format::{AuditedLetter, Format, Piece, ReportWriter, RunEnd};
use super::printable::paragraphs;
use super::region::{Region, place_in_document, with_place};
use crate::finding::{Finding, LetterProblem, Severity};

/// The format of workflow commands.
#[derive(Clone, Copy, Debug)]
pub struct GithubFormat;

impl Format for GithubFormat {
    fn draw(&self, letter: &AuditedLetter<'_>) -> Piece {
        letter.viewed(|letter| Piece::text(drawn(letter)))
    }

    fn writer(&self) -> Box<dyn ReportWriter + '_> {
        Box::new(Self)
    }
}

impl ReportWriter for GithubFormat {
    fn end(&mut self, run: &RunEnd<'_>, out: &mut dyn Write) -> io::Result<()> {
        if let Some(waivers) = LetterView::of_waivers(run.beside) {
            out.write_all(drawn(&waivers).as_bytes())?;
        }
        writeln!(out, "{}", run.summary)
    }
}

fn drawn(letter: &LetterView<'_>) -> String {
    let problems = letter.problems.iter();
    let problems = problems.map(|problem| of_problem(letter.name, problem));
    let findings = letter.findings_in_order().into_iter();
    let findings = findings.map(|finding| of_finding(letter, finding));
    problems.chain(findings).collect()
}

fn of_problem(name: &str, problem: &LetterProblem) -> String {
    let properties = [("file", name.to_owned()), ("title", "unread".to_owned())];
    command(
        "error",
        &properties,
        &problem.message,
        problem.help.as_deref(),
    )
}

fn of_finding(letter: &LetterView<'_>, finding: &Finding) -> String {
    let mut properties = vec![("file", letter.name.to_owned())];
    let place = letter.source.zip(finding.primary());
    if let Some(region) = place.and_then(|(source, label)| Region::of(source, label.span)) {
        properties.push(("line", region.start.line.to_string()));
        properties.push(("endLine", region.end.line.to_string()));
        // GitHub takes no columns of a place over several lines.
        if region.start.line == region.end.line {
            properties.push(("col", region.start.column.to_string()));
            properties.push(("endColumn", region.end.column.to_string()));
        }
    }
    properties.push(("title", finding.rule.clone()));
    let place = place.and_then(|(source, label)| place_in_document(source, label.span));
    let message = with_place(&finding.message, place.as_deref());
    let kind = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    command(kind, &properties, &message, finding.help.as_deref())
}

/// One command, on a line of its own. What to do stands below the message.
fn command(kind: &str, properties: &[(&str, String)], message: &str, help: Option<&str>) -> String {
    let properties = properties.iter();
    let properties: Vec<String> = properties
        .map(|(name, value)| format!("{name}={}", property(&paragraphs(value))))
        .collect();
    let message: Vec<String> = [Some(message), help]
        .into_iter()
        .flatten()
        .map(paragraphs)
        .collect();
    let message = data(&message.join("\n"));
    format!("::{kind} {}::{message}\n", properties.join(","))
}

/// A text behind `::`, where a line end would end the command.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A text between commas.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Label;
    use crate::source::SourceText;
    use crate::span::SourceSpan;

    #[test]
    fn nothing_in_a_text_ends_its_property_or_its_command() {
        let properties = [("file", "a,b:100%.txt".to_owned())];
        let command = command("error", &properties, "50%\n::warning::no", Some("help"));
        assert_eq!(
            command,
            "::error file=a%2Cb%3A100%25.txt::50%25%0A::warning::no%0Ahelp\n"
        );
    }

    #[test]
    fn a_document_has_no_line_but_a_place() {
        let label = Label {
            span: SourceSpan { start: 9, end: 12 },
            note: String::new(),
            primary: true,
        };
        let finding = Finding {
            rule: "a/b".to_owned(),
            severity: Severity::Note,
            item: None,
            message: "six is wrong".to_owned(),
            labels: vec![label],
            help: None,
            source: None,
            fingerprint: String::new(),
        };
        let letter = LetterView {
            name: "a.pdf",
            source: Some(&SourceText::of_pages("one\ntwo\n\u{c}six\n")),
            headings: &[],
            findings: &[finding],
            problems: &[],
        };
        assert_eq!(
            drawn(&letter),
            "::notice file=a.pdf,title=a/b::six is wrong (page 2, line 1)\n"
        );
    }
}

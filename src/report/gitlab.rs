//! A report of GitLab's Code Quality: a JSON array with one object for each finding.

use std::io::{self, Write};

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::LetterView;
use super::format::{AuditedLetter, Format, Piece, ReportWriter, RunEnd};
use super::json::as_json;
use super::region::{Region, place_in_document, with_place};
use crate::finding::{Finding, LetterProblem, Severity};

/// The format of GitLab's Code Quality.
#[derive(Clone, Copy, Debug)]
pub struct GitlabFormat;

impl Format for GitlabFormat {
    fn draw(&self, letter: &AuditedLetter<'_>) -> Piece {
        letter.viewed(|letter| Piece::text(drawn(letter)))
    }

    fn writer(&self) -> Box<dyn ReportWriter + '_> {
        Box::new(GitlabWriter { is_empty: true })
    }
}

struct GitlabWriter {
    is_empty: bool,
}

impl GitlabWriter {
    fn write(&mut self, issues: &str, out: &mut dyn Write) -> io::Result<()> {
        if issues.is_empty() {
            return Ok(());
        }
        out.write_all(if self.is_empty { b"\n" } else { b",\n" })?;
        self.is_empty = false;
        out.write_all(issues.as_bytes())
    }
}

impl ReportWriter for GitlabWriter {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"[")
    }

    fn add(&mut self, piece: Piece, out: &mut dyn Write) -> io::Result<()> {
        self.write(&piece.text, out)
    }

    fn end(&mut self, run: &RunEnd<'_>, out: &mut dyn Write) -> io::Result<()> {
        if let Some(waivers) = LetterView::of_waivers(run.beside) {
            self.write(&drawn(&waivers), out)?;
        }
        out.write_all(b"\n]\n")
    }
}

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<usize>,
}

fn drawn(letter: &LetterView<'_>) -> String {
    let problems = letter.problems.iter();
    let problems = problems.map(|problem| as_json(&of_problem(letter.name, problem)));
    let findings = letter.findings_in_order().into_iter();
    let findings = findings.map(|finding| as_json(&of_finding(letter, finding)));
    problems.chain(findings).collect::<Vec<_>>().join(",\n")
}

fn of_problem<'a>(name: &'a str, problem: &LetterProblem) -> Issue<'a> {
    Issue {
        description: problem.message.clone(),
        check_name: "unread",
        fingerprint: fingerprint(name, &problem.message),
        severity: "blocker",
        location: location(name, None),
    }
}

fn of_finding<'a>(letter: &LetterView<'a>, finding: &'a Finding) -> Issue<'a> {
    let place = letter.source.zip(finding.primary());
    let region = place.and_then(|(source, label)| Region::of(source, label.span));
    let place = place.and_then(|(source, label)| place_in_document(source, label.span));
    Issue {
        description: with_place(&finding.message, place.as_deref()),
        check_name: &finding.rule,
        fingerprint: fingerprint(letter.name, &finding.fingerprint),
        severity: match finding.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Note => "info",
        },
        location: location(letter.name, region),
    }
}

/// GitLab wants a line of every file: the first one of a document, whose place the description tells.
fn location(name: &str, region: Option<Region>) -> Location<'_> {
    Location {
        path: name.trim_start_matches("./"),
        lines: Lines {
            begin: region.map_or(1, |region| region.start.line),
            end: region.map(|region| region.end.line),
        },
    }
}

/// GitLab takes issues of one fingerprint for one issue, and two copies of a letter have findings of one fingerprint: so
/// the path is part of it here.
fn fingerprint(name: &str, identity: &str) -> String {
    let digest = Sha256::new()
        .chain_update(name.trim_start_matches("./"))
        .chain_update([0])
        .chain_update(identity)
        .finalize();
    let bytes = digest.iter().take(16);
    bytes.map(|byte| format!("{byte:02x}")).collect()
}

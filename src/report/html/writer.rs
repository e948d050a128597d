//! Puts the page together.
//!
//! Overview and table stand above the letters, for readers with and without eyes, and tell of all of them. So the
//! letters are kept until the last one is drawn: memory grows with the page.

use std::io::{self, Write};

use serde::Serialize;

use super::overview::{Numbers, NumbersView};
use super::template::{SCRIPT, STYLE, drawn};
use super::{HtmlFormat, MOST_CLEAR_LETTERS, csp};
use crate::finding::{Finding, Severity};
use crate::report::format::{Piece, ReportWriter, RunEnd};
use crate::report::printable::one_line;
use crate::report::summary::Summary;
use crate::source::SourceText;

/// Where the template leaves room for what was drawn before; a control character, which no drawn text holds.
const ROOM: char = '\u{1}';

/// Keeps the letters of a run.
pub(super) struct HtmlWriter<'f> {
    format: &'f HtmlFormat<'f>,
    letters: Vec<Kept>,
    numbers: Numbers,
}

/// A letter that was drawn.
struct Kept {
    rows: String,
    head: String,
    text: String,
    /// Whether nothing is said of it, so that its text can be left out.
    clear: bool,
}

impl<'f> HtmlWriter<'f> {
    pub(super) fn new(format: &'f HtmlFormat<'f>) -> Self {
        Self {
            format,
            letters: Vec::new(),
            numbers: Numbers::default(),
        }
    }

    /// Whether texts without a finding are left out.
    fn is_large(&self) -> bool {
        self.letters.len() > MOST_CLEAR_LETTERS
    }
}

impl ReportWriter for HtmlWriter<'_> {
    fn add(&mut self, piece: Piece, _out: &mut dyn Write) -> io::Result<()> {
        let tally = piece.tally.unwrap_or_default();
        self.numbers.add(&tally);
        let mut parts = piece.parts.into_iter();
        self.letters.push(Kept {
            rows: parts.next().unwrap_or_default(),
            head: piece.text,
            text: parts.next().unwrap_or_default(),
            clear: !tally.unread && tally.findings.is_empty() && tally.unreported == 0,
        });
        if self.is_large() {
            // Those before the first too many still have theirs.
            let done = match self.letters.len() - 1 {
                MOST_CLEAR_LETTERS => 0,
                done => done,
            };
            for letter in self
                .letters
                .iter_mut()
                .skip(done)
                .filter(|letter| letter.clear)
            {
                letter.text = String::new();
            }
        }
        Ok(())
    }

    fn end(&mut self, run: &RunEnd<'_>, out: &mut dyn Write) -> io::Result<()> {
        if let Some((_, _, findings)) = run.beside.waivers {
            self.numbers.add_findings(findings);
        }
        let frame = drawn(&self.format.templates, "page", &self.page(run));
        let mut frame = frame.split(ROOM);
        let mut next = || frame.next().unwrap_or_default().as_bytes();
        out.write_all(next())?;
        for letter in &self.letters {
            out.write_all(letter.rows.as_bytes())?;
        }
        out.write_all(next())?;
        let left_out = drawn(&self.format.templates, "left-out", &());
        for letter in &self.letters {
            out.write_all(letter.head.as_bytes())?;
            let is_left_out = letter.clear && self.is_large();
            let text = if is_left_out { &left_out } else { &letter.text };
            out.write_all(text.as_bytes())?;
        }
        out.write_all(next())
    }
}

/// What the frame of the page shows.
#[derive(Serialize)]
struct Page<'a> {
    policy: String,
    style: minijinja::Value,
    script: minijinja::Value,
    room: char,
    summary: &'a Summary,
    summary_line: String,
    numbers: NumbersView,
    waivers: Option<WaiversView>,
    baseline: Option<BaselineView>,
    pack: PackView<'a>,
    program: &'static str,
    most_clear_letters: usize,
    is_large: bool,
}

#[derive(Serialize)]
struct PackView<'a> {
    name: &'a str,
    version: &'a str,
    title: &'a str,
    digest: &'a str,
    /// The layers above the first.
    layers: Vec<&'a str>,
}

#[derive(Serialize)]
struct WaiversView {
    path: String,
    findings: Vec<WaiverFinding>,
}

#[derive(Serialize)]
struct WaiverFinding {
    severity: Severity,
    rule: String,
    message: String,
    line: usize,
    help: String,
}

#[derive(Serialize)]
struct BaselineView {
    path: String,
    stale: usize,
}

impl HtmlWriter<'_> {
    fn page<'a>(&'a self, run: &RunEnd<'a>) -> Page<'a> {
        let pack = self.format.pack;
        let waivers = run.beside.waivers;
        let baseline = run.beside.baseline.as_ref();
        Page {
            policy: csp::policy(SCRIPT, STYLE),
            style: minijinja::Value::from_safe_string(STYLE.to_owned()),
            script: minijinja::Value::from_safe_string(SCRIPT.to_owned()),
            room: ROOM,
            summary: run.summary,
            summary_line: run.summary.to_string(),
            numbers: self.numbers.view(),
            waivers: waivers.map(|(path, source, findings)| WaiversView {
                path: one_line(path).into_owned(),
                findings: findings
                    .iter()
                    .map(|finding| of_waiver(finding, source))
                    .collect(),
            }),
            baseline: baseline.map(|(path, stale)| BaselineView {
                path: one_line(path).into_owned(),
                stale: stale.len(),
            }),
            pack: PackView {
                name: &pack.name,
                version: &pack.version,
                title: &pack.title,
                digest: pack.digest.hex(),
                layers: pack
                    .layers
                    .iter()
                    .skip(1)
                    .map(|layer| layer.name.as_str())
                    .collect(),
            },
            program: concat!("imr-lint ", env!("CARGO_PKG_VERSION")),
            most_clear_letters: MOST_CLEAR_LETTERS,
            is_large: self.is_large(),
        }
    }
}

fn of_waiver(finding: &Finding, source: &SourceText) -> WaiverFinding {
    let line = |text: &str| one_line(text).into_owned();
    let start = finding.primary().map_or(0, |label| label.span.start);
    WaiverFinding {
        severity: finding.severity,
        rule: line(&finding.rule),
        message: line(&finding.message),
        line: source.position(start).line,
        help: line(finding.help.as_deref().unwrap_or_default()),
    }
}

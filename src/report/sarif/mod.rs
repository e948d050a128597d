//! SARIF 2.1.0, the Static Analysis Results Interchange Format (OASIS): one run, with the rules of the pack, a taxonomy of
//! its guideline editions, and a result for each finding. `docs/formats.md` says how the parts of a letter are told.

mod driver;
mod place;
mod result;
mod taxonomy;

use std::collections::HashMap;
use std::io::{self, Write};

use serde::Serialize;

use self::driver::Driver;
use self::place::{ArtifactPlace, Text};
use self::result::{Results, State};
use self::taxonomy::Taxonomy;
use super::format::{AuditedLetter, Format, Piece, ReportWriter, RunEnd};
use super::json::as_json;
use super::summary::counted;
use crate::finding::LetterProblem;
use crate::rules::pack::Pack;

/// Where the schema of the format is published.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The format of SARIF.
#[derive(Debug)]
pub struct SarifFormat<'p> {
    pack: &'p Pack,
    /// Places of rules in the list of rules, by id.
    rules: HashMap<&'p str, usize>,
    taxonomy: Taxonomy<'p>,
    /// Whether the findings are held against a baseline: then every result has a state.
    has_baseline: bool,
}

impl<'p> SarifFormat<'p> {
    /// Of letters that were held against `pack`, and not against a baseline.
    #[must_use]
    pub fn new(pack: &'p Pack) -> Self {
        let ids = pack.rules.iter().enumerate();
        Self {
            pack,
            rules: ids.map(|(at, rule)| (rule.id.value.as_str(), at)).collect(),
            taxonomy: Taxonomy::of(pack),
            has_baseline: false,
        }
    }

    /// Of findings that are held against a baseline.
    #[must_use]
    pub fn with_baseline(self) -> Self {
        Self {
            has_baseline: true,
            ..self
        }
    }

    fn state(&self, state: State) -> Option<State> {
        self.has_baseline.then_some(state)
    }

    fn drawn(&self, letter: &AuditedLetter<'_>) -> String {
        let Some(read) = letter.read else {
            return String::new();
        };
        let results = Results {
            rules: &self.rules,
            taxonomy: &self.taxonomy,
            name: letter.name,
            source: read.source,
            reading: Some(read.reading),
        };
        let new = self.state(State::New);
        // Somebody wrote the waiver for what was found before.
        let unchanged = self.state(State::Unchanged);
        let reported = letter.findings.iter();
        let reported = reported.map(|found| results.of(found, None, new));
        let waived = letter.waived.iter();
        let waived =
            waived.map(|waived| results.of(&waived.finding, Some(waived.waiver), unchanged));
        let known = letter.known.iter();
        let known = known.map(|found| results.of(found, None, unchanged));
        let all = reported.chain(waived).chain(known);
        all.map(|result| as_json(&result))
            .collect::<Vec<_>>()
            .join(",\n")
    }

    fn of_waivers(&self, run: &RunEnd<'_>) -> String {
        let Some((name, source, findings)) = run.beside.waivers else {
            return String::new();
        };
        let results = Results {
            rules: &self.rules,
            taxonomy: &self.taxonomy,
            name,
            source,
            reading: None,
        };
        let findings = findings.iter();
        let drawn = findings.map(|found| as_json(&results.of(found, None, self.state(State::New))));
        drawn.collect::<Vec<_>>().join(",\n")
    }
}

impl Format for SarifFormat<'_> {
    fn draw(&self, letter: &AuditedLetter<'_>) -> Piece {
        let mut piece = Piece::text(self.drawn(letter));
        let problems = letter.problems.iter();
        piece.parts = problems
            .map(|problem| as_json(&Notification::unread(letter.name, problem)))
            .collect();
        piece
    }

    fn writer(&self) -> Box<dyn ReportWriter + '_> {
        Box::new(SarifWriter {
            format: self,
            is_empty: true,
            notices: Vec::new(),
        })
    }
}

struct SarifWriter<'f, 'p> {
    format: &'f SarifFormat<'p>,
    /// Whether no result was written yet.
    is_empty: bool,
    /// What is said of letters that could not be read: it stands behind all results. There are few.
    notices: Vec<String>,
}

impl SarifWriter<'_, '_> {
    fn write(&mut self, results: &str, out: &mut dyn Write) -> io::Result<()> {
        if results.is_empty() {
            return Ok(());
        }
        out.write_all(if self.is_empty { b"\n" } else { b",\n" })?;
        self.is_empty = false;
        out.write_all(results.as_bytes())
    }
}

impl ReportWriter for SarifWriter<'_, '_> {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let SarifFormat { pack, taxonomy, .. } = self.format;
        write!(
            out,
            "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{\"tool\":{{\"driver\":{}}},\n\
             \"taxonomies\":[{}],\n\"columnKind\":\"unicodeCodePoints\",\
             \"newlineSequences\":[\"\\r\\n\",\"\\n\",\"\\r\"],\"results\":[",
            as_json(&Driver::of(pack)),
            as_json(&taxonomy.component(pack)),
        )
    }

    fn add(&mut self, piece: Piece, out: &mut dyn Write) -> io::Result<()> {
        self.notices.extend(piece.parts);
        self.write(&piece.text, out)
    }

    fn end(&mut self, run: &RunEnd<'_>, out: &mut dyn Write) -> io::Result<()> {
        self.write(&self.format.of_waivers(run), out)?;
        let unchecked = run.summary.unchecked;
        if unchecked > 0 {
            let message = format!("interrupted; {} not checked", counted(unchecked, "letter"));
            self.notices.push(as_json(&Notification::of_run(message)));
        }
        let is_whole = run.summary.unread == 0 && unchecked == 0;
        writeln!(
            out,
            "\n],\"invocations\":[{{\"executionSuccessful\":{is_whole},\"toolExecutionNotifications\":[{}]}}]}}]}}",
            self.notices.join(",\n")
        )
    }
}

/// What is said of the run itself.
#[derive(Serialize)]
struct Notification {
    level: &'static str,
    message: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    locations: Option<[ArtifactPlace; 1]>,
}

impl Notification {
    fn unread(name: &str, problem: &LetterProblem) -> Self {
        let words = [Some(problem.message.as_str()), problem.help.as_deref()];
        let words: Vec<&str> = words.into_iter().flatten().collect();
        Self {
            level: "error",
            message: Text::new(words.join("\n\n")),
            locations: Some([ArtifactPlace::of(name)]),
        }
    }

    fn of_run(message: String) -> Self {
        Self {
            level: "error",
            message: Text::new(message),
            locations: None,
        }
    }
}

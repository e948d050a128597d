//! The JSON contract `imr-lint/1`, which `docs/json.md` describes. Fields are only ever added.

mod beside;

use std::io::{self, Write};

pub use beside::Beside;
use beside::{KnownJson, WaivedJson};
use serde::Serialize;

use super::facts::{self, ToldFact};
use super::format::{AuditedLetter, Format, Piece, ReadLetter, ReportWriter, RunEnd};
use super::rules_json::RulesJson;
use super::treatment_ids;
use crate::finding::{Finding, LetterProblem, Severity};
use crate::reading::body_part::PlacedPart;
use crate::reading::citation::Citation;
use crate::reading::letter::{ItemReading, LetterReading};
use crate::reading::number::{CountRange, NumberRange};
use crate::reading::quantity::{Duration, Frequency};
use crate::reading::request::{Portion, Request};
use crate::rules::pack::Pack;
use crate::source::SourceText;
use crate::span::{ByteSpan, SourceSpan};

/// The value of `schema`.
pub const SCHEMA: &str = "imr-lint/1";

/// The format of the contract.
#[derive(Clone, Copy, Debug)]
pub struct JsonFormat<'p> {
    pack: &'p Pack,
}

impl<'p> JsonFormat<'p> {
    /// Of letters that were held against `pack`.
    #[must_use]
    pub fn new(pack: &'p Pack) -> Self {
        Self { pack }
    }
}

impl Format for JsonFormat<'_> {
    fn draw(&self, letter: &AuditedLetter<'_>) -> Piece {
        Piece::text(as_json(&LetterJson::of(letter)))
    }

    fn writer(&self) -> Box<dyn ReportWriter + '_> {
        Box::new(JsonWriter {
            pack: self.pack,
            letters: 0,
        })
    }
}

/// A value of these types as JSON.
pub(super) fn as_json(value: &impl Serialize) -> String {
    // Only a map whose keys are no strings could fail, and there is none.
    serde_json::to_string(value).unwrap_or_default()
}

struct JsonWriter<'p> {
    pack: &'p Pack,
    letters: usize,
}

impl ReportWriter for JsonWriter<'_> {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let rules = as_json(&RulesJson::new(self.pack));
        write!(
            out,
            "{{\"schema\":\"{SCHEMA}\",\"rules\":{rules},\"letters\":["
        )
    }

    fn add(&mut self, piece: Piece, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(if self.letters == 0 { b"\n" } else { b",\n" })?;
        self.letters += 1;
        out.write_all(piece.text.as_bytes())
    }

    fn end(&mut self, run: &RunEnd<'_>, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"\n],")?;
        run.beside.write(out)?;
        writeln!(out, "\"summary\":{}}}", as_json(run.summary))
    }
}

/// One letter of the report.
#[derive(Debug, Serialize)]
pub struct LetterJson<'a> {
    path: &'a str,
    case_number: Option<String>,
    decision_date: Option<String>,
    items: Vec<ItemJson<'a>>,
    findings: Vec<FindingJson<'a>>,
    waived: Vec<WaivedJson<'a>>,
    known: Vec<KnownJson<'a>>,
    problems: &'a [LetterProblem],
}

impl<'a> LetterJson<'a> {
    /// All that is said of a letter.
    #[must_use]
    pub fn of(letter: &AuditedLetter<'a>) -> Self {
        let unread = Self {
            path: letter.name,
            case_number: None,
            decision_date: None,
            items: Vec::new(),
            findings: Vec::new(),
            waived: Vec::new(),
            known: Vec::new(),
            problems: letter.problems,
        };
        let Some(read) = letter.read else {
            return unread;
        };
        let ReadLetter {
            source, reading, ..
        } = read;
        let words = Words {
            source,
            reading,
            pack: read.linter.pack(),
        };
        let findings = letter.findings.iter();
        Self {
            case_number: words.said(reading.letter.front_matter.case_number),
            decision_date: reading.decided.map(|decided| decided.date.to_string()),
            items: reading.items.iter().map(|item| words.item(item)).collect(),
            findings: findings
                .map(|finding| finding_json(finding, source))
                .collect(),
            waived: beside::waived(letter.waived, source),
            known: beside::known(letter.known),
            ..unread
        }
    }
}

#[derive(Debug, Serialize)]
struct ItemJson<'a> {
    number: usize,
    heading: Option<String>,
    decision: Option<&'static str>,
    treatments: Vec<&'a str>,
    request: Option<RequestJson>,
    original: Option<RequestJson>,
    authorized: Option<RequestJson>,
    retrospective: bool,
    surgical_service: bool,
    dates_of_service: Vec<String>,
    body_parts: Vec<BodyPartJson>,
    claims_administrator_guideline: Option<String>,
    reviewer_guideline: Option<String>,
    citations: Vec<CitationJson>,
    rationale: Option<String>,
    conclusion: &'static str,
    facts: Vec<FactJson<'a>>,
    span: SourceSpan,
}

#[derive(Debug, Serialize)]
struct FactJson<'a> {
    fact: &'a str,
    answer: &'static str,
    labels: Vec<LabelJson<'a>>,
}

#[derive(Debug, Serialize)]
struct RequestJson {
    count: Option<RangeJson>,
    unit: Option<String>,
    frequency: Option<FrequencyJson>,
    duration: Option<DurationJson>,
    derived_total: Option<RangeJson>,
    doses: Vec<String>,
    dispensed: Option<String>,
    refills: Option<u32>,
}

#[derive(Debug, Serialize)]
struct RangeJson {
    min: u32,
    max: u32,
}

#[derive(Debug, Serialize)]
struct FrequencyJson {
    min: u32,
    max: u32,
    per: String,
    /// "every 4 to 6 hours": once in so many; left out for one.
    #[serde(skip_serializing_if = "Option::is_none")]
    every: Option<RangeJson>,
}

#[derive(Debug, Serialize)]
struct DurationJson {
    min: f64,
    max: f64,
    unit: String,
}

#[derive(Debug, Serialize)]
struct BodyPartJson {
    part: String,
    side: Option<&'static str>,
    level: Option<String>,
}

#[derive(Debug, Serialize)]
struct CitationJson {
    side: &'static str,
    basis: Option<&'static str>,
    system: &'static str,
    guideline: Option<String>,
    year: Option<u16>,
    sections: Vec<String>,
    text: String,
}

#[derive(Debug, Serialize)]
pub(super) struct FindingJson<'a> {
    rule: &'a str,
    severity: Severity,
    item: Option<usize>,
    message: &'a str,
    labels: Vec<LabelJson<'a>>,
    help: Option<&'a str>,
    source: Option<&'a str>,
    fingerprint: &'a str,
}

#[derive(Debug, Serialize)]
struct LabelJson<'a> {
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    page: usize,
    page_line: usize,
    place: Option<String>,
    text: String,
    note: &'a str,
    primary: bool,
}

fn label_json<'a>(
    source: &SourceText,
    span: SourceSpan,
    note: &'a str,
    primary: bool,
) -> LabelJson<'a> {
    let position = source.position(span.start);
    LabelJson {
        start: span.start,
        end: span.end,
        line: position.line,
        column: position.column,
        page: position.page,
        page_line: position.page_line,
        place: source.seen_place(span.start),
        text: unwrapped(source, span),
        note,
        primary,
    }
}

/// A finding with the words of its labels.
pub(super) fn finding_json<'a>(finding: &'a Finding, source: &SourceText) -> FindingJson<'a> {
    let labels = finding.labels.iter();
    let labels = labels.map(|label| label_json(source, label.span, &label.note, label.primary));
    FindingJson {
        rule: &finding.rule,
        severity: finding.severity,
        item: finding.item,
        message: &finding.message,
        labels: labels.collect(),
        help: finding.help.as_deref(),
        source: finding.source.as_deref(),
        fingerprint: &finding.fingerprint,
    }
}

/// The labels of a finding, as an array.
pub(super) fn labels_as_json(finding: &Finding, source: &SourceText) -> String {
    as_json(&finding_json(finding, source).labels)
}

/// The words of a span on one line.
pub(super) fn unwrapped(source: &SourceText, span: SourceSpan) -> String {
    let words = source.text().get(span.start..span.end).unwrap_or_default();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn range(count: CountRange) -> RangeJson {
    RangeJson {
        min: count.min,
        max: count.max,
    }
}

fn frequency(frequency: Frequency) -> FrequencyJson {
    FrequencyJson {
        min: frequency.times.min,
        max: frequency.times.max,
        per: frequency.unit.name().to_owned(),
        every: (frequency.every.max > 1).then(|| range(frequency.every)),
    }
}

fn duration(duration: Duration) -> DurationJson {
    let NumberRange { min, max } = duration.length;
    DurationJson {
        min: min.to_f64(),
        max: max.to_f64(),
        unit: duration.unit.name().to_owned(),
    }
}

/// What the words of a letter are turned into JSON with.
struct Words<'w, 'p> {
    source: &'w SourceText,
    reading: &'w LetterReading<'w>,
    pack: &'p Pack,
}

impl<'p> Words<'_, 'p> {
    fn said(&self, span: Option<ByteSpan>) -> Option<String> {
        let words = span?.of(self.reading.text).split_whitespace();
        Some(words.collect::<Vec<_>>().join(" "))
    }

    fn fact(&self, told: &ToldFact<'_, 'p>) -> FactJson<'p> {
        let labels = told.statements.iter().map(|said| {
            let span = self.source.locate(said.span);
            label_json(self.source, span, said.standing.name(), false)
        });
        FactJson {
            fact: told.id,
            answer: told.answer.name(),
            labels: labels.collect(),
        }
    }

    fn item(&self, read: &ItemReading) -> ItemJson<'p> {
        let item = &read.item;
        let request = read.request.as_ref();
        let part = |pick: fn(&Request) -> Option<&Portion>| request.and_then(pick).map(portion);
        let citations = |line: &[Citation], side| -> Vec<CitationJson> {
            line.iter()
                .map(|citation| self.citation(citation, side))
                .collect()
        };
        let mut cited = citations(&read.claims_administrator.citations, "claims-administrator");
        cited.extend(citations(&read.reviewer.citations, "reviewer"));
        ItemJson {
            number: read.number,
            heading: self.said(item.heading),
            decision: item.decision.map(|decision| decision.name()),
            treatments: request
                .map(|request| treatment_ids(&request.disputed, self.pack))
                .unwrap_or_default(),
            request: part(|request| Some(&request.disputed)),
            original: part(|request| request.original.as_ref()),
            authorized: part(|request| request.authorized.as_ref()),
            retrospective: request.is_some_and(|request| request.retrospective.is_some()),
            surgical_service: request.is_some_and(|request| request.surgical_service.is_some()),
            dates_of_service: request
                .map(|request| {
                    request
                        .dates_of_service
                        .iter()
                        .map(|day| day.date.to_string())
                        .collect()
                })
                .unwrap_or_default(),
            body_parts: request
                .map(|request| {
                    request
                        .disputed
                        .body_parts
                        .iter()
                        .map(|part| self.body_part(part))
                        .collect()
                })
                .unwrap_or_default(),
            claims_administrator_guideline: self.said(item.claims_administrator),
            reviewer_guideline: self.said(item.reviewer),
            citations: cited,
            rationale: self.said(item.rationale),
            conclusion: read.conclusion.verdict.name(),
            facts: facts::told(&read.rationale.facts, self.pack)
                .into_iter()
                .map(|told| self.fact(&told))
                .collect(),
            span: self.source.locate(item.span),
        }
    }

    fn body_part(&self, placed: &PlacedPart) -> BodyPartJson {
        let part = self.pack.body_parts.get(placed.part);
        BodyPartJson {
            part: part.map(|part| part.id.value.clone()).unwrap_or_default(),
            side: placed.side.map(|side| side.side.name()),
            level: placed.levels.first().map(|level| level.level.to_string()),
        }
    }

    fn citation(&self, citation: &Citation, side: &'static str) -> CitationJson {
        let decided = self.reading.decided.map(|decided| decided.date);
        let edition = citation.edition_on(&self.pack.guidelines, decided);
        let guideline = edition.and_then(|index| self.pack.guidelines.get(index));
        CitationJson {
            side,
            basis: citation.basis.map(|basis| basis.name()),
            system: citation.system.name(),
            guideline: guideline.map(|guideline| guideline.id.value.clone()),
            year: citation.year,
            sections: citation
                .sections
                .iter()
                .map(|section| section.name.clone())
                .collect(),
            text: self.said(Some(citation.span)).unwrap_or_default(),
        }
    }
}

fn portion(portion: &Portion) -> RequestJson {
    RequestJson {
        count: portion.count().map(|amount| range(amount.count)),
        unit: portion.unit().map(str::to_owned),
        frequency: portion.frequency().map(frequency),
        duration: portion.duration().map(duration),
        derived_total: portion.derived_total().map(|amount| range(amount.count)),
        doses: portion.doses().map(|(dose, _)| dose.to_string()).collect(),
        dispensed: portion.dispensed().map(|number| number.to_string()),
        refills: portion.refills(),
    }
}

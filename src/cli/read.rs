//! `imr-lint read`: what is made of a phrase. JSON Lines in, JSON Lines out, or a table for phrases given as
//! arguments.

mod assertion;
mod zones;

use std::io::{self, BufRead, Write};

use imr_lint::check::Linter;
use imr_lint::source::SourceText;
use serde::Deserialize;
use serde_json::{Value, json};

use super::args::{ReadArguments, ReadKind};
use super::output::{Output, Terminal};
use super::{Failure, Status, pack};

#[derive(Deserialize)]
struct Row {
    text: String,
}

pub(crate) fn run(arguments: &ReadArguments, terminal: &Terminal) -> Result<Status, Failure> {
    let linter = pack::load_or_complain(&arguments.pack, terminal)?;
    let mut out = Output::open(None)?;
    if arguments.text.is_empty() {
        answer_lines(arguments.kind, &linter, io::stdin().lock(), &mut out)?;
    } else {
        for text in &arguments.text {
            if !matches!(arguments.kind, ReadKind::Assertions) && arguments.target.is_some() {
                return Err(assertion::target_refused());
            }
            match arguments.kind {
                ReadKind::Assertions => {
                    let target = arguments.target.as_deref();
                    let row = assertion::answer_argument(&linter, text, target)?;
                    write_table(&mut out, text, &row)?;
                }
                ReadKind::Zones => zones::write_table(&mut out, &linter, text)?,
                kind => write_table(&mut out, text, &answer(kind, &linter, text))?,
            }
        }
    }
    out.finish()?;
    Ok(Status::Clean)
}

fn answer_lines(
    kind: ReadKind,
    linter: &Linter,
    rows: impl BufRead,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    for (index, line) in rows.lines().enumerate() {
        let number = index + 1;
        let line = line.map_err(|error| {
            Failure::new(
                format!("standard input, line {number}: {error}"),
                "send UTF-8 text",
            )
        })?;
        if line.trim().is_empty() {
            continue;
        }
        let answer = answer_row(kind, linter, &line).map_err(|problem| {
            Failure::new(
                format!("standard input, line {number}: {problem}"),
                format!("send one JSON object a line, such as {}", example(kind)),
            )
        })?;
        serde_json::to_writer(&mut *out, &answer).map_err(io::Error::from)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// What a row of a kind looks like.
fn example(kind: ReadKind) -> &'static str {
    match kind {
        ReadKind::Assertions => assertion::EXAMPLE,
        _ => "{\"text\": \"2 times a week for 6 weeks\"}",
    }
}

/// The answer to one JSON object.
fn answer_row(kind: ReadKind, linter: &Linter, row: &str) -> Result<Value, String> {
    let wrong = |error: serde_json::Error| error.to_string();
    match kind {
        ReadKind::Assertions => {
            let row: assertion::Row = serde_json::from_str(row).map_err(wrong)?;
            assertion::answer_row(linter, &row)
        }
        ReadKind::Zones => {
            let row = serde_json::from_str(row).map_err(wrong)?;
            Ok(zones::answer(linter, &row))
        }
        kind => {
            let row: Row = serde_json::from_str(row).map_err(wrong)?;
            Ok(answer(kind, linter, &row.text))
        }
    }
}

fn answer(kind: ReadKind, linter: &Linter, text: &str) -> Value {
    match kind {
        // Asked of a target, never of a text alone.
        ReadKind::Assertions => Value::Null,
        ReadKind::Quantities => quantities(linter, text),
        ReadKind::Sentences => sentences(linter, text),
        ReadKind::Citations => citations(linter, text),
        ReadKind::Zones => zones::answer(
            linter,
            &zones::Row::Text {
                text: text.to_owned(),
            },
        ),
    }
}

fn quantities(linter: &Linter, text: &str) -> Value {
    let read = linter.reader().quantities(text);
    let rows: Vec<Value> = read
        .iter()
        .map(|quantity| {
            json!({
                "role": quantity.role().name(),
                "value": quantity.value.to_string(),
                "start": quantity.span.start,
                "end": quantity.span.end,
            })
        })
        .collect();
    json!({ "quantities": rows })
}

fn sentences(linter: &Linter, text: &str) -> Value {
    let source = SourceText::from_text(text.to_owned());
    let prose = source.canonical().prose();
    let rows: Vec<Value> = linter
        .reader()
        .sentences(prose)
        .into_iter()
        .map(|sentence| {
            let place = source.locate(sentence);
            let words: Vec<&str> = text[place.start..place.end].split_whitespace().collect();
            json!({ "text": words.join(" "), "start": place.start, "end": place.end })
        })
        .collect();
    json!({ "sentences": rows })
}

fn citations(linter: &Linter, text: &str) -> Value {
    let line = linter.reader().citations(text);
    let guidelines = &linter.pack().guidelines;
    let rows: Vec<Value> = line
        .citations
        .iter()
        .map(|citation| {
            let known = citation.guideline.and_then(|index| guidelines.get(index));
            let sections: Vec<&str> = citation
                .sections
                .iter()
                .map(|section| section.name.as_str())
                .collect();
            json!({
                "basis": citation.basis.map(|basis| basis.name()),
                "system": citation.system.name(),
                "guideline": known.map(|guideline| guideline.id.value.as_str()),
                "year": citation.year,
                "chapter": citation.chapter,
                "sections": sections,
                "pages": citation.pages,
                "text": citation.span.of(text),
                "start": citation.span.start,
                "end": citation.span.end,
            })
        })
        .collect();
    json!({ "basis": line.basis().map(|basis| basis.name()), "citations": rows })
}

/// One row a thing that was read, its fields in columns.
fn write_table(out: &mut dyn Write, text: &str, answer: &Value) -> io::Result<()> {
    writeln!(out, "{text}")?;
    let lists = answer.as_object().into_iter().flatten();
    for row in lists.filter_map(|(_, value)| value.as_array()).flatten() {
        let fields = row.as_object().into_iter().flatten();
        let cells = fields
            .filter(|(_, value)| !value.is_null())
            .map(|(key, value)| match value {
                Value::String(text) => format!("{key} {text}"),
                other => format!("{key} {other}"),
            });
        writeln!(out, "    {}", cells.collect::<Vec<_>>().join("   "))?;
    }
    Ok(())
}

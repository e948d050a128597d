//! `imr-lint read zones`: whose voice speaks in the sentences of a rationale.

use std::io::{self, Write};

use imr_lint::check::Linter;
use imr_lint::reading::zone::ZonedSentence;
use imr_lint::source::SourceText;
use imr_lint::span::ByteSpan;
use serde::Deserialize;
use serde_json::{Value, json};

/// A rationale: in one text, or cut into its sentences.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Row {
    Sentences { sentences: Vec<String> },
    Text { text: String },
}

pub(super) fn answer(linter: &Linter, row: &Row) -> Value {
    match row {
        Row::Sentences { sentences } => {
            let zoned = of_sentences(linter, sentences);
            json!({ "zones": names(&zoned) })
        }
        Row::Text { text } => of_text(linter, text),
    }
}

/// The voices of given sentences, in one rationale.
fn of_sentences(linter: &Linter, sentences: &[String]) -> Vec<ZonedSentence> {
    let mut start = 0;
    let spans: Vec<ByteSpan> = sentences
        .iter()
        .map(|sentence| {
            let span = ByteSpan::new(start, start + sentence.len());
            start = span.end + 1;
            span
        })
        .collect();
    linter.reader().zones(&sentences.join(" "), &spans)
}

fn of_text(linter: &Linter, text: &str) -> Value {
    let source = SourceText::from_text(text.to_owned());
    let prose = source.canonical().prose();
    let reader = linter.reader();
    let zoned = reader.zones(prose, &reader.sentences(prose));
    let words = |span: ByteSpan| {
        let place = source.locate(span);
        let words: Vec<&str> = text[place.start..place.end].split_whitespace().collect();
        (words.join(" "), place)
    };
    let sentences: Vec<Value> = zoned
        .iter()
        .map(|sentence| {
            let (said, place) = words(sentence.span);
            let clauses: Vec<Value> = sentence
                .clauses
                .iter()
                .map(|clause| json!({ "zone": clause.zone.name(), "text": words(clause.span).0 }))
                .collect();
            json!({
                "text": said,
                "zone": sentence.zone.name(),
                "rule": sentence.rule,
                "cue": sentence.cue.map(|cue| words(cue).0),
                "clauses": clauses,
                "start": place.start,
                "end": place.end,
            })
        })
        .collect();
    json!({ "sentences": sentences, "zones": names(&zoned) })
}

fn names(zoned: &[ZonedSentence]) -> Vec<&'static str> {
    zoned.iter().map(|sentence| sentence.zone.name()).collect()
}

/// One row a sentence: its voice, what decided it, its words; below it, its clauses where it has several voices.
pub(super) fn write_table(out: &mut dyn Write, linter: &Linter, text: &str) -> io::Result<()> {
    let answer = of_text(linter, text);
    let rows = |value: &Value| value.as_array().cloned().unwrap_or_default();
    for row in rows(&answer["sentences"]) {
        let field = |name: &str| row[name].as_str().unwrap_or_default().to_owned();
        writeln!(
            out,
            "{:<12}{:<19}{}",
            field("zone"),
            field("rule"),
            field("text")
        )?;
        for clause in rows(&row["clauses"]) {
            let field = |name: &str| clause[name].as_str().unwrap_or_default().to_owned();
            writeln!(out, "    {:<27}{}", field("zone"), field("text"))?;
        }
    }
    Ok(())
}

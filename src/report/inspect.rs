//! What was read from a letter, for people.

use std::fmt::{self, Write};

use crate::check::AppliedLimit;
use crate::reading::citation::GuidelineLine;
use crate::reading::letter::{ItemReading, LetterReading};
use crate::reading::request::Portion;
use crate::rules::pack::Pack;
use crate::span::ByteSpan;

/// Writes what was read from a letter, item by item.
///
/// # Errors
///
/// Those of `out`.
pub fn write_inspection(
    out: &mut impl Write,
    name: &str,
    reading: &LetterReading<'_>,
    limits: &[AppliedLimit],
    pack: &Pack,
) -> fmt::Result {
    let words = |span: ByteSpan| {
        span.of(reading.text)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    writeln!(out, "{name}: {}", reading.letter.layout.name())?;
    if let Some(number) = reading.letter.front_matter.case_number {
        writeln!(out, "  case number    {}", words(number))?;
    }
    for date in reading.dates.in_order() {
        writeln!(
            out,
            "  {:<14} {}",
            date.name.trim_start_matches("the "),
            date.date
        )?;
    }
    let states: Vec<String> = reading
        .credentials
        .states
        .iter()
        .map(|state| words(state.span))
        .collect();
    if !states.is_empty() {
        writeln!(out, "  licensed in    {}", states.join(", "))?;
    }
    for item in &reading.items {
        writeln!(out)?;
        write_item(out, item, pack, &words)?;
        for limit in limits.iter().filter(|limit| limit.item == item.number) {
            write_limit(out, limit)?;
        }
    }
    Ok(())
}

fn write_item(
    out: &mut impl Write,
    item: &ItemReading,
    pack: &Pack,
    words: &impl Fn(ByteSpan) -> String,
) -> fmt::Result {
    let heading = item
        .item
        .heading
        .map_or_else(|| "(no heading)".to_owned(), words);
    writeln!(out, "item {}: {heading}", item.number)?;
    let decision = item
        .item
        .decision
        .map_or("none", |decision| decision.name());
    line(out, "decision", decision)?;
    line(out, "conclusion", item.conclusion.verdict.name())?;
    for statement in item
        .conclusion
        .statements
        .iter()
        .filter(|said| said.deciding)
    {
        line(out, "", &format!("\"{}\"", words(statement.span)))?;
    }
    if let Some(request) = &item.request {
        write_portion(out, "request", &request.disputed, pack)?;
        if let Some(original) = &request.original {
            write_portion(out, "original", original, pack)?;
        }
        if let Some(authorized) = &request.authorized {
            write_portion(out, "authorized", authorized, pack)?;
        }
        for (what, there) in [
            ("retrospective", request.retrospective.is_some()),
            (
                "associated surgical service",
                request.surgical_service.is_some(),
            ),
        ] {
            if there {
                line(out, "", what)?;
            }
        }
    }
    write_citations(out, "claims adm.", &item.claims_administrator, pack, words)?;
    write_citations(out, "reviewer", &item.reviewer, pack, words)
}

fn line(out: &mut impl Write, label: &str, text: &str) -> fmt::Result {
    writeln!(out, "  {label:<12} {text}")
}

fn write_portion(out: &mut impl Write, label: &str, portion: &Portion, pack: &Pack) -> fmt::Result {
    let treatments: Vec<&str> = portion
        .treatments
        .iter()
        .filter_map(|named| pack.treatments.get(named.treatment))
        .map(|treatment| treatment.id.value.as_str())
        .collect();
    let treatments = if treatments.is_empty() {
        "no treatment of the pack".to_owned()
    } else {
        treatments.join(", ")
    };
    line(out, label, &treatments)?;
    if let Some(amount) = portion.amount() {
        let unit = portion.unit().unwrap_or("of no known unit");
        line(out, "", &format!("{} {unit}", amount.count))?;
    }
    for quantity in &portion.quantities {
        line(out, "", &format!("{} {}", quantity.role(), quantity.value))?;
    }
    for placed in &portion.body_parts {
        let part = pack
            .body_parts
            .get(placed.part)
            .map_or("", |part| part.id.value.as_str());
        let side = placed.side.map_or("", |side| side.side.name());
        line(out, "", format!("{side} {part}").trim())?;
    }
    Ok(())
}

fn write_citations(
    out: &mut impl Write,
    label: &str,
    read: &GuidelineLine,
    pack: &Pack,
    words: &impl Fn(ByteSpan) -> String,
) -> fmt::Result {
    let bases: Vec<&str> = read.bases.iter().map(|basis| basis.kind.name()).collect();
    line(out, label, &bases.join(", "))?;
    for citation in &read.citations {
        let known = citation
            .guideline
            .and_then(|index| pack.guidelines.get(index));
        let id = known.map_or("not in the pack", |guideline| guideline.id.value.as_str());
        line(
            out,
            "",
            &format!(
                "{} ({id}): {}",
                citation.system.name(),
                words(citation.span)
            ),
        )?;
    }
    Ok(())
}

fn write_limit(out: &mut impl Write, limit: &AppliedLimit) -> fmt::Result {
    let ground = if limit.cited { "cited" } else { "in force" };
    line(
        out,
        "limit",
        &format!(
            "{} ({}, {ground}): {}",
            limit.id, limit.guideline, limit.numbers
        ),
    )
}

//! What was read from a letter, for people.

use std::fmt::{self, Write};

use super::facts;
use super::treatment_ids;
use crate::check::AppliedLimit;
use crate::reading::citation::{Citation, GuidelineLine};
use crate::reading::letter::{ItemReading, LetterReading};
use crate::reading::quantity::Role;
use crate::reading::request::{Portion, Request};
use crate::reading::zone::Zone;
use crate::rules::pack::Pack;
use crate::source::SourceText;
use crate::span::ByteSpan;

/// A letter as it was understood, with what it was read by.
#[derive(Clone, Copy, Debug)]
pub struct Inspection<'a> {
    /// The letter.
    pub reading: &'a LetterReading<'a>,
    /// The limits that govern its items.
    pub limits: &'a [AppliedLimit],
    /// The rule pack.
    pub pack: &'a Pack,
    /// The letter's text, for the numbers of its lines.
    pub source: &'a SourceText,
}

impl Inspection<'_> {
    /// Writes what was read, item by item; `name` is the path as the user gave it.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn write(&self, out: &mut impl Write, name: &str) -> fmt::Result {
        let reading = self.reading;
        writeln!(out, "{name}: {}", reading.letter.layout.name())?;
        if let Some(number) = reading.letter.front_matter.case_number {
            line(out, "case number", &self.words(number))?;
        }
        for date in reading.dates.in_order() {
            let text = format!("{} {}", date.date, date.name.trim_start_matches("the "));
            line(out, "date", &text)?;
        }
        let states = reading.credentials.states.iter();
        let states: Vec<String> = states.map(|state| self.words(state.span)).collect();
        if !states.is_empty() {
            line(out, "licensed in", &states.join(", "))?;
        }
        for item in &reading.items {
            writeln!(out)?;
            self.write_item(out, item)?;
        }
        Ok(())
    }

    /// The words of a span on one line.
    fn words(&self, span: ByteSpan) -> String {
        let words = span.of(self.reading.text).split_whitespace();
        words.collect::<Vec<_>>().join(" ")
    }

    fn write_item(&self, out: &mut impl Write, item: &ItemReading) -> fmt::Result {
        let heading = item.item.heading.map(|heading| self.words(heading));
        let heading = heading.as_deref().unwrap_or("(no heading)");
        writeln!(out, "item {}: {heading}", item.number)?;
        let decision = item
            .item
            .decision
            .map_or("none", |decision| decision.name());
        line(out, "decision", decision)?;
        line(out, "conclusion", item.conclusion.verdict.name())?;
        for statement in item.conclusion.deciding() {
            line(out, "", &format!("\"{}\"", self.words(statement.span)))?;
        }
        if let Some(request) = &item.request {
            self.write_request(out, request)?;
        }
        self.write_citations(out, "claims adm.", &item.claims_administrator)?;
        self.write_citations(out, "reviewer", &item.reviewer)?;
        let mut limits = self.limits.iter().filter(|limit| limit.item == item.number);
        limits.try_for_each(|limit| write_limit(out, limit))?;
        self.write_voices(out, item)?;
        self.write_facts(out, item)
    }

    /// How many sentences each voice has.
    fn write_voices(&self, out: &mut impl Write, item: &ItemReading) -> fmt::Result {
        let sentences = &item.rationale.sentences;
        let count = |zone: Zone| sentences.iter().filter(|said| said.zone == zone).count();
        let voices = Zone::ALL.map(|zone| (zone.name(), count(zone)));
        let voices = voices.iter().filter(|(_, count)| *count > 0);
        let voices: Vec<String> = voices
            .map(|(name, count)| format!("{name} {count}"))
            .collect();
        if voices.is_empty() {
            return Ok(());
        }
        line(out, "sentences", &voices.join(", "))
    }

    /// What is said of each fact, and where.
    fn write_facts(&self, out: &mut impl Write, item: &ItemReading) -> fmt::Result {
        for (at, told) in facts::told(&item.rationale.facts, self.pack)
            .iter()
            .enumerate()
        {
            let label = if at == 0 { "facts" } else { "" };
            line(out, label, &format!("{}: {}", told.id, told.answer.name()))?;
            for said in &told.statements {
                let start = self.source.locate(said.span).start;
                let number = self.source.position(start).line;
                let words = self.words(said.span);
                let standing = said.standing.name();
                line(
                    out,
                    "",
                    &format!("  {standing}, line {number}: \"{words}\""),
                )?;
            }
        }
        Ok(())
    }

    fn write_request(&self, out: &mut impl Write, request: &Request) -> fmt::Result {
        self.write_portion(out, "request", &request.disputed)?;
        if let Some(original) = &request.original {
            self.write_portion(out, "original", original)?;
        }
        if let Some(authorized) = &request.authorized {
            self.write_portion(out, "authorized", authorized)?;
        }
        if request.retrospective.is_some() {
            line(out, "", "retrospective")?;
        }
        if request.surgical_service.is_some() {
            line(out, "", "associated surgical service")?;
        }
        for day in &request.dates_of_service {
            line(out, "", &format!("service of {}", day.date))?;
        }
        Ok(())
    }

    fn write_portion(&self, out: &mut impl Write, label: &str, portion: &Portion) -> fmt::Result {
        let treatments = match treatment_ids(portion, self.pack).as_slice() {
            [] => "no treatment that the pack names".to_owned(),
            ids => ids.join(", "),
        };
        line(out, label, &treatments)?;
        if let Some(amount) = portion.amount() {
            let text = match portion.unit() {
                Some(unit) if amount.count.min == 1 && amount.count.max == 1 => format!("1 {unit}"),
                Some(unit) => format!("{} {unit}s", amount.count),
                None => amount.count.to_string(),
            };
            line(out, "", &text)?;
        }
        let others = portion
            .quantities
            .iter()
            .filter(|quantity| quantity.role() != Role::Count);
        for quantity in others {
            line(out, "", &format!("{} {}", quantity.role(), quantity.value))?;
        }
        for placed in &portion.body_parts {
            let part = self.pack.body_parts.get(placed.part);
            let part = part.map_or("", |part| part.id.value.as_str());
            let side = placed.side.map_or("", |side| side.side.name());
            line(out, "", format!("{side} {part}").trim())?;
        }
        Ok(())
    }

    fn write_citations(
        &self,
        out: &mut impl Write,
        label: &str,
        read: &GuidelineLine,
    ) -> fmt::Result {
        let bases: Vec<&str> = read.bases.iter().map(|basis| basis.kind.name()).collect();
        line(out, label, &bases.join(", "))?;
        for citation in &read.citations {
            let edition = self.edition(citation);
            let words = self.words(citation.span);
            line(
                out,
                "",
                &format!("{} ({edition}): {words}", citation.system.name()),
            )?;
        }
        Ok(())
    }

    /// The edition that is cited, or why it is not certain.
    fn edition(&self, citation: &Citation) -> String {
        let guidelines = &self.pack.guidelines;
        let id = |index: usize| {
            guidelines
                .get(index)
                .map(|guideline| guideline.id.value.as_str())
        };
        let decided = self.reading.decided.map(|decided| decided.date);
        if let Some(edition) = citation.edition_on(guidelines, decided).and_then(id) {
            return edition.to_owned();
        }
        let possible: Vec<&str> = citation
            .candidates
            .iter()
            .filter_map(|index| id(*index))
            .collect();
        match possible.as_slice() {
            [] => "not in the pack".to_owned(),
            several => format!("{}, by the date of the decision", several.join(" or ")),
        }
    }
}

fn line(out: &mut impl Write, label: &str, text: &str) -> fmt::Result {
    writeln!(out, "  {label:<12} {text}")
}

fn write_limit(out: &mut impl Write, limit: &AppliedLimit) -> fmt::Result {
    let ground = if limit.cited { "cited" } else { "in force" };
    let text = format!(
        "{} ({}, {ground}): {}",
        limit.id, limit.guideline, limit.numbers
    );
    line(out, "limit", &text)
}

//! A rule pack as one page of tables, for people who ask what it covers and how sure it is: `docs/pack.md`.

use std::fmt::{Result, Write};

use crate::rules::decode::Located;
use crate::rules::pack::{
    Confidence, Criterion, Fact, Guideline, InForce, Law, Limit, Pack, Recommendation, Treatment,
};

/// Writes the page of `pack` in Markdown.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn write_pack_page(out: &mut impl Write, pack: &Pack) -> Result {
    writeln!(out, "# The rule pack {}", pack.name)?;
    writeln!(out, "\n{}, version {}.\n", pack.title, pack.version)?;
    out.write_str(PREFACE)?;
    counts(out, pack)?;
    limits(out, &pack.limits)?;
    criteria(out, pack)?;
    recommendations(out, &pack.recommendations)?;
    laws(out, &pack.laws)?;
    guidelines(out, &pack.guidelines)?;
    treatments(out, &pack.treatments)
}

const PREFACE: &str = "\
This page is generated from the files in `rules/`; `IMR_LINT_UPDATE=1 cargo test pack_page` writes it anew.

Every entry says how sure it is. *primary*: read verbatim in the primary or official text. *quoted*: read as quoted or
paraphrased elsewhere, most often in determinations. *unverified*: read nowhere yet; such an entry is switched off, and
no finding rests on it. When an entry holds is said by its editions, whose dates stand below.
";

/// What an entry says of where it comes from.
struct Origin<'p> {
    citation: &'p str,
    confidence: Confidence,
    source: &'p str,
    enabled: bool,
}

macro_rules! origin {
    ($entry:expr) => {
        Origin {
            citation: &$entry.citation,
            confidence: $entry.confidence,
            source: &$entry.source,
            enabled: $entry.enabled,
        }
    };
}

impl Origin<'_> {
    /// The last cells of a row: citation, confidence, source.
    fn cells(&self, out: &mut impl Write) -> Result {
        let off = match (self.enabled, self.confidence) {
            (false, Confidence::Unverified) | (true, _) => "",
            (false, _) => ", off",
        };
        let confidence = name(self.confidence);
        let (citation, source) = (cell(self.citation), cell(self.source));
        writeln!(out, "{citation} | {confidence}{off} | {source} |")
    }
}

const fn name(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Primary => "primary",
        Confidence::Quoted => "quoted",
        Confidence::Unverified => "unverified",
    }
}

/// How many entries of each kind there are, by confidence.
fn counts(out: &mut impl Write, pack: &Pack) -> Result {
    out.write_str(
        "\n| | primary | quoted | unverified | all | switched off |\n|---|---|---|---|---|---|\n",
    )?;
    let limits = pack.limits.iter().map(|e| (e.confidence, e.enabled));
    let criteria = pack.criteria.iter().map(|e| (e.confidence, e.enabled));
    let recommended = pack.recommendations.iter();
    let recommended = recommended.map(|e| (e.confidence, e.enabled));
    let laws = pack.laws.iter().map(|e| (e.confidence, e.enabled));
    let editions = pack.guidelines.iter().map(|e| (e.confidence, true));
    count(out, "[limits](#limits)", limits)?;
    count(out, "[criteria](#criteria)", criteria)?;
    count(out, "[recommendations](#recommendations)", recommended)?;
    count(out, "[laws](#laws)", laws)?;
    count(out, "[editions](#editions), dates", editions)
}

fn count(
    out: &mut impl Write,
    kind: &str,
    entries: impl Iterator<Item = (Confidence, bool)>,
) -> Result {
    let (mut by_confidence, mut off) = ([0_usize; 3], 0_usize);
    for (confidence, enabled) in entries {
        match confidence {
            Confidence::Primary => by_confidence[0] += 1,
            Confidence::Quoted => by_confidence[1] += 1,
            Confidence::Unverified => by_confidence[2] += 1,
        }
        off += usize::from(!enabled);
    }
    let [primary, quoted, unverified] = by_confidence;
    let all = primary + quoted + unverified;
    writeln!(
        out,
        "| {kind} | {primary} | {quoted} | {unverified} | {all} | {off} |"
    )
}

fn limits(out: &mut impl Write, limits: &[Limit]) -> Result {
    out.write_str("\n## Limits\n\nNumbers that requests and recitals are held against.\n\n")?;
    out.write_str("| limit | treatments | editions | numbers | only for | not with | citation | confidence | read in |\n")?;
    out.write_str("|---|---|---|---|---|---|---|---|---|\n")?;
    for limit in limits {
        let more = [&limit.extended_by, &limit.exempt_when];
        let more: Vec<String> = more.into_iter().map(|facts| ids(facts)).collect();
        let more = more.join(" ").trim().to_owned();
        write!(
            out,
            "| `{}`<br>{} | {} | {} | {} | {} | {more} | ",
            limit.id.value,
            cell(&limit.title),
            ids(&limit.treatments),
            ids(&limit.guidelines),
            limit.numbers(),
            cell(&limit.diagnoses.join(", ")),
        )?;
        origin!(limit).cells(out)?;
    }
    Ok(())
}

fn criteria(out: &mut impl Write, pack: &Pack) -> Result {
    out.write_str("\n## Criteria\n\nWhat guidelines want to see documented.\n\n")?;
    out.write_str("| criterion | treatments | editions | all of | one of | needless with | citation | confidence | read in |\n")?;
    out.write_str("|---|---|---|---|---|---|---|---|---|\n")?;
    for criterion in &pack.criteria {
        criterion_row(out, criterion, &pack.facts)?;
    }
    Ok(())
}

fn criterion_row(out: &mut impl Write, criterion: &Criterion, facts: &[Fact]) -> Result {
    let titles = |ids: &[Located<String>]| {
        let title = |id: &Located<String>| {
            let fact = facts.iter().find(|fact| fact.id.value == id.value);
            cell(fact.map_or(&id.value, |fact| &fact.title))
        };
        ids.iter().map(title).collect::<Vec<_>>().join("; ")
    };
    write!(
        out,
        "| `{}`<br>{} | {} | {} | {} | {} | {} | ",
        criterion.id.value,
        cell(&criterion.title),
        ids(&criterion.treatments),
        ids(&criterion.guidelines),
        titles(&criterion.requires),
        titles(&criterion.requires_any),
        titles(&criterion.waived_by),
    )?;
    origin!(criterion).cells(out)
}

fn recommendations(out: &mut impl Write, recommendations: &[Recommendation]) -> Result {
    out.write_str("\n## Recommendations\n\nWhat guidelines say of treatments beside numbers and criteria. No rule asks about them.\n\n")?;
    out.write_str("| recommendation | treatments | editions | says | citation | confidence | read in |\n|---|---|---|---|---|---|---|\n")?;
    for entry in recommendations {
        let names = entry.names.iter().map(|name| name.value.as_str());
        let names: Vec<&str> = names.collect();
        let of = match (names.is_empty(), entry.body_parts.is_empty()) {
            (true, true) => String::new(),
            (false, true) => format!("<br>{}", cell(&names.join(", "))),
            (true, false) => format!("<br>{}", ids(&entry.body_parts)),
            (false, false) => format!(
                "<br>{}<br>{}",
                cell(&names.join(", ")),
                ids(&entry.body_parts)
            ),
        };
        let condition = entry.condition.as_deref();
        let condition = condition.map(|condition| format!(": {}", cell(condition)));
        write!(
            out,
            "| `{}`<br>{} | {}{of} | {} | {}{} | ",
            entry.id.value,
            cell(&entry.title),
            ids(&entry.treatments),
            ids(&entry.guidelines),
            entry.says.name(),
            condition.unwrap_or_default(),
        )?;
        origin!(entry).cells(out)?;
    }
    Ok(())
}

fn laws(out: &mut impl Write, laws: &[Law]) -> Result {
    out.write_str(
        "\n## Laws\n\nDefinitions and duties. No rule asks about them by themselves.\n\n",
    )?;
    out.write_str(
        "| law | says | in force | citation | confidence | read in |\n|---|---|---|---|---|---|\n",
    )?;
    for law in laws {
        write!(
            out,
            "| `{}`<br>{} | {} | {} | ",
            law.id.value,
            cell(&law.title),
            cell(&law.says),
            days(law.in_force),
        )?;
        origin!(law).cells(out)?;
    }
    Ok(())
}

fn guidelines(out: &mut impl Write, guidelines: &[Guideline]) -> Result {
    out.write_str("\n## Editions\n\nOne label may stand for several editions: an edition is told by its label, its year and its days.\n\n")?;
    out.write_str("| edition | system | labels | year | in force | sections | citation | dates |\n|---|---|---|---|---|---|---|---|\n")?;
    for guideline in guidelines {
        let year = guideline.year.map(|year| year.to_string());
        writeln!(
            out,
            "| `{}`<br>{} | {} | {} | {} | {} | {} | {} | {} |",
            guideline.id.value,
            cell(&guideline.title),
            guideline.system.name(),
            cell(&guideline.labels.join("; ")),
            year.unwrap_or_default(),
            days(guideline.in_force),
            guideline.sections.len(),
            cell(&guideline.citation),
            name(guideline.confidence),
        )?;
    }
    Ok(())
}

fn treatments(out: &mut impl Write, treatments: &[Treatment]) -> Result {
    out.write_str("\n## Treatments\n\nThe names themselves stand in `rules/treatments/`.\n\n")?;
    out.write_str("| treatment | counted in | drugs | names |\n|---|---|---|---|\n")?;
    for treatment in treatments {
        writeln!(
            out,
            "| `{}`<br>{} | {} | {} | {} |",
            treatment.id.value,
            cell(&treatment.title),
            treatment.unit.as_deref().unwrap_or_default(),
            if treatment.drug { "yes" } else { "" },
            treatment.names.len() + treatment.generic.len(),
        )?;
    }
    Ok(())
}

fn ids(references: &[Located<String>]) -> String {
    let names = references.iter().map(|id| format!("`{}`", id.value));
    names.collect::<Vec<_>>().join(" ")
}

/// The days of an edition or law; empty when neither was read.
fn days(in_force: InForce) -> String {
    match (in_force.from, in_force.to) {
        (Some(from), Some(to)) => format!("{from} to {to}"),
        (Some(from), None) => format!("from {from}"),
        (None, Some(to)) => format!("to {to}"),
        (None, None) => String::new(),
    }
}

/// Text in a cell of a table: a bar would end the cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::rules::{embedded, load};

    #[test]
    fn the_page_of_the_shipped_pack_is_up_to_date() {
        let mut page = String::new();
        write_pack_page(&mut page, &load(embedded()).pack).unwrap();
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/pack.md");
        if std::env::var_os("IMR_LINT_UPDATE").is_some() {
            std::fs::write(path, &page).unwrap();
        }
        let stored = std::fs::read_to_string(path).unwrap_or_default();
        assert!(
            stored.replace("\r\n", "\n") == page,
            "docs/pack.md differs from the rules; IMR_LINT_UPDATE=1 cargo test pack_page writes it anew"
        );
    }

    #[test]
    fn a_bar_does_not_end_a_cell() {
        assert_eq!(cell("ACOEM | ODG"), "ACOEM \\| ODG");
    }
}

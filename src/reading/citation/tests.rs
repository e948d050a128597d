//! The shipped guidelines read in lines of every form that letters print.
#![allow(clippy::unwrap_used)]

mod acoem_and_statutes;
mod any_text;
mod basis;
mod mtus;
mod odg_and_others;
mod prose;
mod vocabulary;

use std::fmt::Write;
use std::sync::LazyLock;

use super::*;
use crate::rules::{embedded, load};

static GUIDELINES: LazyLock<Vec<Guideline>> = LazyLock::new(|| load(embedded()).pack.guidelines);
static READER: LazyLock<CitationReader> = LazyLock::new(|| CitationReader::new(&GUIDELINES));

/// A line and what it must be read as, one entry per citation.
type Row = (&'static str, &'static [&'static str]);

#[track_caller]
fn check(rows: &[Row]) {
    for (line, expected) in rows {
        let read = READER.read(line);
        let citations: Vec<String> = read.citations.iter().map(shown).collect();
        assert_eq!(citations, *expected, "{line}");
    }
}

/// The number of a shipped guideline.
#[track_caller]
fn index(id: &str) -> usize {
    GUIDELINES
        .iter()
        .position(|guideline| guideline.id.value == id)
        .unwrap()
}

fn id(index: usize) -> &'static str {
    &GUIDELINES[index].id.value
}

/// A citation in short: guideline, or all candidates, or `?`; year; chapter; sections; pages; what is wrong.
fn shown(citation: &Citation) -> String {
    let mut text = match (citation.guideline, &citation.candidates[..]) {
        (Some(guideline), _) => id(guideline).to_owned(),
        (None, []) => "?".to_owned(),
        (None, candidates) => {
            let ids: Vec<_> = candidates.iter().map(|index| id(*index)).collect();
            ids.join(" or ")
        }
    };
    if let Some(year) = citation.year {
        write!(text, " {year}").unwrap();
    }
    if let Some(chapter) = citation.chapter {
        write!(text, " ch{chapter}").unwrap();
    }
    for section in &citation.sections {
        write!(text, " [{}]", section.name).unwrap();
    }
    for (first, last) in &citation.pages {
        write!(text, " p{first}-{last}").unwrap();
    }
    for (holds, note) in [
        (citation.is_unknown(), " unknown"),
        (
            citation.basis != Some(BasisKind::Mtus) && citation.names_mtus.is_some(),
            " names-mtus",
        ),
        (!citation.organisation_named, " unsourced"),
    ] {
        text.push_str(if holds { note } else { "" });
    }
    text
}

#[test]
fn a_citation_has_all_its_spans() {
    let line = "Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies, Summary. \
                Decision based on Non-MTUS Citation ODG, Knee & Leg (Acute & Chronic) Chapter, MRI.";
    let read = READER.read(line);
    let bases: Vec<_> = read.bases.iter().map(|basis| basis.span.of(line)).collect();
    assert_eq!(
        bases,
        [
            "Decision based on MTUS",
            "Decision based on Non-MTUS Citation"
        ]
    );
    let [mtus, odg] = &read.citations[..] else {
        panic!("{read:?}");
    };
    assert_eq!(
        mtus.span.of(line),
        "Knee Complaints 2004, Section(s): Special Studies, Summary"
    );
    assert_eq!(mtus.label.as_ref().unwrap().text, "Knee Complaints");
    let sections: Vec<_> = mtus
        .sections
        .iter()
        .map(|section| section.span.of(line))
        .collect();
    assert_eq!(sections, ["Special Studies", "Summary"]);
    assert_eq!(
        odg.span.of(line),
        "ODG, Knee & Leg (Acute & Chronic) Chapter, MRI"
    );
    assert_eq!(
        odg.label.as_ref().unwrap().text,
        "Knee & Leg (Acute & Chronic)"
    );
    assert_eq!(
        (odg.basis, odg.system),
        (Some(BasisKind::NonMtus), System::Odg)
    );
}

#[test]
fn the_date_picks_the_edition_of_an_undated_label() {
    let read =
        READER.read("Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 98-99.");
    let citation = &read.citations[0];
    let on = |year, month, day| {
        citation
            .edition_on(&GUIDELINES, Date::full(year, month, day))
            .map(id)
    };
    assert_eq!(on(2014, 3, 1), Some("mtus-chronic-pain-2009"));
    assert_eq!(on(2016, 7, 27), Some("mtus-chronic-pain-2009"));
    assert_eq!(on(2016, 7, 28), Some("mtus-chronic-pain-2016"));
    assert_eq!(on(2019, 1, 1), None);
    assert_eq!(citation.edition_on(&GUIDELINES, None), None);
    assert!(citation.may_mean(index("mtus-chronic-pain-2016")));
    // Where the year is printed the date changes nothing.
    let read = READER.read("Decision based on MTUS Chronic Pain Medical Treatment 2016.");
    let edition = read.citations[0].edition_on(&GUIDELINES, Date::full(2014, 3, 1));
    assert_eq!(edition.map(id), Some("mtus-chronic-pain-2016"));
}

#[test]
fn a_chapter_of_odg_may_mean_odg() {
    let read =
        READER.read("Decision based on Non-MTUS Citation ODG, Neck & Upper Back, Acupuncture.");
    let citation = &read.citations[0];
    assert!(citation.may_mean(index("odg")));
    assert!(citation.may_mean(index("odg-neck-upper-back")));
    assert!(!citation.may_mean(index("odg-low-back")));
}

#[test]
fn chapters_bring_their_body_parts() {
    let parts = |line: &str| -> Vec<String> {
        let read = READER.read(line);
        let parts = read.citations[0].body_parts(&GUIDELINES);
        parts.iter().map(|part| part.value.clone()).collect()
    };
    assert_eq!(
        parts("Decision based on MTUS Neck and Upper Back Complaints 2004."),
        ["neck", "cervical-spine", "thoracic-spine"]
    );
    assert_eq!(
        parts("Decision based on Non-MTUS Citation ODG, Shoulder, MRI."),
        ["shoulder", "upper-arm"]
    );
    assert!(parts("Decision based on Non-MTUS Citation ODG, Pain, Opioids.").is_empty());
    // Both editions are about the elbow.
    assert!(parts("Decision based on MTUS Elbow Complaints.").contains(&"elbow".to_owned()));
}

#[test]
fn systems_are_found_in_prose() {
    let text = "The MTUS is silent; the Official Disability Guidelines (ODG) and ACOEM recommend six visits.";
    let named: Vec<_> = READER
        .systems_named(text)
        .iter()
        .map(|(system, span)| (*system, span.of(text)))
        .collect();
    assert_eq!(
        named,
        [
            (System::Mtus, "MTUS"),
            (System::Odg, "Official Disability Guidelines (ODG)"),
            (System::Acoem, "ACOEM"),
        ]
    );
}

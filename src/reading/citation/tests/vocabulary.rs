//! Every name of the shipped guidelines is found, and every way to write a locator.

use super::*;

/// Labels and sections that are nothing but "Chapter 5" or "2nd Edition" are read as locators.
fn is_locator(label: &str) -> bool {
    label.bytes().any(|byte| byte.is_ascii_digit()) && !label.contains('.')
}

#[test]
fn every_edition_is_found_by_label_and_year() {
    for (index, guideline) in GUIDELINES.iter().enumerate() {
        let Some(year) = guideline.year else {
            continue;
        };
        for label in guideline.labels.iter().filter(|label| !is_locator(label)) {
            let line = format!("Decision based on MTUS {label} {year}, Section(s): Summary.");
            let read = READER.read(&line);
            assert_eq!(read.citations[0].guideline, Some(index), "{line}");
            assert_eq!(read.citations[0].year, Some(year), "{line}");
        }
    }
}

#[test]
fn every_section_stays_whole() {
    for guideline in GUIDELINES
        .iter()
        .filter(|guideline| !guideline.sections.is_empty())
    {
        let (label, year) = (&guideline.labels[0], guideline.year.unwrap());
        let sections = guideline.sections.join(", ");
        let line = format!(
            "Decision based on MTUS {label} {year}, Section(s): {sections}, and Knee Disorders 2015."
        );
        let read = READER.read(&line);
        let names: Vec<_> = read.citations[0]
            .sections
            .iter()
            .map(|section| &section.name)
            .collect();
        assert_eq!(
            names,
            guideline.sections.iter().collect::<Vec<_>>(),
            "{line}"
        );
        assert_eq!(read.citations.len(), 2, "{line}");
    }
}

#[test]
fn every_odg_chapter_and_source_is_found() {
    for (index, guideline) in GUIDELINES.iter().enumerate() {
        let source = match guideline.system {
            System::Odg => "ODG, ",
            System::Statute | System::Other => "",
            System::Mtus | System::Acoem => continue,
        };
        for label in &guideline.labels {
            let line = format!("Decision based on Non-MTUS Citation {source}{label}");
            let read = READER.read(&line);
            assert_eq!(
                read.citations.last().unwrap().guideline,
                Some(index),
                "{line}"
            );
        }
    }
}

#[test]
fn pages_in_every_spelling() {
    for pages in [
        "Page(s): 98-99",
        "pages 98\u{2013}99",
        "pg. 98 - 99",
        "pgs 98-99",
        "PAGES: 98-99",
        "pp. 98-99",
    ] {
        let line = format!("Decision based on Non-MTUS Citation ACOEM, Chapter 7, {pages}.");
        assert_eq!(READER.read(&line).citations[0].pages, [(98, 99)], "{line}");
    }
    for (pages, expected) in [
        ("p. 127", &[(127, 127)][..]),
        ("page 12, 14-16 and 20", &[(12, 12), (14, 16), (20, 20)]),
        // Numbers that are no pages: a year, a date, a statute.
        ("page 12, 2004", &[(12, 12)]),
        ("page 12, 11/23/16", &[(12, 12)]),
        ("page 12, 9792.20", &[(12, 12)]),
    ] {
        let line = format!("Decision based on Non-MTUS Citation ACOEM, Chapter 7, {pages}");
        assert_eq!(READER.read(&line).citations[0].pages, expected, "{line}");
    }
}

#[test]
fn editions_and_dates_in_every_spelling() {
    for ordinal in ["2nd", "Second", "SECOND", "2ND"] {
        let line = format!("Decision based on Non-MTUS Citation ACOEM ({ordinal} Ed.) Chapter 7");
        assert_eq!(
            shown(&READER.read(&line).citations[0]),
            "acoem-2004-consultations ch7",
            "{line}"
        );
    }
    for ordinal in [
        "1st", "First", "3rd", "Third", "4th", "Fourth", "5th", "Fifth", "21th",
    ] {
        let line = format!(
            "Decision based on Non-MTUS Citation ACOEM {ordinal} Annual Edition, Chapter 7"
        );
        assert_eq!(
            shown(&READER.read(&line).citations[0]),
            "acoem ch7",
            "{line}"
        );
    }
    for month in [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ] {
        for date in [
            format!("{month} 2016"),
            format!("effective {month} 3, 2016"),
            format!("{month} 28th 2016"),
        ] {
            let line = format!(
                "Decision based on MTUS Chronic Pain Medical Treatment Guidelines ({date}), Exercise."
            );
            let citation = shown(&READER.read(&line).citations[0]);
            assert_eq!(citation, "mtus-chronic-pain-2016 2016 [Exercise]", "{line}");
        }
    }
}

#[test]
fn versions_in_every_spelling() {
    for note in [
        "updated 12/20/16",
        "Updated: 12-20-2016",
        "last updated 12/20/2016",
        "revised December 20",
        "accessed 1/2/17",
        "online version",
        "Web version 2016",
        "Last update - 12/20/16",
    ] {
        let line = format!("Decision based on Non-MTUS Citation ODG, Low Back ({note}), Traction.");
        assert_eq!(
            shown(&READER.read(&line).citations[0]),
            "odg-low-back [Traction]",
            "{line}"
        );
    }
}

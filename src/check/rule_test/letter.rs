//! Makes a test into a whole letter.

use crate::rules::test_case::{RuleTest, TestItem};

/// The letter of a test: what the test gives, and for the rest a letter in which nothing is wrong.
pub(in crate::check) fn letter_of(test: &RuleTest) -> String {
    if let Some(letter) = &test.letter {
        return letter.clone();
    }
    let mut text = front_matter(&test.front_matter);
    section(
        &mut text,
        "HOW THE IMR FINAL DETERMINATION WAS MADE",
        "The expert reviewer has no affiliation with the employer, employee, providers or the claims administrator.",
    );
    let credentials = test.credentials.as_deref().unwrap_or(
        "The Expert Reviewer has the following credentials:\n\
         State(s) of Licensure: California\n\
         Certification(s)/Specialty: Family Practice",
    );
    text.push_str(credentials.trim_end());
    text.push_str("\n\n");
    let summary = test
        .summary
        .as_deref()
        .unwrap_or("The injured worker has pain after a work injury.");
    section(&mut text, "CLINICAL CASE SUMMARY", summary);
    text.push_str("IMR ISSUES, DECISIONS AND RATIONALES\n");
    text.push_str(
        "The Final Determination was based on decisions for the disputed items/services set forth below:\n\n",
    );
    for item in &test.items {
        push_item(&mut text, item);
    }
    text
}

fn front_matter(given: &[(String, String)]) -> String {
    let usual = [
        ("Case Number", "CM16-0000000"),
        ("Date Assigned", "12/07/2016"),
        ("Date of Injury", "10/23/2016"),
        ("Decision Date", "01/10/2017"),
        ("UR Denial Date", "11/30/2016"),
        ("Application Received", "12/01/2016"),
    ];
    let mut lines = String::new();
    let mut line = |label: &str, value: &str| lines.push_str(&format!("{label}: {value}\n"));
    for (label, value) in usual {
        let other = given
            .iter()
            .find(|(given, _)| given.eq_ignore_ascii_case(label));
        line(label, other.map_or(value, |(_, value)| value));
    }
    for (label, value) in given {
        if !usual
            .iter()
            .any(|(usual, _)| usual.eq_ignore_ascii_case(label))
        {
            line(label, value);
        }
    }
    lines.push('\n');
    lines
}

/// A section, unless its text is empty.
fn section(text: &mut String, heading: &str, body: &str) {
    if !body.trim().is_empty() {
        text.push_str(&format!("{heading}\n{}\n\n", body.trim_end()));
    }
}

fn push_item(text: &mut String, item: &TestItem) {
    let heading = item
        .heading
        .as_deref()
        .unwrap_or("Magnetic resonance imaging");
    let decision = item.decision.as_deref().unwrap_or("upheld");
    let rationale = item.rationale.clone().unwrap_or_else(|| {
        let not = if decision.eq_ignore_ascii_case("overturned") {
            ""
        } else {
            "not "
        };
        format!(
            "Given the findings on record, the request for {heading} is {not}medically necessary."
        )
    });
    if decision.is_empty() {
        text.push_str(&format!("{}\n\n", heading.trim_end()));
    } else {
        text.push_str(&format!(
            "{}: {}\n\n",
            heading.trim_end(),
            capitalised(decision)
        ));
    }
    let parts = [
        (
            "Claims Administrator guideline",
            item.claims_administrator_guideline
                .as_deref()
                .unwrap_or("The Claims Administrator did not cite any medical evidence for its decision."),
        ),
        (
            "MAXIMUS guideline",
            item.reviewer_guideline.as_deref().unwrap_or(
                "Decision based on MTUS General Approaches 2004, Section(s): Initial Approaches to Treatment.",
            ),
        ),
        ("Decision rationale", &rationale),
    ];
    for (label, part) in parts {
        if !part.trim().is_empty() {
            text.push_str(&format!("{label}: {}\n\n", part.trim_end()));
        }
    }
}

/// The decision words are printed with a capital; rules write them without.
fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

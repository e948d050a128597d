//! Guideline editions.

use super::day::{self, YEARS};
use super::{id, provenance};
use crate::rules::decode::{Decoder, Fields, quoted};
use crate::rules::pack::{Confidence, Guideline, InForce, System};
use crate::rules::yaml::Node;

/// The bodies of guidelines.
pub(in crate::rules) const SYSTEMS: [(&str, System); 5] = [
    (System::Mtus.name(), System::Mtus),
    (System::Acoem.name(), System::Acoem),
    (System::Odg.name(), System::Odg),
    (System::Statute.name(), System::Statute),
    (System::Other.name(), System::Other),
];

/// An edition of a guideline. Whether another edition has the same label and year is checked when the
/// whole pack is known.
pub(super) fn decode(decoder: &mut Decoder, node: &Node) -> Option<Guideline> {
    let mut fields = decoder.fields(node, "a guideline")?;
    let id = fields.required(decoder, "id", id::kebab);
    let title = fields.required(decoder, "title", Decoder::text);
    let system = fields.required(decoder, "system", system);
    let labels = fields.required(decoder, "labels", |d, n| d.nonempty_list(n, label));
    let year = fields.optional(decoder, "year", |d, n| d.whole_number(n, YEARS));
    let chapter = fields.optional(decoder, "chapter", |d, n| d.whole_number(n, 1..=99));
    let in_force = fields.optional(decoder, "in_force", day::in_force);
    let body_parts = fields.optional(decoder, "body_parts", Decoder::located_texts);
    let sections = fields.optional(decoder, "sections", Decoder::texts);
    let citation = fields.required(decoder, "citation", Decoder::text);
    let confidence = fields.required(decoder, "confidence", provenance::confidence);
    let is_law = matches!(system, Some(System::Mtus | System::Statute));
    let was_read = confidence.is_some_and(|confidence| confidence != Confidence::Unverified);
    if is_law && was_read {
        want_dates(decoder, &fields);
    }
    fields.finish(decoder);
    Some(Guideline {
        id: id?,
        title: title?,
        system: system?,
        labels: labels?,
        year: year.and_then(|year| u16::try_from(year).ok()),
        chapter: chapter.and_then(|chapter| u8::try_from(chapter).ok()),
        in_force: in_force.unwrap_or(InForce {
            from: None,
            to: None,
        }),
        body_parts: body_parts.unwrap_or_default(),
        sections: sections.unwrap_or_default(),
        citation: citation?,
        confidence: confidence?,
    })
}

/// An edition that is law was put in force by an order, so who has read it knows the day. Without a year the entry
/// is the whole schedule or regulation, and no edition of it.
fn want_dates(decoder: &mut Decoder, fields: &Fields<'_>) {
    let Some(year) = fields.key_span("year") else {
        return;
    };
    if fields.key_span("in_force").is_none() {
        decoder.report_with_help(
            year,
            "this edition has no dates, so no rule can tell whether it was in force",
            "an edition of law",
            Some(
                "add `in_force: { from: YYYY-MM-DD }`, or `confidence: unverified` while the days are not known"
                    .to_owned(),
            ),
        );
    }
}

fn system(decoder: &mut Decoder, node: &Node) -> Option<System> {
    decoder.choice(node, &SYSTEMS)
}

/// A label without its year: a label that ends in one would never be found, since letters are read as
/// label and year.
pub(super) fn label(decoder: &mut Decoder, node: &Node) -> Option<String> {
    let label = decoder.text(node)?;
    let last = label.split_whitespace().next_back().unwrap_or_default();
    let is_year = last.len() == 4 && last.parse().is_ok_and(|year| YEARS.contains(&year));
    if !is_year {
        return Some(label);
    }
    let rest = label.trim_end().len() - last.len();
    let span = decoder.part(node, rest..rest + last.len());
    decoder.report_with_help(
        span,
        format!("the label `{}` ends in a year", quoted(&label)),
        "the year of the edition",
        Some(format!("write the label without it, and `year: {last}`")),
    );
    None
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::rules::entries::trial::{complaints, decoded};

    #[test]
    fn an_edition_is_decoded() {
        let text = "\
id: mtus-shoulder-2004
title: Shoulder Complaints
system: MTUS
labels: [Shoulder Complaints]
year: 2004
chapter: 9
in_force: { from: 2009-07-18, to: 2017-11-30 }
body_parts: [shoulder]
sections: ['Summary, Recommendations']
citation: 8 CCR 9792.23.2
confidence: primary
";
        let (guideline, problems) = decoded(text, decode);
        assert!(problems.is_empty(), "{problems:?}");
        let guideline = guideline.unwrap();
        assert_eq!(guideline.system, System::Mtus);
        assert_eq!((guideline.year, guideline.chapter), (Some(2004), Some(9)));
        assert_eq!(guideline.body_parts[0].value, "shoulder");
        assert_eq!(
            guideline
                .in_force
                .to
                .map(|date| date.to_string())
                .as_deref(),
            Some("2017-11-30")
        );
    }

    #[test]
    fn every_mistake_is_told() {
        let text = "\
id: odg
title: Official Disability Guidelines
system: odg
labels: [ODG, ODG Treatment 2015]
year: 20155
chapter: nine
in_force: 2015-01-01
confidance: primary
citation: ''
";
        assert_eq!(
            complaints(text, decode),
            [
                "t.yaml:3:9: unknown value `odg` (did you mean `ODG`?)",
                "t.yaml:4:29: the label `ODG Treatment 2015` ends in a year \
                 (write the label without it, and `year: 2015`)",
                "t.yaml:5:7: 20155 is out of range: expected 1950 to 2099",
                "t.yaml:6:10: expected a whole number, found text",
                "t.yaml:7:11: expected the time in force as a map of keys and values, found text",
                "t.yaml:8:1: unknown key `confidance` in a guideline (did you mean `confidence`?)",
                "t.yaml:9:11: this text is empty",
            ]
        );
    }

    #[test]
    fn an_edition_of_law_has_dates_or_says_that_they_are_not_known() {
        let edition = |system: &str, year: &str, confidence: &str| {
            let text = format!(
                "id: a\ntitle: A\nsystem: {system}\nlabels: [A]\n{year}citation: c\nconfidence: {confidence}\n"
            );
            complaints(&text, decode)
        };
        let year = "year: 2016\n";
        assert_eq!(
            edition("MTUS", year, "quoted"),
            [
                "t.yaml:5:1: this edition has no dates, so no rule can tell whether it was in force \
                 (add `in_force: { from: YYYY-MM-DD }`, or `confidence: unverified` while the days are not known)"
            ]
        );
        assert_eq!(edition("statute", year, "primary").len(), 1);
        for silent in [
            edition("MTUS", year, "unverified"),
            edition("MTUS", "", "primary"),
            edition("ODG", year, "quoted"),
        ] {
            assert_eq!(silent, [""; 0]);
        }
    }

    #[test]
    fn a_year_in_quotes_is_text() {
        assert_eq!(
            complaints("'2015'", |d, n| d.whole_number(n, YEARS)),
            [
                "t.yaml:1:1: expected a whole number, found text (write it without quotes and without zeros in front)"
            ]
        );
    }
}

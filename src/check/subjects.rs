//! The things that `each` names, found in a letter or item.

use super::case::Case;
use super::limit::{self, GoverningLimit};
use super::subject::{CredentialSubject, Each, Side, Subject};
use crate::letter::SectionKind;
use crate::reading::citation::Citation;
use crate::reading::letter::ItemReading;
use crate::rules::pack::Criterion;
use crate::span::ByteSpan;
use crate::waiver::Judgement;

/// Calls `ask` with a case for each thing.
pub(super) fn for_each(each: Option<Each>, whole: &Case<'_>, mut ask: impl FnMut(&Case<'_>)) {
    let mut of = |subject: Subject<'_>| ask(&whole.about(subject));
    let Some(each) = each else {
        return of(Subject::Whole);
    };
    let letter = whole.reading.letter;
    match each {
        Each::RequiredSection => {
            let kinds = SectionKind::required_by(letter.layout).iter();
            kinds.for_each(|kind| of(Subject::Section(*kind)));
        }
        Each::RequiredPart => {
            let parts = letter.required_parts().iter();
            parts.for_each(|part| of(Subject::Part(*part)));
        }
        Each::DatePair => {
            for pair in whole.reading.dates.in_order().windows(2) {
                of(Subject::Dates {
                    earlier: pair[0],
                    later: pair[1],
                });
            }
        }
        Each::Credential => credentials(whole, &mut of),
        Each::EarlierItem => {
            let number = whole.item.map_or(1, |item| item.number);
            let earlier = whole.reading.items.iter().take(number - 1).enumerate();
            let firsts = earlier.filter(|(_, item)| item.repeats.is_none());
            firsts.for_each(|(index, _)| of(Subject::EarlierItem(index)));
        }
        Each::GuidelineLine => Side::BOTH.map(Subject::Line).into_iter().for_each(of),
        Each::Citation => {
            let Some(item) = whole.item else {
                return;
            };
            for side in Side::BOTH {
                for citation in &side.line(item).citations {
                    of(Subject::Citation(side, citation));
                }
            }
        }
        Each::Limit => limits(whole, limit::governing, |limit| of(Subject::Limit(limit))),
        Each::RecitedLimit => {
            limits(whole, limit::recitable, |limit| {
                of(Subject::RecitedLimit(limit));
            });
        }
        Each::Criterion => criteria(whole, &mut of),
        // They are asked of by `Linter::judge`.
        Each::Waiver => {}
    }
}

fn credentials(whole: &Case<'_>, of: &mut impl FnMut(Subject<'_>)) {
    let credentials = &whole.reading.credentials;
    for state in &credentials.states {
        of(Subject::Credential(CredentialSubject::State(state)));
    }
    let Some(place) = credentials.place.map(|place| whole.first_line_of(place)) else {
        return;
    };
    let any_state = !credentials.states.is_empty();
    let any_certification = credentials.certification.is_some();
    of(Subject::Credential(CredentialSubject::States(
        place, any_state,
    )));
    let certification = CredentialSubject::Certification(place, any_certification);
    of(Subject::Credential(certification));
}

fn limits(
    whole: &Case<'_>,
    found: impl for<'r> Fn(&Case<'r>, &ItemReading) -> Vec<GoverningLimit<'r>>,
    of: impl FnMut(&GoverningLimit<'_>),
) {
    if let Some(item) = whole.item {
        found(whole, item).iter().for_each(of);
    }
}

fn criteria(whole: &Case<'_>, of: &mut impl FnMut(Subject<'_>)) {
    for criterion in applying_criteria(whole) {
        of(Subject::Criterion(criterion));
    }
}

/// The enabled criteria that apply to an item.
pub(super) fn applying_criteria<'r>(whole: &Case<'r>) -> impl Iterator<Item = &'r Criterion> {
    let case = *whole;
    let items = case.item.into_iter();
    items.flat_map(move |item| {
        let criteria = case.criteria_on(item);
        let in_play =
            criteria.filter(move |(_, editions)| limit::is_in_play(&case, item, editions));
        in_play.map(|(criterion, _)| criterion)
    })
}

/// What the thing in question gives to the placeholders of a message; see [`Each::provides`].
pub(super) fn values(case: &Case<'_>) -> Vec<(&'static str, String)> {
    match case.subject {
        Subject::Whole | Subject::Credential(_) => Vec::new(),
        Subject::Section(kind) => vec![("section", kind.heading().to_owned())],
        Subject::Part(part) => vec![("part", part.name().to_owned())],
        Subject::Dates { earlier, later } => vec![
            ("earlier", earlier.name.to_owned()),
            ("earlier_date", earlier.date.to_string()),
            ("later", later.name.to_owned()),
            ("later_date", later.date.to_string()),
        ],
        Subject::EarlierItem(index) => vec![("other_item", (index + 1).to_string())],
        Subject::Line(side) => vec![("side", side.title().to_owned())],
        Subject::Citation(side, citation) => vec![
            ("side", side.title().to_owned()),
            ("cited", case.quote(citation.span).to_owned()),
            ("guideline", cited_title(case, citation)),
        ],
        Subject::Limit(limit) | Subject::RecitedLimit(limit) => vec![
            ("limit", limit.limit.title.clone()),
            ("guideline", limit.guideline.title.clone()),
        ],
        Subject::Criterion(criterion) => vec![("criterion", criterion.title.clone())],
        Subject::Waiver(judgement) => waiver_values(judgement),
    }
}

fn waiver_values(judgement: &Judgement<'_>) -> Vec<(&'static str, String)> {
    let waiver = judgement.waiver;
    let nearest = match judgement.nearest {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`imr-lint rules list` names them all".to_owned(),
    };
    vec![
        ("waiver", waiver.of.to_string()),
        ("approver", waiver.approver.clone()),
        ("expires", waiver.expires.value.to_string()),
        ("nearest", nearest),
    ]
}

/// What sets the thing in question apart from others of its kind, as part of the identity of a finding: ids and names
/// that neither the layout of the letter nor the wording of the pack changes.
pub(super) fn identity<'c>(case: &Case<'c>) -> Vec<&'c str> {
    match case.subject {
        // Which state is wrong and which item is repeated, the words of the letter say.
        Subject::Whole | Subject::EarlierItem(_) => Vec::new(),
        Subject::Credential(CredentialSubject::State(_)) => Vec::new(),
        Subject::Credential(CredentialSubject::States(..)) => vec!["states"],
        Subject::Credential(CredentialSubject::Certification(..)) => vec!["certification"],
        Subject::Section(kind) => vec![kind.heading()],
        Subject::Part(part) => vec![part.name()],
        Subject::Dates { earlier, later } => vec![earlier.name, later.name],
        Subject::Line(side) => vec![side.name()],
        Subject::Citation(side, citation) => vec![side.name(), case.quote(citation.span)],
        Subject::Limit(limit) | Subject::RecitedLimit(limit) => {
            vec![&limit.limit.id.value, &limit.guideline.id.value]
        }
        Subject::Criterion(criterion) => vec![&criterion.id.value],
        Subject::Waiver(judgement) => vec![judgement.waiver.place.words()],
    }
}

/// What the thing in question is called, and its words; `None` for the letter or item as a whole.
pub(super) fn title(case: &Case<'_>) -> Option<(String, Option<ByteSpan>)> {
    let titled = |title: &str, words| Some((title.to_owned(), words));
    match case.subject {
        Subject::Whole => None,
        Subject::Section(kind) => {
            let heading = case.reading.letter.section(kind);
            let heading = heading.map(|section| section.heading);
            titled(&format!("the section \"{}\"", kind.heading()), heading)
        }
        Subject::Part(part) => {
            let words = case.item.and_then(|item| item.item.part(part));
            titled(
                &format!("the {}", part.name()),
                words.map(|words| case.first_line_of(words)),
            )
        }
        Subject::Dates { earlier, later } => {
            titled(&format!("{} and {}", earlier.name, later.name), None)
        }
        Subject::Credential(CredentialSubject::State(state)) => {
            titled("the state of licensure", Some(state.span))
        }
        Subject::Credential(CredentialSubject::States(place, _)) => {
            titled("the states of licensure", Some(place))
        }
        Subject::Credential(CredentialSubject::Certification(place, _)) => {
            titled("the certification", Some(place))
        }
        Subject::EarlierItem(index) => {
            let earlier = case.reading.items.get(index);
            let heading = earlier.and_then(|earlier| earlier.item.heading);
            titled(&format!("item {}", index + 1), heading)
        }
        Subject::Line(side) => titled(
            &format!("the {}'s guideline line", side.title()),
            case.item.and_then(|item| side.place(item)),
        ),
        Subject::Citation(side, citation) => titled(
            &format!("the {}'s citation", side.title()),
            Some(citation.span),
        ),
        Subject::Limit(limit) | Subject::RecitedLimit(limit) => {
            titled(&format!("the limit `{}`", limit.limit.id.value), None)
        }
        Subject::Criterion(criterion) => {
            titled(&format!("the criterion `{}`", criterion.id.value), None)
        }
        Subject::Waiver(judgement) => {
            titled(&format!("the waiver of {}", judgement.waiver.of), None)
        }
    }
}

/// The title and year of a cited edition, or the words of the citation.
fn cited_title(case: &Case<'_>, citation: &Citation) -> String {
    let known = citation
        .guideline
        .and_then(|index| case.pack.guidelines.get(index));
    match known {
        None => case.quote(citation.span).to_owned(),
        // Some titles name their year.
        Some(guideline) => match guideline.year {
            Some(year) if !guideline.title.contains(&year.to_string()) => {
                format!("{} ({year})", guideline.title)
            }
            _ => guideline.title.clone(),
        },
    }
}

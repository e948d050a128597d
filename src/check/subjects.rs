//! The things that `each` names, found in a letter or item.

use super::case::Case;
use super::limit::{self, GoverningLimit};
use super::subject::{CredentialSubject, Each, Side, Subject};
use crate::letter::SectionKind;
use crate::reading::letter::ItemReading;
use crate::rules::pack::Criterion;

/// Values for message placeholders.
pub(super) type Values = Vec<(&'static str, String)>;

/// Calls `ask` with a case for each thing, and with what the thing gives to the message.
pub(super) fn for_each(
    each: Option<Each>,
    whole: &Case<'_>,
    mut ask: impl FnMut(&Case<'_>, Values),
) {
    let mut of = |subject: Subject<'_>, values: Values| {
        let case = Case {
            pack: whole.pack,
            names: whole.names,
            reader: whole.reader,
            reading: whole.reading,
            item: whole.item,
            subject,
        };
        ask(&case, values);
    };
    let Some(each) = each else {
        return of(Subject::Whole, Values::new());
    };
    match each {
        Each::RequiredSection => {
            for kind in SectionKind::required_by(whole.reading.letter.layout) {
                of(
                    Subject::Section(*kind),
                    vec![("section", kind.heading().to_owned())],
                );
            }
        }
        Each::RequiredPart => {
            for part in whole.reading.letter.required_parts() {
                of(Subject::Part(*part), vec![("part", part.name().to_owned())]);
            }
        }
        Each::DatePair => date_pairs(whole, &mut of),
        Each::Credential => credentials(whole, &mut of),
        Each::EarlierItem => {
            let number = whole.item.map_or(1, |item| item.number);
            for index in 0..number - 1 {
                of(
                    Subject::EarlierItem(index),
                    vec![("other_item", (index + 1).to_string())],
                );
            }
        }
        Each::GuidelineLine => {
            for side in Side::BOTH {
                of(Subject::Line(side), vec![("side", side.title().to_owned())]);
            }
        }
        Each::Citation => citations(whole, &mut of),
        Each::Limit => limits(
            whole,
            limit::governing,
            |limit| Subject::Limit(limit),
            &mut of,
        ),
        Each::RecitedLimit => limits(
            whole,
            limit::recitable,
            |limit| Subject::RecitedLimit(limit),
            &mut of,
        ),
        Each::Criterion => criteria(whole, &mut of),
    }
}

type Of<'f> = dyn FnMut(Subject<'_>, Values) + 'f;

fn date_pairs(whole: &Case<'_>, of: &mut Of<'_>) {
    for pair in whole.reading.dates.in_order().windows(2) {
        let (earlier, later) = (pair[0], pair[1]);
        let values = vec![
            ("earlier", earlier.name.to_owned()),
            ("earlier_date", earlier.date.to_string()),
            ("later", later.name.to_owned()),
            ("later_date", later.date.to_string()),
        ];
        of(Subject::Dates { earlier, later }, values);
    }
}

fn credentials(whole: &Case<'_>, of: &mut Of<'_>) {
    let credentials = &whole.reading.credentials;
    for state in &credentials.states {
        of(
            Subject::Credential(CredentialSubject::State(state)),
            Values::new(),
        );
    }
    if let Some(place) = credentials.place {
        let place = whole.first_line_of(place);
        let any_state = !credentials.states.is_empty();
        let any_certification = credentials.certification.is_some();
        of(
            Subject::Credential(CredentialSubject::States(place, any_state)),
            Values::new(),
        );
        let certification = CredentialSubject::Certification(place, any_certification);
        of(Subject::Credential(certification), Values::new());
    }
}

fn citations(whole: &Case<'_>, of: &mut Of<'_>) {
    let Some(item) = whole.item else {
        return;
    };
    for side in Side::BOTH {
        for citation in &side.line(item).citations {
            let cited = whole.quote(citation.span).to_owned();
            let known = citation
                .guideline
                .and_then(|index| whole.pack.guidelines.get(index));
            let title = known.map_or_else(
                || cited.clone(),
                |guideline| match guideline.year {
                    Some(year) => format!("{} ({year})", guideline.title),
                    None => guideline.title.clone(),
                },
            );
            let values = vec![
                ("side", side.title().to_owned()),
                ("cited", cited),
                ("guideline", title),
            ];
            of(Subject::Citation(side, citation), values);
        }
    }
}

fn limits(
    whole: &Case<'_>,
    found: impl for<'r> Fn(&Case<'r>, &ItemReading) -> Vec<GoverningLimit<'r>>,
    subject: impl for<'r> Fn(&'r GoverningLimit<'r>) -> Subject<'r>,
    of: &mut Of<'_>,
) {
    let Some(item) = whole.item else {
        return;
    };
    for limit in &found(whole, item) {
        let values = vec![
            ("limit", limit.limit.title.clone()),
            ("guideline", limit.guideline.title.clone()),
        ];
        of(subject(limit), values);
    }
}

fn criteria(whole: &Case<'_>, of: &mut Of<'_>) {
    let Some(item) = whole.item else {
        return;
    };
    let applies = |criterion: &&Criterion| {
        let treated = criterion
            .treatments
            .iter()
            .any(|treatment| whole.is_treatment(item, &treatment.value));
        treated && limit::is_in_play(whole, item, &criterion.guidelines)
    };
    for criterion in whole
        .pack
        .criteria
        .iter()
        .filter(|criterion| criterion.enabled)
        .filter(applies)
    {
        of(
            Subject::Criterion(criterion),
            vec![("criterion", criterion.title.clone())],
        );
    }
}

//! `required_fact: denied`: whether the rationale denies what a criterion requires.

use super::{Answer, Case, Each, Places, Predicate, Subject, Vocable};
use crate::check::truth::Truth;
use crate::reading::fact::{FactAnswer, FactReading};
use crate::reading::letter::ItemReading;
use crate::rules::decode::Located;
use crate::rules::pack::Criterion;

pub(super) const VOCABLE: Vocable = Vocable {
    name: "required_fact",
    about: "whether the rationale denies about this patient, or finds undocumented, a fact that the criterion requires, \
            or every one of those of which it requires any; unknown when it does not say, says both, or concedes it \
            (\"although\", \"however\"), and when something is stated that waives the requirement",
    example: "required_fact: denied",
    places: Places::Of(&[Each::Criterion]),
    provides: &["fact"],
    parse: |argument| {
        argument.choice(&[("denied", ())])?;
        Some(Box::new(RequiredFactDenied))
    },
};

#[derive(Debug)]
struct RequiredFactDenied;

impl Predicate for RequiredFactDenied {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let (Subject::Criterion(criterion), Some(item)) = (case.subject, case.item) else {
            return Answer::unknown();
        };
        let each = criterion.requires.iter();
        let each = each.map(|fact| denied(case, item, fact)).reduce(Answer::or);
        let any = criterion.requires_any.iter();
        let any = any.map(|fact| denied(case, item, fact)).reduce(Answer::and);
        let denied = match (each, any) {
            (Some(each), Some(any)) => each.or(any),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => return Answer::unknown().because("the criterion requires no fact"),
        };
        if denied.truth == Truth::True {
            waived(case, item, criterion).unwrap_or(denied)
        } else {
            denied
        }
    }
}

fn denied(case: &Case<'_>, item: &ItemReading, fact: &Located<String>) -> Answer {
    let read = case.fact(item, &fact.value);
    let conceded = read.deciding.iter().any(|said| said.conceded);
    let truth = match read.answer {
        answer if answer.denies() && !conceded => Truth::True,
        FactAnswer::Stated => Truth::False,
        _ => Truth::Unknown,
    };
    if read.deciding.is_empty() {
        let title = case.fact_title(&fact.value);
        let reason = format!("neither stated nor denied: {title}");
        return Answer::plain(truth).because(reason).with("fact", title);
    }
    let note = match (read.answer, conceded) {
        (FactAnswer::Absent | FactAnswer::NotDocumented, true) => "conceded here",
        (FactAnswer::Absent, false) => "denied here",
        (FactAnswer::NotDocumented, false) => "not documented",
        (FactAnswer::Stated, _) => "stated here",
        (FactAnswer::Uncertain, _) => "not clear",
        (FactAnswer::Conflict | FactAnswer::Unsaid, _) => "both stated and denied",
    };
    Answer::plain(truth)
        .shown_if(read.deciding.first().map(|said| said.span), note)
        .with("fact", case.fact_title(&fact.value))
}

/// What makes the requirement needless, where the letter says so or may.
fn waived(case: &Case<'_>, item: &ItemReading, criterion: &Criterion) -> Option<Answer> {
    let says_so = |read: &FactReading<'_>| {
        let said = [
            FactAnswer::Stated,
            FactAnswer::Conflict,
            FactAnswer::Uncertain,
        ];
        said.contains(&read.answer)
    };
    criterion.waived_by.iter().find_map(|fact| {
        let in_rationale = case.fact(item, &fact.value);
        let read = Some(in_rationale)
            .filter(says_so)
            .or_else(|| Some(case.fact_in_summary(&fact.value)).filter(says_so))?;
        let words = read.deciding.first().map(|said| said.span);
        Some(Answer::unknown().shown_if(words, "makes the requirement needless"))
    })
}

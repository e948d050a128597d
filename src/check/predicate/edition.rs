//! `edition: superseded`: whether a cited edition was in force on the decision date.

use super::{Answer, Case, Each, Places, Predicate, Subject, Truth, Vocable};
use crate::reading::citation::Citation;
use crate::reading::date::Date;
use crate::rules::pack::{Confidence, Guideline};

pub(super) const VOCABLE: Vocable = Vocable {
    name: "edition",
    about: "whether the cited edition was in force on the decision date; unknown without a decision date, for an \
            edition whose dates were not read, and for labels without a year",
    example: "edition: superseded",
    places: Places::Of(&[Each::Citation]),
    provides: &["decision_date", "in_force_from", "in_force_to"],
    parse: |argument| {
        let state = argument.choice(&[
            ("in-force", State::InForce),
            ("superseded", State::Superseded),
            ("not-yet-in-force", State::NotYet),
        ])?;
        Some(Box::new(EditionIs(state)))
    },
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    InForce,
    Superseded,
    NotYet,
}

#[derive(Debug)]
struct EditionIs(State);

impl Predicate for EditionIs {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let Subject::Citation(_, citation) = case.subject else {
            return Answer::unknown();
        };
        let edition = citation.guideline;
        let Some(edition) = edition.and_then(|index| case.pack.guidelines.get(index)) else {
            return undated(citation, "names no edition of the pack");
        };
        if citation.year.is_none() {
            return undated(
                citation,
                "names no year: it may mean whichever was in force",
            );
        }
        let Some(decided) = case.reading.decided else {
            return Answer::unknown().because("the letter gives no decision date");
        };
        let Some(state) = state_on(edition, decided.date) else {
            return undated(citation, "when this edition was in force is not known");
        };
        let day = |date: Option<Date>| date.map_or_else(|| "?".to_owned(), |date| date.to_string());
        Answer::plain(Truth::from(state == self.0))
            .shown(citation.span, note(state))
            .shown_if(decided.span, format!("decided on {}", decided.date))
            .with("decision_date", decided.date.to_string())
            .with("in_force_from", day(edition.in_force.from))
            .with("in_force_to", day(edition.in_force.to))
    }

    fn truth(&self, case: &Case<'_>) -> Truth {
        Self::state(case).map_or(Truth::Unknown, |state| (state == self.0).into())
    }
}

impl EditionIs {
    /// `None` where it cannot be told; [`Predicate::ask`] says why.
    fn state(case: &Case<'_>) -> Option<State> {
        let Subject::Citation(_, citation) = case.subject else {
            return None;
        };
        let edition = case.pack.guidelines.get(citation.guideline?)?;
        citation.year?;
        state_on(edition, case.reading.decided?.date)
    }
}

/// The answer about a citation of which no dates are known.
fn undated(citation: &Citation, why: &'static str) -> Answer {
    Answer::unknown().shown(citation.span, why)
}

fn note(state: State) -> &'static str {
    match state {
        State::InForce => "in force",
        State::Superseded => "superseded by then",
        State::NotYet => "not yet in force",
    }
}

/// `None` where a date that would decide was not read.
fn state_on(edition: &Guideline, day: Date) -> Option<State> {
    if edition.confidence == Confidence::Unverified {
        return None;
    }
    let force = edition.in_force;
    if force.from.is_some_and(|from| day < from) {
        Some(State::NotYet)
    } else if force.to.is_some_and(|to| day > to) {
        Some(State::Superseded)
    } else {
        (force.from.is_some() || force.to.is_some()).then_some(State::InForce)
    }
}

//! `credential: unknown-state`: what is wrong with the reviewer's qualifications.

use super::{Answer, Case, CredentialSubject, Each, Places, Predicate, Subject, Vocable};

pub(super) const VOCABLE: Vocable = Vocable {
    name: "credential",
    about: "what is wrong with the state or certification in question",
    example: "credential: unknown-state",
    places: Places::Of(&[Each::Credential]),
    provides: &["credential"],
    parse: |argument| {
        let fault = argument.choice(&[
            ("unknown-state", Fault::UnknownState),
            ("no-state", Fault::NoState),
            ("no-certification", Fault::NoCertification),
        ])?;
        Some(Box::new(CredentialHas(fault)))
    },
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    UnknownState,
    NoState,
    NoCertification,
}

#[derive(Debug)]
struct CredentialHas(Fault);

impl Predicate for CredentialHas {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let Subject::Credential(subject) = case.subject else {
            return Answer::unknown();
        };
        match (subject, self.0) {
            (CredentialSubject::State(state), Fault::UnknownState) => {
                let name = case.quote(state.span);
                let meant = match &state.meant {
                    Some(meant) => format!(", did you mean {meant}?"),
                    None => String::new(),
                };
                if state.known {
                    return Answer::plain(false).shown(state.span, "a state or territory");
                }
                Answer::plain(true).shown(state.span, "no such state").with(
                    "credential",
                    format!("\"{name}\" is no state or territory of the United States{meant}"),
                )
            }
            (CredentialSubject::States(place, true), Fault::NoState) => {
                Answer::plain(false).shown(place, "states of licensure are named")
            }
            (CredentialSubject::Certification(place, true), Fault::NoCertification) => {
                Answer::plain(false).shown(place, "a certification or specialty is named")
            }
            (CredentialSubject::States(place, false), Fault::NoState) => Answer::plain(true)
                .missing_at(place, "no state of licensure is named here")
                .with("credential", "the letter names no state of licensure"),
            (CredentialSubject::Certification(place, false), Fault::NoCertification) => {
                Answer::plain(true)
                    .missing_at(place, "no certification or specialty is named here")
                    .with(
                        "credential",
                        "the letter names no certification or specialty",
                    )
            }
            _ => Answer::plain(false).because("something else is in question"),
        }
    }
}

//! `waiver: expired`: what is wrong with a waiver.

use super::{Answer, Case, Each, Places, Predicate, Subject, Vocable};
use crate::rules::problem::RulePlace;
use crate::span::ByteSpan;
use crate::waiver::Fault;

pub(super) const VOCABLE: Vocable = Vocable {
    name: "waiver",
    about: "what is wrong with the waiver in question: `no-reason`, `unknown-rule`, `expired` or `unused`",
    example: "waiver: expired",
    places: Places::Of(&[Each::Waiver]),
    provides: &[],
    parse: |argument| {
        let faults = Fault::ALL.map(|fault| (fault.name(), fault));
        Some(Box::new(WaiverHas(argument.choice(&faults)?)))
    },
};

#[derive(Debug)]
struct WaiverHas(Fault);

impl Predicate for WaiverHas {
    /// The words are those of the waivers file.
    fn ask(&self, case: &Case<'_>) -> Answer {
        let Subject::Waiver(judgement) = case.subject else {
            return Answer::unknown();
        };
        let waiver = judgement.waiver;
        let (place, note) = match self.0 {
            Fault::NoReason => (&waiver.place, "waived without a reason"),
            Fault::UnknownRule => (&waiver.place, "no such rule"),
            Fault::Expired => (&waiver.expires.place, "this day is over"),
            Fault::Unused => (&waiver.place, "nothing of this is found in the letter"),
        };
        let answer = Answer::plain(judgement.faults.contains(&self.0));
        answer.shown(words(place), note)
    }
}

fn words(place: &RulePlace) -> ByteSpan {
    ByteSpan::new(place.span.start, place.span.end)
}

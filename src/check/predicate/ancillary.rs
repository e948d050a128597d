//! `ancillary_to_upheld_surgery: true`: whether an item merely follows from a surgery whose denial stands.

use super::{Answer, Case, Places, Predicate, Vocable};
use crate::check::truth::Truth;
use crate::letter::Decision;
use crate::reading::letter::ItemReading;

pub(super) const VOCABLE: Vocable = Vocable {
    name: "ancillary_to_upheld_surgery",
    about: "whether the item is a service beside a surgery of the same letter whose denial was upheld",
    example: "ancillary_to_upheld_surgery: true",
    places: Places::Item,
    provides: &[],
    parse: |argument| Some(Box::new(Ancillary(argument.boolean()?))),
};

#[derive(Debug)]
struct Ancillary(bool);

/// The treatment class of operations.
const SURGERY: &str = "surgery";

impl Predicate for Ancillary {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let Some(item) = case.item else {
            return Answer::unknown();
        };
        let is_upheld_surgery = |other: &&ItemReading| {
            other.number != item.number
                && other.item.decision == Some(Decision::Upheld)
                && case.is_treatment(other, SURGERY)
        };
        let Some(surgery) = case.reading.items.iter().find(is_upheld_surgery) else {
            return Answer::plain(!self.0).because("no surgery of this letter was upheld");
        };
        let marked = item
            .request
            .as_ref()
            .is_some_and(|request| request.surgical_service.is_some());
        // Without the mark it may still be meant for the surgery: an assistant, a brace.
        let truth = if marked { Truth::True } else { Truth::Unknown };
        let truth = if self.0 { truth } else { !truth };
        let answer = Answer::plain(truth).shown_if(surgery.item.heading, "the surgery, upheld");
        match truth {
            Truth::Unknown => {
                answer.because("the heading does not mark the item as beside a surgery")
            }
            _ => answer,
        }
    }
}

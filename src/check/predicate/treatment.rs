//! `treatment: mri`: whether the item is of a treatment class.

use super::{Answer, Case, Places, Predicate, Truth, Vocable};
use crate::reading::letter::ItemReading;

pub(super) const VOCABLE: Vocable = Vocable {
    name: "treatment",
    about: "whether the disputed portion is of this treatment class; unknown when no treatment of the pack is named",
    example: "treatment: acupuncture",
    places: Places::Item,
    provides: &[],
    parse: |argument| {
        let id = argument.treatment_id()?;
        Some(Box::new(TreatmentIs(id)))
    },
};

#[derive(Debug)]
struct TreatmentIs(String);

impl Predicate for TreatmentIs {
    fn ask(&self, case: &Case<'_>) -> Answer {
        match named(case) {
            Some(item) if case.is_treatment(item, &self.0) => {
                Answer::plain(true).shown_if(item.item.heading, "the disputed item")
            }
            Some(item) => Answer::plain(false).shown_if(item.item.heading, "another treatment"),
            None => Answer::unknown().because("the heading names no treatment of the pack"),
        }
    }

    fn truth(&self, case: &Case<'_>) -> Truth {
        match named(case) {
            Some(item) => case.is_treatment(item, &self.0).into(),
            None => Truth::Unknown,
        }
    }
}

/// The item, where its heading names a treatment of the pack.
fn named<'r>(case: &Case<'r>) -> Option<&'r ItemReading> {
    case.item.filter(|item| {
        let request = item.request.as_ref();
        request.is_some_and(|request| !request.disputed.treatments.is_empty())
    })
}

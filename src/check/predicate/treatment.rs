//! `treatment: mri`: whether the item is of a treatment class.

use super::{Answer, Case, Places, Predicate, Vocable};

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
        let named = case.item.filter(|item| {
            item.request
                .as_ref()
                .is_some_and(|request| !request.disputed.treatments.is_empty())
        });
        match named {
            Some(item) if case.is_treatment(item, &self.0) => {
                Answer::plain(true).shown_if(item.item.heading, "the disputed item")
            }
            Some(item) => Answer::plain(false).shown_if(item.item.heading, "another treatment"),
            None => Answer::unknown().because("the heading names no treatment of the pack"),
        }
    }
}

//! `same_request: true`: whether an earlier item asks for the same.

use super::{Answer, Case, Each, Places, Predicate, Subject, Vocable};

pub(super) const VOCABLE: Vocable = Vocable {
    name: "same_request",
    about: "whether the earlier item in question asks for the same treatment, amount, body part, side and dose",
    example: "same_request: true",
    places: Places::Of(&[Each::EarlierItem]),
    provides: &[],
    parse: |argument| Some(Box::new(SameRequest(argument.boolean()?))),
};

#[derive(Debug)]
struct SameRequest(bool);

impl Predicate for SameRequest {
    fn needs_same_request(&self) -> bool {
        self.0
    }

    fn ask(&self, case: &Case<'_>) -> Answer {
        let (Subject::EarlierItem(index), Some(item)) = (case.subject, case.item) else {
            return Answer::unknown();
        };
        let earlier = &case.reading.items[index];
        if item.request.is_none() || earlier.request.is_none() {
            return Answer::unknown().because("one of the two items has no heading");
        }
        let same = item.repeats == Some(index);
        let answer = Answer::plain(same == self.0);
        if same {
            answer
                .shown_if(item.item.heading, "decided here")
                .shown_if(earlier.item.heading, "and here")
        } else {
            answer.shown_if(earlier.item.heading, "another request")
        }
    }
}

//! `in_order: false`: whether two dates of the front matter stand in the order of a case.

use super::{Answer, Case, Each, Places, Predicate, Subject, Vocable};
use crate::check::truth::Truth;

pub(super) const VOCABLE: Vocable = Vocable {
    name: "in_order",
    about: "whether the earlier of the two dates in question does not lie after the later one",
    example: "in_order: false",
    places: Places::Of(&[Each::DatePair]),
    provides: &[],
    parse: |argument| Some(Box::new(InOrder(argument.boolean()?))),
};

#[derive(Debug)]
struct InOrder(bool);

impl Predicate for InOrder {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let Subject::Dates { earlier, later } = case.subject else {
            return Answer::unknown();
        };
        let truth = match earlier.date.partial_cmp(&later.date) {
            Some(order) => Truth::from(order.is_le() == self.0),
            None => Truth::Unknown,
        };
        Answer::plain(truth)
            .shown(earlier.span, format!("{}: {}", earlier.name, earlier.date))
            .shown(later.span, format!("{}: {}", later.name, later.date))
    }
}

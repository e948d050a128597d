//! `in_order: false`: whether two dates of the front matter stand in the order of a case.

use super::{Answer, Case, Each, Places, Predicate, Subject, Truth, Vocable};

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
        Answer::plain(self.truth(case))
            .shown(earlier.span, format!("{}: {}", earlier.name, earlier.date))
            .shown(later.span, format!("{}: {}", later.name, later.date))
    }

    fn truth(&self, case: &Case<'_>) -> Truth {
        let Subject::Dates { earlier, later } = case.subject else {
            return Truth::Unknown;
        };
        let order = earlier.date.partial_cmp(&later.date);
        order.map_or(Truth::Unknown, |order| (order.is_le() == self.0).into())
    }
}

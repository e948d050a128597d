//! `restated_differently: quantity`: whether the conclusion restates the request as another one.

use super::{Answer, Case, Places, Predicate, Vocable};
use crate::reading::restatement::DifferenceKind;

pub(super) const VOCABLE: Vocable = Vocable {
    name: "restated_differently",
    about: "whether a concluding sentence restates the heading with another amount, dose, body part, side or name",
    example: "restated_differently: side",
    places: Places::Item,
    provides: &["heading_value", "restated_value"],
    parse: |argument| {
        let kind = argument.choice(&[
            ("quantity", DifferenceKind::Quantity),
            ("dose", DifferenceKind::Dose),
            ("body-part", DifferenceKind::BodyPart),
            ("side", DifferenceKind::Side),
            ("name", DifferenceKind::Name),
        ])?;
        Some(Box::new(RestatedDifferently(kind)))
    },
};

#[derive(Debug)]
struct RestatedDifferently(DifferenceKind);

impl Predicate for RestatedDifferently {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let Some(item) = case.item.filter(|item| item.request.is_some()) else {
            return Answer::unknown().because("the item has no heading");
        };
        let Some(difference) = item.differences.iter().find(|found| found.kind == self.0) else {
            return Answer::plain(false).because(match self.0 {
                DifferenceKind::Quantity => "the conclusion restates no other amount",
                DifferenceKind::Dose => "the conclusion restates no other dose",
                DifferenceKind::BodyPart => "the conclusion restates no other body part",
                DifferenceKind::Side => "the conclusion restates no other side",
                DifferenceKind::Name => "the conclusion restates no similar name",
            });
        };
        Answer::plain(true)
            .shown(difference.restated, "the conclusion")
            .shown(difference.heading, "the disputed item")
            .with("heading_value", difference.heading_value.clone())
            .with("restated_value", difference.restated_value.clone())
    }
}

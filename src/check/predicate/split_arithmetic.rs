//! `split_arithmetic: wrong`: whether the portions of a split request do not add up.

use super::{Answer, Case, Places, Predicate, Vocable};
use crate::reading::number::Number;
use crate::reading::quantity::Role;
use crate::reading::request::Portion;
use crate::span::ByteSpan;

pub(super) const VOCABLE: Vocable = Vocable {
    name: "split_arithmetic",
    about: "whether the original request is not what was authorized and what remains together; unknown when one of the \
            three gives no number",
    example: "split_arithmetic: wrong",
    places: Places::Item,
    provides: &["original", "authorized", "remaining"],
    parse: |argument| {
        argument.choice(&[("wrong", ())])?;
        Some(Box::new(SplitArithmeticWrong))
    },
};

#[derive(Debug)]
struct SplitArithmeticWrong;

impl Predicate for SplitArithmeticWrong {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let Some(request) = case.item.and_then(|item| item.request.as_ref()) else {
            return Answer::unknown().because("the item has no heading");
        };
        if request.original.is_none() && request.authorized.is_none() {
            return Answer::plain(false).because("the request was not split");
        }
        let amounts = request
            .original
            .as_ref()
            .zip(request.authorized.as_ref())
            .and_then(|(original, authorized)| {
                Some([
                    portioned(original)?,
                    portioned(authorized)?,
                    portioned(&request.disputed)?,
                ])
            });
        let Some([original, authorized, remaining]) = amounts else {
            return Answer::unknown().because("one of the three portions gives no number");
        };
        let adds_up = original.0 == authorized.0.plus(remaining.0);
        Answer::plain(!adds_up)
            .shown(remaining.1, format!("{} remain", remaining.0))
            .shown(original.1, format!("{} requested", original.0))
            .shown(authorized.1, format!("{} authorized", authorized.0))
            .with("original", original.0.to_string())
            .with("authorized", authorized.0.to_string())
            .with("remaining", remaining.0.to_string())
    }
}

/// The one number of a portion with its words: what is counted, or what is dispensed.
fn portioned(portion: &Portion) -> Option<(Number, ByteSpan)> {
    if let Some(amount) = portion.amount() {
        let count = amount.count;
        return count.is_single().then_some((count.min.into(), amount.span));
    }
    let dispensed = portion.dispensed()?;
    let mut quantities = portion.quantities.iter();
    let said =
        quantities.find(|quantity| matches!(quantity.role(), Role::Dispensed | Role::Count))?;
    Some((dispensed, said.span))
}

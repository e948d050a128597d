//! `arithmetic: wrong`: whether the numbers of a heading contradict each other.

use super::{Answer, Case, Places, Predicate, Vocable};
use crate::reading::quantity::{Role, Value};
use crate::reading::request::{Portion, Request};

pub(super) const VOCABLE: Vocable = Vocable {
    name: "arithmetic",
    about: "whether a stated total is not frequency times duration, or a number in words not the one in brackets",
    example: "arithmetic: wrong",
    places: Places::Item,
    provides: &["stated", "computed"],
    parse: |argument| {
        argument.choice(&[("wrong", ())])?;
        Some(Box::new(ArithmeticWrong))
    },
};

#[derive(Debug)]
struct ArithmeticWrong;

impl Predicate for ArithmeticWrong {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let Some(request) = case.item.and_then(|item| item.request.as_ref()) else {
            return Answer::unknown().because("the item has no heading");
        };
        portions(request)
            .find_map(|portion| words_and_digits(portion).or_else(|| total_and_product(portion)))
            .unwrap_or_else(|| nothing_wrong(request))
    }
}

/// The product that no stated total contradicts, where there is one.
fn nothing_wrong(request: &Request) -> Answer {
    match portions(request).find_map(Portion::derived_total) {
        Some(derived) => {
            let note = format!("comes to {}; no other total is stated", derived.count);
            Answer::plain(false).shown(derived.span, note)
        }
        None => Answer::plain(false).because("the heading gives no frequency and duration"),
    }
}

fn portions(request: &Request) -> impl Iterator<Item = &Portion> {
    let parts = [
        Some(&request.disputed),
        request.original.as_ref(),
        request.authorized.as_ref(),
    ];
    parts.into_iter().flatten()
}

/// "six (8) visits".
fn words_and_digits(portion: &Portion) -> Option<Answer> {
    let restated = portion
        .quantities
        .iter()
        .filter_map(|quantity| quantity.restated)
        .find(|restated| !restated.agrees())?;
    Some(
        Answer::plain(true)
            .shown(restated.digits, format!("{} in digits", restated.in_digits))
            .shown(restated.words, format!("{} in words", restated.in_words))
            .with("stated", format!("{} in words", restated.in_words))
            .with("computed", format!("{} in digits", restated.in_digits)),
    )
}

/// "2 times a week for 6 weeks (10 sessions)".
fn total_and_product(portion: &Portion) -> Option<Answer> {
    let derived = portion.derived_total()?;
    let counts: Vec<_> = portion
        .quantities
        .iter()
        .filter(|quantity| quantity.role() == Role::Count)
        .filter_map(|quantity| match &quantity.value {
            Value::Count(count) if count.unit.is_some() => Some((count.amount, quantity.span)),
            _ => None,
        })
        .collect();
    // With several counts it is not known which of them is meant as the total.
    let [(stated, span)] = counts.as_slice() else {
        return None;
    };
    let within = derived.count.min <= stated.min && stated.max <= derived.count.max;
    (!within).then(|| {
        Answer::plain(true)
            .shown(*span, format!("{stated} stated"))
            .shown(derived.span, format!("comes to {}", derived.count))
            .with("stated", stated.to_string())
            .with(
                "computed",
                format!("frequency times duration is {}", derived.count),
            )
    })
}

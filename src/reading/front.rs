//! The dates of the front matter.

use super::date::Date;
use super::quantity::{QuantityReader, Value};
use crate::letter::FrontMatter;
use crate::span::ByteSpan;

/// A date of the front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrontDate {
    /// What it dates, for messages.
    pub name: &'static str,
    /// The date.
    pub date: Date,
    /// Its words.
    pub span: ByteSpan,
}

/// The dates of the front matter. `None`: absent, or no date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FrontDates {
    /// The injury.
    pub injury: Option<FrontDate>,
    /// The utilization review's denial.
    pub review: Option<FrontDate>,
    /// The application for review.
    pub received: Option<FrontDate>,
    /// The assignment to the reviewer.
    pub assigned: Option<FrontDate>,
    /// The decision.
    pub decided: Option<FrontDate>,
}

impl FrontDates {
    /// The dates that are there, in the order that a case runs in.
    #[must_use]
    pub fn in_order(&self) -> Vec<FrontDate> {
        let all = [
            self.injury,
            self.review,
            self.received,
            self.assigned,
            self.decided,
        ];
        all.into_iter().flatten().collect()
    }
}

/// Reads the dates of a letter's front matter.
pub(super) fn front_dates(
    text: &str,
    front: &FrontMatter,
    quantities: &QuantityReader,
) -> FrontDates {
    let date = |name, place: Option<ByteSpan>| {
        let place = place?;
        let read = quantities.read(place.of(text)).into_iter();
        let mut dates = read.filter_map(|quantity| match quantity.value {
            Value::Date(date) if date.is_full() => Some((date, quantity.span.shifted(place.start))),
            _ => None,
        });
        dates
            .next()
            .map(|(date, span)| FrontDate { name, date, span })
    };
    FrontDates {
        injury: date("the date of injury", front.injury),
        review: date("the utilization review's denial", front.review),
        received: date("the application", front.received),
        assigned: date("the assignment", front.assigned),
        decided: date("the decision", front.decided),
    }
}

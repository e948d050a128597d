//! The case summary: what it says that other parts of the letter say too.

mod dates;

pub use dates::{SummaryDates, SummaryReader};

use super::date::Date;
use super::quantity::{QuantityReader, Value};
use crate::span::ByteSpan;

/// A date and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlacedDate {
    /// The date.
    pub date: Date,
    /// Its words.
    pub span: ByteSpan,
}

/// The words by which a case summary dates injury and review.
#[derive(Clone, Debug, Default)]
pub struct SummaryWords {
    /// What a date of injury stands behind: "injury", "accident", "claim".
    pub injury: Vec<String>,
    /// What must stand in the same sentence, before the date, for it to be the industrial injury.
    pub at_work: Vec<String>,
    /// What a date of review stands behind, or before: "utilization review".
    pub review: Vec<String>,
    /// Words that may stand between one of these and its date: "on", "report", "dated".
    pub fillers: Vec<String>,
    /// Words that open a sentence with a date: "on".
    pub date_openers: Vec<String>,
}

/// The dates of `place` that give day, month and year. Spans count in `text`.
fn full_dates(text: &str, place: ByteSpan, quantities: &QuantityReader) -> Vec<PlacedDate> {
    let read = quantities.read(place.of(text)).into_iter();
    let dates = read.filter_map(|quantity| match quantity.value {
        Value::Date(date) if date.is_full() => Some(PlacedDate {
            date,
            span: quantity.span.shifted(place.start),
        }),
        _ => None,
    });
    dates.collect()
}

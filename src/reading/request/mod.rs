//! What the heading of a disputed item asks for.

mod amount;
mod reader;
mod same;
mod shift;
mod split;
mod wording;

#[cfg(test)]
pub(in crate::reading) mod shipped;
#[cfg(test)]
mod tests;

pub use amount::{Amount, Basis};
pub use reader::RequestReader;
pub(in crate::reading) use reader::end_of_heading;
pub use same::repeats;

use super::body_part::{PlacedPart, PlacedSide};
use super::date::Date;
use super::quantity::Quantity;
use super::treatment::NamedTreatment;
use crate::span::ByteSpan;
use wording::Wording;

/// A heading, read. All spans are relative to the heading, or to the text that it was [shifted] into.
///
/// [shifted]: Request::shifted
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What is disputed; in a split request what remains of the original one.
    pub disputed: Portion,
    /// What was asked for. `None`: the heading does not tell it apart from what is disputed.
    pub original: Option<Portion>,
    /// What the claims administrator authorized. `None`: the heading does not say.
    pub authorized: Option<Portion>,
    /// The words that say that it was given before it was asked for.
    pub retrospective: Option<ByteSpan>,
    /// The words that say that it is a service beside a surgery.
    pub surgical_service: Option<ByteSpan>,
    /// The days on which it was given.
    pub dates_of_service: Vec<DateOfService>,
}

/// The day on which a service was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateOfService {
    /// The day.
    pub date: Date,
    /// Its words.
    pub span: ByteSpan,
}

/// One portion of a request: all of it, or what was asked for, authorized or disputed. The methods that
/// give its numbers are in `amount.rs`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portion {
    /// Its words.
    pub span: ByteSpan,
    /// The treatments that it names, by place.
    pub treatments: Vec<NamedTreatment>,
    /// Every quantity, by place.
    pub quantities: Vec<Quantity>,
    /// The parts of the body that it names, by place.
    pub body_parts: Vec<PlacedPart>,
    /// The sides that belong to none of these parts, by place.
    pub loose_sides: Vec<PlacedSide>,
    /// Whether it asks for a medicine, so that numbers without a unit are what is handed out.
    pub medicine: bool,
    /// What the first treatment that is counted is counted in: `visit`, `study`. `None`: nothing comparable.
    pub counted_in: Option<String>,
    /// Its words in a form in which they can be compared.
    pub(in crate::reading) wording: Wording,
}

impl Request {
    /// Whether what is disputed is counted in visits.
    #[must_use]
    pub fn counts_visits(&self) -> bool {
        self.disputed.counted_in.as_deref() == Some("visit")
    }
}

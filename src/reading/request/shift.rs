//! Requests moved into the text that their heading stands in.

use super::{Portion, Request};

impl Request {
    /// The request with every span `by` bytes further into the text.
    #[must_use]
    pub fn shifted(self, by: usize) -> Self {
        let mut dates_of_service = self.dates_of_service;
        for service in &mut dates_of_service {
            service.span = service.span.shifted(by);
        }
        Self {
            disputed: self.disputed.shifted(by),
            original: self.original.map(|portion| portion.shifted(by)),
            authorized: self.authorized.map(|portion| portion.shifted(by)),
            retrospective: self.retrospective.map(|span| span.shifted(by)),
            surgical_service: self.surgical_service.map(|span| span.shifted(by)),
            dates_of_service,
        }
    }
}

impl Portion {
    /// The portion with every span `by` bytes further into the text.
    #[must_use]
    pub fn shifted(mut self, by: usize) -> Self {
        self.span = self.span.shifted(by);
        for named in &mut self.treatments {
            named.span = named.span.shifted(by);
        }
        let quantities = self.quantities.into_iter();
        self.quantities = quantities.map(|quantity| quantity.shifted(by)).collect();
        for side in &mut self.loose_sides {
            side.span = side.span.shifted(by);
        }
        for part in &mut self.body_parts {
            part.span = part.span.shifted(by);
            if let Some(side) = &mut part.side {
                side.span = side.span.shifted(by);
            }
            for level in &mut part.levels {
                level.span = level.span.shifted(by);
            }
        }
        self
    }
}

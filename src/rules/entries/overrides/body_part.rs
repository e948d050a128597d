//! More names of a body part.

use super::add_phrases;
use crate::rules::decode::{Decoder, Fields};
use crate::rules::pack::BodyPart;

/// What an override may change of a body part.
#[derive(Debug)]
pub(super) struct Change {
    names: Option<Vec<String>>,
}

impl Change {
    pub(super) fn decode(decoder: &mut Decoder, fields: &mut Fields<'_>) -> Self {
        Self {
            names: fields.optional(decoder, "names", Decoder::texts),
        }
    }

    pub(super) fn apply(self, part: &mut BodyPart) {
        add_phrases(&mut part.names, self.names);
    }
}

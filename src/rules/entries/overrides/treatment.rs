//! More names of a treatment.

use super::add_phrases;
use crate::rules::decode::{Decoder, Fields};
use crate::rules::pack::Treatment;

/// What an override may change of a treatment.
#[derive(Debug)]
pub(super) struct Change {
    names: Option<Vec<String>>,
    generic: Option<Vec<String>>,
    forms: Option<Vec<String>>,
}

impl Change {
    pub(super) fn decode(decoder: &mut Decoder, fields: &mut Fields<'_>) -> Self {
        Self {
            names: fields.optional(decoder, "names", Decoder::texts),
            generic: fields.optional(decoder, "generic", Decoder::texts),
            forms: fields.optional(decoder, "forms", Decoder::texts),
        }
    }

    pub(super) fn apply(self, treatment: &mut Treatment) {
        add_phrases(&mut treatment.names, self.names);
        add_phrases(&mut treatment.generic, self.generic);
        add_phrases(&mut treatment.forms, self.forms);
    }
}

//! More phrases of a fact.

use super::add_phrases;
use crate::rules::decode::{Decoder, Fields};
use crate::rules::entries::phrases::phrases;
use crate::rules::pack::Fact;

/// What an override may change of a fact.
#[derive(Debug)]
pub(super) struct Change {
    says: Option<Vec<String>>,
    signs: Option<Vec<String>>,
    needs: Option<Vec<String>>,
    denied_by: Option<Vec<String>>,
}

impl Change {
    pub(super) fn decode(decoder: &mut Decoder, fields: &mut Fields<'_>) -> Self {
        Self {
            says: fields.optional(decoder, "says", phrases),
            signs: fields.optional(decoder, "signs", phrases),
            needs: fields.optional(decoder, "needs", phrases),
            denied_by: fields.optional(decoder, "denied_by", phrases),
        }
    }

    pub(super) fn apply(self, fact: &mut Fact) {
        add_phrases(&mut fact.says, self.says);
        add_phrases(&mut fact.signs, self.signs);
        add_phrases(&mut fact.needs, self.needs);
        add_phrases(&mut fact.denied_by, self.denied_by);
    }
}

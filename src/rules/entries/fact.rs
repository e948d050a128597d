//! Facts that a rationale may state or deny.

use super::id;
use super::phrases::phrases;
use crate::rules::decode::Decoder;
use crate::rules::pack::Fact;
use crate::rules::yaml::Node;

/// A fact.
pub(super) fn decode(decoder: &mut Decoder, node: &Node) -> Option<Fact> {
    let mut fields = decoder.fields(node, "a fact")?;
    let id = fields.required(decoder, "id", id::kebab);
    let title = fields.required(decoder, "title", Decoder::text);
    let says = fields.required(decoder, "says", phrases);
    let signs = fields.optional(decoder, "signs", phrases);
    let needs = fields.optional(decoder, "needs", phrases);
    let denied_by = fields.optional(decoder, "denied_by", phrases);
    let unlike = fields.optional(decoder, "unlike", phrases);
    let past_counts = fields.optional(decoder, "past_counts", Decoder::boolean);
    let absence_counts = fields.optional(decoder, "absence_counts", Decoder::boolean);
    fields.finish(decoder);
    Some(Fact {
        id: id?,
        title: title?,
        says: says?,
        signs: signs.unwrap_or_default(),
        needs: needs.unwrap_or_default(),
        denied_by: denied_by.unwrap_or_default(),
        unlike: unlike.unwrap_or_default(),
        past_counts: past_counts.unwrap_or_default(),
        absence_counts: absence_counts.unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::rules::entries::trial::{complaints, decoded};

    #[test]
    fn phrases_of_denial_may_be_left_out() {
        let text = "{ id: red-flags, title: Red flags, says: [red flags] }";
        let fact = decoded(text, decode).0.unwrap();
        assert!(fact.denied_by.is_empty() && fact.needs.is_empty() && !fact.past_counts);
    }

    #[test]
    fn every_mistake_is_told() {
        let text = "id: red-flags\ntitle: 1\nsays: red flags\ndenied-by: [x]\npast_counts: often\n";
        assert_eq!(
            complaints(text, decode),
            [
                "t.yaml:2:8: expected text, found a whole number (put it in quotes to make it text)",
                "t.yaml:3:7: expected a list, found text (put it in brackets to make a list of one: `[...]`)",
                "t.yaml:4:1: unknown key `denied-by` in a fact (did you mean `denied_by`?)",
                "t.yaml:5:14: expected true or false, found text",
            ]
        );
    }
}

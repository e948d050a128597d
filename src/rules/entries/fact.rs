//! Facts that a rationale may state or deny.

use super::id;
use crate::rules::decode::Decoder;
use crate::rules::pack::Fact;
use crate::rules::yaml::Node;

/// A fact.
pub(super) fn decode(decoder: &mut Decoder, node: &Node) -> Option<Fact> {
    let mut fields = decoder.fields(node, "a fact")?;
    let id = fields.required(decoder, "id", id::kebab);
    let title = fields.required(decoder, "title", Decoder::text);
    let says = fields.required(decoder, "says", Decoder::texts);
    let denied_by = fields.optional(decoder, "denied_by", Decoder::texts);
    fields.finish(decoder);
    Some(Fact {
        id: id?,
        title: title?,
        says: says?,
        denied_by: denied_by.unwrap_or_default(),
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
        assert!(decoded(text, decode).0.unwrap().denied_by.is_empty());
    }

    #[test]
    fn every_mistake_is_told() {
        let text = "id: red-flags\ntitle: 1\nsays: red flags\ndenied-by: [x]\n";
        assert_eq!(
            complaints(text, decode),
            [
                "t.yaml:2:8: expected text, found a whole number (put it in quotes to make it text)",
                "t.yaml:3:7: expected a list, found text (put it in brackets to make a list of one: `[...]`)",
                "t.yaml:4:1: unknown key `denied-by` in a fact (did you mean `denied_by`?)",
            ]
        );
    }
}

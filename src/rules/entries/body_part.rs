//! Body parts.

use super::id;
use crate::rules::decode::{Decoder, quoted};
use crate::rules::pack::BodyPart;
use crate::rules::yaml::Node;

/// A body part. Whether the larger part it belongs to exists is checked when the whole pack is known.
pub(super) fn decode(decoder: &mut Decoder, node: &Node) -> Option<BodyPart> {
    let mut fields = decoder.fields(node, "a body part")?;
    let id = fields.required(decoder, "id", id::kebab);
    let names = fields.required(decoder, "names", Decoder::texts);
    let within = fields.optional(decoder, "within", Decoder::located_text);
    let levels = fields.optional(decoder, "levels", |d, n| d.nonempty_list(n, level));
    let paired = fields.optional(decoder, "paired", Decoder::boolean);
    fields.finish(decoder);
    Some(BodyPart {
        id: id?,
        names: names?,
        within,
        levels: levels.unwrap_or_default(),
        paired: paired.unwrap_or(false),
    })
}

/// The letter of a group of spinal levels, `T`.
fn level(decoder: &mut Decoder, node: &Node) -> Option<char> {
    let text = decoder.text(node)?;
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(letter), None) if letter.is_ascii_uppercase() => Some(letter),
        _ => {
            decoder.report_with_help(
                node.span,
                format!("`{}` is no letter of a spinal level", quoted(&text)),
                "expected one capital letter",
                Some("write the letter alone, `T` for T1 to T12".to_owned()),
            );
            None
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::rules::entries::trial::{complaints, decoded};

    #[test]
    fn a_body_part_may_have_levels_and_a_whole() {
        let text =
            "{ id: thoracic-spine, names: [thoracic], within: spine, levels: [T], paired: false }";
        let part = decoded(text, decode).0.unwrap();
        assert_eq!(part.levels, ['T']);
        assert_eq!(part.within.unwrap().value, "spine");
        let part = decoded("{ id: knee, names: [knee], paired: true }", decode)
            .0
            .unwrap();
        assert!(part.paired && part.levels.is_empty() && part.within.is_none());
    }

    #[test]
    fn every_mistake_is_told() {
        let text = "id: thoracic spine\nname: [thoracic]\nlevels: [T, t1, 3]\npaired: 1\n";
        assert_eq!(
            complaints(text, decode),
            [
                "t.yaml:1:5: `thoracic spine` is not the form of an id (write `thoracic-spine`)",
                "t.yaml:2:1: unknown key `name` in a body part (did you mean `names`?)",
                "t.yaml:3:13: `t1` is no letter of a spinal level (write the letter alone, `T` for T1 to T12)",
                "t.yaml:3:17: expected text, found a whole number (put it in quotes to make it text)",
                "t.yaml:4:9: expected true or false, found a whole number",
            ]
        );
    }
}

//! `language.facts`: what tells whether a denial reaches a fact, and what speaks against an item.

use crate::reading::fact::FactWords;
use crate::rules::decode::Decoder;
use crate::rules::yaml::Node;

/// Decodes `language.facts`.
pub(super) fn decode(decoder: &mut Decoder, node: &Node) -> Option<FactWords> {
    let mut fields = decoder.fields(node, "the words around facts")?;
    let mut list = |key| {
        let words = fields.required(decoder, key, Decoder::texts);
        words.unwrap_or_default()
    };
    let words = FactWords {
        links: list("links"),
        transparent: list("transparent"),
        joins: list("joins"),
        concessions: list("concessions"),
        contrasts: list("contrasts"),
        objections: list("objections"),
    };
    fields.finish(decoder);
    Some(words)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::rules::entries::trial::{complaints, decoded};

    const WORDS: &str = "\
links: [with]
transparent: [evidence of]
joins: [and]
concessions: [although]
contrasts: [however]
objections: [lack]
";

    #[test]
    fn all_lists_are_decoded() {
        let words = decoded(WORDS, decode).0.unwrap();
        assert_eq!(words.links, ["with"]);
        assert_eq!(words.objections, ["lack"]);
    }

    #[test]
    fn every_mistake_is_told() {
        let text = WORDS
            .replace("links: [with]", "link: [with]")
            .replace("[and]", "and");
        assert_eq!(
            complaints(&text, decode),
            [
                "t.yaml:1:1: unknown key `link` in the words around facts (did you mean `links`?)",
                "t.yaml:3:8: expected a list, found text (put it in brackets to make a list of one: `[...]`)",
            ]
        );
    }
}

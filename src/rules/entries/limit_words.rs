//! `language.recited_limits`, `language.prior_treatment`, `language.comparison`: how a rationale speaks of limits.

use crate::reading::comparison::{ComparisonWord, ComparisonWords};
use crate::reading::phrase_lists::PhraseLists;
use crate::reading::prior_treatment::{PriorWord, PriorWords};
use crate::reading::recited_limit::{RecitedWord, RecitedWords};
use crate::rules::decode::Decoder;
use crate::rules::yaml::Node;

/// Decodes `language.recited_limits`.
pub(super) fn recited(decoder: &mut Decoder, node: &Node) -> Option<RecitedWords> {
    lists(
        decoder,
        node,
        "the words of recited limits",
        &RecitedWord::KEYS,
    )
}

/// Decodes `language.prior_treatment`.
pub(super) fn prior(decoder: &mut Decoder, node: &Node) -> Option<PriorWords> {
    lists(
        decoder,
        node,
        "the words of earlier treatment",
        &PriorWord::KEYS,
    )
}

/// Decodes `language.comparison`.
pub(super) fn comparison(decoder: &mut Decoder, node: &Node) -> Option<ComparisonWords> {
    lists(
        decoder,
        node,
        "the words of comparisons",
        &ComparisonWord::KEYS,
    )
}

/// One list for each key, all required.
fn lists<C: Copy>(
    decoder: &mut Decoder,
    node: &Node,
    what: &'static str,
    keys: &[(&'static str, C)],
) -> Option<PhraseLists<C>> {
    let mut fields = decoder.fields(node, what)?;
    let mut lists = PhraseLists::default();
    for (key, meaning) in keys {
        let phrases = fields.required(decoder, key, Decoder::texts);
        lists.add(*meaning, phrases.unwrap_or_default());
    }
    fields.finish(decoder);
    Some(lists)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::entries::trial::complaints;

    #[test]
    fn every_mistake_is_told() {
        assert_eq!(
            complaints("links: [over]\ntrail: [trial]\nwhole: []\n", recited),
            [
                "t.yaml:2:1: unknown key `trail` in the words of recited limits (did you mean `trial`?)",
                "t.yaml:3:8: this list is empty",
            ]
        );
    }

    #[test]
    fn every_list_is_needed() {
        assert_eq!(complaints("{}", prior).len(), PriorWord::KEYS.len());
        assert_eq!(
            complaints("{}", comparison).len(),
            ComparisonWord::KEYS.len()
        );
    }
}

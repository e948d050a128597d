//! `language.sources`: how a rationale speaks of the guidelines that it names.

use crate::reading::named_source::SourceWords;
use crate::rules::decode::Decoder;
use crate::rules::yaml::Node;

/// Decodes `language.sources`.
pub(super) fn decode(decoder: &mut Decoder, node: &Node) -> Option<SourceWords> {
    let mut fields = decoder.fields(node, "the words around sources")?;
    let mut list = |key| fields.required(decoder, key, Decoder::texts);
    let words = SourceWords {
        before: list("before").unwrap_or_default(),
        behind: list("behind").unwrap_or_default(),
        silent_before: list("silent_before").unwrap_or_default(),
        silent_behind: list("silent_behind").unwrap_or_default(),
        retold: list("retold").unwrap_or_default(),
        fillers: list("fillers").unwrap_or_default(),
        joins: list("joins").unwrap_or_default(),
    };
    fields.finish(decoder);
    Some(words)
}

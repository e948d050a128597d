//! `language.assertions`: the triggers by which a sentence denies, doubts or dates what it names.

use crate::reading::assertion::AssertionTriggers;
use crate::rules::decode::Decoder;
use crate::rules::yaml::Node;

/// Decodes `language.assertions`.
pub(super) fn decode(decoder: &mut Decoder, node: &Node) -> Option<AssertionTriggers> {
    let fields = decoder.fields(node, "the triggers of assertions")?;
    fields.finish(decoder);
    Some(AssertionTriggers::default())
}

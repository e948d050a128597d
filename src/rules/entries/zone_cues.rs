//! `language.zones`: the cues by which the voices of a rationale are told apart.

use crate::reading::zone::ZoneCues;
use crate::rules::decode::Decoder;
use crate::rules::yaml::Node;

/// Decodes `language.zones`.
pub(super) fn decode(decoder: &mut Decoder, node: &Node) -> Option<ZoneCues> {
    let fields = decoder.fields(node, "the cues of zones")?;
    fields.finish(decoder);
    Some(ZoneCues::default())
}

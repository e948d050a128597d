//! `language.zones`: the cues by which the voices of a rationale are told apart.

use crate::reading::zone::{CueKind, ZoneCues};
use crate::rules::decode::Decoder;
use crate::rules::yaml::Node;

/// Decodes `language.zones`. `None`, reported, when it is no map.
pub(super) fn decode(decoder: &mut Decoder, node: &Node) -> Option<ZoneCues> {
    let mut fields = decoder.fields(node, "the cues of zones")?;
    let mut cues = ZoneCues::default();
    for (key, kind) in CueKind::KEYS {
        if let Some(phrases) = fields.required(decoder, key, Decoder::texts) {
            cues.phrases.push((*kind, phrases));
        }
    }
    fields.finish(decoder);
    Some(cues)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::entries::trial::complaints;

    #[test]
    fn every_mistake_is_told() {
        let told = complaints(
            "source: [MTUS]\nsays: [recommends]\nmeta: []\nframes: in this case\n",
            decode,
        );
        for part in ["`source`", "`applications`", "empty", "expected a list"] {
            assert!(
                told.iter().any(|complaint| complaint.contains(part)),
                "{part} in {told:?}"
            );
        }
        assert!(
            told.iter().all(|complaint| !complaint.contains("`says`")),
            "{told:?}"
        );
    }
}

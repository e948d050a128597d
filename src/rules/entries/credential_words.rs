//! `language.credentials`: how credentials are given in prose.

use crate::reading::credential::CredentialWords;
use crate::rules::decode::Decoder;
use crate::rules::yaml::Node;

/// Decodes `language.credentials`.
pub(super) fn decode(decoder: &mut Decoder, node: &Node) -> Option<CredentialWords> {
    let mut fields = decoder.fields(node, "the words of credentials")?;
    let licensed_in = fields.required(decoder, "licensed_in", Decoder::texts);
    let certified_in = fields.required(decoder, "certified_in", Decoder::texts);
    fields.finish(decoder);
    Some(CredentialWords {
        licensed_in: licensed_in?,
        certified_in: certified_in?,
    })
}

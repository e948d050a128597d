//! `language.sentences`: the words that decide where sentences end.

use crate::reading::sentence::{SentenceWord, SentenceWords};
use crate::rules::decode::Decoder;
use crate::rules::yaml::Node;

/// Decodes `language.sentences`. `None`, reported, when it is no map.
pub(crate) fn decode(decoder: &mut Decoder, node: &Node) -> Option<SentenceWords> {
    let mut fields = decoder.fields(node, "the sentence words")?;
    let mut words = SentenceWords::default();
    for (key, kind) in SentenceWord::KEYS {
        for word in fields
            .required(decoder, key, Decoder::texts)
            .unwrap_or_default()
        {
            words.add(kind, &word);
        }
    }
    fields.finish(decoder);
    Some(words)
}

//! The keys of one map, asked for by name.

use super::Decoder;
use crate::rules::yaml::{Key, Node};
use crate::span::SourceSpan;
use crate::suggest::nearest;

/// The fields of one map while they are being asked for; see [`Decoder::fields`]. Only
/// [`Fields::finish`] reports keys that are missing or unknown.
#[derive(Debug)]
pub struct Fields<'n> {
    entries: &'n [(Key<'n>, Node<'n>)],
    asked: Vec<&'static str>,
    missing: Vec<&'static str>,
    what: &'static str,
    span: SourceSpan,
}

impl<'n> Fields<'n> {
    pub(super) fn new(
        entries: &'n [(Key<'n>, Node<'n>)],
        what: &'static str,
        span: SourceSpan,
    ) -> Self {
        Self {
            entries,
            asked: Vec::new(),
            missing: Vec::new(),
            what,
            span,
        }
    }

    /// The value of `key`, decoded. `None` when it is absent or, reported, wrong.
    pub fn optional<T>(
        &mut self,
        decoder: &mut Decoder,
        key: &'static str,
        decode: impl FnOnce(&mut Decoder, &'n Node<'n>) -> Option<T>,
    ) -> Option<T> {
        decode(decoder, self.take(key)?)
    }

    /// The value of `key`, decoded. Its absence is reported by [`Fields::finish`].
    pub fn required<T>(
        &mut self,
        decoder: &mut Decoder,
        key: &'static str,
        decode: impl FnOnce(&mut Decoder, &'n Node<'n>) -> Option<T>,
    ) -> Option<T> {
        #[cfg(test)]
        super::asked::note(self.what, key, true);
        let node = self.take(key);
        if node.is_none() {
            self.missing.push(key);
        }
        decode(decoder, node?)
    }

    /// The node of `key` as it stands.
    pub fn take(&mut self, key: &'static str) -> Option<&'n Node<'n>> {
        #[cfg(test)]
        super::asked::note(self.what, key, false);
        self.asked.push(key);
        let found = self.entries.iter().find(|(given, _)| given.name == key);
        found.map(|(_, node)| node)
    }

    /// Every key that is given, with its place.
    pub fn keys(&self) -> impl Iterator<Item = (&'n str, SourceSpan)> + use<'n> {
        let keys = self.entries.iter().map(|(key, _)| key);
        keys.map(|key| (key.name.as_ref(), key.span))
    }

    /// The place of `key` itself, when it is given.
    #[must_use]
    pub fn key_span(&self, key: &str) -> Option<SourceSpan> {
        let found = self.entries.iter().find(|(given, _)| given.name == key);
        found.map(|(key, _)| key.span)
    }

    /// Where to point for a mistake of the whole map: its `id` or `name`, or else its first key.
    #[must_use]
    pub fn name_span(&self) -> SourceSpan {
        let named = |name| self.entries.iter().find(move |(key, _)| key.name == name);
        match (named("id").or_else(|| named("name")), self.entries.first()) {
            (Some((_, name)), _) => name.span,
            (None, Some((first, _))) => first.span,
            (None, None) => self.span,
        }
    }

    /// Whether one of the given keys is so near to `key` that it was probably meant.
    #[must_use]
    pub fn misspells(&self, key: &str) -> bool {
        let mut given = self.entries.iter().map(|(given, _)| given.name.as_ref());
        given.any(|given| nearest(given, [key]).is_some())
    }

    /// Ends the map: every required key that is absent and every key that was not asked for is reported.
    pub fn finish(self, decoder: &mut Decoder) {
        let is_unknown = |key: &&Key| !self.asked.contains(&key.name.as_ref());
        let keys = || self.entries.iter().map(|(key, _)| key);
        // A required key that is only misspelt is one mistake, not two.
        let misspelt: Vec<_> = keys()
            .filter(is_unknown)
            .take(self.asked.len())
            .filter_map(|key| nearest(&key.name, self.asked.iter().copied()))
            .collect();
        for key in &self.missing {
            if !misspelt.contains(key) {
                let message = format!("{} needs the key `{key}`", self.what);
                let label = format!("`{key}` is missing here");
                decoder.report(self.name_span(), message, label);
            }
        }
        for key in keys().filter(is_unknown) {
            decoder.unknown_key(key, self.what, &self.asked);
        }
    }
}

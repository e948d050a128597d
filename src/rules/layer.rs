//! Layers: a pack, and the files of a site laid over it.
//!
//! The first layer is a whole pack. Each further one adds entries, and changes fields of entries below it under
//! `overrides`; an entry is never changed by being given a second time.

use std::collections::HashMap;
use std::sync::Arc;

use super::decode::Located;
use super::digest::PackDigest;
use super::entries::{KINDS, Kind};
use super::problem::{RuleFile, RulePlace};
use super::yaml::{Node, Value};

/// The files of one layer, as they were read.
#[derive(Debug)]
pub struct Layer {
    /// Where they came from, as shown to the user: `built-in`, or a path.
    pub name: String,
    /// The files.
    pub files: Vec<RuleFile>,
}

/// The header of a pack: what a layer calls itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Short name, `ca-dwc-imr`.
    pub name: String,
    /// Version, `2026.11.0`.
    pub version: String,
    /// Title for people.
    pub title: String,
}

/// What a layer holds, once it is loaded.
#[derive(Clone, Debug)]
pub struct LoadedLayer {
    /// Where it came from: `built-in`, or a path.
    pub name: String,
    /// What it calls itself. Only the first layer has to.
    pub header: Option<Header>,
    /// The digest over the names and texts of its files.
    pub digest: PackDigest,
    /// How many entries it adds.
    pub added: usize,
    /// How many entries below it it overrides.
    pub overridden: usize,
}

/// An entry that a layer overrides.
#[derive(Clone, Debug)]
pub struct Overridden {
    /// The kind of entry, `rule`.
    pub kind: &'static str,
    /// Its id, where the override names it.
    pub id: Located<String>,
    /// The fields that are overridden, `severity`, each where it is written.
    pub fields: Vec<Located<String>>,
    /// Why.
    pub reason: Option<String>,
    /// Index of the overriding layer in [`super::pack::Pack::layers`].
    pub layer: usize,
}

/// Which file belongs to which layer.
#[derive(Debug, Default)]
pub(super) struct LayerOfFile {
    /// By the address of the file: two files may have the same name.
    layers: HashMap<usize, usize>,
}

impl LayerOfFile {
    /// Notes the files of a layer.
    pub(super) fn add(&mut self, layer: usize, files: &[Arc<RuleFile>]) {
        let files = files.iter().map(|file| (Arc::as_ptr(file).addr(), layer));
        self.layers.extend(files);
    }

    /// The layer that a place lies in.
    pub(super) fn of(&self, place: &RulePlace) -> Option<usize> {
        self.layers.get(&Arc::as_ptr(&place.file).addr()).copied()
    }
}

/// How many ids of each kind were declared at some time.
#[derive(Debug, Default)]
pub(super) struct Declared {
    counts: HashMap<Kind, usize>,
}

impl Declared {
    /// Counts the ids.
    pub(super) fn count(declared: &HashMap<Kind, Vec<Located<String>>>) -> Self {
        let counts = declared.iter().map(|(kind, ids)| (*kind, ids.len()));
        Self {
            counts: counts.collect(),
        }
    }

    /// The ids of a kind that had been declared by then.
    pub(super) fn of<'d>(
        &self,
        kind: Kind,
        declared: &'d HashMap<Kind, Vec<Located<String>>>,
    ) -> &'d [Located<String>] {
        let ids = declared.get(&kind).map_or(&[][..], Vec::as_slice);
        let count = self.counts.get(&kind).copied().unwrap_or_default();
        ids.get(..count).unwrap_or(ids)
    }

    /// How many ids of all kinds had been declared by then.
    pub(super) fn total(&self) -> usize {
        let counts = KINDS.iter().filter_map(|kind| self.counts.get(kind));
        counts.sum()
    }
}

/// The name that a file gives its pack, read without a word about mistakes, and its place.
pub(super) fn named_pack<'n>(file: &Arc<RuleFile>, root: &'n Node) -> Option<(&'n str, RulePlace)> {
    let within = |node: &'n Node, key: &str| match &node.value {
        Value::Map(entries) => {
            let found = entries.iter().find(|(given, _)| given.name == key);
            found.map(|(_, node)| node)
        }
        _ => None,
    };
    let node = within(within(root, "pack")?, "name")?;
    let Value::Text(name) = &node.value else {
        return None;
    };
    let place = RulePlace {
        file: Arc::clone(file),
        span: node.span,
    };
    Some((name, place))
}

#[cfg(test)]
mod tests;

//! The pack that a JSON report was made with, and its layers.

use serde::Serialize;

use crate::rules::layer::LoadedLayer;
use crate::rules::pack::Pack;

/// The value of `rules`.
#[derive(Serialize)]
pub(super) struct RulesJson<'a> {
    pack: &'a str,
    version: &'a str,
    digest: String,
    layers: Vec<LayerJson<'a>>,
}

#[derive(Serialize)]
struct LayerJson<'a> {
    name: &'a str,
    pack: Option<&'a str>,
    version: Option<&'a str>,
    digest: String,
    added: usize,
    overridden: usize,
}

impl<'a> RulesJson<'a> {
    pub(super) fn new(pack: &'a Pack) -> Self {
        Self {
            pack: &pack.name,
            version: &pack.version,
            digest: sha256(pack.digest.hex()),
            layers: pack.layers.iter().map(LayerJson::new).collect(),
        }
    }
}

impl<'a> LayerJson<'a> {
    fn new(layer: &'a LoadedLayer) -> Self {
        let header = layer.header.as_ref();
        Self {
            name: &layer.name,
            pack: header.map(|header| header.name.as_str()),
            version: header.map(|header| header.version.as_str()),
            digest: sha256(layer.digest.hex()),
            added: layer.added,
            overridden: layer.overridden,
        }
    }
}

fn sha256(digest: &str) -> String {
    format!("sha256:{digest}")
}

//! From the files of a rule pack to a [`Pack`], with every mistake of every file.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::sync::Arc;

use super::decode::{Decoder, quoted};
use super::digest::PackDigest;
use super::entries::{self, Draft, overrides};
use super::layer::{Declared, Layer, LoadedLayer, named_pack};
use super::pack::Pack;
use super::problem::{RuleFile, RulePlace, RuleProblem};
use super::problem_log::ProblemLog;
use super::yaml::Node;
use super::{embedded, resolve, yaml};

/// A rule pack and what is wrong with it.
#[derive(Debug)]
pub struct Loaded {
    /// The entries that could be decoded. Letters may be checked with it only when there is no problem.
    pub pack: Pack,
    /// Every mistake, by file and position.
    pub problems: Vec<RuleProblem>,
}

/// Decodes the files of one whole pack; see [`load_layers`].
#[must_use]
pub fn load(files: Vec<RuleFile>) -> Loaded {
    load_layers(vec![Layer {
        name: "pack".to_owned(),
        files,
    }])
}

/// Decodes the files of a pack and of the layers over it, and checks them, each on its own and against each
/// other. No mistake keeps another from being found, except that nothing is known of a file that is no YAML:
/// what such a file seems to declare is not reported as missing elsewhere.
///
/// Conditions are decoded but their predicates, and what a rule is asked of each, are not resolved.
#[must_use]
pub fn load_layers(layers: Vec<Layer>) -> Loaded {
    let layers: Vec<Read> = layers.into_iter().map(Read::from).collect();
    let mut log = ProblemLog::default();
    let mut draft = Draft::default();
    let mut unread = Unread::default();
    for layer in &layers {
        log = add(layer, &mut draft, &mut unread, log);
    }
    draft.pack.digest = PackDigest::of_layers(&draft.pack.layers);
    let pack = resolve::resolve(draft, &unread, &mut log);
    Loaded {
        pack,
        problems: log.into_sorted(),
    }
}

/// A layer whose files places can point into.
struct Read {
    name: String,
    files: Vec<Arc<RuleFile>>,
}

impl From<Layer> for Read {
    fn from(layer: Layer) -> Self {
        Self {
            name: layer.name,
            files: layer.files.into_iter().map(Arc::new).collect(),
        }
    }
}

/// Adds a layer to what lies below it. The tree of each file is dropped before that of the next is made: all of them
/// would take more memory than what is made of them.
fn add<'t>(
    layer: &'t Read,
    draft: &mut Draft,
    unread: &mut Unread<'t>,
    mut log: ProblemLog,
) -> ProblemLog {
    let number = draft.pack.layers.len();
    let mut loaded = LoadedLayer {
        name: layer.name.clone(),
        header: None,
        digest: PackDigest::of_files(&layer.files),
        added: 0,
        overridden: 0,
    };
    draft.layer_of_file.add(number, &layer.files);
    let repeated = repeats_the_base(layer, draft);
    let below = Declared::count(&draft.declared);
    for file in &layer.files {
        match tree(file) {
            Ok(root) if repeated.is_none() => {
                let mut decoder = Decoder::continuing(file, log);
                entries::decode_file(&mut decoder, &root, draft);
                log = decoder.into_log();
            }
            Ok(_) => {}
            Err(problem) => {
                log.push(*problem);
                unread.add(&file.text);
            }
        }
    }
    if let Some(place) = repeated {
        log.push(base_again(place, &draft.pack.name));
        draft.pack.layers.push(loaded);
        return log;
    }
    loaded.header = resolve::header(std::mem::take(&mut draft.headers), number, unread, &mut log);
    if let (0, Some(header)) = (number, &loaded.header) {
        draft.pack.name.clone_from(&header.name);
        draft.pack.version.clone_from(&header.version);
        draft.pack.title.clone_from(&header.title);
    }
    let given = std::mem::take(&mut draft.overrides);
    loaded.overridden = overrides::apply(given, draft, &below, unread, &mut log);
    loaded.added = Declared::count(&draft.declared).total() - below.total();
    draft.pack.layers.push(loaded);
    log
}

/// The YAML of a file.
fn tree(file: &Arc<RuleFile>) -> Result<Node<'_>, Box<RuleProblem>> {
    embedded::tree(file).map_or_else(|| yaml::parse(file), Ok)
}

/// Where a layer says that it is the very pack that lies below it.
fn repeats_the_base(layer: &Read, draft: &Draft) -> Option<RulePlace> {
    draft.pack.layers.first()?;
    let base = draft.pack.name.as_str();
    let mut files = layer.files.iter().filter(|file| file.text.contains(base));
    files.find_map(|file| {
        let root = tree(file).ok()?;
        let (name, place) = named_pack(file, &root)?;
        (name == base).then_some(place)
    })
}

/// One problem in place of one for each entry.
fn base_again(place: RulePlace, name: &str) -> RuleProblem {
    RuleProblem {
        message: format!("the pack `{}` is laid over itself", quoted(name)),
        places: vec![(place, "the name of the pack below".to_owned())],
        help: Some(
            "to use it in place of the built-in pack, add --no-builtin-rules; a layer holds only what it adds and \
             overrides, and has a name of its own"
                .to_owned(),
        ),
    }
}

/// The words of files that could not be read as YAML. They are looked for only when something is missing: a
/// file that is refused for its size has millions.
#[derive(Debug, Default)]
pub(super) struct Unread<'t> {
    texts: Vec<&'t str>,
    words: OnceCell<HashSet<&'t [u8]>>,
}

impl<'t> Unread<'t> {
    fn add(&mut self, text: &'t str) {
        self.texts.push(text);
        self.words.take();
    }

    /// Whether a file that could not be read may declare `name`.
    pub(super) fn may_declare(&self, name: &str) -> bool {
        let words = self.words.get_or_init(|| {
            let parts = |byte: &u8| !(byte.is_ascii_alphanumeric() || b"-/_".contains(byte));
            let texts = self.texts.iter();
            texts
                .flat_map(|text| text.as_bytes().split(parts))
                .collect()
        });
        words.contains(name.as_bytes())
    }
}

#[cfg(test)]
mod tests;

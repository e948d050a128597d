//! The rule pack that is shipped inside the program.

use super::problem::RuleFile;
use super::yaml::Node;
use super::yaml::packed::unpack;

/// The name of the layer of the shipped files, and their folder in messages.
pub const BUILT_IN: &str = "built-in";

/// A file of the folder `rules`. The build script lists them all.
struct BuiltIn {
    /// Its path in the folder.
    path: &'static str,
    /// Its text.
    text: &'static str,
    /// The tree of its text, packed; empty when the text is no YAML.
    tree: &'static [u8],
}

impl BuiltIn {
    /// Whether a file has the text of this one; it is the very same where the file is one of [`embedded`].
    fn has_text_of(&self, file: &RuleFile) -> bool {
        std::ptr::eq(self.text, &*file.text) || self.text == file.text
    }
}

/// Every file of the folder `rules`, by path.
static FILES: &[BuiltIn] = &include!(concat!(env!("OUT_DIR"), "/built_in.rs"));

/// The files of the shipped rule pack, as if they had been read from a folder `built-in`.
#[must_use]
pub fn embedded() -> Vec<RuleFile> {
    let file = |file: &BuiltIn| RuleFile {
        name: format!("{BUILT_IN}/{}", file.path),
        text: file.text.into(),
    };
    FILES.iter().map(file).collect()
}

/// The tree of a file that is one of [`embedded`], which was read when the program was built. `None` for any other.
pub(super) fn tree(file: &RuleFile) -> Option<Node<'_>> {
    let path = file.name.strip_prefix(BUILT_IN)?.strip_prefix('/')?;
    let at = FILES.binary_search_by(|known| known.path.cmp(path)).ok()?;
    let known = FILES.get(at).filter(|known| known.has_text_of(file))?;
    unpack(known.tree, known.text)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::path::Path;
    use std::sync::Arc;

    use super::*;
    use crate::rules::load::load;
    use crate::rules::yaml;

    #[test]
    fn the_trees_are_those_of_the_files() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
        assert!(FILES.len() > 60);
        for file in embedded().into_iter().map(Arc::new) {
            let path = file.name.strip_prefix("built-in/").unwrap();
            assert_eq!(
                file.text,
                std::fs::read_to_string(folder.join(path)).unwrap()
            );
            assert_eq!(tree(&file), yaml::parse(&file).ok(), "{path}");
        }
    }

    #[test]
    fn other_files_have_no_tree_yet() {
        let file = |name: &str, text: &str| RuleFile {
            name: name.to_owned(),
            text: text.to_owned().into(),
        };
        let text = FILES.last().unwrap().text;
        let path = FILES.last().unwrap().path;
        assert!(tree(&file(&format!("built-in/{path}"), text)).is_some());
        assert_eq!(tree(&file(&format!("rules/{path}"), text)), None);
        assert_eq!(tree(&file(&format!("built-in/{path}"), "rules: []")), None);
        assert_eq!(tree(&file("built-in/mine.yaml", text)), None);
    }

    #[test]
    fn the_shipped_pack_has_no_problem() {
        let loaded = load(embedded());
        let problems: Vec<_> = loaded
            .problems
            .iter()
            .map(|problem| format!("{problem} {:?}", problem.help))
            .collect();
        assert!(problems.is_empty(), "{}", problems.join("\n"));
        assert!(!loaded.pack.rules.is_empty());
    }
}

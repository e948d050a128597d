//! From the files of a rule pack to a [`Pack`], with every mistake of every file.

use std::collections::HashSet;
use std::fmt::Write;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::decode::Decoder;
use super::entries::{self, Draft};
use super::pack::Pack;
use super::problem::{RuleFile, RuleProblem};
use super::problem_log::ProblemLog;
use super::{resolve, yaml};

/// A rule pack and what is wrong with it.
#[derive(Debug)]
pub struct Loaded {
    /// The entries that could be decoded. Letters may be checked with it only when there is no problem.
    pub pack: Pack,
    /// Every mistake, by file and position.
    pub problems: Vec<RuleProblem>,
}

/// Decodes the files of one pack and checks them, each on its own and against each other. No mistake
/// keeps another from being found, except that nothing is known of a file that is no YAML: what such a
/// file seems to declare is not reported as missing elsewhere.
///
/// Conditions are decoded but their predicates, and what a rule is asked of each, are not resolved.
#[must_use]
pub fn load(files: Vec<RuleFile>) -> Loaded {
    let files: Vec<Arc<RuleFile>> = files.into_iter().map(Arc::new).collect();
    let mut log = ProblemLog::default();
    let mut draft = Draft::default();
    let mut unread = Unread::default();
    for file in &files {
        match yaml::parse(file) {
            Ok(root) => {
                let mut decoder = Decoder::continuing(file, log);
                entries::decode_file(&mut decoder, &root, &mut draft);
                log = decoder.into_log();
            }
            Err(problem) => {
                log.push(*problem);
                unread.add(&file.text);
            }
        }
    }
    draft.pack.digest = digest(&files);
    let pack = resolve::resolve(draft, &unread, &mut log);
    Loaded {
        pack,
        problems: log.into_sorted(),
    }
}

/// The words of files that could not be read as YAML.
#[derive(Debug, Default)]
pub(super) struct Unread<'t> {
    words: HashSet<&'t str>,
}

impl<'t> Unread<'t> {
    fn add(&mut self, text: &'t str) {
        let in_id = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '_');
        self.words.extend(text.split(|c| !in_id(c)));
    }

    /// Whether a file that could not be read may declare `name`.
    pub(super) fn may_declare(&self, name: &str) -> bool {
        self.words.contains(name)
    }
}

/// SHA-256 over the names and texts of the files, in lower-case hexadecimal digits. The files count in the
/// order of their names, without the folder that all of them lie in: the same pack has the same digest
/// wherever it lies.
fn digest(files: &[Arc<RuleFile>]) -> String {
    let mut named: Vec<(String, &str)> = files
        .iter()
        .map(|file| (file.name.replace('\\', "/"), file.text.as_str()))
        .collect();
    named.sort();
    let folder = common_folder(&named);
    let mut hasher = Sha256::new();
    for (name, text) in &named {
        for part in [&name[folder..], text] {
            // With the lengths, no other cut of the same bytes gives the same digest.
            hasher.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
            hasher.update(part);
        }
    }
    hasher
        .finalize()
        .iter()
        .fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}

/// The length of the folder, with its last slash, that all of the sorted names begin with.
fn common_folder(named: &[(String, &str)]) -> usize {
    let (Some((first, _)), Some((last, _))) = (named.first(), named.last()) else {
        return 0;
    };
    // Of sorted names, what the first and the last share is shared by all.
    let same = first.bytes().zip(last.bytes());
    let shared = same.take_while(|(a, b)| a == b).count();
    first.as_bytes()[..shared]
        .iter()
        .rposition(|byte| *byte == b'/')
        .map_or(0, |slash| slash + 1)
}

#[cfg(test)]
mod tests;

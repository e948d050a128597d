//! Rule packs: folders of YAML, decoded with every mistake of every file reported in one run.

pub mod catalogue;
pub mod condition;
pub mod decode;
pub mod digest;
mod embedded;
pub(crate) mod entries;
pub mod layer;
mod load;
pub mod pack;
pub mod problem;
pub mod problem_log;
mod resolve;
pub mod schema;
pub mod skeleton;
pub mod test_case;
pub mod yaml;

pub use embedded::{BUILT_IN, embedded};
pub use load::{Loaded, load, load_layers};

use crate::suggest::nearest;

/// What to do about an id that does not exist: the nearest of those that do, or all of them.
#[must_use]
pub fn nearest_entry(given: &str, ids: &[&str]) -> String {
    decode::suggestion(given, ids)
}

/// What to do about a rule id or group that does not exist: the nearest one, or where to look.
#[must_use]
pub fn nearest_rule<'r>(given: &str, rules: impl Iterator<Item = &'r str>) -> String {
    let mut names: Vec<&str> = Vec::new();
    for rule in rules {
        names.push(rule);
        names.extend(rule.split_once('/').map(|(group, _)| group));
    }
    match nearest(given, names) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "rules are named like `citation/basis`, groups like `citation`".to_owned(),
    }
}

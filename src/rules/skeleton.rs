//! Beginnings of new entries: they load as they are, and their tests fail until they are filled in.

use super::catalogue::EntryKind;
use super::entries::{is_id, is_rule_id};
use super::pack::{Limit, Pack};

/// Why no skeleton can be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoSkeleton {
    /// The id has not the form of one.
    #[error("`{0}` is not the form of an id")]
    Id(String, &'static str),
    /// The pack has such an entry already; where.
    #[error("the pack has a {0} `{1}` already, at {2}")]
    Taken(&'static str, String, String),
    /// The pack lacks what the entry must name.
    #[error("the pack has no treatment that is counted, or no guideline edition")]
    Nothing,
}

impl NoSkeleton {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self {
            Self::Id(_, form) => form,
            Self::Taken(..) => "choose another id, or change the entry where it stands",
            Self::Nothing => "a limit names both; write them first",
        }
    }
}

/// The skeleton of a limit.
///
/// # Errors
///
/// When the id has another form or is taken, or the pack holds nothing that a limit could be on.
pub fn limit(pack: &Pack, id: &str) -> Result<String, NoSkeleton> {
    if !is_id(id) {
        let form = "an id consists of small letters, digits and single hyphens: `massage-trial`";
        return Err(NoSkeleton::Id(id.to_owned(), form));
    }
    let mut limits = pack.limits.iter();
    if let Some(limit) = limits.find(|limit| limit.id.value == id) {
        return Err(taken(EntryKind::Limit, id, &limit.id.place.to_string()));
    }
    let (treatment, unit, guideline) = open_pair(pack).ok_or(NoSkeleton::Nothing)?;
    let filled = include_str!("skeleton/limit.yaml")
        .replace("$ID", id)
        .replace("$TREATMENT", treatment)
        .replace("$UNIT", unit)
        .replace("$GUIDELINE", guideline)
        .replace("$RULE", speaking_rule(pack));
    Ok(filled)
}

/// The skeleton of a rule.
///
/// # Errors
///
/// When the id has another form or is taken.
pub fn rule(pack: &Pack, id: &str) -> Result<String, NoSkeleton> {
    if !is_rule_id(id) {
        let form = "a rule has a group and a name in small letters: `decision/no-reason`";
        return Err(NoSkeleton::Id(id.to_owned(), form));
    }
    let mut rules = pack.rules.iter();
    if let Some(rule) = rules.find(|rule| rule.id.value == id) {
        return Err(taken(EntryKind::Rule, id, &rule.id.place.to_string()));
    }
    Ok(include_str!("skeleton/rule.yaml").replace("$ID", id))
}

fn taken(kind: EntryKind, id: &str, place: &str) -> NoSkeleton {
    NoSkeleton::Taken(kind.name(), id.to_owned(), place.to_owned())
}

/// A treatment, what is counted of it, and an edition that has no limit on it yet: the numbers of a skeleton
/// must not contradict any. Visits come first, they are what most limits count.
fn open_pair(pack: &Pack) -> Option<(&str, &str, &str)> {
    let counted = |wanted: fn(&str) -> bool| {
        let treatments = pack.treatments.iter();
        treatments.filter_map(move |treatment| {
            let unit = treatment.unit.as_deref().filter(|unit| wanted(unit))?;
            Some((treatment.id.value.as_str(), unit))
        })
    };
    let mut treatments = counted(|unit| unit == "visit").chain(counted(|unit| unit != "visit"));
    treatments.find_map(|(treatment, unit)| {
        let is_on = |limit: &&Limit| limit.treatments.iter().any(|id| id.value == treatment);
        let on_it: Vec<&Limit> = pack.limits.iter().filter(is_on).collect();
        let mut guidelines = pack.ids(EntryKind::Guideline).into_iter();
        let open = guidelines.find(|edition| {
            let mut stated = on_it.iter().flat_map(|limit| &limit.guidelines);
            !stated.any(|other| other.value == **edition)
        });
        Some((treatment, unit, open?))
    })
}

/// The rule that a test of a limit expects.
fn speaking_rule(pack: &Pack) -> &str {
    const USUAL: &str = "limit/overturned-above";
    let mut rules = pack.rules.iter().map(|rule| rule.id.value.as_str());
    let has_usual = rules.clone().any(|id| id == USUAL);
    let other = rules.find(|id| id.starts_with("limit/"));
    other.filter(|_| !has_usual).unwrap_or(USUAL)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::check::{Linter, Outcome};
    use crate::rules::problem::RuleFile;
    use crate::rules::{embedded, load};

    /// What comes of the shipped pack with one more file: its problems, and the entries whose tests fail.
    fn with(text: String) -> (Vec<String>, Vec<String>) {
        let mut files = embedded();
        let name = "rules/new.yaml".to_owned();
        files.push(RuleFile {
            name,
            text: text.into(),
        });
        let loaded = load(files);
        let mut problems = loaded.problems;
        let (linter, more) = Linter::new(loaded.pack);
        problems.extend(more);
        let results = linter.run_tests().into_iter();
        let failing = results.filter(|result| result.outcome != Outcome::Passed);
        (
            problems.iter().map(ToString::to_string).collect(),
            failing.map(|result| result.entry).collect(),
        )
    }

    #[test]
    fn skeletons_load_and_fail_their_tests() {
        let pack = load(embedded()).pack;
        for (skeleton, id) in [
            (limit(&pack, "new-limit").unwrap(), "new-limit"),
            (rule(&pack, "new/rule").unwrap(), "new/rule"),
        ] {
            assert!(!skeleton.contains('$'), "{skeleton}");
            let (problems, failing) = with(skeleton);
            assert_eq!(problems, [""; 0]);
            assert!(!failing.is_empty(), "the tests of {id} pass");
            assert!(failing.iter().all(|entry| entry == id), "{failing:?}");
        }
    }

    #[test]
    fn an_id_must_be_new_and_have_its_form() {
        let pack = load(embedded()).pack;
        let told = |error: NoSkeleton| error.to_string();
        assert!(
            told(limit(&pack, "acupuncture-trial").unwrap_err()).contains("already, at built-in/")
        );
        assert!(
            told(rule(&pack, "limit/misquoted").unwrap_err()).contains("already, at built-in/")
        );
        assert!(told(limit(&pack, "a/b").unwrap_err()).contains("not the form"));
        assert!(told(rule(&pack, "Misquoted").unwrap_err()).contains("not the form"));
        assert_eq!(limit(&Pack::default(), "a"), Err(NoSkeleton::Nothing));
    }
}

//! The words of the rule language, for rule editors.

use super::predicate::{Places, VOCABULARY, Vocable, type_of};
use super::subject::Each;
use crate::rules::condition::{ConditionDoc, EachDoc};

/// All conditions of the rule language, by name.
pub fn vocabulary() -> impl Iterator<Item = ConditionDoc> {
    VOCABULARY.iter().filter_map(|word| documented(word))
}

/// What `each` can name.
pub fn each_vocabulary() -> impl Iterator<Item = EachDoc> {
    Each::ALL.into_iter().map(|each| EachDoc {
        name: each.name(),
        about: each.about(),
        placeholders: each.provides(),
    })
}

fn documented(word: &Vocable) -> Option<ConditionDoc> {
    Some(ConditionDoc {
        name: word.name,
        about: word.about,
        example: word.example,
        argument: type_of(word)?,
        places: places(word.places),
        placeholders: word.provides,
    })
}

fn places(places: Places) -> String {
    match places {
        Places::Letter => "in any rule".to_owned(),
        Places::Item => "in rules about disputed items".to_owned(),
        Places::Of(each) => {
            let names = each.iter().map(|each| format!("`each: {}`", each.name()));
            format!("needs {}", names.collect::<Vec<_>>().join(" or "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documentation_lists_every_condition_and_subject() {
        let page = include_str!("../../docs/rules.md");
        for condition in vocabulary() {
            let ConditionDoc {
                example,
                argument,
                about,
                ..
            } = condition;
            let row = format!("| `{example}` | {argument} | {about} |");
            assert!(page.contains(&row), "docs/rules.md lacks this row:\n{row}");
        }
        for each in each_vocabulary() {
            let row = format!("| `{}` | {}", each.name, each.about);
            assert!(page.contains(&row), "docs/rules.md lacks this row:\n{row}");
        }
    }

    #[test]
    fn conditions_stand_in_the_order_of_their_names_and_only_once() {
        let names: Vec<_> = vocabulary().map(|condition| condition.name).collect();
        assert!(names.is_sorted_by(|one, next| one < next), "{names:?}");
    }

    #[test]
    fn every_condition_tells_the_type_of_its_argument() {
        for word in VOCABULARY {
            assert!(type_of(word).is_some(), "{}", word.name);
        }
    }
}

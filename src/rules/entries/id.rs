//! Ids: `acupuncture-trial`, and `limit/claims-above` for rules.

use crate::rules::decode::{Decoder, Located, quoted};
use crate::rules::yaml::Node;

/// An id of words in small letters and digits, joined by hyphens.
pub(super) fn kebab(decoder: &mut Decoder, node: &Node) -> Option<Located<String>> {
    let id = decoder.located_text(node)?;
    if !is_kebab(&id.value) {
        let form = "small letters, digits and single hyphens";
        return bad_form(decoder, node, &id.value, form, kebab_of(&id.value));
    }
    Some(id)
}

/// The id of a rule: a group and a name, `limit/claims-above`.
pub(super) fn of_rule(decoder: &mut Decoder, node: &Node) -> Option<Located<String>> {
    let id = decoder.located_text(node)?;
    if is_of_rule(&id.value) {
        return Some(id);
    }
    let parts: Vec<&str> = id.value.split('/').collect();
    let form = "a group and a name in small letters, `group/name`";
    let parts: Option<Vec<String>> = parts.into_iter().map(kebab_of).collect();
    let better = parts
        .filter(|parts| parts.len() == 2)
        .map(|parts| parts.join("/"));
    bad_form(decoder, node, &id.value, form, better)
}

fn bad_form<T>(
    decoder: &mut Decoder,
    node: &Node,
    given: &str,
    form: &str,
    better: Option<String>,
) -> Option<T> {
    let help = match better {
        Some(better) => format!("write `{}`", quoted(&better)),
        None => format!("an id consists of {form}"),
    };
    decoder.report_with_help(
        node.span,
        format!("`{}` is not the form of an id", quoted(given)),
        format!("expected {form}"),
        Some(help),
    );
    None
}

/// Whether `text` is a group and a name, `group/name`.
pub(in crate::rules) fn is_of_rule(text: &str) -> bool {
    let parts = text.split_once('/');
    parts.is_some_and(|(group, name)| is_kebab(group) && is_kebab(name))
}

/// Whether `text` consists of words in small letters and digits, joined by hyphens.
pub(in crate::rules) fn is_kebab(text: &str) -> bool {
    text.split('-').all(|word| {
        let is_small = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        !word.is_empty() && word.bytes().all(is_small)
    })
}

/// The nearest id of the right form. `None` when the text has no letter or digit to make one of.
fn kebab_of(text: &str) -> Option<String> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<_> = words
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    (!words.is_empty()).then(|| words.join("-"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::rules::entries::trial::decoded;

    #[test]
    fn ids_are_words_joined_by_hyphens() {
        for id in ["acupuncture", "mtus-acupuncture-2007", "c7"] {
            let (value, problems) = decoded(id, kebab);
            assert_eq!(value.unwrap().value, id);
            assert!(problems.is_empty());
        }
        for (id, better) in [
            ("Acupuncture", "write `acupuncture`"),
            ("acupuncture_trial", "write `acupuncture-trial`"),
            ("acupuncture--trial", "write `acupuncture-trial`"),
            ("a/b", "write `a-b`"),
            (
                "\u{e9}",
                "an id consists of small letters, digits and single hyphens",
            ),
        ] {
            let (value, problems) = decoded(id, kebab);
            assert_eq!(value, None);
            let message = format!("t.yaml:1:1: `{id}` is not the form of an id");
            assert_eq!(problems[0].to_string(), message);
            assert_eq!(problems[0].help.as_deref(), Some(better));
        }
    }

    #[test]
    fn ids_of_rules_have_a_group() {
        assert!(decoded("limit/claims-above", of_rule).1.is_empty());
        for (id, better) in [
            (
                "claims-above",
                "an id consists of a group and a name in small letters, `group/name`",
            ),
            ("Limit/Claims Above", "write `limit/claims-above`"),
            (
                "a/b/c",
                "an id consists of a group and a name in small letters, `group/name`",
            ),
            (
                "a/",
                "an id consists of a group and a name in small letters, `group/name`",
            ),
        ] {
            let (_, problems) = decoded(id, of_rule);
            assert_eq!(problems[0].help.as_deref(), Some(better), "{id}");
        }
    }
}

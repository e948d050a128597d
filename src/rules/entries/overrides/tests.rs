#![allow(clippy::unwrap_used)]

use super::*;
use crate::rules::entries::trial::complaints;

#[test]
fn every_mistake_of_an_override_is_told() {
    for (text, complaint) in [
        (
            "[ { rule: citation/basis } ]",
            "1:5: this override changes nothing (give a field of the rule that is to change, such as `severity`)",
        ),
        (
            "[ { severity: note } ]",
            "1:5: this override does not say of what (name the entry by one of: guideline, treatment, body_part, fact, \
             limit, criterion, law, recommendation, rule; `- { rule: citation/basis, severity: warning }`)",
        ),
        (
            "[ { limit: a, rule: b/c, enabled: false } ]",
            "1:15: this override names a limit and a rule (write an override for each)",
        ),
        (
            "[ { rule: a/b, severity: fatal } ]",
            "1:26: unknown value `fatal` (known: error, warning, note)",
        ),
        (
            "[ { rule: a/b, severty: note } ]",
            "1:16: unknown key `severty` in an override (did you mean `severity`?)",
        ),
        (
            "[ { limit: a, trial: 6..3 visits } ]",
            "1:22: the range `6..3` runs backwards (did you mean `3..6`?)",
        ),
        ("[ { limit: a, tests: [] } ]", "1:22: this list is empty"),
        (
            "[ { fact: a, says: [\"b (c\"] } ]",
            "1:21: the alternatives of this phrase cannot be read: a parenthesis is not closed (write them like this: \
             `(failed|failure of) conservative care`)",
        ),
        (
            "[ { rule: a/b, message: \"{\" } ]",
            "1:26: an opening brace without a closing one in `{` (a placeholder is a name in braces, `{decision}`)",
        ),
        ("[]", "1:1: this list is empty"),
        ("{ rule: a/b }", "1:1: expected a list, found a map"),
    ] {
        assert_eq!(
            complaints(text, decode),
            [format!("t.yaml:{complaint}")],
            "{text}"
        );
    }
}

#[test]
fn phrases_are_added_once_whatever_their_letter_case() {
    let mut names = vec!["Massage".to_owned()];
    let more = ["massage", "myofascial release"].map(str::to_owned);
    add_phrases(&mut names, Some(more.to_vec()));
    assert_eq!(names, ["Massage", "myofascial release"]);
}

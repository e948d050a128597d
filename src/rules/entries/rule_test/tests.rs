#![allow(clippy::unwrap_used)]

use super::*;
use crate::rules::entries::trial::{complaints, decoded};

#[test]
fn a_test_of_one_item_needs_no_list() {
    let text = "\
name: upheld although necessary
decision: upheld
rationale: ''
front_matter: { Decision Date: 01/10/2017, Date of Injury: '' }
expect: [decision/contradicts-conclusion]
silent: [item/arithmetic]
";
    let (test, problems) = decoded(text, decode);
    assert!(problems.is_empty(), "{problems:?}");
    let test = test.unwrap();
    assert_eq!(test.items.len(), 1);
    assert_eq!(test.items[0].decision.as_deref(), Some("upheld"));
    assert_eq!(test.items[0].rationale.as_deref(), Some(""));
    assert_eq!(test.items[0].heading, None);
    assert_eq!(
        test.front_matter,
        [
            ("Decision Date".to_owned(), "01/10/2017".to_owned()),
            ("Date of Injury".to_owned(), String::new()),
        ]
    );
    assert_eq!(test.silent[0].place.line(), 6);
}

#[test]
fn several_items_and_whole_letters() {
    let text = "{ name: n, items: [ { heading: a }, { heading: b } ], silent: [a/b] }";
    assert_eq!(decoded(text, decode).0.unwrap().items.len(), 2);
    let text = "{ name: n, letter: Dear reader, silent: [a/b] }";
    let test = decoded(text, decode).0.unwrap();
    assert_eq!(test.letter.as_deref(), Some("Dear reader"));
    assert!(test.items.is_empty());
    let text = "{ name: n, summary: '', silent: [a/b] }";
    assert_eq!(decoded(text, decode).0.unwrap().items.len(), 1);
}

#[test]
fn wrong_tests_are_told() {
    let ignored = |other| format!("(write it into `{other}`, or remove one of the two)");
    for (text, complaint) in [
        (
            "{ name: n, decision: upheld }",
            "1:9: this test expects nothing \
             (name the rules that must fire in `expect`, those that must not in `silent`)"
                .to_owned(),
        ),
        (
            "{ name: n, expect: [] }",
            "1:20: this list is empty".to_owned(),
        ),
        (
            "{ name: n, expect: [a/b], labels: [] }",
            "1:35: this list is empty".to_owned(),
        ),
        (
            "{ name: n, silent: [a/b], labels: [words] }",
            "1:27: `labels` without `expect` (name the rule that labels these words in `expect`)"
                .to_owned(),
        ),
        (
            "{ name: n, expect: [a/b], silent: [c/d, a/b] }",
            "1:41: `a/b` is expected to fire and to stay silent (remove one of the two)".to_owned(),
        ),
        (
            "{ name: n, expect: [superseded] }",
            "1:21: `superseded` is not the form of an id \
             (an id consists of a group and a name in small letters, `group/name`)"
                .to_owned(),
        ),
        (
            "{ name: n, items: [{}], heading: a, silent: [a/b] }",
            format!(
                "1:25: `heading` cannot stand beside `items` {}",
                ignored("items")
            ),
        ),
        (
            "{ name: n, letter: x, summary: a, silent: [a/b] }",
            format!(
                "1:23: `summary` cannot stand beside `letter` {}",
                ignored("letter")
            ),
        ),
        (
            "{ name: n, descision: upheld, silent: [a/b] }",
            "1:12: unknown key `descision` in a test (did you mean `decision`?)".to_owned(),
        ),
        (
            "{ name: n, items: [ { heding: a } ], silent: [a/b] }",
            "1:23: unknown key `heding` in an item of a test (did you mean `heading`?)".to_owned(),
        ),
        (
            "{ silent: [a/b] }",
            "1:3: a test needs the key `name`".to_owned(),
        ),
        (
            "{ name: n, front_matter: { Decision Date: 2017 }, silent: [a/b] }",
            "1:43: expected text, found a whole number (put it in quotes to make it text)"
                .to_owned(),
        ),
        (
            "{ name: n, front_matter: { A: x, A: y }, silent: [a/b] }",
            "1:34: the key `A` is given twice in the front matter (keep one of the two)".to_owned(),
        ),
    ] {
        assert_eq!(
            complaints(text, decode),
            [format!("t.yaml:{complaint}")],
            "{text}"
        );
    }
}

#[test]
fn an_entry_without_a_test_is_told() {
    let entry = |d: &mut Decoder, n: &Node| {
        let mut fields = d.fields(n, "a rule")?;
        let _ = fields.required(d, "id", Decoder::text);
        let tests = of_entry(d, &mut fields, "rule");
        fields.finish(d);
        Some(tests)
    };
    let none = "this rule has no test \
                (add `tests:` with a letter that it must speak about, and one that it must not)";
    for (text, place) in [
        ("id: a\n", "1:5"),
        ("id: a\ntests: []\n", "2:1"),
        ("id: a\ntests:\n", "2:1"),
    ] {
        assert_eq!(complaints(text, entry), [format!("t.yaml:{place}: {none}")]);
    }
    assert_eq!(
        complaints("id: a\ntests: [ { name: n } ]\n", entry).len(),
        1,
        "tests with mistakes are not also missing"
    );
    assert_eq!(
        complaints("id: a\ntets: [ { name: n, silent: [a/b] } ]\n", entry),
        ["t.yaml:2:1: unknown key `tets` in a rule (did you mean `tests`?)"]
    );
}

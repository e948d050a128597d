#![allow(clippy::unwrap_used)]

use super::*;
use crate::rules::yaml;

fn file(text: &str) -> Arc<RuleFile> {
    Arc::new(RuleFile {
        name: "t.yaml".to_owned(),
        text: text.to_owned().into(),
    })
}

fn problems(text: &str) -> Vec<RuleProblem> {
    let file = file(text);
    let tree = yaml::parse(&file).unwrap();
    let mut decoder = Decoder::new(&file);
    if let Some(mut fields) = decoder.fields(&tree, "a limit") {
        let _ = fields.required(&mut decoder, "id", Decoder::text);
        let _ = fields.required(&mut decoder, "treatments", Decoder::texts);
        let _ = fields.optional(&mut decoder, "weeks", |d, n| d.whole_number(n, 1..=52));
        let _ = fields.optional(&mut decoder, "enabled", Decoder::boolean);
        fields.finish(&mut decoder);
    }
    decoder.into_problems()
}

fn messages(text: &str) -> Vec<String> {
    problems(text).iter().map(ToString::to_string).collect()
}

#[test]
fn all_mistakes_of_a_map_are_reported_together() {
    let text = "id: 12\ntreatmnets: [a]\nweeks: 99\nweeks: 2\n";
    assert_eq!(
        messages(text),
        [
            "t.yaml:1:5: expected text, found a whole number",
            "t.yaml:2:1: unknown key `treatmnets` in a limit",
            "t.yaml:3:8: 99 is out of range: expected 1 to 52",
            "t.yaml:4:1: the key `weeks` is given twice in a limit",
        ]
    );
    assert_eq!(
        problems(text)[1].help.as_deref(),
        Some("did you mean `treatments`?")
    );
}

#[test]
fn a_key_given_twice_names_both_places() {
    let found = problems("id: a\ntreatments: [b]\nid: c\nid: d\n");
    let places: Vec<_> = found
        .iter()
        .map(|problem| {
            let lines = problem.places.iter().map(|(place, _)| place.line());
            lines.collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(places, [[3, 1], [4, 1]]);
}

#[test]
fn an_absent_key_is_told_at_the_name_of_the_entry() {
    assert_eq!(
        messages("weeks: 2\nid: a\n"),
        ["t.yaml:2:5: a limit needs the key `treatments`"]
    );
    assert_eq!(messages("{}").len(), 2);
}

#[test]
fn an_empty_list_is_a_mistake() {
    assert_eq!(
        messages("id: a\ntreatments: []\n"),
        ["t.yaml:2:13: this list is empty"]
    );
}

#[test]
fn text_is_no_list_of_one() {
    let found = problems("id: a\ntreatments: b\n");
    assert_eq!(found[0].message, "expected a list, found text");
    assert!(found[0].help.as_deref().unwrap().contains("brackets"));
}

#[test]
fn yes_and_no_are_no_booleans() {
    for (given, meant) in [
        ("yes", "true"),
        ("on", "true"),
        ("NO", "false"),
        ("off", "false"),
    ] {
        let found = problems(&format!("id: a\ntreatments: [b]\nenabled: {given}\n"));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].message, "expected true or false, found text");
        assert_eq!(found[0].help, Some(format!("write `{meant}`")));
    }
}

#[test]
fn an_unknown_key_without_a_near_one_lists_those_that_are_known() {
    let found = problems("id: a\ntreatments: [b]\ncolour: red\n");
    let help = "known: id, treatments, weeks, enabled";
    assert_eq!(found[0].help.as_deref(), Some(help));
}

#[test]
fn long_names_are_cut_in_messages() {
    let found = problems(&format!(
        "id: a\ntreatments: [b]\n? {}\n: c\n",
        "x".repeat(5000)
    ));
    assert!(found[0].message.len() < 120, "{}", found[0].message);
}

#[test]
fn a_part_of_a_text_has_its_own_place() {
    let text = "a: é 3..x\nb: 'é 3..x'\nc: \"\\u00e9 3..x\"\n";
    let file = file(text);
    let tree = yaml::parse(&file).unwrap();
    let mut decoder = Decoder::new(&file);
    let covered: Vec<_> = decoder
        .entries(&tree, "a test")
        .unwrap()
        .iter()
        .map(|(_, node)| {
            let span = decoder.part(node, 6..7);
            &text[span.start..span.end]
        })
        .collect();
    assert_eq!(covered, ["x", "x", "\"\\u00e9 3..x\""]);
}

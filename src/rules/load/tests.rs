#![allow(clippy::unwrap_used)]

use std::borrow::Cow;
use std::fmt::Write;

use proptest::prelude::*;

use super::*;

fn file(name: &str, text: impl Into<Cow<'static, str>>) -> RuleFile {
    RuleFile {
        name: name.to_owned(),
        text: text.into(),
    }
}

fn lines(loaded: &Loaded) -> Vec<String> {
    loaded.problems.iter().map(ToString::to_string).collect()
}

const HEADER: &str = "pack: { name: p, version: '1', title: P }\n";

/// A rule with the number `at`.
fn rule(at: usize) -> String {
    format!(
        "  - id: rule/n{at}\n    severity: note\n    when: {{ decision: upheld }}\n    message: m\n    \
         explain: e\n    tests: [ {{ name: n, decision: upheld, expect: [rule/n{at}] }} ]\n"
    )
}

fn small_pack() -> RuleFile {
    file("pack.yaml", format!("{HEADER}rules:\n{}", rule(1)))
}

/// Eight mistakes of eight kinds.
const EIGHT_MISTAKES: &str = "\
treatments:
  - { id: acupuncture, title: Acupuncture, names: [acupuncture], unit: visit }
guidelines:
  - id: mtus-acupuncture-2007
    title: Acupuncture Medical Treatment Guidelines \u{2014} na\u{ef}ve
    system: MTSU
    labels: [Acupuncture Treatment]
    year: 2007
    in_force: { from: 2007-06-15, to: 2017-11-31 }
    citation: 8 CCR 9792.24.1
    confidence: primary
facts:
  - { id: functional-improvement, title: Improvement, say: [functional improvement] }
limits:
  - id: acupuncture-trial
    title: First course
    treatments: [acupunture]
    guidelines: [mtus-acupuncture-2007]
    trial: 6..3 visits
    frequency: 1..3 per weak
    extended_by: [functional-improvement]
    citation: 8 CCR 9792.24.1(c)(1)
    confidence: unverified
    source: nowhere
    tests: [ { name: n, decision: upheld, silent: [rule/n1] } ]
    title: Once more
";

#[test]
fn eight_mistakes_are_told_in_one_run() {
    let loaded = load(vec![small_pack(), file("t.yaml", EIGHT_MISTAKES)]);
    let found: Vec<_> = loaded
        .problems
        .iter()
        .map(|problem| {
            (
                problem.to_string(),
                problem.help.as_deref().unwrap_or_default(),
            )
        })
        .collect();
    let found: Vec<_> = found
        .iter()
        .map(|(line, help)| (line.as_str(), *help))
        .collect();
    assert_eq!(
        found,
        [
            ("t.yaml:6:13: unknown value `MTSU`", "did you mean `MTUS`?"),
            (
                "t.yaml:9:39: `2017-11-31` is no date",
                "write the year, month and day of a day that exists, `2016-07-28`"
            ),
            (
                "t.yaml:13:55: unknown key `say` in a fact",
                "did you mean `says`?"
            ),
            (
                "t.yaml:17:18: unknown treatment `acupunture`",
                "did you mean `acupuncture`?"
            ),
            (
                "t.yaml:19:12: the range `6..3` runs backwards",
                "did you mean `3..6`?"
            ),
            (
                "t.yaml:20:25: unknown unit of time `weak`",
                "did you mean `week`?"
            ),
            (
                "t.yaml:23:5: an unverified entry must not be enabled",
                "a finding must rest on something that was read: write `enabled: false`, or raise \
                 `confidence` once the text has been read"
            ),
            (
                "t.yaml:26:5: the key `title` is given twice in a limit",
                "keep one of the two"
            ),
        ]
    );
}

#[test]
fn a_syntax_error_keeps_no_other_file_from_being_checked() {
    let loaded = load(vec![
        file("a.yaml", "treatments:\n  - id: acupuncture\n   title: x\n"),
        small_pack(),
        file(
            "z.yaml",
            "facts:\n  - { id: Pain, title: Pain, says: [pain] }\n",
        ),
    ]);
    let found = lines(&loaded);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(
        found[0].starts_with("a.yaml:3:4: not valid YAML: "),
        "{found:?}"
    );
    assert_eq!(found[1], "z.yaml:2:11: `Pain` is not the form of an id");
}

#[test]
fn what_an_unreadable_file_seems_to_declare_is_not_missed() {
    let broken = "pack: { name: p }\nrules:\ntreatments:\n  - id: acupuncture\n   title: x\n";
    let part = "treatments: [ { id: b, title: B, names: [b], after_surgery: NAME } ]\n";
    let found = |name: &str| {
        let files = vec![
            file("a.yaml", broken),
            file("b.yaml", part.replace("NAME", name)),
        ];
        lines(&load(files)).split_off(1)
    };
    assert_eq!(found("acupuncture"), [""; 0]);
    assert_eq!(
        found("acupunctures"),
        ["b.yaml:1:61: unknown treatment `acupunctures`"]
    );
}

#[test]
fn top_level_mistakes_are_told() {
    for (text, complaint) in [
        ("limts: []\n", "1:1: unknown key `limts` in a rules file"),
        ("limits: []\n", "1:9: this list is empty"),
        ("limits:\n", "1:7: expected a list, found nothing"),
        ("limits: { id: a }\n", "1:9: expected a list, found a map"),
        (
            "- limits\n",
            "1:1: expected a rules file as a map of keys and values, found a list",
        ),
        ("", "1:1: the file holds no entries"),
        ("# nothing yet\n", "2:1: the file holds no entries"),
        (
            "facts: [x]\n",
            "1:9: expected a fact as a map of keys and values, found text",
        ),
        (
            "pack: p\n",
            "1:7: expected the pack header as a map of keys and values, found text",
        ),
    ] {
        let found = lines(&load(vec![small_pack(), file("t.yaml", text)]));
        assert!(
            found.contains(&format!("t.yaml:{complaint}")),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn the_version_of_the_header_is_text() {
    let text =
        "pack: { name: p, version: 2026.11, title: P, author: me }\nrules:\n".to_owned() + &rule(1);
    let loaded = load(vec![file("t.yaml", text)]);
    assert_eq!(
        lines(&loaded),
        [
            "t.yaml:1:27: expected text, found a decimal number",
            "t.yaml:1:46: unknown key `author` in the pack header",
        ]
    );
    assert_eq!(
        loaded.problems[0].help.as_deref(),
        Some("put it in quotes to make it text")
    );
}

#[test]
fn parts_of_the_language_stand_in_one_place() {
    let loaded = load(vec![
        small_pack(),
        file(
            "a.yaml",
            "language: { states: [Nevada], not_body_parts: [at hand] }\n",
        ),
        file("b.yaml", "language:\n  fillers: [of]\n  states: [Ohio]\n"),
    ]);
    assert_eq!(
        lines(&loaded),
        ["b.yaml:3:3: `language: states` is given twice"]
    );
    let places = &loaded.problems[0].places;
    assert_eq!(places[1].0.to_string(), "a.yaml:1:13");
    assert_eq!(loaded.pack.language.states, ["Nevada"]);
    assert_eq!(loaded.pack.language.fillers, ["of"]);
}

#[test]
fn disabled_entries_are_kept_checked_and_marked() {
    let text = format!("{HEADER}rules:\n{}    enabled: false\n{}", rule(1), rule(2));
    let loaded = load(vec![file("t.yaml", text.clone())]);
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    let enabled: Vec<_> = loaded.pack.rules.iter().map(|rule| rule.enabled).collect();
    assert_eq!(enabled, [false, true]);
    let text = text.replacen("severity: note", "severity: high", 1);
    assert_eq!(load(vec![file("t.yaml", text)]).problems.len(), 1);
}

#[test]
fn the_digest_follows_names_and_texts_and_nothing_else() {
    let digest = |files: &[(&str, &str)]| {
        let files = files
            .iter()
            .map(|(name, text)| file(name, (*text).to_owned()))
            .collect();
        load(files).pack.digest.hex().to_owned()
    };
    let one = digest(&[("rules/a.yaml", "x"), ("rules/b/c.yaml", "y")]);
    assert_eq!(one.len(), 64);
    assert!(one.bytes().all(|byte| b"0123456789abcdef".contains(&byte)));
    let same = [
        digest(&[("rules/b/c.yaml", "y"), ("rules/a.yaml", "x")]),
        digest(&[("/opt/pack/a.yaml", "x"), ("/opt/pack/b/c.yaml", "y")]),
        digest(&[("C:\\pack\\b\\c.yaml", "y"), ("C:\\pack\\a.yaml", "x")]),
    ];
    assert!(same.iter().all(|digest| *digest == one));
    let others = [
        digest(&[("rules/a.yaml", "y"), ("rules/b/c.yaml", "x")]),
        digest(&[("rules/a.yaml", "x"), ("rules/b/d.yaml", "y")]),
        digest(&[("rules/a.yaml", "x")]),
        digest(&[("rules/a.yaml", "x "), ("rules/b/c.yaml", "y")]),
    ];
    assert!(others.iter().all(|digest| *digest != one));
}

#[test]
fn ten_thousand_entries_are_all_loaded() {
    let mut text = format!("{HEADER}rules:\n{}treatments:\n", rule(1));
    for at in 0..10_000 {
        writeln!(text, "  - {{ id: t{at}, title: T, names: [t] }}").unwrap();
    }
    let loaded = load(vec![file("t.yaml", text.clone())]);
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    assert_eq!(loaded.pack.treatments.len(), 10_000);
    let loaded = load(vec![file("t.yaml", text.replace("title: T", "titel: T"))]);
    assert_eq!(loaded.problems.len(), 101);
    let last = loaded.problems[100].to_string();
    assert_eq!(last, "t.yaml:110:17: and 9900 more problems in this file");
}

#[test]
fn hostile_files_end_in_problems() {
    let wide: String = (0..90_000).fold(String::new(), |mut text, at| {
        let _ = writeln!(text, "k{at}: v");
        text
    });
    let unknown: String = (0..15_000).fold("facts:\n".to_owned(), |mut text, at| {
        let _ = writeln!(
            text,
            "  - {{ id: fact-{at:05}, title: T, says: [t], x{at}: y }}"
        );
        text
    });
    for text in [
        wide,
        unknown,
        "a: 1\n".repeat(90_000),
        format!("pack: {{ name: \"{}\" }}", "n".repeat(3_000_000)),
        format!("rules: [ {} ]", "{}, ".repeat(150_000)),
        "\t".repeat(4_000_000),
        "- ".repeat(100_000),
        "[".repeat(1_000_000),
        "? ".repeat(100_000),
        "x".repeat(10_000_000),
        "\u{0}".repeat(1000),
        "\u{feff}".repeat(1000),
    ] {
        let loaded = load(vec![file("t.yaml", text)]);
        assert!(!loaded.problems.is_empty());
        assert!(loaded.problems.len() <= 104);
        let longest = loaded
            .problems
            .iter()
            .map(|problem| problem.message.len())
            .max();
        assert!(longest < Some(1000), "{longest:?}");
    }
}

/// Pieces of which a text looks like a rules file more often than not.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "rules:",
            "limits:",
            "pack:",
            "language:",
            "  - id: a/b",
            "    when:",
            " { not: ",
            "all: [",
            "]",
            "}",
            "{",
            "message: '{a} {'",
            "tests:",
            "- ",
            "\n",
            "\n  ",
            "\t",
            ": ",
            "3..6 visits",
            "1..",
            "2016-13-01",
            "&a",
            "*a",
            "<<: ",
            "!!str",
            "|",
            ">-",
            "\"",
            "'",
            "#",
            "---",
            "null",
            "yes",
            ",",
            "\u{e9}\u{301}",
            "\r\n",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,8}",
    ]
}

proptest! {
    #[test]
    fn no_text_makes_the_loader_panic(text in "\\PC*|[ -~\n\t]{0,200}") {
        let _ = load(vec![file("t.yaml", text)]);
    }

    #[test]
    fn no_text_like_rules_makes_the_loader_panic(pieces in prop::collection::vec(piece(), 0..40)) {
        let loaded = load(vec![file("t.yaml", pieces.concat())]);
        for problem in &loaded.problems {
            let _ = problem.to_string();
            for (place, _) in &problem.places {
                prop_assert!(place.file.text.get(place.span.start..place.span.end).is_some(), "{problem}");
            }
        }
    }

    #[test]
    fn no_damage_makes_the_loader_panic(at in 0..EIGHT_MISTAKES.len(), length in 0usize..30, with in piece()) {
        let border = |mut at: usize| {
            while !EIGHT_MISTAKES.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let (start, end) = (border(at), border((at + length).min(EIGHT_MISTAKES.len())));
        let text = format!("{}{with}{}", &EIGHT_MISTAKES[..start], &EIGHT_MISTAKES[end.max(start)..]);
        let loaded = load(vec![small_pack(), file("t.yaml", text)]);
        for problem in &loaded.problems {
            for (place, _) in &problem.places {
                prop_assert!(place.file.text.get(place.span.start..place.span.end).is_some(), "{problem}");
            }
        }
    }
}

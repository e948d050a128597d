//! One mistake after the other, in rules laid over the built-in pack: what rule editors mistype, and files made to
//! exhaust whoever reads them. Each is told of with its place, all in one run, and soon.

use std::time::Instant;

use crate::runner::Runner;
use crate::samples::folder_with;

/// The files of a layer, and for each what must be told of it: where, and in which words.
type Layer<'t> = &'t [(&'t str, &'t str, &'t str, &'t str)];

/// Lays the files over the built-in pack. All must be told of in one run, which ends at once.
#[track_caller]
fn assert_told(layer: Layer<'_>) {
    let files: Vec<(&str, &str)> = layer.iter().map(|file| (file.0, file.1)).collect();
    let folder = folder_with(&files);
    let begun = Instant::now();
    let ended = Runner::new(["rules", "check", "--rules", "site"])
        .in_folder(folder.path())
        .run()
        .with_status(2);
    // It takes a hundredth of this, but machines that run tests are busy, and the program is not optimised there.
    assert!(begun.elapsed().as_secs() < 30, "took {:?}", begun.elapsed());
    assert_eq!(ended.stderr, "");
    for (name, _, at, message) in layer {
        let place = format!("[{name}:{at}]");
        let told = ended
            .stdout
            .split("\n\n")
            .any(|problem| problem.contains(&place) && problem.contains(message));
        assert!(told, "{place} {message} is not told in\n{}", ended.stdout);
    }
}

/// One file with one mistake.
#[track_caller]
fn assert_one_told(text: &str, at: &str, message: &str) {
    assert_told(&[("site/a.yaml", text, at, message)]);
}

/// A rule with this condition and this expected by its first test.
fn rule(condition: &str, expected: &str) -> String {
    format!(
        "rules:\n  - id: site/rule\n    severity: note\n    message: m\n    explain: e\n    when: {{ {condition} }}\n    \
         tests:\n      - {{ name: fires, decision: upheld, expect: [{expected}] }}\n      - {{ name: silent, decision: \
         overturned, silent: [site/rule] }}\n"
    )
}

/// A limit with this range, in the seventh line.
fn limit(trial: &str) -> String {
    format!(
        "limits:\n  - id: site-limit\n    title: t\n    treatments: [acupuncture]\n    guidelines: [odg]\n    citation: c\n    \
         trial: {trial}\n    confidence: quoted\n    source: s\n    tests:\n      - {{ name: a, decision: upheld, silent: \
         [limit/overturned-above] }}\n"
    )
}

/// An edition with these labels and this time in force, in the fourth and fifth line.
fn edition(labels: &str, in_force: &str) -> String {
    format!(
        "guidelines:\n  - id: site-edition\n    title: t\n    labels: {labels}\n    {in_force}\n    year: 2016\n    system: \
         MTUS\n    citation: c\n    confidence: quoted\n"
    )
}

/// A list in a list in a list ...
fn nested(levels: usize) -> String {
    format!("facts: {}{}\n", "[".repeat(levels), "]".repeat(levels))
}

const TAB: &str = "limits:\n\t- id: a\n";
const DUPLICATE_KEY: &str = "facts:\n  - id: a\n    title: a\n    title: b\n    says: [x y z]\n";
/// Each line is nine times the one before it.
const ALIAS_BOMB: &str = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c \
                          [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nfacts: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n";
const FACT: &str = "facts:\n  - { id: site-fact, title: t, says: [x y z] }\n";

/// Ten million bytes of well-formed entries.
fn ten_megabytes() -> String {
    let mut text = "facts:\n".to_owned();
    for number in 0..200_000 {
        text.push_str(&format!(
            "  - {{ id: fact-{number:06}, title: fact, says: [word-{number:06}] }}\n"
        ));
    }
    assert!(text.len() > 10_000_000);
    text
}

#[test]
fn a_tab() {
    assert_one_told(TAB, "2:2", "tabs disallowed");
}

#[test]
fn a_key_given_twice() {
    assert_one_told(DUPLICATE_KEY, "4:5", "the key `title` is given twice");
}

#[test]
fn an_alias_bomb() {
    assert_one_told(ALIAS_BOMB, "1:4", "anchors (`&name`), aliases");
}

#[test]
fn ten_megabytes_of_yaml() {
    assert_one_told(&ten_megabytes(), "1:1", "a rules file may hold 4194304");
}

#[test]
fn two_hundred_levels() {
    assert_one_told(&nested(200), "1:31", "nested more than 24 levels deep");
}

#[test]
fn a_hundred_thousand_levels() {
    let text = nested(100_000);
    let folder = folder_with(&[("site/a.yaml", text)]);
    let ended = Runner::new(["rules", "check", "--rules", "site"])
        .in_folder(folder.path())
        .run()
        .with_status(2);
    assert!(
        ended.stdout.contains("[site/a.yaml:1:")
            && ended.stdout.contains("nested more than 24 levels deep"),
        "{}",
        ended.stdout
    );
}

#[test]
fn an_invalid_regular_expression() {
    let text = rule("rationale_matches: \"a(b\"", "site/rule");
    assert_one_told(&text, "6:34", "not a regular expression: unclosed group");
}

#[test]
fn a_long_regular_expression() {
    let pattern = "word|".repeat(100_000);
    let text = rule(&format!("rationale_matches: \"{pattern}\""), "site/rule");
    assert_one_told(
        &text,
        "6:32",
        "the pattern is 500000 bytes long; at most 2000",
    );
}

#[test]
fn a_regular_expression_that_takes_too_much_memory() {
    let text = rule("rationale_matches: \"(a{1000}){1000}\"", "site/rule");
    assert_one_told(&text, "6:32", "the pattern needs too much memory");
}

#[test]
fn a_range_without_an_end() {
    assert_one_told(
        &limit("3.. visits"),
        "7:12",
        "the range `3..` lacks its highest number",
    );
}

#[test]
fn a_range_that_runs_backwards() {
    assert_one_told(
        &limit("6..3 visits"),
        "7:12",
        "the range `6..3` runs backwards",
    );
}

#[test]
fn a_day_that_does_not_exist() {
    let text = edition("[Site Edition]", "in_force: { from: 2016-13-01 }");
    assert_one_told(&text, "5:23", "`2016-13-01` is no date");
}

#[test]
fn an_id_given_twice_in_two_files() {
    let folder = folder_with(&[("site/a.yaml", FACT), ("site/b.yaml", FACT)]);
    let ended = Runner::new(["rules", "check", "--rules", "site"])
        .in_folder(folder.path())
        .run()
        .with_status(2);
    for told in [
        "the fact `site-fact` is given twice",
        "[site/a.yaml:2:11]",
        "first given here",
        "[site/b.yaml:2:11]",
        "given again here",
        "\n1 problem\n",
    ] {
        assert!(
            ended.stdout.contains(told),
            "{told} is not in\n{}",
            ended.stdout
        );
    }
}

#[test]
fn a_treatment_that_does_not_exist() {
    let text = rule("treatment: acupunture", "site/rule");
    assert_one_told(&text, "6:24", "unknown treatment `acupunture`");
}

#[test]
fn a_test_that_names_a_rule_that_does_not_exist() {
    let text = rule("decision: upheld", "site/rul");
    assert_one_told(&text, "8:51", "unknown rule `site/rul`");
}

#[test]
fn an_edition_without_labels() {
    let text = edition("[]", "in_force: { from: 2016-12-01 }");
    assert_one_told(&text, "4:13", "this list is empty");
}

#[test]
fn an_edition_without_dates() {
    let text = edition("[Site Edition]", "chapter: 5");
    assert_one_told(&text, "6:5", "this edition has no dates");
    let text = edition("[Site Edition]", "in_force: {}");
    assert_one_told(&text, "5:15", "neither a first nor a last day");
}

#[test]
fn all_of_it_in_one_run() {
    let huge = ten_megabytes();
    let deep = nested(200);
    let open = limit("3.. visits");
    let day = edition("[]", "in_force: { from: 2016-13-01 }");
    let pattern = rule("rationale_matches: \"(a{1000}){1000}\"", "site/rul");
    assert_told(&[
        ("site/a.yaml", TAB, "2:2", "tabs"),
        ("site/b.yaml", DUPLICATE_KEY, "4:5", "given twice"),
        ("site/c.yaml", ALIAS_BOMB, "1:4", "aliases"),
        ("site/d.yaml", &huge, "1:1", "bytes"),
        ("site/e.yaml", &deep, "1:31", "levels"),
        ("site/f.yaml", &open, "7:12", "lacks"),
        ("site/g.yaml", &day, "5:23", "no date"),
        (
            "site/g2.yaml",
            &edition("[]", "chapter: 5"),
            "4:13",
            "empty",
        ),
        ("site/h.yaml", &pattern, "6:32", "too much memory"),
        ("site/h2.yaml", &pattern, "8:51", "unknown rule"),
        ("site/i.yaml", FACT, "2:11", "given twice"),
        ("site/j.yaml", FACT, "2:11", "given twice"),
    ]);
}

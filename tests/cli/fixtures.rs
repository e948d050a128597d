//! What the letters of `fixtures/letters` are there for: each is found to be what its folder, its name and
//! `fixtures/README.md` say. The folders are walked, so a new letter is tested by being there.

use std::collections::BTreeSet;

use imr_lint::rules::pack::Rule;
use imr_lint::rules::{embedded, load};

use crate::runner::Runner;
use crate::samples::{
    BROKEN, CONSISTENT, FINDINGS, SILENT, checked, files_in, finding_letter, rules_of, text_of,
};

/// The rule that a letter of `findings` is about: its file name up to the first dot, `__` for `/`.
fn rule_in_name(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.split('.')
        .next()
        .unwrap_or_default()
        .replace("__", "/")
}

#[test]
fn every_file_of_a_folder_is_checked_in_the_order_of_the_names() {
    for folder in [CONSISTENT, FINDINGS, BROKEN] {
        let letters = checked(folder);
        let paths: Vec<_> = letters
            .iter()
            .map(|letter| letter["path"].as_str().unwrap())
            .collect();
        assert_eq!(paths, files_in(folder));
    }
}

#[test]
fn consistent_letters_have_no_finding() {
    for letter in checked(CONSISTENT) {
        assert_eq!(rules_of(&letter), [""; 0], "{}", letter["path"]);
        assert_ne!(
            letter["items"].as_array().unwrap().len(),
            0,
            "{}: nothing was read",
            letter["path"]
        );
    }
    Runner::new(["check", "--fail-on", "note", CONSISTENT])
        .run()
        .with_status(0);
}

#[test]
fn findings_letters_have_the_one_finding_of_their_name() {
    for letter in checked(FINDINGS) {
        let path = letter["path"].as_str().unwrap();
        assert_eq!(rules_of(&letter), [rule_in_name(path)], "{path}");
    }
}

#[test]
fn one_word_makes_a_letter_of_findings_silent() {
    for letter in checked(SILENT) {
        let path = letter["path"].as_str().unwrap();
        assert_eq!(rules_of(&letter), [""; 0], "{path}");
        let name = path.rsplit('/').next().unwrap_or_default();
        let found = text_of(&finding_letter(name.trim_end_matches(".txt")));
        let silent = text_of(path);
        let changed = changed_words(&found, &silent);
        assert!(
            matches!(changed, (0, 1) | (1, 0) | (1, 1)),
            "{path}: {} words became {}",
            changed.0,
            changed.1
        );
    }
}

/// How many words of `one` stand where how many others stand in `other`, between what both begin and end with.
fn changed_words(one: &str, other: &str) -> (usize, usize) {
    let (mut one, mut other): (Vec<&str>, Vec<&str>) = (
        one.split_whitespace().collect(),
        other.split_whitespace().collect(),
    );
    while !one.is_empty() && one.last() == other.last() {
        one.pop();
        other.pop();
    }
    let same = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    (one.len() - same, other.len() - same)
}

#[test]
fn each_severity_alone_decides_the_exit_status() {
    for letter in checked(FINDINGS) {
        let severity = letter["findings"][0]["severity"].as_str().unwrap();
        let path = letter["path"].as_str().unwrap();
        let status = i32::from(severity == "error");
        Runner::new(["check", path]).run().with_status(status);
    }
}

#[test]
fn every_rule_of_the_pack_has_a_letter_that_it_finds() {
    let pack = load(embedded()).pack;
    // Waivers are not in letters; `waivers.rs` has a file for each rule about them.
    let of_letters = |rule: &&Rule| rule.each.as_ref().is_none_or(|each| each.value != "waiver");
    let rules: BTreeSet<String> = pack
        .rules
        .iter()
        .filter(of_letters)
        .map(|rule| rule.id.value.clone())
        .collect();
    assert!(!rules.is_empty());
    let found: BTreeSet<String> = files_in(FINDINGS)
        .iter()
        .map(|path| rule_in_name(path))
        .collect();
    let without: Vec<_> = rules.difference(&found).collect();
    assert!(
        without.is_empty(),
        "no letter in {FINDINGS} for {without:?}"
    );
}

#[test]
fn every_letter_stands_in_the_readme() {
    let readme = text_of("fixtures/README.md");
    for path in [CONSISTENT, FINDINGS, SILENT, BROKEN]
        .into_iter()
        .flat_map(files_in)
    {
        let name = path.rsplit('/').next().unwrap_or_default();
        let name = name.strip_suffix(".txt").unwrap_or(name);
        assert!(
            readme.contains(&format!("`{name}`")),
            "fixtures/README.md does not tell of {name}"
        );
    }
}

/// What is expected of a damaged letter.
struct Damaged {
    name: &'static str,
    /// Rule and item of each finding.
    findings: &'static [(&'static str, u64)],
    items: usize,
    status: i32,
}

const DAMAGED: [Damaged; 8] = [
    Damaged {
        name: "binary",
        findings: &[],
        items: 0,
        status: 2,
    },
    Damaged {
        name: "cut-off-in-guideline-line",
        findings: &[("letter/part-missing", 2)],
        items: 2,
        status: 1,
    },
    Damaged {
        name: "cut-off-in-rationale",
        findings: &[("decision/no-conclusion", 2)],
        items: 2,
        status: 0,
    },
    Damaged {
        name: "empty",
        findings: &[],
        items: 0,
        status: 2,
    },
    Damaged {
        name: "mixed-line-endings",
        findings: &[],
        items: 2,
        status: 0,
    },
    Damaged {
        name: "only-spaces",
        findings: &[],
        items: 0,
        status: 2,
    },
    Damaged {
        name: "recipe",
        findings: &[("letter/unreadable", 0)],
        items: 0,
        status: 1,
    },
    Damaged {
        name: "several-malformed-items",
        findings: &[
            ("letter/part-missing", 2),
            ("letter/part-missing", 4),
            ("letter/part-missing", 5),
        ],
        items: 5,
        status: 1,
    },
];

#[test]
fn the_damaged_letters_are_those_of_the_folder() {
    let expected = DAMAGED.map(|damaged| format!("{BROKEN}/{}.txt", damaged.name));
    assert_eq!(files_in(BROKEN), expected);
}

#[test]
fn damaged_letters_are_read_as_far_as_they_go() {
    for damaged in DAMAGED {
        let name = damaged.name;
        let path = format!("{BROKEN}/{name}.txt");
        let ended = Runner::new(["check", "--format", "json", &path])
            .run()
            .with_status(damaged.status);
        let letter = &ended.json()["letters"][0];
        let findings: Vec<(&str, u64)> = letter["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|finding| {
                (
                    finding["rule"].as_str().unwrap(),
                    finding["item"].as_u64().unwrap_or(0),
                )
            })
            .collect();
        assert_eq!(findings, damaged.findings, "{name}");
        assert_eq!(
            letter["items"].as_array().unwrap().len(),
            damaged.items,
            "{name}"
        );
        let problems = letter["problems"].as_array().unwrap().len();
        assert_eq!(problems, usize::from(damaged.status == 2), "{name}");
    }
}

//! `imr-lint why`: why each rule fired or stayed silent.

use serde_json::Value;

use crate::runner::Runner;
use crate::samples::{
    BROKEN, CONSISTENT, FINDINGS, bytes_of, checked, files_in, finding_letter, rules_of,
};

fn why(letter: &str, options: &[&str]) -> String {
    Runner::new(["why", letter])
        .with(options)
        .run()
        .with_status(0)
        .transcript()
}

/// The explanation of a letter as JSON.
fn explained(letter: &str, options: &[&str]) -> Value {
    let ended = Runner::new(["why", "--format", "json", letter])
        .with(options)
        .run();
    ended.with_status(0).json()
}

/// All rules of an explanation, those of the letter and those of the items.
fn rules_in(why: &Value) -> Vec<&Value> {
    let of_items = why["items"].as_array().unwrap().iter();
    let of_items = of_items.flat_map(|item| item["rules"].as_array().unwrap());
    of_items.chain(why["letter"].as_array().unwrap()).collect()
}

#[test]
fn a_rule_that_fired_and_the_rest() {
    insta::assert_snapshot!(why(&finding_letter("limit__overturned-above"), &[]));
}

#[test]
fn a_rule_that_fired_for_one_of_several_things() {
    let letter = finding_letter("citation__superseded");
    insta::assert_snapshot!(why(&letter, &["--rule", "citation"]));
}

#[test]
fn a_rule_that_stayed_silent() {
    let letter = finding_letter("item__dose-differs");
    insta::assert_snapshot!(why(&letter, &["--rule", "decision/contradicts-conclusion"]));
}

#[test]
fn a_rule_that_is_undecided() {
    // The front matter is cut off, and with it the day that decides which edition was in force.
    let letter = String::from_utf8(bytes_of(&finding_letter("citation__superseded"))).unwrap();
    let at = letter.find("CLINICAL CASE SUMMARY").unwrap();
    let ended = Runner::new(["why", "-", "--rule", "citation/superseded"])
        .with_input(&letter[at..])
        .run();
    insta::assert_snapshot!(ended.with_status(0).transcript());
}

#[test]
fn all_conditions_of_a_rule() {
    let letter = finding_letter("decision__contradicts-conclusion.upheld-but-necessary");
    insta::assert_snapshot!(why(&letter, &["--rule", "decision", "--all"]));
}

#[test]
fn limits_that_compete() {
    let heading = "Physical therapy, 8 visits, lumbar spine: Upheld";
    let line = "Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical Medicine.";
    let letter = format!(
        "CLINICAL CASE SUMMARY\n\nThe injured worker has radiculitis and myalgia.\n\n\
         IMR ISSUES, DECISIONS AND RATIONALES\n\n{heading}\n\n\
         Claims Administrator guideline: {line}\n\nMAXIMUS guideline: {line}\n\n\
         Rationale: The request is not medically necessary.\n"
    );
    let ended = Runner::new(["why", "-", "--rule", "limit", "--as-of", "2017-02-03"])
        .with_input(letter)
        .run();
    insta::assert_snapshot!(ended.with_status(0).transcript());
}

#[test]
fn one_item_of_several() {
    let letter = format!("{CONSISTENT}/split-requests.txt");
    insta::assert_snapshot!(why(&letter, &["--item", "2", "--rule", "item"]));
}

#[test]
fn a_letter_of_which_nothing_is_read() {
    insta::assert_snapshot!(why(&format!("{BROKEN}/recipe.txt"), &["--rule", "letter"]));
}

#[test]
fn the_json_of_a_rule() {
    let letter = finding_letter("limit__overturned-above");
    let why = explained(&letter, &["--rule", "limit/overturned-above"]);
    insta::assert_snapshot!(
        Runner::new([""; 0])
            .run()
            .scrubbed(&serde_json::to_string_pretty(&why).unwrap())
    );
}

#[test]
fn colour_only_where_it_is_wanted() {
    let letter = finding_letter("item__name-differs");
    let colours = |options: &[&str]| {
        let ended = Runner::new(["why", &letter]).with(options);
        ended.run().with_status(0).stdout
    };
    let coloured = colours(&["--color", "always"]);
    assert!(coloured.contains("\u{1b}[33m⚠ warning[item/name-differs]\u{1b}[0m"));
    assert!(!colours(&["--color", "never"]).contains('\u{1b}'));
    let plain = colours(&[]);
    assert!(!plain.contains('\u{1b}'));
    assert!(plain.contains("    ! warning[item/name-differs] "));
}

#[test]
fn standard_input_is_read_as_a_file_is() {
    let path = finding_letter("item__dose-differs");
    let from_file = Runner::new(["why", &path]).run().stdout.replace(&path, "-");
    let from_input = Runner::new(["why", "-"])
        .with_input(bytes_of(&path))
        .run()
        .with_status(0);
    assert_eq!(from_input.stdout, from_file);
}

#[test]
fn what_fires_is_what_check_finds() {
    for folder in [FINDINGS, CONSISTENT] {
        for path in files_in(folder) {
            let why = explained(&path, &[]);
            let askings = rules_in(&why)
                .into_iter()
                .flat_map(|rule| rule["asked"].as_array().unwrap());
            let mut fired: Vec<&Value> = askings
                .filter(|asking| asking["truth"] == "true")
                .map(|asking| &asking["finding"]["fingerprint"])
                .collect();
            let letters = checked(&path);
            let findings = letters[0]["findings"].as_array().unwrap().iter();
            let mut found: Vec<&Value> = findings.map(|finding| &finding["fingerprint"]).collect();
            fired.sort_by_key(|fingerprint| fingerprint.as_str());
            found.sort_by_key(|fingerprint| fingerprint.as_str());
            assert_eq!(fired, found, "{path}: {:?}", rules_of(&letters[0]));
        }
    }
}

#[test]
fn every_rule_that_is_asked_says_what_decided() {
    for path in files_in(FINDINGS).into_iter().chain(files_in(CONSISTENT)) {
        let why = explained(&path, &[]);
        for rule in rules_in(&why) {
            for asking in rule["asked"].as_array().unwrap() {
                let condition = &asking["condition"];
                assert_eq!(condition["decided"], true);
                assert_eq!(condition["truth"], asking["truth"]);
                let silent = leaves(condition).into_iter().find(|leaf| {
                    leaf["words"].as_array().unwrap().is_empty() && leaf["reason"].is_null()
                });
                assert_eq!(silent, None, "{path}: {} has no ground", rule["rule"]);
            }
        }
    }
}

/// The predicates of a condition.
fn leaves(condition: &Value) -> Vec<&Value> {
    let parts = condition["parts"].as_array().unwrap();
    if parts.is_empty() {
        return vec![condition];
    }
    parts.iter().flat_map(leaves).collect()
}

#[test]
fn an_item_that_is_not_there_is_refused_with_their_number() {
    let refused = |letter: &str, item: &str| {
        let ended = Runner::new(["why", letter, "--item", item]).run();
        let ended = ended.with_status(2);
        assert_eq!(ended.stdout, "");
        ended.stderr
    };
    let letter = finding_letter("item__dose-differs");
    let none = format!("{BROKEN}/recipe.txt");
    insta::assert_snapshot!(refused(&letter, "9") + &refused(&letter, "0") + &refused(&none, "1"));
}

#[test]
fn an_unknown_rule_is_refused_with_the_nearest() {
    let letter = finding_letter("item__dose-differs");
    let ended = Runner::new(["why", &letter, "--rule", "item/dose-difers"]).run();
    let ended = ended.with_status(2);
    assert_eq!(ended.stdout, "");
    assert_eq!(
        ended.stderr,
        "error: no rule or group is called `item/dose-difers`\nhelp: did you mean `item/dose-differs`?\n"
    );
}

#[test]
fn a_rule_about_the_letter_is_refused_for_an_item() {
    let letter = finding_letter("item__dose-differs");
    let options = ["--item", "1", "--rule", "letter/date-order"];
    let ended = Runner::new(["why", &letter]).with(options).run();
    let ended = ended.with_status(2);
    assert_eq!(
        ended.stderr,
        "error: no rule of `letter/date-order` is asked of an item\n\
         help: it is about the letter as a whole; leave out --item\n"
    );
}

#[test]
fn a_letter_that_cannot_be_read_is_an_error() {
    for letter in [
        format!("{BROKEN}/binary.txt"),
        "no/such/letter.txt".to_owned(),
    ] {
        let ended = Runner::new(["why", &letter]).run().with_status(2);
        assert_eq!(ended.stdout, "");
        assert!(ended.stderr.starts_with(&format!("error: {letter}: ")));
    }
}

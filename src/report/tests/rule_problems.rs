use std::sync::Arc;

use super::PLAIN;
use crate::report::rule_problems::{render_problem_concise, render_problem_full};
use crate::rules::problem::{RuleFile, RulePlace, RuleProblem};
use crate::span::SourceSpan;

const LIMITS: &str = "\
limits:
  - id: acupuncture-trial
    title: Trial of acupuncture
    treatments: [acupunture]
    trial: 3..6 visits
";

fn file(name: &str, text: &str) -> Arc<RuleFile> {
    Arc::new(RuleFile {
        name: name.to_owned(),
        text: text.to_owned().into(),
    })
}

fn place(file: &Arc<RuleFile>, words: &str, note: &str) -> (RulePlace, String) {
    let start = file.text.find(words).unwrap();
    let span = SourceSpan {
        start,
        end: start + words.len(),
    };
    let place = RulePlace {
        file: Arc::clone(file),
        span,
    };
    (place, note.to_owned())
}

fn both_forms(problem: &RuleProblem) -> String {
    let mut out = String::new();
    render_problem_full(&mut out, problem, &PLAIN).unwrap();
    render_problem_concise(&mut out, problem).unwrap();
    out
}

#[test]
fn one_place() {
    let limits = file("rules/limits.yaml", LIMITS);
    insta::assert_snapshot!(both_forms(&RuleProblem {
        message: "no treatment is called `acupunture`".to_owned(),
        places: vec![place(&limits, "acupunture", "named here")],
        help: Some("did you mean `acupuncture`?".to_owned()),
    }));
}

#[test]
fn two_places_in_two_files() {
    let limits = file("rules/limits.yaml", LIMITS);
    let mine = file("mine/limits.yaml", "limits:\n  - id: acupuncture-trial\n");
    insta::assert_snapshot!(both_forms(&RuleProblem {
        message: "the id `acupuncture-trial` is given twice".to_owned(),
        places: vec![
            place(&mine, "acupuncture-trial", "given again here"),
            place(&limits, "acupuncture-trial", "first given here"),
        ],
        help: None,
    }));
}

#[test]
fn two_places_in_one_file() {
    let limits = file("rules/limits.yaml", LIMITS);
    insta::assert_snapshot!(both_forms(&RuleProblem {
        message: "the limit does not fit its treatment".to_owned(),
        places: vec![
            place(&limits, "3..6 visits", "a number of visits"),
            place(
                &limits,
                "acupunture",
                "this treatment is not counted in visits"
            ),
        ],
        help: None,
    }));
}

#[test]
fn no_place_at_all() {
    insta::assert_snapshot!(both_forms(&RuleProblem {
        message: "the folder rules/ holds no rule".to_owned(),
        places: Vec::new(),
        help: Some("give another folder with --rules".to_owned()),
    }));
}

#![allow(clippy::unwrap_used)]
use super::*;
use crate::rules::embedded;
use crate::rules::load;
use crate::rules::problem::RuleFile;

/// The outcome of each test of a rule that fires when an item is upheld.
fn outcomes(tests: &str) -> Vec<Outcome> {
    let mut files = embedded();
    files.push(RuleFile {
        name: "draft.yaml".to_owned(),
        text: format!(
            "rules:\n  - id: draft/upheld\n    severity: warning\n    when: {{ decision: upheld }}\n    message: fires\n    \
             explain: It fires.\n    tests:\n{tests}"
        ).into(),
    });
    let loaded = load(files);
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    let (linter, problems) = Linter::new(loaded.pack);
    assert!(problems.is_empty(), "{problems:?}");
    let results = linter.run_tests().into_iter();
    results
        .filter(|result| result.entry == "draft/upheld")
        .map(|result| result.outcome)
        .collect()
}

/// The fault of a single test, as it is reported.
fn fault(test: &str) -> String {
    let outcomes = outcomes(&format!("      - {{ name: n, {test} }}\n"));
    match &outcomes[0] {
        Outcome::Failed(faults) => faults.iter().map(ToString::to_string).collect(),
        other => format!("{other:?}"),
    }
}

#[test]
fn a_test_passes_when_the_words_are_labelled_too() {
    let test = "decision: upheld, expect: [draft/upheld], labels: [Upheld]";
    assert_eq!(fault(test), "Passed");
}

#[test]
fn faults_have_names_and_tell_what_came_instead() {
    assert_eq!(
        fault("decision: overturned, expect: [draft/upheld]"),
        "missing: draft/upheld should have fired and did not: decision: upheld is false"
    );
    assert_eq!(
        fault("decision: upheld, silent: [draft/upheld]"),
        "noisy: draft/upheld: fires"
    );
    assert_eq!(
        fault("decision: upheld, expect: [draft/upheld], labels: [Upheld, Magnetic  resonance]"),
        "wrong-place: no label covers \"Magnetic  resonance\"; the labels cover \"Upheld\""
    );
    assert_eq!(
        fault("decision: upheld, expect: [draft/upheld, limit/overturned-above]"),
        "unreachable: limit/overturned-above is not asked: no limit governs this item"
    );
    assert_eq!(
        fault("letter: Dear reader, expect: [draft/upheld]"),
        "unreachable: draft/upheld is not asked: the letter has no item"
    );
    assert_eq!(
        fault("decision: upheld, expect: [draft/upheld, waiver/unused]"),
        "unreachable: waiver/unused is not asked: waivers stand in a file of their own"
    );
}

#[test]
fn the_tests_of_an_entry_must_show_both_sides() {
    let test = |decision: &str, side: &str| {
        format!("      - {{ name: n, decision: {decision}, {side}: [draft/upheld] }}\n")
    };
    let fires = test("upheld", "expect");
    let silent = test("overturned", "silent");
    assert_eq!(outcomes(&fires), [Outcome::Passed, Outcome::NeverSilent]);
    assert_eq!(outcomes(&silent), [Outcome::Passed, Outcome::NeverFires]);
    assert_eq!(
        outcomes(&(fires + &silent)),
        [Outcome::Passed, Outcome::Passed]
    );
}

#[test]
fn a_limit_that_does_not_govern_the_letter_of_its_test_is_not_reached() {
    let mut files = embedded();
    for file in &mut files {
        let text = file.text.replace(
            "      - name: seven visits as a first course are above it\n",
            "      - name: no item asks for it\n        heading: Chiropractic treatment 19 visits\n        decision: overturned\n        \
             expect: [limit/overturned-above]\n        \
             reviewer_guideline: \"Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Manual \
             therapy & manipulation.\"\n      - name: seven visits as a first course are above it\n",
        );
        file.text = text.into();
    }
    let (linter, _) = Linter::new(load(files).pack);
    let failed: Vec<_> = linter
        .run_tests()
        .into_iter()
        .filter(|result| result.entry == "acupuncture-trial" && result.outcome != Outcome::Passed)
        .collect();
    assert_eq!(failed.len(), 1);
    let because = "no item asks for its treatment".to_owned();
    let entry = "acupuncture-trial".to_owned();
    let unreachable = Fault::Unreachable { entry, because };
    assert_eq!(failed[0].outcome, Outcome::Failed(vec![unreachable]));
}

#![allow(clippy::unwrap_used)]
use super::*;
use crate::finding::{Finding, Severity};
use crate::rules::problem::RuleFile;

const ONE: &str = "\
waivers:
  - fingerprint: 0123456789abcdef
    case_number: CM16-0000001
    reason: It was sent as an addendum.
    approver: A. Reviewer
    expires: 2026-12-31
  - { rule: item/arithmetic, case_number: cm16-0000001, item: 2, reason: r, approver: a, expires: 2026-12-31 }
  - { rule: letter/credentials, case_number: CM16-0000001, item: letter, reason: r, approver: a, expires: 2026-12-31 }
";

const RULES: [&str; 2] = ["item/arithmetic", "letter/credentials"];

fn read(text: &str) -> Result<Vec<Waiver>, Vec<String>> {
    let file = RuleFile {
        name: "w.yaml".to_owned(),
        text: text.to_owned().into(),
    };
    from_file(file).map_err(|problems| {
        let shown = problems.into_iter().map(|problem| {
            let help = problem.help.as_ref().map(|help| format!(" ({help})"));
            format!("{problem}{}", help.unwrap_or_default())
        });
        shown.collect()
    })
}

fn finding(rule: &str, item: Option<usize>, fingerprint: &str) -> Finding {
    Finding {
        rule: rule.to_owned(),
        severity: Severity::Error,
        item,
        message: String::new(),
        labels: Vec::new(),
        help: None,
        source: None,
        fingerprint: fingerprint.to_owned(),
    }
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The faults of each waiver after these letters were checked.
fn faults(waivers: &[Waiver], today: &str, letters: &[(&str, Vec<Finding>)]) -> Vec<Vec<Fault>> {
    let mut register = Register::new(waivers, &RULES, day(today));
    for (case_number, findings) in letters {
        register.sort(Some(case_number), findings.clone());
    }
    let judgements = register.judgements().into_iter();
    judgements.map(|judgement| judgement.faults).collect()
}

#[test]
fn a_finding_is_waived_by_its_fingerprint_or_by_rule_letter_and_item() {
    let waivers = read(ONE).unwrap();
    let mut register = Register::new(&waivers, &RULES, day("2026-12-31"));
    let findings = vec![
        finding("decision/no-conclusion", Some(1), "0123456789abcdef"),
        finding("item/arithmetic", Some(1), "1"),
        finding("item/arithmetic", Some(2), "2"),
        finding("item/arithmetic", Some(2), "3"),
        finding("letter/credentials", None, "4"),
    ];
    let (kept, waived) = register.sort(Some(" CM16-0000001"), findings.clone());
    assert_eq!(kept, [findings[1].clone()]);
    let by: Vec<String> = waived
        .iter()
        .map(|waived| waived.waiver.of.to_string())
        .collect();
    assert_eq!(
        by,
        [
            "the finding 0123456789abcdef",
            "item/arithmetic in item 2 of cm16-0000001",
            "item/arithmetic in item 2 of cm16-0000001",
            "letter/credentials in CM16-0000001 as a whole",
        ]
    );
    for case_number in [Some("CM16-0000002"), None] {
        let (kept, waived) = register.sort(case_number, findings.clone());
        assert_eq!((kept.len(), waived.len()), (5, 0), "{case_number:?}");
    }
}

#[test]
fn a_waiver_holds_until_the_end_of_its_last_day() {
    let waivers = read(ONE).unwrap();
    let none: [Fault; 0] = [];
    assert_eq!(faults(&waivers, "2026-12-31", &[]), [none, none, none]);
    let expired = [Fault::Expired];
    assert_eq!(faults(&waivers, "2027-01-01", &[]), [expired; 3]);
}

#[test]
fn a_waiver_is_unused_when_its_letter_was_checked_and_it_waived_nothing() {
    let waivers = read(ONE).unwrap();
    let other = ("CM16-0000002", Vec::new());
    let none: [Fault; 0] = [];
    assert_eq!(faults(&waivers, "2026-06-01", &[other]), [none; 3]);
    let letter = vec![finding("item/arithmetic", Some(2), "2")];
    let checked = faults(&waivers, "2026-06-01", &[("CM16-0000001", letter)]);
    assert_eq!(
        checked,
        [vec![Fault::Unused], Vec::new(), vec![Fault::Unused]]
    );
    let nowhere = read(&ONE.replace("    case_number: CM16-0000001\n", "")).unwrap();
    let checked = faults(&nowhere, "2026-06-01", &[("CM16-0000001", Vec::new())]);
    assert_eq!(checked[0], none, "its letter is not known");
}

#[test]
fn a_waiver_with_a_fault_has_no_effect_and_all_its_faults_are_told() {
    let text = ONE
        .replace("item/arithmetic", "item/arithmetics")
        .replace("reason: r, ", "")
        .replace("    reason: It was sent as an addendum.\n", "    reason:\n");
    let waivers = read(&text).unwrap();
    let letter = vec![
        finding("decision/no-conclusion", Some(1), "0123456789abcdef"),
        finding("letter/credentials", None, "4"),
    ];
    let mut register = Register::new(&waivers, &RULES, day("2027-01-01"));
    let (kept, _) = register.sort(Some("CM16-0000001"), letter);
    assert_eq!(kept.len(), 2);
    let judgements = register.judgements();
    let void = [Fault::NoReason, Fault::Expired];
    assert_eq!(judgements[0].faults, void);
    assert_eq!(
        judgements[1].faults,
        [Fault::NoReason, Fault::UnknownRule, Fault::Expired]
    );
    assert_eq!(judgements[1].nearest, Some("item/arithmetic"));
    assert_eq!(judgements[2].faults, void);
}

#[test]
fn a_fingerprint_of_digits_alone_is_one() {
    let text = ONE.replace("0123456789abcdef", "1234567890123456");
    let of = WaiverOf::Finding {
        fingerprint: "1234567890123456".to_owned(),
        case_number: Some("CM16-0000001".to_owned()),
    };
    assert_eq!(read(&text).unwrap()[0].of, of);
}

#[test]
fn a_file_without_waivers_is_one() {
    assert_eq!(read("waivers: []"), Ok(Vec::new()));
}

#[test]
fn every_mistake_is_told() {
    let text = "\
waivers:
  - { reason: r, approver: a, expires: 2026-12-31 }
  - { fingerprint: 0123456789ABCDEF, rule: item/arithmetic, approver: a, expires: 2026-12 }
  - { fingerprnt: 0123456789abcdef, approver: a, expires: 2026-02-30 }
  - { rule: item/arithmetic, item: all, reson: r, expires: 2026-12-31 }
  - { rule: item/arithmetic, case_number: CM1, item: 0, approver: '', expires: 2026-12-31 }
  - { rule: item/arithmetic, case_number: CM1, item: 1, approver: a, expires: 2026-12-31 }
  - { rule: item/arithmetic, case_number: cm1, item: 1, approver: a, expires: 2026-11-30 }
waiver: []
";
    insta::assert_snapshot!(read(text).unwrap_err().join("\n"));
}

#[test]
fn a_file_of_another_kind_is_told() {
    let texts = ["", "- a", "waivers: all", "waivers:\n\t- a", "rules: []"];
    let told = texts.map(|text| read(text).unwrap_err().join("\n"));
    insta::assert_snapshot!(told.join("\n"));
}

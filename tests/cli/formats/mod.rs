//! The formats for other programs, as they are written. What these programs make of them, `tests/readers` tells.

mod stats;

use crate::runner::{Ended, Runner};
use crate::samples::{BROKEN, bytes_of, finding_letter, folder_with, write};

/// A waiver of one finding of the letters below, and one of nothing.
const WAIVERS: &str = "\
waivers:
  - rule: decision/no-conclusion
    case_number: CM16-9900120
    item: 1
    reason: The conclusion was sent as an addendum.
    approver: A. Reviewer
    expires: 2026-12-31
  - { rule: item/no-such, case_number: CM16-9900120, item: 1, reason: r, approver: a, expires: 2026-12-31 }
";

/// A run over a letter with an error, a letter whose finding is waived, one whose finding the baseline knows, and a file
/// that is no letter.
fn report(format: &str) -> Ended {
    let folder = folder_with(&[("imr-lint.waivers.yaml", WAIVERS)]);
    let letters = folder.path().join("letters");
    for name in [
        "citation__superseded",
        "decision__no-conclusion",
        "letter__credentials",
    ] {
        let bytes = bytes_of(&finding_letter(name));
        write(&letters.join(format!("{name}.txt")), &bytes);
    }
    let binary = bytes_of(&format!("{BROKEN}/binary.txt"));
    write(&letters.join("no letter.txt"), &binary);
    let known = "letters/letter__credentials.txt";
    let arguments = ["baseline", "write", known, "--output", "known.jsonl"];
    let in_folder = |arguments: &[&str]| {
        let runner = Runner::new(arguments.iter().copied());
        runner.in_folder(folder.path()).run()
    };
    in_folder(&arguments).with_status(0);
    let arguments = [
        "check",
        "letters",
        "--baseline",
        "known.jsonl",
        "--today",
        "2026-11-22",
        "--format",
        format,
    ];
    in_folder(&arguments).with_status(2)
}

#[test]
fn sarif() {
    let ended = report("sarif");
    let mut log = ended.json();
    let run = &mut log["runs"][0];
    // What the pack holds is not part of the format; one of each shows its form.
    for list in ["/tool/driver/rules", "/taxonomies/0/taxa"] {
        let list = run.pointer_mut(list).and_then(|list| list.as_array_mut());
        list.expect("it is a list").truncate(1);
    }
    run["tool"]["driver"]["semanticVersion"] = "[VERSION]".into();
    run["tool"]["driver"]["properties"]["packVersion"] = "[PACK VERSION]".into();
    for result in run["results"].as_array_mut().expect("results are listed") {
        result["ruleIndex"] = "[N]".into();
        let taxa = result.get_mut("taxa").and_then(|taxa| taxa.as_array_mut());
        for taxon in taxa.into_iter().flatten() {
            taxon["index"] = "[N]".into();
        }
    }
    let pretty = serde_json::to_string_pretty(&log).unwrap();
    insta::assert_snapshot!(ended.scrubbed(&pretty));
}

#[test]
fn github() {
    insta::assert_snapshot!(report("github").stdout);
}

#[test]
fn gitlab() {
    let pretty = serde_json::to_string_pretty(&report("gitlab").json()).unwrap();
    insta::assert_snapshot!(pretty);
}

#[test]
fn junit() {
    insta::assert_snapshot!(report("junit").stdout);
}

#[test]
fn csv() {
    insta::assert_snapshot!(report("csv").stdout.replace("\r\n", "␍\n"));
}

#[test]
fn markdown() {
    insta::assert_snapshot!(report("markdown").stdout);
}

#[test]
fn json_lines_end_with_the_run() {
    let ended = report("jsonl");
    let lines: Vec<&str> = ended.stdout.lines().collect();
    assert_eq!(lines.len(), 5);
    assert!(
        lines
            .iter()
            .all(|line| line.starts_with("{\"schema\":\"imr-lint/1\","))
    );
    insta::assert_snapshot!(ended.scrubbed(lines[4]));
}

#[test]
fn the_ending_of_a_file_tells_its_format() {
    let folder = folder_with(&[("a.txt", bytes_of(&finding_letter("citation__superseded")))]);
    let names = ["a.sarif", "a.ndjson", "a.csv", "a.parquet", "a.XML", "a.md"];
    let outputs = names.iter().flat_map(|name| ["--output", name]);
    let arguments = ["check", "a.txt"].into_iter().chain(outputs);
    let arguments = arguments.chain(["--output", "gitlab=quality.json"]);
    let ended = Runner::new(arguments).in_folder(folder.path()).run();
    assert_eq!(ended.with_status(1).stdout, "");
    let beginning = |name: &str| {
        let bytes = std::fs::read(folder.path().join(name)).unwrap();
        String::from_utf8_lossy(&bytes[..4]).into_owned()
    };
    let begun = names.map(beginning);
    assert_eq!(begun, ["{\"$s", "{\"sc", "row,", "PAR1", "<?xm", "## i"]);
    assert_eq!(beginning("quality.json"), "[\n{\"");
}

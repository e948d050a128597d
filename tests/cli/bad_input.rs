//! Paths that hold no letter: said out loud with status 2, and everything else is checked all the same.

use crate::runner::Runner;
use crate::samples::{BROKEN, bytes_of, finding_letter, folder_with};

fn letter() -> Vec<u8> {
    bytes_of(&finding_letter("citation__superseded"))
}

#[test]
fn a_missing_file_does_not_keep_others_from_being_checked() {
    let folder = folder_with(&[("letter.txt", letter())]);
    for paths in [["missing.txt", "letter.txt"], ["letter.txt", "missing.txt"]] {
        let ended = Runner::new(["check", "--format", "concise"])
            .with(paths)
            .in_folder(folder.path())
            .run();
        let ended = ended.with_status(2);
        assert_eq!(ended.rules(), ["citation/superseded"]);
        assert!(
            ended
                .stdout
                .contains("missing.txt: error: cannot be read: "),
            "{}",
            ended.stdout
        );
        assert!(
            ended
                .stdout
                .ends_with("2 letters (1 could not be read), 1 item: 1 error\n"),
            "{}",
            ended.stdout
        );
    }
}

#[test]
fn a_missing_file_in_the_json_report() {
    let folder = folder_with(&[("letter.txt", letter())]);
    let runner = Runner::new(["check", "--format", "json", "missing.txt", "letter.txt"]);
    let report = runner.in_folder(folder.path()).run().with_status(2).json();
    let [missing, checked] = report["letters"].as_array().unwrap().as_slice() else {
        panic!("two letters: {report}")
    };
    assert_eq!(missing["path"], "missing.txt");
    assert_eq!(missing["problems"].as_array().unwrap().len(), 1);
    assert_eq!(checked["problems"].as_array().unwrap().len(), 0);
    assert_eq!(checked["findings"].as_array().unwrap().len(), 1);
    assert_eq!(report["summary"]["letters"], 2);
    assert_eq!(report["summary"]["errors"], 1);
}

#[test]
fn a_document_in_another_format_is_no_clean_pass() {
    let folder = folder_with(&[
        ("a.pdf", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n".to_vec()),
        ("b.docx", b"PK\x03\x04\x14\x00\x06\x00".to_vec()),
        ("c.txt", letter()),
    ]);
    let ended = Runner::new(["check", "."])
        .in_folder(folder.path())
        .run()
        .with_status(2);
    insta::assert_snapshot!(ended.transcript());
}

#[test]
fn a_pdf_with_the_name_of_a_text_is_no_text() {
    let folder = folder_with(&[("a.txt", b"%PDF-1.4\nstream\n")]);
    let ended = Runner::new(["check", "--format", "concise", "a.txt"])
        .in_folder(folder.path())
        .run();
    assert!(
        ended
            .with_status(2)
            .stdout
            .starts_with("a.txt: error: this is a PDF file")
    );
}

#[test]
fn a_folder_without_letters_is_no_clean_pass() {
    let folder = folder_with(&[("notes/README.md", "nothing here")]);
    let ended = Runner::new(["check", "notes"])
        .in_folder(folder.path())
        .run()
        .with_status(2);
    insta::assert_snapshot!(ended.transcript());
}

#[test]
fn a_glob_without_letters_is_no_clean_pass() {
    let folder = folder_with(&[("letter.txt", letter())]);
    for (glob, complaint) in [
        ("*.text", "*.text: error: holds no letters"),
        ("[.txt", "[.txt: error: is no valid glob: "),
    ] {
        let ended = Runner::new(["check", "--format", "concise", glob])
            .in_folder(folder.path())
            .run();
        let ended = ended.with_status(2);
        assert!(ended.stdout.starts_with(complaint), "{}", ended.stdout);
    }
}

#[test]
fn nothing_on_standard_input_is_no_clean_pass() {
    let ended = Runner::new(["check", "--format", "concise", "-"])
        .run()
        .with_status(2);
    assert!(
        ended.stdout.starts_with("-: error: there is no text in it"),
        "{}",
        ended.stdout
    );
}

#[test]
fn a_file_over_the_size_is_refused_and_others_are_checked() {
    let mut large = letter();
    large.resize(2 * 1024 * 1024, b' ');
    let folder = folder_with(&[("large.txt", large), ("letter.txt", letter())]);
    let check = |options: &[&str]| {
        let runner = Runner::new(["check", "--format", "concise", "."]).with(options);
        runner.in_folder(folder.path()).run()
    };
    let refused = check(&["--max-size", "1"]).with_status(2);
    assert_eq!(refused.rules(), ["citation/superseded"]);
    assert!(
        refused
            .stdout
            .contains("large.txt: error: is larger than 1 MiB"),
        "{}",
        refused.stdout
    );
    for options in [&["--max-size", "2"][..], &[]] {
        assert_eq!(
            check(options).with_status(1).rules(),
            ["citation/superseded"; 2]
        );
    }
}

#[test]
fn a_size_that_is_no_number_is_refused() {
    for size in ["-1", "1.5", "much"] {
        let ended = Runner::new(["check", ".", &format!("--max-size={size}")])
            .run()
            .with_status(2);
        assert!(ended.stderr.contains("--max-size"), "{}", ended.stderr);
    }
}

#[test]
fn usage_that_is_wrong_is_told_with_what_would_be_right() {
    let told = |arguments: &[&str]| Runner::new(arguments).run().with_status(2).transcript();
    insta::assert_snapshot!(
        [
            told(&["check"]),
            told(&["chekc"]),
            told(&["check", "--formt", "json", "a.txt"])
        ]
        .join("\n")
    );
}

#[test]
fn inspect_needs_a_letter() {
    let inspect = |path: &str| Runner::new(["inspect", path]).run().with_status(2);
    for path in [
        "missing.txt",
        "fixtures",
        &format!("{BROKEN}/empty.txt"),
        &format!("{BROKEN}/binary.txt"),
    ] {
        let ended = inspect(path);
        assert_eq!(ended.stdout, "");
        assert!(
            ended.stderr.starts_with(&format!("error: {path}: ")),
            "{}",
            ended.stderr
        );
    }
}

//! `imr-lint inspect`: what was read from a letter.

use encoding_rs::WINDOWS_1252;

use crate::runner::Runner;
use crate::samples::{BROKEN, CONSISTENT, FINDINGS, bytes_of, files_in, finding_letter};

fn inspected(path: &str) -> String {
    Runner::new(["inspect", path])
        .run()
        .with_status(0)
        .transcript()
}

#[test]
fn a_limit_that_applies() {
    insta::assert_snapshot!(inspected(&finding_letter("limit__overturned-above")));
}

#[test]
fn split_requests() {
    insta::assert_snapshot!(inspected(&format!("{CONSISTENT}/split-requests.txt")));
}

#[test]
fn a_letter_of_2013() {
    insta::assert_snapshot!(inspected(&format!("{CONSISTENT}/numbered-notice.txt")));
}

#[test]
fn items_with_parts_missing() {
    insta::assert_snapshot!(inspected(&format!("{BROKEN}/several-malformed-items.txt")));
}

#[test]
fn no_letter_at_all() {
    insta::assert_snapshot!(inspected(&format!("{BROKEN}/recipe.txt")));
}

#[test]
fn json_is_that_of_check() {
    for path in [
        finding_letter("item__dose-differs"),
        format!("{CONSISTENT}/labels-in-rows.txt"),
    ] {
        let inspected = Runner::new(["inspect", "--format", "json", &path])
            .run()
            .with_status(0);
        let checked = Runner::new(["check", "--format", "json", &path]).run();
        assert_eq!(inspected.stdout, checked.stdout, "{path}");
    }
}

#[test]
fn the_text_is_that_of_the_file_byte_for_byte() {
    for path in [FINDINGS, CONSISTENT, BROKEN]
        .into_iter()
        .flat_map(files_in)
    {
        let ended = Runner::new(["inspect", "--text", &path]).run();
        if ended.status == Some(2) {
            assert!(path.starts_with(BROKEN), "{}", ended.transcript());
            continue;
        }
        let bytes = bytes_of(&path);
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => WINDOWS_1252
                .decode_without_bom_handling(error.as_bytes())
                .0
                .into_owned(),
        };
        assert_eq!(ended.stdout, text, "{path}");
    }
}

#[test]
fn the_text_comes_without_its_byte_order_mark() {
    let ended = Runner::new(["inspect", "--text", "-"])
        .with_input("\u{feff}A letter\r\n\u{c}of two pages")
        .run();
    assert_eq!(ended.with_status(0).stdout, "A letter\r\n\u{c}of two pages");
}

#[test]
fn standard_input_is_read_as_a_file_is() {
    let path = finding_letter("limit__overturned-above");
    let from_file = Runner::new(["inspect", &path])
        .run()
        .stdout
        .replace(&path, "-");
    let from_input = Runner::new(["inspect", "-"])
        .with_input(bytes_of(&path))
        .run()
        .with_status(0);
    assert_eq!(from_input.stdout, from_file);
}

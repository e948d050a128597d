//! Files that are damaged, or made to do damage.

use super::{MAIN, document, extract, package, read, refusal};

#[test]
fn a_part_that_unpacks_to_very_much_is_refused() {
    let mut bomb = document("<w:p/>").into_bytes();
    bomb.resize(65 * 1024 * 1024, b' ');
    let archive = package(&[(MAIN, &bomb)]);
    assert!(archive.len() < 1024 * 1024);
    let refusal = extract(&archive).unwrap_err().to_string();
    assert!(refusal.contains("unpacks to more than 64 MiB"), "{refusal}");
}

#[test]
fn more_text_than_a_letter_has_is_refused() {
    let paragraph = format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "word ".repeat(1000));
    let refusal = refusal(&document(&paragraph.repeat(2000)));
    assert!(refusal.contains("more than 8 MiB of text"), "{refusal}");
}

#[test]
fn deep_nesting_is_refused() {
    for deep in ["<w:p>", "<w:tbl><w:tr><w:tc>", "<x>"] {
        let refusal = refusal(&document(&deep.repeat(100_000)));
        assert!(refusal.contains("nested more than 256 deep"), "{refusal}");
    }
}

#[test]
fn many_attributes_and_namespaces_do_no_harm() {
    let many = |prefix: &str| {
        (0..100_000).fold(String::new(), |all, at| format!("{all} {prefix}{at}=\"1\""))
    };
    let attributes = many("a");
    assert_eq!(
        read(&format!(
            "<w:p{attributes}><w:r><w:t{attributes}>a</w:t></w:r></w:p>"
        )),
        "a\n"
    );
    let refusal = refusal(&document(&format!("<w:p{}/>", many("xmlns:n"))));
    assert!(refusal.contains("it is damaged"), "{refusal}");
}

#[test]
fn damage_is_told_with_what_to_do() {
    for (xml, told) in [
        (
            document("<w:p>").replace("</w:body></w:document>", ""),
            "its text breaks off",
        ),
        (document("<w:p></w:r>"), "it is damaged"),
        (
            document("<w:p>&unknown;</w:p>"),
            "&unknown; stands for nothing",
        ),
        ("<w:document/>".to_owned(), "no text part"),
        (document("<w:altChunk/>"), "in another file"),
        (
            document("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>"),
            "a field in it has no end",
        ),
    ] {
        let refusal = refusal(&xml);
        assert!(
            refusal.starts_with("this is a Word file (DOCX), but ") && refusal.contains(told),
            "{refusal}"
        );
        assert!(refusal.contains("open it in Word"), "{refusal}");
    }
}

#[test]
fn an_archive_without_a_document_is_refused() {
    let refusal = extract(&package(&[("other.xml", b"<a/>")]))
        .unwrap_err()
        .to_string();
    assert!(
        refusal.contains("it has no part word/document.xml"),
        "{refusal}"
    );
    assert!(extract(b"PK\x03\x04").is_err());
}

//! Documents that unpack or draw far more than they hold, and structures that lead nowhere.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::{assert_refused, read, text};

/// A document of these objects, numbered from 1; the first is the catalog. There is no table of objects, which makes the
/// library look for them.
fn document(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    for (number, object) in (1..).zip(objects) {
        writeln!(bytes, "{number} 0 obj").unwrap();
        bytes.extend_from_slice(object);
        bytes.extend_from_slice(b"\nendobj\n");
    }
    bytes.extend_from_slice(b"trailer\n<< /Root 1 0 R >>\n");
    bytes
}

/// A document of one page with the resources, followed by these objects, numbered from 4; the first is the content.
fn page(resources: &str, objects: &[Vec<u8>]) -> Vec<u8> {
    let head = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << {resources} >> >>"
        ),
    ];
    let mut all: Vec<Vec<u8>> = head.into_iter().map(String::into_bytes).collect();
    all.extend_from_slice(objects);
    document(&all)
}

fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
    let mut bytes = format!("<< {dictionary} /Length {} >>\nstream\n", data.len()).into_bytes();
    bytes.extend_from_slice(data);
    bytes.extend_from_slice(b"\nendstream");
    bytes
}

fn deflated(data: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(data).unwrap();
    encoder.finish().unwrap()
}

const HELVETICA: &str = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";
const HELLO: &[u8] = b"BT /F 12 Tf 72 700 Td (Decision rationale: none.) Tj ET";

#[test]
fn a_page_written_by_hand() {
    assert_eq!(
        text(&page(HELVETICA, &[stream("", HELLO)])),
        "Decision rationale: none.\n"
    );
}

#[test]
fn a_page_that_unpacks_to_more_than_a_page() {
    let bomb = deflated(&vec![b' '; 129 << 20]);
    assert!(bomb.len() < 1 << 20);
    assert_refused(
        &page(HELVETICA, &[stream("/Filter /FlateDecode", &bomb)]),
        "unpacks to more than 128 MB",
    );
    let twice = deflated(&bomb);
    let filters = "/Filter [/FlateDecode /FlateDecode]";
    assert_refused(
        &page(HELVETICA, &[stream(filters, &twice)]),
        "unpacks to more than 128 MB",
    );
    let large = deflated(&vec![b' '; 3 << 20]);
    assert_refused(
        &page(HELVETICA, &[stream("/Filter /FlateDecode", &large)]),
        "page 1 shows far more",
    );
}

#[test]
fn a_structure_that_unpacks_to_more_than_a_structure() {
    let bomb = stream(
        "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode",
        &deflated(&vec![b'1'; 9 << 20]),
    );
    assert_refused(
        &page(HELVETICA, &[stream("", HELLO), bomb]),
        "its structure unpacks to more than 8 MB",
    );
}

#[test]
fn entries_of_no_length() {
    let endless = stream(
        "/Type /XRef /W [0 0 0] /Index [0 4294967295] /Size 10 /Root 1 0 R",
        b"x",
    );
    let mut bytes = page(HELVETICA, &[stream("", HELLO), endless]);
    let at = bytes
        .windows(7)
        .rposition(|window| window == b"5 0 obj")
        .unwrap();
    write!(bytes, "startxref\n{at}\n%%EOF\n").unwrap();
    assert_refused(&bytes, "it is damaged");
}

/// Drawings of which each draws the next ten times.
#[test]
fn drawings_of_drawings() {
    let mut objects = vec![stream("", b"/X5 Do")];
    for number in 5..40 {
        let next = number + 1;
        let content = format!("/X{next} Do ").repeat(10);
        let head = format!(
            "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X{next} {next} 0 R >> >>"
        );
        objects.push(stream(&head, content.as_bytes()));
    }
    assert_refused(
        &page("/XObject << /X5 5 0 R >>", &objects),
        "page 1 shows far more than a page of a letter",
    );
}

#[test]
fn drawings_of_each_other() {
    let head = |other: usize| {
        format!(
            "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {other} 0 R >> >>"
        )
    };
    let draw_twice = b"/X Do /X Do";
    let objects = [
        stream("", b"/X Do"),
        stream(&head(6), draw_twice),
        stream(&head(5), draw_twice),
    ];
    assert!(read(&page("/XObject << /X 5 0 R >>", &objects)).is_err());
}

#[test]
fn fonts_of_endless_width() {
    for (font, descendant) in [
        (
            "/Subtype /TrueType /FirstChar 4000000000 /LastChar 4000000001 /Widths [500]",
            "",
        ),
        (
            "/Subtype /Type0 /Encoding /Identity-H",
            "/W [0 4294967295 500]",
        ),
        (
            "/Subtype /Type0 /Encoding /Identity-V",
            "/W2 [0 4294967295 500 500 500]",
        ),
    ] {
        let resources = format!(
            "/Font << /F << /Type /Font /BaseFont /Arial {font} /DescendantFonts [ << /Type /Font \
             /Subtype /CIDFontType2 /BaseFont /Arial {descendant} >> ] >> >>"
        );
        assert_refused(
            &page(&resources, &[stream("", HELLO)]),
            "page 1 shows far more",
        );
    }
}

#[test]
fn deep_nesting() {
    for (open, close) in [("[", "]"), ("<< /A ", " >>")] {
        let nested = format!("{}0{}", open.repeat(20_000), close.repeat(20_000));
        // Whatever comes of it, it comes to an end.
        let _ = read(&page(
            &format!("{HELVETICA} /Properties << /P {nested} >>"),
            &[stream("", HELLO)],
        ));
        let content = format!("/Span << /A {nested} >> BDC EMC {nested} TJ");
        let _ = read(&page(HELVETICA, &[stream("", content.as_bytes())]));
    }
}

#[test]
fn streams_without_an_end() {
    let objects = vec![b"<< /Length 9 >>\nstream\n".to_vec(); 5000];
    assert_refused(&page(HELVETICA, &objects), "it is damaged");
}

#[test]
fn more_pages_than_a_letter_has() {
    let kids = "3 0 R ".repeat(501);
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!(
            "<< /Type /Pages /Kids [{}] /Count 501 >>",
            kids.replace("3 0 R", "<< /Type /Page >>")
        )
        .into_bytes(),
    ];
    assert_refused(&document(&objects), "it has 501 pages");
}

#[test]
fn no_pages_and_no_text() {
    assert_refused(b"%PDF-1.7\n", "it is damaged: its pages cannot be found");
    assert_refused(
        &page("", &[stream("", b"")]),
        "there is no text on any of its pages",
    );
}

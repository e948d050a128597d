use super::{RUNNING_HEADERS, STANDARD_FONTS, TABLE, text};

#[test]
fn running_headers_and_page_numbers_are_left_out() {
    let text = text(RUNNING_HEADERS);
    let pages: Vec<&str> = text.split('\x0c').collect();
    assert_eq!(pages.len(), 3);
    assert!(!text.contains("Page "), "{text}");
    assert!(!text.contains("Independent Medical Review, Case"), "{text}");
    assert!(pages[1].ends_with("As such, the request\n"), "{}", pages[1]);
    assert!(
        pages[2].starts_with("for cyclobenzaprine 7.5mg #40 is not"),
        "{}",
        pages[2]
    );
}

#[test]
fn a_page_number_between_dashes_is_left_out() {
    let text = text(STANDARD_FONTS);
    assert!(!text.contains("- 1 -") && !text.contains("- 2 -"), "{text}");
    assert_eq!(text.matches('\x0c').count(), 1);
}

#[test]
fn a_table_is_read_cell_by_cell() {
    let text = text(TABLE);
    let rows = "Priority:\nStandard\nApplication\nReceived:\n12/12/2016\n";
    assert!(text.contains(rows), "{text}");
    assert!(text.starts_with("Case Number:\nCM16-9900131\n"), "{text}");
}

#[test]
fn wider_leading_marks_a_paragraph() {
    let text = text(TABLE);
    assert!(
        text.contains("Review determinations.\n \nThe Expert Reviewer has"),
        "{text}"
    );
    assert!(
        text.contains("He/she has no\naffiliation with the employer"),
        "{text}"
    );
}

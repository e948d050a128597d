//! Whole pages of real letters, as a run draws them.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::sync::LazyLock;

use super::template::{SCRIPT, STYLE};
use super::*;
use crate::check::Linter;
use crate::finding::LetterProblem;
use crate::report::format::{ReadLetter, RunEnd};
use crate::report::json::Beside;
use crate::report::summary::Summary;
use crate::rules::{embedded, load};
use crate::source::SourceText;

const HOSTILE: &str = include_str!("../../../tests/browser/letters/hostile.txt");
const ABOVE: &str = include_str!("../../../fixtures/letters/findings/limit__overturned-above.txt");
const CONSISTENT: &str = include_str!("../../../fixtures/letters/consistent/double-spaced.txt");

static LINTER: LazyLock<Linter> = LazyLock::new(|| Linter::new(load(embedded()).pack).0);

/// Draws one letter.
fn drawn_letter(format: &HtmlFormat<'_>, name: &str, text: &str) -> Piece {
    let source = SourceText::from_text(text.to_owned());
    let letter = LINTER.parse(&source);
    let checked = LINTER.check(&source, &letter, None);
    format.draw(&AuditedLetter {
        name,
        read: Some(ReadLetter {
            source: &source,
            reading: &checked.reading,
            linter: &LINTER,
        }),
        problems: &[],
        findings: &checked.findings,
        waived: &[],
        known: &[],
    })
}

fn page_of(pieces: impl IntoIterator<Item = Piece>, summary: &Summary) -> String {
    let format = HtmlFormat::new(LINTER.pack());
    let mut writer = format.writer();
    let mut out = Vec::new();
    writer.begin(&mut out).unwrap();
    for piece in pieces {
        writer.add(piece, &mut out).unwrap();
    }
    let beside = Beside::default();
    let run = RunEnd {
        summary,
        beside: &beside,
    };
    writer.end(&run, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn page(letters: &[(&str, &str)]) -> String {
    let format = HtmlFormat::new(LINTER.pack());
    let letters = letters.iter();
    page_of(
        letters.map(|(name, text)| drawn_letter(&format, name, text)),
        &Summary::default(),
    )
}

/// What stands between two marks.
fn between<'t>(text: &'t str, before: &str, behind: &str) -> &'t str {
    let (_, rest) = text.split_once(before).unwrap();
    rest.split_once(behind).unwrap().0
}

#[test]
fn the_policy_names_the_script_and_the_style_that_are_there() {
    let page = page(&[("a.txt", ABOVE)]);
    let script = between(&page, "<script>", "</script>");
    let style = between(&page, "<style>", "</style>");
    assert_eq!((script, style), (SCRIPT, STYLE));
    let policy = between(&page, "Content-Security-Policy\" content=\"", "\"");
    let policy = policy.replace("&#x27;", "'").replace("&#x2f;", "/");
    assert_eq!(policy, csp::policy(script, style));
}

#[test]
fn nothing_on_the_page_is_fetched_or_styled_in_place() {
    let page = page(&[("a.txt", ABOVE)]);
    for what in [
        " src=",
        " style=",
        "<link",
        "@import",
        "url(",
        "http:",
        "https:",
        " onclick=",
    ] {
        assert!(!page.contains(what), "{what}");
    }
}

#[test]
fn a_letter_that_holds_markup_is_shown_as_text() {
    let page = page(&[("<i>\"'.txt", HOSTILE)]);
    assert_eq!(page.matches("<script>").count(), 1);
    for what in [
        "<img",
        "<b ",
        "<a href=\"javascript",
        "<svg onload",
        "<i>",
        "1337",
    ] {
        assert!(!page.contains(what), "{what}");
    }
    assert!(page.contains("&lt;script&gt;hacked(3)&lt;&#x2f;script&gt;"));
    assert!(page.contains("{{ 7 * 191 }}"));
    let is_harmful = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
    assert!(!page.contains(is_harmful));
}

#[test]
fn a_finding_stands_beside_its_words_with_its_condition() {
    let page = page(&[("a.txt", ABOVE)]);
    assert!(!page.contains("could not be drawn"));
    let card = between(&page, "<article class=\"card warning\"", "</article>");
    assert!(card.contains("limit&#x2f;overturned-above"));
    assert!(card.contains("Why it fired"));
    assert!(card.contains("decision: overturned"));
    assert!(page.contains("<mark class=\"warning first\""));
    assert!(page.contains("Limit that governs"));
    // Every link leads somewhere.
    for part in page.split("href=\"#").skip(1) {
        let id = part.split('"').next().unwrap();
        assert!(page.contains(&format!("id=\"{id}\"")), "{id}");
    }
}

#[test]
fn a_letter_that_was_not_read_and_a_run_that_was_stopped_are_told() {
    let format = HtmlFormat::new(LINTER.pack());
    let piece = format.draw(&AuditedLetter {
        name: "a.txt",
        read: None,
        problems: &[LetterProblem::new("no <text> in it")],
        findings: &[],
        waived: &[],
        known: &[],
    });
    let summary = Summary {
        letters: 1,
        unread: 1,
        unchecked: 3,
        ..Summary::default()
    };
    let page = page_of([piece], &summary);
    assert!(page.contains("1 of 1 letters could not be read"));
    assert!(page.contains("This report is not complete"));
    assert!(page.contains("3 of 4 letters were not checked"));
    assert!(page.contains("no &lt;text&gt; in it"));
    assert!(!page.contains("could not be drawn"));
}

#[test]
fn a_large_run_keeps_only_the_texts_that_something_is_said_of() {
    let format = HtmlFormat::new(LINTER.pack());
    let clear = drawn_letter(&format, "clear.txt", CONSISTENT);
    assert!(clear.tally.as_ref().unwrap().findings.is_empty());
    let told = drawn_letter(&format, "told.txt", ABOVE);
    let pieces = |count| {
        let clear = std::iter::repeat_n(clear.clone(), count);
        clear.chain([told.clone()])
    };
    let small = page_of(pieces(MOST_CLEAR_LETTERS - 1), &Summary::default());
    let large = page_of(pieces(MOST_CLEAR_LETTERS), &Summary::default());
    let folds = |page: &str| page.matches("<details class=\"fold\">").count();
    assert_eq!((folds(&small), folds(&large)), (MOST_CLEAR_LETTERS - 1, 0));
    assert!(large.contains("the text is left out"));
    assert!(large.contains("<mark class=\"warning first\""));
}

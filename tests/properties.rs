//! Whatever happens to a letter on its way here, it is read without a panic, and what is found in it has its place.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use imr_lint::check::{Checked, Linter};
use imr_lint::finding::Finding;
use imr_lint::letter::{Item, Layout};
use imr_lint::report::concise::ConciseFormat;
use imr_lint::report::format::{AuditedLetter, Format, ReadLetter};
use imr_lint::report::full::{Drawing, FullFormat, FullOptions};
use imr_lint::report::inspect::Inspection;
use imr_lint::report::json::JsonFormat;
use imr_lint::rules::{embedded, load};
use imr_lint::source::SourceText;
use imr_lint::span::ByteSpan;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::RngSeed;

/// The shipped rule pack, loaded once.
fn linter() -> &'static Linter {
    static LINTER: OnceLock<Linter> = OnceLock::new();
    LINTER.get_or_init(|| Linter::new(load(embedded()).pack).0)
}

/// The bytes of all fixture letters that hold any, in the order of their paths.
fn letters() -> &'static [Vec<u8>] {
    static LETTERS: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    LETTERS.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/letters");
        let mut paths: Vec<_> = ["consistent", "findings", "broken"]
            .iter()
            .flat_map(|name| fs::read_dir(folder.join(name)).expect("the folder can be read"))
            .map(|entry| entry.expect("the entry can be read").path())
            .collect();
        paths.sort();
        let read = paths
            .iter()
            .map(|path| fs::read(path).expect("the letter can be read"));
        read.filter(|bytes| !bytes.is_empty()).collect()
    })
}

fn nth_letter(share: Index) -> &'static [u8] {
    &letters()[share.index(letters().len())]
}

/// Something that happens to a text. Places are given as shares of its length.
#[derive(Clone, Debug)]
enum Mutation {
    Delete(Index, Index),
    Insert(Index, String),
    SwapLines(Index, Index),
    RepeatParagraph(Index, Index),
    Truncate(Index),
    JoinLines(Index),
}

/// What tends to go wrong: characters of more bytes than one, white space of all kinds, words and signs that the
/// form, the numbers and the dates are told by.
fn inserted() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[\\s\u{a0}\u{ad}\u{200b}\u{feff}\u{c}é’–ﬁ\u{301}𝟏²]{1,12}",
        "[0-9/#x(),.:-]{1,12}",
        prop::sample::select(vec![
            ": Upheld\n",
            ": Overturned",
            "Decision rationale:",
            "MAXIMUS guideline:",
            "\nCLINICAL CASE SUMMARY\n",
            "99999999999999999999 visits",
            "0 visits",
            "2 times a week for 0 weeks (12 sessions)",
            "13/45/2016",
            "is not medically necessary.",
            "Decision based on MTUS ",
            "-\n",
        ])
        .prop_map(str::to_owned),
    ]
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let place = any::<Index>;
    prop_oneof![
        (place(), place()).prop_map(|(from, to)| Mutation::Delete(from, to)),
        (place(), inserted()).prop_map(|(at, text)| Mutation::Insert(at, text)),
        (place(), place()).prop_map(|(one, other)| Mutation::SwapLines(one, other)),
        (place(), place()).prop_map(|(from, to)| Mutation::RepeatParagraph(from, to)),
        place().prop_map(Mutation::Truncate),
        place().prop_map(Mutation::JoinLines),
    ]
}

/// The nearest character border at or before a share of the text.
fn border(text: &str, share: Index) -> usize {
    let mut at = share.index(text.len() + 1);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

impl Mutation {
    fn apply(&self, text: &str) -> String {
        match self {
            Self::Delete(from, to) => {
                let (from, to) = (border(text, *from), border(text, *to));
                [&text[..from.min(to)], &text[from.max(to)..]].concat()
            }
            Self::Insert(at, inserted) => {
                let (before, after) = text.split_at(border(text, *at));
                [before, inserted, after].concat()
            }
            Self::SwapLines(one, other) => with_parts(text, "\n", |lines| {
                let count = lines.len();
                lines.swap(one.index(count), other.index(count));
            }),
            Self::RepeatParagraph(from, to) => with_parts(text, "\n \n", |paragraphs| {
                let repeated = paragraphs[from.index(paragraphs.len())];
                paragraphs.insert(to.index(paragraphs.len()), repeated);
            }),
            Self::Truncate(at) => text[..border(text, *at)].to_owned(),
            Self::JoinLines(at) => match text[border(text, *at)..].find('\n') {
                Some(end) => {
                    let end = border(text, *at) + end;
                    [&text[..end], &text[end + 1..]].concat()
                }
                None => text.to_owned(),
            },
        }
    }
}

/// A text after something was done to its parts, of which there is at least one.
fn with_parts(text: &str, separator: &str, change: impl FnOnce(&mut Vec<&str>)) -> String {
    let mut parts: Vec<&str> = text.split(separator).collect();
    change(&mut parts);
    parts.join(separator)
}

/// A letter after something happened to its text.
fn mutated_text() -> impl Strategy<Value = String> {
    (any::<Index>(), prop::collection::vec(mutation(), 1..6)).prop_map(|(letter, mutations)| {
        let letter = String::from_utf8_lossy(nth_letter(letter)).into_owned();
        mutations
            .iter()
            .fold(letter, |text, mutation| mutation.apply(&text))
    })
}

/// A letter after something happened to its bytes.
fn mutated_bytes() -> impl Strategy<Value = Vec<u8>> {
    let changes = prop::collection::vec((any::<Index>(), any::<u8>()), 1..8);
    (any::<Index>(), changes).prop_map(|(letter, changes)| {
        let mut bytes = nth_letter(letter).to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes
    })
}

/// Checks a text, and that everything said of it has its place in it.
fn check(source: &SourceText) -> Result<(), TestCaseError> {
    let letter = linter().parse(source);
    let checked = linter().check(source, &letter, None);
    check_items(source, &checked)?;
    for finding in &checked.findings {
        check_finding(source, finding)?;
    }
    let again = linter().check(source, &letter, None);
    prop_assert_eq!(
        &checked.findings,
        &again.findings,
        "a second run finds something else"
    );
    check_reports(source, &checked)
}

fn check_items(source: &SourceText, checked: &Checked<'_>) -> Result<(), TestCaseError> {
    let items = &checked.reading.items;
    for (index, item) in items.iter().enumerate() {
        prop_assert_eq!(item.number, index + 1);
        let place = source.locate(item.item.span);
        prop_assert!(
            source.text().get(place.start..place.end).is_some(),
            "item located at {:?}",
            place
        );
    }
    // A notice lists all its decisions before it gives the reasons for the first.
    if checked.reading.letter.layout != Layout::Notice {
        check_order(items.iter().map(|item| item.item.span))?;
    }
    let mut parts: Vec<ByteSpan> = items.iter().flat_map(|item| parts(&item.item)).collect();
    parts.sort_unstable();
    for part in &parts {
        prop_assert!(
            checked.reading.text.get(part.start..part.end).is_some(),
            "part at {:?}",
            part
        );
    }
    check_order(parts.into_iter())
}

/// The places of the parts that an item has.
fn parts(item: &Item) -> Vec<ByteSpan> {
    let parts = [
        item.heading,
        item.decision_span,
        item.claims_administrator,
        item.reviewer,
        item.rationale,
    ];
    parts.into_iter().flatten().collect()
}

/// Each span lies behind the one before.
fn check_order(spans: impl Iterator<Item = ByteSpan>) -> Result<(), TestCaseError> {
    let mut behind = 0;
    for span in spans {
        prop_assert!(
            behind <= span.start,
            "{:?} begins before {}, where the one before ends",
            span,
            behind
        );
        behind = span.end;
    }
    Ok(())
}

fn check_finding(source: &SourceText, finding: &Finding) -> Result<(), TestCaseError> {
    let primary = finding.labels.iter().filter(|label| label.primary).count();
    prop_assert_eq!(primary, 1, "primary labels of {:?}", finding);
    for label in &finding.labels {
        let words = source.text().get(label.span.start..label.span.end);
        prop_assert!(
            words.is_some(),
            "a label lies on no character borders of the text: {:?}",
            finding
        );
    }
    Ok(())
}

/// Every report can be written.
fn check_reports(source: &SourceText, checked: &Checked<'_>) -> Result<(), TestCaseError> {
    let pack = linter().pack();
    let letter = AuditedLetter {
        name: "letter.txt",
        read: Some(ReadLetter {
            source,
            reading: &checked.reading,
            linter: linter(),
        }),
        problems: &[],
        findings: &checked.findings,
        waived: &[],
        known: &[],
    };
    let options = FullOptions {
        drawing: Drawing::Plain,
        width: 100,
    };
    let formats: [&dyn Format; 3] = [&FullFormat(options), &ConciseFormat, &JsonFormat::new(pack)];
    for format in formats {
        let is_silent = checked.findings.is_empty() && !format.draw(&letter).text.starts_with('{');
        prop_assert_eq!(format.draw(&letter).text.is_empty(), is_silent);
    }
    let mut out = String::new();
    let inspection = Inspection {
        reading: &checked.reading,
        limits: &linter().applied_limits(&checked.reading),
        pack,
        source,
    };
    prop_assert!(inspection.write(&mut out, "letter.txt").is_ok());
    Ok(())
}

/// Always the same cases, so that a run that passes passes again.
fn always_the_same() -> ProptestConfig {
    ProptestConfig {
        rng_seed: RngSeed::Fixed(9792),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(always_the_same())]

    #[test]
    fn a_mutated_text_is_checked_and_everything_found_has_its_place(text in mutated_text()) {
        check(&SourceText::from_text(text))?;
    }

    #[test]
    fn mutated_bytes_are_checked_or_refused(bytes in mutated_bytes()) {
        if let Ok(source) = SourceText::from_bytes(&bytes) {
            check(&source)?;
        }
    }

    #[test]
    fn any_text_is_checked(text in any::<String>()) {
        check(&SourceText::from_text(text))?;
    }
}

#[test]
fn fixture_letters_are_checked_as_they_are() {
    for bytes in letters() {
        if let Ok(source) = SourceText::from_bytes(bytes) {
            check(&source).unwrap();
        }
    }
}

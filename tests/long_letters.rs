//! The work on a letter grows with its length, whatever it repeats.
//!
//! No test of speed: it compares a letter with one four times as long, in processor time, and allows the longer one
//! twice its share. Work that grows with the square takes four times its share.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use imr_lint::check::Linter;
use imr_lint::rules::{embedded, load};
use imr_lint::source::SourceText;

/// The bytes of the shorter letter: several times what is ever read as one sentence or heading.
const SHORT: usize = 12 * 1024;
const TIMES: usize = 4;
/// What the longer letter may take more than its share.
const SLACK: u32 = 2;
/// How often both are tried before a letter is said to be slow.
const ATTEMPTS: u32 = 6;
/// Less is lost in what else a machine does.
const NOTHING: Duration = Duration::from_millis(20);

const FORM: &str = "IMR ISSUES, DECISIONS AND RATIONALES\nThe Final Determination was based on decisions for the \
                    disputed items/services set forth below:\n\n";
const LINES: &str = "Upheld\n\nClaims Administrator guideline: Decision based on MTUS Knee Complaints 2004.\n\n\
                     MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.\n\n";
const CONCLUSION: &str = "The request is not medically necessary.\n";

/// What is repeated: marks, numbers, words that readers look out for, prose, parts of the form.
const REPEATED: &[&str] = &[
    ":",
    "(",
    "\"",
    "'",
    ".",
    ",",
    "-",
    "a-\n",
    "7",
    "1. ",
    "1.\n",
    "A.B.",
    "A ",
    "word\n",
    "Word\n",
    "\u{e9}",
    "\u{fb01}",
    "not ",
    "if ",
    "and ",
    "Upheld",
    "Upheld\n",
    ": Upheld\n",
    "no evidence of ",
    "request for ",
    "is not medically necessary. ",
    "is not medically necessary ",
    "was the original request. ",
    "left knee ",
    "L4-L5 ",
    "2 times a week for 6 weeks ",
    "6 weeks, ",
    "QTY 12 ",
    "10mg ",
    "2x6 (12) ",
    "01/02/2016 ",
    "ODG ",
    "MTUS Chronic Pain 2009, ",
    "Page(s): 78-80. ",
    "CM16-9900000 ",
    "Decision rationale:\n",
    "MAXIMUS guideline: \n",
    "The worker reports that the pain in the low back is as before and asks for more visits ",
    "The worker reports that the pain in the low back is as before. ",
];

fn linter() -> &'static Linter {
    static LINTER: OnceLock<Linter> = OnceLock::new();
    LINTER.get_or_init(|| Linter::new(load(embedded()).pack).0)
}

/// The processor time of this thread so far; where the system does not tell, the time of day.
fn spent() -> Duration {
    static START: OnceLock<Instant> = OnceLock::new();
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(
        || START.get_or_init(Instant::now).elapsed(),
        Duration::from_nanos,
    )
}

/// The processor time of one check.
fn time_of(letter: &str) -> Duration {
    let before = spent();
    let source = SourceText::from_text(letter.to_owned());
    let parsed = linter().parse(&source);
    let checked = linter().check(&source, &parsed, None);
    assert!(!checked.findings.is_empty() || !checked.reading.items.is_empty());
    drop(checked);
    spent().saturating_sub(before)
}

/// Holds a letter with `words` repeated against one with four times as many.
#[track_caller]
fn assert_in_proportion(name: &str, words: &str, letter: impl Fn(&str) -> String) {
    let count = SHORT / words.len();
    let [short, long] = [count, count * TIMES].map(|count| letter(&words.repeat(count)));
    let mut best = [Duration::MAX; 2];
    for _ in 0..ATTEMPTS {
        best[0] = best[0].min(time_of(&short));
        best[1] = best[1].min(time_of(&long));
        if best[1] <= NOTHING.max(best[0] * TIMES as u32 * SLACK) {
            return;
        }
    }
    panic!(
        "{name} of {words:?}: {:?}, {TIMES} times as long {:?}",
        best[0], best[1]
    );
}

#[test]
fn letters_without_a_form() {
    for words in REPEATED {
        assert_in_proportion("a letter", words, str::to_owned);
    }
}

#[test]
fn headings() {
    for words in REPEATED {
        assert_in_proportion("a heading", words, |repeated| {
            format!("{FORM}{repeated}: {LINES}Decision rationale: {CONCLUSION}")
        });
    }
}

#[test]
fn guideline_lines() {
    for words in REPEATED {
        assert_in_proportion("a guideline line", words, |repeated| {
            let line = format!("Decision based on MTUS {repeated}\n\nDecision rationale: ");
            format!("{FORM}MRI of the knee: Upheld\n\nMAXIMUS guideline: {line}{CONCLUSION}")
        });
    }
}

#[test]
fn rationales() {
    for words in REPEATED {
        assert_in_proportion("a rationale", words, |repeated| {
            format!("{FORM}MRI of the knee: {LINES}Decision rationale: {repeated} {CONCLUSION}")
        });
    }
}

#[test]
fn summaries() {
    for words in REPEATED {
        assert_in_proportion("a summary", words, |repeated| {
            let summary = format!("CLINICAL CASE SUMMARY\n\n{repeated}\n\n");
            format!("{summary}{FORM}MRI of the knee: {LINES}Decision rationale: {CONCLUSION}")
        });
    }
}

#[test]
fn items() {
    let item = format!("MRI of the left knee: {LINES}Decision rationale: {CONCLUSION}\n");
    assert_in_proportion("a list", &item, |items| format!("{FORM}{items}"));
}

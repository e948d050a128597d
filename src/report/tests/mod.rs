//! Real reports of small letters, as snapshots.
#![allow(clippy::unwrap_used, clippy::panic)]

mod any_input;
mod full;
mod rule_problems;

use super::LetterView;
use super::full::{Drawing, FullOptions, render_full};
use crate::finding::{Finding, Label, LetterProblem, Severity};
use crate::source::SourceText;
use crate::span::SourceSpan;

const PLAIN: FullOptions = FullOptions {
    drawing: Drawing::Plain,
    width: 100,
};

const HEADING: &str = "Acupuncture visits thoracic spine QTY 12: Upheld";

/// A letter with printed lines of some ninety columns.
const LETTER: &str = "\
IMR ISSUES, DECISIONS AND RATIONALES
The Final Determination was based on decisions for the disputed items/services set forth below:

Acupuncture visits thoracic spine QTY 12: Upheld

MTUS/Medical Evidence: The Expert Reviewer based his/her decision on the MTUS Acupuncture
Treatment Guidelines.

Rationale for the decision: The worker has had six visits and says that the pain is less and that
the hours at work have gone up. The guideline allows an extension where functional improvement
is documented, as it is in the notes at hand. Therefore, the request for 12 visits is medically
necessary and appropriate.
";

const CONCLUSION: &str = "the request for 12 visits is medically\nnecessary and appropriate";

/// The label on the first occurrence of `words`.
fn label(text: &str, words: &str, note: &str) -> Label {
    let start = text.find(words).unwrap();
    Label {
        span: SourceSpan {
            start,
            end: start + words.len(),
        },
        note: note.to_owned(),
        primary: false,
    }
}

/// An error of item 1 whose first label is the primary one.
fn finding(mut labels: Vec<Label>) -> Finding {
    if let Some(first) = labels.first_mut() {
        first.primary = true;
    }
    Finding {
        rule: "decision/contradicts-conclusion".to_owned(),
        severity: Severity::Error,
        item: Some(1),
        message: "decided upheld, but the rationale concludes that the item is necessary"
            .to_owned(),
        labels,
        help: Some("correct the decision word or the conclusion".to_owned()),
        source: Some("8 CCR 9792.24.1(c)(1)".to_owned()),
        fingerprint: String::new(),
    }
}

fn contradiction(text: &str, conclusion: &str) -> Finding {
    finding(vec![
        label(text, "Upheld", "decided upheld"),
        label(text, conclusion, "concludes: necessary"),
    ])
}

fn rendered(text: &str, findings: &[Finding], options: &FullOptions) -> String {
    let source = SourceText::from_text(text.to_owned());
    let letter = LetterView {
        name: "drafts/a.txt",
        source: Some(&source),
        headings: &[HEADING],
        findings,
        problems: &[],
    };
    let mut out = String::new();
    render_full(&mut out, &letter, options).unwrap();
    out
}

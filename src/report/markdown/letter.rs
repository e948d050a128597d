//! The findings of one letter.

use super::escape::{code, text};
use crate::finding::{Finding, LetterProblem};
use crate::report::LetterView;
use crate::report::json::unwrapped;
use crate::source::SourceText;

/// The most characters that are quoted of a place.
const QUOTED: usize = 200;

/// A heading, and a list of what was found; nothing where nothing was.
pub(super) fn drawn(letter: &LetterView<'_>) -> String {
    if letter.findings.is_empty() && letter.problems.is_empty() {
        return String::new();
    }
    let mut drawn = format!("\n#### {}\n\n", code(letter.name));
    for problem in letter.problems {
        drawn.push_str(&of_problem(problem));
    }
    for finding in letter.findings_in_order() {
        drawn.push_str(&of_finding(letter, finding));
    }
    drawn
}

fn of_problem(problem: &LetterProblem) -> String {
    let help = problem.help.as_deref();
    let help = help.map_or_else(String::new, |help| format!(" ({})", text(help)));
    format!("- **not read**: {}{help}\n", text(&problem.message))
}

fn of_finding(letter: &LetterView<'_>, finding: &Finding) -> String {
    let number = finding.item.unwrap_or_default();
    let heading = number.checked_sub(1).and_then(|at| letter.headings.get(at));
    let heading = heading.map_or_else(String::new, |heading| {
        format!("  \n  in item {number}: {}", text(heading))
    });
    let mut drawn = format!(
        "- **{}** {}: {}{heading}\n",
        finding.severity,
        code(&finding.rule),
        text(&finding.message)
    );
    if let Some(source) = letter.source {
        for label in &finding.labels {
            let words = shortened(&unwrapped(source, label.span));
            let place = place(source, label.span.start);
            drawn.push_str(&format!(
                "  - {place}: {} {}\n",
                code(&words),
                text(&label.note)
            ));
        }
    }
    drawn
}

fn place(source: &SourceText, at: usize) -> String {
    let line = || format!("line {}", source.position(at).line);
    match source.seen_place(at) {
        Some(place) if place.starts_with("page") && !place.contains(',') => {
            format!("{place}, {}", line())
        }
        Some(place) => place,
        None => line(),
    }
}

fn shortened(words: &str) -> String {
    if words.chars().count() <= QUOTED {
        return words.to_owned();
    }
    let head: String = words.chars().take(QUOTED).collect();
    format!("{head}…")
}

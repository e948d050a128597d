//! Mistakes in rule files, as a rule editor is shown them.

use std::fmt;

use super::printable::one_line;
use crate::rules::problem::RuleProblem;

/// Writes a mistake on one line: `file:line:col: error: message (help)`.
///
/// # Errors
///
/// Those of `out`.
pub fn render_problem_concise(out: &mut impl fmt::Write, problem: &RuleProblem) -> fmt::Result {
    if let Some((place, _)) = problem.places.first() {
        write!(out, "{}: ", one_line(&place.to_string()))?;
    }
    write!(out, "error: {}", one_line(&problem.message))?;
    if let Some(help) = &problem.help {
        write!(out, " ({})", one_line(help.trim_end()))?;
    }
    writeln!(out)
}

/// Writes a mistake with the lines of all its places, in the one file or in several, and an empty line
/// below.
///
/// # Errors
///
/// Those of `out`.
#[cfg(feature = "cli")]
pub fn render_problem_full(
    out: &mut impl fmt::Write,
    problem: &RuleProblem,
    options: &super::full::FullOptions,
) -> fmt::Result {
    super::full::Report {
        code: None,
        severity: crate::finding::Severity::Error,
        message: one_line(&problem.message).into_owned(),
        subject: None,
        snippets: snippets(problem),
        help: problem.help.as_deref().map(super::printable::paragraphs),
        source: None,
    }
    .render(out, options)
}

/// The places of a problem, file by file, beginning with the file of the place to change.
#[cfg(feature = "cli")]
fn snippets(problem: &RuleProblem) -> super::source_code::Snippets {
    use super::lines::RuleFileLines;
    use super::marks::Pointer;

    let mut files = Vec::new();
    for (place, _) in &problem.places {
        if !files.contains(&&place.file) {
            files.push(&place.file);
        }
    }
    let mut snippets = super::source_code::Snippets::default();
    for file in files {
        let pointers: Vec<Pointer<'_>> = problem
            .places
            .iter()
            .enumerate()
            .filter(|(_, (place, _))| place.file == *file)
            .map(|(number, (place, note))| Pointer {
                span: place.span,
                note,
                primary: number == 0,
            })
            .collect();
        snippets.add(&file.name, &RuleFileLines::new(file), &pointers);
    }
    snippets
}

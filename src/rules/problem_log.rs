//! The problems of a whole pack while it is being loaded.

use std::collections::HashMap;
use std::sync::Arc;

use super::problem::{RuleFile, RulePlace, RuleProblem};

/// How many problems of one file are shown. The rest is counted: who has a hundred to mend runs the
/// check again anyway, and a file that is no rules file at all stays readable.
pub const MAX_PROBLEMS_PER_FILE: usize = 100;

/// Collects problems, of each file only the first [`MAX_PROBLEMS_PER_FILE`].
#[derive(Debug, Default)]
pub struct ProblemLog {
    /// Problems that belong to no file, such as a missing pack header.
    homeless: Vec<RuleProblem>,
    /// By the address of the file: two files may have the same name.
    files: HashMap<usize, FileLog>,
}

#[derive(Debug)]
struct FileLog {
    file: Arc<RuleFile>,
    kept: Vec<RuleProblem>,
    omitted: usize,
    first_omitted: Option<RulePlace>,
}

impl ProblemLog {
    /// Adds a problem to the file of its first place.
    pub fn push(&mut self, problem: RuleProblem) {
        match problem.places.first() {
            Some((place, _)) => self.push_at(place.clone(), |_| problem),
            None => self.homeless.push(problem),
        }
    }

    /// Adds the problem that `make` makes of `place`. It is made only where there is room for it: the
    /// search for the nearest name is not worth its time for a problem that nobody sees.
    pub fn push_at(&mut self, place: RulePlace, make: impl FnOnce(RulePlace) -> RuleProblem) {
        let log = self.file_log(&place.file);
        if log.kept.len() < MAX_PROBLEMS_PER_FILE {
            log.kept.push(make(place));
        } else {
            log.omit(place);
        }
    }

    fn file_log(&mut self, file: &Arc<RuleFile>) -> &mut FileLog {
        let entry = self.files.entry(Arc::as_ptr(file).addr());
        entry.or_insert_with(|| FileLog {
            file: Arc::clone(file),
            kept: Vec::new(),
            omitted: 0,
            first_omitted: None,
        })
    }

    /// All problems: those without a place first, then by file name and by position in the file. Behind
    /// the last of a file stands how many more it has.
    #[must_use]
    pub fn into_sorted(self) -> Vec<RuleProblem> {
        let mut files: Vec<FileLog> = self.files.into_values().collect();
        files.sort_by(|a, b| {
            let by_name = a.file.name.cmp(&b.file.name);
            by_name.then_with(|| Arc::as_ptr(&a.file).cmp(&Arc::as_ptr(&b.file)))
        });
        let mut problems = self.homeless;
        for mut log in files {
            log.kept.sort_by_key(position);
            let rest = log.rest();
            problems.append(&mut log.kept);
            problems.extend(rest);
        }
        problems
    }
}

fn position(problem: &RuleProblem) -> usize {
    let place = problem.places.first();
    place.map_or(0, |(place, _)| place.span.start)
}

impl FileLog {
    fn omit(&mut self, place: RulePlace) {
        self.omitted += 1;
        self.first_omitted.get_or_insert(place);
    }

    fn rest(&mut self) -> Option<RuleProblem> {
        let place = self.first_omitted.take()?;
        let plural = if self.omitted == 1 { "" } else { "s" };
        Some(RuleProblem {
            message: format!("and {} more problem{plural} in this file", self.omitted),
            places: vec![(place, "one of them is here".to_owned())],
            help: Some("mend those above and check again".to_owned()),
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::span::SourceSpan;

    fn file(name: &str) -> Arc<RuleFile> {
        Arc::new(RuleFile {
            name: name.to_owned(),
            text: "a\n".repeat(500).into(),
        })
    }

    fn at(file: &Arc<RuleFile>, line: usize) -> RuleProblem {
        let span = SourceSpan {
            start: (line - 1) * 2,
            end: (line - 1) * 2 + 1,
        };
        let place = RulePlace {
            file: Arc::clone(file),
            span,
        };
        RuleProblem {
            message: "wrong".to_owned(),
            places: vec![(place, "here".to_owned())],
            help: None,
        }
    }

    #[test]
    fn problems_come_by_file_and_position() {
        let (one, two) = (file("one.yaml"), file("two.yaml"));
        let mut log = ProblemLog::default();
        for problem in [at(&two, 1), at(&one, 7), at(&one, 3)] {
            log.push(problem);
        }
        log.push(RuleProblem {
            message: "nowhere".to_owned(),
            places: Vec::new(),
            help: None,
        });
        let shown: Vec<_> = log.into_sorted().iter().map(ToString::to_string).collect();
        assert_eq!(
            shown,
            [
                "nowhere",
                "one.yaml:3:1: wrong",
                "one.yaml:7:1: wrong",
                "two.yaml:1:1: wrong",
            ]
        );
    }

    #[test]
    fn the_problems_of_a_file_are_capped_and_the_rest_is_counted() {
        let (one, two) = (file("one.yaml"), file("two.yaml"));
        let mut log = ProblemLog::default();
        for line in 1..=137 {
            let problem = at(&one, line);
            let place = problem.places[0].0.clone();
            log.push_at(place, |_| {
                assert!(line <= 100, "made although there is no room");
                problem
            });
        }
        log.push(at(&two, 1));
        let problems = log.into_sorted();
        assert_eq!(problems.len(), 102);
        let rest = problems[100].to_string();
        assert_eq!(rest, "one.yaml:101:1: and 37 more problems in this file");
        assert_eq!(problems[101].to_string(), "two.yaml:1:1: wrong");
    }
}

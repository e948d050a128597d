//! JUnit XML, which servers of builds show as tests: a suite for each letter, with a test case for each disputed item, and
//! one for the letter as a whole. An error makes its case fail; warnings, notes and findings that are not reported stand
//! in the output of the case.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::BytesText;

use super::format::{AuditedLetter, Format, Piece, ReadLetter, ReportWriter, RunEnd};
use super::json::unwrapped;
use super::printable::{one_line, paragraphs};
use super::region::{Region, place_in_document};
use crate::finding::{Finding, LetterProblem, Severity};
use crate::source::SourceText;

/// The case for what is about no item.
const WHOLE: &str = "the letter as a whole";

/// The format of JUnit.
#[derive(Clone, Copy, Debug)]
pub struct JunitFormat;

impl Format for JunitFormat {
    fn draw(&self, letter: &AuditedLetter<'_>) -> Piece {
        let suite = match letter.read {
            Some(read) => of_letter(letter, &read),
            None => of_unread(letter),
        };
        Piece::text(suite.drawn())
    }

    fn writer(&self) -> Box<dyn ReportWriter + '_> {
        Box::new(Self)
    }
}

impl ReportWriter for JunitFormat {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        // The totals of all suites are optional, and known only when the letters are already written.
        out.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"imr-lint\">")
    }

    fn end(&mut self, run: &RunEnd<'_>, out: &mut dyn Write) -> io::Result<()> {
        if let Some((name, source, findings)) = run.beside.waivers {
            let mut case = Case::new(name, "the waivers");
            for finding in findings {
                case.add(finding, &told(name, source, finding));
            }
            let suite = Suite {
                name,
                cases: vec![case],
            };
            out.write_all(suite.drawn().as_bytes())?;
        }
        out.write_all(b"\n</testsuites>\n")
    }
}

/// A letter.
struct Suite<'a> {
    name: &'a str,
    cases: Vec<Case>,
}

/// An item of a letter.
#[derive(Default)]
struct Case {
    class: String,
    name: String,
    /// The rule of the first error, and what all of them say.
    failure: Option<(String, String)>,
    /// Why the letter could not be read.
    error: Option<String>,
    /// What does not make it fail.
    output: String,
}

impl Case {
    fn new(class: &str, name: impl Into<String>) -> Self {
        Self {
            class: class.to_owned(),
            name: name.into(),
            ..Self::default()
        }
    }

    fn add(&mut self, finding: &Finding, told: &str) {
        if finding.severity != Severity::Error {
            self.output.push_str(told);
            return;
        }
        let rule = || (finding.rule.clone(), String::new());
        self.failure.get_or_insert_with(rule).1.push_str(told);
    }
}

fn of_letter<'a>(letter: &AuditedLetter<'a>, read: &ReadLetter<'_>) -> Suite<'a> {
    let class = read.reading.case_number().unwrap_or(letter.name);
    let mut cases = vec![Case::new(class, WHOLE)];
    for item in &read.reading.items {
        let heading = item.item.heading.map(|span| read.source.locate(span));
        let heading = heading.map(|span| unwrapped(read.source, span));
        let decision = item.item.decision.map_or("no decision", |word| word.name());
        let (number, heading) = (item.number, heading.unwrap_or_default());
        cases.push(Case::new(
            class,
            format!("item {number}: {heading} ({decision})"),
        ));
    }
    let of_item = |finding: &Finding| finding.item.filter(|item| *item < cases.len()).unwrap_or(0);
    let mut placed: Vec<(usize, &Finding, Option<String>)> = Vec::new();
    for finding in letter.findings {
        placed.push((of_item(finding), finding, None));
    }
    for waived in letter.waived {
        let reason = waived.waiver.reason.as_deref().unwrap_or_default();
        let why = format!("waived ({reason}): ");
        placed.push((of_item(&waived.finding), &waived.finding, Some(why)));
    }
    for finding in letter.known {
        placed.push((of_item(finding), finding, Some("known: ".to_owned())));
    }
    for (at, finding, unreported) in placed {
        let told = told(letter.name, read.source, finding);
        match unreported {
            None => cases[at].add(finding, &told),
            Some(why) => cases[at].output.push_str(&(why + &told)),
        }
    }
    Suite {
        name: letter.name,
        cases,
    }
}

fn of_unread<'a>(letter: &AuditedLetter<'a>) -> Suite<'a> {
    let words = letter.problems.iter().map(|problem| {
        let LetterProblem { message, help } = problem;
        let words = [Some(message), help.as_ref()];
        words
            .into_iter()
            .flatten()
            .map(|words| format!("{words}\n"))
            .collect::<String>()
    });
    let case = Case {
        error: Some(words.collect()),
        ..Case::new(letter.name, WHOLE)
    };
    Suite {
        name: letter.name,
        cases: vec![case],
    }
}

/// A finding in lines: what, where, and what to do.
fn told(name: &str, source: &SourceText, finding: &Finding) -> String {
    let mut told = format!(
        "{}[{}] {}\n",
        finding.severity, finding.rule, finding.message
    );
    for label in &finding.labels {
        let place = match Region::of(source, label.span) {
            Some(Region { start, .. }) => format!("{name}:{}:{}", start.line, start.column),
            None => {
                let place = place_in_document(source, label.span);
                format!("{name}, {}", place.unwrap_or_default())
            }
        };
        let words = unwrapped(source, label.span);
        told.push_str(&format!("  {place}: \"{words}\" ({})\n", label.note));
    }
    for (of, text) in [("help", &finding.help), ("source", &finding.source)] {
        if let Some(text) = text {
            told.push_str(&format!("  {of}: {text}\n"));
        }
    }
    told
}

impl Suite<'_> {
    fn drawn(&self) -> String {
        let mut writer = Writer::new_with_indent(vec![b'\n'], b' ', 2);
        // Writing to memory cannot fail.
        let _ = self.write(&mut writer);
        String::from_utf8(writer.into_inner()).unwrap_or_default()
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
        let count = |is: fn(&Case) -> bool| {
            let cases = self.cases.iter().filter(|case| is(case));
            cases.count().to_string()
        };
        writer
            .create_element("testsuite")
            .with_attribute(("name", &*attribute(self.name)))
            .with_attribute(("tests", &*self.cases.len().to_string()))
            .with_attribute(("failures", &*count(|case| case.failure.is_some())))
            .with_attribute(("errors", &*count(|case| case.error.is_some())))
            .with_attribute(("skipped", "0"))
            .write_inner_content(|writer| {
                self.cases
                    .iter()
                    .try_for_each(|case| case.write(self.name, writer))
            })?;
        Ok(())
    }
}

impl Case {
    fn write(&self, file: &str, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
        let element = writer
            .create_element("testcase")
            .with_attribute(("name", &*attribute(&self.name)))
            .with_attribute(("classname", &*attribute(&self.class)))
            .with_attribute(("file", &*attribute(file)));
        if self.failure.is_none() && self.error.is_none() && self.output.is_empty() {
            element.write_empty()?;
            return Ok(());
        }
        element.write_inner_content(|writer| self.write_outcome(writer))?;
        Ok(())
    }

    fn write_outcome(&self, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
        let failure = self.failure.as_ref();
        let failure = failure.map(|(rule, told)| ("failure", rule.as_str(), told));
        let error = self.error.as_ref().map(|told| ("error", "unread", told));
        for (element, of, told) in failure.into_iter().chain(error) {
            let first = told.lines().next().unwrap_or_default();
            writer
                .create_element(element)
                .with_attribute(("message", &*attribute(first)))
                .with_attribute(("type", of))
                .write_text_content(BytesText::new(&content(told)))?;
        }
        if !self.output.is_empty() {
            writer
                .create_element("system-out")
                .write_text_content(BytesText::new(&content(&self.output)))?;
        }
        Ok(())
    }
}

/// A text for an attribute: on one line, since a reader of XML makes spaces of line ends there.
fn attribute(text: &str) -> String {
    one_line(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

/// A text for an element: without the characters that XML cannot hold.
fn content(text: &str) -> String {
    paragraphs(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_controls_of_a_letter_stay_text() {
        let case = Case {
            failure: Some(("a/b".to_owned(), "one <b> & \u{1b}\u{ffff}\ntwo".to_owned())),
            ..Case::new("CM<1>", "item \"1\"\n& more")
        };
        let suite = Suite {
            name: "a&b.txt",
            cases: vec![case],
        };
        insta::assert_snapshot!(suite.drawn());
    }
}

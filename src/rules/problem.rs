//! What is wrong with a rules file, and where.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use memchr::{memchr_iter, memrchr};

use crate::span::SourceSpan;

/// One file of a rule pack, as it was read.
#[derive(Debug, PartialEq, Eq)]
pub struct RuleFile {
    /// Where it came from, as shown to the user (`rules/limits/acupuncture.yaml`).
    pub name: String,
    /// Its whole text.
    pub text: Cow<'static, str>,
}

/// A place in a rules file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulePlace {
    /// The file.
    pub file: Arc<RuleFile>,
    /// The bytes of its text that are meant.
    pub span: SourceSpan,
}

impl RulePlace {
    /// 1-based line of the first byte.
    #[must_use]
    pub fn line(&self) -> usize {
        memchr_iter(b'\n', self.before().as_bytes()).count() + 1
    }

    /// 1-based column, in characters, of the first byte.
    #[must_use]
    pub fn column(&self) -> usize {
        let before = self.before();
        let line_start = memrchr(b'\n', before.as_bytes()).map_or(0, |newline| newline + 1);
        before[line_start..].chars().count() + 1
    }

    /// The words there, as they are written.
    #[must_use]
    pub fn words(&self) -> &str {
        let SourceSpan { start, end } = self.span;
        self.file.text.get(start..end).unwrap_or_default()
    }

    fn before(&self) -> &str {
        self.file
            .text
            .get(..self.span.start)
            .unwrap_or(&self.file.text)
    }
}

impl fmt::Display for RulePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file.name, self.line(), self.column())
    }
}

/// A mistake in a rule pack. Loading collects all of them; none of them stops it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleProblem {
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// Where; the first place is the one to change, a second one is what it clashes with.
    pub places: Vec<(RulePlace, String)>,
    /// What to do about it.
    pub help: Option<String>,
}

impl fmt::Display for RuleProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.places.first() {
            Some((place, _)) => write!(f, "{place}: {}", self.message),
            None => f.write_str(&self.message),
        }
    }
}

impl std::error::Error for RuleProblem {}

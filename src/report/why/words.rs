//! Words of the letter, quoted with their place.

use super::page::{Ink, Line};
use crate::check::explain::{ConditionNode, ShownWords};
use crate::report::heading::shortened;
use crate::source::SourceText;
use crate::span::SourceSpan;

/// The most characters of a quotation, and of one that is to be brief; a longer one loses words in its
/// middle.
const LONGEST: usize = 72;
const LONGEST_BRIEF: usize = 40;

/// A letter to quote from.
#[derive(Clone, Copy)]
pub(super) struct Quotes<'s> {
    source: &'s SourceText,
    /// Whether there are several pages, so that places name theirs.
    paged: bool,
}

impl<'s> Quotes<'s> {
    pub(super) fn new(source: &'s SourceText) -> Self {
        Self {
            source,
            paged: source.position(source.text().len()).page > 1,
        }
    }

    /// The words of a span on one line, whole.
    pub(super) fn whole(&self, span: SourceSpan) -> String {
        let words = self.source.text().get(span.start..span.end);
        let words: Vec<&str> = words.unwrap_or_default().split_whitespace().collect();
        words.join(" ")
    }

    /// "page 2, line 44".
    pub(super) fn place(&self, span: SourceSpan) -> String {
        let at = self.source.position(span.start);
        if self.paged {
            format!("page {}, line {}", at.page, at.line)
        } else {
            format!("line {}", at.line)
        }
    }

    /// `line 44 "Overturned"`.
    pub(super) fn quoted(&self, span: SourceSpan) -> Line {
        self.quoted_in(span, LONGEST)
    }

    /// The same in few words.
    pub(super) fn briefly(&self, span: SourceSpan) -> Line {
        self.quoted_in(span, LONGEST_BRIEF)
    }

    fn quoted_in(&self, span: SourceSpan, most: usize) -> Line {
        let words = shortened(&self.whole(span), most);
        let line = Line::of(Ink::Faint, &self.place(span));
        if words.is_empty() {
            return line;
        }
        line.then(Ink::Faint, " \"")
            .then(Ink::Quote, &words)
            .then(Ink::Faint, "\"")
    }

    /// `decided overturned (line 44 "Overturned")`.
    pub(super) fn shown(&self, words: &ShownWords) -> Line {
        if words.note.is_empty() {
            return self.quoted(words.span);
        }
        Line::of(Ink::Plain, &words.note)
            .then(Ink::Faint, " (")
            .followed(self.quoted(words.span))
            .then(Ink::Faint, ")")
    }

    /// What decided a predicate, a line for each: its words, and what no words show. Empty where nothing is
    /// known but its truth.
    pub(super) fn grounds(&self, node: &ConditionNode) -> Vec<Line> {
        let words = node.words.iter().map(|words| self.shown(words));
        let reason = node.reason.as_deref();
        let reason = reason.map(|reason| Line::of(Ink::Plain, reason));
        words.chain(reason).collect()
    }
}

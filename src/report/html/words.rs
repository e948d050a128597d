//! Words of the letter that are quoted on the page, with the way to their line.

use std::cell::RefCell;
use std::collections::HashSet;

use serde::Serialize;

use super::anchor::Anchors;
use crate::report::heading::shortened;
use crate::report::printable::one_line;
use crate::source::{Setting, SourceText};
use crate::span::SourceSpan;

/// The most characters of a quotation; a longer one loses words in its middle.
const LONGEST: usize = 160;

/// A quotation.
#[derive(Debug, Serialize)]
pub(super) struct Words {
    /// Where the link leads.
    pub(super) href: String,
    /// "page 2, line 14".
    pub(super) place: String,
    text: String,
    pub(super) note: String,
}

/// A letter to quote from. It keeps the lines that were quoted, so that only these have names on the page.
pub(super) struct Quotes<'a> {
    source: &'a SourceText,
    anchors: &'a Anchors,
    led_to: RefCell<HashSet<usize>>,
}

impl<'a> Quotes<'a> {
    pub(super) fn new(source: &'a SourceText, anchors: &'a Anchors) -> Self {
        Self {
            source,
            anchors,
            led_to: RefCell::default(),
        }
    }

    /// The lines that were quoted.
    pub(super) fn led_to(self) -> HashSet<usize> {
        self.led_to.into_inner()
    }

    /// Words with the way to their line.
    pub(super) fn words(&self, span: SourceSpan, note: &str) -> Words {
        let line = self.source.position(span.start).line;
        self.led_to.borrow_mut().insert(line);
        self.words_at(self.anchors.line(line), span, note)
    }

    /// Words with a way of their own.
    pub(super) fn words_at(&self, href: String, span: SourceSpan, note: &str) -> Words {
        Words {
            href,
            place: self.place(span.start),
            text: self.text(span, LONGEST),
            note: one_line(note).into_owned(),
        }
    }

    /// The words of a span on one line of at most so many characters.
    pub(super) fn text(&self, span: SourceSpan, most: usize) -> String {
        let words = self.source.text().get(span.start..span.end);
        let words: Vec<&str> = words.unwrap_or_default().split_whitespace().collect();
        shortened(&words.join(" "), most)
    }

    /// Where words stand, as a person who looks at the document counts.
    pub(super) fn place(&self, offset: usize) -> String {
        let line = self.source.position(offset).line;
        match (self.source.seen_place(offset), self.source.setting()) {
            (None, _) => format!("line {line}"),
            (Some(page), Setting::Lines) => format!("{page}, line {line}"),
            (Some(place), _) => place,
        }
    }
}

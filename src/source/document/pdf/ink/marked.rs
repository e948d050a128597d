//! The structure that a tagged document marks in its content: which words are one part, and what is no part of it.

use hayro_syntax::object::{Dict, Name};

/// The marks that are open at a place of the content.
#[derive(Default)]
pub(super) struct Marks {
    open: Vec<Mark>,
    parts: u32,
}

struct Mark {
    is_pagination: bool,
    part: u32,
}

impl Marks {
    pub(super) fn begin(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        let names_pagination = |dict: &Dict<'_>| {
            dict.get::<Name<'_>>("Type")
                .is_some_and(|kind| kind.as_str() == "Pagination")
        };
        self.parts += 1;
        self.open.push(Mark {
            is_pagination: tag == b"Artifact" && properties.is_some_and(names_pagination),
            part: self.parts,
        });
    }

    pub(super) fn end(&mut self) {
        self.open.pop();
    }

    /// Whether this is what the document itself calls no part of its text but of its pages: a running header or footer,
    /// or a page number.
    pub(super) fn is_pagination(&self) -> bool {
        self.open.iter().any(|mark| mark.is_pagination)
    }

    /// The innermost part; 0 outside of all.
    pub(super) fn part(&self) -> u32 {
        self.open.last().map_or(0, |mark| mark.part)
    }
}

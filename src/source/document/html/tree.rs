//! The elements of a page that are open.

use super::element::{self, Kind};

/// Elements deeper than this are read as if they were not there.
const DEEPEST: usize = 512;

/// An element that has not ended.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) name: Box<[u8]>,
    pub(super) kind: Kind,
    /// It, or one around it, is not shown.
    pub(super) unseen: bool,
    /// White space in it counts.
    pub(super) preformatted: bool,
}

/// The elements that have not ended, the outermost first.
#[derive(Debug, Default)]
pub(super) struct Tree {
    open: Vec<Open>,
    /// Elements that are too deep.
    beyond: usize,
}

impl Tree {
    /// The innermost element.
    pub(super) fn innermost(&self) -> Option<&Open> {
        self.open.last()
    }

    /// Whether a table, row or cell of the innermost table is open.
    pub(super) fn is_in(&self, kind: Kind) -> bool {
        let inner = self.open.iter().rev();
        let mut inner = inner.take_while(|open| kind == Kind::Table || open.kind != Kind::Table);
        inner.any(|open| open.kind == kind)
    }

    /// Opens an element, unless it is too deep. Tells whether it did.
    pub(super) fn begin(&mut self, name: &[u8], kind: Kind, unseen: bool) -> bool {
        if self.open.len() >= DEEPEST {
            self.beyond += 1;
            return false;
        }
        let around = self.innermost();
        let unseen = unseen || around.is_some_and(|around| around.unseen);
        let preformatted =
            kind == Kind::Preformatted || around.is_some_and(|around| around.preformatted);
        self.open.push(Open {
            name: name.into(),
            kind,
            unseen,
            preformatted,
        });
        true
    }

    /// How many elements end because one of this name begins.
    pub(super) fn ended_by(&self, next: &[u8]) -> usize {
        if self.beyond > 0 {
            return 0;
        }
        let mut ended = 0;
        for (depth, open) in self.open.iter().rev().enumerate() {
            if element::is_ended_by(&open.name, next) {
                ended = depth + 1;
            }
            let is_row_part = matches!(element::kind(next), Kind::Row | Kind::Cell)
                || matches!(next, b"tbody" | b"thead" | b"tfoot");
            let is_border =
                open.kind == Kind::Table || element::is_closed(&open.name) && !is_row_part;
            let is_block = open.kind == Kind::Block
                && matches!(&*open.name, b"ul" | b"ol" | b"dl" | b"div" | b"blockquote");
            if is_border || is_block && !is_row_part {
                break;
            }
        }
        ended
    }

    /// How many elements an end tag of this name ends.
    pub(super) fn ended_with(&mut self, name: &[u8]) -> usize {
        if self.beyond > 0 {
            self.beyond -= 1;
            return 0;
        }
        let of_table = matches!(element::kind(name), Kind::Table | Kind::Row | Kind::Cell)
            || matches!(name, b"tbody" | b"thead" | b"tfoot");
        for (depth, open) in self.open.iter().rev().enumerate() {
            if &*open.name == name {
                return depth + 1;
            }
            if open.kind == Kind::Table || !of_table && element::is_closed(&open.name) {
                break;
            }
        }
        0
    }

    /// Ends the innermost element.
    pub(super) fn end(&mut self) -> Option<Open> {
        self.open.pop()
    }
}

//! The tree of a condition: its truth, how it is written, and the words beside it.
//!
//! ```text
//! true     all
//! true       decision: overturned     decided overturned (line 44 "Overturned")
//! true       requested: above-trial   above the 3 to 6 visits (line 44 "12 sessions")
//! ```

use std::fmt;

use super::page::{Ink, Line, Page};
use super::words::Quotes;
use crate::check::explain::ConditionNode;

/// The columns of the truth.
const TRUTH: usize = 9;

/// How much further in the parts of a condition stand.
const STEP: usize = 2;

/// The most columns of how a condition is written before the words go below it.
const LONGEST_WRITTEN: usize = 44;

/// A tree to be written.
pub(super) struct Tree<'t> {
    pub(super) root: &'t ConditionNode,
    /// All parts, each that decided marked as such; else only those that did.
    pub(super) all: bool,
}

impl Tree<'_> {
    /// Writes the tree at `indent`.
    pub(super) fn write(
        &self,
        page: &mut Page<'_>,
        quotes: &Quotes<'_>,
        indent: usize,
    ) -> fmt::Result {
        let written = self.widest(self.root, 0).min(LONGEST_WRITTEN);
        let words = indent + self.mark() + TRUTH + written + STEP;
        self.write_node(page, quotes, self.root, (indent, 0), words)
    }

    /// The columns of the mark before what decided.
    fn mark(&self) -> usize {
        if self.all { 2 } else { 0 }
    }

    fn is_shown(&self, node: &ConditionNode) -> bool {
        self.all || node.decided
    }

    /// The columns of the widest condition with its indent.
    fn widest(&self, node: &ConditionNode, depth: usize) -> usize {
        let own = depth * STEP + node.kind.written().chars().count();
        let children = node.children.iter().filter(|child| self.is_shown(child));
        let widest = children.map(|child| self.widest(child, depth + 1)).max();
        own.max(widest.unwrap_or(0))
    }

    fn write_node(
        &self,
        page: &mut Page<'_>,
        quotes: &Quotes<'_>,
        node: &ConditionNode,
        (indent, depth): (usize, usize),
        words: usize,
    ) -> fmt::Result {
        let mark = match (self.all, node.decided) {
            (true, true) => "> ",
            (true, false) => "  ",
            (false, _) => "",
        };
        let label = Line::of(Ink::Faint, &format!("{:indent$}{mark}", ""))
            .then(Ink::Truth(node.truth), node.truth.name())
            .then(
                Ink::Plain,
                &" ".repeat(TRUTH - node.truth.name().len() + depth * STEP),
            )
            .then(Ink::Plain, node.kind.written());
        let grounds = quotes.grounds(node);
        let mut grounds = grounds.iter();
        match grounds.next() {
            None => page.labelled(&label, 0, 0, &Line::default())?,
            Some(first) => page.labelled(&label, words, words + STEP, first)?,
        }
        for ground in grounds {
            page.line(words, words + STEP, ground)?;
        }
        for child in node.children.iter().filter(|child| self.is_shown(child)) {
            self.write_node(page, quotes, child, (indent, depth + 1), words)?;
        }
        Ok(())
    }
}

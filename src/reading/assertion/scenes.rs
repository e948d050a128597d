//! The sentences of one part of a letter, each prepared once for all the readers that ask about its words.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::scene::Found;
use super::{AssertionReader, AssertionScene};
use crate::span::ByteSpan;

/// The sentences of a rationale or of a case summary. One is prepared when it is first asked for.
#[derive(Debug)]
pub struct AssertionScenes<'r> {
    reader: &'r AssertionReader,
    text: &'r str,
    prepared: RefCell<BTreeMap<ByteSpan, Rc<Found>>>,
}

impl<'r> AssertionScenes<'r> {
    /// None is prepared yet. Sentences are places in `text`, and so are the targets they are asked about.
    #[must_use]
    pub fn new(reader: &'r AssertionReader, text: &'r str) -> Self {
        Self {
            reader,
            text,
            prepared: RefCell::default(),
        }
    }

    /// The sentence at a place.
    #[must_use]
    pub fn of(&self, sentence: ByteSpan) -> AssertionScene<'r> {
        let mut prepared = self.prepared.borrow_mut();
        let found = prepared
            .entry(sentence)
            .or_insert_with(|| Rc::new(Found::new(self.reader, self.text, sentence)));
        AssertionScene::new(self.reader, Rc::clone(found))
    }
}

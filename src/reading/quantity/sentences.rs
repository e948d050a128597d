//! The sentences of one letter, whose quantities are read once for all the readers that ask for them.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Quantity, QuantityReader};
use crate::reading::word_index::CutWords;
use crate::span::ByteSpan;

/// The quantities of sentences. Those of one are read when they are first asked for.
#[derive(Debug)]
pub struct SentenceQuantities<'r> {
    reader: &'r QuantityReader,
    words: CutWords<'r>,
    read: RefCell<BTreeMap<ByteSpan, Rc<[Quantity]>>>,
}

impl<'r> SentenceQuantities<'r> {
    /// None is read yet. Sentences are places in the text of `words`.
    #[must_use]
    pub fn new(reader: &'r QuantityReader, words: CutWords<'r>) -> Self {
        Self {
            reader,
            words,
            read: RefCell::default(),
        }
    }

    /// What reads them.
    #[must_use]
    pub fn reader(&self) -> &'r QuantityReader {
        self.reader
    }

    /// The quantities of the sentence at a place, with spans of the whole text.
    #[must_use]
    pub fn of(&self, sentence: ByteSpan) -> Rc<[Quantity]> {
        let mut read = self.read.borrow_mut();
        let quantities = read
            .entry(sentence)
            .or_insert_with(|| self.reader.read_in(self.words, sentence).into());
        Rc::clone(quantities)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::request::shipped::shipped;
    use crate::reading::word_index::CutText;

    #[test]
    fn a_sentence_is_read_once_and_its_spans_count_in_the_text() {
        let text = "Pain is 6/10. She had 12 visits on 3/4/2016.";
        let cut = CutText::new(text);
        let sentences = SentenceQuantities::new(&shipped().quantities, cut.words());
        let second = ByteSpan::new(14, text.len());
        let read = sentences.of(second);
        let words: Vec<&str> = read.iter().map(|found| found.span.of(text)).collect();
        assert_eq!(words, ["12 visits", "3/4/2016"]);
        assert!(Rc::ptr_eq(&read, &sentences.of(second)));
        assert!(!Rc::ptr_eq(&read, &sentences.of(ByteSpan::new(0, 13))));
    }
}

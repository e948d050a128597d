//! What a sentence says of something that it names: whether it is so, whether it is meant as a fact, when, and
//! whose word it is. After ConText (Harkema and others, 2009) and NegEx (Chapman and others, 2001).
//!
//! The triggers are data, `language.assertions`. A sentence is cut into words once (`token`) and every trigger
//! in it is found in one pass (`table`). Of a target, the triggers that touch its words are left out, the
//! longest of the rest hold, and the nearest that reaches it from either side decides (`scope`).

mod clause;
mod said;
mod scene;
mod scenes;
mod scope;
mod table;
#[cfg(test)]
mod tests;
mod token;
mod triggers;
mod vocabulary;

pub use said::{Holder, Modality, Polarity, Time};
pub use scene::AssertionScene;
pub use scenes::AssertionScenes;
pub use triggers::{
    AssertionTriggers, ClauseWords, Effect, Phrase, PhrasePart, Reach, Trigger, WordList,
};

use std::rc::Rc;

use clause::Mark;
use scene::Found;
use table::PhraseTable;
use vocabulary::Vocabulary;

use crate::span::ByteSpan;

/// What is said of a target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Assertion {
    /// Whether it is so.
    pub polarity: Polarity,
    /// Whether that is meant as a fact.
    pub modality: Modality,
    /// When.
    pub time: Time,
    /// Whose word it is.
    pub holder: Holder,
    /// The words that decided it: of the polarity, or else of the modality, the time or the holder. `None`: no
    /// trigger reaches the target.
    pub cue: Option<Cue>,
}

/// A trigger where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Its index in the triggers of the pack; [`AssertionReader::trigger_id`] gives its id.
    pub trigger: usize,
    /// Its words.
    pub span: ByteSpan,
}

/// Reads assertions with the triggers of one pack. Made once, used for many sentences.
#[derive(Debug)]
pub struct AssertionReader {
    vocabulary: Vocabulary,
    table: PhraseTable,
    triggers: Vec<Trigger>,
}

impl AssertionReader {
    /// A reader with the triggers of `language.assertions`.
    #[must_use]
    pub fn new(given: &AssertionTriggers) -> Self {
        let mut vocabulary = Vocabulary::default();
        for (mark, words) in Mark::lists(&given.clauses) {
            vocabulary.mark(mark, words);
        }
        vocabulary.mark(Mark::RECORD, &given.records);
        let table = PhraseTable::new(given, &mut vocabulary);
        Self {
            vocabulary,
            table,
            triggers: given.triggers.clone(),
        }
    }

    /// Prepares a sentence. `sentence` is its place in `text`; the spans of targets and cues count in `text` too.
    #[must_use]
    pub fn scene(&self, text: &str, sentence: ByteSpan) -> AssertionScene<'_> {
        AssertionScene::new(self, Rc::new(Found::new(self, text, sentence)))
    }

    /// The id of a trigger; empty for one that the pack does not have.
    #[must_use]
    pub fn trigger_id(&self, trigger: usize) -> &str {
        self.triggers
            .get(trigger)
            .map_or("", |trigger| trigger.id.as_str())
    }
}

//! Numbers with what they are about: visits, frequencies, durations, doses, levels of the spine, dates.
//!
//! The text is cut into tokens once, each word with its class from the [`QuantityWords`] of the rule pack. Then
//! the recognisers of `ORDER` go over the tokens one after the other. Each consumes the tokens it understands, so
//! that none reads twice: a date is no range, a page is no count, "2 times a week" leaves no loose 2.

mod age;
mod amount;
mod calendar;
mod count;
mod course;
mod dispensed;
mod duration;
mod frequency;
mod level;
mod passage;
mod percent;
mod reference;
mod score;
mod sentences;
mod strength;
mod token;
mod tokeniser;
mod total;
mod value;
mod words;

#[cfg(test)]
mod tests;

pub use duration::{Duration, TimeUnit};
pub use frequency::{Frequency, Recurring};
pub use level::{Level, Region, Vertebra};
pub use score::Score;
pub use sentences::SentenceQuantities;
pub use strength::{DoseUnit, Strength};
pub use value::{Count, CountUnit, Quantity, Restated, Role, Value};
pub use words::{Class as WordClass, QuantityWords, Rate};

use crate::reading::word_index::{CutText, CutWords};
use crate::span::ByteSpan;
use passage::{Match, Passage};
use token::{Kind, Mark};
use words::{Class, Lexicon};

/// Reads one idea at one token.
type Recogniser = fn(&Passage<'_>, usize) -> Option<Match>;

/// The recognisers in the order in which they see the text. What only points at something and what is easily
/// mistaken for something else come first; what takes any number comes last.
const ORDER: [Recogniser; 20] = [
    reference::reference,
    calendar::date,
    age::age,
    level::lettered,
    score::score,
    strength::strength,
    percent::percent,
    dispensed::hash,
    dispensed::quantity,
    dispensed::refills,
    frequency::frequency,
    course::course,
    dispensed::pieces,
    count::count,
    duration::duration,
    count::total_behind_course,
    dispensed::multiplied,
    level::named,
    count::restated,
    calendar::bare_year,
];

/// Reads the quantities of a text.
#[derive(Debug)]
pub struct QuantityReader {
    lexicon: Lexicon,
}

impl QuantityReader {
    /// A reader that knows `words`.
    #[must_use]
    pub fn new(words: &QuantityWords) -> Self {
        Self {
            lexicon: Lexicon::new(words),
        }
    }

    /// All quantities of `text`, by place; a total comes with the frequency and the duration it is made of.
    #[must_use]
    pub fn read(&self, text: &str) -> Vec<Quantity> {
        self.read_words(CutText::new(text).words())
    }

    /// Those of a place, with spans of the whole text.
    #[must_use]
    pub fn read_in(&self, words: CutWords<'_>, place: ByteSpan) -> Vec<Quantity> {
        let quantities = self.read_words(words.part(place)).into_iter();
        quantities
            .map(|quantity| quantity.shifted(place.start))
            .collect()
    }

    fn read_words(&self, words: CutWords<'_>) -> Vec<Quantity> {
        let tokens = tokeniser::tokenise(words, &self.lexicon);
        let mut passage = Passage::new(words.text(), tokens);
        let mut starts = starts(&passage);
        if starts.is_empty() {
            return Vec::new();
        }
        for recognise in ORDER {
            let mut any = false;
            for at in &starts {
                if passage.kind(*at).is_some()
                    && let Some(matched) = recognise(&passage, *at)
                {
                    passage.apply(matched);
                    any = true;
                }
            }
            if any {
                starts.retain(|at| passage.kind(*at).is_some());
            }
        }
        passage.found.extend(total::totals(&passage));
        passage.into_quantities()
    }
}

/// So many tokens of a sentence begin a quantity, about.
const FEW_STARTS: usize = 16;

/// The tokens at which a recogniser may begin; in prose few do.
fn starts(passage: &Passage<'_>) -> Vec<usize> {
    let mut before = None;
    let mut starts = Vec::with_capacity(FEW_STARTS);
    for (at, token) in passage.tokens.iter().enumerate() {
        if may_begin(token.kind, before) {
            starts.push(at);
        }
        before = Some(token.kind);
    }
    starts
}

fn may_begin(kind: Kind, before: Option<Kind>) -> bool {
    let behind_dose = matches!(before, Some(Kind::Word(Class::Dose(_) | Class::Piece)));
    match kind {
        Kind::Number(_) | Kind::Code => true,
        // "120 mg a day", "600 mg/day".
        Kind::Word(Class::Article | Class::Per) | Kind::Mark(Mark::Slash) => behind_dose,
        Kind::Word(class) => !matches!(
            class,
            Class::Plain
                | Class::Break
                | Class::Of
                | Class::And
                | Class::Or
                | Class::Range
                | Class::Link
                | Class::During
                | Class::Qualifier
                | Class::Share
        ),
        Kind::Mark(mark) => matches!(mark, Mark::Hash | Mark::Open | Mark::Equals),
    }
}

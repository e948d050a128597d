//! `readable: false`: whether any disputed item was found.

use super::{Answer, Case, Places, Predicate, Vocable};

pub(super) const VOCABLE: Vocable = Vocable {
    name: "readable",
    about: "whether at least one disputed item could be read",
    example: "readable: false",
    places: Places::Letter,
    provides: &[],
    parse: |argument| Some(Box::new(Readable(argument.boolean()?))),
};

#[derive(Debug)]
struct Readable(bool);

impl Predicate for Readable {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let letter = case.reading.letter;
        if let Some(first) = letter.items.first() {
            let place = first
                .heading
                .unwrap_or_else(|| case.first_line_of(first.span));
            return Answer::plain(self.0).shown(place, "an item");
        }
        let answer = Answer::plain(!self.0);
        match letter.sections.last() {
            Some(last) => answer.missing_at(last.heading, "no item was found after this"),
            None => answer.missing_at(case.first_words(), "the text begins like this"),
        }
    }
}

//! `present: false`: whether a section of the letter, or a part of an item, is there.

use super::{Answer, Case, Each, Places, Predicate, Subject, Truth, Vocable};
use crate::letter::ItemPart;

pub(super) const VOCABLE: Vocable = Vocable {
    name: "present",
    about: "whether the section or part in question is there",
    example: "present: false",
    places: Places::Of(&[Each::RequiredSection, Each::RequiredPart]),
    provides: &[],
    parse: |argument| Some(Box::new(Present(argument.boolean()?))),
};

#[derive(Debug)]
struct Present(bool);

impl Predicate for Present {
    fn ask(&self, case: &Case<'_>) -> Answer {
        match case.subject {
            Subject::Section(kind) => {
                if let Some(section) = case.reading.letter.section(kind) {
                    return Answer::plain(self.0).shown(section.heading, "there");
                }
                let nearest = case.reading.letter.sections.first();
                Answer::plain(!self.0).missing_at(
                    nearest.map_or_else(|| case.first_words(), |section| section.heading),
                    "this section is there",
                )
            }
            Subject::Part(part) => self.ask_part(case, part),
            _ => Answer::unknown(),
        }
    }

    fn truth(&self, case: &Case<'_>) -> Truth {
        let is_there = match (case.subject, case.item) {
            (Subject::Section(kind), _) => case.reading.letter.section(kind).is_some(),
            (Subject::Part(part), Some(item)) => item.item.part(part).is_some(),
            _ => return Truth::Unknown,
        };
        (is_there == self.0).into()
    }
}

impl Present {
    fn ask_part(&self, case: &Case<'_>, part: ItemPart) -> Answer {
        let Some(item) = case.item.map(|item| &item.item) else {
            return Answer::unknown();
        };
        if let Some(words) = item.part(part) {
            return Answer::plain(self.0).shown(case.first_line_of(words), "there");
        }
        let answer = Answer::plain(!self.0);
        if let (ItemPart::Decision, Some(word)) = (part, item.decision_span) {
            return answer.shown(word, "neither Upheld nor Overturned");
        }
        let heading = item
            .heading
            .unwrap_or_else(|| case.first_line_of(item.span));
        let answer = answer.missing_at(heading, "in this item");
        let breaks = item
            .breaks_at
            .filter(|place| !place.overlaps(heading) && !place.is_empty());
        match breaks {
            Some(breaks) => {
                let note = format!("a {} was expected before this", part.name());
                answer.missing_at(breaks, note)
            }
            None => answer,
        }
    }
}

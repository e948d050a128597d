//! Numbers that only point at something: pages, chapters, sections, statutes, claim numbers. They are
//! consumed first, because nearly every other recogniser would find something in them.

use super::passage::{Match, Passage};
use super::token::{Kind, Mark};
use super::words::Class;

/// The largest number behind # that names a formulation: Tylenol #1 to #4.
const MAX_FORMULATION: u32 = 4;

/// "pages 98-99", "Table 11-6", "Section(s): 3.3.9", "8 CCR 9792.24.2", "ICD9 729.1".
pub(super) fn reference(passage: &Passage<'_>, at: usize) -> Option<Match> {
    match passage.kind(at)? {
        Kind::Word(Class::Reference) => {
            let end = pointed_at(passage, at + 1)?;
            // The title of a code stands before its name: "8 CCR".
            let start = if at > 0 && passage.number(at - 1).is_some() {
                at - 1
            } else {
                at
            };
            Some(Match::mask(start..end))
        }
        Kind::Word(Class::Formulation) => formulation(passage, at),
        _ => None,
    }
}

/// "Tylenol #3", "codeine no. 3": the number is part of the name.
fn formulation(passage: &Passage<'_>, at: usize) -> Option<Match> {
    // "Synvisc One", "Synvisc-One".
    let name = passage.skip(at + 1, Mark::Hyphen);
    if passage.class(name) == Some(Class::Number(1)) {
        return Some(Match::mask(at..name + 1));
    }
    let number_at = if passage.is_mark(at + 1, Mark::Hash) {
        at + 2
    } else {
        let behind_no = at + usize::from(passage.is(at + 1, Class::None)) + 1;
        passage.skip(behind_no, Mark::Stop)
    };
    let number = passage.number(number_at)?.whole()?;
    let alone = number_at > at + 1 && number <= MAX_FORMULATION;
    alone.then(|| Match::mask(at..number_at + 1))
}

/// The end of the list of numbers that a reference word points at.
fn pointed_at(passage: &Passage<'_>, at: usize) -> Option<usize> {
    let mut start = at;
    // "pg. 127", "Page(s): 98", "§ 9792", "Section (3)", "No. # 5", "Labor Code section 4610".
    while start < at + 4
        && matches!(
            passage.kind(start),
            Some(
                Kind::Mark(Mark::Stop | Mark::Colon | Mark::Hash | Mark::Open | Mark::Hyphen)
                    | Kind::Word(Class::Reference)
            )
        )
    {
        start += 1;
    }
    let mut end = one_place(passage, start)?;
    // "digit 2 times a week".
    if passage.gives_unit(end) {
        return None;
    }
    while let Some(next) = next_place(passage, end) {
        end = next;
    }
    Some(end)
}

/// The end of one place: digits or a code, with letters in brackets behind it ("9792.20(e)").
fn one_place(passage: &Passage<'_>, at: usize) -> Option<usize> {
    if !matches!(passage.kind(at)?, Kind::Number(_) | Kind::Code) {
        return None;
    }
    let mut end = at + 1;
    while passage.is_mark(end, Mark::Open)
        && passage.is_glued(end)
        && passage.is_mark(end + 2, Mark::Close)
    {
        end += 3;
    }
    Some(end)
}

/// The end of the next place of the same list: "- 99", "through 15", ", 48", "and 49".
fn next_place(passage: &Passage<'_>, at: usize) -> Option<usize> {
    let (next, loose) = match passage.kind(at)? {
        Kind::Mark(Mark::Hyphen) | Kind::Word(Class::Range) => (at + 1, false),
        Kind::Mark(Mark::Comma) => (passage.skip_all(at + 1, Class::And), true),
        Kind::Word(Class::And) => (at + 1, true),
        _ => return None,
    };
    let end = one_place(passage, next)?;
    // A number behind a comma may begin something new: "page 48, 6 visits".
    let listed =
        !loose || !matches!(passage.kind(end), Some(Kind::Word(class)) if !ends_list(class));
    (listed && !passage.gives_unit(end)).then_some(end)
}

fn ends_list(class: Class) -> bool {
    matches!(class, Class::And | Class::Of | Class::Range | Class::Break)
}

//! Percentages: the strength of a cream ("5 %"), or a share ("80% relief").

use super::passage::{Match, Passage};
use super::strength::{DoseUnit, Strength};
use super::token::{Kind, Mark};
use super::value::Value;
use super::words::Class;
use crate::reading::number::NumberRange;

/// How many words behind a percentage a dosage form may stand: "5% topical gel".
const FORM_REACH: usize = 3;

/// How far around a percentage other words about a drug are looked for.
const SENTENCE_REACH: usize = 40;

/// "5%", "50-60%", "70 percent", "50%-60%".
pub(super) fn percent(passage: &Passage<'_>, at: usize) -> Option<Match> {
    let amount = passage.amount(at)?;
    let sign = amount.end;
    if !passage.is(sign, Class::Percent) {
        return None;
    }
    let end = sign + 1;
    if is_strength(passage, at, end) {
        let strength = Strength::Single {
            amount: amount.range,
            unit: DoseUnit::Percent,
        };
        return Some(Match::one(at..end, Value::Strength(strength)));
    }
    let (range, end) = to_second_percentage(passage, end)
        .filter(|(second, _)| second.min > amount.range.max)
        .map_or((amount.range, end), |(second, behind)| {
            (NumberRange::new(amount.range.min, second.max), behind)
        });
    Some(Match::one(at..end, Value::Percent(range)).restating(amount.restated))
}

/// The "-60%" of "50%-60%".
fn to_second_percentage(passage: &Passage<'_>, at: usize) -> Option<(NumberRange, usize)> {
    if !passage.is_mark(at, Mark::Hyphen) {
        return None;
    }
    let amount = passage.amount(at + 1)?;
    passage
        .is(amount.end, Class::Percent)
        .then_some((amount.range, amount.end + 1))
}

/// Whether the percentage from `start` to `end` says how strong a drug is.
fn is_strength(passage: &Passage<'_>, start: usize, end: usize) -> bool {
    if names_share(passage, end) {
        return false;
    }
    if form_behind(passage, end) {
        return true;
    }
    let before = start
        .checked_sub(1)
        .and_then(|before| passage.any_kind(before));
    let capital_before = start > 0
        && passage
            .token_text(start - 1)
            .starts_with(|char: char| char.is_ascii_uppercase());
    // "4%-27.5%": each part of a compound has its own sign.
    let chained = before == Some(Kind::Mark(Mark::Hyphen))
        && start > 1
        && passage.any_kind(start - 2) == Some(Kind::Word(Class::Percent));
    let named_before = match before {
        Some(Kind::Word(Class::Plain | Class::Preparation | Class::Piece | Class::Formulation)) => {
            true
        }
        Some(Kind::Mark(Mark::Open | Mark::Slash | Mark::Comma)) | None => true,
        _ => chained,
    };
    let about_drug = speaks_of_drug(passage, start);
    // Shares are rounded: "2.5%".
    let exact = passage
        .number(start)
        .is_some_and(|number| number.whole().is_none());
    let closes = matches!(
        passage.any_kind(end),
        None | Some(Kind::Mark(_) | Kind::Number(_) | Kind::Word(Class::And))
    );
    named_before && (about_drug || chained || exact || capital_before && closes)
}

/// "relief", "of pain", "pain relief" right behind.
fn names_share(passage: &Passage<'_>, end: usize) -> bool {
    let share = |at: usize| passage.any_kind(at) == Some(Kind::Word(Class::Share));
    let skipped = matches!(
        passage.any_kind(end),
        Some(Kind::Word(
            Class::Plain | Class::Of | Class::Or | Class::Qualifier
        ))
    );
    share(end) || skipped && share(end + 1) || passage.any_kind(end) == Some(Kind::Word(Class::Of))
}

/// "patches", "topical gel", "in cream base" behind.
fn form_behind(passage: &Passage<'_>, end: usize) -> bool {
    for at in end..end + FORM_REACH {
        match passage.any_kind(at) {
            Some(Kind::Word(Class::Piece | Class::Preparation)) => return true,
            Some(Kind::Word(Class::Plain | Class::Link | Class::Break | Class::Article)) => {}
            _ => return false,
        }
    }
    false
}

/// Whether the sentence names a dosage form, another dose or an amount dispensed.
fn speaks_of_drug(passage: &Passage<'_>, at: usize) -> bool {
    passage.sentence(at, SENTENCE_REACH).any(|i| {
        matches!(
            passage.any_kind(i),
            Some(
                Kind::Word(Class::Dose(_) | Class::Preparation | Class::Piece)
                    | Kind::Mark(Mark::Hash)
            )
        )
    })
}

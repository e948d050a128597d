//! What is handed out: "#60", "QTY 12", "sixty count", "60 tablets", "with 2 refills", "x 3".

use super::amount::Amount;
use super::passage::{Match, Passage};
use super::token::{Kind, Mark};
use super::value::{Count, CountUnit, Value};
use super::words::Class;
use crate::reading::number::{CountRange, Number};

/// How far before an amount the words that say of what are looked for.
const REACH: usize = 24;

/// Without other words a quantity from this on is a supply and no course of visits, which end at 24 (Labor
/// Code 4604.5); supplies are monthly.
const LEAST_SUPPLY: u32 = 28;

/// Fewer tablets than this are one intake.
const LEAST_PIECES: u32 = 5;

/// Codes of procedures have five digits.
const LEAST_PROCEDURE_CODE: u32 = 10_000;

/// No prescription may be filled again more often.
const MAX_REFILLS: u32 = 12;

/// "#60", "#3 sessions". A number that only names the formulation ("Codeine #3 #60") is masked.
pub(super) fn hash(passage: &Passage<'_>, at: usize) -> Option<Match> {
    let of_refills = at > 0 && passage.is(at - 1, Class::Refill);
    if !passage.is_mark(at, Mark::Hash) || of_refills {
        return None;
    }
    let amount = passage.amount(at + 1)?;
    let end = amount.end;
    if let Some(Class::Counted(unit)) = passage.class(end) {
        return counted(at..end + 1, &amount, Some(unit));
    }
    // "#2 refills", but "#60 refills 2".
    let of_refills = passage.is(end, Class::Refill) && refills_behind(passage, end).is_none();
    if of_refills || passage.is_mark(end, Mark::Slash) {
        return None;
    }
    if passage.is_mark(end, Mark::Hash) && passage.amount(end + 1).is_some() {
        return Some(Match::mask(at..end));
    }
    let end = passage.skip_all(end, Class::Piece);
    let context = Context::before(passage, at);
    if context.visits.is_some() && !context.drug {
        return counted(at..end, &amount, context.visits);
    }
    supplied(at..end, &amount)
}

/// "QTY 12", "Qty: 60", "quantity of 60 tablets", "dispense #30". Of a drug it is what is dispensed, else a count.
pub(super) fn quantity(passage: &Passage<'_>, at: usize) -> Option<Match> {
    if !passage.is(at, Class::Supply) {
        return None;
    }
    let mut start = at + 1;
    while start < at + 4
        && matches!(
            passage.kind(start),
            Some(
                Kind::Mark(
                    Mark::Stop
                        | Mark::Colon
                        | Mark::Hash
                        | Mark::Equals
                        | Mark::Hyphen
                        | Mark::Open
                ) | Kind::Word(Class::Of | Class::Supply)
            )
        )
    {
        start += 1;
    }
    let amount = passage.amount(start)?;
    let mut end = amount.end;
    if passage.is_mark(start - 1, Mark::Open) {
        end = passage.skip(end, Mark::Close);
    }
    match passage.class(end) {
        Some(Class::Counted(unit)) => return counted(at..end + 1, &amount, Some(unit)),
        Some(Class::Piece) => return supplied(at..end + 1, &amount),
        Some(
            Class::Time(_) | Class::Dose(_) | Class::Percent | Class::Times | Class::TimesBehind,
        ) => return None,
        _ => {}
    }
    let context = Context::before(passage, at);
    let course = context.counted.is_some() && !context.drug;
    let large = amount.range.min >= Number::from(LEAST_SUPPLY) && !course;
    if context.drug || large || amount.count().is_none() {
        return supplied(at..end, &amount);
    }
    counted(at..end, &amount, context.counted)
}

/// Whether the form of what is counted stands before a comma before `at`: "patches, thirty (30)".
fn is_behind_piece(passage: &Passage<'_>, at: usize) -> bool {
    let comma = at > 1 && passage.is_mark(at - 1, Mark::Comma);
    comma && passage.is(at - 2, Class::Piece)
}

/// "60 tablets", "sixty count", "patches, thirty (30)". One intake ("2 tablets every 6 hours") is none.
pub(super) fn pieces(passage: &Passage<'_>, at: usize) -> Option<Match> {
    let amount = passage.amount(at)?;
    if amount.restated.is_some() && is_behind_piece(passage, at) {
        return supplied(at..amount.end, &amount);
    }
    let unit = passage.skip(amount.end, Mark::Hyphen);
    match passage.class(unit)? {
        Class::Supplied => supplied(at..unit + 1, &amount),
        Class::Piece => {
            let taken = at > 0 && passage.is(at - 1, Class::Taking);
            let few = amount.range.max < Number::from(LEAST_PIECES);
            (!taken && !few)
                .then(|| supplied(at..unit + 1, &amount))
                .flatten()
        }
        _ => None,
    }
}

/// "with 2 refills", "no refills", "refill 1", "Refills: 2", "refill x 3".
pub(super) fn refills(passage: &Passage<'_>, at: usize) -> Option<Match> {
    match passage.kind(at)? {
        Kind::Word(Class::None) => {
            let refill = passage.skip_all(at + 1, Class::Qualifier);
            let none = passage.is(refill, Class::Refill);
            none.then(|| Match::one(at..refill + 1, Value::Refills(0)))
        }
        Kind::Word(Class::Refill) => refills_behind(passage, at),
        _ => {
            let amount = passage.amount(at)?;
            let refill = passage.skip_all(passage.skip(amount.end, Mark::Hyphen), Class::Qualifier);
            if !passage.is(refill, Class::Refill) {
                return None;
            }
            refilled(at..refill + 1, &amount)
        }
    }
}

fn refills_behind(passage: &Passage<'_>, at: usize) -> Option<Match> {
    let mut start = at + 1;
    while start < at + 3
        && matches!(
            passage.kind(start),
            Some(
                Kind::Mark(Mark::Colon | Mark::Hash | Mark::Equals | Mark::Stop | Mark::Open)
                    | Kind::Word(Class::Times | Class::Of)
            )
        )
    {
        start += 1;
    }
    let amount = passage.amount(start)?;
    if matches!(
        passage.class(amount.end),
        Some(Class::Piece | Class::Dose(_))
    ) {
        return None;
    }
    let bracketed = passage.is_mark(start - 1, Mark::Open);
    let end = if bracketed {
        passage.skip(amount.end, Mark::Close)
    } else {
        amount.end
    };
    refilled(at..end, &amount)
}

fn refilled(tokens: std::ops::Range<usize>, amount: &Amount) -> Option<Match> {
    let number = amount
        .single_count()
        .filter(|number| *number <= MAX_REFILLS)?;
    Some(Match::one(tokens, Value::Refills(number)).restating(amount.restated))
}

/// "x 3", "times 2", "x3 visits" is left to the visits. Behind a drug that was dispensed it says nothing.
pub(super) fn multiplied(passage: &Passage<'_>, at: usize) -> Option<Match> {
    // "2 x 12" multiplies numbers; in "97140 x 4" a procedure is done 4 times.
    let before = at
        .checked_sub(1)
        .and_then(|before| passage.plain_number(before));
    let behind_number =
        before.is_some_and(|(number, _)| number < Number::from(LEAST_PROCEDURE_CODE));
    if !passage.is(at, Class::Times) || behind_number {
        return None;
    }
    let amount = passage.amount(at + 1)?;
    let end = amount.end;
    if passage.gives_unit(passage.skip(end, Mark::Hyphen)) || passage.is_mark(end, Mark::Slash) {
        return None;
    }
    let context = Context::before(passage, at);
    match (context.drug, context.dispensed) {
        (true, true) => None,
        (true, false) => supplied(at..end, &amount),
        _ => counted(at..end, &amount, context.counted),
    }
}

fn counted(
    tokens: std::ops::Range<usize>,
    amount: &Amount,
    unit: Option<CountUnit>,
) -> Option<Match> {
    let count = Count {
        amount: amount
            .count()
            .filter(|amount| *amount != CountRange::from(0))?,
        unit,
    };
    Some(Match::one(tokens, Value::Count(count)).restating(amount.restated))
}

fn supplied(tokens: std::ops::Range<usize>, amount: &Amount) -> Option<Match> {
    if !amount.range.is_single() {
        return None;
    }
    Some(Match::one(tokens, Value::Dispensed(amount.range.max)).restating(amount.restated))
}

/// What the words of the same sentence before an amount speak of.
#[derive(Debug, Default)]
struct Context {
    /// A dose or a dosage form.
    drug: bool,
    /// An amount dispensed.
    dispensed: bool,
    /// Something counted whose number has not been read yet.
    counted: Option<CountUnit>,
    /// The same, in the plural.
    visits: Option<CountUnit>,
}

impl Context {
    fn before(passage: &Passage<'_>, at: usize) -> Self {
        let mut context = Self::default();
        let sentence = passage.sentence(at, REACH);
        for i in sentence.start..at {
            match passage.any_kind(i) {
                Some(Kind::Word(
                    Class::Dose(_) | Class::Piece | Class::Preparation | Class::Taking,
                )) => {
                    context.drug = true;
                }
                Some(Kind::Word(Class::Counted(unit))) if passage.kind(i).is_some() => {
                    context.counted = Some(unit);
                    if is_plural(passage, i) {
                        context.visits = Some(unit);
                    }
                }
                _ => {}
            }
        }
        for found in passage.found_within(sentence.start..at) {
            match found.value {
                Value::Strength(_) => context.drug = true,
                Value::Dispensed(_) => context.dispensed = true,
                _ => {}
            }
        }
        context
    }
}

/// Whether the word at `at` is a plural.
pub(super) fn is_plural(passage: &Passage<'_>, at: usize) -> bool {
    let text = passage.token_text(at);
    let word = text.strip_suffix("(s)").map_or(text, |_| "s");
    word.ends_with(['s', 'S'])
}

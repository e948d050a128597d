//! Visits and other things that are counted: "12 additional physical therapy visits", "a total of 12".

use super::amount::Amount;
use super::dispensed::is_plural;
use super::passage::{Match, Passage};
use super::token::{Kind, Mark};
use super::value::{Count, CountUnit, Value};
use super::words::Class;
use crate::reading::number::CountRange;

/// How many words may stand between a number and what it counts.
const GAP: usize = 7;

/// How many words and marks a frequency or a duration has at most.
const LONGEST_COURSE: usize = 32;

/// "12 visits", "six (6) additional PT sessions", "visits: 12", "visits (6)".
pub(super) fn count(passage: &Passage<'_>, at: usize) -> Option<Match> {
    match passage.kind(at)? {
        Kind::Number(_) | Kind::Word(Class::Number(_)) => {
            let amount = passage.amount(at)?;
            let (unit, noun) = passage.counted_noun(&amount)?;
            counted(at..noun + 1, &amount, Some(unit))
        }
        // "(12) visits", where the brackets are no list number.
        Kind::Mark(Mark::Open) => {
            let amount = passage.amount(at + 1)?;
            let behind_word = at > 0 && matches!(passage.any_kind(at - 1), Some(Kind::Word(_)));
            if !passage.is_mark(amount.end, Mark::Close) || !behind_word {
                return None;
            }
            let closed = Amount {
                end: amount.end + 1,
                ..amount
            };
            let (unit, noun) = passage.counted_noun(&closed)?;
            counted(at..noun + 1, &closed, Some(unit))
        }
        Kind::Word(Class::Counted(unit)) if is_plural(passage, at) => {
            number_behind(passage, at, unit)
        }
        Kind::Word(Class::Total) => stated_total(passage, at),
        _ => None,
    }
}

/// "2x6 = 12", "2x6 (12)": a total that is stated behind a course. Looked for when courses are known.
pub(super) fn total_behind_course(passage: &Passage<'_>, at: usize) -> Option<Match> {
    let opens = passage.is_mark(at, Mark::Open);
    if !opens && !passage.is_mark(at, Mark::Equals) {
        return None;
    }
    let before = at.saturating_sub(LONGEST_COURSE)..at;
    let behind_course = passage.found_within(before).any(|found| {
        found.tokens.end == at && matches!(found.value, Value::Duration(_) | Value::Frequency(_))
    });
    let start =
        at + 1 + usize::from(passage.is(at + 1, Class::Times) || passage.is(at + 1, Class::Total));
    let amount = passage.amount(start)?;
    let end = passage.skip_all(amount.end, Class::Total);
    let complete = if opens {
        passage.is_mark(end, Mark::Close)
    } else {
        passage.ends_at(end)
    };
    (behind_course && complete)
        .then(|| counted(start..end, &amount, None))
        .flatten()
}

/// "twelve (12)" without any unit: nobody writes twice what is no amount. Looked for last.
pub(super) fn restated(passage: &Passage<'_>, at: usize) -> Option<Match> {
    let amount = passage.amount(at)?;
    amount.restated?;
    counted(at..amount.end, &amount, None)
}

/// "visits: 12", "visits (6)", "sessions #6" is left to the amounts dispensed.
fn number_behind(passage: &Passage<'_>, at: usize, unit: CountUnit) -> Option<Match> {
    let opens = passage.is_mark(at + 1, Mark::Open);
    let joined =
        opens || passage.is_mark(at + 1, Mark::Colon) || passage.is_mark(at + 1, Mark::Equals);
    let amount = passage.amount(at + 2)?;
    if !joined {
        return None;
    }
    let end = if opens {
        passage.skip(amount.end, Mark::Close)
    } else {
        amount.end
    };
    let complete = if opens {
        end > amount.end
    } else {
        passage.ends_at(end)
    };
    complete
        .then(|| counted(at..end, &amount, Some(unit)))
        .flatten()
}

/// "total of 12", "total: 12", where no unit follows that another reader knows.
fn stated_total(passage: &Passage<'_>, at: usize) -> Option<Match> {
    let start = passage.skip_all(passage.skip(at + 1, Mark::Colon), Class::Of);
    let amount = passage.amount(start)?;
    passage
        .ends_at(amount.end)
        .then(|| counted(at..amount.end, &amount, None))
        .flatten()
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

impl Passage<'_> {
    /// What `amount` counts and where that word stands: the "visits" of "12 additional physical therapy visits".
    pub(super) fn counted_noun(&self, amount: &Amount) -> Option<(CountUnit, usize)> {
        if self.is_glued(amount.end) && self.is(amount.end, Class::Plain) {
            // "3D", "5HT": the number is part of a name.
            return None;
        }
        let mut at = amount.end;
        let last = at + GAP;
        while at <= last {
            if let Some(Class::Counted(unit)) = self.class(at) {
                let next = self.counted_behind(at + 1);
                let fits = is_plural(self, at) || self.may_be_singular(amount, at);
                // In "6 treatment sessions" the last noun is what is counted.
                match next {
                    Some(next) => at = next,
                    None => return fits.then_some((unit, at)),
                }
            } else {
                at = self.behind_modifier(at)?;
            }
        }
        None
    }

    /// The place of a counted noun at `at`, past a hyphen.
    fn counted_behind(&self, at: usize) -> Option<usize> {
        let at = self.skip(at, Mark::Hyphen);
        matches!(self.class(at), Some(Class::Counted(_))).then_some(at)
    }

    /// Whether the singular noun at `noun` may be counted by `amount`: "one visit", "a 6-visit trial", and in haste
    /// "12 visit", but not "2 treatment options", where the options are counted.
    fn may_be_singular(&self, amount: &Amount, noun: usize) -> bool {
        let before_plural =
            matches!(self.class(noun + 1), Some(Class::Plain)) && is_plural(self, noun + 1);
        amount.range.max == 1.into() || !before_plural
    }

    /// The place behind what may stand between a number and the noun it counts; `None` where the reach ends.
    fn behind_modifier(&self, at: usize) -> Option<usize> {
        match self.any_kind(at)? {
            Kind::Word(class) => match class {
                Class::Plain
                | Class::Qualifier
                | Class::Rate(_)
                | Class::Repetition(_)
                | Class::Preparation
                | Class::Share
                | Class::Total
                | Class::Graded
                | Class::And
                | Class::Or => Some(at + 1),
                Class::Spine(_) if self.token_text(at).len() > 1 => Some(at + 1),
                _ => None,
            },
            Kind::Mark(Mark::Hyphen | Mark::Slash) => Some(at + 1),
            // "8 occupational therapy (OT) visits".
            Kind::Mark(Mark::Open)
                if self.is(at + 1, Class::Plain) && self.is_mark(at + 2, Mark::Close) =>
            {
                Some(at + 3)
            }
            _ => None,
        }
    }
}

//! Levels of the spine: "L4-L5", "C5 through C7", "lumbar four to five".

use std::fmt;

use super::passage::{Match, Passage};
use super::token::{Kind, Mark};
use super::value::Value;
use super::words::Class;
use crate::reading::number::Number;

/// A region of the spine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Region {
    /// C1 to C8; C8 is a nerve root below the seventh vertebra.
    Cervical,
    /// T1 to T12.
    Thoracic,
    /// L1 to L5, and the L6 that some people have.
    Lumbar,
    /// S1 to S5.
    Sacral,
}

impl Region {
    /// Every region with the letter it has in rule packs and reports.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("C", Self::Cervical),
        ("T", Self::Thoracic),
        ("L", Self::Lumbar),
        ("S", Self::Sacral),
    ];

    /// The letter of the region, `L`.
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Self::Cervical => 'C',
            Self::Thoracic => 'T',
            Self::Lumbar => 'L',
            Self::Sacral => 'S',
        }
    }

    fn highest(self) -> u8 {
        match self {
            Self::Cervical => 8,
            Self::Thoracic => 12,
            Self::Lumbar => 6,
            Self::Sacral => 5,
        }
    }

    /// The region below, which "L5-1" goes on into.
    fn below(self) -> Self {
        match self {
            Self::Cervical => Self::Thoracic,
            Self::Thoracic => Self::Lumbar,
            Self::Lumbar | Self::Sacral => Self::Sacral,
        }
    }
}

/// One vertebra or nerve root. Vertebrae are ordered from the head down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Vertebra {
    /// Its region.
    pub region: Region,
    /// Its number in the region, from 1.
    pub number: u8,
}

impl Vertebra {
    fn new(region: Region, number: u32) -> Option<Self> {
        let number = u8::try_from(number).ok()?;
        (1..=region.highest())
            .contains(&number)
            .then_some(Self { region, number })
    }
}

impl fmt::Display for Vertebra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.region.letter(), self.number)
    }
}

/// One level of the spine, or all levels from one to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Level {
    /// The uppermost.
    pub upper: Vertebra,
    /// The lowest; the same as `upper` for a single level.
    pub lower: Vertebra,
}

impl Level {
    fn new(one: Vertebra, other: Vertebra) -> Self {
        Self {
            upper: one.min(other),
            lower: one.max(other),
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.upper == self.lower {
            self.upper.fmt(f)
        } else {
            write!(f, "{}-{}", self.upper, self.lower)
        }
    }
}

/// Levels written with letters: "L4-5", "C5 through C7", "L4/L5/S1", "L5S1".
pub(super) fn lettered(passage: &Passage<'_>, at: usize) -> Option<Match> {
    let (first, end) = lettered_vertebra(passage, at)?;
    if is_image(passage, end) {
        return Some(Match::mask(at..end));
    }
    let (last, end) = chain(passage, first, end, lettered_vertebra);
    let matched = Match::one(at..end, Value::Level(Level::new(first, last)));
    Some(listed(passage, matched, last))
}

/// Adds the levels whose letter is left out: "C4-5, 5-6", "L3, 4, and 5".
fn listed(passage: &Passage<'_>, mut matched: Match, mut above: Vertebra) -> Match {
    let mut in_list = false;
    while let Some((upper, lower, start, end)) =
        next_listed(passage, above, matched.tokens.end, in_list)
    {
        in_list = true;
        matched.tokens.end = end;
        matched = matched.with(start..end, Value::Level(Level::new(upper, lower)), None);
        above = lower;
    }
    matched
}

/// The next level of a list behind `above`, with its tokens. Alone behind a comma or "and" a number may count
/// something, so it must go on from `above`: as a range from there, or as the next number before the end of a list.
fn next_listed(
    passage: &Passage<'_>,
    above: Vertebra,
    at: usize,
    in_list: bool,
) -> Option<(Vertebra, Vertebra, usize, usize)> {
    let start = behind_list_joint(passage, at)?;
    let number = passage.number(start)?.whole()?;
    let end = start + 1;
    if passage.is_mark(end, Mark::Hyphen) && number == u32::from(above.number) {
        let (lower, end) = bare_number(passage, above, end + 1)?;
        return Some((above, lower, start, end));
    }
    let next =
        Vertebra::new(above.region, number).filter(|next| next.number == above.number + 1)?;
    let goes_on = || {
        behind_list_joint(passage, end)
            .and_then(|next| passage.number(next))
            .is_some()
    };
    ((in_list || goes_on()) && !passage.gives_unit(end)).then_some((next, next, start, end))
}

/// The place behind ",", "and" or ", and".
fn behind_list_joint(passage: &Passage<'_>, at: usize) -> Option<usize> {
    let behind = passage.skip_all(passage.skip(at, Mark::Comma), Class::And);
    (behind > at).then_some(behind)
}

/// Levels written with the names of regions: "lumbar four to five", "lumbar 5 - sacral 1". Looked for late,
/// so that "lumbar 2 times a week" is spoken for.
pub(super) fn named(passage: &Passage<'_>, at: usize) -> Option<Match> {
    let (first, end) = named_vertebra(passage, at)?;
    let (last, end) = chain(passage, first, end, named_vertebra);
    let free = !passage.gives_unit(end) && !passage.is_mark(end, Mark::Hyphen);
    free.then(|| Match::one(at..end, Value::Level(Level::new(first, last))))
}

/// "L4", "L-4", and with a space only the consecutive levels of "L 4-5".
fn lettered_vertebra(passage: &Passage<'_>, at: usize) -> Option<(Vertebra, usize)> {
    let Class::Spine(region) = passage.class(at)? else {
        return None;
    };
    let hyphen = passage.is_mark(at + 1, Mark::Hyphen) && passage.is_glued(at + 1);
    let number_at = at + 1 + usize::from(hyphen);
    if passage.token_text(at).len() != 1
        || !passage.is_glued(number_at) && !spaced_levels(passage, at)
    {
        return None;
    }
    let number = passage.number(number_at)?.whole()?;
    Some((Vertebra::new(region, number)?, number_at + 1))
}

/// Whether the letter at `at` and the numbers behind a space are levels: "L 4-5", but no "L 2 visits".
fn spaced_levels(passage: &Passage<'_>, at: usize) -> bool {
    let number = |at: usize| passage.number(at).and_then(Number::whole);
    let range = passage.is_mark(at + 2, Mark::Hyphen)
        && passage.is_glued(at + 2)
        && passage.is_glued(at + 3);
    let consecutive = number(at + 1)
        .zip(number(at + 3))
        .is_some_and(|(upper, lower)| upper.saturating_add(1) == lower);
    let capital = passage
        .token_text(at)
        .starts_with(|char: char| char.is_ascii_uppercase());
    capital && range && consecutive && !passage.gives_unit(at + 4)
}

/// "lumbar four", "cervical 2".
fn named_vertebra(passage: &Passage<'_>, at: usize) -> Option<(Vertebra, usize)> {
    let Class::Spine(region) = passage.class(at)? else {
        return None;
    };
    if passage.token_text(at).len() == 1 {
        return None;
    }
    let number_at = passage.skip(at + 1, Mark::Hyphen);
    let number = small_number(passage, number_at)?;
    Some((Vertebra::new(region, number)?, number_at + 1))
}

fn small_number(passage: &Passage<'_>, at: usize) -> Option<u32> {
    match passage.kind(at)? {
        Kind::Number(number) => number.whole(),
        Kind::Word(Class::Number(number)) => Some(number),
        _ => None,
    }
}

/// Follows "-5", "/L5", "to five", "-L5-S1" from `first` down; gives the last vertebra and the end.
fn chain(
    passage: &Passage<'_>,
    first: Vertebra,
    mut end: usize,
    vertebra: fn(&Passage<'_>, usize) -> Option<(Vertebra, usize)>,
) -> (Vertebra, usize) {
    let mut last = first;
    loop {
        let joint = match passage.kind(end) {
            Some(Kind::Mark(Mark::Hyphen | Mark::Slash) | Kind::Word(Class::Range)) => end + 1,
            _ => end,
        };
        let joined = joint > end;
        let next = vertebra(passage, joint)
            .filter(|(next, _)| *next != last && (joined || adjacent(last, *next)))
            .or_else(|| joined.then(|| bare_number(passage, last, joint)).flatten());
        let Some((next, behind)) = next else {
            return (last, end);
        };
        (last, end) = (next, behind);
    }
}

/// The 5 of "L4-5" and the 1 of "L5-1", which is S1.
fn bare_number(passage: &Passage<'_>, above: Vertebra, at: usize) -> Option<(Vertebra, usize)> {
    let number = small_number(passage, at)?;
    let same = Vertebra::new(above.region, number).filter(|next| *next > above);
    let next_region = || {
        let ends_region =
            above.region != Region::Sacral && above.number + 1 >= above.region.highest();
        Vertebra::new(above.region.below(), number).filter(|_| ends_region && number == 1)
    };
    Some((same.or_else(next_region)?, at + 1))
}

/// Whether two vertebrae follow each other, so that "L4 L5" is the level between them.
fn adjacent(upper: Vertebra, lower: Vertebra) -> bool {
    let next_in_region = upper.region == lower.region && upper.number + 1 == lower.number;
    let next_region = upper.region != lower.region
        && upper.region.below() == lower.region
        && upper.number + 2 > upper.region.highest()
        && lower.number == 1;
    next_in_region || next_region
}

/// Whether "T1" or "T2" is a weighting of magnetic resonance images: "T2-weighted", "T1 and T2 signal".
fn is_image(passage: &Passage<'_>, end: usize) -> bool {
    let behind = passage.skip(end, Mark::Hyphen);
    (behind..behind + 4).any(|i| passage.is(i, Class::Imaging))
}

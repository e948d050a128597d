//! The words that quantities are made of, and the table in which the tokeniser looks them up.

use super::duration::TimeUnit;
use super::level::Region;
use super::strength::DoseUnit;
use super::value::CountUnit;
use crate::reading::word_index::{Word, WordMap};

/// How amounts, times and doses are written: `language: quantities:` of a rule pack.
#[derive(Clone, Debug, Default)]
pub struct QuantityWords {
    /// Single words in lower case and what each is. Abbreviations stand without their dots: `qd` also reads
    /// "q.d.". Of a word that is given twice the last class counts.
    pub words: Vec<(String, Class)>,
}

/// A frequency that one word says: daily, bid, qod.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rate {
    /// How often.
    pub times: u32,
    /// In how many units of time: 1, but 2 for qod.
    pub every: u32,
    /// The unit of time.
    pub unit: TimeUnit,
}

/// What a word is in a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A word that is in no list.
    Plain,
    /// A number word: six 6, twenty 20, hundred 100. "twenty-four" is put together from two.
    Number(u32),
    /// once 1, twice 2.
    Repetition(u32),
    /// The name or abbreviation of a month, 1 to 12.
    Month(u8),
    /// A unit of time.
    Time(TimeUnit),
    /// A unit of time that is too short to stand alone: read only directly behind a number, slash or x.
    ShortTime(TimeUnit),
    /// A whole frequency: daily, bid, weekly.
    Rate(Rate),
    /// What is counted: visits, sessions, injections.
    Counted(CountUnit),
    /// A unit of doses, never [`DoseUnit::Percent`].
    Dose(DoseUnit),
    /// The letter or the name of a region of the spine.
    Spine(Region),
    /// half.
    Half,
    /// first, second: never an amount.
    Ordinal,
    /// What makes digits an ordinal: st, nd, rd, th.
    OrdinalEnding,
    /// percent; the sign % is one too.
    Percent,
    /// A dosage form that is counted out: tablet, patch.
    Piece,
    /// A dosage form that is weighed, or a word that announces a drug: cream, compound.
    Preparation,
    /// Before the amount of one intake: take.
    Taking,
    /// Before an amount handed out: qty.
    Supply,
    /// Behind an amount handed out: count.
    Supplied,
    /// refill.
    Refill,
    /// per.
    Per,
    /// a, an, the.
    Article,
    /// every, each.
    Every,
    /// The q of "q6h".
    EveryShort,
    /// The other of "every other day".
    EverySecond,
    /// Between a number and what it multiplies, before or behind it: x, times.
    Times,
    /// The same, behind a number only: time.
    TimesBehind,
    /// Between the ends of a range: to.
    Range,
    /// or.
    Or,
    /// and.
    And,
    /// Before a range whose ends stand on both sides of "and".
    Between,
    /// Before a length of time: for, over.
    During,
    /// of.
    Of,
    /// no, without.
    None,
    /// Before an age: aged.
    AgeBefore,
    /// Behind "53 years": old.
    AgeBehind,
    /// Behind the number of an age: yo.
    AgeShort,
    /// Before a number that only points at a place or a thing: page, chapter, section.
    Reference,
    /// A drug of which a small number behind # names the formulation: Tylenol #3.
    Formulation,
    /// The name of a ten-point scale: vas.
    ScaleName,
    /// scale.
    Scale,
    /// The point of "10-point scale".
    Point,
    /// The out of "6 out of 10".
    Out,
    /// Near a grade on a scale of five: motor, strength.
    Graded,
    /// What a percentage is a part of: relief, improvement.
    Share,
    /// Between an amount and its unit: additional, more.
    Qualifier,
    /// A unit of what is measured and no treatment: cm, views.
    Measure,
    /// Behind T1 or T2, for a magnetic resonance image: weighted.
    Imaging,
    /// Behind "daily" where it is no frequency: living.
    DailyLife,
    /// edition.
    Edition,
    /// total.
    Total,
    /// Between a frequency and its duration: next, period.
    Link,
    /// A word that ends the reach of a number: verbs, pronouns, conjunctions.
    Break,
}

impl Class {
    /// The classes that say no more than their name, each with the key of its list in a rule pack.
    pub const LISTS: [(&'static str, Self); 43] = [
        ("halves", Self::Half),
        ("ordinals", Self::Ordinal),
        ("ordinal_endings", Self::OrdinalEnding),
        ("percent", Self::Percent),
        ("pieces", Self::Piece),
        ("preparations", Self::Preparation),
        ("taking", Self::Taking),
        ("supply", Self::Supply),
        ("supplied", Self::Supplied),
        ("refills", Self::Refill),
        ("per", Self::Per),
        ("articles", Self::Article),
        ("every", Self::Every),
        ("every_short", Self::EveryShort),
        ("every_second", Self::EverySecond),
        ("times", Self::Times),
        ("times_behind", Self::TimesBehind),
        ("range", Self::Range),
        ("or", Self::Or),
        ("and", Self::And),
        ("between", Self::Between),
        ("during", Self::During),
        ("of", Self::Of),
        ("none", Self::None),
        ("age_before", Self::AgeBefore),
        ("age_behind", Self::AgeBehind),
        ("age_short", Self::AgeShort),
        ("references", Self::Reference),
        ("formulations", Self::Formulation),
        ("scales", Self::ScaleName),
        ("scale", Self::Scale),
        ("points", Self::Point),
        ("out", Self::Out),
        ("graded", Self::Graded),
        ("shares", Self::Share),
        ("qualifiers", Self::Qualifier),
        ("measures", Self::Measure),
        ("imaging", Self::Imaging),
        ("daily_life", Self::DailyLife),
        ("edition", Self::Edition),
        ("total", Self::Total),
        ("links", Self::Link),
        ("breaks", Self::Break),
    ];
}

/// The class of every word that has one.
#[derive(Debug)]
pub(super) struct Lexicon {
    classes: WordMap<Class>,
}

impl Lexicon {
    pub(super) fn new(words: &QuantityWords) -> Self {
        let words = words.words.iter();
        Self {
            classes: WordMap::new(words.map(|(word, class)| (word.as_str(), *class))),
        }
    }

    /// The class of `word` in any letter case.
    pub(super) fn class(&self, word: &str) -> Class {
        self.classes.get(word).unwrap_or(Class::Plain)
    }

    /// The class of a word of `text`.
    pub(super) fn class_of(&self, word: &Word, text: &str) -> Class {
        self.classes.get_cut(word, text).unwrap_or(Class::Plain)
    }
}

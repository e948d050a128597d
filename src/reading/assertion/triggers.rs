//! The triggers of a pack as they are written: `language.assertions`.

use super::said::{Holder, Modality, Polarity, Time};
use super::token;

/// The triggers of a pack: `language.assertions`.
#[derive(Clone, Debug, Default)]
pub struct AssertionTriggers {
    /// Lists of words that phrases name: `{be}`.
    pub words: Vec<WordList>,
    /// The triggers. Of two that match the same words, the first counts.
    pub triggers: Vec<Trigger>,
    /// The words by which a clause is told from a member of a list.
    pub clauses: ClauseWords,
    /// Words for what is put on record: where these are denied ("no rationale"), nothing is documented.
    pub records: Vec<String>,
}

/// Words of which any one may stand where a phrase names the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordList {
    /// Its name.
    pub name: String,
    /// Its words.
    pub words: Vec<String>,
}

/// Phrases that have one effect on what they reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trigger {
    /// `no`, `has-not-been-documented`.
    pub id: String,
    /// What it does.
    pub effects: Vec<Effect>,
    /// In which direction.
    pub reach: Reach,
    /// Its phrases.
    pub says: Vec<Phrase>,
}

/// A phrase: words, and lists of which one word stands there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Phrase(pub Vec<PhrasePart>);

/// A place of a phrase.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PhrasePart {
    /// This word or mark.
    Word(String),
    /// Any word of a list.
    OneOf {
        /// The index of the list in [`AssertionTriggers::words`].
        list: usize,
        /// Whether the place may be empty.
        optional: bool,
    },
}

/// What a trigger does to a target that it reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It is absent, or not documented.
    Polarity(Polarity),
    /// It is no fact.
    Modality(Modality),
    /// It is of another time.
    Time(Time),
    /// It is someone's word.
    Holder(Holder),
    /// None; other triggers in its words do not count.
    Pseudo,
    /// What stands on its one side does not reach the other.
    Terminator,
}

/// In which direction a trigger reaches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// What stands behind it: "no weakness".
    #[default]
    Forward,
    /// What stands before it: "weakness: none".
    Backward,
    /// Both.
    Both,
    /// What stands behind it, up to the next verb: "history of", "request for".
    Phrase,
}

/// The words by which a clause that begins is told from one more member of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClauseWords {
    /// Between the members of a list, or between two clauses: ",", "and".
    pub joiners: Vec<String>,
    /// A clause begins when one follows a joiner: "she", "there".
    pub subjects: Vec<String>,
    /// A clause begins when one follows a comma: "with".
    pub asides: Vec<String>,
    /// A clause begins when a joiner and, within a few words, one of these follow: "is", "was".
    pub verbs: Vec<String>,
    /// They lead a longer subject: "the".
    pub determiners: Vec<String>,
    /// The search for the verb ends at these: "or", "which".
    pub breaks: Vec<String>,
    /// Behind these, what names a target is told more closely: "rationale for".
    pub prepositions: Vec<String>,
}

impl Phrase {
    /// The words and marks of a piece of a phrase, in small letters, cut as those of a letter are.
    #[must_use]
    pub fn words(text: &str) -> Vec<String> {
        token::words(text)
    }
}

impl Effect {
    /// Every effect by its name in a pack.
    pub const KEYS: [(&'static str, Self); 12] = [
        ("absent", Self::Polarity(Polarity::Absent)),
        ("not-documented", Self::Polarity(Polarity::NotDocumented)),
        ("uncertain", Self::Modality(Modality::Uncertain)),
        ("hypothetical", Self::Modality(Modality::Hypothetical)),
        ("historical", Self::Time(Time::Historical)),
        ("patient", Self::Holder(Holder::Patient)),
        ("provider", Self::Holder(Holder::Provider)),
        (
            "utilization-review",
            Self::Holder(Holder::UtilizationReview),
        ),
        ("guideline", Self::Holder(Holder::Guideline)),
        ("reviewer", Self::Holder(Holder::Reviewer)),
        ("nothing", Self::Pseudo),
        ("stop", Self::Terminator),
    ];
}

impl Trigger {
    /// Whether it has an effect.
    pub(super) fn has(&self, effect: Effect) -> bool {
        self.effects.contains(&effect)
    }

    /// Whether it says that something is not so.
    pub(super) fn denies(&self) -> bool {
        let denies = |effect: &Effect| matches!(effect, Effect::Polarity(_));
        self.effects.iter().any(denies)
    }
}

impl Reach {
    /// Every reach by its name in a pack.
    pub const KEYS: [(&'static str, Self); 4] = [
        ("forward", Self::Forward),
        ("backward", Self::Backward),
        ("both", Self::Both),
        ("phrase", Self::Phrase),
    ];

    /// Whether it reaches what stands before the trigger.
    pub(super) fn is_backward(self) -> bool {
        matches!(self, Self::Backward | Self::Both)
    }
}

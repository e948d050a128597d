//! What a rule pack says about conclusions: `language.conclusions`.

use super::Verdict;

/// The ways of concluding and the words around them, as a rule pack gives them.
#[derive(Clone, Debug, Default)]
pub struct ConclusionPhrases {
    /// The ways of saying that an item is or is not necessary.
    pub families: Vec<Family>,
    /// The words and phrases of each mark.
    pub words: Vec<(Mark, Vec<String>)>,
}

/// One way of saying that an item is or is not necessary.
#[derive(Clone, Debug)]
pub struct Family {
    /// `medically-necessary`.
    pub id: String,
    /// How much it counts against other families.
    pub strength: Strength,
    /// What it says when nothing denies it: [`Verdict::Necessary`] or [`Verdict::NotNecessary`].
    pub verdict: Verdict,
    /// How its phrases stand in a sentence.
    pub form: Form,
    /// What its subject must be.
    pub about: About,
    /// The phrases.
    pub says: Vec<String>,
    /// Those of them that are also found with a slip in their spelling.
    pub misspelt: Vec<String>,
}

/// How much a statement counts; the strongest one present decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// An opinion: "the request is not supported".
    Weak,
    /// Another way of saying it: "medical necessity has not been established".
    Firm,
    /// In so many words: "is not medically necessary".
    Strong,
}

/// How the phrases of a family stand in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Behind a verb: "the request is *medically necessary*".
    Predicate,
    /// Something is said of it: "*medical necessity* has not been established".
    Noun,
    /// A predicate that is an act, so that only its present counts: "the request is *certified*".
    Act,
    /// All in one: "*recommend authorization*".
    Statement,
}

/// What the subject of a family's sentence must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// Anything.
    Anything,
    /// The request by that name, unless the sentence announces a conclusion.
    Request,
    /// Something with one of these words or phrases in it.
    Words(Vec<String>),
}

macro_rules! marks {
    ($($(#[$doc:meta])* $mark:ident = $key:literal,)*) => {
        /// What a word or phrase does in a sentence that concludes; the keys of
        /// `language.conclusions.words`, which explains each.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Mark { $($(#[$doc])* $mark,)* }

        impl Mark {
            /// Every mark with its key in `language.conclusions.words`.
            pub const KEYS: &[(&'static str, Self)] = &[$(($key, Self::$mark),)*];
        }
    };
}

marks! {
    /// Denies what it stands before: "not".
    Negation = "negations",
    /// Denies as an adjective: "unclear".
    Doubt = "doubts",
    /// Holds a negation that denies nothing: "not only".
    FalseNegation = "false_negations",
    /// A finite verb that carries a verdict: "is".
    Verb = "verbs",
    /// A finite helping verb: "has", "would".
    Helper = "helpers",
    /// Joins a helping verb to a verdict: "been", "found".
    Link = "links",
    /// A form of the past: "was".
    Past = "past",
    /// May stand between verb and verdict: "at this time".
    Between = "between",
    /// Makes a verb an infinitive: "to".
    Infinitive = "infinitives",
    /// "and", "or".
    Conjunction = "conjunctions",
    /// "the".
    Determiner = "determiners",
    /// "that", "which".
    Relative = "relatives",
    /// "it", "this".
    Pronoun = "pronouns",
    /// Makes a verdict merely possible: "may".
    Possible = "possible",
    /// Hedges a verdict: "would".
    Hedged = "hedged",
    /// Begins a condition: "if".
    Condition = "conditions",
    /// Makes the verdict before it conditional or general: "for patients".
    ConditionBehind = "conditions_behind",
    /// Marks a verdict as a guideline's: "recommended as".
    Recital = "recitals",
    /// Begins a concession: "although".
    Concession = "concessions",
    /// Begins a clause that stands against what went before: "but".
    Contrast = "contrasts",
    /// Begins a reason: "because".
    Reason = "reasons",
    /// Looks like the beginning of a reason: "as well as".
    NoReason = "no_reasons",
    /// Announces the conclusion: "therefore".
    Conclusive = "conclusive",
    /// May begin a sentence before its subject: "however".
    Opener = "openers",
    /// Answers the question of the review: "yes".
    Answer = "answers",
    /// Begins a phrase before the subject: "based on".
    Fronting = "fronting",
    /// Names the disputed item as such: "request".
    Request = "request",
    /// Looks as if it named the item: "request for authorization".
    NoRequest = "no_requests",
    /// Names nothing itself: "service".
    Generic = "generic",
    /// Names another part than the disputed one: "prior".
    Part = "parts",
    /// Names the disputed part: "remaining".
    Remaining = "remaining",
    /// Speaks for a guideline: "ODG".
    Guideline = "guidelines",
    /// Spoke against the request: "utilization review".
    Denier = "deniers",
    /// Speaks for the request: "treating physician".
    Provider = "providers",
    /// Begins a phrase that says whose opinion follows: "per".
    Attributing = "attributing",
    /// Tells what somebody said: "states".
    Saying = "saying",
    /// Gives a verdict in the active voice: "find".
    Judging = "judging",
    /// Tells of a refusal: "denied".
    Denying = "denying",
    /// Tells of an earlier time: "previously".
    Earlier = "earlier",
    /// Says of the necessity that it stands: "established".
    Shown = "shown",
    /// Says so when it is denied: "determined".
    Sought = "sought",
    /// Verb before the necessity: "support".
    Showing = "showing",
    /// What is missing when the necessity is not shown: "documentation".
    Evidence = "evidence",
    /// "sufficient".
    Enough = "enough",
    /// Begins a sentence about the decision that decides nothing: "this decision addresses".
    Aside = "asides",
}

/// A set of [`Mark`]s.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks(u64);

impl Marks {
    /// The set with these marks.
    pub(crate) const fn of(marks: &[Mark]) -> Self {
        let mut bits = 0;
        let mut at = 0;
        while at < marks.len() {
            bits |= 1 << marks[at] as u64;
            at += 1;
        }
        Self(bits)
    }

    /// Whether `mark` is in the set.
    pub(crate) fn has(self, mark: Mark) -> bool {
        self.any(Self::of(&[mark]))
    }

    /// Whether the sets share a mark.
    pub(crate) fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Adds the marks of `other`.
    pub(crate) fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// Whether one of them denies what follows.
    pub(crate) fn denies(self) -> bool {
        self.any(Self::of(&[Mark::Negation, Mark::Doubt]))
    }

    /// Whether there is no mark.
    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }
}

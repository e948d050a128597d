//! Words and phrases of a pack.

use crate::reading::assertion::AssertionTriggers;
use crate::reading::comparison::ComparisonWords;
use crate::reading::conclusion::ConclusionPhrases;
use crate::reading::credential::CredentialWords;
use crate::reading::fact::FactWords;
use crate::reading::named_source::SourceWords;
use crate::reading::prior_treatment::PriorWords;
use crate::reading::quantity::QuantityWords;
use crate::reading::reason::ReasonWords;
use crate::reading::recited_limit::RecitedWords;
use crate::reading::sentence::SentenceWords;
use crate::reading::summary::{FindingWords, SummaryWords};
use crate::reading::zone::ZoneCues;

/// The language data of a pack: `language:` in its files.
#[derive(Debug, Default)]
pub struct Language {
    /// How amounts, times and doses are written.
    pub quantities: QuantityWords,
    /// What decides where sentences end.
    pub sentences: SentenceWords,
    /// How a rationale says that an item is necessary or not.
    pub conclusions: ConclusionPhrases,
    /// The triggers by which a sentence denies, doubts or dates what it names.
    pub assertions: AssertionTriggers,
    /// The cues by which the voices of a rationale are told apart.
    pub zones: ZoneCues,
    /// How a rationale gives reasons.
    pub reasons: ReasonWords,
    /// How a rationale speaks of the guidelines that it names.
    pub sources: SourceWords,
    /// What tells whether a denial reaches a fact.
    pub facts: FactWords,
    /// How the request is held against a limit: "exceeds the guideline".
    pub comparison: ComparisonWords,
    /// How earlier treatment is told: "has completed 12 sessions".
    pub prior_treatment: PriorWords,
    /// How numbers of a guideline are recited: "9-10 visits over 8 weeks".
    pub recited_limits: RecitedWords,
    /// How letters speak of an operation and of what goes with it.
    pub surgery: SurgeryWords,
    /// States and territories that license physicians.
    pub states: Vec<String>,
    /// Words for left, right and both sides.
    pub sides: SideWords,
    /// How a case summary says what other parts of the letter say too.
    pub summary: SummaryWords,
    /// The findings of examinations.
    pub findings: FindingWords,
    /// How credentials are given in prose.
    pub credentials: CredentialWords,
    /// Words that mark a request as given before it was asked for, and services beside a surgery.
    pub request_marks: RequestMarks,
    /// The formulas of a heading that tells apart what was asked for, authorized and disputed.
    pub split: SplitPhrases,
    /// Phrases in which the name of a body part names none: "on the other hand".
    pub not_body_parts: Vec<String>,
    /// How a conclusion restates a request.
    pub restatement: RestatementWords,
    /// Words that make no difference between two requests: "of", "the".
    pub fillers: Vec<String>,
}

/// Words for sides of the body.
#[derive(Debug, Default)]
pub struct SideWords {
    /// "left", "lt", ...
    pub left: Vec<String>,
    /// "right", "rt", ...
    pub right: Vec<String>,
    /// "bilateral", "both", ...
    pub both: Vec<String>,
    /// Words that a side does not reach across to a body part: "and", "for".
    pub breaks: Vec<String>,
}

/// Phrases of a heading that say what kind of request it is.
#[derive(Debug, Default)]
pub struct RequestMarks {
    /// "retrospective", ...
    pub retrospective: Vec<String>,
    /// "associated surgical service", "pre-operative", ...
    pub surgical_service: Vec<String>,
    /// "post-operative", ...: what follows is therapy after a surgery, which has limits of its own.
    pub post_operative: Vec<String>,
    /// "DOS", ...: what follows is the day of a service.
    pub date_of_service: Vec<String>,
}

/// How letters speak of an operation and of what goes with it.
#[derive(Debug, Default)]
pub struct SurgeryWords {
    /// Phrases of a rationale that tie its item to the operation that is asked for: "requested surgery".
    pub requested: Vec<String>,
    /// Words for the operation: "surgical intervention".
    pub words: Vec<String>,
    /// Words of a heading whose body part is not the operation's: "chest".
    pub whole_body: Vec<String>,
    /// Words of a heading whose item may be needed although the operation is not: "psychological".
    pub independent: Vec<String>,
}

/// The formulas of a split request: "X was the original request. Y was authorized by the Claims
/// Administrator. The remaining IMR eligible portion of the original request, Z is".
#[derive(Debug, Default)]
pub struct SplitPhrases {
    /// Behind the original request: "was the original request".
    pub original: Vec<String>,
    /// Behind what was authorized: "was authorized by the Claims Administrator".
    pub authorized: Vec<String>,
    /// Before what was authorized: "The Claims Administrator authorized".
    pub authorizes: Vec<String>,
    /// Behind what was authorized, when that stands last: "leaving the original request IMR eligible".
    pub leaving: Vec<String>,
    /// Before what is disputed: "The remaining IMR eligible portion of the original request".
    pub disputed: Vec<String>,
    /// Behind what is disputed: "is".
    pub closing: Vec<String>,
}

/// How a conclusion restates a request.
#[derive(Debug, Default)]
pub struct RestatementWords {
    /// Phrases before an amount that is a bound and no restatement: "more than".
    pub bounds: Vec<String>,
    /// Phrases behind which the restatement is over and the reason begins: "given".
    pub asides: Vec<String>,
}

//! The clause of a verdict: where it begins, what its subject is, what governs it.

use std::ops::Range;

use super::phrases::{Mark, Marks};
use super::subject::{skip_openers, subject_end, subject_start, trimmed};
use super::words::{Kind, Word};

/// The clause that ends in a verb group.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    /// Its first word.
    pub(super) start: usize,
    /// The words of its subject; empty when there are none.
    pub(super) subject: Range<usize>,
    /// Whether the subject names the request, or only points at it ("this").
    pub(super) about_request: bool,
    /// Whether the subject is a mere pronoun.
    pub(super) pronoun: bool,
    /// Whether words before it announce a conclusion.
    pub(super) conclusive: bool,
    /// Whether what governs it denies it: "no evidence that ...", "none of the ...".
    pub(super) denied: bool,
    /// Whether it stands behind a "that" which is denied: "I cannot agree that ...".
    pub(super) behind_denied_that: bool,
}

impl Clause {
    /// The clause whose verb group begins at the word `verb`.
    pub(super) fn before(words: &[Word], verb: usize) -> Self {
        let hard = words[..verb]
            .iter()
            .rposition(|word| word.kind == Kind::Semicolon || word.marks.has(Mark::Conclusive))
            .map_or(0, |at| at + 1);
        let complement = complement(words, hard, verb);
        let start = complement.map_or(hard, |complement| complement.start);
        let head = skip_openers(words, start, verb);
        let from = subject_start(words, start, head, verb);
        let to = subject_end(words, from, verb);
        let subject = trimmed(words, from..to);
        let named = words[from..verb]
            .iter()
            .any(|word| word.marks.any(Marks::of(&[Mark::Request, Mark::Remaining])));
        let pronoun = subject.len() == 1 && words[subject.start].marks.has(Mark::Pronoun);
        let governed = governor(words, hard, complement, from);
        let nothing = is_nothing(&words[head..verb])
            || is_nothing(&words[from..verb])
            || is_relative_of_denied(words, verb);
        Self {
            start,
            about_request: named || pronoun || is_answer(words),
            pronoun,
            conclusive: words[..verb]
                .iter()
                .any(|word| word.marks.has(Mark::Conclusive)),
            behind_denied_that: complement.is_some_and(|complement| {
                complement.start == from && denies(&words[hard..complement.governed_until])
            }),
            denied: nothing || governed.is_some_and(|governor| denies(&words[governor])),
            subject,
        }
    }

    /// The clause of an active verdict ("I find the request to be ..."): its subject is the object, the
    /// words `object..verb`.
    pub(super) fn of_object(words: &[Word], object: usize, verb: usize) -> Self {
        let mut clause = Self::before(words, object);
        let end = words[object..verb]
            .iter()
            .rposition(|word| word.kind == Kind::Word && !word.marks.has(Mark::Between))
            .map_or(object, |last| object + last + 1);
        clause.subject = trimmed(words, object..end);
        clause.about_request = words[object..verb]
            .iter()
            .any(|word| word.marks.has(Mark::Request));
        clause.pronoun = clause.subject.len() == 1;
        clause
    }
}

/// Whether a subject denies its verb: "no further visits are ...", "none of the visits is ...".
fn is_nothing(subject: &[Word]) -> bool {
    let breaks = Marks::of(&[Mark::Verb, Mark::Helper]);
    let parted = |word: &Word| word.kind == Kind::Comma || word.marks.any(breaks);
    let first = subject.first().map(|word| word.marks).unwrap_or_default();
    first.has(Mark::Negation) && !first.has(Mark::Fronting) && !subject.iter().any(parted)
}

/// Whether the sentence begins with an answer: "Yes, the request ...".
fn is_answer(words: &[Word]) -> bool {
    matches!(words, [first, second, ..] if first.marks.has(Mark::Answer) && second.kind == Kind::Comma)
}

/// A clause that is joined by "that" to what is said of it.
#[derive(Clone, Copy)]
struct Complement {
    /// The first word of the clause.
    start: usize,
    /// Where what is said of it ends: the first "that" of several ("no evidence that X or that Y").
    governed_until: usize,
}

/// The clause behind the last "that" which joins it to what is said of it ("there is no evidence that", "it is
/// determined that"); not behind a relative "that" ("findings that would warrant").
fn complement(words: &[Word], start: usize, verb: usize) -> Option<Complement> {
    let governs = Marks::of(&[
        Mark::Saying,
        Mark::Judging,
        Mark::Showing,
        Mark::Evidence,
        Mark::Link,
        Mark::Verb,
        Mark::Shown,
        Mark::Denier,
    ]);
    let verbal = Marks::of(&[Mark::Verb, Mark::Helper, Mark::Showing]);
    let mut first = None;
    let mut last = None;
    for at in start + 1..verb {
        let (before, next) = (words[at - 1].marks, words[at + 1]);
        let that = words[at].marks.has(Mark::Relative) && words[at].marks.has(Mark::Determiner);
        let again = first.is_some() && before.has(Mark::Conjunction);
        let governed = before.any(governs) || again;
        if that && governed && next.kind == Kind::Word && !next.marks.any(verbal) {
            first.get_or_insert(at);
            last = Some(at);
        }
    }
    Some(Complement {
        start: last? + 1,
        governed_until: first?,
    })
}

/// What says something of the clause whose subject begins at `subject`: the words before "that", or before a
/// verb that needs none ("I do not find the request is ...").
fn governor(
    words: &[Word],
    start: usize,
    complement: Option<Complement>,
    subject: usize,
) -> Option<Range<usize>> {
    if let Some(complement) = complement.filter(|complement| complement.start == subject) {
        return Some(start..complement.governed_until);
    }
    let last = subject.checked_sub(1).filter(|last| *last >= start)?;
    let governs = Marks::of(&[Mark::Judging, Mark::Saying, Mark::Showing, Mark::Evidence]);
    words[last].marks.any(governs).then_some(start..subject)
}

/// "is not one that": the clause of a relative "that" directly before the verb is denied.
fn is_relative_of_denied(words: &[Word], verb: usize) -> bool {
    let relative = verb > 0 && words[verb - 1].marks.has(Mark::Relative);
    let finite = Marks::of(&[Mark::Verb, Mark::Helper]);
    relative
        && words[..verb]
            .windows(2)
            .any(|pair| pair[0].marks.any(finite) && pair[1].marks.has(Mark::Negation))
}

/// Whether the words before a clause deny it.
fn denies(governor: &[Word]) -> bool {
    let answer = usize::from(is_answer(governor));
    governor[answer..].iter().any(|word| word.marks.denies())
}

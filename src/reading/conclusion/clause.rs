//! The clause of a verdict: where it begins, what its subject is, what governs it.

use std::ops::Range;

use super::phrases::{Mark, Marks};
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
}

const BEGINS_CLAUSE: Marks = Marks::of(&[
    Mark::Conjunction,
    Mark::Relative,
    Mark::Judging,
    Mark::Saying,
    Mark::Showing,
    Mark::Evidence,
    Mark::Link,
    Mark::Opener,
    Mark::Conclusive,
    Mark::Concession,
    Mark::Reason,
    Mark::Condition,
]);

const SUBORDINATES: Marks = Marks::of(&[
    Mark::Fronting,
    Mark::Reason,
    Mark::Concession,
    Mark::Condition,
]);

impl Clause {
    /// The clause whose verb group begins at the word `verb`.
    pub(super) fn before(words: &[Word], verb: usize) -> Self {
        let hard = words[..verb]
            .iter()
            .rposition(|word| word.kind == Kind::Semicolon || word.marks.has(Mark::Conclusive))
            .map_or(0, |at| at + 1);
        let complement = complement(words, hard, verb);
        let start = complement.unwrap_or(hard);
        let head = skip_openers(words, start, verb);
        let from = subject_start(words, start, head, verb);
        let to = subject_end(words, from, verb);
        let subject = trimmed(words, from..to);
        let named = words[from..verb]
            .iter()
            .any(|word| word.marks.has(Mark::Request));
        let pronoun = subject.len() == 1 && words[subject.start].marks.has(Mark::Pronoun);
        let governed = governor(words, hard, complement, from);
        let nothing = is_nothing(&words[head..verb]) || is_nothing(&words[from..verb]);
        Self {
            start,
            about_request: named || pronoun || is_answer(words),
            pronoun,
            conclusive: words[..verb]
                .iter()
                .any(|word| word.marks.has(Mark::Conclusive)),
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

/// The first word behind the last "that" which joins a clause to what is said of it ("there is no evidence
/// that", "it is determined that"); not a relative "that" ("findings that would warrant").
fn complement(words: &[Word], start: usize, verb: usize) -> Option<usize> {
    let governs = Marks::of(&[
        Mark::Saying,
        Mark::Judging,
        Mark::Showing,
        Mark::Evidence,
        Mark::Link,
        Mark::Verb,
        Mark::Shown,
    ]);
    let verbal = Marks::of(&[Mark::Verb, Mark::Helper, Mark::Showing]);
    (start + 1..verb).rev().find_map(|at| {
        let that = words[at].marks.has(Mark::Relative) && words[at].marks.has(Mark::Determiner);
        let joins = that
            && words[at - 1].marks.any(governs)
            && !words[at + 1].marks.any(verbal)
            && words[at + 1].kind == Kind::Word;
        joins.then_some(at + 1)
    })
}

/// What says something of the clause whose subject begins at `subject`: the words before "that", or before a
/// verb that needs none ("I do not find the request is ...").
fn governor(
    words: &[Word],
    start: usize,
    complement: Option<usize>,
    subject: usize,
) -> Option<Range<usize>> {
    if complement == Some(subject) {
        return Some(start..subject);
    }
    let last = subject.checked_sub(1).filter(|last| *last >= start)?;
    let governs = Marks::of(&[Mark::Judging, Mark::Saying, Mark::Showing, Mark::Evidence]);
    words[last].marks.any(governs).then_some(start..subject)
}

/// Whether the words before a clause deny it.
fn denies(governor: &[Word]) -> bool {
    let answer = usize::from(is_answer(governor));
    governor[answer..].iter().any(|word| word.marks.denies())
}

/// The first word behind openers and their commas; a negation that is no answer is the subject's.
fn skip_openers(words: &[Word], start: usize, verb: usize) -> usize {
    let mut at = start;
    while at < verb {
        let word = words[at];
        let comma = words
            .get(at + 1)
            .is_some_and(|next| next.kind == Kind::Comma);
        let opens = match word.kind {
            Kind::Word if word.marks.denies() => word.marks.has(Mark::Answer) && comma,
            Kind::Word => word.marks.has(Mark::Opener),
            _ => true,
        };
        if !opens {
            break;
        }
        at += 1;
    }
    at
}

/// Where the subject begins: at the last mention of the request that can begin a clause, else behind what
/// stands before the subject.
fn subject_start(words: &[Word], start: usize, head: usize, verb: usize) -> usize {
    let mut first = None;
    let mut last = None;
    for at in start..verb {
        if words[at].marks.has(Mark::Request) {
            let from = phrase_start(words, start, at);
            let before = from.checked_sub(1).map(|before| words[before]);
            let begins = from == start
                || from == head
                || before
                    .is_some_and(|word| word.kind != Kind::Word || word.marks.any(BEGINS_CLAUSE));
            if words[from].marks.has(Mark::Determiner) {
                first.get_or_insert(from);
            }
            if begins && last != Some(from) {
                last = Some(from);
            }
        }
    }
    if let Some(mention) = last.or(first) {
        return mention;
    }
    if head >= verb {
        return head;
    }
    if let Some(behind) =
        behind_governor(words, head, verb).or_else(|| behind_conjunction(words, head, verb))
    {
        return behind;
    }
    let commas = || {
        (head..verb)
            .rev()
            .filter(|at| words[*at].kind == Kind::Comma)
    };
    if !words[head].marks.any(SUBORDINATES) {
        let absolute = commas()
            .next()
            .filter(|comma| is_absolute(&words[head..*comma]));
        return absolute.map_or(head, |comma| comma + 1);
    }
    let definite = commas().find(|at| words[at + 1].marks.has(Mark::Determiner));
    match definite.or_else(|| commas().next()) {
        Some(comma) => comma + 1,
        None if words[head].marks.has(Mark::Fronting) => head,
        None => head + 1,
    }
}

/// "the criteria not having been met": a participle without a finite verb.
fn is_absolute(words: &[Word]) -> bool {
    let finite = Marks::of(&[Mark::Verb, Mark::Helper]);
    words.iter().any(|word| word.marks.has(Mark::Link))
        && !words.iter().any(|word| word.marks.any(finite))
}

/// Behind "no documentation to suggest", "I do not believe": what follows is a clause without "that".
fn behind_governor(words: &[Word], head: usize, verb: usize) -> Option<usize> {
    let governs = Marks::of(&[Mark::Judging, Mark::Saying, Mark::Showing]);
    let denied = words[head..verb]
        .iter()
        .position(|word| word.marks.denies())?
        + head;
    (denied..verb.saturating_sub(1)).rev().find_map(|at| {
        let governor = words[at].marks.any(governs) && words[at + 1].marks.has(Mark::Determiner);
        governor.then_some(at + 1)
    })
}

/// Behind "X is planned but": another clause went before.
fn behind_conjunction(words: &[Word], head: usize, verb: usize) -> Option<usize> {
    let finite = Marks::of(&[Mark::Verb, Mark::Helper]);
    let first = words[head..verb]
        .iter()
        .position(|word| word.marks.any(finite))?
        + head;
    let last = words[first..verb]
        .iter()
        .rposition(|word| word.marks.has(Mark::Conjunction))?
        + first;
    (last + 1 < verb).then_some(last + 1)
}

/// The first word of the noun phrase in which the request is named at `at`: "the currently requested".
fn phrase_start(words: &[Word], start: usize, at: usize) -> usize {
    let mut from = at;
    while from > start && at - from < 4 {
        let before = words[from - 1];
        if before.kind != Kind::Word {
            break;
        }
        if before.marks.has(Mark::Determiner) && !before.marks.has(Mark::Relative) {
            return from - 1;
        }
        if before.marks.has(Mark::Request) || before.marks.is_empty() || before.marks.any(QUALIFIES)
        {
            from -= 1;
        } else {
            break;
        }
    }
    // Without an article the words before it are none of it ("in view of MTUS request").
    if from < at && words[from].marks.has(Mark::Request) {
        from
    } else {
        at
    }
}

const QUALIFIES: Marks = Marks::of(&[Mark::Part, Mark::Remaining, Mark::Generic]);

/// Where the subject of the verb group ends. With "is not supported by X and is not ..." it ends at the first
/// of the verbs that share it.
fn subject_end(words: &[Word], from: usize, verb: usize) -> usize {
    let shared = verb > from
        && words[..verb]
            .iter()
            .rev()
            .find(|word| word.kind == Kind::Word)
            .is_some_and(|word| word.marks.has(Mark::Conjunction));
    if !shared {
        return verb.max(from);
    }
    let finite = Marks::of(&[Mark::Verb, Mark::Helper]);
    let first = words[from..verb]
        .iter()
        .position(|word| word.marks.any(finite));
    first.map_or(verb, |first| from + first)
}

pub(super) fn trimmed(words: &[Word], range: Range<usize>) -> Range<usize> {
    let is_word = |at: &usize| words[*at].kind == Kind::Word;
    let Some(first) = range.clone().find(is_word) else {
        return range.start..range.start;
    };
    let last = range.clone().rev().find(is_word).unwrap_or(first);
    first..last + 1
}

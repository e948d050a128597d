//! The subject of a clause: where the item is restated.

use std::ops::Range;

use super::phrases::{Mark, Marks};
use super::words::{Kind, Word};

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

/// The first word behind openers and their commas; a negation that is no answer is the subject's.
pub(super) fn skip_openers(words: &[Word], start: usize, verb: usize) -> usize {
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
pub(super) fn subject_start(words: &[Word], start: usize, head: usize, verb: usize) -> usize {
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
pub(super) fn subject_end(words: &[Word], from: usize, verb: usize) -> usize {
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

/// `range` without the punctuation at its two ends; empty when there is nothing else.
pub(super) fn trimmed(words: &[Word], range: Range<usize>) -> Range<usize> {
    let is_word = |at: &usize| words[*at].kind == Kind::Word;
    let Some(first) = range.clone().find(is_word) else {
        return range.start..range.start;
    };
    let last = range.clone().rev().find(is_word).unwrap_or(first);
    first..last + 1
}

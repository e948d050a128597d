//! The verb before a verdict, and whether it is denied.

use super::phrases::{Mark, Marks};
use super::words::{Kind, Word};

/// The words between a subject and its verdict: "has not been found to be".
#[derive(Clone, Copy, Debug)]
pub(super) struct VerbGroup {
    /// The first word of the group; the verdict itself when there is none.
    pub(super) start: usize,
    /// The marks of all its words.
    pub(super) marks: Marks,
    /// Whether a negation in it denies the verdict.
    pub(super) negated: bool,
    /// In the active voice ("I find the request to be ...") the first word of what is judged.
    pub(super) object: Option<usize>,
    /// Whether there is a verb at all.
    pub(super) carried: bool,
    /// Whether that verb stands apart, with other words between it and the verdict.
    pub(super) apart: bool,
}

/// How many words a verb may stand before the rest of its group: "is not supported by the documentation that
/// was submitted for this review as being medically necessary".
const LONGEST_REACH: usize = 24;

/// How long an insertion between commas may be, in words.
const LONGEST_INSERTION: usize = 16;

const FINITE: Marks = Marks::of(&[Mark::Verb, Mark::Helper, Mark::Possible]);
const TRANSPARENT: Marks = Marks::of(&[
    Mark::Between,
    Mark::Conclusive,
    Mark::Earlier,
    Mark::FalseNegation,
    Mark::Conjunction,
]);

/// The verb group that ends where the verdict begins, at the word `verdict`.
pub(super) fn before(words: &[Word], verdict: usize) -> VerbGroup {
    let mut group = VerbGroup {
        start: verdict,
        marks: Marks::default(),
        negated: false,
        object: None,
        carried: false,
        apart: false,
    };
    let mut at = verdict;
    let mut finite = false;
    let mut joined = false;
    while at > 0 && !finite {
        let word = words[at - 1];
        match word.kind {
            Kind::Comma => at = before_parenthesis(words, at),
            Kind::Other => {}
            Kind::Colon | Kind::Semicolon | Kind::Dash => break,
            Kind::Word => {
                let marks = word.marks;
                finite = marks.any(FINITE);
                let links = finite || marks.any(Marks::of(&[Mark::Link, Mark::Recital]));
                let denies = marks.denies();
                if !links && !denies && !marks.any(TRANSPARENT) && !is_inverted(words, at - 1) {
                    break;
                }
                group.carried |= links;
                group.negated |= denies;
                group.marks.add(marks);
                joined = true;
                if links || denies {
                    group.start = at - 1;
                }
            }
        }
        at -= 1;
    }
    if finite {
        group.extend(words);
    } else if joined {
        group.reach(words, at);
    } else {
        group.reach_judgement(words, at);
    }
    group
}

/// Where an insertion that ends with the comma before `end` begins, if it splits a verb: "is not, in view of
/// these findings, medically necessary". Else `end` itself.
fn before_parenthesis(words: &[Word], end: usize) -> usize {
    let first = end.saturating_sub(LONGEST_INSERTION);
    let opening = words[first..end - 1]
        .iter()
        .rposition(|word| word.kind == Kind::Comma)
        .map(|at| first + at);
    let splits = |at: &usize| {
        let verb = Marks::of(&[Mark::Verb, Mark::Helper, Mark::Link, Mark::Negation]);
        *at > 0 && words[at - 1].marks.any(verb)
    };
    opening.filter(splits).map_or(end, |at| at + 1)
}

/// Whether the word `at` is the subject of an inverted clause: "nor is it medically necessary".
fn is_inverted(words: &[Word], at: usize) -> bool {
    words[at].marks.has(Mark::Pronoun)
        && matches!(&words[..at], [.., nor, verb] if verb.marks.any(FINITE) && is_nor(nor))
}

fn is_nor(word: &Word) -> bool {
    word.marks.denies() && word.marks.has(Mark::Conjunction)
}

impl VerbGroup {
    /// Takes in what stands before the finite verb: "does not" of "does not appear", "nor" of "nor is it".
    fn extend(&mut self, words: &[Word]) {
        while let Some(before) = self.start.checked_sub(1).map(|before| words[before]) {
            let helps = before
                .marks
                .any(Marks::of(&[Mark::Helper, Mark::Negation, Mark::Doubt]));
            if before.kind != Kind::Word || !helps {
                break;
            }
            self.start -= 1;
            self.negated |= before.marks.denies();
            self.marks.add(before.marks);
        }
    }

    /// "I find the request medically necessary": no verb belongs to the verdict itself.
    fn reach_judgement(&mut self, words: &[Word], from: usize) {
        for at in (from.saturating_sub(LONGEST_REACH)..from).rev() {
            let word = words[at];
            if word.kind == Kind::Semicolon || word.marks.any(FINITE) {
                return;
            }
            if word.marks.has(Mark::Judging) && self.judges(words, at) {
                self.apart = true;
                return;
            }
        }
    }

    /// The finite verb stands further to the left: "cannot, without these records, be considered ...", "do
    /// not find the request to be ...".
    fn reach(&mut self, words: &[Word], from: usize) {
        let first = from.saturating_sub(LONGEST_REACH);
        for at in (first..from).rev() {
            let word = words[at];
            if matches!(word.kind, Kind::Semicolon | Kind::Colon)
                || word.marks.has(Mark::Conclusive)
            {
                return;
            }
            if word.marks.has(Mark::Denying) {
                self.marks.add(word.marks);
            }
            if word.marks.any(FINITE) {
                if !self.carried && !joined_by_conjunction(words, from) && !is_judgement(words, at)
                {
                    return;
                }
                self.start = at;
                self.apart = !self.carried;
                self.carried = true;
                self.marks.add(word.marks);
                self.negated |= word.marks.denies() || is_denied_behind(words, at);
                return;
            }
            if word.marks.any(Marks::of(&[Mark::Judging, Mark::Link])) && self.judges(words, at) {
                return;
            }
        }
    }

    /// Whether the word `at` gives the verdict in the active voice, over an object ("find the request").
    fn judges(&mut self, words: &[Word], at: usize) -> bool {
        let next = words.get(at + 1).map(|word| word.marks).unwrap_or_default();
        let object = next.any(Marks::of(&[Mark::Determiner, Mark::Request, Mark::Pronoun]));
        let qualifies = words[at].marks.has(Mark::Judging) && next.has(Mark::Between);
        if !object && !qualifies {
            return false;
        }
        self.apart = !self.carried;
        self.carried = true;
        self.object = object.then_some(at + 1);
        if !object {
            self.start = at;
        }
        for before in words[..at].iter().rev().take(4) {
            if before.kind != Kind::Word || !before.marks.any(HELPING) {
                break;
            }
            self.negated |= before.marks.denies();
            self.marks.add(before.marks);
        }
        true
    }
}

/// Whether "and" or "or" stands directly behind the word before `from`: "is within the guideline *and*
/// medically necessary".
fn joined_by_conjunction(words: &[Word], from: usize) -> bool {
    words
        .get(from)
        .is_some_and(|word| word.marks.has(Mark::Conjunction))
}

/// Whether the verb `at` belongs to a judgement: "is not *supported*", "has been *considered*".
fn is_judgement(words: &[Word], at: usize) -> bool {
    let judged = Marks::of(&[
        Mark::Link,
        Mark::Between,
        Mark::Judging,
        Mark::Showing,
        Mark::Saying,
    ]);
    words[at + 1..]
        .iter()
        .find(|word| !word.marks.denies())
        .is_some_and(|word| word.marks.any(judged))
}

const HELPING: Marks = Marks::of(&[
    Mark::Negation,
    Mark::Helper,
    Mark::Between,
    Mark::Hedged,
    Mark::Link,
]);

/// Whether a negation follows the verb `at`: "is not", "is therefore not".
fn is_denied_behind(words: &[Word], at: usize) -> bool {
    for word in words[at + 1..].iter().take(4) {
        if word.marks.denies() {
            return true;
        }
        if word.kind != Kind::Word
            || !word
                .marks
                .any(Marks::of(&[Mark::Between, Mark::Helper, Mark::Link]))
        {
            return false;
        }
    }
    false
}

/// The helping verbs and negations directly before a verb in the active voice, at the word `verb`: "do not" of
/// "do not support the request". `None` where no conclusion can be meant: "which would support the request",
/// "to support the request".
pub(super) fn before_active(words: &[Word], verb: usize) -> Option<VerbGroup> {
    let mut group = VerbGroup {
        start: verb,
        marks: Marks::default(),
        negated: false,
        object: None,
        carried: true,
        apart: false,
    };
    for at in (verb.saturating_sub(5)..verb).rev() {
        let word = words[at];
        let helps = Marks::of(&[
            Mark::Helper,
            Mark::Negation,
            Mark::Between,
            Mark::Link,
            Mark::Verb,
        ]);
        if word.kind != Kind::Word || !word.marks.any(helps) || word.marks.has(Mark::Conjunction) {
            break;
        }
        group.start = at;
        group.negated |= word.marks.denies();
        group.marks.add(word.marks);
    }
    let relative = group.start > 0 && words[group.start - 1].marks.has(Mark::Relative);
    let plain = Marks::of(&[Mark::Helper, Mark::Verb]);
    let infinitive = group.marks.has(Mark::Infinitive) && !group.marks.any(plain) && !group.negated;
    (!infinitive && !relative).then_some(group)
}

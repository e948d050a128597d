//! Whether a verdict is a conclusion, or stands under a condition, in a concession, or in somebody else's mouth
//! ([`super::speaker`]).

use super::clause::Clause;
use super::phrases::{Mark, Marks};
use super::verb::VerbGroup;
use super::words::{Kind, Word};

/// How a verdict stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// The reviewer says it.
    Own,
    /// The reviewer says it in a clause that gives the reason for something else.
    Reason,
    /// It is no conclusion: hypothetical, conceded, recited, or said by somebody else.
    NotConcluded,
}

/// The verdict `verdict..behind` with its verb group and clause.
pub(super) struct Guarded<'w> {
    pub(super) words: &'w [Word],
    pub(super) group: &'w VerbGroup,
    pub(super) clause: &'w Clause,
    /// The first word behind the verdict.
    pub(super) behind: usize,
    /// Whether the verdict is denied.
    pub(super) denied: bool,
}

impl Guarded<'_> {
    /// How the verdict stands.
    pub(super) fn standing(&self) -> Standing {
        let marks = self.group.marks;
        let never = (marks.has(Mark::Possible) && !self.denied)
            || self.is_earlier()
            || self.is_restrictive()
            || (marks.has(Mark::Recital) && !self.announced());
        if never
            || self.is_conditional()
            || self.is_conditional_behind()
            || self.is_conceded()
            || self.is_said_by_others()
            || self.is_refusal_reported()
        {
            Standing::NotConcluded
        } else if self.is_reason() {
            Standing::Reason
        } else {
            Standing::Own
        }
    }

    /// "was previously found", "initially, the request was", "was not medically necessary initially".
    fn is_earlier(&self) -> bool {
        let mut front = self.words[self.clause.start..].iter();
        let head = front.find(|word| word.kind == Kind::Word && !word.marks.has(Mark::Opener));
        let behind = self.words.get(self.behind);
        self.group.marks.has(Mark::Earlier)
            || [head, behind]
                .into_iter()
                .flatten()
                .any(|word| word.marks.has(Mark::Earlier))
    }

    /// "all treatment that is medically necessary": a kind of treatment, not this one.
    fn is_restrictive(&self) -> bool {
        let mut before = self.words[..self.group.start].iter().rev();
        let relative = before
            .next()
            .is_some_and(|word| word.marks.has(Mark::Relative));
        let complement = self.clause.start == self.group.start;
        relative
            && !complement
            && before.next().is_some_and(|word| word.kind == Kind::Word)
            && !self.clause.about_request
    }

    /// Whether the sentence is about the request or announces a conclusion.
    pub(super) fn announced(&self) -> bool {
        self.clause.about_request || self.clause.conclusive
    }

    /// The first word of the subject; the verb group when there is none.
    pub(super) fn subject(&self) -> usize {
        self.clause.subject.start.min(self.group.start)
    }

    /// The last word with `mark` before the verb group that no semicolon and no "therefore" parts from it.
    pub(super) fn last_before(&self, mark: Mark) -> Option<usize> {
        let before = &self.words[..self.group.start];
        let at = before.iter().rposition(|word| word.marks.has(mark))?;
        let parted = before[at + 1..]
            .iter()
            .any(|word| word.kind == Kind::Semicolon || word.marks.has(Mark::Conclusive));
        (!parted).then_some(at)
    }

    /// Whether a comma, or an "and" directly before the subject, parts the word `at` from the subject.
    fn parted(&self, at: usize) -> bool {
        let subject = self.subject();
        let until = if at < subject {
            subject
        } else {
            self.group.start
        };
        let between = &self.words[at..until];
        if between.iter().any(|word| word.kind == Kind::Comma) {
            return true;
        }
        if at + 1 >= subject {
            return false;
        }
        // Where the comma was forgotten, the verb of the other clause tells: "although he IS better the request".
        let last = self.words[subject - 1].marks;
        let finite = Marks::of(&[Mark::Verb, Mark::Helper]);
        let governed = Marks::of(&[
            Mark::Relative,
            Mark::Condition,
            Mark::Judging,
            Mark::Saying,
            Mark::Showing,
        ]);
        last.has(Mark::Conjunction)
            || (between[1..].iter().any(|word| word.marks.any(finite)) && !last.any(governed))
    }

    /// "if", "when", "whether" before the verdict, in its clause or, where the request is not named, before
    /// it.
    fn is_conditional(&self) -> bool {
        let Some(at) = self.last_before(Mark::Condition) else {
            return false;
        };
        let subject = self.subject();
        if at > subject {
            // "the request is supported WHEN it is medically necessary", but "the visits, if any, are not".
            let finite = Marks::of(&[Mark::Verb, Mark::Helper]);
            let clause = self.words[subject..at]
                .iter()
                .any(|word| word.marks.any(finite));
            return clause || !self.announced();
        }
        !self.is_set_against(at) && (!self.parted(at) || !self.announced())
    }

    /// Whether the condition that begins at the word `at` belongs to a clause which the verdict is set against:
    /// "although it may be needed if therapy fails, the study is not", "... if therapy fails, but the study is not".
    fn is_set_against(&self, at: usize) -> bool {
        let is_comma = |word: &Word| word.kind == Kind::Comma;
        let behind = &self.words[at..self.subject()];
        let Some(comma) = behind.iter().position(is_comma) else {
            return false;
        };
        let mut words = behind[comma..].iter();
        let next = words.find(|word| word.kind == Kind::Word);
        let before = self.words[..at].iter().rev();
        let mut clause = before.take_while(|word| !is_comma(word));
        next.is_some_and(|word| word.marks.has(Mark::Contrast))
            || clause.any(|word| word.marks.has(Mark::Concession))
    }

    /// "medically necessary if ...", "... for patients with ...". A denial that is about the request stays one.
    fn is_conditional_behind(&self) -> bool {
        if self.denied && self.announced() {
            return false;
        }
        let skipped = Marks::of(&[Mark::Between, Mark::Conjunction]);
        let next = self.words[self.behind..].iter().find(|word| {
            !(word.kind == Kind::Word
                && word.marks.any(skipped)
                && !word.marks.has(Mark::ConditionBehind))
        });
        next.is_some_and(|word| word.marks.has(Mark::ConditionBehind))
    }

    fn is_conceded(&self) -> bool {
        self.last_before(Mark::Concession)
            .is_some_and(|at| !self.parted(at))
    }

    fn is_reason(&self) -> bool {
        self.last_before(Mark::Reason)
            .is_some_and(|at| self.begins_reason(at) && !self.parted(at))
    }

    /// "as" gives a reason only at the beginning of a clause.
    fn begins_reason(&self, at: usize) -> bool {
        !self.words[at].marks.has(Mark::Between)
            || at == 0
            || self.words[at - 1].kind != Kind::Word
            || self.words[at - 1].marks.any(Marks::of(&[
                Mark::Conjunction,
                Mark::Conclusive,
                Mark::Opener,
            ]))
    }
}

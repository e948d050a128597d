//! Who speaks: the reviewer who concludes, or a guideline, a condition, an earlier reviewer.

use super::clause::Clause;
use super::lexicon::{Kind, Word};
use super::phrases::{Mark, Marks};
use super::verb::VerbGroup;

/// How far before a verb of saying its speaker may stand, in words.
const SPEAKER_REACH: usize = 6;

const DETACHED: Marks = Marks::of(&[Mark::Denier, Mark::Provider]);

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

    /// "was previously found", "initially, the request was".
    fn is_earlier(&self) -> bool {
        let front = self.clause.start..self.subject().max(self.clause.start);
        self.group.marks.has(Mark::Earlier) || self.words[front].iter().any(|word| word.marks.has(Mark::Earlier))
    }

    /// "all treatment that is medically necessary": a kind of treatment, not this one.
    fn is_restrictive(&self) -> bool {
        let mut before = self.words[..self.group.start].iter().rev();
        let relative = before.next().is_some_and(|word| word.marks.has(Mark::Relative));
        let complement = self.clause.start == self.group.start;
        relative && !complement && before.next().is_some_and(|word| word.kind == Kind::Word) && !self.clause.about_request
    }

    /// Whether the sentence is about the request or announces a conclusion.
    fn announced(&self) -> bool {
        self.clause.about_request || self.clause.conclusive
    }

    /// The first word of the subject; the verb group when there is none.
    fn subject(&self) -> usize {
        self.clause.subject.start.min(self.group.start)
    }

    /// The last word with `mark` before the verb group that no semicolon and no "therefore" parts from it.
    fn last_before(&self, mark: Mark) -> Option<usize> {
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
        let until = if at < subject { subject } else { self.group.start };
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
        let governed = Marks::of(&[Mark::Relative, Mark::Condition, Mark::Judging, Mark::Saying, Mark::Showing]);
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
            let clause = self.words[subject..at].iter().any(|word| word.marks.any(finite));
            return clause || !self.announced();
        }
        !self.parted(at) || !self.announced()
    }

    /// "medically necessary if ...", "... for patients with ...". A denial that is about the request stays one.
    fn is_conditional_behind(&self) -> bool {
        if self.denied && self.announced() {
            return false;
        }
        let skipped = Marks::of(&[Mark::Between, Mark::Conjunction]);
        let next = self.words[self.behind..]
            .iter()
            .find(|word| !(word.kind == Kind::Word && word.marks.any(skipped) && !word.marks.has(Mark::ConditionBehind)));
        next.is_some_and(|word| word.marks.has(Mark::ConditionBehind))
    }

    fn is_conceded(&self) -> bool {
        self.last_before(Mark::Concession).is_some_and(|at| !self.parted(at))
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
            || self.words[at - 1]
                .marks
                .any(Marks::of(&[Mark::Conjunction, Mark::Conclusive, Mark::Opener]))
    }

    fn is_said_by_others(&self) -> bool {
        self.is_reported() || self.is_finding_of_denier() || self.is_fronted_by_denier() || self.is_headed_by_guideline() || self.is_passive_by_others()
    }

    /// "ODG states that ...", "the provider believes ...". A guideline that is quoted about the request itself
    /// is the reviewer speaking.
    fn is_reported(&self) -> bool {
        let end = self.group.object.unwrap_or(self.group.start).min(self.words.len());
        (0..end).rev().any(|at| {
            self.words[at].marks.any(Marks::of(&[Mark::Saying, Mark::Judging])) && self.reports(at)
        })
    }

    fn reports(&self, said: usize) -> bool {
        let Some(next) = self.words.get(said + 1) else {
            return false;
        };
        let subject = self.subject();
        let second = self.words.get(said + 2).map(|word| word.marks).unwrap_or_default();
        let opens = (next.kind != Kind::Word && !second.has(Mark::Relative))
            || next.marks.any(Marks::of(&[Mark::Relative, Mark::Determiner, Mark::Pronoun]))
            || said + 1 == subject;
        let behind = said + 1 + usize::from(next.kind != Kind::Word);
        let between = self.words.get(behind..subject).unwrap_or_default();
        let parted = between.iter().any(|word| {
            matches!(word.kind, Kind::Comma | Kind::Semicolon) || word.marks.has(Mark::Conclusive)
        });
        let joined = between.last().is_some_and(|word| word.marks.has(Mark::Conjunction));
        if parted || joined {
            return false;
        }
        let first = said.saturating_sub(SPEAKER_REACH);
        let speaker = (first..said)
            .rev()
            .take_while(|at| !self.words[*at].marks.has(Mark::Relative))
            .find(|at| self.speaks(*at));
        match speaker {
            // "the provider does not show that ...": the reviewer says so of the provider.
            Some(at) if self.clause.denied && !self.words[at].marks.has(Mark::Denier) => false,
            Some(at) if self.words[at].marks.any(DETACHED) => opens,
            Some(at) => !self.clause.about_request && (opens || said - at <= 2),
            None => self.is_opinion(said, *next),
        }
    }

    /// Whether the word `at` names somebody else who speaks; not one of whom only is spoken ("I disagree with
    /// the utilization review and find ...").
    fn speaks(&self, at: usize) -> bool {
        let somebody = Marks::of(&[Mark::Denier, Mark::Provider, Mark::Guideline]);
        let first = self.words[..at]
            .iter()
            .rposition(|word| !word.marks.any(somebody))
            .map_or(0, |before| before + 1);
        let spoken_of = self.words[first.saturating_sub(2)..first]
            .iter()
            .any(|word| word.marks.has(Mark::Fronting));
        self.words[at].marks.any(somebody) && !spoken_of
    }

    /// "the recommendation that ..." of nobody in particular.
    fn is_opinion(&self, said: usize, next: Word) -> bool {
        let noun = said > 0 && self.words[said - 1].marks.has(Mark::Determiner);
        noun && next.marks.has(Mark::Relative) && !self.clause.about_request
    }

    /// "the utilization review decision that ...", unless the reviewer agrees with it.
    fn is_finding_of_denier(&self) -> bool {
        let Some(that) = self.subject().checked_sub(1).filter(|at| self.words[*at].marks.has(Mark::Relative)) else {
            return false;
        };
        let first = that.saturating_sub(SPEAKER_REACH);
        let Some(denier) = (first..that).rev().find(|at| self.words[*at].marks.has(Mark::Denier)) else {
            return false;
        };
        let parted = self.words[denier..that].iter().any(|word| word.kind == Kind::Comma);
        let agrees = self.words[..denier].iter().any(|word| word.marks.has(Mark::Judging))
            && !self.words[..denier].iter().any(|word| word.marks.denies());
        !parted && !agrees
    }

    /// "According to utilization review, ...".
    fn is_fronted_by_denier(&self) -> bool {
        let end = self.subject();
        let opens = |word: &&Word| word.kind != Kind::Word || word.marks.has(Mark::Opener);
        let skipped = self.words[self.clause.start.min(end)..end].iter().take_while(opens).count();
        let mut fronted = self.words[self.clause.start + skipped..].iter().take(SPEAKER_REACH);
        self.clause.start + skipped < end
            && fronted.next().is_some_and(|word| word.marks.has(Mark::Fronting))
            && fronted
                .take_while(|word| word.kind == Kind::Word)
                .any(|word| word.marks.has(Mark::Denier))
    }

    /// "ODG: recommended as medically necessary ...".
    fn is_headed_by_guideline(&self) -> bool {
        let Some(colon) = self.words[..self.group.start]
            .iter()
            .rposition(|word| word.kind == Kind::Colon)
        else {
            return false;
        };
        !self.announced() && self.words[..colon].iter().any(|word| word.marks.has(Mark::Guideline))
    }

    /// "was found not medically necessary by the claims administrator".
    fn is_passive_by_others(&self) -> bool {
        let mut rest = self.words[self.behind..].iter().take(SPEAKER_REACH);
        rest.any(|word| word.marks.has(Mark::Fronting))
            && rest
                .take_while(|word| word.kind == Kind::Word)
                .take(4)
                .any(|word| word.marks.has(Mark::Denier))
    }

    /// "the request was denied as not medically necessary", "UR denied it because it was not ...".
    fn is_refusal_reported(&self) -> bool {
        let Some(at) = self.last_before(Mark::Denying) else {
            return self.group.marks.has(Mark::Denying) && self.group.marks.has(Mark::Past);
        };
        let past = self.words[..at]
            .iter()
            .rev()
            .take(3)
            .any(|word| word.marks.has(Mark::Past));
        let refused_by = self.words[..self.group.start].iter().any(|word| word.marks.has(Mark::Denier));
        let reason = Marks::of(&[Mark::Reason, Mark::Fronting]);
        let joined = self.words[at..self.group.start].iter().any(|word| word.marks.any(reason));
        (past || refused_by) && joined
    }
}

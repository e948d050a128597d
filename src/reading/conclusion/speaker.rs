//! Who says a verdict when the reviewer does not: a guideline, the treating provider, an earlier reviewer.

use super::guard::Guarded;
use super::phrases::{Mark, Marks};
use super::words::{Kind, Word};

/// How far before a verb of saying its speaker may stand, in words.
const SPEAKER_REACH: usize = 6;

/// The same for those who spoke against the request: "the prior determination, dated 1/2/2016, indicated".
const DENIER_REACH: usize = 14;

/// Forms of verbs of saying that may also stand for an adjective: "recommended", "felt".
const PARTICIPLES: Marks = Marks::of(&[Mark::Between, Mark::Link]);

/// Speakers who are never the reviewer.
const DETACHED: Marks = Marks::of(&[Mark::Denier, Mark::Provider]);

impl Guarded<'_> {
    /// Whether somebody else says it.
    pub(super) fn is_said_by_others(&self) -> bool {
        self.is_reported()
            || self.is_finding_of_denier()
            || self.is_fronted_by_denier()
            || self.is_attributed_to_provider()
            || self.is_headed_by_guideline()
            || self.is_passive_by_others()
    }

    /// "ODG states that ...", "the provider believes ...". A guideline that is quoted about the request itself
    /// is the reviewer speaking.
    fn is_reported(&self) -> bool {
        let end = self
            .group
            .object
            .unwrap_or(self.group.start)
            .min(self.words.len());
        (0..end).rev().any(|at| {
            self.words[at]
                .marks
                .any(Marks::of(&[Mark::Saying, Mark::Judging]))
                && self.reports(at)
        })
    }

    fn reports(&self, said: usize) -> bool {
        let Some(next) = self.words.get(said + 1) else {
            return false;
        };
        let subject = self.subject();
        let second = self
            .words
            .get(said + 2)
            .map(|word| word.marks)
            .unwrap_or_default();
        let opens = (next.kind != Kind::Word && !second.has(Mark::Relative))
            || next.marks.any(Marks::of(&[
                Mark::Relative,
                Mark::Determiner,
                Mark::Pronoun,
            ]))
            || said + 1 == subject;
        let behind = said + 1 + usize::from(next.kind != Kind::Word);
        let between = self.words.get(behind..subject).unwrap_or_default();
        let parted = between.iter().any(|word| {
            matches!(word.kind, Kind::Comma | Kind::Semicolon) || word.marks.has(Mark::Conclusive)
        });
        let joined = between
            .last()
            .is_some_and(|word| word.marks.has(Mark::Conjunction));
        if parted || joined {
            return false;
        }
        let near = said.saturating_sub(SPEAKER_REACH);
        let speaker = (said.saturating_sub(DENIER_REACH)..said)
            .rev()
            .take_while(|at| !self.words[*at].marks.has(Mark::Relative))
            .filter(|at| *at >= near || self.words[*at].marks.has(Mark::Denier))
            .find(|at| self.speaks(*at));
        match speaker {
            // "the provider does not show that ...": the reviewer says so of the provider.
            Some(at) if self.clause.denied && !self.words[at].marks.has(Mark::Denier) => false,
            // "utilization review found the visits were ..."
            Some(at) if self.words[at].marks.has(Mark::Denier) => opens || said - at == 1,
            // "the physician feels MRI is ...", but "the physician-recommended MRI is ..."
            Some(at) if self.words[at].marks.any(DETACHED) => {
                let finite = !self.words[said].marks.any(PARTICIPLES);
                opens || (said - at == 1 && finite)
            }
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
        let Some(that) = self
            .subject()
            .checked_sub(1)
            .filter(|at| self.words[*at].marks.has(Mark::Relative))
        else {
            return false;
        };
        let first = that.saturating_sub(SPEAKER_REACH);
        let Some(denier) = (first..that)
            .rev()
            .find(|at| self.words[*at].marks.has(Mark::Denier))
        else {
            return false;
        };
        let parted = self.words[denier..that]
            .iter()
            .any(|word| word.kind == Kind::Comma);
        let agrees = self.words[..denier]
            .iter()
            .any(|word| word.marks.has(Mark::Judging))
            && !self.words[..denier].iter().any(|word| word.marks.denies());
        !parted && !agrees
    }

    /// "According to utilization review, ...".
    fn is_fronted_by_denier(&self) -> bool {
        let end = self.subject();
        let opens = |word: &&Word| word.kind != Kind::Word || word.marks.has(Mark::Opener);
        let skipped = self.words[self.clause.start.min(end)..end]
            .iter()
            .take_while(opens)
            .count();
        let mut fronted = self.words[self.clause.start + skipped..]
            .iter()
            .take(SPEAKER_REACH);
        self.clause.start + skipped < end
            && fronted
                .next()
                .is_some_and(|word| word.marks.has(Mark::Fronting))
            && fronted
                .take_while(|word| word.kind == Kind::Word)
                .any(|word| word.marks.has(Mark::Denier))
    }

    /// "Per the requesting provider, the MRI is ...", with nothing but the subject behind the comma.
    fn is_attributed_to_provider(&self) -> bool {
        let front = &self.words[self.clause.start.min(self.subject())..self.subject()];
        let [first, behind @ .., comma] = front else {
            return false;
        };
        first.marks.has(Mark::Attributing)
            && comma.kind == Kind::Comma
            && behind.len() <= SPEAKER_REACH
            && behind.iter().all(|word| word.kind == Kind::Word)
            && behind.iter().any(|word| word.marks.has(Mark::Provider))
    }

    /// "ODG: recommended as medically necessary ...".
    fn is_headed_by_guideline(&self) -> bool {
        let Some(colon) = self.words[..self.group.start]
            .iter()
            .rposition(|word| word.kind == Kind::Colon)
        else {
            return false;
        };
        !self.announced()
            && self.words[..colon]
                .iter()
                .any(|word| word.marks.has(Mark::Guideline))
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
    pub(super) fn is_refusal_reported(&self) -> bool {
        let Some(at) = self.last_before(Mark::Denying) else {
            return self.group.marks.has(Mark::Denying) && self.group.marks.has(Mark::Past);
        };
        let past = self.words[..at]
            .iter()
            .rev()
            .take(3)
            .any(|word| word.marks.has(Mark::Past));
        let refused_by = self.words[..self.group.start]
            .iter()
            .any(|word| word.marks.has(Mark::Denier));
        let reason = Marks::of(&[Mark::Reason, Mark::Fronting]);
        let joined = self.words[at..self.group.start]
            .iter()
            .any(|word| word.marks.any(reason));
        (past || refused_by) && joined
    }
}

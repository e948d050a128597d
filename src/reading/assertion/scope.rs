//! How far triggers reach: the words of a sentence walked from a target outward, to both sides.
//!
//! A trigger reaches the target when the walk comes to it before it comes to a stop. The nearest of each kind
//! decides, so that a denial ends the scope of the one before it.

use std::ops::Range;

use super::clause::{self, Mark, Opening};
use super::said::{Holder, Modality, Polarity, Time};
use super::table::Candidate;
use super::token::Token;
use super::triggers::{Effect, Reach, Trigger};

/// The triggers that reach a target, the nearest of each kind.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reached {
    pub(super) polarity: Option<(Polarity, Candidate)>,
    pub(super) modality: Option<(Modality, Candidate)>,
    pub(super) time: Option<(Time, Candidate)>,
    pub(super) holder: Option<(Holder, Candidate)>,
}

/// A sentence around a target.
#[derive(Clone, Copy, Debug)]
pub(super) struct Walk<'s> {
    pub(super) tokens: &'s [Token],
    pub(super) triggers: &'s [Trigger],
    /// The triggers around the target that hold, by place.
    pub(super) near: &'s [Candidate],
    /// The first token of the target.
    pub(super) start: usize,
    /// Just behind its last.
    pub(super) end: usize,
    /// How many tokens to go.
    pub(super) window: usize,
}

impl Reached {
    /// The trigger that decided most.
    pub(super) fn deciding(&self) -> Option<Candidate> {
        let polarity = self.polarity.map(|(_, found)| found);
        let modality = self.modality.map(|(_, found)| found);
        let time = self.time.map(|(_, found)| found);
        let holder = self.holder.map(|(_, found)| found);
        polarity.or(modality).or(time).or(holder)
    }

    /// Takes what a trigger says of the target, unless a nearer one of its kind reached it.
    fn take(&mut self, effect: Effect, found: Candidate) {
        match effect {
            Effect::Polarity(is) => self.polarity = self.polarity.or(Some((is, found))),
            Effect::Modality(is) => self.modality = self.modality.or(Some((is, found))),
            Effect::Time(is) => self.time = self.time.or(Some((is, found))),
            Effect::Holder(is) => self.holder = self.holder.or(Some((is, found))),
            Effect::Pseudo | Effect::Terminator => {}
        }
    }
}

impl Walk<'_> {
    /// The nearest trigger of each kind on either side. As near on both: the one before the target.
    pub(super) fn reached(&self) -> Reached {
        let before = self.before();
        let after = self.after();
        Reached {
            polarity: self.nearer(before.polarity, after.polarity),
            modality: self.nearer(before.modality, after.modality),
            time: self.nearer(before.time, after.time),
            holder: self.nearer(before.holder, after.holder),
        }
    }

    fn nearer<T>(
        &self,
        before: Option<(T, Candidate)>,
        after: Option<(T, Candidate)>,
    ) -> Option<(T, Candidate)> {
        match (before, after) {
            (Some(before), Some(after)) => {
                let back = self.start - before.1.end;
                let ahead = after.1.start - self.end;
                Some(if ahead < back { after } else { before })
            }
            (before, after) => before.or(after),
        }
    }

    /// The triggers before the target that reach forward to it. Whose word it is goes on where a claim stops:
    /// "ODG states that ..., but ..." is the guideline's word to the end.
    fn before(&self) -> Reached {
        let mut reached = Reached::default();
        let (mut stopped, mut past_verb) = (false, false);
        let first = self.near.partition_point(|found| found.end <= self.start);
        let mut matches = self
            .near
            .get(..first)
            .unwrap_or_default()
            .iter()
            .rev()
            .peekable();
        let mut at = self.start;
        let last = self.start.saturating_sub(self.window);
        while at > last {
            if let Some(found) = matches.next_if(|found| found.end == at) {
                at = found.start;
                let Some(trigger) = self.triggers.get(found.trigger) else {
                    continue;
                };
                let in_reach = match trigger.reach {
                    Reach::Forward | Reach::Both => true,
                    Reach::Phrase => !past_verb,
                    Reach::Backward => false,
                };
                for effect in trigger.effects.iter().filter(|_| in_reach) {
                    if !stopped || matches!(effect, Effect::Holder(_)) {
                        reached.take(*effect, *found);
                    }
                }
                // A denial of something else: what stands before it does not reach past it.
                stopped |= trigger.denies() && trigger.reach == Reach::Backward;
                stopped |= trigger.has(Effect::Terminator);
                past_verb |= self.has_verb(found.start..found.end);
            } else {
                at -= 1;
                past_verb |= self.has_verb(at..at + 1);
                stopped = stopped || self.opens_clause(at) != Opening::None;
            }
        }
        reached
    }

    /// The triggers behind the target that reach back to it.
    fn after(&self) -> Reached {
        let mut reached = Reached::default();
        let first = self.near.partition_point(|found| found.start < self.end);
        let mut matches = self.near.get(first..).unwrap_or_default().iter().peekable();
        let mut at = self.end;
        let last = self.tokens.len().min(self.end + self.window / 2);
        while at < last {
            if let Some(found) = matches.next_if(|found| found.start == at) {
                at = found.end;
                let Some(trigger) = self.triggers.get(found.trigger) else {
                    continue;
                };
                let backward = trigger.reach.is_backward();
                if trigger.has(Effect::Terminator) || trigger.denies() && !backward {
                    break;
                }
                for effect in trigger.effects.iter().filter(|_| backward) {
                    reached.take(*effect, *found);
                }
            } else {
                let stops = match self.opens_clause(at) {
                    Opening::None => false,
                    Opening::Subject => true,
                    // "X and Y were not discussed" has one verb, "the worker had X and Y was not discussed" two;
                    // commas just before a trigger are gaps where a name was taken out.
                    Opening::Verb => self.has_verb_before() && !self.is_gap(at, matches.peek()),
                };
                if stops {
                    break;
                }
                at += 1;
            }
        }
        reached
    }

    fn opens_clause(&self, at: usize) -> Opening {
        let joins = |token: &Token| token.marks.has(Mark::JOINER);
        if self.tokens.get(at).is_some_and(joins) {
            clause::opening(self.tokens, at)
        } else {
            Opening::None
        }
    }

    /// Whether a verb stands before the target in its clause.
    fn has_verb_before(&self) -> bool {
        let first = self.start.saturating_sub(self.window);
        self.has_verb(first..self.start)
    }

    fn has_verb(&self, place: Range<usize>) -> bool {
        let tokens = self.tokens.get(place).unwrap_or_default();
        tokens.iter().any(|token| token.marks.has(Mark::VERB))
    }

    /// Whether only joiners stand from `at` to the next trigger.
    fn is_gap(&self, at: usize, next: Option<&&Candidate>) -> bool {
        let between = next.and_then(|next| self.tokens.get(at..next.start));
        between.is_some_and(|between| between.iter().all(|token| token.marks.has(Mark::JOINER)))
    }
}

//! Verdicts that say it all in one ("I recommend authorization"), and those that leave it all out ("... but the
//! others are not").

use std::ops::Range;

use super::clause::Clause;
use super::guard::{Guarded, Standing};
use super::phrases::{Mark, Marks, Strength};
use super::scene::{Said, Scene};
use super::subject::trimmed;
use super::verb::{self, VerbGroup};
use super::words::{Kind, Word};
use super::{CompiledFamily, Verdict};

impl Scene<'_> {
    /// "I recommend authorization", "the records do not support the request".
    pub(super) fn whole(&self, family: &CompiledFamily, at: Range<usize>) -> Option<Said> {
        let group = verb::before_active(&self.words, at.start)?;
        let clause = Clause::before(&self.words, group.start);
        let verdict = if group.negated {
            family.verdict.denied()
        } else {
            family.verdict
        };
        let speaker = self.words[..group.start].iter().rev().take(3);
        let mut speaker = speaker.filter(|word| word.kind == Kind::Word);
        let others = Marks::of(&[Mark::Denier, Mark::Provider]);
        let guideline = family.strength != Strength::Weak;
        if speaker
            .any(|word| word.marks.any(others) || (guideline && word.marks.has(Mark::Guideline)))
        {
            return None;
        }
        let weak = family.strength == Strength::Weak && verdict == Verdict::Necessary;
        if weak && !(clause.conclusive || self.is_last()) {
            return None;
        }
        let standing = Guarded {
            words: &self.words,
            group: &group,
            clause: &clause,
            behind: at.end,
            denied: verdict == Verdict::NotNecessary,
        }
        .standing();
        let subject = at.end..self.words.len();
        Some(Said {
            verdict,
            strength: family.strength,
            standing,
            words: group.start..at.end,
            clause: Clause {
                about_request: true,
                subject: trimmed(&self.words, subject),
                ..clause
            },
        })
    }

    /// "The first visits were medically necessary, but the others are not.": the same verdict, denied, with
    /// its words left out.
    pub(super) fn ellipsis(&self, family: &CompiledFamily, at: Range<usize>) -> Option<Said> {
        if family.strength != Strength::Strong {
            return None;
        }
        let (group, end) = self.bare_denial()?;
        if group.start <= at.end + 1 {
            return None;
        }
        let mut clause = Clause::before(&self.words, group.start);
        if clause.subject.start < at.end {
            clause.subject = trimmed(&self.words, at.end..group.start);
        }
        Some(Said {
            verdict: family.verdict.denied(),
            strength: family.strength,
            standing: Standing::Own,
            words: group.start..end,
            clause,
        })
    }

    /// "As submitted, the request is not.": the whole sentence denies a verdict that the one before leaves open.
    pub(super) fn answer(&self, family: &CompiledFamily) -> Option<Said> {
        let (group, end) = self.bare_denial()?;
        let clause = Clause::before(&self.words, group.start);
        let standing = Guarded {
            words: &self.words,
            group: &group,
            clause: &clause,
            behind: end,
            denied: true,
        }
        .standing();
        clause
            .about_request
            .then_some(Said {
                verdict: family.verdict.denied(),
                strength: family.strength.min(Strength::Firm),
                standing,
                words: group.start..end,
                clause,
            })
            .filter(|said| said.standing != Standing::NotConcluded)
    }

    /// The "is not" that ends the sentence, and where it ends.
    fn bare_denial(&self) -> Option<(VerbGroup, usize)> {
        let is_word = |word: &Word| word.kind == Kind::Word;
        let end = self.words.iter().rposition(is_word)? + 1;
        let group = verb::before(&self.words[..end], end);
        let bare = group.negated
            && group.marks.has(Mark::Verb)
            && !group.marks.has(Mark::Doubt)
            && group.object.is_none();
        bare.then_some((group, end))
    }
}

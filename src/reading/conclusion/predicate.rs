//! Verdicts that stand behind a verb: "the request *is not medically necessary*".

use std::ops::Range;

use super::clause::Clause;
use super::guard::Guarded;
use super::lexicon::{Part, begins_with};
use super::phrases::{Form, Mark, Marks, Strength};
use super::scene::{Said, Scene};
use super::verb::{self, VerbGroup};
use super::words::{Kind, Word};
use super::{CompiledFamily, Subject, Verdict};

impl Scene<'_> {
    /// "the request is (not) medically necessary".
    pub(super) fn predicate(&self, family: &CompiledFamily, at: Range<usize>) -> Option<Said> {
        let group = self.verb_of(&at)?;
        let mut clause = match group.object {
            Some(object) => Clause::of_object(&self.words, object, group.start),
            None => Clause::before(&self.words, group.start),
        };
        // "the visits are therefore medically necessary" announces as much as a "therefore" in front.
        clause.conclusive |= group.marks.has(Mark::Conclusive);
        // "it is recommended that the drug be tapered" says nothing about the request.
        let introduces = Marks::of(&[Mark::Relative, Mark::Between]);
        let impersonal = family.strength != Strength::Strong
            && clause.pronoun
            && self
                .next_marks(at.end)
                .is_some_and(|next| next.any(introduces));
        if impersonal || !self.fits(family, &clause, &group) {
            return None;
        }
        if self.is_of_earlier_decision(family, &clause) {
            return None;
        }
        // "I cannot agree that it is not medically necessary" denies a denial, which leaves the question open.
        if clause.behind_denied_that && group.negated {
            return None;
        }
        let governed = clause.denied && !group.negated;
        let denied = group.negated || governed;
        let hedged = group.marks.has(Mark::Hedged) && family.form != Form::Act;
        if hedged && !denied && !clause.about_request && !clause.conclusive {
            return None;
        }
        let verdict = if denied {
            family.verdict.denied()
        } else {
            family.verdict
        };
        if family.strength == Strength::Weak && !self.is_weak_conclusion(verdict, &clause) {
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
        let indirect = governed || hedged;
        Some(Said {
            verdict,
            strength: if indirect {
                family.strength.min(Strength::Firm)
            } else {
                family.strength
            },
            standing,
            words: group.start..at.end,
            clause,
        })
    }

    /// The verb group of the verdict `at`, if it has one or can do without.
    fn verb_of(&self, at: &Range<usize>) -> Option<VerbGroup> {
        let mut group = verb::before(&self.words, at.start);
        if !group.carried || (group.start == at.start && group.object.is_none()) {
            self.carry_fragment(&mut group, at)?;
        }
        // "entitled to medically necessary treatment": the phrase belongs to the noun behind it.
        let next = self.next_marks(at.end);
        let attribute = next.is_some_and(|next| next.is_empty() || next.has(Mark::Generic));
        (!group.apart || !attribute).then_some(group)
    }

    /// The marks of the word `at`; `None` where no word stands there.
    fn next_marks(&self, at: usize) -> Option<Marks> {
        let next = self.words.get(at)?;
        (next.kind == Kind::Word).then_some(next.marks)
    }

    /// A verdict without a verb of its own is one only where it ends the sentence, alone or behind its subject:
    /// "Not medically necessary.", "12 visits - not medically necessary", "Request not medically necessary."
    fn carry_fragment(&self, group: &mut VerbGroup, at: &Range<usize>) -> Option<()> {
        let is_passed = |word: &&Word| word.kind == Kind::Other || word.marks.has(Mark::Between);
        let mut before = self.words[..group.start].iter().rev().skip_while(is_passed);
        let opens = Marks::of(&[Mark::Conclusive, Mark::Opener]);
        let alone = match before.next() {
            Some(word) if word.kind == Kind::Word => word.marks.any(opens),
            Some(word) if word.kind == Kind::Comma && !group.negated => {
                before.next().is_none_or(|word| word.marks.any(opens))
            }
            _ => true,
        };
        let finite = Marks::of(&[Mark::Verb, Mark::Helper]);
        let verbless = !self.words[..group.start]
            .iter()
            .any(|word| word.marks.any(finite));
        let mut behind = self.words[at.end..].iter();
        let next = behind.find(|word| word.kind == Kind::Word);
        let ends = next.is_none_or(|word| group.negated && !word.marks.is_empty());
        // "Eight visits medically necessary.", not "exceeds what is medically necessary".
        let last = self.words[..group.start].last();
        let names = Marks::of(&[Mark::Generic, Mark::Request]);
        let named = last.is_some_and(|word| {
            word.kind == Kind::Word && (word.marks.is_empty() || word.marks.any(names))
        });
        let concludes = group.negated || named && self.is_last();
        let stands = ends && (alone || (verbless && concludes));
        group.carried = stands;
        stands.then_some(())
    }

    /// "the prior determination was found not medically necessary".
    fn is_of_earlier_decision(&self, family: &CompiledFamily, clause: &Clause) -> bool {
        let mut subject = self.words[clause.subject.clone()].iter();
        !matches!(family.about, Subject::Words(_))
            && !clause.about_request
            && !clause.conclusive
            && subject.any(|word| word.marks.has(Mark::Denier))
    }

    /// Whether the subject is what the family must be about.
    fn fits(&self, family: &CompiledFamily, clause: &Clause, group: &VerbGroup) -> bool {
        if family.form == Form::Act && group.marks.any(Marks::of(&[Mark::Past, Mark::Possible])) {
            return false;
        }
        // What is denied at the end is meant as the conclusion.
        let denies = group.negated != (family.verdict == Verdict::NotNecessary);
        let ends = || denies && self.is_last();
        match &family.about {
            Subject::Anything => true,
            // A mere "this" or "it" is the request only where an act is done to it.
            Subject::Request if clause.pronoun => {
                let sure = family.strength > Strength::Weak;
                family.form == Form::Act || clause.conclusive || sure && ends()
            }
            Subject::Request => clause.about_request || clause.conclusive || ends(),
            Subject::Words(phrases) => {
                let subject = &self.words[clause.subject.clone()];
                phrases
                    .iter()
                    .any(|phrase| self.has_phrase(subject, phrase))
            }
        }
    }

    fn has_phrase(&self, words: &[Word], phrase: &[Part]) -> bool {
        (0..words.len()).any(|at| {
            // "certification" is not what "non-certification" names.
            let hyphened =
                at > 0 && self.text[words[at - 1].span.end..words[at].span.start].starts_with('-');
            !hyphened && begins_with(self.text, &words[at..], phrase)
        })
    }

    /// A weak "supported" or "appropriate" also stands in recitals about the kind of treatment that is
    /// requested, so it concludes only at the end or behind a "therefore".
    fn is_weak_conclusion(&self, verdict: Verdict, clause: &Clause) -> bool {
        verdict == Verdict::NotNecessary
            || (clause.about_request && (clause.conclusive || self.is_last()))
    }
}

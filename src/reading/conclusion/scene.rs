//! The sentence in which a phrase was found, and what the phrase says in it.

use std::ops::Range;
use std::sync::Arc;

use super::clause::Clause;
use super::guard::{Guarded, Standing};
use super::lexicon::{Kind, Word, with_lower};
use super::phrases::{Form, Mark, Marks, Strength};
use super::verb::{self, VerbGroup};
use super::{CompiledFamily, Statement, Subject, Verdict, quotes};
use crate::reading::phrase::Hit;
use crate::span::ByteSpan;

/// A sentence with its words.
pub(super) struct Scene<'t> {
    pub(super) text: &'t str,
    pub(super) sentence: ByteSpan,
    pub(super) words: Vec<Word>,
    /// Whether it is the last of the rationale, asides such as the advice on tapering apart.
    pub(super) last: bool,
}

/// A statement with what decides its weight.
#[derive(Clone, Debug)]
pub(super) struct Claim {
    pub(super) statement: Statement,
    /// Whether it is about the request by that name, or announced as the conclusion.
    pub(super) anchored: bool,
    /// Whether it only gives the reason for something else.
    pub(super) reason: bool,
    /// Whether it is about another part than the disputed one.
    pub(super) part: bool,
}

/// What a phrase says in its sentence.
pub(super) struct Said {
    pub(super) verdict: Verdict,
    pub(super) strength: Strength,
    pub(super) standing: Standing,
    /// The words that say it.
    pub(super) words: Range<usize>,
    pub(super) clause: Clause,
}

impl<'t> Scene<'t> {
    pub(super) fn new(text: &'t str, sentence: ByteSpan, words: Vec<Word>, last: bool) -> Self {
        Self {
            text,
            sentence,
            words,
            last,
        }
    }

    /// Adds what each of the phrases `hits` of this sentence claims.
    pub(super) fn claims(
        &self,
        hits: &[Hit<usize>],
        families: &[CompiledFamily],
        quotes: &[ByteSpan],
        claims: &mut Vec<Claim>,
    ) {
        let aside = self.words.iter().find(|word| word.marks.has(Mark::Aside));
        let aside = aside.map_or(self.sentence.end, |word| word.span.start);
        for hit in hits {
            let family = &families[hit.meaning];
            if hit.span.start >= aside || quotes::hold(quotes, hit.span) {
                continue;
            }
            let at = self.words_in(hit.span);
            if at.is_empty() {
                continue;
            }
            let said = match family.form {
                Form::Predicate | Form::Act => self.predicate(family, at.clone()),
                Form::Noun => self.necessity(family, at.clone()),
                Form::Statement => self.whole(family, at.clone()),
            };
            if let Some(said) = said.filter(|said| said.standing != Standing::NotConcluded) {
                claims.push(self.claim(family, &said));
            }
            if let Some(said) = self.ellipsis(family, at) {
                claims.push(self.claim(family, &said));
            }
        }
    }

    /// The words that lie in `span`.
    fn words_in(&self, span: ByteSpan) -> Range<usize> {
        let first = self.words.partition_point(|word| word.span.end <= span.start);
        let last = self.words.partition_point(|word| word.span.start < span.end);
        first..last
    }

    fn claim(&self, family: &CompiledFamily, said: &Said) -> Claim {
        let subject = &self.words[said.clause.subject.clone()];
        let has = |mark| subject.iter().any(|word| word.marks.has(mark));
        Claim {
            anchored: said.clause.about_request || said.clause.conclusive,
            reason: said.standing == Standing::Reason,
            part: has(Mark::Part) && !has(Mark::Remaining),
            statement: Statement {
                verdict: said.verdict,
                strength: said.strength,
                span: self.span(said.words.clone()),
                sentence: self.sentence,
                subject: self.subject_span(said.clause.subject.clone()),
                family: Arc::clone(&family.id),
                deciding: false,
            },
        }
    }

    fn span(&self, words: Range<usize>) -> ByteSpan {
        match self.words.get(words) {
            Some([only]) => only.span,
            Some([first, .., last]) => first.span.joined(last.span),
            _ => ByteSpan::new(self.sentence.start, self.sentence.start),
        }
    }

    /// The subject with the quotes and brackets that close directly behind it.
    fn subject_span(&self, words: Range<usize>) -> ByteSpan {
        let mut span = self.span(words.clone());
        if words.is_empty() {
            return span;
        }
        for word in &self.words[words.end..] {
            let closes = matches!(word.span.of(self.text), ")" | "]" | "\"" | "\u{201D}");
            if !closes || word.span.start != span.end {
                break;
            }
            span = span.joined(word.span);
        }
        span
    }

    /// "the request is (not) medically necessary".
    fn predicate(&self, family: &CompiledFamily, at: Range<usize>) -> Option<Said> {
        let mut group = verb::before(&self.words, at.start);
        if !group.carried || (group.start == at.start && group.object.is_none()) {
            self.carry_fragment(&mut group, &at)?;
        }
        // "entitled to medically necessary treatment": the phrase belongs to the noun behind it.
        let next = self.words.get(at.end).filter(|word| word.kind == Kind::Word);
        if group.apart && next.is_some_and(|word| word.marks.is_empty() || word.marks.has(Mark::Generic)) {
            return None;
        }
        let clause = match group.object {
            Some(object) => Clause::of_object(&self.words, object, group.start),
            None => Clause::before(&self.words, group.start),
        };
        // "it is recommended that the drug be tapered" says nothing about the request.
        let introduces = next.is_some_and(|word| word.marks.any(Marks::of(&[Mark::Relative, Mark::Between])));
        let impersonal = family.strength != Strength::Strong && clause.pronoun && introduces;
        if impersonal || !self.fits(family, &clause, &group) {
            return None;
        }
        let governed = clause.denied && !group.negated;
        let denied = group.negated || governed;
        let hedged = group.marks.has(Mark::Hedged) && !denied && family.form != Form::Act;
        if hedged && !clause.about_request && !clause.conclusive {
            return None;
        }
        let verdict = if denied { family.verdict.denied() } else { family.verdict };
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
            strength: if indirect { family.strength.min(Strength::Firm) } else { family.strength },
            standing,
            words: group.start..at.end,
            clause,
        })
    }

    /// A verdict without a verb of its own is one only where it ends the sentence, alone or behind its subject:
    /// "Not medically necessary.", "12 visits - not medically necessary", "Request not medically necessary."
    fn carry_fragment(&self, group: &mut VerbGroup, at: &Range<usize>) -> Option<()> {
        let is_passed = |word: &&Word| word.kind == Kind::Other || word.marks.has(Mark::Between);
        let mut before = self.words[..group.start].iter().rev().skip_while(is_passed);
        let opens = Marks::of(&[Mark::Conclusive, Mark::Opener]);
        let alone = before.next().is_none_or(|word| word.kind != Kind::Word || word.marks.any(opens));
        let finite = Marks::of(&[Mark::Verb, Mark::Helper]);
        let verbless = !self.words[..group.start].iter().any(|word| word.marks.any(finite));
        let next = self.words[at.end..].iter().find(|word| word.kind == Kind::Word);
        let ends = next.is_none_or(|word| group.negated && !word.marks.is_empty());
        let stands = ends && (alone || (verbless && group.negated));
        group.carried = stands;
        stands.then_some(())
    }

    /// Whether the subject is what the family must be about.
    fn fits(&self, family: &CompiledFamily, clause: &Clause, group: &VerbGroup) -> bool {
        if family.form == Form::Act && group.marks.any(Marks::of(&[Mark::Past, Mark::Possible])) {
            return false;
        }
        // What is denied at the end is meant as the conclusion.
        let denies = group.negated != (family.verdict == Verdict::NotNecessary);
        let ends = self.last && denies && family.strength > Strength::Weak;
        match &family.about {
            Subject::Anything => true,
            // A mere "this" or "it" is the request only where an act is done to it.
            Subject::Request if clause.pronoun => family.form == Form::Act || clause.conclusive || ends,
            Subject::Request => clause.about_request || clause.conclusive || ends,
            Subject::Words(phrases) => {
                let subject = &self.words[clause.subject.clone()];
                phrases.iter().any(|phrase| self.has_phrase(subject, phrase))
            }
        }
    }

    fn has_phrase(&self, words: &[Word], phrase: &[Box<[u8]>]) -> bool {
        let matches = |window: &[Word]| {
            window.iter().zip(phrase).all(|(word, wanted)| {
                with_lower(word.span.of(self.text), |lower| (lower == &**wanted).then_some(())).is_some()
            })
        };
        let mut windows = words.windows(phrase.len()).enumerate();
        windows.any(|(at, window)| {
            // "certification" is not what "non-certification" names.
            let hyphened = at > 0 && self.text[words[at - 1].span.end..words[at].span.start].starts_with('-');
            !hyphened && matches(window)
        })
    }

    /// A weak "supported" or "appropriate" also stands in recitals about the kind of treatment that is
    /// requested, so it concludes only at the end or behind a "therefore".
    pub(super) fn is_weak_conclusion(&self, verdict: Verdict, clause: &Clause) -> bool {
        verdict == Verdict::NotNecessary || (clause.about_request && (clause.conclusive || self.last))
    }

    /// "I recommend authorization", "the records do not support the request".
    fn whole(&self, family: &CompiledFamily, at: Range<usize>) -> Option<Said> {
        let group = verb::before_active(&self.words, at.start)?;
        let clause = Clause::before(&self.words, group.start);
        let verdict = if group.negated { family.verdict.denied() } else { family.verdict };
        let speaker = self.words[..group.start].iter().rev().take(3);
        let mut speaker = speaker.filter(|word| word.kind == Kind::Word);
        let others = Marks::of(&[Mark::Denier, Mark::Provider]);
        let guideline = family.strength != Strength::Weak;
        if speaker.any(|word| word.marks.any(others) || (guideline && word.marks.has(Mark::Guideline))) {
            return None;
        }
        let weak = family.strength == Strength::Weak && verdict == Verdict::Necessary;
        if weak && !(clause.conclusive || self.last) {
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
                subject: super::clause::trimmed(&self.words, subject),
                ..clause
            },
        })
    }

    /// "The first visits were medically necessary, but the others are not.": the same verdict, denied, with
    /// its words left out.
    fn ellipsis(&self, family: &CompiledFamily, at: Range<usize>) -> Option<Said> {
        if family.strength != Strength::Strong {
            return None;
        }
        let end = self.words.iter().rposition(|word| word.kind == Kind::Word)? + 1;
        let group = verb::before(&self.words[..end], end);
        let near = group.start > at.end + 1 && group.negated && group.marks.has(Mark::Verb) && !group.marks.has(Mark::Doubt) && group.object.is_none();
        if !near {
            return None;
        }
        let mut clause = Clause::before(&self.words, group.start);
        if clause.subject.start < at.end {
            clause.subject = super::clause::trimmed(&self.words, at.end..group.start);
        }
        Some(Said {
            verdict: family.verdict.denied(),
            strength: family.strength,
            standing: Standing::Own,
            words: group.start..end,
            clause,
        })
    }
}

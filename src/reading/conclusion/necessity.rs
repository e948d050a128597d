//! What is said of "the medical necessity".

use std::ops::Range;

use super::CompiledFamily;
use super::clause::Clause;
use super::guard::Guarded;
use super::phrases::{Mark, Marks, Strength};
use super::scene::{Said, Scene};
use super::subject::trimmed;
use super::verb::{self, VerbGroup};
use super::words::Kind;

/// How far behind the noun what is said of it may stand, in words: the item may be named between.
const LONGEST_ITEM: usize = 60;

/// How far before the noun a denial may stand, in words.
const GOVERNOR_REACH: usize = 14;

/// What the words before the noun say.
enum Before {
    /// They deny or affirm it: the first word that does so, whether it denies, and how much that counts.
    Says(usize, bool, Strength),
    /// They only mention it.
    Nothing,
    /// They make it something that nobody asserts.
    Hypothetical,
}

impl Scene<'_> {
    /// "the medical necessity of the request is (not) established", "the records do not establish medical
    /// necessity", "there is no medical necessity for".
    pub(super) fn necessity(&self, family: &CompiledFamily, noun: Range<usize>) -> Option<Said> {
        match self.said_before(noun.start) {
            Before::Says(start, denied, strength) => {
                let item = self.item_behind(noun.end);
                Some(self.said(family, start..noun.end, &noun, item, denied, strength))
            }
            Before::Nothing => self.said_behind(family, &noun),
            Before::Hypothetical => None,
        }
    }

    /// "medical necessity ... has not been established".
    fn said_behind(&self, family: &CompiledFamily, noun: &Range<usize>) -> Option<Said> {
        for at in noun.end..self.words.len().min(noun.end + LONGEST_ITEM) {
            let word = self.words[at];
            if word.kind == Kind::Semicolon
                || (word.marks.has(Mark::Conclusive) && !word.marks.has(Mark::Between))
            {
                return None;
            }
            if !word.marks.any(Marks::of(&[Mark::Shown, Mark::Sought])) {
                continue;
            }
            let group = verb::before(&self.words, at);
            let says = group.negated || word.marks.has(Mark::Shown);
            if group.start >= noun.end && group.carried && group.marks.any(FINITE) && says {
                if group.marks.any(Marks::of(&[Mark::Possible, Mark::Hedged])) && !group.negated {
                    return None;
                }
                let item = trimmed(&self.words, noun.end..group.start);
                let words = group.start..at + 1;
                return Some(self.said(family, words, noun, item, group.negated, family.strength));
            }
        }
        self.lacking(family, noun)
    }

    /// "medical necessity is lacking", "remains unproven".
    fn lacking(&self, family: &CompiledFamily, noun: &Range<usize>) -> Option<Said> {
        let verb = (noun.end..self.words.len()).find(|at| self.words[*at].marks.has(Mark::Verb))?;
        self.words
            .get(verb + 1)
            .filter(|word| word.marks.has(Mark::Doubt))?;
        let item = trimmed(&self.words, noun.end..verb);
        Some(self.said(family, verb..verb + 2, noun, item, true, Strength::Weak))
    }

    /// The said thing, with the guards applied where the noun stands.
    fn said(
        &self,
        family: &CompiledFamily,
        words: Range<usize>,
        noun: &Range<usize>,
        item: Range<usize>,
        denied: bool,
        strength: Strength,
    ) -> Said {
        let first = words.start.min(noun.start);
        let mut clause = Clause::before(&self.words, first);
        let denied = denied || (clause.denied && words.start >= noun.end);
        let verdict = if denied {
            family.verdict.denied()
        } else {
            family.verdict
        };
        let group = VerbGroup {
            start: first,
            marks: Marks::default(),
            negated: denied,
            object: None,
            carried: true,
            apart: false,
        };
        let standing = Guarded {
            words: &self.words,
            group: &group,
            clause: &clause,
            behind: words.end.max(noun.end),
            denied,
        }
        .standing();
        let links = Marks::of(&[Mark::Between, Mark::Fronting]);
        let named = item.clone().find(|at| {
            !self.words[*at].marks.any(links) || self.words[*at].marks.has(Mark::Determiner)
        });
        clause.subject = named.map_or(item.end..item.end, |first| first..item.end);
        clause.about_request = true;
        Said {
            verdict,
            strength: strength.min(family.strength),
            standing,
            words,
            clause,
        }
    }

    /// What the words before the noun say of it.
    fn said_before(&self, noun: usize) -> Before {
        let mut plain = 0;
        for at in (0..noun).rev() {
            let word = self.words[at];
            let marks = word.marks;
            if word.kind == Kind::Other {
                continue;
            }
            if word.kind != Kind::Word || marks.has(Mark::Relative) {
                return Before::Nothing;
            }
            if marks.any(Marks::of(&[Mark::Showing, Mark::Sought])) {
                return match self.shown_by(at) {
                    // "these criteria determine medical necessity" says nothing of this case.
                    Before::Says(_, false, _) if !marks.has(Mark::Showing) => Before::Hypothetical,
                    said => said,
                };
            }
            if marks.denies() {
                let start = verb::before(&self.words, noun).start.min(at);
                return Before::Says(start, true, Strength::Firm);
            }
            if marks.has(Mark::Evidence) {
                return self.evidenced(at);
            }
            if marks.has(Mark::Verb) {
                let group = verb::before(&self.words, noun);
                return Before::Says(group.start.min(at), group.negated, Strength::Firm);
            }
            if marks.any(PASSED) {
                continue;
            }
            plain += 1;
            if plain > 2 || !marks.is_empty() {
                return Before::Nothing;
            }
        }
        Before::Nothing
    }

    /// The verb `at` stands before the noun: "support the medical necessity".
    fn shown_by(&self, at: usize) -> Before {
        let before = |back: usize| at.checked_sub(back).map(|before| self.words[before].marks);
        let is = |back, mark| before(back).is_some_and(|marks| marks.has(mark));
        let governed = self.denial_before(at);
        if is(1, Mark::Infinitive) {
            // "fails to establish", "insufficient to establish", "sufficient to establish".
            if before(2).is_some_and(Marks::denies) {
                return Before::Says(at - 2, true, Strength::Firm);
            }
            let enough =
                (at.saturating_sub(6)..at).any(|before| self.words[before].marks.has(Mark::Enough));
            return match governed {
                Some(denial) => Before::Says(denial, true, Strength::Weak),
                None if enough => Before::Says(at, false, Strength::Firm),
                None => Before::Hypothetical,
            };
        }
        let Some(group) = verb::before_active(&self.words, at) else {
            return match governed {
                Some(denial) => Before::Says(denial, true, Strength::Weak),
                None => Before::Hypothetical,
            };
        };
        if group.negated {
            return Before::Says(group.start, true, Strength::Firm);
        }
        match governed {
            Some(denial) => Before::Says(denial, true, Strength::Weak),
            None if group.marks.any(Marks::of(&[Mark::Possible, Mark::Hedged])) => {
                Before::Hypothetical
            }
            None => Before::Says(group.start, false, Strength::Firm),
        }
    }

    /// The noun `at` stands before it: "documentation of medical necessity", "criteria for medical necessity".
    fn evidenced(&self, at: usize) -> Before {
        let near = at.saturating_sub(4);
        if let Some(verb) = (near..at)
            .rev()
            .find(|before| self.words[*before].marks.has(Mark::Showing))
        {
            return self.shown_by(verb);
        }
        match self.denial_before(at) {
            Some(denial) => Before::Says(denial, true, Strength::Weak),
            None => Before::Nothing,
        }
    }

    /// The nearest negation before the word `at`, in its clause.
    fn denial_before(&self, at: usize) -> Option<usize> {
        for before in (at.saturating_sub(GOVERNOR_REACH)..at).rev() {
            let word = self.words[before];
            if matches!(word.kind, Kind::Semicolon | Kind::Colon)
                || word.marks.has(Mark::Conclusive)
            {
                return None;
            }
            if word.marks.denies() {
                return Some(before);
            }
        }
        None
    }

    /// The item behind the noun: "of the requested visits".
    fn item_behind(&self, from: usize) -> Range<usize> {
        let end = self.words[from..]
            .iter()
            .position(|word| matches!(word.kind, Kind::Comma | Kind::Semicolon))
            .map_or(self.words.len(), |at| from + at);
        trimmed(&self.words, from..end)
    }
}

const FINITE: Marks = Marks::of(&[Mark::Verb, Mark::Helper]);

/// What may stand between the noun and what is said of it.
const PASSED: Marks = Marks::of(&[
    Mark::Between,
    Mark::Determiner,
    Mark::Fronting,
    Mark::Enough,
    Mark::Helper,
    Mark::Link,
]);

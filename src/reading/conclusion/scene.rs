//! The sentence in which a phrase was found, and what the phrase says in it.

use std::ops::Range;
use std::sync::Arc;

use super::clause::Clause;
use super::guard::Standing;
use super::lexicon::Lexicon;
use super::phrases::{Form, Mark, Strength};
use super::words::Word;
use super::{CompiledFamily, Statement, Verdict, quotes};
use crate::reading::phrase::Hit;
use crate::span::ByteSpan;

/// How many asides may follow a conclusion: the advice on tapering has three sentences.
const MOST_ASIDES: usize = 4;

/// A sentence with its words.
pub(super) struct Scene<'t> {
    pub(super) text: &'t str,
    pub(super) sentence: ByteSpan,
    pub(super) words: Vec<Word>,
    lexicon: &'t Lexicon,
    /// The sentences behind it.
    behind: &'t [ByteSpan],
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
    /// Whether it counts only where its subject names the item: "an MRI is not supported".
    pub(super) by_name: bool,
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

/// Whether a verdict that nobody concludes leaves the question open: "would have been medically necessary".
fn leaves_open(family: &CompiledFamily, said: Option<&Said>) -> bool {
    let concluded = |said: &Said| said.standing != Standing::NotConcluded;
    let denied = |said: &Said| said.verdict != family.verdict;
    family.strength == Strength::Strong
        && family.verdict == Verdict::Necessary
        && !said.is_some_and(|said| concluded(said) || denied(said))
}

impl<'t> Scene<'t> {
    pub(super) fn new(
        lexicon: &'t Lexicon,
        text: &'t str,
        sentence: ByteSpan,
        behind: &'t [ByteSpan],
    ) -> Self {
        Self {
            text,
            sentence,
            words: lexicon.read(text, sentence),
            lexicon,
            behind,
        }
    }

    /// Whether it is the last sentence of the rationale, asides such as the advice on tapering apart.
    pub(super) fn is_last(&self) -> bool {
        let is_aside = |sentence: &ByteSpan| {
            let words = self.lexicon.read(self.text, *sentence);
            words.iter().any(|word| word.marks.has(Mark::Aside))
        };
        self.behind.len() <= MOST_ASIDES && self.behind.iter().all(is_aside)
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
        let mut open = None;
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
            if leaves_open(family, said.as_ref()) {
                open = Some(family);
            }
            if let Some(said) = said.filter(|said| said.standing != Standing::NotConcluded) {
                claims.push(self.claim(family, &said));
            }
            if let Some(said) = self.ellipsis(family, at) {
                claims.push(self.claim(family, &said));
            }
        }
        claims.extend(open.and_then(|family| self.answer_behind(family)));
    }

    /// "Six visits would be medically necessary. The request is not.": what the next sentence answers to a verdict
    /// of `family` that this one leaves open.
    fn answer_behind(&self, family: &CompiledFamily) -> Option<Claim> {
        let (next, behind) = self.behind.split_first()?;
        let next = Scene::new(self.lexicon, self.text, *next, behind);
        let said = next.answer(family)?;
        Some(next.claim(family, &said))
    }

    /// The words that lie in `span`.
    fn words_in(&self, span: ByteSpan) -> Range<usize> {
        let first = self
            .words
            .partition_point(|word| word.span.end <= span.start);
        let last = self
            .words
            .partition_point(|word| word.span.start < span.end);
        first..last
    }

    fn claim(&self, family: &CompiledFamily, said: &Said) -> Claim {
        let subject = &self.words[said.clause.subject.clone()];
        let has = |mark| subject.iter().any(|word| word.marks.has(mark));
        let anchored = said.clause.about_request || said.clause.conclusive;
        Claim {
            anchored,
            reason: said.standing == Standing::Reason,
            by_name: family.strength == Strength::Weak && !anchored,
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
}

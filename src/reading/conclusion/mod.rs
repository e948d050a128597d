//! What a rationale concludes about the disputed item.
//!
//! All phrases of the pack's conclusion families are found in one pass. Around each of them the words of its
//! sentence decide what it says *here*: whether the verb is denied (`verb`), what governs it and what its subject
//! is (`clause`, `subject`), and whether the reviewer concludes at all (`guard`) or somebody else speaks
//! (`speaker`). What is left are claims, and `decide` weighs them against each other.

mod clause;
mod decide;
mod guard;
mod lexicon;
mod misspelt;
mod necessity;
mod phrases;
mod predicate;
pub(super) mod quotes;
mod scene;
mod speaker;
mod subject;
#[cfg(test)]
mod tests;
mod verb;
mod whole;
mod words;

use std::cmp::Reverse;
use std::sync::Arc;

pub(crate) use misspelt::SHORTEST_MISSPELT;
pub use phrases::{About, ConclusionPhrases, Family, Form, Mark, Strength};

use crate::reading::phrase::{Hit, Phrasebook};
use crate::reading::sentence::{SentenceWords, split};
use crate::reading::word_index::{CutText, CutWords};
use crate::span::ByteSpan;
use lexicon::{Lexicon, Part, parts_of};
use misspelt::Misspelt;
use scene::{Claim, Scene};

/// What is said about the medical necessity of an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It is medically necessary.
    Necessary,
    /// It is not.
    NotNecessary,
    /// Both is said of the same item.
    Mixed,
    /// Nothing is said.
    #[default]
    None,
}

/// What the subject of a statement names, as far as the reader's caller knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// The item.
    Item,
    /// Something else.
    Another,
    /// Neither: "the request".
    Neither,
}

impl Verdict {
    /// The name in rule files and reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Necessary => "necessary",
            Self::NotNecessary => "not-necessary",
            Self::Mixed => "mixed",
            Self::None => "none",
        }
    }

    /// The verdict of the same words under a negation.
    fn denied(self) -> Self {
        match self {
            Self::Necessary => Self::NotNecessary,
            Self::NotNecessary => Self::Necessary,
            other => other,
        }
    }
}

/// What a rationale concludes, with the statements that were weighed.
#[derive(Clone, Debug, Default)]
pub struct Conclusion {
    /// The conclusion.
    pub verdict: Verdict,
    /// The statements, in the order of the text. Where strong ones decide, weaker ones are left out, but for
    /// those about "the medical necessity".
    pub statements: Vec<Statement>,
}

impl Conclusion {
    /// The statements that the verdict rests on; of a mixed one, those of both sides.
    pub fn deciding(&self) -> impl Iterator<Item = &Statement> {
        self.statements
            .iter()
            .filter(|statement| statement.deciding)
    }

    /// The same conclusion, `by` bytes further into the text.
    #[must_use]
    pub fn shifted(mut self, by: usize) -> Self {
        for statement in &mut self.statements {
            statement.span = statement.span.shifted(by);
            statement.sentence = statement.sentence.shifted(by);
            statement.subject = statement.subject.shifted(by);
        }
        self
    }

    /// The last statement that the verdict rests on: where to point for the conclusion.
    #[must_use]
    pub fn last_deciding(&self) -> Option<&Statement> {
        self.statements
            .iter()
            .rev()
            .find(|statement| statement.deciding)
    }
}

/// One place where a rationale says that something is or is not necessary.
#[derive(Clone, Debug)]
pub struct Statement {
    /// What it says: [`Verdict::Necessary`] or [`Verdict::NotNecessary`].
    pub verdict: Verdict,
    /// How much it counts.
    pub strength: Strength,
    /// The words that say so: "is not medically necessary".
    pub span: ByteSpan,
    /// The sentence they stand in.
    pub sentence: ByteSpan,
    /// The words that restate the item: "the request for acupuncture, 12 visits"; empty where the sentence
    /// names none.
    pub subject: ByteSpan,
    /// The id of the family of phrases that was found.
    pub family: Arc<str>,
    /// Whether the verdict of the rationale rests on it.
    pub deciding: bool,
}

/// Reads conclusions with the phrases of one rule pack.
#[derive(Debug)]
pub struct ConclusionReader {
    book: Phrasebook<usize>,
    misspelt: Misspelt,
    families: Vec<CompiledFamily>,
    lexicon: Lexicon,
    sentences: SentenceWords,
}

/// A family as the reader needs it.
#[derive(Debug)]
struct CompiledFamily {
    id: Arc<str>,
    strength: Strength,
    verdict: Verdict,
    form: Form,
    about: Subject,
}

/// What the subject of a family must be.
#[derive(Debug)]
enum Subject {
    Anything,
    Request,
    /// One of these phrases.
    Words(Vec<Vec<Part>>),
}

impl ConclusionReader {
    /// A reader with the phrases of `language.conclusions` and the words of `language.sentences`.
    #[must_use]
    pub fn new(phrases: &ConclusionPhrases, sentences: &SentenceWords) -> Self {
        let says = phrases
            .families
            .iter()
            .enumerate()
            .flat_map(|(number, family)| {
                family
                    .says
                    .iter()
                    .map(move |phrase| (phrase.as_str(), number))
            });
        let mut misspelt = Misspelt::default();
        for (number, family) in phrases.families.iter().enumerate() {
            for phrase in &family.misspelt {
                misspelt.add(phrase, number);
            }
        }
        let mut lexicon = Lexicon::default();
        for (mark, words) in &phrases.words {
            lexicon.add(*mark, words);
        }
        Self {
            book: Phrasebook::new(says),
            misspelt,
            families: phrases.families.iter().map(CompiledFamily::new).collect(),
            lexicon,
            sentences: sentences.clone(),
        }
    }

    /// What `rationale`, a piece of canonical prose, concludes. Spans are relative to it.
    #[must_use]
    pub fn read(&self, rationale: &str) -> Conclusion {
        let cut = CutText::new(rationale);
        self.read_sentences(cut.words(), &split(rationale, &self.sentences), &|_| {
            Named::Neither
        })
    }

    /// Like [`ConclusionReader::read`] for a rationale that is already cut into `sentences`, and whose item is known:
    /// `named` tells what the words at a place of it name.
    #[must_use]
    pub fn read_sentences(
        &self,
        words: CutWords<'_>,
        sentences: &[ByteSpan],
        named: &dyn Fn(ByteSpan) -> Named,
    ) -> Conclusion {
        let rationale = words.text();
        let mut hits = self.book.find_in(words, ByteSpan::new(0, rationale.len()));
        let strong = |hit: &Hit<usize>| self.families[hit.meaning].strength == Strength::Strong;
        if !hits.iter().any(strong) {
            hits.extend(self.misspelt.find(words));
            hits.sort_by_key(|hit| (hit.span.start, Reverse(hit.span.end)));
        }
        let hits = longest(hits);
        if hits.is_empty() {
            return Conclusion::default();
        }
        let quotes = quotes::find(rationale);
        let (first, rest): (Vec<_>, Vec<_>) = hits
            .into_iter()
            .partition(|hit| self.families[hit.meaning].is_read_first());
        let mut claims = self.claims(rationale, sentences, &first, &quotes);
        // The other phrases are many, stand mostly in recitals, and count only where nothing strong is said.
        let strong = |claim: &Claim| !claim.reason && claim.statement.strength == Strength::Strong;
        if !claims.iter().any(strong) {
            claims.extend(self.claims(rationale, sentences, &rest, &quotes));
            claims.sort_by_key(|claim| claim.statement.span);
        }
        decide::conclusion(rationale, &self.lexicon, claims, named)
    }

    /// What the phrases `hits` claim.
    fn claims(
        &self,
        rationale: &str,
        sentences: &[ByteSpan],
        hits: &[Hit<usize>],
        quotes: &[ByteSpan],
    ) -> Vec<Claim> {
        let mut claims = Vec::with_capacity(hits.len());
        let mut rest = hits;
        for (number, sentence) in sentences.iter().enumerate() {
            let inside = rest.partition_point(|hit| hit.span.start < sentence.end);
            let (here, behind) = rest.split_at(inside);
            rest = behind;
            if here.is_empty() {
                continue;
            }
            let behind = &sentences[number + 1..];
            let scene = Scene::new(&self.lexicon, rationale, *sentence, behind);
            scene.claims(here, &self.families, quotes, &mut claims);
        }
        claims
    }
}

impl CompiledFamily {
    /// Whether its phrases are few and telling: read whatever else a rationale says.
    fn is_read_first(&self) -> bool {
        self.strength == Strength::Strong
            || (self.form == Form::Noun && self.strength == Strength::Firm)
    }

    fn new(family: &Family) -> Self {
        Self {
            id: family.id.as_str().into(),
            strength: family.strength,
            verdict: family.verdict,
            form: family.form,
            about: match &family.about {
                About::Anything => Subject::Anything,
                About::Request => Subject::Request,
                About::Words(words) => {
                    let phrases = words.iter().map(|phrase| parts_of(phrase));
                    Subject::Words(phrases.filter(|phrase| !phrase.is_empty()).collect())
                }
            },
        }
    }
}

/// Of phrases that overlap the first, and of those the longest; a phrase may belong to several families.
fn longest(hits: Vec<Hit<usize>>) -> Vec<Hit<usize>> {
    let mut kept: Vec<Hit<usize>> = Vec::with_capacity(hits.len());
    for hit in hits {
        let keep = kept.last().is_none_or(|last| {
            hit.span.start >= last.span.end
                || (hit.span == last.span && hit.meaning != last.meaning)
        });
        if keep {
            kept.push(hit);
        }
    }
    kept
}

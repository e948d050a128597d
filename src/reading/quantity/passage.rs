//! The tokens of the text being read, which of them are spoken for, and what was found.

use std::collections::BTreeSet;
use std::ops::Range;

use super::token::{Kind, Mark, Token};
use super::value::{Quantity, Restated, Value};
use super::words::Class;
use crate::reading::number::Number;
use crate::span::ByteSpan;

/// The state of one reading.
#[derive(Debug)]
pub(super) struct Passage<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: Vec<Token>,
    /// For each token whether a recogniser has consumed it.
    taken: Vec<bool>,
    /// What was found, in the order of the recognisers.
    pub(super) found: Vec<Found>,
    /// The first token of each of them, with its index.
    by_place: BTreeSet<(usize, usize)>,
}

/// A quantity and the tokens it came from.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) tokens: Range<usize>,
    pub(super) value: Value,
    pub(super) restated: Option<Restated>,
}

/// What a recogniser makes of a place: the tokens it consumes and the quantities in them. Without
/// quantities it is a mask: numbers that say nothing.
#[derive(Debug)]
pub(super) struct Match {
    pub(super) tokens: Range<usize>,
    pub(super) found: Vec<Found>,
}

impl Match {
    /// Consumes tokens that hold no quantity.
    pub(super) fn mask(tokens: Range<usize>) -> Self {
        Self {
            tokens,
            found: Vec::new(),
        }
    }

    /// One quantity that takes all the tokens.
    pub(super) fn one(tokens: Range<usize>, value: Value) -> Self {
        Self::mask(tokens.clone()).with(tokens, value, None)
    }

    /// The same match with one more quantity, from a part of its tokens.
    pub(super) fn with(
        mut self,
        tokens: Range<usize>,
        value: Value,
        restated: Option<Restated>,
    ) -> Self {
        self.found.push(Found {
            tokens,
            value,
            restated,
        });
        self
    }

    /// The same match where its last quantity carries `restated`.
    pub(super) fn restating(mut self, restated: Option<Restated>) -> Self {
        if let Some(last) = self.found.last_mut() {
            last.restated = restated;
        }
        self
    }
}

impl<'t> Passage<'t> {
    pub(super) fn new(text: &'t str, tokens: Vec<Token>) -> Self {
        Self {
            text,
            taken: vec![false; tokens.len()],
            tokens,
            found: Vec::new(),
            by_place: BTreeSet::new(),
        }
    }

    /// Consumes the tokens of `matched` and keeps its quantities.
    pub(super) fn apply(&mut self, matched: Match) {
        for taken in self.taken.get_mut(matched.tokens).into_iter().flatten() {
            *taken = true;
        }
        for found in matched.found {
            self.by_place.insert((found.tokens.start, self.found.len()));
            self.found.push(found);
        }
    }

    /// What the recognisers found that begins with the token at `at`.
    pub(super) fn found_at(&self, at: usize) -> impl Iterator<Item = &Found> {
        let places = self.by_place.range((at, 0)..(at + 1, 0));
        places.filter_map(|(_, at)| self.found.get(*at))
    }

    /// What the recognisers found within `tokens`.
    pub(super) fn found_within(&self, tokens: Range<usize>) -> impl Iterator<Item = &Found> {
        let places = self.by_place.range((tokens.start, 0)..(tokens.end, 0));
        let found = places.filter_map(|(_, at)| self.found.get(*at));
        found.filter(move |found| found.tokens.end <= tokens.end)
    }

    /// What the token at `at` is; `None` behind the end and for consumed tokens.
    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        (!*self.taken.get(at)?).then(|| self.tokens[at].kind)
    }

    /// What the token at `at` is, consumed or not.
    pub(super) fn any_kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// The class of the word at `at`; `None` where no free word stands.
    pub(super) fn class(&self, at: usize) -> Option<Class> {
        match self.kind(at)? {
            Kind::Word(class) => Some(class),
            _ => None,
        }
    }

    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        self.class(at) == Some(class)
    }

    pub(super) fn is_mark(&self, at: usize, mark: Mark) -> bool {
        self.kind(at) == Some(Kind::Mark(mark))
    }

    /// The digits at `at` as a number.
    pub(super) fn number(&self, at: usize) -> Option<Number> {
        match self.kind(at)? {
            Kind::Number(number) => Some(number),
            _ => None,
        }
    }

    /// Whether the token at `at` follows the one before it without a space.
    pub(super) fn is_glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    /// The text of the token at `at`.
    pub(super) fn token_text(&self, at: usize) -> &'t str {
        self.tokens
            .get(at)
            .map_or("", |token| token.span.of(self.text))
    }

    /// `at`, or the place behind the mark that stands there.
    pub(super) fn skip(&self, at: usize, mark: Mark) -> usize {
        at + usize::from(self.is_mark(at, mark))
    }

    /// The place behind all words of `class` from `at` on.
    pub(super) fn skip_all(&self, mut at: usize, class: Class) -> usize {
        while self.is(at, class) {
            at += 1;
        }
        at
    }

    /// Whether the word at `at` says what the number before it measures or counts.
    pub(super) fn gives_unit(&self, at: usize) -> bool {
        matches!(
            self.class(at),
            Some(
                Class::Times
                    | Class::TimesBehind
                    | Class::Time(_)
                    | Class::ShortTime(_)
                    | Class::Counted(_)
                    | Class::Dose(_)
                    | Class::Percent
                    | Class::Piece
                    | Class::Refill
                    | Class::Measure
                    | Class::Qualifier
                    | Class::Per
            )
        )
    }

    /// Whether nothing more of the same phrase can follow at `at`: the end, a consumed token or a mark that
    /// joins nothing.
    pub(super) fn ends_at(&self, at: usize) -> bool {
        match self.kind(at) {
            None => true,
            Some(Kind::Mark(mark)) => {
                !matches!(mark, Mark::Hyphen | Mark::Slash | Mark::Hash | Mark::Plus)
            }
            Some(_) => false,
        }
    }

    /// Whether a sentence or paragraph ends with the token at `at`, consumed or not.
    pub(super) fn ends_sentence(&self, at: usize) -> bool {
        match self.any_kind(at) {
            Some(Kind::Mark(Mark::Stop)) => {
                let goes_on = self.any_kind(at + 1).is_some_and(|next| {
                    matches!(
                        next,
                        Kind::Word(Class::Supply | Class::Refill | Class::Times | Class::During)
                            | Kind::Mark(Mark::Hash | Mark::Comma | Mark::Close)
                    )
                });
                !goes_on
            }
            Some(Kind::Mark(Mark::Paragraph)) => true,
            _ => false,
        }
    }

    /// The tokens of the sentence around `at`, but at most `reach` to either side.
    pub(super) fn sentence(&self, at: usize, reach: usize) -> Range<usize> {
        let first = at.saturating_sub(reach);
        let last = at.saturating_add(reach).min(self.tokens.len());
        let start = (first..at)
            .rev()
            .find(|i| self.ends_sentence(*i))
            .map_or(first, |i| i + 1);
        let end = (at..last).find(|i| self.ends_sentence(*i)).unwrap_or(last);
        start..end
    }

    /// The bytes of a range of tokens.
    pub(super) fn span(&self, tokens: &Range<usize>) -> ByteSpan {
        let first = self.tokens.get(tokens.start);
        let last = tokens
            .end
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last));
        match (first, last) {
            (Some(first), Some(last)) => first.span.joined(last.span),
            _ => ByteSpan::default(),
        }
    }

    /// Everything that was found, by place.
    pub(super) fn into_quantities(mut self) -> Vec<Quantity> {
        let found = std::mem::take(&mut self.found);
        let mut quantities: Vec<_> = found
            .into_iter()
            .map(|found| Quantity {
                span: self.span(&found.tokens),
                value: found.value,
                restated: found.restated,
            })
            .collect();
        quantities.sort_by_key(|quantity| (quantity.span.start, quantity.span.end));
        quantities
    }
}

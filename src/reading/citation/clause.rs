//! The citations under one basis sentence.
//!
//! The words are read from left to right. Names of systems, labels of editions and chapters of ODG say what
//! is cited and where a new citation begins; locators say where in it; what is left between commas are
//! sections or topics. Whether a name begins a new citation depends on what has been read: "Initial
//! Approaches to Treatment" is a section behind "General Approaches 2004, Section(s):" and a guideline
//! before "2017".

mod naming;

use super::draft::Draft;
use super::parse::{Token, TokenKind};
use super::vocabulary::Vocabulary;
use super::{Basis, BasisKind, Citation, Section};
use crate::rules::pack::System;
use crate::span::ByteSpan;

/// Reads the citations of `tokens`, which stand under `basis` in `line`.
pub(super) fn read(
    vocabulary: &Vocabulary,
    line: &str,
    basis: Option<Basis>,
    tokens: &[Token],
) -> Vec<Citation> {
    let kind = basis.map(|basis| basis.kind);
    let mut clause = Clause {
        vocabulary,
        line,
        basis: kind,
        tokens,
        draft: Draft::default(),
        piece: None,
        open: Vec::new(),
        before: Before::Start,
        citations: Vec::new(),
    };
    let mut at = 0;
    while at < tokens.len() {
        at = clause.step(at);
    }
    clause.close(Draft::default());
    let mut citations = clause.citations;
    match (kind, basis) {
        // Words behind "did not cite any medical evidence" explain it.
        (Some(BasisKind::NoEvidence), _) => {
            citations.retain(|citation| citation.guideline.is_some());
        }
        (Some(BasisKind::NonMtus), Some(basis)) if citations.is_empty() => {
            citations.push(nothing_cited(basis));
        }
        _ => {}
    }
    citations
}

/// The citation of a Non-MTUS basis that has none.
fn nothing_cited(basis: Basis) -> Citation {
    Citation {
        basis: Some(basis.kind),
        system: System::Other,
        guideline: None,
        candidates: Vec::new(),
        whole: None,
        label: None,
        year: None,
        chapter: None,
        sections: Vec::new(),
        pages: Vec::new(),
        names_mtus: None,
        organisation_named: false,
        span: basis.span,
    }
}

/// What stands before the next word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Before {
    /// Another word, or punctuation that parts nothing.
    Word,
    /// A comma or a locator.
    Comma,
    /// "and".
    And,
    /// A semicolon or the end of a sentence.
    Stop,
    /// The basis sentence.
    Start,
}

/// A section or topic that is being read.
#[derive(Clone, Copy, Debug)]
struct Piece {
    span: ByteSpan,
    /// How many parentheses it stands in.
    depth: usize,
    /// Whether it begins with a section number, so that commas belong to its title.
    numbered: bool,
}

struct Clause<'a> {
    vocabulary: &'a Vocabulary,
    line: &'a str,
    basis: Option<BasisKind>,
    tokens: &'a [Token],
    draft: Draft,
    piece: Option<Piece>,
    /// The parentheses that are open.
    open: Vec<ByteSpan>,
    before: Before,
    citations: Vec<Citation>,
}

impl Clause<'_> {
    /// Reads on from token `at`; gives the number of the next one.
    fn step(&mut self, at: usize) -> usize {
        let token = &self.tokens[at];
        match &token.kind {
            TokenKind::Word | TokenKind::Part => return self.word(at),
            TokenKind::And => self.and(at),
            TokenKind::Comma if self.open.is_empty() => self.comma(at),
            TokenKind::Semicolon if !self.is_in_detail() => self.stop(),
            TokenKind::Stop if self.open.is_empty() => self.stop(),
            TokenKind::ParenOpen => self.open.push(token.span),
            TokenKind::ParenClose => self.parenthesis_closed(token.span),
            TokenKind::Sign => self.extend_piece(token.span),
            TokenKind::Sections => {
                self.end_piece();
                self.draft.in_list = true;
                self.before = Before::Comma;
            }
            TokenKind::Chapter(number) => self.chapter(*number, token.span),
            TokenKind::Pages(pages) => {
                self.located(token.span);
                self.draft.pages.extend(pages);
            }
            TokenKind::Edition(ordinal) => {
                self.located(token.span);
                self.draft.ordinal.get_or_insert(*ordinal);
            }
            TokenKind::Year(year) => self.year(*year, token.span),
            TokenKind::Aside => self.end_piece(),
            TokenKind::Url => self.url(token.span),
            TokenKind::Comma
            | TokenKind::Semicolon
            | TokenKind::Stop
            | TokenKind::Joint
            | TokenKind::Basis(_)
            | TokenKind::Open => {}
        }
        at + 1
    }

    /// A word: the start of a name, or of a topic, or more of one.
    fn word(&mut self, at: usize) -> usize {
        if let Some(end) = self.named(at) {
            self.before = Before::Word;
            return end;
        }
        let token = &self.tokens[at];
        self.before = Before::Word;
        match self.piece {
            Some(_) => self.extend_piece(token.span),
            None if token.kind == TokenKind::Part && !self.goes_on(at + 1) => {
                if self.draft.span.is_some() {
                    self.draft.touch(token.span);
                }
            }
            None => {
                self.piece = Some(Piece {
                    span: token.span,
                    depth: self.open.len(),
                    numbered: self.draft.in_list && self.is_number(at),
                });
            }
        }
        at + 1
    }

    /// The token behind the known section that begins at token `at` and is a whole piece.
    fn section_end(&self, at: usize) -> Option<usize> {
        let end = self
            .vocabulary
            .section_at(&self.draft.editions, self.tokens, at)?;
        self.is_whole_piece(end).then_some(end)
    }

    /// Whether a piece ends before token `at`, leaving out a word such as "Chapter".
    fn is_whole_piece(&self, mut at: usize) -> bool {
        while self
            .tokens
            .get(at)
            .is_some_and(|token| token.kind == TokenKind::Part)
        {
            at += 1;
        }
        match self.tokens.get(at).map(|token| &token.kind) {
            Some(TokenKind::And) => self.is_named_at(at + 1),
            Some(TokenKind::Word | TokenKind::ParenOpen | TokenKind::Sign | TokenKind::Joint) => {
                false
            }
            _ => true,
        }
    }

    /// Whether a name begins at token `at`, so that "and" before it parts two pieces.
    fn is_named_at(&self, at: usize) -> bool {
        let tokens = self.tokens;
        let dated = self.vocabulary.editions_at(tokens, at);
        dated.is_some_and(|found| self.year_behind(found.end).is_some())
            || self.vocabulary.system_at(tokens, at).is_some()
            || self
                .vocabulary
                .section_at(&self.draft.editions, tokens, at)
                .is_some()
            || matches!(
                tokens.get(at).map(|token| &token.kind),
                Some(TokenKind::Url | TokenKind::Chapter(_))
            )
    }

    fn and(&mut self, at: usize) {
        if self.open.is_empty() && self.is_named_at(at + 1) {
            self.end_piece();
        }
        if self.piece.is_none() && self.before < Before::And {
            self.before = Before::And;
        }
    }

    fn comma(&mut self, at: usize) {
        let in_title = self.piece.is_some_and(|piece| piece.numbered) && !self.is_number(at + 1);
        if in_title && !self.is_named_at(at + 1) {
            return;
        }
        self.end_piece();
        self.before = self.before.max(Before::Comma);
    }

    /// Whether what is being read stands in a parenthesis inside a topic: "Toxins (A; B)".
    fn is_in_detail(&self) -> bool {
        self.piece
            .is_some_and(|piece| self.open.len() > piece.depth)
    }

    fn stop(&mut self) {
        self.open.clear();
        self.end_piece();
        self.before = Before::Stop;
    }

    fn parenthesis_closed(&mut self, span: ByteSpan) {
        let Some(open) = self.open.pop() else {
            return;
        };
        match self.piece {
            Some(piece) if self.open.len() >= piece.depth => return self.extend_piece(span),
            _ => self.end_piece(),
        }
        // The parenthesis around a topic belongs to the citation.
        if self.draft.span.is_some_and(|span| span.start < open.start) {
            self.draft.touch(span);
        }
    }

    /// Whether token `at` is the number of a section, "3.3.9".
    fn is_number(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at).filter(|token| token.is_word()) else {
            return false;
        };
        let text = token.span.of(self.line);
        text.bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.')
    }

    /// Whether token `at` is a small word, as in "Guidelines for imaging".
    fn goes_on(&self, at: usize) -> bool {
        let next = self
            .tokens
            .get(at)
            .filter(|token| token.kind == TokenKind::Word);
        next.is_some_and(|token| token.span.of(self.line).starts_with(char::is_lowercase))
    }

    fn year(&mut self, year: u16, span: ByteSpan) {
        let is_label = self.basis == Some(BasisKind::Mtus)
            && !self.draft.is_labelled()
            && self.draft.source.is_none()
            && self.draft.sections.is_empty()
            && !self.draft.in_list;
        match self.piece {
            Some(piece) if is_label && piece.depth == self.open.len() => {
                self.draft.label = Some(piece.span);
                self.draft.touch(piece.span);
                self.piece = None;
            }
            Some(_) => return self.extend_piece(span),
            None => {}
        }
        // Behind a topic a year is that of a study, unless it goes with "2nd Edition".
        if self.draft.sections.is_empty() || self.draft.ordinal.is_some() {
            self.draft.year.get_or_insert(year);
        }
        self.located(span);
    }

    /// Takes in a locator.
    fn located(&mut self, span: ByteSpan) {
        self.end_piece();
        self.draft.touch(span);
        self.before = self.before.max(Before::Comma);
    }

    fn extend_piece(&mut self, span: ByteSpan) {
        if let Some(piece) = &mut self.piece {
            piece.span = piece.span.joined(span);
        }
    }

    fn end_piece(&mut self) {
        if let Some(piece) = self.piece.take() {
            self.add_section(piece.span);
        }
    }

    fn add_section(&mut self, span: ByteSpan) {
        self.draft.touch(span);
        self.draft.sections.push(Section {
            span,
            name: span.of(self.line).to_owned(),
        });
    }

    /// Ends the citation that is being read and begins the next one.
    fn close(&mut self, next: Draft) {
        self.end_piece();
        let draft = std::mem::replace(&mut self.draft, next);
        self.citations
            .extend(draft.finish(self.vocabulary, self.line, self.basis));
    }
}

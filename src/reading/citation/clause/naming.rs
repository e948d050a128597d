//! What the names in a clause do: go on with the citation that is being read, or begin a new one.

use super::{Before, Clause};
use crate::reading::citation::BasisKind;
use crate::reading::citation::draft::Draft;
use crate::reading::citation::parse::TokenKind;
use crate::reading::citation::vocabulary::{Found, FoundSystem};
use crate::rules::pack::System;
use crate::span::ByteSpan;

impl Clause<'_> {
    /// The token behind the name that begins at token `at`, once it is taken in.
    pub(super) fn named(&mut self, at: usize) -> Option<usize> {
        let edition = self.vocabulary.editions_at(self.tokens, at);
        if let Some(found) = edition.filter(|found| self.is_dated_edition(found)) {
            return Some(self.take_edition(found));
        }
        let starts = self.piece.is_none();
        let section = if starts { self.section_end(at) } else { None };
        if let Some(end) = section {
            let span = self.tokens[at].span.joined(self.tokens[end - 1].span);
            self.add_section(span);
            return Some(end);
        }
        if let Some(found) = self.vocabulary.system_at(self.tokens, at) {
            return self.take_system(found);
        }
        if !starts {
            return None;
        }
        match edition.filter(|found| self.is_undated_edition(found)) {
            Some(found) => Some(self.take_edition(found)),
            None => self.take_odg_chapter(at),
        }
    }

    // ---- Editions --------------------------------------------------------------------------------------

    /// Whether the label stands with its year, so that it names a guideline wherever it stands.
    fn is_dated_edition(&self, found: &Found<'_>) -> bool {
        let Some(year) = self.year_behind(found.end) else {
            return false;
        };
        let mut editions = found.guidelines.iter();
        let known = editions.any(|edition| self.vocabulary.year_of(*edition) == Some(year));
        if self.is_in_other_source() && self.before < Before::And {
            // "ODG, Chronic Pain 2017" is a chapter of ODG.
            return known && self.piece.is_none() && found.words > 2;
        }
        known || self.speaks_of_mtus() && self.piece.is_none()
    }

    /// The year that stands directly behind a label, or behind "Guidelines", a comma or a parenthesis.
    pub(super) fn year_behind(&self, at: usize) -> Option<u16> {
        let behind = self.tokens.get(at..)?.iter().find(|token| {
            !matches!(
                token.kind,
                TokenKind::Part | TokenKind::ParenOpen | TokenKind::Comma | TokenKind::Edition(_)
            )
        })?;
        match behind.kind {
            TokenKind::Year(year) => Some(year),
            _ => None,
        }
    }

    /// Whether a label without a year names a guideline here.
    fn is_undated_edition(&self, found: &Found<'_>) -> bool {
        if self.draft.in_list || self.is_in_other_source() {
            return false;
        }
        if self.draft.is_labelled() && !self.draft.may_mean(found.guidelines) {
            return found.words > 1
                && self.before > Before::Word
                && self.draft.odg_chapter.is_none();
        }
        let ends_in_guidelines = || {
            let last = self.tokens.get(found.end - 1);
            let next = self.tokens.get(found.end);
            last.into_iter()
                .chain(next)
                .any(|token| token.kind == TokenKind::Part)
        };
        self.speaks_of_mtus() || self.draft.system().is_some() || ends_in_guidelines()
    }

    /// Whether the label names what the chapter number has named, or stands twice in one citation.
    fn is_said_again(&self, found: &Found<'_>) -> bool {
        let nothing_since = self.draft.sections.is_empty() && self.draft.pages.is_empty();
        let repeated = nothing_since && self.year_behind(found.end).is_none();
        self.draft.may_mean(found.guidelines) && (self.draft.label.is_none() || repeated)
    }

    /// Whether the citation is of a source other than the MTUS, ACOEM and the regulations.
    fn is_in_other_source(&self) -> bool {
        matches!(self.draft.system(), Some(System::Odg | System::Other))
    }

    /// Whether labels of MTUS editions are to be expected.
    fn speaks_of_mtus(&self) -> bool {
        self.basis == Some(BasisKind::Mtus)
            || self.draft.mtus.is_some()
            || !self.draft.editions.is_empty()
    }

    fn take_edition(&mut self, found: Found<'_>) -> usize {
        self.end_piece();
        if self.draft.system() == Some(System::Statute) && !self.draft.is_labelled() {
            // "8 CCR 9792.24.1" is the guideline that the regulation adopts.
            self.draft.source = None;
            self.draft.sections.clear();
        }
        if self.is_in_other_source() || self.draft.is_labelled() && !self.is_said_again(&found) {
            self.close(Draft::default());
        }
        self.draft.touch(found.span);
        self.draft.label.get_or_insert(found.span);
        self.draft.narrow(found.guidelines);
        found.end
    }

    pub(super) fn chapter(&mut self, number: u8, span: ByteSpan) {
        let editions = self.vocabulary.chapter(number);
        self.end_piece();
        let in_book = self.speaks_of_mtus() || self.draft.system() == Some(System::Acoem);
        let other_label = !self.draft.editions.is_empty() && !self.draft.may_mean(&editions);
        let other_chapter = self.draft.chapter.is_some_and(|chapter| chapter != number);
        if in_book && (other_label || other_chapter) {
            let following = self.draft.following();
            self.close(following);
        }
        self.located(span);
        self.draft.chapter.get_or_insert(number);
        if in_book {
            self.draft.narrow(&editions);
        }
    }

    // ---- Systems and other sources ---------------------------------------------------------------------

    /// Takes in a name of a system or source; `None` where it is only a word of a topic.
    fn take_system(&mut self, found: FoundSystem) -> Option<usize> {
        let parts = self.before >= Before::And && self.piece.is_none();
        let is_settled =
            self.draft.source.is_some() || self.draft.is_labelled() || self.speaks_of_mtus();
        let is_detail = is_settled && !found.is_whole;
        let in_topic = self.is_in_detail() || self.piece.is_some() && is_detail;
        if in_topic || self.draft.in_list && !parts {
            self.draft.names_source = true;
            return None;
        }
        self.end_piece();
        if self.begins_citation(found, parts) {
            self.close(Draft::default());
        }
        self.draft.name(found);
        Some(found.end)
    }

    /// Whether a name of a system begins a new citation. `parts`: it stands behind "and", a semicolon or a
    /// full stop.
    fn begins_citation(&self, found: FoundSystem, parts: bool) -> bool {
        let draft = &self.draft;
        let parts = parts && draft.span.is_some();
        match (found.system, draft.system()) {
            (System::Mtus, None) => parts && (draft.mtus.is_some() || draft.is_labelled()),
            (System::Mtus, Some(System::Acoem)) => parts,
            (System::Mtus, Some(_)) => parts || self.open.is_empty(),
            (_, Some(known)) if known == found.system => parts && self.before != Before::And,
            (_, Some(_)) => parts || found.is_whole && self.open.is_empty(),
            (System::Odg, None) => !draft.editions.is_empty() && self.open.is_empty(),
            (System::Acoem, None) => parts && draft.is_labelled(),
            // A label followed by the regulation that adopts it is one citation.
            (_, None) => parts && draft.is_labelled(),
        }
    }

    /// Takes in the ODG chapter whose label stands at token `at`.
    fn take_odg_chapter(&mut self, at: usize) -> Option<usize> {
        let found = self.vocabulary.odg_chapter_at(self.tokens, at)?;
        let chapter = *found.guidelines.first()?;
        let names_odg = self.draft.system() == Some(System::Odg);
        let outside = matches!(
            self.basis,
            Some(BasisKind::NonMtus | BasisKind::OutsideMtus)
        );
        let may_begin = names_odg || outside && self.draft.span.is_none();
        if !may_begin && self.draft.odg_chapter.is_none() {
            return None;
        }
        match self.draft.odg_chapter {
            None if self.draft.sections.is_empty() => {}
            Some(known) if known == chapter && self.draft.sections.is_empty() => {
                return Some(found.end);
            }
            _ if self.before >= Before::Stop || self.is_whole_piece(found.end) => {
                let following = self.draft.following();
                self.close(following);
            }
            _ => return None,
        }
        self.draft.touch(found.span);
        self.draft.label.get_or_insert(found.span);
        self.draft.odg_chapter = Some(chapter);
        Some(found.end)
    }

    pub(super) fn url(&mut self, span: ByteSpan) {
        self.end_piece();
        let trimmed = span
            .of(self.line)
            .trim_end_matches(['.', ',', ';', ')', ']']);
        let is_other = !self.draft.editions.is_empty();
        if is_other || self.before >= Before::And && self.draft.span.is_some() {
            self.close(Draft::default());
        }
        self.draft.names_source = true;
        self.located(ByteSpan::new(span.start, span.start + trimmed.len()));
    }
}

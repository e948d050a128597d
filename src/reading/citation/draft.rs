//! A citation while it is being read.

use super::vocabulary::{FoundSystem, Vocabulary};
use super::{BasisKind, Citation, Label, Section};
use crate::rules::pack::System;
use crate::span::ByteSpan;

/// What has been read of a citation so far.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// Everything that belongs to it; `None` while it is empty.
    pub(super) span: Option<ByteSpan>,
    /// Where it says MTUS.
    pub(super) mtus: Option<ByteSpan>,
    /// Whose guideline or work it is, where that is not the MTUS: the system and its entry.
    pub(super) source: Option<(System, usize)>,
    /// The label.
    pub(super) label: Option<ByteSpan>,
    /// All editions that have the label or hold the chapter.
    pub(super) editions: Vec<usize>,
    /// The ODG chapter.
    pub(super) odg_chapter: Option<usize>,
    /// The chapter number.
    pub(super) chapter: Option<u8>,
    /// The number of the edition, 2 for "Second Edition".
    pub(super) ordinal: Option<u8>,
    /// The year.
    pub(super) year: Option<u16>,
    /// Sections or topics.
    pub(super) sections: Vec<Section>,
    /// Whether "Section(s):" was read, behind which commas part sections.
    pub(super) in_list: bool,
    /// Pages.
    pub(super) pages: Vec<(u16, u16)>,
    /// Whether a web address or, inside a topic, the name of a source was read.
    pub(super) names_source: bool,
}

impl Draft {
    /// Adds `span` to what belongs to the citation.
    pub(super) fn touch(&mut self, span: ByteSpan) {
        self.span = Some(self.span.map_or(span, |known| known.joined(span)));
    }

    /// Notes a name of the MTUS or of another source.
    pub(super) fn name(&mut self, found: FoundSystem) {
        self.touch(found.span);
        if found.system == System::Mtus {
            self.mtus.get_or_insert(found.span);
        } else {
            self.source.get_or_insert((found.system, found.guideline));
        }
    }

    /// The system that is named, other than the MTUS.
    pub(super) fn system(&self) -> Option<System> {
        self.source.map(|(system, _)| system)
    }

    /// Whether a guideline is known by label or chapter.
    pub(super) fn is_labelled(&self) -> bool {
        self.label.is_some() || !self.editions.is_empty() || self.odg_chapter.is_some()
    }

    /// Whether one of `editions` may be meant.
    pub(super) fn may_mean(&self, editions: &[usize]) -> bool {
        editions
            .iter()
            .any(|edition| self.editions.contains(edition))
    }

    /// Keeps the editions that are also in `editions`; takes those where there were none.
    pub(super) fn narrow(&mut self, editions: &[usize]) {
        if self.editions.is_empty() {
            self.editions = editions.to_vec();
        } else {
            self.editions.retain(|edition| editions.contains(edition));
        }
    }

    /// The start of a citation that goes on from this one and leaves out whose guideline it is: "ODG, Low
    /// Back; Shoulder".
    pub(super) fn following(&self) -> Self {
        Self {
            mtus: self.mtus,
            source: self.source,
            ordinal: self.ordinal,
            year: self.year.filter(|_| self.label.is_none()),
            ..Self::default()
        }
    }

    /// The citation; `None` for an empty one.
    pub(super) fn finish(
        mut self,
        vocabulary: &Vocabulary,
        line: &str,
        basis: Option<BasisKind>,
    ) -> Option<Citation> {
        let span = self.span?;
        self.label_unknown_guideline(basis);
        let possible = self.possible_editions(vocabulary);
        let system = self.system_cited(vocabulary, basis, &possible);
        let guideline = match possible[..] {
            [edition] => Some(edition),
            [] if self.editions.is_empty() || self.label.is_none() => self.entry(vocabulary),
            _ => None,
        };
        let whole = vocabulary.whole(guideline.map_or(system, |index| vocabulary.system_of(index)));
        let by_label = self
            .label
            .filter(|_| system == System::Mtus && basis != Some(BasisKind::Mtus));
        let organisation_named = self.names_organisation(basis);
        // Behind the number of a statute stands its subdivision; an unknown source has no known sections.
        if system == System::Statute || system == System::Other && guideline.is_none() {
            self.sections.clear();
        }
        Some(Citation {
            basis,
            system,
            guideline,
            candidates: if guideline.is_some() {
                Vec::new()
            } else {
                possible
            },
            whole: whole.filter(|whole| Some(*whole) != guideline),
            label: self.label.map(|span| Label {
                span,
                text: span.of(line).to_owned(),
            }),
            year: self.year,
            chapter: self.chapter,
            sections: self.sections,
            pages: self.pages,
            names_mtus: self.mtus.or(by_label),
            organisation_named,
            span,
        })
    }

    /// Under an MTUS basis the first words are a label, whether or not the pack knows it.
    fn label_unknown_guideline(&mut self, basis: Option<BasisKind>) {
        let is_named = self.is_labelled() || self.source.is_some() || self.names_source;
        if basis == Some(BasisKind::Mtus) && !is_named && !self.sections.is_empty() {
            self.label = Some(self.sections.remove(0).span);
        }
    }

    /// The editions that the printed year, or the number of the edition, leaves.
    fn possible_editions(&self, vocabulary: &Vocabulary) -> Vec<usize> {
        let year = match (self.year, self.ordinal) {
            (Some(year), _) => Some(year),
            (None, Some(ordinal)) => match vocabulary.year_of_edition(ordinal) {
                Some(year) => Some(year),
                None => return Vec::new(),
            },
            (None, None) => None,
        };
        let editions = self.editions.iter().copied();
        match year {
            Some(_) => editions
                .filter(|edition| vocabulary.year_of(*edition) == year)
                .collect(),
            None => editions.collect(),
        }
    }

    /// The entry that is meant where no edition is: a chapter of ODG, a source, the MTUS as a whole.
    fn entry(&self, vocabulary: &Vocabulary) -> Option<usize> {
        let source = self.source.map(|(_, entry)| entry);
        let mtus = self
            .mtus
            .filter(|_| self.label.is_none())
            .and(vocabulary.whole(System::Mtus));
        self.odg_chapter.or(source).or(mtus)
    }

    fn system_cited(
        &self,
        vocabulary: &Vocabulary,
        basis: Option<BasisKind>,
        possible: &[usize],
    ) -> System {
        let says_mtus = self.mtus.is_some() || basis == Some(BasisKind::Mtus);
        let edition = possible.first().or(self.editions.first());
        match (
            edition.map(|edition| vocabulary.system_of(*edition)),
            self.system(),
        ) {
            (Some(System::Mtus), Some(System::Acoem)) if !says_mtus => System::Acoem,
            (Some(system), _) => system,
            (None, Some(System::Acoem)) if says_mtus => System::Mtus,
            (None, Some(system)) => system,
            (None, None) if self.odg_chapter.is_some() => System::Odg,
            (None, None) if says_mtus && !self.names_source => System::Mtus,
            (None, None) => System::Other,
        }
    }

    fn names_organisation(&self, basis: Option<BasisKind>) -> bool {
        let is_named = self.source.is_some() || self.mtus.is_some() || self.names_source;
        is_named || basis == Some(BasisKind::Mtus) || self.odg_chapter.is_none()
    }
}

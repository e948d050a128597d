//! Guideline lines: on what basis a decision rests, and which guideline editions it cites.
//!
//! A line such as `Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies. Decision
//! based on Non-MTUS Citation Official Disability Guidelines (ODG), Low Back.` holds *basis sentences* and,
//! under each, *citations*. The form is in `grammar/citation.pest`; the names of guidelines and sections come
//! from the pack, so that a new edition is data.
//!
//! An edition is known by its label *and* its year. Letters of 2013 to 2015 print no year; then the reader
//! keeps all editions of the label as candidates, and [`Citation::edition_on`] picks by date.

mod beginnings;
mod clause;
mod draft;
mod parse;
mod prose;
mod remembered;
#[cfg(test)]
mod tests;
mod vocabulary;

use self::remembered::Remembered;
use self::vocabulary::Vocabulary;
use crate::reading::date::Date;
use crate::reading::word_index::CutWords;
use crate::rules::decode::Located;
use crate::rules::pack::{Guideline, InForce, System};
use crate::span::ByteSpan;

/// What a guideline line says. Spans are relative to the line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GuidelineLine {
    /// The basis sentences, in the order of the line. Empty: the line has none in a known form.
    pub bases: Vec<Basis>,
    /// What is cited, in the order of the line. Under every [`BasisKind::NonMtus`] stands at least one, if
    /// only an empty one that names no organisation.
    pub citations: Vec<Citation>,
}

impl GuidelineLine {
    /// The kind of the first basis sentence; `None` where there is none.
    #[must_use]
    pub fn basis(&self) -> Option<BasisKind> {
        self.bases.first().map(|basis| basis.kind)
    }

    /// The same line, `by` bytes further into the text.
    #[must_use]
    pub fn shifted(mut self, by: usize) -> Self {
        for basis in &mut self.bases {
            basis.span = basis.span.shifted(by);
        }
        let citations = self.citations.into_iter();
        self.citations = citations.map(|citation| citation.shifted(by)).collect();
        self
    }

    /// The first basis sentence of a kind.
    #[must_use]
    pub fn basis_of(&self, kind: BasisKind) -> Option<Basis> {
        self.bases.iter().copied().find(|basis| basis.kind == kind)
    }
}

/// A basis sentence, as far as it is a set phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Basis {
    /// What it says.
    pub kind: BasisKind,
    /// Where it stands, without the citations that follow.
    pub span: ByteSpan,
}

/// What a decision rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BasisKind {
    /// "Decision based on MTUS".
    Mtus,
    /// "Decision based on Non-MTUS Citation".
    NonMtus,
    /// "did not base their decision on the MTUS", "based their decision on recommendation(s) outside of the
    /// MTUS Guidelines".
    OutsideMtus,
    /// "did not cite any medical evidence for its decision".
    NoEvidence,
}

impl BasisKind {
    /// The name in rules and reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Mtus => "mtus",
            Self::NonMtus => "non-mtus",
            Self::OutsideMtus => "outside-mtus",
            Self::NoEvidence => "no-evidence",
        }
    }
}

/// One guideline, statute or other source that a line cites. Numbers of guidelines index the list that the
/// reader was made with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The basis sentence it stands under; `None` where the line has none before it.
    pub basis: Option<BasisKind>,
    /// The body of guidelines that it names. A chapter of the ACOEM book that the MTUS adopted is
    /// [`System::Acoem`] where the letter calls it ACOEM and not MTUS.
    pub system: System,
    /// The guideline, as far as it is certain: the edition of (label, year), or the only edition that has
    /// the label or chapter; the whole where only the system is named. `None`: several editions are
    /// possible (see `candidates`), or the pack knows none.
    pub guideline: Option<usize>,
    /// The editions that are possible where `guideline` is `None` and no year is printed.
    pub candidates: Vec<usize>,
    /// The entry for the whole of the system (`odg`, `acoem`), of which `guideline` may be a chapter.
    pub whole: Option<usize>,
    /// The label as printed. Under an MTUS basis this is also a label that the pack does not know.
    pub label: Option<Label>,
    /// The year as printed.
    pub year: Option<u16>,
    /// The chapter number as printed.
    pub chapter: Option<u8>,
    /// The sections or topics, without locators.
    pub sections: Vec<Section>,
    /// Pages, first and last.
    pub pages: Vec<(u16, u16)>,
    /// Where the citation calls itself MTUS by name, or by the label of an MTUS edition. Under
    /// [`BasisKind::NonMtus`] that contradicts the basis.
    pub names_mtus: Option<ByteSpan>,
    /// Whether it says whose guideline or work it is. A source that the pack does not know counts as named;
    /// what does not are a chapter ("Low Back, MRI") that leaves out whose it is, and nothing at all.
    pub organisation_named: bool,
    /// All of it.
    pub span: ByteSpan,
}

/// The label of a guideline as printed, without its year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where it stands.
    pub span: ByteSpan,
    /// Its words.
    pub text: String,
}

/// A section or topic of a guideline as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Where it stands.
    pub span: ByteSpan,
    /// Its name.
    pub name: String,
}

impl Citation {
    /// The edition that is cited in a decision of this date: [`Citation::guideline`], or the one candidate
    /// that was in force. `None` where no edition or more than one remains, or the date is not known.
    #[must_use]
    pub fn edition_on(&self, guidelines: &[Guideline], date: Option<Date>) -> Option<usize> {
        if self.guideline.is_some() {
            return self.guideline;
        }
        let date = date?;
        let in_force = |index: &usize| {
            guidelines
                .get(*index)
                .is_some_and(|g| covers(g.in_force, date))
        };
        let mut possible = self.candidates.iter().copied().filter(in_force);
        let edition = possible.next()?;
        possible.next().is_none().then_some(edition)
    }

    /// Whether the citation may mean this entry: its guideline, one of the candidates, or the whole that
    /// its guideline is a chapter of.
    #[must_use]
    pub fn may_mean(&self, guideline: usize) -> bool {
        self.guideline == Some(guideline)
            || self.whole == Some(guideline)
            || self.candidates.contains(&guideline)
    }

    /// The body parts that the cited chapter is about, by id; empty where it is about none or the pack does
    /// not know it. Editions of one label are about the same parts.
    #[must_use]
    pub fn body_parts<'g>(&self, guidelines: &'g [Guideline]) -> &'g [Located<String>] {
        let index = self.guideline.or_else(|| self.candidates.first().copied());
        index
            .and_then(|index| guidelines.get(index))
            .map_or(&[], |guideline| &guideline.body_parts)
    }

    /// Whether the citation names an MTUS guideline that the pack does not know, or not of this year.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.system == System::Mtus
            && self.label.is_some()
            && self.guideline.is_none()
            && self.candidates.is_empty()
    }
}

/// Whether an edition was in force on a day; an end that is not known excludes nothing.
fn covers(in_force: InForce, date: Date) -> bool {
    let began = in_force.from.is_none_or(|from| from <= date);
    let lasted = in_force.to.is_none_or(|to| date <= to);
    began && lasted
}

/// Reads guideline lines with the names of a pack. It remembers a bounded number of lines.
#[derive(Debug)]
pub struct CitationReader {
    vocabulary: Vocabulary,
    remembered: Remembered,
}

impl CitationReader {
    /// A reader for these guidelines. Costs about a millisecond for a hundred of them.
    #[must_use]
    pub fn new(guidelines: &[Guideline]) -> Self {
        Self {
            vocabulary: Vocabulary::new(guidelines),
            remembered: Remembered::default(),
        }
    }

    /// Reads the guideline line of a disputed item, without the label in front of it ("MAXIMUS guideline:").
    /// Any text is read: what is not recognised becomes a citation of [`System::Other`].
    #[must_use]
    pub fn read(&self, line: &str) -> GuidelineLine {
        self.remembered.or_read(line, || self.read_anew(line))
    }

    fn read_anew(&self, line: &str) -> GuidelineLine {
        let tokens = parse::tokens(line);
        let mut read = GuidelineLine::default();
        let mut rest = &tokens[..];
        while !rest.is_empty() {
            let basis = rest[0].basis();
            let end = 1 + rest[1..]
                .iter()
                .take_while(|token| !token.opens_clause())
                .count();
            let (clause, after) = rest.split_at(end);
            rest = after;
            let clause = if clause[0].opens_clause() {
                &clause[1..]
            } else {
                clause
            };
            read.bases.extend(basis);
            let citations = clause::read(&self.vocabulary, line, basis, clause);
            // Unknown words in front of a basis sentence say who decided.
            let speaks = basis.is_some() || rest.is_empty();
            let cites = |citation: &Citation| speaks || citation.guideline.is_some();
            read.citations.extend(citations.into_iter().filter(cites));
        }
        read
    }

    /// What running text cites, by place: systems, editions and chapters with their labels and years, and
    /// other sources that the pack knows. A body part or complaint that is merely spoken of is no chapter.
    #[must_use]
    pub fn named_in_prose(&self, words: CutWords<'_>) -> Vec<Citation> {
        prose::named(&self.vocabulary, words)
    }

    /// Where a text names the MTUS, ACOEM or ODG as a whole, in the order of the text. This is for prose,
    /// which cites without the form of a guideline line.
    #[must_use]
    pub fn systems_named(&self, text: &str) -> Vec<(System, ByteSpan)> {
        let words = parse::words(text);
        let mut named = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let found = self.vocabulary.system_at(&words, at);
            at = found.map_or(at + 1, |found| found.end);
            named.extend(
                found
                    .filter(|found| found.is_whole)
                    .map(|found| (found.system, found.span)),
            );
        }
        named
    }
}

//! The names of guidelines, chapters and sections, made ready to be found among the words of a line.

use std::cmp::Reverse;

use super::beginnings::Beginnings;
use super::parse::{self, Token, TokenKind, WordKey};
use crate::reading::word_index::{CutText, CutWords, WordFilter};
use crate::rules::pack::{Guideline, System};
use crate::span::ByteSpan;

/// All names of a pack's guidelines.
#[derive(Debug)]
pub(super) struct Vocabulary {
    /// Names of whole systems and of other sources.
    systems: Names,
    /// Labels of MTUS and ACOEM editions.
    editions: Names,
    /// Labels of ODG chapters.
    odg_chapters: Names,
    /// What is known of each guideline, by its number.
    known: Vec<Known>,
    /// Which guidelines hold a chapter of the ACOEM book.
    chapters: Vec<(u8, usize)>,
    /// Which year an edition of the ACOEM book is of.
    ordinals: Vec<(u8, u16)>,
    /// The entries that stand for the whole of a system.
    wholes: Vec<(System, usize)>,
    /// How running text may begin to name a guideline.
    beginnings: Beginnings,
}

/// What the reader must know of a guideline.
#[derive(Debug)]
struct Known {
    system: System,
    year: Option<u16>,
    sections: Vec<Name>,
}

/// A name of a system or source that was found.
#[derive(Clone, Copy, Debug)]
pub(super) struct FoundSystem {
    /// The body of guidelines.
    pub(super) system: System,
    /// The guideline that the name stands for.
    pub(super) guideline: usize,
    /// Whether it is the whole of the MTUS, ACOEM or ODG.
    pub(super) is_whole: bool,
    /// Where it stands.
    pub(super) span: ByteSpan,
    /// The number of the token behind it.
    pub(super) end: usize,
}

/// A name that was found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found<'v> {
    /// The guidelines that have the name.
    pub(super) guidelines: &'v [usize],
    /// How many words it has.
    pub(super) words: usize,
    /// Where it stands.
    pub(super) span: ByteSpan,
    /// The number of the token behind it.
    pub(super) end: usize,
}

impl Vocabulary {
    /// The names of `guidelines`, which are known by their places in the slice.
    pub(super) fn new(guidelines: &[Guideline]) -> Self {
        let mut vocabulary = Self {
            systems: Names::default(),
            editions: Names::default(),
            odg_chapters: Names::default(),
            known: Vec::with_capacity(guidelines.len()),
            chapters: Vec::new(),
            ordinals: Vec::new(),
            wholes: Vec::new(),
            beginnings: Beginnings::new(guidelines.iter().map(|known| known.labels.len()).sum()),
        };
        for (index, guideline) in guidelines.iter().enumerate() {
            vocabulary.add(index, guideline);
        }
        for names in [
            &mut vocabulary.systems,
            &mut vocabulary.editions,
            &mut vocabulary.odg_chapters,
        ] {
            names.sort();
        }
        vocabulary
    }

    fn add(&mut self, index: usize, guideline: &Guideline) {
        let is_whole = guideline.id.value == whole_id(guideline.system);
        if is_whole {
            self.wholes.push((guideline.system, index));
        }
        self.chapters
            .extend(guideline.chapter.map(|chapter| (chapter, index)));
        for label in &guideline.labels {
            match locator(label) {
                Some(TokenKind::Chapter(chapter)) => self.chapters.push((chapter, index)),
                Some(TokenKind::Edition(ordinal)) => {
                    self.ordinals
                        .extend(guideline.year.map(|year| (ordinal, year)));
                }
                _ => {
                    self.begin(label, guideline.system, is_whole);
                    self.names_of(guideline.system, is_whole).add(label, index);
                }
            }
        }
        let sections = guideline
            .sections
            .iter()
            .map(|section| Name::new(section, index));
        self.known.push(Known {
            system: guideline.system,
            year: guideline.year,
            sections: sections.collect(),
        });
    }

    /// Notes how a label begins. Those of editions and chapters count in running text only where they are called
    /// guidelines, or where they begin with a number.
    fn begin(&mut self, label: &str, system: System, is_whole: bool) {
        let is_source = is_whole || matches!(system, System::Statute | System::Other);
        let is_number = label.starts_with(|first: char| first.is_ascii_digit());
        if is_source || is_number {
            self.beginnings.add(CutText::new(label).words());
        }
    }

    /// Whether running text may name a system, a source, or an edition by its number; `false` is certain.
    pub(super) fn may_be_named(&self, words: CutWords<'_>) -> bool {
        self.beginnings.stand_in(words)
    }

    fn names_of(&mut self, system: System, is_whole: bool) -> &mut Names {
        match system {
            _ if is_whole => &mut self.systems,
            System::Statute | System::Other => &mut self.systems,
            System::Mtus | System::Acoem => &mut self.editions,
            System::Odg => &mut self.odg_chapters,
        }
    }

    /// The system or source that is named at token `at`.
    pub(super) fn system_at(&self, tokens: &[Token], at: usize) -> Option<FoundSystem> {
        let found = self.systems.longest_at(tokens, at)?;
        let guideline = *found.guidelines.first()?;
        let system = self.known.get(guideline)?.system;
        Some(FoundSystem {
            system,
            guideline,
            is_whole: self.whole(system) == Some(guideline),
            span: found.span,
            end: found.end,
        })
    }

    /// The MTUS and ACOEM editions whose label stands at token `at`.
    pub(super) fn editions_at(&self, tokens: &[Token], at: usize) -> Option<Found<'_>> {
        self.editions.longest_at(tokens, at)
    }

    /// The ODG chapter whose label stands at token `at`.
    pub(super) fn odg_chapter_at(&self, tokens: &[Token], at: usize) -> Option<Found<'_>> {
        self.odg_chapters.longest_at(tokens, at)
    }

    /// The token behind the longest section of `guidelines` whose name stands at token `at`.
    pub(super) fn section_at(
        &self,
        guidelines: &[usize],
        tokens: &[Token],
        at: usize,
    ) -> Option<usize> {
        let known = guidelines.iter().filter_map(|index| self.known.get(*index));
        let sections = known.flat_map(|guideline| &guideline.sections);
        sections.filter_map(|name| name.end_at(tokens, at)).max()
    }

    /// The guidelines that hold a chapter of the ACOEM book.
    pub(super) fn chapter(&self, number: u8) -> Vec<usize> {
        let holding = self
            .chapters
            .iter()
            .filter(|(chapter, _)| *chapter == number);
        holding.map(|(_, index)| *index).collect()
    }

    /// The year of an edition of the ACOEM book; `None` for an edition that the pack does not know.
    pub(super) fn year_of_edition(&self, ordinal: u8) -> Option<u16> {
        let known = self.ordinals.iter().find(|(known, _)| *known == ordinal)?;
        Some(known.1)
    }

    /// The entry for the whole of a system.
    pub(super) fn whole(&self, system: System) -> Option<usize> {
        let whole = self.wholes.iter().find(|(known, _)| *known == system)?;
        Some(whole.1)
    }

    /// The system of a guideline.
    pub(super) fn system_of(&self, guideline: usize) -> System {
        self.known
            .get(guideline)
            .map_or(System::Other, |known| known.system)
    }

    /// The year of a guideline.
    pub(super) fn year_of(&self, guideline: usize) -> Option<u16> {
        self.known.get(guideline)?.year
    }
}

/// The id of the entry that stands for the whole of a system.
fn whole_id(system: System) -> &'static str {
    match system {
        System::Mtus => "mtus",
        System::Acoem => "acoem",
        System::Odg => "odg",
        System::Statute => "statute",
        System::Other => "other",
    }
}

/// The chapter or edition that a label is nothing but, read as it is read in letters.
fn locator(label: &str) -> Option<TokenKind> {
    let has_digit = label.bytes().any(|byte| byte.is_ascii_digit());
    if !has_digit {
        return None;
    }
    let mut tokens = parse::tokens(label).into_iter();
    let kind = tokens.next()?.kind;
    tokens.next().is_none().then_some(kind)
}

/// Names by their first word, of those with one first word the longest first.
#[derive(Debug, Default)]
struct Names {
    sorted: Vec<Name>,
    /// The first words; nearly every word of a text begins no name.
    first: WordFilter,
}

impl Names {
    fn add(&mut self, label: &str, guideline: usize) {
        let name = Name::new(label, guideline);
        if !name.words.is_empty() {
            self.sorted.push(name);
        }
    }

    /// Brings the names in order and those that are the same together. Until then nothing is found.
    fn sort(&mut self) {
        let order = |name: &Name| (name.words[0], Reverse(name.words.len()));
        // Stable, so that guidelines of one name keep the order of the pack.
        self.sorted
            .sort_by(|a, b| order(a).cmp(&order(b)).then_with(|| a.words.cmp(&b.words)));
        self.sorted.dedup_by(|next, name| {
            let same = next.words == name.words;
            if same {
                // Two labels of one guideline may differ in nothing that counts.
                next.guidelines
                    .retain(|index| !name.guidelines.contains(index));
                name.guidelines.append(&mut next.guidelines);
            }
            same
        });
        self.first = WordFilter::new(self.sorted.len());
        for name in &self.sorted {
            self.first.add(name.words[0].0);
        }
    }

    fn longest_at(&self, tokens: &[Token], at: usize) -> Option<Found<'_>> {
        let may_begin = |token: &&Token| token.is_word() && self.first.may_have(token.word.0);
        let first = tokens.get(at).filter(may_begin)?;
        let begin = self
            .sorted
            .partition_point(|name| name.words[0] < first.word);
        let names = self.sorted[begin..]
            .iter()
            .take_while(|name| name.words[0] == first.word);
        names.into_iter().find_map(|name| {
            let end = name.end_at(tokens, at)?;
            Some(Found {
                guidelines: &name.guidelines,
                words: name.words.len(),
                span: first.span.joined(tokens.get(end - 1)?.span),
                end,
            })
        })
    }
}

/// A name as the words that count: no punctuation and no "and".
#[derive(Debug)]
struct Name {
    /// Not empty in [`Names`].
    words: Vec<WordKey>,
    guidelines: Vec<usize>,
}

impl Name {
    fn new(name: &str, guideline: usize) -> Self {
        let tokens = parse::words(name);
        let words = tokens.iter().filter(|token| token.is_word());
        Self {
            words: words.map(|token| token.word).collect(),
            guidelines: vec![guideline],
        }
    }

    /// The token behind the name, where it stands at token `at`. Punctuation between words does not count,
    /// except that no name goes beyond a semicolon outside its parentheses.
    fn end_at(&self, tokens: &[Token], at: usize) -> Option<usize> {
        let mut end = at;
        let mut unclosed = 0_usize;
        for (number, word) in self.words.iter().enumerate() {
            while number > 0 && tokens.get(end)?.is_between_words(unclosed) {
                match tokens[end].kind {
                    TokenKind::ParenOpen => unclosed += 1,
                    TokenKind::ParenClose => unclosed = unclosed.saturating_sub(1),
                    _ => {}
                }
                end += 1;
            }
            let token = tokens.get(end)?;
            if !token.is_word() || token.word != *word {
                return None;
            }
            end += 1;
        }
        // The parenthesis that a name ends with: "Pain (Chronic)".
        while let Some(token) = tokens.get(end).filter(|_| unclosed > 0) {
            match token.kind {
                TokenKind::ParenClose => unclosed -= 1,
                TokenKind::Sign => {}
                _ => break,
            }
            end += 1;
        }
        (end > at).then_some(end)
    }
}

impl Token {
    fn is_between_words(&self, unclosed: usize) -> bool {
        if self.kind == TokenKind::Semicolon {
            return unclosed > 0;
        }
        matches!(
            self.kind,
            TokenKind::And
                | TokenKind::Comma
                | TokenKind::Stop
                | TokenKind::Joint
                | TokenKind::ParenOpen
                | TokenKind::ParenClose
                | TokenKind::Sign
        )
    }
}

//! The guidelines that a rationale names, and what it names them for.

mod role;
#[cfg(test)]
mod tests;

pub use self::role::{SourceRole, SourceWords};

use self::role::Roles;
use super::rationale::RationaleScene;
use super::zone::Zone;
use crate::rules::pack::{Pack, System};
use crate::span::ByteSpan;

/// A guideline that a rationale names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedSource {
    /// The body of guidelines.
    pub system: System,
    /// The edition, as an index into [`Pack::guidelines`]. `None`: only the body is named, or an unknown edition,
    /// or a label that several editions have.
    pub guideline: Option<usize>,
    /// Its words.
    pub span: ByteSpan,
    /// The index of its sentence.
    pub sentence: usize,
    /// Whether its sentence recites it ("ODG states that ..."); else it is only mentioned.
    pub recited: bool,
    /// What it is named for.
    pub role: SourceRole,
    /// Where the list that it is named in begins: "MTUS and ODG" is one list.
    pub list: usize,
}

/// Finds the guidelines that a rationale names.
#[derive(Debug)]
pub struct NamedSourceReader {
    roles: Roles,
}

impl NamedSourceReader {
    /// A reader for the guidelines of `pack`.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        Self {
            roles: Roles::new(&pack.language.sources),
        }
    }

    /// The guidelines that a rationale names, by place.
    #[must_use]
    pub fn read(&self, scene: &RationaleScene<'_>) -> Vec<NamedSource> {
        let mut sources = Vec::new();
        for (index, sentence) in scene.sentences.iter().enumerate() {
            let named = self.named(scene, index, sentence.span);
            if named.is_empty() {
                continue;
            }
            let words = sentence.span.of(scene.words.text());
            let cues = self.roles.cues(words, sentence.span.start);
            let lists = named.chunk_by(|one, next| one.list == next.list);
            let lists: Vec<&[NamedSource]> = lists.collect();
            for (at, list) in lists.iter().enumerate() {
                let from = match at.checked_sub(1).and_then(|before| lists.get(before)) {
                    Some(before) => end_of(before),
                    None => sentence.span.start,
                };
                let to = lists
                    .get(at + 1)
                    .map_or(sentence.span.end, |next| start_of(next));
                let place = ByteSpan::new(start_of(list), end_of(list));
                let role = cues.role(scene.words.text(), place, ByteSpan::new(from, to));
                sources.extend(list.iter().map(|source| {
                    let recites = sentence.zone_of(source.span) == Zone::Guideline;
                    NamedSource {
                        recited: role == SourceRole::Authority
                            || role == SourceRole::Mentioned && recites,
                        role,
                        ..*source
                    }
                }));
            }
        }
        sources
    }

    /// The sources of one sentence, in their lists.
    fn named(
        &self,
        scene: &RationaleScene<'_>,
        index: usize,
        sentence: ByteSpan,
    ) -> Vec<NamedSource> {
        let citations = scene.citations.named_in_prose(scene.words.part(sentence));
        let mut sources: Vec<NamedSource> = Vec::with_capacity(citations.len());
        for citation in citations {
            let span = citation.span.shifted(sentence.start);
            let goes_on = sources.last().filter(|last| {
                let between = ByteSpan::new(last.span.end, span.start);
                !self.roles.end_list(between.of(scene.words.text()))
            });
            sources.push(NamedSource {
                system: citation.system,
                guideline: citation.guideline,
                span,
                sentence: index,
                recited: false,
                role: SourceRole::Mentioned,
                list: goes_on.map_or(span.start, |last| last.list),
            });
        }
        sources
    }
}

fn start_of(list: &[NamedSource]) -> usize {
    list.first().map_or(0, |source| source.span.start)
}

fn end_of(list: &[NamedSource]) -> usize {
    list.last().map_or(0, |source| source.span.end)
}

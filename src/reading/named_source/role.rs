//! What a guideline is named for: told by the words right before and behind it.

use crate::reading::phrase::{Hit, Phrasebook};
use crate::span::ByteSpan;

/// What a guideline is named for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SourceRole {
    /// Something is said on its authority: "per ODG", "ODG recommends".
    Authority,
    /// It is said to be silent: "the MTUS does not address".
    Silent,
    /// Somebody else relied on it: "the claims administrator cited ODG".
    Retold,
    /// Its name is all that is told.
    #[default]
    Mentioned,
}

/// The words around a source: `language.sources`.
#[derive(Clone, Debug, Default)]
pub struct SourceWords {
    /// Before it: "per", "according to".
    pub before: Vec<String>,
    /// Behind it: "states", "recommends".
    pub behind: Vec<String>,
    /// Before it, when it is said to be silent: "not addressed by".
    pub silent_before: Vec<String>,
    /// Behind it, when it is said to be silent: "does not address".
    pub silent_behind: Vec<String>,
    /// Anywhere before it, when somebody else relied on it: "claims administrator".
    pub retold: Vec<String>,
    /// Words that may stand between a source and the words before it: "the", "current".
    pub fillers: Vec<String>,
    /// Words between the sources of one list: "and", "guidelines".
    pub joins: Vec<String>,
}

/// What a phrase around a source tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tells {
    AuthorityBefore,
    AuthorityBehind,
    SilentBefore,
    SilentBehind,
    Retold,
}

/// How many words may stand between a source and the verb that belongs to it: "ODG guidelines for the low back
/// also recommend".
const MOST_WORDS: usize = 7;

/// Tells what sources are named for.
#[derive(Debug)]
pub(super) struct Roles {
    phrases: Phrasebook<Tells>,
    fillers: Vec<String>,
    joins: Vec<String>,
}

/// The phrases of one sentence.
#[derive(Debug)]
pub(super) struct Cues<'r> {
    hits: Vec<Hit<Tells>>,
    fillers: &'r [String],
}

impl Roles {
    pub(super) fn new(words: &SourceWords) -> Self {
        let lists = [
            (&words.before, Tells::AuthorityBefore),
            (&words.behind, Tells::AuthorityBehind),
            (&words.silent_before, Tells::SilentBefore),
            (&words.silent_behind, Tells::SilentBehind),
            (&words.retold, Tells::Retold),
        ];
        let phrases = lists
            .into_iter()
            .flat_map(|(list, tells)| list.iter().map(move |phrase| (phrase.as_str(), tells)));
        Self {
            phrases: Phrasebook::new(phrases),
            fillers: in_lower_case(&words.fillers),
            joins: in_lower_case(&words.joins),
        }
    }

    /// The phrases of a sentence that begins at `start` in the whole text.
    pub(super) fn cues(&self, sentence: &str, start: usize) -> Cues<'_> {
        let mut hits = self.phrases.find(sentence);
        for hit in &mut hits {
            hit.span = hit.span.shifted(start);
        }
        Cues {
            hits,
            fillers: &self.fillers,
        }
    }

    /// Whether the words between two sources end the list that the first one stands in.
    pub(super) fn end_list(&self, between: &str) -> bool {
        between.trim() == "," || !are_all(&self.joins, between)
    }
}

impl Cues<'_> {
    /// What the list of sources at `place` is named for. `within` reaches from the list before it to the one
    /// behind it.
    pub(super) fn role(&self, text: &str, place: ByteSpan, within: ByteSpan) -> SourceRole {
        let tells = |tells: Tells, fits: &dyn Fn(ByteSpan) -> bool| {
            let mut hits = self.hits.iter();
            hits.any(|hit| hit.meaning == tells && within.contains(hit.span) && fits(hit.span))
        };
        let before = |span: ByteSpan| {
            span.end <= place.start && are_all(self.fillers, &text[span.end..place.start])
        };
        let behind =
            |span: ByteSpan| span.start >= place.end && is_one_clause(&text[place.end..span.start]);
        // Who relied on it may be told at the start of the sentence, before other sources.
        let mut hits = self.hits.iter();
        if hits.any(|hit| hit.meaning == Tells::Retold && hit.span.end <= place.start) {
            SourceRole::Retold
        } else if tells(Tells::SilentBehind, &behind) || tells(Tells::SilentBefore, &before) {
            SourceRole::Silent
        } else if tells(Tells::AuthorityBehind, &behind) || tells(Tells::AuthorityBefore, &before) {
            SourceRole::Authority
        } else {
            SourceRole::Mentioned
        }
    }
}

/// Whether the words between a source and a verb leave them in one clause.
fn is_one_clause(between: &str) -> bool {
    let parts = |letter: char| matches!(letter, ',' | ';' | ':' | '.' | '\u{2013}' | '\u{2014}');
    // A hyphen joins words; with spaces around it, it is a dash.
    !between.contains(parts)
        && !between.contains(" - ")
        && between.split_whitespace().count() <= MOST_WORDS
}

/// Whether all words of a text are of a list in lower case. Punctuation does not count.
fn are_all(list: &[String], text: &str) -> bool {
    let mut words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '\'');
    words.all(|word| word.is_empty() || list.contains(&word.to_lowercase()))
}

fn in_lower_case(words: &[String]) -> Vec<String> {
    words.iter().map(|word| word.to_lowercase()).collect()
}

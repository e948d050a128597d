//! Whether a denial is of the fact itself, and whether the sentence goes on to something else.
//!
//! "no response to conservative care" denies a response, "no evidence of red flags" denies red flags: a
//! preposition between a denial and a noun leads to another noun, but for nouns that only bring in the next one
//! ("evidence of"). What stands before the last "and" or comma is another member of the list.

use crate::reading::phrase::Phrasebook;
use crate::reading::word_index::CutWords;
use crate::span::ByteSpan;

/// The words around facts: `language.facts`.
#[derive(Clone, Debug, Default)]
pub struct FactWords {
    /// Words by which a noun hangs on the one before it: "with", "from", "to".
    pub links: Vec<String>,
    /// Phrases in which such a word only brings in what follows: "evidence of".
    pub transparent: Vec<String>,
    /// Words that begin another member of a list: "and", "or".
    pub joins: Vec<String>,
    /// Words before what is conceded: "although".
    pub concessions: Vec<String>,
    /// Words behind which something else is held against what was said: "however".
    pub contrasts: Vec<String>,
    /// Words by which a rationale says something against an item: "lack of", "not recommended".
    pub objections: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Link,
    Transparent,
    Join,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    Concession,
    Contrast,
}

/// Tells what a denial reaches.
#[derive(Debug)]
pub(super) struct Reach {
    words: Phrasebook<Word>,
    turns: Phrasebook<Turn>,
}

/// Where a sentence concedes something.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Concession {
    /// The end of the first "although": what stands behind it is conceded.
    behind: Option<usize>,
    /// The start of the last "but": what stands before it is.
    before: Option<usize>,
    /// Whether the next sentence begins with a "however".
    whole: bool,
}

/// The bytes before a fact that are looked at: about a line.
const WINDOW: usize = 100;

impl Reach {
    pub(super) fn new(words: &FactWords) -> Self {
        fn each<M: Copy>(words: &[String], meaning: M) -> impl Iterator<Item = (&str, M)> {
            words.iter().map(move |word| (word.as_str(), meaning))
        }
        let inner = each(&words.links, Word::Link)
            .chain(each(&words.transparent, Word::Transparent))
            .chain(each(&words.joins, Word::Join));
        let turns = each(&words.concessions, Turn::Concession)
            .chain(each(&words.contrasts, Turn::Contrast));
        Self {
            words: Phrasebook::new(inner),
            turns: Phrasebook::new(turns),
        }
    }

    /// Whether a denial by the words at `cue` is of what stands at `target`. `None`: the words of the denial are
    /// not known.
    pub(super) fn reaches(
        &self,
        text: &str,
        sentence: ByteSpan,
        cue: Option<ByteSpan>,
        target: ByteSpan,
    ) -> bool {
        // "the surgery, as ..., is not needed": a denial behind a comma may be of something else.
        let behind = cue.filter(|cue| cue.start >= target.end);
        let between = behind.and_then(|cue| text.get(target.end..cue.start));
        if between.is_some_and(|between| between.contains([',', ';'])) {
            return false;
        }
        let cue = cue.filter(|cue| cue.end <= target.start);
        let from = cue.map_or(sentence.start, |cue| cue.end);
        let mut start = from.max(target.start.saturating_sub(WINDOW));
        while !text.is_char_boundary(start) {
            start += 1;
        }
        let Some(before) = text.get(start..target.start) else {
            return false;
        };
        let hits = self.words.find(before);
        let comma = before.rfind([',', ';', ':', '(']).map_or(0, |at| at + 1);
        let joins = hits.iter().filter(|hit| hit.meaning == Word::Join);
        let begins = joins.map(|hit| hit.span.end).max().unwrap_or(0).max(comma);
        // A word directly behind the denial belongs to it: "lack" "of".
        let opens = cue.is_some_and(|cue| cue.end == start);
        let opening = before.len() - before.trim_start().len();
        let is_transparent = |link: ByteSpan| {
            let mut known = hits.iter().filter(|hit| hit.meaning == Word::Transparent);
            (opens && link.start == opening) || known.any(|hit| hit.span.contains(link))
        };
        !hits.iter().any(|hit| {
            hit.meaning == Word::Link && hit.span.start >= begins && !is_transparent(hit.span)
        })
    }

    /// Where a sentence, which `next` follows, concedes something.
    pub(super) fn concession(
        &self,
        words: CutWords<'_>,
        sentence: ByteSpan,
        next: Option<ByteSpan>,
    ) -> Concession {
        let mut found = Concession::default();
        for hit in self.turns.find_in(words, sentence) {
            let span = hit.span;
            match hit.meaning {
                Turn::Concession => found.behind = found.behind.or(Some(span.end)),
                Turn::Contrast => found.before = Some(span.start),
            }
        }
        found.whole = next.is_some_and(|next| self.begins_with_contrast(words, next));
        found
    }

    fn begins_with_contrast(&self, words: CutWords<'_>, sentence: ByteSpan) -> bool {
        let mut end = sentence.end.min(sentence.start + WINDOW);
        while !words.text().is_char_boundary(end) {
            end -= 1;
        }
        let hits = self
            .turns
            .find_in(words, ByteSpan::new(sentence.start, end));
        let first = hits.iter().find(|hit| hit.span.start == sentence.start);
        first.is_some_and(|hit| hit.meaning == Turn::Contrast)
    }
}

impl Concession {
    /// Whether what stands at `span` is conceded.
    pub(super) fn covers(&self, span: ByteSpan) -> bool {
        self.whole
            || self.behind.is_some_and(|behind| behind <= span.start)
            || self.before.is_some_and(|before| span.end <= before)
    }
}

//! The phrases of a pack that name something, in one index: treatments, parts of the body, sides,
//! marks of a request and facts.

use super::body_part::Side;
use super::phrase::Hit;
use super::word_index::{CutText, CutWords, WordIndex};
use crate::rules::pack::Pack;
use crate::span::ByteSpan;

/// What a phrase of the pack means. Numbers are indices into the lists of the [`Pack`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The name of a treatment class.
    Treatment(usize),
    /// A word that names a treatment class only where nothing more exact is named.
    GenericTreatment(usize),
    /// A form that makes a drug one of this treatment class.
    Form(usize),
    /// The name of a part of the body.
    BodyPart(usize),
    /// A side of the body.
    Side(Side),
    /// A mark of a request.
    Mark(Mark),
    /// A phrase about a fact.
    Fact {
        /// Which fact.
        fact: usize,
        /// How it speaks of it.
        phrase: FactPhrase,
    },
    /// The name of a diagnosis that the limit with this number is for.
    Diagnosis(usize),
    /// Words behind which the limit with this number is recited.
    Recital(usize),
}

/// How a phrase speaks of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FactPhrase {
    /// It names it.
    Says,
    /// It names a sign of it.
    Signs,
    /// It names something that the fact takes.
    Needs,
    /// It denies it in so many words.
    Denies,
    /// It holds its words and means something else.
    Unlike,
}

/// What a phrase says about the request it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Given before it was asked for.
    Retrospective,
    /// A service beside an operation.
    SurgicalService,
    /// Treatment after an operation.
    PostOperative,
    /// The day of a service follows.
    DateOfService,
    /// A name of a part of the body inside these words names none.
    NoBodyPart,
    /// An amount behind these words bounds the request and does not restate it.
    Bound,
    /// A formula of a split request.
    Split(SplitMark),
}

/// The formulas of a split request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SplitMark {
    /// The original request stands before it.
    OriginalBefore,
    /// What was authorized stands before it.
    AuthorizedBefore,
    /// What was authorized stands behind it.
    AuthorizedBehind,
    /// Ends what was authorized.
    Leaving,
    /// What is disputed stands behind it.
    DisputedBehind,
}

/// A phrase with what its letters tell.
#[derive(Clone, Copy, Debug)]
struct Entry {
    meaning: Meaning,
    letters: Letters,
    /// Bytes of the phrase, without a plural "s".
    length: usize,
}

/// What the letters of a phrase tell about how it may be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Letters {
    /// Words.
    Words,
    /// An acronym: MRI. A plural "s" belongs to it only where it stands in capitals, or "loss" would be
    /// several lengths of stay (LOS).
    Acronym,
    /// An acronym so short that only its capitals tell it from a word: PT.
    Capitals,
}

impl Letters {
    fn of(phrase: &str) -> Self {
        // Nearly every phrase is written small. Every byte is looked at: that is faster than to stop at the first.
        let bytes = phrase.as_bytes().iter();
        let is_other = |byte: &u8| !byte.is_ascii() | byte.is_ascii_uppercase();
        if !bytes.fold(false, |any, byte| any | is_other(byte)) {
            return Self::Words;
        }
        let letters = phrase.chars().filter(|char| char.is_alphabetic());
        let capitals = phrase.chars().filter(|char| char.is_uppercase()).count();
        match capitals {
            0 => Self::Words,
            _ if letters.count() > capitals => Self::Words,
            1 | 2 => Self::Capitals,
            _ => Self::Acronym,
        }
    }
}

/// Finds all phrases that name something in one pass.
#[derive(Debug)]
pub struct Lexicon {
    index: WordIndex<Entry>,
}

impl Lexicon {
    /// The lexicon of `pack`.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        let mut lists = Vec::new();
        collect_entries(pack, &mut lists);
        collect_words(pack, &mut lists);
        let count = lists.iter().map(|(phrases, _)| phrases.len()).sum();
        let entries = lists.into_iter().flat_map(|(phrases, meaning)| {
            let phrases = phrases.iter();
            phrases.map(move |phrase| (phrase.as_str(), Entry::new(phrase, meaning)))
        });
        Self {
            index: WordIndex::with_room(count, entries),
        }
    }

    /// Every phrase that stands in `text`, overlapping ones included, by start and then longest first.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Hit<Meaning>> {
        let cut = CutText::new(text);
        self.find_in(cut.words(), ByteSpan::new(0, text.len()))
    }

    /// The same in a part of a text whose words are known. Spans count in that text.
    #[must_use]
    pub fn find_in(&self, words: CutWords<'_>, place: ByteSpan) -> Vec<Hit<Meaning>> {
        let part = words.part(place);
        let found = self.index.find(part).into_iter();
        let as_written = found.filter(|hit| hit.meaning.may_be_written(hit.span.of(part.text())));
        as_written
            .map(|hit| Hit {
                meaning: hit.meaning.meaning,
                span: hit.span.shifted(place.start),
            })
            .collect()
    }
}

impl Entry {
    fn new(phrase: &str, meaning: Meaning) -> Self {
        Self {
            meaning,
            letters: Letters::of(phrase),
            length: phrase.trim().len(),
        }
    }

    /// Whether the phrase may stand in a letter as `written`, its plural "s" included.
    fn may_be_written(self, written: &str) -> bool {
        let is_plural = written.len() > self.length && written.ends_with(['s', 'S']);
        let in_capitals = || {
            let singular = if is_plural {
                &written[..written.len() - 1]
            } else {
                written
            };
            !singular.chars().any(char::is_lowercase)
        };
        match self.letters {
            Letters::Words => true,
            Letters::Acronym => !is_plural || in_capitals(),
            Letters::Capitals => in_capitals(),
        }
    }
}

/// The hits of a whole text that lie inside `within`, with spans relative to it.
#[must_use]
pub fn hits_of_slice(hits: &[Hit<Meaning>], within: ByteSpan) -> Vec<Hit<Meaning>> {
    let inside = super::phrase::hits_within(hits, within).iter();
    inside
        .filter(|hit| within.contains(hit.span))
        .map(|hit| Hit {
            meaning: hit.meaning,
            span: ByteSpan::new(hit.span.start - within.start, hit.span.end - within.start),
        })
        .collect()
}

/// Of things that overlap the longest, the leftmost first; things with one and the same span are all kept.
/// `things` come by start and then longest first.
pub(super) fn longest<T>(things: impl Iterator<Item = (T, ByteSpan)>) -> Vec<(T, ByteSpan)> {
    let mut kept: Vec<(T, ByteSpan)> = Vec::new();
    for (thing, span) in things {
        let free = kept
            .last()
            .is_none_or(|(_, last)| *last == span || last.end <= span.start);
        if free {
            kept.push((thing, span));
        }
    }
    kept
}

/// Phrases that mean the same.
type List<'p> = (&'p [String], Meaning);

fn collect_entries<'p>(pack: &'p Pack, lists: &mut Vec<List<'p>>) {
    let mut add = |texts: &'p [String], meaning: Meaning| {
        lists.push((texts, meaning));
    };
    for (at, treatment) in pack.treatments.iter().enumerate() {
        add(&treatment.names, Meaning::Treatment(at));
        add(&treatment.generic, Meaning::GenericTreatment(at));
        add(&treatment.forms, Meaning::Form(at));
    }
    for (at, part) in pack.body_parts.iter().enumerate() {
        add(&part.names, Meaning::BodyPart(at));
    }
    for (at, limit) in pack.limits.iter().enumerate() {
        add(&limit.diagnoses, Meaning::Diagnosis(at));
        add(&limit.recited, Meaning::Recital(at));
    }
    for (at, fact) in pack.facts.iter().enumerate() {
        let phrases = [
            (&fact.says, FactPhrase::Says),
            (&fact.signs, FactPhrase::Signs),
            (&fact.needs, FactPhrase::Needs),
            (&fact.denied_by, FactPhrase::Denies),
            (&fact.unlike, FactPhrase::Unlike),
        ];
        for (texts, phrase) in phrases {
            add(texts, Meaning::Fact { fact: at, phrase });
        }
    }
}

fn collect_words<'p>(pack: &'p Pack, lists: &mut Vec<List<'p>>) {
    let words = &pack.language;
    let of_requests = [
        (&words.sides.left, Meaning::Side(Side::Left)),
        (&words.sides.right, Meaning::Side(Side::Right)),
        (&words.sides.both, Meaning::Side(Side::Both)),
        (
            &words.request_marks.retrospective,
            Meaning::Mark(Mark::Retrospective),
        ),
        (
            &words.request_marks.surgical_service,
            Meaning::Mark(Mark::SurgicalService),
        ),
        (
            &words.request_marks.post_operative,
            Meaning::Mark(Mark::PostOperative),
        ),
        (
            &words.request_marks.date_of_service,
            Meaning::Mark(Mark::DateOfService),
        ),
        (&words.not_body_parts, Meaning::Mark(Mark::NoBodyPart)),
        (&words.restatement.bounds, Meaning::Mark(Mark::Bound)),
        (
            &words.split.original,
            Meaning::Mark(Mark::Split(SplitMark::OriginalBefore)),
        ),
        (
            &words.split.authorized,
            Meaning::Mark(Mark::Split(SplitMark::AuthorizedBefore)),
        ),
        (
            &words.split.authorizes,
            Meaning::Mark(Mark::Split(SplitMark::AuthorizedBehind)),
        ),
        (
            &words.split.leaving,
            Meaning::Mark(Mark::Split(SplitMark::Leaving)),
        ),
        (
            &words.split.disputed,
            Meaning::Mark(Mark::Split(SplitMark::DisputedBehind)),
        ),
    ];
    lists.extend(of_requests.map(|(texts, meaning)| (texts.as_slice(), meaning)));
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::reading::request::shipped::shipped;

    /// The words of `text` that name a treatment.
    fn treatments(text: &str) -> Vec<&str> {
        let hits = shipped().lexicon.find(text).into_iter();
        let named = hits.filter(|hit| matches!(hit.meaning, Meaning::Treatment(_)));
        named.map(|hit| hit.span.of(text)).collect()
    }

    #[test]
    fn short_acronyms_are_read_in_capitals_only() {
        assert_eq!(treatments("PT for the pt, two PTs"), ["PT", "PTs"]);
        assert_eq!(treatments("mri and MRI, EMGs"), ["mri", "MRI", "EMGs"]);
    }

    #[test]
    fn a_plural_of_an_acronym_is_no_other_word() {
        assert_eq!(treatments("weight loss, LOS"), ["LOS"]);
    }

    #[test]
    fn hits_of_a_slice_count_in_the_slice() {
        let text = "MRI of the knee. EMG of the hand";
        let hits = hits_of_slice(&shipped().lexicon.find(text), ByteSpan::new(17, text.len()));
        let words: Vec<&str> = hits.iter().map(|hit| hit.span.of(&text[17..])).collect();
        assert_eq!(words, ["EMG", "of the", "hand"]);
    }

    #[test]
    fn facts_are_told_from_their_denials() {
        let pack = &shipped().pack;
        let facts = || pack.facts.iter();
        for (wanted, phrase) in [
            (FactPhrase::Says, facts().find_map(|fact| fact.says.first())),
            (
                FactPhrase::Signs,
                facts().find_map(|fact| fact.signs.first()),
            ),
            (
                FactPhrase::Needs,
                facts().find_map(|fact| fact.needs.first()),
            ),
            (
                FactPhrase::Denies,
                facts().find_map(|fact| fact.denied_by.first()),
            ),
        ] {
            let hits = shipped().lexicon.find(phrase.unwrap());
            let is_meant = |hit: &Hit<Meaning>| matches!(hit.meaning, Meaning::Fact { phrase, .. } if phrase == wanted);
            assert!(hits.iter().any(is_meant), "{phrase:?}");
        }
    }
}

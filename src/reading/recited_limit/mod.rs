//! The numbers that a rationale recites from guidelines.

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use super::lexicon::Meaning;
use super::named_source::NamedSource;
use super::number::CountRange;
use super::phrase::{Hit, hits_within};
use super::phrase_lists::{PhraseFinder, PhraseLists};
use super::quantity::{CountUnit, Duration, Frequency, Quantity, Recurring, TimeUnit, Value};
use super::rationale::RationaleScene;
use super::word::words;
use super::zone::{Zone, ZonedSentence};
use crate::rules::pack::{Pack, System};
use crate::span::ByteSpan;

/// Numbers of a guideline as a rationale recites them: "9-10 visits over 8 weeks", "1 to 3 times per week".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecitedLimit {
    /// How many visits. `None`: the words only say how often.
    pub visits: Option<CountRange>,
    /// How often.
    pub frequency: Option<Frequency>,
    /// For how long.
    pub duration: Option<Duration>,
    /// What the number of visits is the size of.
    pub course: Course,
    /// A limit of the pack whose diagnosis the words name, as an index into [`Pack::limits`].
    pub diagnosis: Option<usize>,
    /// All its words.
    pub span: ByteSpan,
    /// The index of its sentence.
    pub sentence: usize,
    /// The body of guidelines that the sentence, or failing that the ones before it, name. `None`: none is
    /// named, so it is the one of the reviewer's guideline line.
    pub system: Option<System>,
    /// The edition, as an index into [`Pack::guidelines`], where one is named.
    pub guideline: Option<usize>,
}

/// What a recited number of visits is the size of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Course {
    /// A first course: "an initial trial of 6 visits".
    Trial,
    /// A whole one: "a total of up to 18 visits".
    Whole,
    /// The words do not say.
    #[default]
    Unsaid,
}

/// What the phrases of `language.recited_limits` say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RecitedWord {
    /// May stand between the numbers of one limit: "over".
    Link,
    /// The number is the size of a first course: "trial".
    Trial,
    /// The number is the size of a whole course: "total of".
    Whole,
}

impl RecitedWord {
    /// Every kind with its key in rule packs.
    pub const KEYS: [(&'static str, Self); 3] = [
        ("links", Self::Link),
        ("trial", Self::Trial),
        ("whole", Self::Whole),
    ];
}

/// The words of recited limits: `language.recited_limits`.
pub type RecitedWords = PhraseLists<RecitedWord>;

/// How far from a number of visits the words for its course may stand, in bytes.
const REACH: usize = 60;

/// Reads recited numbers.
#[derive(Debug)]
pub struct RecitedLimitReader {
    finder: PhraseFinder<RecitedWord>,
}

impl RecitedLimitReader {
    /// A reader with the language data of `pack`.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        Self {
            finder: PhraseFinder::new(&pack.language.recited_limits),
        }
    }

    /// Every recited group of numbers, by place.
    #[must_use]
    pub fn read(&self, scene: &RationaleScene<'_>) -> Vec<RecitedLimit> {
        let mut limits = Vec::new();
        for (index, sentence) in scene.sentences.iter().enumerate() {
            let quantities = quantities_within(scene.quantities, sentence.span);
            if quantities.iter().any(begins) {
                limits.extend(self.of_sentence(scene, index, sentence, quantities));
            }
        }
        attribute(&mut limits, scene);
        limits
    }

    fn of_sentence(
        &self,
        scene: &RationaleScene<'_>,
        index: usize,
        sentence: &ZonedSentence,
        quantities: &[Quantity],
    ) -> Vec<RecitedLimit> {
        let hits = self.finder.find(scene.words, sentence.span);
        let links: HashSet<ByteSpan> = spans(&hits, RecitedWord::Link).collect();
        let mut groups: Vec<RecitedLimit> = Vec::new();
        for quantity in quantities {
            if !is_recited(scene, index, sentence, quantity.span) {
                continue;
            }
            let joined = groups.last_mut().is_some_and(|group| {
                let gap = ByteSpan::new(group.span.end, quantity.span.start);
                let linked = words(gap.of(scene.words.text()))
                    .into_iter()
                    .all(|word| links.contains(&word.shifted(gap.start)));
                linked && group.join(quantity)
            });
            if !joined && begins(quantity) {
                let mut group = RecitedLimit::at(quantity.span, index);
                group.join(quantity);
                groups.push(group);
            }
        }
        tell_courses(&mut groups, &hits, sentence.span);
        tell_diagnoses(&mut groups, scene.hits, sentence.span);
        groups
    }
}

/// Whether a number is the guideline's. A sentence about which guideline is used may recite it behind its name:
/// "The MTUS is silent, but ODG recommends 6 visits".
fn is_recited(
    scene: &RationaleScene<'_>,
    index: usize,
    sentence: &ZonedSentence,
    number: ByteSpan,
) -> bool {
    let named_before = || {
        let first = scene
            .sources
            .partition_point(|source| source.span.start < sentence.span.start);
        let sources = scene.sources.get(first..).unwrap_or_default().iter();
        let mut sources = sources.take_while(|source| source.span.end <= number.start);
        sources.any(|source| source.sentence == index && source.recited)
    };
    match sentence.zone_of(number) {
        Zone::Guideline => true,
        Zone::Meta => named_before(),
        _ => false,
    }
}

/// Whether a group of numbers may begin with a quantity; a length of time alone is about anything.
fn begins(quantity: &Quantity) -> bool {
    visits(quantity).is_some() || frequency(quantity).is_some()
}

fn visits(quantity: &Quantity) -> Option<CountRange> {
    match quantity.value {
        Value::Count(count) if count.unit == Some(CountUnit::Visit) => Some(count.amount),
        _ => None,
    }
}

fn frequency(quantity: &Quantity) -> Option<Frequency> {
    match quantity.value {
        Value::Frequency(frequency) if frequency.of == Recurring::Occasions => Some(frequency),
        _ => None,
    }
}

impl RecitedLimit {
    fn at(span: ByteSpan, sentence: usize) -> Self {
        Self {
            visits: None,
            frequency: None,
            duration: None,
            course: Course::Unsaid,
            diagnosis: None,
            span,
            sentence,
            system: None,
            guideline: None,
        }
    }

    /// Takes a number that it lacks yet; whether it did.
    fn join(&mut self, quantity: &Quantity) -> bool {
        let taken = match quantity.value {
            Value::Duration(duration) if duration.unit >= TimeUnit::Day => {
                self.duration.is_none() && self.duration.replace(duration).is_none()
            }
            _ => {
                let (visits, frequency) = (visits(quantity), frequency(quantity));
                let free = visits.is_some() && self.visits.is_none()
                    || frequency.is_some() && self.frequency.is_none();
                if free {
                    self.visits = self.visits.or(visits);
                    self.frequency = self.frequency.or(frequency);
                }
                free
            }
        };
        if taken {
            self.span = self.span.joined(quantity.span);
        }
        taken
    }
}

/// The quantities that lie in `place`; `quantities` come by place.
pub(super) fn quantities_within(quantities: &[Quantity], place: ByteSpan) -> &[Quantity] {
    let first = quantities.partition_point(|quantity| quantity.span.start < place.start);
    let last = quantities.partition_point(|quantity| quantity.span.start < place.end);
    quantities.get(first..last).unwrap_or_default()
}

fn spans(hits: &[Hit<RecitedWord>], word: RecitedWord) -> impl Iterator<Item = ByteSpan> {
    let hits = hits.iter().filter(move |hit| hit.meaning == word);
    hits.map(|hit| hit.span)
}

/// The words around each group, up to its neighbours: before and behind it.
fn surroundings(groups: &[RecitedLimit], at: usize, sentence: ByteSpan) -> (ByteSpan, ByteSpan) {
    let own = groups.get(at).map_or(sentence, |group| group.span);
    let before = at.checked_sub(1).and_then(|before| groups.get(before));
    let behind = groups.get(at + 1);
    let from = before.map_or(sentence.start, |group| group.span.end);
    let to = behind.map_or(sentence.end, |group| group.span.start);
    (
        ByteSpan::new(from, own.start.max(from)),
        ByteSpan::new(own.end, to),
    )
}

/// What each number of visits is the size of, by the nearest words before it, or else behind it.
fn tell_courses(groups: &mut [RecitedLimit], hits: &[Hit<RecitedWord>], sentence: ByteSpan) {
    let said: Vec<(Course, ByteSpan)> = hits
        .iter()
        .filter_map(|hit| match hit.meaning {
            RecitedWord::Link => None,
            RecitedWord::Trial => Some((Course::Trial, hit.span)),
            RecitedWord::Whole => Some((Course::Whole, hit.span)),
        })
        .collect();
    for at in 0..groups.len() {
        let (before, behind) = surroundings(groups, at, sentence);
        let Some(group) = groups.get_mut(at) else {
            continue;
        };
        let nearest_before = said
            .iter()
            .rev()
            .find(|(_, span)| before.contains(*span) && group.span.start - span.end <= REACH);
        // "a 6-visit trial": the word may be part of the number's own words. One that stands nearer to the next
        // number belongs to that: "18 visits after a trial of 6 visits".
        let inside_or_behind = said.iter().find(|(_, span)| {
            let is_nearer = || span.start - group.span.end <= (behind.end - span.end).min(REACH);
            group.span.overlaps(*span) || behind.contains(*span) && is_nearer()
        });
        let found = nearest_before.or(inside_or_behind);
        group.course = found.map_or(Course::Unsaid, |(course, _)| *course);
    }
}

/// The diagnosis of each group. In a list it stands always before the numbers or always behind them, as with the
/// first: "9-10 visits for myalgia, 8-10 visits for neuralgia".
fn tell_diagnoses(groups: &mut [RecitedLimit], hits: &[Hit<Meaning>], sentence: ByteSpan) {
    let diagnosis = |place: ByteSpan| {
        let hits = hits_within(hits, place).iter();
        let mut named = hits.filter_map(|hit| match hit.meaning {
            Meaning::Diagnosis(limit) if place.contains(hit.span) => Some(limit),
            _ => None,
        });
        named.next()
    };
    let (first, _) = surroundings(groups, 0, sentence);
    let stands_before = diagnosis(first).is_some();
    for at in 0..groups.len() {
        let (before, behind) = surroundings(groups, at, sentence);
        if let Some(group) = groups.get_mut(at) {
            group.diagnosis = diagnosis(if stands_before { before } else { behind });
        }
    }
}

/// Gives each group the guideline that its sentence names, or the nearest one that was named before it in the
/// guideline's voice.
fn attribute(limits: &mut [RecitedLimit], scene: &RationaleScene<'_>) {
    let mut earlier: Option<&NamedSource> = None;
    let mut sources = scene.sources.iter().peekable();
    for limit in limits {
        let Some(sentence) = scene.sentences.get(limit.sentence) else {
            continue;
        };
        while let Some(source) = sources.next_if(|source| source.span.start < limit.span.start) {
            let in_sentence = source.sentence == limit.sentence;
            let zone = scene.sentences.get(source.sentence);
            let zone = zone.map(|sentence| sentence.zone_of(source.span));
            if in_sentence || matches!(zone, Some(Zone::Guideline | Zone::Meta)) {
                earlier = Some(source);
            }
        }
        let behind = || {
            let source = sources.clone().next();
            source.filter(|source| sentence.span.contains(source.span))
        };
        let own = earlier.filter(|source| source.sentence == limit.sentence);
        if let Some(source) = own.or_else(behind).or(earlier) {
            limit.system = Some(source.system);
            limit.guideline = source.guideline;
        }
    }
}

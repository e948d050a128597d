//! Findings of an examination: where a rationale denies one that the case summary states.
//!
//! The same finding must be meant beyond doubt. A denial counts where nothing in its sentence narrows it, and a
//! finding where an examination made it, at the last visit that the summary dates; parts of the body, sides and
//! dates must not speak against each other.

use super::phrases::Phrases;
use super::record::RecordReader;
use super::{PlacedDate, SummaryScene, full_dates, is_case};
use crate::reading::assertion::{Assertion, Holder, Modality, Polarity, Time};
use crate::reading::body_part::{BodyParts, Side};
use crate::reading::date::Date;
use crate::reading::letter::ItemReading;
use crate::reading::lexicon::{Meaning, longest};
use crate::reading::phrase::{Hit, hits_within};
use crate::reading::zone::Zone;
use crate::rules::pack::Pack;
use crate::span::ByteSpan;

/// The findings of a pack: `language.findings`.
#[derive(Clone, Debug, Default)]
pub struct FindingWords {
    /// Kinds of examination.
    pub examinations: Vec<Examination>,
    /// Findings.
    pub signs: Vec<Sign>,
    /// Words of sentences about an examination.
    pub objective: Vec<String>,
    /// Words of sentences about something else.
    pub subjective: Vec<String>,
    /// Words that narrow a denial: "new", "on that date".
    pub restrictions: Vec<String>,
}

/// A kind of examination.
#[derive(Clone, Debug)]
pub struct Examination {
    /// What it is called.
    pub names: Vec<String>,
    /// The kinds that are part of it, itself among them: indices into [`FindingWords::examinations`].
    pub covers: Vec<usize>,
}

/// A finding.
#[derive(Clone, Debug)]
pub struct Sign {
    /// What it is called.
    pub names: Vec<String>,
    /// The examination that makes it: an index into [`FindingWords::examinations`].
    pub examination: usize,
    /// Whether it is a test, which is made on examination only.
    pub test: bool,
}

/// A finding that a rationale denies and the summary states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeniedFinding {
    /// 1-based number of the item.
    pub item: usize,
    /// The words of the denial.
    pub denied: ByteSpan,
    /// The finding in the summary.
    pub stated: ByteSpan,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Examination(usize),
    Sign(usize),
    Objective,
    Subjective,
    Restriction,
}

/// Finds denied findings.
#[derive(Debug)]
pub(super) struct FindingReader {
    stated: Phrases<Word>,
    denied: Phrases<Word>,
    words: FindingWords,
    anatomy: BodyParts,
}

/// A finding that the summary states.
struct Stated {
    sign: usize,
    span: ByteSpan,
    sentence: ByteSpan,
    polarity: Polarity,
    /// The last visit dated before or in its sentence.
    visit: Option<Date>,
}

/// A denial of a rationale.
struct Denial {
    word: Word,
    span: ByteSpan,
    sentence: ByteSpan,
    visit: Option<Date>,
}

impl FindingReader {
    /// A reader for the findings and body parts of `pack`.
    pub(super) fn new(pack: &Pack) -> Self {
        let words = pack.language.findings.clone();
        let examinations = words.examinations.iter().enumerate();
        let signs = words.signs.iter().enumerate();
        let mut named: Vec<(&[String], Word)> = Vec::new();
        named.extend(examinations.map(|(at, one)| (one.names.as_slice(), Word::Examination(at))));
        named.extend(signs.map(|(at, sign)| (sign.names.as_slice(), Word::Sign(at))));
        let mut stated = named.clone();
        stated.push((&words.objective, Word::Objective));
        stated.push((&words.subjective, Word::Subjective));
        named.push((&words.restrictions, Word::Restriction));
        Self {
            stated: Phrases::new(&stated),
            denied: Phrases::new(&named),
            anatomy: BodyParts::new(pack),
            words,
        }
    }

    /// The denials of each item's rationale against which the summary speaks; at most one of an item.
    pub(super) fn read(
        &self,
        scene: &SummaryScene<'_>,
        records: &RecordReader,
    ) -> Vec<DeniedFinding> {
        let denials = scene.items.iter().flat_map(|item| {
            let denials = self.denials(scene, item, records).into_iter();
            denials.map(move |denial| (item, denial))
        });
        let denials: Vec<_> = denials.collect();
        if denials.is_empty() {
            return Vec::new();
        }
        let stated = self.stated(scene, records);
        let mut found: Vec<DeniedFinding> = Vec::new();
        for (item, denial) in denials {
            if found.last().is_some_and(|last| last.item == item.number) {
                continue;
            }
            let contradicted = stated
                .iter()
                .find(|stated| self.contradicts(scene, item, &denial, stated));
            found.extend(contradicted.map(|stated| DeniedFinding {
                item: item.number,
                denied: denial.span,
                stated: stated.span,
            }));
        }
        found
    }

    /// What a rationale denies without narrowing it, and does not state elsewhere.
    fn denials(
        &self,
        scene: &SummaryScene<'_>,
        item: &ItemReading,
        records: &RecordReader,
    ) -> Vec<Denial> {
        let mut denials: Vec<Denial> = Vec::new();
        let mut stated: Vec<Word> = Vec::new();
        let mut visit = None;
        for sentence in &item.rationale.sentences {
            let place = sentence.span;
            let words = self.denied.find(scene.words, place);
            visit = last(&records.read(scene.words, place, scene.quantities)).or(visit);
            if !is_case(sentence) || words.is_empty() {
                continue;
            }
            let narrowed = words.iter().any(|hit| hit.meaning == Word::Restriction)
                || !full_dates(scene.words.text(), place, scene.quantities).is_empty();
            let asked = scene.assertions.of(place);
            for hit in words.iter().filter(|hit| hit.meaning != Word::Restriction) {
                let said = asked.of(hit.span, sentence.zone_of(hit.span));
                match said.polarity {
                    Polarity::Affirmed => stated.push(hit.meaning),
                    _ if narrowed || !is_fact(&said) => {}
                    _ => denials.push(Denial {
                        word: hit.meaning,
                        span: said.cue.map_or(hit.span, |cue| cue.span.joined(hit.span)),
                        sentence: place,
                        visit,
                    }),
                }
            }
        }
        denials.retain(|denial| !stated.contains(&denial.word));
        denials
    }

    /// The findings that the summary states or denies.
    fn stated(&self, scene: &SummaryScene<'_>, records: &RecordReader) -> Vec<Stated> {
        let mut found = Vec::new();
        let mut visit = None;
        let mut visits = Vec::new();
        for place in scene.sentences {
            let dates = records.read(scene.words, *place, scene.quantities);
            visit = last(&dates).or(visit);
            visits.extend(dates.iter().map(|placed| placed.date));
            let words = self.stated.find(scene.words, *place);
            let has = |word| words.iter().any(|hit| hit.meaning == word);
            let (objective, subjective) = (has(Word::Objective), has(Word::Subjective));
            let asked = scene.assertions.of(*place);
            for hit in &words {
                let Word::Sign(sign) = hit.meaning else {
                    continue;
                };
                let said = asked.of(hit.span, Zone::Case);
                let test = self.words.signs.get(sign).is_some_and(|sign| sign.test);
                let made = !subjective && (objective || test);
                if said.polarity == Polarity::Affirmed && !(made && is_fact(&said)) {
                    continue;
                }
                found.push(Stated {
                    sign,
                    span: hit.span,
                    sentence: *place,
                    polarity: said.polarity,
                    visit,
                });
            }
        }
        // What an earlier visit found may be gone at the last.
        let is_last = |visit: Option<Date>| {
            visit.is_none_or(|visit| visits.iter().all(|other| *other <= visit))
        };
        found.retain(|stated| stated.polarity != Polarity::Affirmed || is_last(stated.visit));
        without_conflicts(found)
    }

    fn contradicts(
        &self,
        scene: &SummaryScene<'_>,
        item: &ItemReading,
        denial: &Denial,
        stated: &Stated,
    ) -> bool {
        let same = match denial.word {
            Word::Sign(sign) => sign == stated.sign,
            Word::Examination(examination) => {
                let made_by = self
                    .words
                    .signs
                    .get(stated.sign)
                    .map(|sign| sign.examination);
                let covers = self.words.examinations.get(examination);
                made_by
                    .is_some_and(|made_by| covers.is_some_and(|one| one.covers.contains(&made_by)))
            }
            _ => false,
        };
        let dates_agree = match (denial.visit, stated.visit) {
            (Some(one), Some(other)) => one == other,
            _ => true,
        };
        same && dates_agree && self.places_agree(scene, item, denial, stated)
    }

    /// Whether both speak of one part of the body and one side, as far as they say. A denial that names no part
    /// is about the item's.
    fn places_agree(
        &self,
        scene: &SummaryScene<'_>,
        item: &ItemReading,
        denial: &Denial,
        stated: &Stated,
    ) -> bool {
        let said = hits_within(scene.hits, stated.sentence);
        let denied = hits_within(scene.hits, denial.sentence);
        let asked = item
            .item
            .heading
            .map(|heading| hits_within(scene.hits, heading))
            .unwrap_or_default();
        let denied_parts = parts(denied);
        let about = match denied_parts.is_empty() {
            true => parts(asked),
            false => denied_parts,
        };
        let said_parts = parts(said);
        let parts_agree = said_parts.is_empty()
            || about.is_empty()
            || said_parts
                .iter()
                .any(|one| about.iter().any(|other| self.anatomy.related(*one, *other)));
        let about_sides = match sides(denied) {
            named if named.is_empty() => sides(asked),
            named => named,
        };
        let said_sides = sides(said);
        let sides_agree = said_sides.is_empty()
            || about_sides.is_empty()
            || said_sides.iter().any(|side| about_sides.contains(side));
        parts_agree && sides_agree
    }
}

/// The stated findings without those that the summary also denies.
fn without_conflicts(mut found: Vec<Stated>) -> Vec<Stated> {
    let denied: Vec<usize> = found
        .iter()
        .filter(|stated| stated.polarity != Polarity::Affirmed)
        .map(|stated| stated.sign)
        .collect();
    found.retain(|stated| !denied.contains(&stated.sign));
    found
}

/// The parts of the body that are named; "low back" is not also the back.
fn parts(hits: &[Hit<Meaning>]) -> Vec<usize> {
    let parts = hits.iter().filter_map(|hit| match hit.meaning {
        Meaning::BodyPart(part) => Some((part, hit.span)),
        _ => None,
    });
    longest(parts).into_iter().map(|(part, _)| part).collect()
}

fn sides(hits: &[Hit<Meaning>]) -> Vec<Side> {
    let sides = hits.iter().filter_map(|hit| match hit.meaning {
        Meaning::Side(side) => Some(side),
        _ => None,
    });
    sides.collect()
}

/// Whether it is said as a fact about this patient, now.
fn is_fact(said: &Assertion) -> bool {
    said.modality == Modality::Fact
        && said.time == Time::Now
        && matches!(said.holder, Holder::Patient | Holder::Reviewer)
}

fn last(dates: &[PlacedDate]) -> Option<Date> {
    dates.last().map(|placed| placed.date)
}

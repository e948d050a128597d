//! Which words of a sentence speak of earlier treatment, and how many visits they give it.

use super::{PriorCourse, PriorWord};
use crate::reading::number::CountRange;
use crate::reading::phrase::Hit;
use crate::reading::quantity::{CountUnit, Quantity, Value};
use crate::span::ByteSpan;

/// How far from the words that make it an earlier one a number of visits may stand, in bytes.
const REACH: usize = 60;

/// The same for the name of the treatment, which may stand in a list: "has included medication, ice and physical
/// therapy".
const REACH_OF_NAME: usize = 220;

/// How far behind its name a treatment is called an earlier one: "acupuncture sessions in the past".
const REACH_BEHIND: usize = 40;

/// How far from its name a number of visits may stand: "12 visits of physical therapy".
const BESIDE: usize = 25;

/// Words of a sentence that speak of earlier treatment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    /// All of them.
    pub(super) span: ByteSpan,
    /// What was had: the treatment, or the visits.
    pub(super) target: ByteSpan,
    /// How many visits.
    pub(super) visits: Option<CountRange>,
    /// Whether it was had or authorized.
    pub(super) course: PriorCourse,
    /// Whether what is denied is not the treatment but what came of it.
    pub(super) taken_for_granted: bool,
    /// Whether the sentence says that their number is not known.
    pub(super) uncounted: bool,
}

/// The phrases of a sentence.
pub(super) struct Words<'s> {
    text: &'s str,
    phrases: &'s [Hit<PriorWord>],
}

impl<'s> Words<'s> {
    pub(super) fn new(text: &'s str, phrases: &'s [Hit<PriorWord>]) -> Self {
        Self { text, phrases }
    }

    /// Whether any phrase may make a treatment an earlier one.
    pub(super) fn speak_of_the_past(&self) -> bool {
        let continued = self.of(PriorWord::Continued).next();
        continued.is_some() || self.past().next().is_some()
    }

    /// What the sentence says of earlier treatment. `same` are the places that name the disputed treatment; empty
    /// when the sentence names none at all. With `several`, it names other treatments too, so that a number
    /// must stand beside the right one.
    pub(super) fn mentions(
        &self,
        same: &[ByteSpan],
        quantities: &[Quantity],
        several: bool,
    ) -> Vec<Mention> {
        let counts: Vec<(CountRange, ByteSpan)> = quantities
            .iter()
            .filter_map(|quantity| match quantity.value {
                Value::Count(count) if count.unit == Some(CountUnit::Visit) => {
                    Some((count.amount, quantity.span))
                }
                _ => None,
            })
            .collect();
        let fits = |count: ByteSpan| !several || same.iter().any(|name| is_beside(count, *name));
        let mut found: Vec<Mention> = counts
            .iter()
            .filter(|(_, span)| fits(*span))
            .filter_map(|(visits, span)| self.mention(*span, Some(*visits), REACH))
            .collect();
        if found.is_empty() {
            let general = self.of(PriorWord::General);
            let names: Vec<ByteSpan> = if same.is_empty() {
                general.collect()
            } else {
                same.to_vec()
            };
            let mut names = names.into_iter();
            found.extend(names.find_map(|name| self.mention(name, None, REACH_OF_NAME)));
        }
        found
    }

    /// The mention of `target` as something earlier; `None` when it is none, or is asked for.
    fn mention(
        &self,
        target: ByteSpan,
        visits: Option<CountRange>,
        reach: usize,
    ) -> Option<Mention> {
        let continued = self
            .of(PriorWord::Continued)
            .find(|continued| target.overlaps(*continued));
        if let Some(continued) = continued {
            // "12 additional visits" are no earlier ones, but there were some.
            return Some(Mention {
                span: continued.joined(target),
                target,
                visits: None,
                course: PriorCourse::Had,
                taken_for_granted: true,
                uncounted: false,
            });
        }
        // "6 requested visits", "6 visits requested".
        let is_asked = |asked: ByteSpan| target.overlaps(asked) || asked.start == target.end + 1;
        if self.of(PriorWord::Asked).any(is_asked) {
            return None;
        }
        let (governor, word) = self.governor(target, reach)?;
        let authorized = self.of(PriorWord::Authorized).any(|authorized| {
            let between = authorized.joined(target);
            between.len() <= target.len() + authorized.len() + reach
        });
        let course = if authorized && !matches!(word, PriorWord::Had | PriorWord::Listed) {
            PriorCourse::Authorized
        } else {
            PriorCourse::Had
        };
        let span = governor.joined(target);
        Some(Mention {
            span,
            target,
            visits,
            course,
            taken_for_granted: self.is_taken_for_granted(span),
            uncounted: self
                .of(PriorWord::Uncounted)
                .any(|words| words.start <= target.start),
        })
    }

    /// The words that make `target` an earlier treatment: what somebody had or was granted, or an "earlier" right
    /// beside it.
    fn governor(&self, target: ByteSpan, reach: usize) -> Option<(ByteSpan, PriorWord)> {
        // That therapy was authorized, without a number, adds nothing to what was had.
        let past = || {
            self.past()
                .filter(|(_, word)| reach < REACH_OF_NAME || *word != PriorWord::Authorized)
        };
        let before = past().filter(|(span, word)| {
            let gap = target.start.checked_sub(span.end);
            let reach = match word {
                PriorWord::Earlier => BESIDE,
                // A number in a list may be that of a plan: "the plan includes 12 visits".
                PriorWord::Listed if reach < REACH_OF_NAME => 0,
                _ => reach,
            };
            let planned = || {
                let mut asked = self.of(PriorWord::Asked);
                *word == PriorWord::Listed && asked.any(|asked| asked.end <= span.start)
            };
            gap.is_some_and(|gap| gap < reach) && self.is_free(span.end, target.start) && !planned()
        });
        let inside =
            past().filter(|(span, word)| target.contains(*span) && *word == PriorWord::Earlier);
        // "A request for 6 visits was received."
        let asked_before = self.of(PriorWord::Asked).any(|asked| {
            let gap = target.start.checked_sub(asked.end);
            gap.is_some_and(|gap| gap <= REACH)
        });
        let behind = past().filter(|(span, word)| {
            let gap = span.start.checked_sub(target.end);
            let follows = match word {
                PriorWord::Listed => false,
                PriorWord::Had => !asked_before,
                _ => true,
            };
            follows
                && gap.is_some_and(|gap| gap <= REACH_BEHIND)
                && self.is_free(target.end, span.start)
        });
        // Of several the one that says most: what was had, before what was granted, before what is earlier.
        let rank = |word: PriorWord| match word {
            PriorWord::Had => 0,
            PriorWord::Authorized => 1,
            PriorWord::Listed => 2,
            _ => 3,
        };
        before
            .chain(inside)
            .chain(behind)
            .min_by_key(|(span, word)| (rank(*word), span.start.abs_diff(target.start)))
    }

    /// Whether nothing between two places asks for treatment or ends the clause.
    fn is_free(&self, from: usize, to: usize) -> bool {
        let gap = ByteSpan::new(from, to);
        let asked = self.of(PriorWord::Asked).any(|asked| gap.overlaps(asked));
        !asked && !gap.of(self.text).contains(';')
    }

    fn is_taken_for_granted(&self, mention: ByteSpan) -> bool {
        self.of(PriorWord::TakenForGranted).any(|words| {
            let gap = mention.start.checked_sub(words.end);
            mention.overlaps(words) || gap.is_some_and(|gap| gap <= BESIDE)
        })
    }

    /// The phrases that may make a treatment an earlier one.
    fn past(&self) -> impl Iterator<Item = (ByteSpan, PriorWord)> {
        let hits = self.phrases.iter().filter(|hit| match hit.meaning {
            PriorWord::Had | PriorWord::Listed | PriorWord::Authorized => true,
            PriorWord::Earlier => !self
                .of(PriorWord::NotEarlier)
                .any(|other| other.overlaps(hit.span)),
            _ => false,
        });
        hits.map(|hit| (hit.span, hit.meaning))
    }

    fn of(&self, word: PriorWord) -> impl Iterator<Item = ByteSpan> {
        let hits = self.phrases.iter().filter(move |hit| hit.meaning == word);
        hits.map(|hit| hit.span)
    }
}

fn is_beside(count: ByteSpan, name: ByteSpan) -> bool {
    let gap = name.start.checked_sub(count.end);
    count.overlaps(name) || gap.is_some_and(|gap| gap <= BESIDE)
}

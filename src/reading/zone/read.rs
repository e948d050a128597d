//! The cascade: one sentence after the other is asked whose voice it is, and who spoke before.

use super::clause::{self, Clauses};
use super::cue::{Cue, CueBook, CueKind};
use super::piece::Piece;
use super::voice::Voice;
use super::{Zone, ZoneCues, ZonedSentence};
use crate::reading::conclusion::{Conclusion, Strength, quotes};
use crate::reading::recitals::Recitals;
use crate::reading::word_index::CutWords;
use crate::span::ByteSpan;

/// The share of a sentence that other letters must repeat for it to be a recital.
const RECITED: f64 = 0.6;

/// Tells voices apart with the cues of one pack.
#[derive(Debug)]
pub struct ZoneReader {
    book: CueBook,
}

/// Who spoke last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Before {
    /// Nobody, or a conclusion.
    #[default]
    Nobody,
    Guideline,
    Case,
}

/// A quotation, and the voice of the sentence that opened it.
#[derive(Clone, Copy, Debug)]
struct Quotation {
    span: ByteSpan,
    zone: Option<Zone>,
}

impl ZoneReader {
    /// A reader with the cues of `language.zones`.
    #[must_use]
    pub fn new(cues: &ZoneCues) -> Self {
        Self {
            book: CueBook::new(cues),
        }
    }

    /// The voices of a rationale that is cut into `sentences`, which are in order. Spans, those of the conclusion
    /// too, count in the text of `words`.
    #[must_use]
    pub fn read(
        &self,
        words: CutWords<'_>,
        sentences: &[ByteSpan],
        conclusion: &Conclusion,
        recitals: Option<&Recitals>,
    ) -> Vec<ZonedSentence> {
        let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else {
            return Vec::new();
        };
        let text = words.text();
        let place = ByteSpan::new(first.start, last.end);
        let cues = self.book.find(words, place);
        let verdicts = verdicts(conclusion);
        let mut scene = Scene {
            text,
            recitals,
            quotations: quotations(text, place),
            before: Before::Nobody,
        };
        let (mut cues, mut verdicts) = (&*cues, &*verdicts);
        let mut zoned = Vec::with_capacity(sentences.len());
        for sentence in sentences {
            let here;
            (here, cues) = taken(cues, *sentence, |cue| cue.span);
            let said;
            (said, verdicts) = taken(verdicts, *sentence, |said| *said);
            zoned.push(scene.sentence(*sentence, here, said));
        }
        zoned
    }
}

/// Of things in order, those that begin in `place`, and the rest behind it.
fn taken<T>(things: &[T], place: ByteSpan, span: impl Fn(&T) -> ByteSpan) -> (&[T], &[T]) {
    let (_, things) =
        things.split_at(things.partition_point(|thing| span(thing).start < place.start));
    things.split_at(things.partition_point(|thing| span(thing).start < place.end))
}

/// A rationale while its sentences are read.
struct Scene<'s> {
    text: &'s str,
    recitals: Option<&'s Recitals>,
    /// Those that are not over, in order.
    quotations: Vec<Quotation>,
    before: Before,
}

impl Scene<'_> {
    fn sentence(&mut self, span: ByteSpan, cues: &[Cue], verdicts: &[ByteSpan]) -> ZonedSentence {
        let piece = Piece::new(self.text, span, cues, self.before == Before::Guideline);
        let split = clause::may_split(&piece, verdicts)
            .then(|| clause::split(self.text, span, cues, verdicts))
            .flatten();
        let voice = self.voice(&piece, span, split.as_ref(), verdicts);
        let clauses = split.filter(|_| !matches!(voice.rule, "quotation" | "recital"));
        let clauses = clauses.map_or_else(Vec::new, |split| split.clauses);
        let last = clauses.last().map_or(voice.zone, |clause| clause.zone);
        self.before = match last {
            Zone::Guideline | Zone::Meta => Before::Guideline,
            Zone::Case | Zone::Application => Before::Case,
            // "Pursuant to the ODG, the visits are not medically necessary" announces the guideline.
            Zone::Conclusion
                if piece.begins_with(CueKind::Attribution) && self.before == Before::Nobody =>
            {
                Before::Guideline
            }
            Zone::Conclusion => Before::Nobody,
        };
        self.open_quotations(span, voice.zone);
        ZonedSentence {
            span,
            zone: voice.zone,
            cue: voice.cue,
            rule: voice.rule,
            clauses,
        }
    }

    fn voice(
        &self,
        piece: &Piece<'_>,
        span: ByteSpan,
        split: Option<&Clauses>,
        verdicts: &[ByteSpan],
    ) -> Voice {
        if let Some(said) = verdicts.first() {
            return Voice::conclusion(*said);
        }
        let quoted = self.quotation_around(span);
        quoted
            .or_else(|| self.recited(piece, span))
            .or_else(|| split.map(|split| split.main))
            .or_else(|| piece.meta())
            .or_else(|| piece.attributed())
            .or_else(|| {
                piece
                    .back_reference()
                    .filter(|_| self.before == Before::Guideline)
            })
            .or_else(|| piece.applied())
            .or_else(|| piece.case())
            .or_else(|| {
                piece
                    .generic()
                    .filter(|_| !self.goes_on_about_the_worker(piece))
            })
            .unwrap_or_else(|| self.carried(piece))
    }

    /// Whether a sentence names the worker behind one about the case: "It is recommended that the patient ..."
    fn goes_on_about_the_worker(&self, piece: &Piece<'_>) -> bool {
        self.before == Before::Case && piece.names_this_worker()
    }

    fn carried(&self, piece: &Piece<'_>) -> Voice {
        let worker = piece.names_the_worker();
        match self.before {
            Before::Guideline => Voice {
                zone: Zone::Guideline,
                rule: "carry",
                cue: None,
            },
            Before::Case => Voice {
                zone: Zone::Case,
                rule: "carry",
                cue: None,
            },
            Before::Nobody => Voice {
                zone: Zone::Case,
                rule: if worker.is_some() { "worker" } else { "none" },
                cue: worker,
            },
        }
    }

    fn recited(&self, piece: &Piece<'_>, span: ByteSpan) -> Option<Voice> {
        let recitals = self.recitals.filter(|_| piece.case().is_none())?;
        let recited = recitals.coverage(span.of(self.text)) >= RECITED;
        recited.then_some(Voice {
            zone: Zone::Guideline,
            rule: "recital",
            cue: None,
        })
    }

    /// The voice of the quotation in which a sentence begins.
    fn quotation_around(&self, span: ByteSpan) -> Option<Voice> {
        let quotation = self.quotations.last()?;
        let inside = quotation.span.start < span.start && span.start < quotation.span.end;
        let zone = quotation.zone.filter(|_| inside)?;
        Some(Voice {
            zone,
            rule: "quotation",
            cue: None,
        })
    }

    /// Notes whose voice the quotations are that a sentence opens, and forgets those that are over.
    fn open_quotations(&mut self, span: ByteSpan, zone: Zone) {
        while let Some(quotation) = self.quotations.last_mut() {
            if quotation.span.start >= span.end {
                break;
            }
            if quotation.span.end > span.end {
                let opens = span.start <= quotation.span.start;
                if opens && zone == Zone::Guideline {
                    quotation.zone = Some(zone);
                }
                break;
            }
            self.quotations.pop();
        }
    }
}

/// The quotations of a part of `text`, the last one first.
fn quotations(text: &str, part: ByteSpan) -> Vec<Quotation> {
    let found = quotes::find(part.of(text)).into_iter().rev();
    found
        .map(|span| Quotation {
            span: span.shifted(part.start),
            zone: None,
        })
        .collect()
}

/// Where it is said that the item is necessary or not, by place.
fn verdicts(conclusion: &Conclusion) -> Vec<ByteSpan> {
    let statements = conclusion.statements.iter();
    let mut said: Vec<ByteSpan> = statements
        .filter(|statement| statement.deciding || statement.strength >= Strength::Firm)
        .map(|statement| statement.span)
        .collect();
    said.sort_unstable();
    said
}

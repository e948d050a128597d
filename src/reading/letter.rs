//! A letter as it is understood: everything that the readers make of its parts, in spans of the whole text.

mod reading;

pub use self::reading::{DecisionDate, ItemReading, LetterReading};
use super::assertion::{AssertionReader, AssertionScenes};
use super::citation::{CitationReader, GuidelineLine};
use super::conclusion::{Conclusion, ConclusionReader, Named};
use super::credential;
use super::date::Date;
use super::front::front_dates;
pub use super::front::{FrontDate, FrontDates};
use super::lexicon::{Lexicon, Meaning, hits_of_slice};
use super::phrase::{Hit, hits_within};
use super::prior_treatment::Passage;
use super::quantity::{Quantity, QuantityReader, SentenceQuantities};
use super::rationale::{RationaleReader, RationaleScene};
use super::recitals::Recitals;
use super::request::{Request, RequestReader, end_of_heading, repeats};
use super::restatement::{Difference, RestatementReader};
use super::sentence::{self, SentenceWords};
use super::summary::{SummaryReader, SummaryScene};
use super::word_index::{CutText, CutWords};
use super::zone::{ZoneReader, ZonedSentence};
use crate::letter::{Item, Letter};
use crate::rules::pack::{Pack, System};
use crate::span::ByteSpan;

/// A sentence that decides more often is none that anybody wrote. What is behind is not held against the heading, as
/// every statement is read from where the sentence begins.
const MOST_STATEMENTS: usize = 8;

/// Reads letters with the language data of one pack. Made once, used for many letters.
#[derive(Debug)]
pub struct Reader {
    lexicon: Lexicon,
    quantities: QuantityReader,
    requests: RequestReader,
    restatements: RestatementReader,
    citations: CitationReader,
    conclusions: ConclusionReader,
    summaries: SummaryReader,
    sentences: SentenceWords,
    zones: ZoneReader,
    assertions: AssertionReader,
    rationales: RationaleReader,
    recitals: Option<Recitals>,
}

/// A case summary while it is read.
#[derive(Clone, Copy)]
struct SummaryPart<'s> {
    words: CutWords<'s>,
    hits: &'s [Hit<Meaning>],
    sentences: &'s [ByteSpan],
    assertions: &'s AssertionScenes<'s>,
}

impl Reader {
    /// A reader with the language data of `pack`.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        Self {
            lexicon: Lexicon::new(pack),
            quantities: QuantityReader::new(&pack.language.quantities),
            requests: RequestReader::new(pack),
            restatements: RestatementReader::new(pack),
            citations: CitationReader::new(&pack.guidelines),
            conclusions: ConclusionReader::new(
                &pack.language.conclusions,
                &pack.language.sentences,
            ),
            summaries: SummaryReader::new(pack),
            sentences: pack.language.sentences.clone(),
            zones: ZoneReader::new(&pack.language.zones),
            assertions: AssertionReader::new(&pack.language.assertions),
            rationales: RationaleReader::new(pack),
            recitals: None,
        }
    }

    /// The same reader, which also knows what other letters repeat word for word.
    #[must_use]
    pub fn with_recitals(mut self, recitals: Recitals) -> Self {
        self.recitals = Some(recitals);
        self
    }

    /// The voices of the sentences of one rationale; spans count in `text`.
    #[must_use]
    pub fn zones(&self, text: &str, sentences: &[ByteSpan]) -> Vec<ZonedSentence> {
        let cut = CutText::new(text);
        let words = cut.words();
        let unknown = |_| Named::Neither;
        let conclusion = self.conclusions.read_sentences(words, sentences, &unknown);
        self.zones
            .read(words, sentences, &conclusion, self.recitals.as_ref())
    }

    /// The reader of assertions.
    #[must_use]
    pub fn assertions(&self) -> &AssertionReader {
        &self.assertions
    }

    /// The quantities of a phrase.
    #[must_use]
    pub fn quantities(&self, text: &str) -> Vec<Quantity> {
        self.quantities.read(text)
    }

    /// The sentences of a text in canonical form.
    #[must_use]
    pub fn sentences(&self, text: &str) -> Vec<ByteSpan> {
        sentence::split(text, &self.sentences)
    }

    /// The sentences of a place in `text`, with spans of the whole text.
    fn sentences_of(&self, text: &str, place: ByteSpan) -> Vec<ByteSpan> {
        let cut = sentence::split(place.of(text), &self.sentences).into_iter();
        cut.map(|sentence| sentence.shifted(place.start)).collect()
    }

    /// What a guideline line says.
    #[must_use]
    pub fn citations(&self, line: &str) -> GuidelineLine {
        self.citations.read(line)
    }

    /// Where a text names the MTUS, ACOEM or ODG as a whole.
    #[must_use]
    pub fn systems_named(&self, text: &str) -> Vec<(System, ByteSpan)> {
        self.citations.systems_named(text)
    }

    /// Reads a letter. `text` is the canonical prose that `letter` was cut from; `as_of` is the decision
    /// date of a letter that gives none.
    #[must_use]
    pub fn read<'t>(
        &self,
        text: &'t str,
        letter: &'t Letter,
        pack: &Pack,
        as_of: Option<Date>,
    ) -> LetterReading<'t> {
        let cut = CutText::new(text);
        let words = cut.words();
        let hits = self.hits(words, letter);
        let dates = front_dates(text, &letter.front_matter, &self.quantities);
        let decided = match dates.decided {
            Some(decided) => Some(DecisionDate {
                date: decided.date,
                span: Some(decided.span),
            }),
            None => as_of.map(|date| DecisionDate { date, span: None }),
        };
        let summary_sentences = letter
            .case_summary()
            .map(|place| self.sentences_of(text, place))
            .unwrap_or_default();
        let assertions = AssertionScenes::new(&self.assertions, text);
        let items = letter.items.iter().enumerate();
        let mut items: Vec<ItemReading> = items
            .map(|(index, item)| self.read_item(words, &hits, &assertions, index + 1, item))
            .collect();
        let repeats = repeats(items.iter().map(|item| item.request.as_ref()));
        for (item, repeats) in items.iter_mut().zip(repeats) {
            item.repeats = repeats;
        }
        let summary = SummaryPart {
            words,
            hits: &hits,
            sentences: &summary_sentences,
            assertions: &assertions,
        };
        self.read_prior_of_summary(&summary, &mut items);
        LetterReading {
            text,
            letter,
            dates,
            decided,
            credentials: credential::read(
                text,
                &letter.credentials,
                &pack.language.credentials,
                &pack.language.states,
            ),
            summary: self.summaries.read(&SummaryScene {
                words,
                sentences: &summary_sentences,
                items: &items,
                hits: &hits,
                quantities: &SentenceQuantities::new(&self.quantities, words),
                assertions: &assertions,
            }),
            summary_facts: self.rationales.facts().read_summary(
                words,
                &summary_sentences,
                &hits,
                &assertions,
            ),
            summary_sentences,
            items,
            hits,
        }
    }

    /// Adds to the items what the case summary says about earlier treatment with what each of them disputes.
    fn read_prior_of_summary(&self, summary: &SummaryPart<'_>, items: &mut [ItemReading]) {
        let SummaryPart {
            words,
            hits,
            sentences,
            assertions,
        } = *summary;
        let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else {
            return;
        };
        let place = first.joined(*last);
        let mut quantities: Option<Vec<Quantity>> = None;
        for item in items {
            let Some(request) = item
                .request
                .as_ref()
                .filter(|request| request.counts_visits())
            else {
                continue;
            };
            let quantities =
                quantities.get_or_insert_with(|| self.quantities.read_in(words, place));
            item.summary_prior = self.rationales.prior_treatments().read_summary(&Passage {
                words,
                sentences,
                hits,
                quantities,
                request,
                assertions,
            });
        }
    }

    fn read_item(
        &self,
        words: CutWords<'_>,
        hits: &[Hit<Meaning>],
        assertions: &AssertionScenes<'_>,
        number: usize,
        item: &Item,
    ) -> ItemReading {
        let text = words.text();
        let line = |place: Option<ByteSpan>| {
            let place = place.unwrap_or_default();
            self.citations.read(place.of(text)).shifted(place.start)
        };
        let sentences = item.rationale.map(|place| {
            let cut = sentence::split(place.of(text), &self.sentences);
            (place, cut)
        });
        let request = item.heading.map(|place| {
            let place = end_of_heading(text, place);
            let hits = hits_of_slice(hits, place);
            self.requests
                .read(place.of(text), &hits, &self.quantities)
                .shifted(place.start)
        });
        let heading = item
            .heading
            .map_or(&[][..], |place| hits_within(hits, place));
        let conclusion = sentences
            .as_ref()
            .map_or_else(Conclusion::default, |(place, cut)| {
                let named = |subject: ByteSpan| {
                    let subject = subject.shifted(place.start);
                    named_beside(heading, hits_within(hits, subject))
                };
                let words = words.part(*place);
                let read = self.conclusions.read_sentences(words, cut, &named);
                read.shifted(place.start)
            });
        let differences = request
            .as_ref()
            .map(|request| self.differences(text, hits, request, &conclusion))
            .unwrap_or_default();
        let rationale = sentences.map(|(place, cut)| {
            let shifted = cut.iter().map(|sentence| sentence.shifted(place.start));
            let cut: Vec<ByteSpan> = shifted.collect();
            let recitals = self.recitals.as_ref();
            self.rationales.read(&RationaleScene {
                words,
                place,
                sentences: &self.zones.read(words, &cut, &conclusion, recitals),
                hits,
                quantities: &self.quantities.read_in(words, place),
                request: request.as_ref(),
                conclusion: &conclusion,
                sources: &[],
                citations: &self.citations,
                assertions,
            })
        });
        ItemReading {
            number,
            item: item.clone(),
            request,
            repeats: None,
            claims_administrator: line(item.claims_administrator),
            reviewer: line(item.reviewer),
            conclusion,
            differences,
            rationale: rationale.unwrap_or_default(),
            summary_prior: Vec::new(),
        }
    }
}

impl Reader {
    /// The phrases of the pack in the case summary and the items; the rest of a letter is its form.
    fn hits(&self, words: CutWords<'_>, letter: &Letter) -> Vec<Hit<Meaning>> {
        let items = letter.items.iter().map(|item| item.span);
        let mut places: Vec<ByteSpan> = letter.case_summary().into_iter().chain(items).collect();
        places.sort_unstable();
        let mut hits = Vec::new();
        for place in places {
            hits.extend(self.lexicon.find_in(words, place));
        }
        hits
    }

    /// Where the deciding sentences restate the request as another one; each kind of difference once.
    fn differences(
        &self,
        text: &str,
        hits: &[Hit<Meaning>],
        request: &Request,
        conclusion: &Conclusion,
    ) -> Vec<Difference> {
        let mut differences: Vec<Difference> = Vec::new();
        let mut sentence = ByteSpan::default();
        let mut statements = 0;
        for statement in conclusion
            .deciding()
            .filter(|statement| !statement.subject.is_empty())
        {
            if statement.sentence != sentence {
                sentence = statement.sentence;
                statements = 0;
            }
            statements += 1;
            if statements > MOST_STATEMENTS {
                continue;
            }
            let found = self.restatements.differences(
                text,
                hits,
                &self.quantities,
                request,
                statement.subject,
            );
            for difference in found {
                if !differences
                    .iter()
                    .any(|known| known.kind == difference.kind)
                {
                    differences.push(difference);
                }
            }
        }
        differences
    }
}

/// Whether words name the treatment of a heading, or another one; `heading` and `words` are the phrases of both.
fn named_beside(heading: &[Hit<Meaning>], words: &[Hit<Meaning>]) -> Named {
    let treatment = |hit: &Hit<Meaning>| match hit.meaning {
        Meaning::Treatment(class) => Some(class),
        _ => None,
    };
    let asked: Vec<usize> = heading.iter().filter_map(treatment).collect();
    let mut named = words.iter().filter_map(treatment).peekable();
    if asked.is_empty() || named.peek().is_none() {
        return Named::Neither;
    }
    match named.any(|class| asked.contains(&class)) {
        true => Named::Item,
        false => Named::Another,
    }
}

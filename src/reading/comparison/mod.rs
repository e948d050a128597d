//! Where a rationale holds the request against a limit: "exceeds the guideline recommendation".

#[cfg(test)]
mod tests;

use super::assertion::{Assertion, Modality, Polarity};
use super::lexicon::longest;
use super::number::CountRange;
use super::phrase::Hit;
use super::phrase_lists::{PhraseFinder, PhraseLists};
use super::quantity::{CountUnit, Quantity, Value};
use super::rationale::RationaleScene;
use super::recited_limit::quantities_within;
use super::request::Request;
use super::zone::{Zone, ZonedSentence};
use crate::rules::pack::Pack;
use crate::span::ByteSpan;

/// How the request is said to stand to a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// "exceeds the guidelines".
    Above,
    /// "is within the guidelines".
    Within,
    /// "the number of visits is excessive"; no limit need be named.
    Excessive,
}

/// A statement that holds the request against a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// How it is said to stand.
    pub standing: Standing,
    /// How much is said to be compared: "12 visits exceed". `None`: the sentence gives no number for it.
    pub amount: Option<CountRange>,
    /// What it is compared with: "exceed the 6 visits that are recommended". `None`: no number is given.
    pub limit: Option<CountRange>,
    /// The words that say so.
    pub span: ByteSpan,
    /// Their sentence.
    pub sentence: ByteSpan,
}

/// What the phrases of `language.comparison` say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ComparisonWord {
    /// The request is above what follows: "exceeds".
    Above,
    /// It is within what follows.
    Within,
    /// It is, where what follows names the number: "consistent with".
    InAccord,
    /// The number itself is called too large.
    Excessive,
    /// The limit: "guideline".
    Limit,
    /// The number: "number".
    Number,
    /// The request: "requested".
    Request,
    /// Something else than a number of visits: "dose".
    OtherMeasure,
    /// What lies behind: "already".
    Past,
    /// The comparison is not made: "to", "if".
    NotMade,
    /// It is made of what is not granted yet: "would".
    Conditional,
    /// A clause begins anew: "but".
    Break,
}

impl ComparisonWord {
    /// Every kind with its key in rule packs.
    pub const KEYS: [(&'static str, Self); 12] = [
        ("above", Self::Above),
        ("within", Self::Within),
        ("in_accord", Self::InAccord),
        ("excessive", Self::Excessive),
        ("limit", Self::Limit),
        ("number", Self::Number),
        ("request", Self::Request),
        ("other_measure", Self::OtherMeasure),
        ("past", Self::Past),
        ("not_made", Self::NotMade),
        ("conditional", Self::Conditional),
        ("breaks", Self::Break),
    ];
}

/// The words of comparisons: `language.comparison`.
pub type ComparisonWords = PhraseLists<ComparisonWord>;

/// How far behind the words of a comparison the limit may be named, in bytes.
const REACH: usize = 60;

/// How far behind them words belong to what is compared.
const FIELD: usize = 110;

/// Reads comparisons.
#[derive(Debug)]
pub struct ComparisonReader {
    finder: PhraseFinder<ComparisonWord>,
}

impl ComparisonReader {
    /// A reader with the language data of `pack`.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        Self {
            finder: PhraseFinder::new(&pack.language.comparison),
        }
    }

    /// Every comparison of the disputed amount with a limit, by place. Empty where the request counts no visits.
    #[must_use]
    pub fn read(&self, scene: &RationaleScene<'_>) -> Vec<Comparison> {
        if !scene.request.is_some_and(Request::counts_visits) {
            return Vec::new();
        }
        let sentences = scene.sentences.iter();
        sentences
            .flat_map(|sentence| self.of_sentence(scene, sentence))
            .collect()
    }

    fn of_sentence(&self, scene: &RationaleScene<'_>, sentence: &ZonedSentence) -> Vec<Comparison> {
        let phrases = self.finder.find(scene.words, sentence.span);
        let quantities = quantities_within(scene.quantities, sentence.span);
        let verbs = phrases.iter().filter(|hit| compares(hit.meaning));
        // "No more than the" is not "more than the".
        let verbs = longest(verbs.map(|hit| (hit.meaning, hit.span)));
        let mut found = Vec::new();
        for (meaning, span) in verbs {
            let verb = Hit { meaning, span };
            let clause = Clause::around(scene.words.text(), sentence.span, &phrases, verb);
            if !clause.compares_requests() {
                continue;
            }
            let zone = sentence.zone_of(verb.span);
            if matches!(zone, Zone::Guideline | Zone::Meta) {
                continue;
            }
            let assertion = scene.assertions.of(sentence.span).of(verb.span, zone);
            let Some(standing) = clause.standing(&assertion) else {
                continue;
            };
            found.push(Comparison {
                standing,
                amount: only_count(quantities, clause.before),
                limit: only_count(quantities, clause.behind),
                span: clause.words(),
                sentence: sentence.span,
            });
        }
        found
    }
}

fn compares(word: ComparisonWord) -> bool {
    matches!(
        word,
        ComparisonWord::Above
            | ComparisonWord::Within
            | ComparisonWord::InAccord
            | ComparisonWord::Excessive
    )
}

/// The one number of visits in a place; `None` for none and for several that differ.
fn only_count(quantities: &[Quantity], place: ByteSpan) -> Option<CountRange> {
    let mut counts = quantities_within(quantities, place)
        .iter()
        .filter_map(|quantity| match quantity.value {
            Value::Count(count) if count.unit == Some(CountUnit::Visit) => Some(count.amount),
            _ => None,
        });
    let first = counts.next()?;
    counts.all(|count| count == first).then_some(first)
}

/// The words around those of a comparison.
struct Clause<'s> {
    phrases: &'s [Hit<ComparisonWord>],
    verb: Hit<ComparisonWord>,
    /// From the beginning of the clause.
    before: ByteSpan,
    /// To the end of what is compared with.
    behind: ByteSpan,
}

impl<'s> Clause<'s> {
    fn around(
        text: &str,
        sentence: ByteSpan,
        phrases: &'s [Hit<ComparisonWord>],
        verb: Hit<ComparisonWord>,
    ) -> Self {
        let is_break = |hit: &&Hit<ComparisonWord>| hit.meaning == ComparisonWord::Break;
        let breaks = || phrases.iter().filter(is_break);
        let opens = breaks()
            .rfind(|hit| hit.span.end <= verb.span.start)
            .map_or(sentence.start, |hit| hit.span.end);
        let semicolon = ByteSpan::new(opens, verb.span.start).of(text).rfind(';');
        let opens = semicolon.map_or(opens, |at| opens + at + 1);
        let closes = breaks()
            .find(|hit| hit.span.start >= verb.span.end)
            .map_or(sentence.end, |hit| hit.span.start);
        let mut end = closes.min(verb.span.end + FIELD);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let behind = ByteSpan::new(verb.span.end, end);
        let closes = behind.of(text).find([';', '(']);
        Self {
            phrases,
            verb,
            before: ByteSpan::new(opens, verb.span.start),
            behind: closes.map_or(behind, |at| ByteSpan::new(behind.start, behind.start + at)),
        }
    }

    fn has(&self, word: ComparisonWord, place: ByteSpan) -> bool {
        self.of(word, place).next().is_some()
    }

    fn of(&self, word: ComparisonWord, place: ByteSpan) -> impl Iterator<Item = ByteSpan> {
        let hits = self.phrases.iter();
        hits.filter(move |hit| hit.meaning == word && place.contains(hit.span))
            .map(|hit| hit.span)
    }

    /// Where the limit is named.
    fn limit(&self) -> Option<ByteSpan> {
        self.of(ComparisonWord::Limit, self.behind)
            .find(|span| span.start - self.verb.span.end <= REACH)
    }

    /// From the words of the comparison to those of the limit.
    fn words(&self) -> ByteSpan {
        self.limit()
            .map_or(self.verb.span, |limit| self.verb.span.joined(limit))
    }

    /// Whether the request, and nothing else, is held against a limit on the number of visits.
    fn compares_requests(&self) -> bool {
        let names_limit = match self.verb.meaning {
            ComparisonWord::Excessive => self.has(ComparisonWord::Number, self.before),
            ComparisonWord::InAccord => {
                self.limit().is_some() && self.has(ComparisonWord::Number, self.behind)
            }
            _ => self.limit().is_some(),
        };
        let other = |place| self.has(ComparisonWord::OtherMeasure, place);
        let right_before =
            ByteSpan::new(self.verb.span.start.saturating_sub(1), self.verb.span.start);
        let not_made = self
            .of(ComparisonWord::NotMade, self.before)
            .any(|span| span.end == right_before.start);
        names_limit
            && self.has(ComparisonWord::Request, self.before)
            && !other(self.before)
            && !other(self.behind)
            && !self.has(ComparisonWord::Past, self.before)
            && !not_made
    }

    /// How the request is said to stand; `None` when that is doubted, or only supposed.
    fn standing(&self, assertion: &Assertion) -> Option<Standing> {
        // What is requested is not so yet; how it stands to the limit is.
        let of_request = || {
            let cue = assertion.cue.map(|cue| cue.span);
            let mut requests = self.of(ComparisonWord::Request, self.before);
            cue.is_some_and(|cue| requests.any(|request| request.overlaps(cue)))
        };
        let conditional = || {
            let mut would = self.of(ComparisonWord::Conditional, self.before);
            would.any(|span| span.end + 1 == self.verb.span.start)
        };
        match assertion.modality {
            Modality::Uncertain => return None,
            Modality::Hypothetical if !conditional() && !of_request() => return None,
            _ => {}
        }
        if self.verb.meaning == ComparisonWord::Excessive {
            return (assertion.polarity == Polarity::Affirmed).then_some(Standing::Excessive);
        }
        let above = self.verb.meaning == ComparisonWord::Above;
        match assertion.polarity {
            Polarity::NotDocumented => None,
            Polarity::Affirmed if above => Some(Standing::Above),
            Polarity::Absent if above => Some(Standing::Within),
            Polarity::Affirmed => Some(Standing::Within),
            Polarity::Absent => Some(Standing::Above),
        }
    }
}

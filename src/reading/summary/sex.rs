//! Whether the worker is a man or a woman, by the words that can only mean the worker.
//!
//! A letter also speaks of physicians, of spouses and of the patients of a guideline. A noun counts where it
//! describes the worker ("a 53-year-old man"); a pronoun where no other person is named before it and the worker
//! is: in its sentence, or in the sentences before without anyone else since.

use super::phrases::Phrases;
use super::words::{SexWords, WorkerWords};
use crate::reading::phrase::Hit;
use crate::reading::quantity::{SentenceQuantities, Value};
use crate::reading::word_index::CutWords;
use crate::span::ByteSpan;

/// The two sexes that letters tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    /// He.
    Male,
    /// She.
    Female,
}

impl Sex {
    /// The word in messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Male => "male",
            Self::Female => "female",
        }
    }
}

/// Words that say which sex the worker is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SexMention {
    /// Which.
    pub sex: Sex,
    /// A noun that describes the worker, or a title; a pronoun is more easily mistaken.
    pub strong: bool,
    /// The words.
    pub span: ByteSpan,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Worker,
    Noun(Sex),
    Letter(Sex),
    Title(Sex),
    Pronoun(Sex),
    Open,
    NotWorker,
    Other,
    NotOther,
}

/// Finds words about the worker's sex.
#[derive(Debug)]
pub(super) struct SexReader {
    phrases: Phrases<Word>,
    links: Vec<String>,
}

/// Whom a pronoun at the start of the next sentence stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Referent {
    /// Nobody, or one of several.
    #[default]
    Unknown,
    /// The worker.
    Worker,
}

impl SexReader {
    /// A reader for the pack's words.
    pub(super) fn new(words: &WorkerWords) -> Self {
        let mut lists = vec![
            (words.names.as_slice(), Word::Worker),
            (words.not_names.as_slice(), Word::NotWorker),
            (words.open.as_slice(), Word::Open),
            (words.others.as_slice(), Word::Other),
            (words.not_others.as_slice(), Word::NotOther),
        ];
        let add = |words: &'_ SexWords, sex| -> [(Vec<String>, Word); 4] {
            [
                (words.nouns.clone(), Word::Noun(sex)),
                (words.letters.clone(), Word::Letter(sex)),
                (words.titles.clone(), Word::Title(sex)),
                (words.pronouns.clone(), Word::Pronoun(sex)),
            ]
        };
        let sexes = [add(&words.male, Sex::Male), add(&words.female, Sex::Female)].concat();
        lists.extend(sexes.iter().map(|(list, word)| (list.as_slice(), *word)));
        Self {
            phrases: Phrases::new(&lists),
            links: words.links.iter().map(|word| word.to_lowercase()).collect(),
        }
    }

    /// Adds what the sentence at `place` says to `found`, and tells whom the next sentence can refer to.
    pub(super) fn read(
        &self,
        words: CutWords<'_>,
        place: ByteSpan,
        quantities: &SentenceQuantities<'_>,
        before: Referent,
        found: &mut Vec<SexMention>,
    ) -> Referent {
        let text = words.text();
        let hits = self.phrases.find(words, place);
        let stranger = hits.iter().find(|hit| hit.meaning == Word::Other);
        let stranger = stranger.map_or(place.end, |hit| hit.span.start);
        let stranger = stranger.min(name_taken_out(text, place).unwrap_or(place.end));
        let scene = Scene {
            text,
            place,
            hits: &hits,
            links: &self.links,
            ages: ages(place, &hits, quantities),
        };
        let first = found.len();
        let mut referent = before;
        for (at, hit) in hits.iter().enumerate() {
            if hit.span.start >= stranger {
                return Referent::Unknown;
            }
            let strong = match hit.meaning {
                Word::Worker if is_plural(hit.span.of(text)) => continue,
                Word::Worker => {
                    referent = Referent::Worker;
                    continue;
                }
                Word::Noun(sex) if scene.describes_worker(at) => Some((sex, true)),
                Word::Letter(sex) if scene.is_behind_age(hit.span) => Some((sex, true)),
                Word::Title(sex) if scene.is_name_behind(hit.span, stranger) => Some((sex, true)),
                Word::Pronoun(sex) if referent == Referent::Worker && scene.is_plain(hit.span) => {
                    Some((sex, false))
                }
                _ => None,
            };
            if let Some((sex, strong)) = strong {
                let span = hit.span;
                found.push(SexMention { sex, strong, span });
                referent = Referent::Worker;
            }
        }
        if stranger < place.end {
            return Referent::Unknown;
        }
        // A title may be another person's after all.
        let title = |hit: &Hit<Word>| matches!(hit.meaning, Word::Title(_));
        match hits.iter().any(title) && found.len() == first {
            true => Referent::Unknown,
            false => referent,
        }
    }
}

/// A sentence with what was found in it.
struct Scene<'s> {
    text: &'s str,
    place: ByteSpan,
    hits: &'s [Hit<Word>],
    links: &'s [String],
    ages: Vec<ByteSpan>,
}

/// How many bytes may stand between an age and the noun: "53-year-old, right-hand-dominant Hispanic male".
const LONGEST_DESCRIPTION: usize = 48;

impl Scene<'_> {
    /// Whether the noun with this number is about the worker.
    fn describes_worker(&self, at: usize) -> bool {
        let Some(noun) = self.hits.get(at) else {
            return false;
        };
        let noun_span = noun.span;
        let next = self.hits.get(at + 1).filter(|next| {
            let gap = ByteSpan::new(noun_span.end, next.span.start).of(self.text);
            gap.trim().is_empty() || gap == "-"
        });
        match next.map(|next| next.meaning) {
            // "a female nurse"; "male or female" says nothing either.
            Some(Word::Other) => return false,
            // "this male patient"
            Some(Word::Worker) => return self.is_introduced(noun_span.start),
            _ => {}
        }
        let described = self.ages.iter().any(|age| {
            let between = ByteSpan::new(age.end, noun_span.start).of(self.text);
            let behind = age.end <= noun_span.start
                && between.len() <= LONGEST_DESCRIPTION
                && !between.contains(['.', ';', '('])
                && self.is_introduced(age.start);
            let before = noun_span.end <= age.start
                && matches!(
                    ByteSpan::new(noun_span.end, age.start).of(self.text).trim(),
                    "" | "," | ", age" | "age" | ", aged" | "aged"
                )
                && self.is_introduced(noun_span.start);
            behind || before
        });
        described || (self.is_introduced(noun_span.start) && self.names_worker(noun_span.start))
    }

    /// Whether nothing but links stands between `start` and a name of the worker, or the start of the sentence.
    fn is_introduced(&self, start: usize) -> bool {
        let name = self.worker_before(start);
        let from = name.map_or(self.place.start, |name| name.end);
        let between = ByteSpan::new(from, start).of(self.text);
        let mut words = between.split(|c: char| c.is_whitespace() || ",:()".contains(c));
        words.all(|word| {
            word.is_empty()
                || self
                    .links
                    .iter()
                    .any(|link| link.eq_ignore_ascii_case(word))
        })
    }

    fn names_worker(&self, start: usize) -> bool {
        self.worker_before(start).is_some()
    }

    fn worker_before(&self, start: usize) -> Option<ByteSpan> {
        let mut names = self.hits.iter().rev();
        let name = names.find(|hit| hit.meaning == Word::Worker && hit.span.end <= start);
        name.map(|hit| hit.span)
    }

    /// Whether the capital letter at `span` stands right behind an age.
    fn is_behind_age(&self, span: ByteSpan) -> bool {
        let is_between = |age: &ByteSpan| {
            age.end <= span.start
                && ByteSpan::new(age.end, span.start)
                    .of(self.text)
                    .trim()
                    .is_empty()
                && self.is_introduced(age.start)
        };
        self.ages.iter().any(is_between)
    }

    /// Whether a name, or the gap that it left, follows the title at `span`, and no other person in the sentence.
    fn is_name_behind(&self, span: ByteSpan, stranger: usize) -> bool {
        let rest = ByteSpan::new(span.end, self.place.end).of(self.text);
        let rest = rest.trim_start_matches(['.', ' ', ',']);
        stranger == self.place.end && rest.starts_with(|first: char| first.is_alphabetic())
    }

    /// Whether the pronoun at `span` stands outside quotation marks and is no author ("(He, 2004)").
    fn is_plain(&self, span: ByteSpan) -> bool {
        let before = ByteSpan::new(self.place.start, span.start).of(self.text);
        let quotes = before
            .chars()
            .filter(|c| matches!(c, '"' | '\u{201C}' | '\u{201D}'));
        let behind = ByteSpan::new(span.end, self.place.end).of(self.text);
        let year = behind
            .strip_prefix(',')
            .is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()));
        quotes.count() % 2 == 0 && !before.ends_with('(') && !year
    }
}

/// The ages of a sentence, read only where a noun or letter may stand beside one.
fn ages(place: ByteSpan, hits: &[Hit<Word>], quantities: &SentenceQuantities<'_>) -> Vec<ByteSpan> {
    let any_noun = hits
        .iter()
        .any(|hit| matches!(hit.meaning, Word::Noun(_) | Word::Letter(_)));
    if !any_noun {
        return Vec::new();
    }
    let read = quantities.of(place);
    let ages = read
        .iter()
        .filter(|quantity| matches!(quantity.value, Value::Age(_)));
    ages.map(|age| age.span).collect()
}

/// Where the first name was taken out of a sentence: a stop or comma behind white space is what is left of it.
fn name_taken_out(text: &str, place: ByteSpan) -> Option<usize> {
    let words = place.of(text);
    let mut pairs = words.as_bytes().windows(2);
    let at = pairs.position(|pair| matches!(pair, [b' ', b'.' | b',' | b';']))?;
    Some(place.start + at)
}

fn is_plural(name: &str) -> bool {
    name.ends_with(['s', 'S'])
}

//! Phrases found by their first two words.
//!
//! An automaton over thousands of phrases takes longer to build than a command is given to start. Names begin
//! with few different words, so one look-up settles nearly every word of a letter, and building is no more
//! than filling a table.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::phrase::Hit;
use crate::span::ByteSpan;

/// The right single quotation mark, which letters print for an apostrophe.
const CURLY_APOSTROPHE: &[u8] = "\u{2019}".as_bytes();

/// Phrases, each with what it means. They match whole words in any letter case, a plural "s" included, a hyphen
/// also as a space, a straight apostrophe also as a curly one.
#[derive(Debug)]
pub(super) struct WordIndex<M> {
    phrases: Phrases<M>,
    /// By the hash of the first word.
    by_word: HashMap<u64, Begun, BuildHasherDefault<Hashed>>,
    /// Phrases of several words, by the hash of the first two.
    by_pair: HashMap<u64, Chain, BuildHasherDefault<Hashed>>,
    /// Those that begin with no letter or digit: "%".
    by_mark: Chain,
    /// The bytes that one of those may begin with in a text.
    marks: Vec<u8>,
}

/// The phrases that begin with one word.
#[derive(Debug, Default)]
struct Begun {
    /// Those that are this word.
    alone: Chain,
    /// Whether there are others, of several words.
    leads: bool,
}

/// All phrases, in the order in which they were given. Phrases that are looked up together are chained: a pack has
/// thousands, and a list and a text of its own for each would take longer to make than the look-ups of a letter.
#[derive(Debug)]
struct Phrases<M> {
    /// The texts of all, one behind the other.
    texts: String,
    phrases: Vec<Phrase<M>>,
}

#[derive(Debug)]
struct Phrase<M> {
    /// Where its text ends in [`Phrases::texts`]; it begins where that of the one before ends.
    end: usize,
    /// The number of the next in its chain.
    next: Option<usize>,
    meaning: M,
}

/// The numbers of the first and the last of some phrases, each of which knows the next.
#[derive(Clone, Copy, Debug, Default)]
struct Chain {
    ends: Option<(usize, usize)>,
}

impl<M> Phrases<M> {
    fn text(&self, number: usize) -> &str {
        let start = match number.checked_sub(1) {
            Some(before) => self.phrases[before].end,
            None => 0,
        };
        &self.texts[start..self.phrases[number].end]
    }

    /// Puts a phrase behind the last of `chain`.
    fn push(&mut self, number: usize, chain: &mut Chain) {
        let first = chain.ends.map_or(number, |(first, last)| {
            self.phrases[last].next = Some(number);
            first
        });
        chain.ends = Some((first, number));
    }

    /// The phrases of a chain: their texts and meanings.
    fn of(&self, chain: Chain) -> impl Iterator<Item = (&str, &M)> {
        let first = chain.ends.map(|(first, _)| first);
        let numbers = std::iter::successors(first, |number| self.phrases[*number].next);
        numbers.map(|number| (self.text(number), &self.phrases[number].meaning))
    }
}

impl<M: Copy> WordIndex<M> {
    /// An index of `phrases`; empty ones are left out.
    pub(super) fn new<'p>(phrases: impl IntoIterator<Item = (&'p str, M)>) -> Self {
        let mut texts = String::new();
        let phrases = phrases.into_iter().filter_map(|(text, meaning)| {
            let text = text.trim();
            texts.push_str(text);
            let phrase = Phrase {
                end: texts.len(),
                next: None,
                meaning,
            };
            (!text.is_empty()).then_some(phrase)
        });
        let phrases: Vec<Phrase<M>> = phrases.collect();
        let mut index = Self {
            by_word: HashMap::with_capacity_and_hasher(phrases.len() / 4, Default::default()),
            by_pair: HashMap::with_capacity_and_hasher(phrases.len() / 2, Default::default()),
            by_mark: Chain::default(),
            marks: Vec::new(),
            phrases: Phrases { texts, phrases },
        };
        for number in 0..index.phrases.phrases.len() {
            index.insert(number);
        }
        index
    }

    fn insert(&mut self, number: usize) {
        let bytes = self.phrases.text(number).as_bytes();
        let first = Word::at(bytes, 0);
        let chain = if first.is_empty() {
            self.marks.extend(spellings(bytes[0]));
            &mut self.by_mark
        } else {
            let begun = self.by_word.entry(first.hash).or_default();
            match first.next(bytes) {
                Some(second) => {
                    begun.leads = true;
                    let pair = pair(first.hash, second.hash);
                    self.by_pair.entry(pair).or_default()
                }
                None => &mut begun.alone,
            }
        };
        self.phrases.push(number, chain);
    }

    /// Every phrase that stands in `text`, overlapping ones included, by start and then longest first.
    pub(super) fn find(&self, text: &str) -> Vec<Hit<M>> {
        let bytes = text.as_bytes();
        let mut hits = Vec::new();
        let mut at = 0;
        while at < bytes.len() {
            let first = hits.len();
            let word = Word::at(bytes, at);
            if word.is_empty() {
                if self.marks.contains(&bytes[at]) {
                    self.add(self.by_mark, bytes, at, &mut hits);
                }
            } else {
                self.add_begun(&word, bytes, &mut hits);
            }
            if hits.len() - first > 1 {
                hits[first..].sort_by_key(|hit| std::cmp::Reverse(hit.span.end));
            }
            at = word.end.max(at + 1);
        }
        hits
    }

    /// Adds the phrases that begin with `word`.
    fn add_begun(&self, word: &Word, bytes: &[u8], hits: &mut Vec<Hit<M>>) {
        let singular = word.singular.and_then(|hash| self.by_word.get(&hash));
        if let Some(begun) = singular {
            self.add(begun.alone, bytes, word.start, hits);
        }
        let Some(begun) = self.by_word.get(&word.hash) else {
            return;
        };
        self.add(begun.alone, bytes, word.start, hits);
        if !begun.leads {
            return;
        }
        if let Some(second) = word.next(bytes) {
            let spellings = [Some(second.hash), second.singular];
            for second in spellings.into_iter().flatten() {
                if let Some(phrases) = self.by_pair.get(&pair(word.hash, second)) {
                    self.add(*phrases, bytes, word.start, hits);
                }
            }
        }
    }

    /// Adds those of `phrases` that stand at `at`.
    fn add(&self, phrases: Chain, bytes: &[u8], at: usize, hits: &mut Vec<Hit<M>>) {
        for (text, meaning) in self.phrases.of(phrases) {
            let end = matched(text.as_bytes(), bytes, at).and_then(|end| word_end(bytes, at, end));
            hits.extend(end.map(|end| Hit {
                meaning: *meaning,
                span: ByteSpan::new(at, end),
            }));
        }
    }
}

/// A run of letters and digits.
struct Word {
    /// Where it begins.
    start: usize,
    /// Just behind it.
    end: usize,
    /// Of its letters in lower case.
    hash: u64,
    /// The same without an "s" at its end.
    singular: Option<u64>,
}

impl Word {
    /// The run that begins at `start`; empty when none does. FNV-1a: the keys come from a rule pack, so no
    /// letter can choose them to collide, and a collision only costs a comparison.
    fn at(bytes: &[u8], start: usize) -> Self {
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        let mut singular = None;
        let mut end = start;
        while let Some(byte) = bytes.get(end).filter(|byte| byte.is_ascii_alphanumeric()) {
            let lower = byte.to_ascii_lowercase();
            singular = (lower == b's').then_some(hash);
            hash = (hash ^ u64::from(lower)).wrapping_mul(0x0100_0000_01b3);
            end += 1;
        }
        Self {
            start,
            end,
            hash,
            singular,
        }
    }

    fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// The next run. `None`: there is none.
    fn next(&self, bytes: &[u8]) -> Option<Self> {
        let rest = bytes.get(self.end..)?;
        let gap = rest.iter().position(u8::is_ascii_alphanumeric)?;
        Some(Self::at(bytes, self.end + gap))
    }
}

fn pair(first: u64, second: u64) -> u64 {
    first.rotate_left(23) ^ second
}

/// The bytes that may stand in a text for the first byte of a phrase that begins with a mark; see [`matched`].
fn spellings(mark: u8) -> impl Iterator<Item = u8> {
    let other = match mark {
        b'-' => Some(b' '),
        b'\'' => Some(CURLY_APOSTROPHE[0]),
        _ => None,
    };
    [mark].into_iter().chain(other)
}

/// Where `phrase` ends when it stands in `bytes` at `at`.
fn matched(phrase: &[u8], bytes: &[u8], mut at: usize) -> Option<usize> {
    for wanted in phrase {
        let found = bytes.get(at)?;
        let same = found.eq_ignore_ascii_case(wanted) || (*wanted, *found) == (b'-', b' ');
        at += match wanted {
            _ if same => 1,
            b'\'' if bytes[at..].starts_with(CURLY_APOSTROPHE) => CURLY_APOSTROPHE.len(),
            _ => return None,
        };
    }
    Some(at)
}

/// Where the words of a match end, a plural "s" included; `None` when the match cuts a word.
fn word_end(bytes: &[u8], start: usize, end: usize) -> Option<usize> {
    let is_word = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    if end == start || !is_word(end - 1) || !is_word(end) {
        return Some(end);
    }
    let plural = matches!(bytes[end], b's' | b'S') && !is_word(end + 1);
    plural.then_some(end + 1)
}

/// Keys that are hashes already.
#[derive(Debug, Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 << 8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PHRASES: [&str; 12] = [
        "MRI",
        "office visit",
        "x-ray",
        "PT",
        "PT/PTT",
        "patient's",
        "%",
        "arm",
        "arms race",
        "follow-up x-ray",
        "arm (s)",
        "s",
    ];

    fn found(text: &str) -> Vec<(usize, ByteSpan)> {
        let index = WordIndex::new(PHRASES.iter().enumerate().map(|(at, phrase)| (*phrase, at)));
        index
            .find(text)
            .iter()
            .map(|hit| (hit.meaning, hit.span))
            .collect()
    }

    fn words(text: &str) -> Vec<&str> {
        found(text)
            .into_iter()
            .map(|(_, span)| span.of(text))
            .collect()
    }

    #[test]
    fn whole_words_in_any_case_with_plurals() {
        assert_eq!(
            words("Two Office Visits, mris; an army alarm"),
            ["Office Visits", "mris"]
        );
        assert_eq!(words("arms race, arms"), ["arms race", "arms", "arms"]);
        assert_eq!(words("MRIss xray"), Vec::<&str>::new());
    }

    #[test]
    fn marks_hyphens_and_apostrophes() {
        assert_eq!(words("5% X ray"), ["%", "X ray"]);
        assert_eq!(
            words("the patient\u{2019}s arm"),
            ["patient\u{2019}s", "s", "arm"]
        );
        assert_eq!(words("follow up x-ray"), ["follow up x-ray", "x-ray"]);
        assert_eq!(words("PT/PTT"), ["PT/PTT", "PT"]);
    }

    #[test]
    fn nothing_is_found_by_nothing() {
        let none = WordIndex::new([("", 0), (" ", 1)]);
        assert!(none.find("MRI").is_empty());
        assert!(found("").is_empty());
    }

    /// The same by trying every spelling of every phrase at every place.
    fn tried(text: &str) -> Vec<(usize, ByteSpan)> {
        let is_word = |at: usize| {
            text.as_bytes()
                .get(at)
                .is_some_and(u8::is_ascii_alphanumeric)
        };
        let lower = text.to_ascii_lowercase();
        let mut found = Vec::new();
        for (at, phrase) in PHRASES.iter().enumerate() {
            let spellings = [phrase.replace('-', " "), phrase.replace('\'', "\u{2019}")];
            let spellings: std::collections::BTreeSet<String> = spellings
                .into_iter()
                .chain([(*phrase).to_owned()])
                .collect();
            for spelling in spellings {
                let starts = (0..text.len()).filter(|at| text.is_char_boundary(*at));
                let wanted = spelling.to_ascii_lowercase();
                for start in starts.filter(|start| lower[*start..].starts_with(&wanted)) {
                    let end = start + spelling.len();
                    let cuts_before = start > 0 && is_word(start - 1) && is_word(start);
                    let is_plural = lower.as_bytes().get(end) == Some(&b's') && !is_word(end + 1);
                    let end = match (is_word(end - 1) && is_word(end), is_plural) {
                        (false, _) => Some(end),
                        (true, true) => Some(end + 1),
                        (true, false) => None,
                    };
                    let end = end.filter(|_| !cuts_before);
                    found.extend(end.map(|end| (at, ByteSpan::new(start, end))));
                }
            }
        }
        found
    }

    proptest! {
        #[test]
        fn finds_what_trying_finds(text in "(MRI|visit|office|x|-ray|PT|/|PTT|patient|'s|\u{2019}|%|arm|s| |,|race|e|\u{e9}){0,12}") {
            let mut found = found(&text);
            prop_assert!(found.is_sorted_by_key(|(_, span)| (span.start, std::cmp::Reverse(span.end))));
            let mut expected = tried(&text);
            expected.sort_by_key(|(meaning, span)| (span.start, *meaning));
            found.sort_by_key(|(meaning, span)| (span.start, *meaning));
            prop_assert_eq!(found, expected);
        }
    }
}

//! What each word and phrase of a sentence does in a conclusion.

use super::phrases::{Mark, Marks};
use super::words::{Kind, Word, cut, same_word};
use crate::reading::word_index::ByHash;
use crate::span::ByteSpan;

/// All marked words and phrases.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    /// What is known of each word, by the hash of the word.
    words: ByHash<Entry>,
}

#[derive(Debug)]
struct Entry {
    word: Box<str>,
    /// The marks of the word alone.
    marks: Marks,
    /// The phrases that begin with it, longest first.
    phrases: Vec<Phrase>,
}

#[derive(Debug)]
struct Phrase {
    /// The words behind the first.
    rest: Vec<Part>,
    marks: Marks,
}

/// A word of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    word: Box<str>,
    hash: u64,
}

impl Lexicon {
    /// Adds a mark to each of `phrases`.
    pub(super) fn add(&mut self, mark: Mark, phrases: &[String]) {
        let marks = Marks::of(&[mark]);
        for phrase in phrases {
            let mut parts = parts_of(phrase).into_iter();
            let Some(first) = parts.next() else {
                continue;
            };
            let entry = self
                .words
                .entry(first.hash)
                .or_insert_with(|| Entry::new(first.word));
            entry.add(parts.collect(), marks);
        }
    }

    /// The words of `sentence`, a part of `text`, with their marks.
    pub(super) fn read(&self, text: &str, sentence: ByteSpan) -> Vec<Word> {
        let mut words = cut(text, sentence);
        let mut at = 0;
        while at < words.len() {
            at += self.mark(text, &mut words[at..]);
        }
        words
    }

    /// Marks the first word, or the phrase that begins with it; gives how many words that were.
    fn mark(&self, text: &str, words: &mut [Word]) -> usize {
        let [first, behind @ ..] = words else {
            return 1;
        };
        let known = self
            .words
            .get(&first.hash)
            .filter(|_| first.kind == Kind::Word);
        let Some(entry) = known.filter(|entry| same_word(&entry.word, first.span.of(text))) else {
            return 1;
        };
        let phrase = entry
            .phrases
            .iter()
            .find(|phrase| phrase.follows(text, behind));
        let Some(phrase) = phrase else {
            first.marks = entry.marks;
            return 1;
        };
        let length = phrase.rest.len() + 1;
        for word in &mut words[..length] {
            word.marks = phrase.marks;
        }
        length
    }
}

impl Entry {
    fn new(word: Box<str>) -> Self {
        Self {
            word,
            marks: Marks::default(),
            phrases: Vec::new(),
        }
    }

    fn add(&mut self, rest: Vec<Part>, marks: Marks) {
        if rest.is_empty() {
            self.marks.add(marks);
        } else if let Some(phrase) = self.phrases.iter_mut().find(|phrase| phrase.rest == rest) {
            phrase.marks.add(marks);
        } else {
            self.phrases.push(Phrase { rest, marks });
            self.phrases
                .sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
    }
}

impl Phrase {
    /// Whether the words behind the first are the next of the sentence.
    fn follows(&self, text: &str, words: &[Word]) -> bool {
        begins_with(text, words, &self.rest)
    }
}

/// Whether `words` begin with the words of a phrase.
pub(super) fn begins_with(text: &str, words: &[Word], parts: &[Part]) -> bool {
    words.len() >= parts.len()
        && parts.iter().zip(words).all(|(part, word)| {
            word.hash == part.hash
                && word.kind == Kind::Word
                && same_word(&part.word, word.span.of(text))
        })
}

/// The words of a phrase.
pub(super) fn parts_of(phrase: &str) -> Vec<Part> {
    let words = cut(phrase, ByteSpan::new(0, phrase.len()));
    let words = words.into_iter().filter(|word| word.kind == Kind::Word);
    let part = |word: Word| Part {
        word: word.span.of(phrase).into(),
        hash: word.hash,
    };
    words.map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(lexicon: &Lexicon, text: &str) -> Vec<Marks> {
        let words = lexicon.read(text, ByteSpan::new(0, text.len()));
        words.iter().map(|word| word.marks).collect()
    }

    #[test]
    fn the_longest_phrase_hides_the_words_in_it() {
        let mut lexicon = Lexicon::default();
        lexicon.add(Mark::Negation, &["not".to_owned()]);
        lexicon.add(Mark::FalseNegation, &["not only".to_owned()]);
        lexicon.add(Mark::Between, &["only".to_owned(), "not".to_owned()]);
        let [negation, hidden, between] = [
            Marks::of(&[Mark::Negation, Mark::Between]),
            Marks::of(&[Mark::FalseNegation]),
            Marks::of(&[Mark::Between]),
        ];
        assert_eq!(marks(&lexicon, "Not ONLY not"), [hidden, hidden, negation]);
        assert_eq!(marks(&lexicon, "only not-only"), [between, hidden, hidden]);
        assert_eq!(
            marks(&lexicon, "knot notonly, not"),
            [
                Marks::default(),
                Marks::default(),
                Marks::default(),
                negation
            ]
        );
    }
}

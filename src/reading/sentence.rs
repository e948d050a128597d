//! Sentences of a letter.
//!
//! One pass over the stops of the text. What a full stop may not end ("Dr.", "pg. 127", "U.S. Preventive")
//! is data, `language.sentences` of the rule pack; what a stop looks like is here.

#[cfg(test)]
mod tests;

use memchr::{memchr, memchr3_iter};

use super::word_index::{ByHash, hash_of};
use crate::span::ByteSpan;

/// What a word says about the full stop behind it, or about the sentence that begins with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SentenceWord {
    /// The sentence goes on ("Dr. Smith").
    NeverLast,
    /// The sentence goes on when a digit follows ("pg. 127").
    BeforeNumber,
    /// The sentence ends only before an [`SentenceWord::Opener`] ("U.S. Preventive Services").
    BeforeOpener,
    /// Begins sentences ("The", "However").
    Opener,
    /// A single letter behind it is no initial ("Hepatitis C.").
    Lettered,
}

impl SentenceWord {
    /// Every kind with its key in `language.sentences`.
    pub const KEYS: [(&'static str, Self); 5] = [
        ("never_last", Self::NeverLast),
        ("before_numbers", Self::BeforeNumber),
        ("before_openers", Self::BeforeOpener),
        ("openers", Self::Opener),
        ("lettered", Self::Lettered),
    ];

    fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// The words that decide where sentences end: `language.sentences` of a rule pack.
#[derive(Clone, Debug, Default)]
pub struct SentenceWords {
    /// By the hash of the word.
    kinds: ByHash<(Box<str>, Kinds)>,
}

/// The kinds of one word, in any case and where it is written with a capital.
#[derive(Clone, Copy, Debug, Default)]
struct Kinds {
    any_case: u8,
    capitalised: u8,
}

/// How far back a word before a stop is looked at, in bytes; of what is longer nothing is known.
const FARTHEST_BACK: usize = 64;

impl SentenceWords {
    /// Adds a word of one kind. With a capital letter in it, it is matched only where the letter writes it
    /// with a capital. White space and a full stop at its end do not matter.
    pub fn add(&mut self, kind: SentenceWord, word: &str) {
        let word = word.trim().trim_end_matches('.');
        let (_, entry) = self
            .kinds
            .entry(hash_of(word.as_bytes()))
            .or_insert_with(|| (word.into(), Kinds::default()));
        if word.starts_with(|first: char| first.is_ascii_uppercase()) {
            entry.capitalised |= kind.bit();
        } else {
            entry.any_case |= kind.bit();
        }
    }

    /// Whether `word` is of `kind`.
    fn is(&self, kind: SentenceWord, word: &[u8]) -> bool {
        let known = self.kinds.get(&hash_of(word));
        let Some((_, kinds)) =
            known.filter(|(known, _)| known.as_bytes().eq_ignore_ascii_case(word))
        else {
            return false;
        };
        let capital = word.first().is_some_and(u8::is_ascii_uppercase);
        let bits = kinds.any_case | if capital { kinds.capitalised } else { 0 };
        bits & kind.bit() != 0
    }
}

/// A longer sentence, in bytes, is none that anybody wrote. It is cut into pieces of at most this length, so that
/// what is read of a sentence as a whole takes no longer than its words.
const LONGEST_SENTENCE: usize = 4000;

/// The sentences of a canonical text, in order, without the white space between them. A paragraph break
/// (an empty line) always ends a sentence; a single line break is white space. Of a run of words without an end
/// every 4,000 bytes make a sentence.
#[must_use]
pub fn split(text: &str, words: &SentenceWords) -> Vec<ByteSpan> {
    let mut sentences = Vec::with_capacity(text.len() / 96 + 1);
    let mut start = 0;
    while start < text.len() {
        let end = paragraph_end(text.as_bytes(), start);
        Paragraph {
            text,
            bytes: text.as_bytes(),
            start,
            end,
            words,
        }
        .split(&mut sentences);
        start = end + 1;
    }
    if sentences.iter().any(is_too_long) {
        return sentences
            .into_iter()
            .flat_map(|sentence| pieces(text, sentence))
            .collect();
    }
    sentences
}

fn is_too_long(sentence: &ByteSpan) -> bool {
    sentence.len() > LONGEST_SENTENCE
}

/// A sentence in pieces that are not too long, cut between words where there are any.
fn pieces(text: &str, sentence: ByteSpan) -> Vec<ByteSpan> {
    let mut pieces = Vec::new();
    let mut rest = sentence;
    while is_too_long(&rest) {
        let mut end = rest.start + LONGEST_SENTENCE;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let words = ByteSpan::new(rest.start, end);
        let space = words.of(text).rfind(' ').filter(|space| *space > 0);
        end = space.map_or(end, |space| rest.start + space);
        pieces.push(ByteSpan::new(rest.start, end).trimmed(text));
        rest = ByteSpan::new(end, rest.end).trimmed(text);
    }
    pieces.extend(Some(rest).filter(|rest| !rest.is_empty()));
    pieces
}

/// Where the paragraph that begins at `start` ends: at an empty line, or with the text.
fn paragraph_end(bytes: &[u8], start: usize) -> usize {
    let mut from = start;
    while let Some(found) = memchr(b'\n', &bytes[from..]) {
        let line_end = from + found;
        let next = skip(bytes, line_end + 1, |byte| {
            matches!(byte, b' ' | b'\t' | b'\r')
        });
        if bytes.get(next) == Some(&b'\n') {
            return line_end;
        }
        from = line_end + 1;
    }
    bytes.len()
}

/// The first place at or behind `from` whose byte is not `wanted`.
fn skip(bytes: &[u8], from: usize, wanted: impl Fn(u8) -> bool) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    from + rest.iter().take_while(|byte| wanted(**byte)).count()
}

/// One paragraph while it is being cut.
struct Paragraph<'t> {
    text: &'t str,
    bytes: &'t [u8],
    start: usize,
    end: usize,
    words: &'t SentenceWords,
}

impl Paragraph<'_> {
    fn split(&self, sentences: &mut Vec<ByteSpan>) {
        let mut sentence = self.start;
        let mut behind = self.start;
        for found in memchr3_iter(b'.', b'?', b'!', &self.bytes[self.start..self.end]) {
            let stop = self.start + found;
            // The stops of an ellipsis or of "?!" are one stop.
            if stop < behind {
                continue;
            }
            let run = skip(&self.bytes[..self.end], stop, |byte| {
                matches!(byte, b'.' | b'?' | b'!')
            });
            behind = self.closers_end(run);
            if self.ends_sentence(sentence, stop, run, behind) {
                self.push(sentence, behind, sentences);
                sentence = behind;
            }
        }
        self.push(sentence, self.end, sentences);
    }

    fn push(&self, start: usize, end: usize, sentences: &mut Vec<ByteSpan>) {
        let span = ByteSpan::new(start, end).trimmed(self.text);
        if !span.is_empty() {
            sentences.push(span);
        }
    }

    /// The end of the quotes and brackets that close behind a stop; they belong to its sentence.
    fn closers_end(&self, from: usize) -> usize {
        let mut at = from;
        while at < self.end {
            at += match &self.bytes[at..self.end] {
                [b'"' | b'\'' | b')' | b']', ..] => 1,
                // The closing quotes U+2019 and U+201D.
                [0xE2, 0x80, 0x99 | 0x9D, ..] => 3,
                _ => break,
            };
        }
        at
    }

    /// Whether the stop at `stop..run`, with its closing quotes up to `behind`, ends the sentence that begins
    /// at `sentence`.
    fn ends_sentence(&self, sentence: usize, stop: usize, run: usize, behind: usize) -> bool {
        let next = skip(&self.bytes[..self.end], behind, |byte| {
            byte.is_ascii_whitespace()
        });
        if next == self.end {
            return true;
        }
        let full_stop = self.bytes[stop] == b'.' && run == stop + 1;
        if next == behind {
            return full_stop && behind == run && self.is_glued(stop);
        }
        let Some(begins) = self.beginning(next) else {
            return false;
        };
        !full_stop || behind > run || self.full_stop_ends(sentence, stop, next, begins)
    }

    /// Whether a stop without white space behind it stands between two sentences: "04/05/2002.Medical records".
    fn is_glued(&self, stop: usize) -> bool {
        let ([.., before], [_, first, second, ..]) =
            (&self.bytes[..stop], &self.bytes[stop..self.end])
        else {
            return false;
        };
        let word = self.word_before(stop);
        (before.is_ascii_digit() || before.is_ascii_lowercase() || *before == b')')
            && first.is_ascii_uppercase()
            && second.is_ascii_lowercase()
            && !word.contains(&b'.')
            && !self.words.is(SentenceWord::NeverLast, word)
    }

    /// What a sentence that begins at `next` begins with, quotes and brackets aside; `None` when no sentence
    /// begins there.
    fn beginning(&self, next: usize) -> Option<Beginning> {
        let opened = self.text[next..self.end]
            .trim_start_matches(['"', '\'', '(', '[', '\u{201C}', '\u{2018}']);
        let first = opened.chars().next()?;
        if first.is_ascii_digit() {
            Some(Beginning::Digit)
        } else if first.is_uppercase() {
            Some(Beginning::Capital)
        } else if matches!(first, '#' | '$' | '\u{2022}' | '\u{25CF}' | '\u{25AA}') {
            Some(Beginning::Mark)
        } else {
            None
        }
    }

    /// The rules for a single full stop with white space behind it.
    fn full_stop_ends(&self, sentence: usize, stop: usize, next: usize, begins: Beginning) -> bool {
        // A sentence may have begun within the word: "2002.Dr.".
        let word_start = sentence.max(stop - self.word_before(stop).len());
        let word = &self.bytes[word_start..stop];
        if word.is_empty() {
            // Behind white space the stop is what a removed name left ("with ., on"); before a capital it
            // still ends the sentence. Behind a bracket or a quote it is a stop like any other.
            let orphan = self.bytes[..stop]
                .last()
                .is_none_or(u8::is_ascii_whitespace);
            return !orphan || begins == Beginning::Capital;
        }
        if self.words.is(SentenceWord::NeverLast, word) {
            return false;
        }
        let opens = self.text[sentence..word_start].trim().is_empty();
        if opens && word.iter().all(u8::is_ascii_digit) && word.len() < 3 {
            // The number of a list entry.
            return false;
        }
        match begins {
            Beginning::Digit | Beginning::Mark => !self.words.is(SentenceWord::BeforeNumber, word),
            Beginning::Capital if self.words.is(SentenceWord::BeforeOpener, word) => {
                self.is_opener(next)
            }
            Beginning::Capital => !self.is_initial(word, word_start, opens),
        }
    }

    /// The letters, digits and inner stops directly before `stop`.
    fn word_before(&self, stop: usize) -> &[u8] {
        let before = &self.bytes[self.start..stop];
        let length = before
            .iter()
            .rev()
            .take(FARTHEST_BACK)
            .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'.' || !byte.is_ascii())
            .count();
        let mut start = stop - length;
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        &self.bytes[start..stop]
    }

    fn is_opener(&self, next: usize) -> bool {
        let start = skip(self.bytes, next, |byte| !byte.is_ascii_alphanumeric());
        let end = skip(self.bytes, start, |byte| byte.is_ascii_alphanumeric());
        self.words.is(SentenceWord::Opener, &self.bytes[start..end])
    }

    /// Whether the single capital `word` is the initial of a name or the letter of a list entry.
    fn is_initial(&self, word: &[u8], word_start: usize, opens: bool) -> bool {
        let [letter] = word else {
            return false;
        };
        if !letter.is_ascii_uppercase() {
            return false;
        }
        if opens {
            return true;
        }
        let before = self.bytes[self.start..word_start].trim_ascii_end();
        let length = before
            .iter()
            .rev()
            .take(FARTHEST_BACK)
            .take_while(|byte| byte.is_ascii_alphanumeric())
            .count();
        let name = &before[before.len() - length..];
        name.first().is_some_and(u8::is_ascii_uppercase)
            && name.iter().any(u8::is_ascii_lowercase)
            && !self.words.is(SentenceWord::Lettered, name)
    }
}

/// What a possible next sentence begins with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beginning {
    Capital,
    Digit,
    /// "#60", "$100", a bullet.
    Mark,
}

//! Guidelines named in running text, which cites without the form of a guideline line.
//!
//! Names of whole systems and of other sources are found as words; labels of editions only where they are
//! called guidelines or carry a number, because "low back complaints" is also what a patient has. From there
//! the mention goes on as long as names, locators and the punctuation between them follow, and what it cites
//! is read as in a guideline line.

use super::parse::{self, Token, TokenKind};
use super::vocabulary::Vocabulary;
use super::{Citation, clause};
use crate::reading::word_index::CutWords;
use crate::rules::pack::System;
use crate::span::ByteSpan;

/// How far a mention may reach, in bytes: no citation in a sentence is longer.
const REACH: usize = 240;

/// The citations of a text, by place.
pub(super) fn named(vocabulary: &Vocabulary, words: CutWords<'_>) -> Vec<Citation> {
    if !may_name(vocabulary, words) {
        return Vec::new();
    }
    let text = words.text();
    let words = parse::words(text);
    let mut named: Vec<Citation> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some(behind) = anchor(vocabulary, text, &words, at) else {
            at += 1;
            continue;
        };
        let start = words[at].span.start;
        let most = text.len().min(start + REACH);
        let reach = mention_end(vocabulary, text, &words, behind, most);
        let found = mention(vocabulary, text, start, reach);
        let end = found.iter().map(|citation| citation.span.end).max();
        named.extend(found);
        at = match end {
            Some(end) => behind.max(words.partition_point(|word| word.span.start < end)),
            None => behind,
        };
    }
    named
}

/// Whether a text may name a guideline, told by its words alone; hardly a sentence does.
fn may_name(vocabulary: &Vocabulary, words: CutWords<'_>) -> bool {
    words.iter().any(|word| is_called(word.written)) || vocabulary.may_be_named(words)
}

/// The token behind the name of a guideline that begins at token `at` and stands for itself.
fn anchor(vocabulary: &Vocabulary, text: &str, words: &[Token], at: usize) -> Option<usize> {
    if let Some(found) = vocabulary.system_at(words, at) {
        let alone = found.end == at + 1;
        let is_name = found.is_whole || !alone || is_proper(text, words, at);
        return is_name.then_some(found.end);
    }
    let found = vocabulary.editions_at(words, at)?;
    let is_number = found
        .span
        .of(text)
        .starts_with(|first: char| first.is_ascii_digit());
    let is_called_guideline = || {
        let behind = words.get(found.end - 1..found.end + 1);
        let behind = behind.or_else(|| words.get(found.end - 1..));
        let mut behind = behind.unwrap_or_default().iter();
        behind.any(|word| is_called(word.span.of(text)))
    };
    (is_number || found.words > 1 && is_called_guideline()).then_some(found.end)
}

/// Whether a word calls what it follows a guideline.
fn is_called(word: &str) -> bool {
    let begins = word.get(..GUIDELINE.len());
    begins.is_some_and(|begins| begins.eq_ignore_ascii_case(GUIDELINE))
        || word.eq_ignore_ascii_case("chapter")
}

const GUIDELINE: &str = "guideline";

/// Whether the word is written as a name: capitals inside a sentence, or several of them. "Arthroscopy" is a
/// journal, and at the start of a sentence more often an operation.
fn is_proper(text: &str, words: &[Token], at: usize) -> bool {
    let word = words[at].span.of(text);
    let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
    let opens_sentence = at == 0 || words[at - 1].kind == TokenKind::Stop;
    capitals > 1 || capitals == 1 && !opens_sentence || word.contains('.')
}

/// How many words of a locator may stand behind the one that promises it: "last updated for use on the web)".
const LONGEST_LOCATOR: usize = 8;

/// Where nothing goes on any more with the mention whose name ends before token `at`: behind a plain word, or a full
/// stop, that is part of no locator; at `most` in any case. Most names are followed by one, and then no locator has to be
/// looked for.
fn mention_end(
    vocabulary: &Vocabulary,
    text: &str,
    words: &[Token],
    behind: usize,
    most: usize,
) -> usize {
    let name_end = behind.checked_sub(1).and_then(|last| words.get(last));
    let name_end = name_end.map_or(most, |last| last.span.end);
    let mut at = behind;
    let mut since_hint = LONGEST_LOCATOR;
    while let Some(token) = words.get(at).filter(|token| token.span.end <= most) {
        let name = [
            vocabulary.system_at(words, at).map(|found| found.end),
            vocabulary.editions_at(words, at).map(|found| found.end),
            vocabulary.odg_chapter_at(words, at).map(|found| found.end),
        ];
        if let Some(name) = name.into_iter().flatten().max() {
            at = name;
            continue;
        }
        let is_plain = match token.kind {
            TokenKind::Word => !parse::may_open_locator(&text[token.span.start..]),
            TokenKind::Stop | TokenKind::Semicolon => true,
            _ => {
                at += 1;
                continue;
            }
        };
        if is_plain && since_hint >= LONGEST_LOCATOR {
            // What stands behind a label tells whether it is whole.
            return if at > behind {
                token.span.end
            } else {
                name_end
            };
        }
        since_hint = if is_plain { since_hint + 1 } else { 0 };
        at += 1;
    }
    most
}

/// The citations of the mention that begins at `start` and reaches to about `reach`.
fn mention(vocabulary: &Vocabulary, text: &str, start: usize, mut reach: usize) -> Vec<Citation> {
    while !text.is_char_boundary(reach) {
        reach -= 1;
    }
    let slice = &text[start..reach];
    let mut tokens = parse::tokens(slice);
    tokens.truncate(chain_end(vocabulary, &tokens));
    let citations = clause::read(vocabulary, slice, None, &tokens).into_iter();
    let named = citations.filter(|citation| {
        citation.guideline.is_some() || citation.whole.is_some() || !citation.candidates.is_empty()
    });
    named.map(|citation| citation.shifted(start)).collect()
}

/// The number of the first token that no longer belongs to the mention that begins with the first one.
fn chain_end(vocabulary: &Vocabulary, tokens: &[Token]) -> usize {
    let mut end = 0;
    let mut at = 0;
    let mut names_odg = false;
    while at < tokens.len() {
        if let Some(found) = vocabulary.system_at(tokens, at) {
            if at > 0 && is_parted(&tokens[at - 1]) {
                return end;
            }
            names_odg |= found.system == System::Odg;
            at = found.end;
            end = at;
            continue;
        }
        let label = vocabulary.editions_at(tokens, at).or_else(|| {
            let chapter = vocabulary.odg_chapter_at(tokens, at);
            chapter.filter(|_| names_odg)
        });
        if let Some(found) = label.filter(|found| at == 0 || is_whole_name(tokens, found.end)) {
            at = found.end;
            end = at;
            continue;
        }
        match &tokens[at].kind {
            TokenKind::Chapter(_)
            | TokenKind::Pages(_)
            | TokenKind::Edition(_)
            | TokenKind::Year(_)
            | TokenKind::Part => end = at + 1,
            TokenKind::Aside
            | TokenKind::And
            | TokenKind::Comma
            | TokenKind::ParenOpen
            | TokenKind::ParenClose
            | TokenKind::Joint
            | TokenKind::Sign => {}
            _ => return end,
        }
        at += 1;
    }
    end
}

/// Whether a name of a system behind this token is another mention: "MTUS, ODG", "MTUS/ACOEM".
fn is_parted(before: &Token) -> bool {
    matches!(
        before.kind,
        TokenKind::Comma | TokenKind::And | TokenKind::Joint
    )
}

/// Whether a label ends before token `at`: the sentence does not go on with its words as in "ODG, knee
/// injections are ...".
fn is_whole_name(tokens: &[Token], at: usize) -> bool {
    let is_called_guideline = at
        .checked_sub(1)
        .and_then(|last| tokens.get(last))
        .is_some_and(|last| last.kind == TokenKind::Part);
    is_called_guideline
        || tokens
            .get(at)
            .is_none_or(|token| !matches!(token.kind, TokenKind::Word | TokenKind::Joint))
}

impl Citation {
    /// The same citation, `by` bytes further into the text.
    pub(super) fn shifted(mut self, by: usize) -> Self {
        let moved = |span: ByteSpan| span.shifted(by);
        self.span = moved(self.span);
        self.names_mtus = self.names_mtus.map(moved);
        if let Some(label) = &mut self.label {
            label.span = moved(label.span);
        }
        for section in &mut self.sections {
            section.span = moved(section.span);
        }
        self
    }
}

//! From the grammar's pairs to tokens: basis sentences, locators, words and punctuation.

use pest::Parser;
use pest::iterators::Pair;

use super::{Basis, BasisKind};
use crate::reading::word_index::{NO_LETTERS, with_letter};
use crate::span::ByteSpan;

#[derive(pest_derive::Parser)]
#[grammar = "../grammar/citation.pest"]
struct CitationParser;

/// A piece of a guideline line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    pub(super) span: ByteSpan,
    /// The word as names are compared; see [`WordKey`]. Meaningless for what is no word.
    pub(super) word: WordKey,
}

/// What a piece of a guideline line is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// A basis sentence.
    Basis(BasisKind),
    /// The opening of a basis sentence of no known kind.
    Open,
    /// "Section(s):".
    Sections,
    /// "Chapter 7".
    Chapter(u8),
    /// "Page(s): 98-99".
    Pages(Vec<(u16, u16)>),
    /// "Second Edition".
    Edition(u8),
    /// "2004", also as part of a date.
    Year(u16),
    /// What is printed about a version and names nothing.
    Aside,
    /// A web address.
    Url,
    /// A word or number.
    Word,
    /// A word for a part of a guideline: "Chapter", "section", "Guidelines".
    Part,
    /// "and" or "&".
    And,
    /// ",".
    Comma,
    /// ";".
    Semicolon,
    /// A full stop that ends a sentence.
    Stop,
    /// "(" or "[" that is closed again.
    ParenOpen,
    /// ")" or "]" that was opened.
    ParenClose,
    /// ":", dashes and slashes.
    Joint,
    /// A sign that belongs to the word before it: "®", "%".
    Sign,
}

impl Token {
    /// The basis sentence that the token is.
    pub(super) fn basis(&self) -> Option<Basis> {
        match self.kind {
            TokenKind::Basis(kind) => Some(Basis {
                kind,
                span: self.span,
            }),
            _ => None,
        }
    }

    /// Whether a new basis begins here.
    pub(super) fn opens_clause(&self) -> bool {
        matches!(self.kind, TokenKind::Basis(_) | TokenKind::Open)
    }

    /// Whether the token can be part of a name.
    pub(super) fn is_word(&self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Part)
    }
}

/// The tokens of a guideline line. Every text has some.
pub(super) fn tokens(line: &str) -> Vec<Token> {
    // The grammar takes any text; were it to refuse one, the line would be words alone.
    let Ok(mut pairs) = CitationParser::parse(Rule::line, line) else {
        return words(line);
    };
    let mut tokens = Vec::new();
    // Runs of words that follow each other are one: a number such as 4604.5 may stand in two.
    let mut text = ByteSpan::default();
    for pair in pairs.next().into_iter().flat_map(Pair::into_inner) {
        let span = ByteSpan::from(pair.as_span().start()..pair.as_span().end());
        match token_kind(&pair) {
            Some(Read::Token(kind)) => {
                push_words(line, text, &mut tokens);
                text = ByteSpan::default();
                tokens.push(token(line, kind, span));
            }
            Some(Read::Text) if text.is_empty() => text = span,
            Some(Read::Text) => text = text.joined(span),
            None => {}
        }
    }
    push_words(line, text, &mut tokens);
    drop_lone_parentheses(&mut tokens);
    tokens
}

/// The bytes of the longest beginning that the grammar looks for.
const LONGEST_HINT: usize = 16;

/// Whether a basis or locator may begin where `text` does.
pub(super) fn may_open_locator(text: &str) -> bool {
    let mut end = text.len().min(LONGEST_HINT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let found = CitationParser::parse(Rule::perhaps, &text[..end]);
    found.is_ok_and(|found| !found.as_str().is_empty())
}

/// The words of a text in which no basis and no locator is looked for.
pub(super) fn words(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    push_words(text, ByteSpan::new(0, text.len()), &mut tokens);
    drop_lone_parentheses(&mut tokens);
    tokens
}

fn token(text: &str, kind: TokenKind, span: ByteSpan) -> Token {
    let is_word = matches!(kind, TokenKind::Word | TokenKind::Part);
    let word = if is_word {
        WordKey::of(span.of(text))
    } else {
        WordKey::default()
    };
    Token { kind, span, word }
}

/// A word as words of names are compared: a hash (FNV-1a) of its letters without regard to letter case,
/// apostrophes, dots between letters, and a plural "s" behind three letters or more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct WordKey(pub(super) u64);

impl WordKey {
    fn of(word: &str) -> Self {
        let is_number = word
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.');
        let stem = match word.strip_suffix(['s', 'S']) {
            Some(stem) if stem.len() > 2 => stem,
            _ => word,
        };
        let mut hash = NO_LETTERS;
        for c in stem.chars() {
            if !is_number && matches!(c, '.' | '\'' | '\u{2019}') {
                continue;
            }
            hash = with_letter(hash, u32::from(c.to_ascii_lowercase()));
        }
        Self(hash)
    }
}

/// What a pair of the grammar is.
enum Read {
    Token(TokenKind),
    Text,
}

fn token_kind(pair: &Pair<'_, Rule>) -> Option<Read> {
    let inner = || pair.clone().into_inner();
    let kind = match pair.as_rule() {
        Rule::mtus => TokenKind::Basis(BasisKind::Mtus),
        Rule::non_mtus => TokenKind::Basis(BasisKind::NonMtus),
        Rule::outside => TokenKind::Basis(BasisKind::OutsideMtus),
        Rule::no_evidence => TokenKind::Basis(BasisKind::NoEvidence),
        Rule::open => TokenKind::Open,
        Rule::sections => TokenKind::Sections,
        Rule::chapter => match inner().find_map(|number| number.as_str().parse().ok()) {
            Some(number) => TokenKind::Chapter(number),
            None => return Some(Read::Text),
        },
        Rule::pages => TokenKind::Pages(inner().filter_map(range).collect()),
        Rule::edition => match inner().find_map(|ordinal| ordinal_number(ordinal.as_str())) {
            Some(number) => TokenKind::Edition(number),
            None => return Some(Read::Text),
        },
        Rule::date => {
            let year = inner().find(|part| part.as_rule() == Rule::year);
            year.and_then(|year| year.as_str().parse().ok())
                .map_or(TokenKind::Aside, TokenKind::Year)
        }
        Rule::year => pair
            .as_str()
            .parse()
            .map_or(TokenKind::Aside, TokenKind::Year),
        Rule::aside => TokenKind::Aside,
        Rule::url => TokenKind::Url,
        Rule::part => TokenKind::Part,
        Rule::text => return Some(Read::Text),
        _ => return None,
    };
    Some(Read::Token(kind))
}

/// First and last page; one page alone is both.
fn range(pair: Pair<'_, Rule>) -> Option<(u16, u16)> {
    let mut pages = pair
        .into_inner()
        .filter_map(|page| page.as_str().parse().ok());
    let first: u16 = pages.next()?;
    let last = pages.next().unwrap_or(first);
    Some((first, last.max(first)))
}

/// The number of an edition, "2nd" or "Second".
fn ordinal_number(ordinal: &str) -> Option<u8> {
    let digits = ordinal.trim_end_matches(|c: char| !c.is_ascii_digit());
    if !digits.is_empty() {
        return digits.parse().ok();
    }
    let words = ["first", "second", "third", "fourth", "fifth"];
    let at = words
        .iter()
        .position(|word| ordinal.eq_ignore_ascii_case(word))?;
    u8::try_from(at + 1).ok()
}

/// Cuts `span` of `text` into words and punctuation.
fn push_words(text: &str, span: ByteSpan, tokens: &mut Vec<Token>) {
    let mut at = span.start;
    while let Some(first) = text.get(at..span.end).and_then(|rest| rest.chars().next()) {
        let end = if first.is_alphanumeric() {
            word_end(text, at, span.end)
        } else {
            at + first.len_utf8()
        };
        let here = ByteSpan::new(at, end);
        if let Some(kind) = word_kind(text, here, first) {
            tokens.push(token(text, kind, here));
        }
        at = end;
    }
}

fn word_kind(text: &str, span: ByteSpan, first: char) -> Option<TokenKind> {
    Some(match first {
        _ if first.is_alphanumeric() && span.of(text).eq_ignore_ascii_case("and") => TokenKind::And,
        _ if first.is_alphanumeric() => TokenKind::Word,
        _ if first.is_whitespace() => return None,
        '&' => TokenKind::And,
        ',' => TokenKind::Comma,
        ';' => TokenKind::Semicolon,
        '.' if ends_sentence(text, span) => TokenKind::Stop,
        '(' | '[' => TokenKind::ParenOpen,
        ')' | ']' => TokenKind::ParenClose,
        ':' | '/' | '-' | '\u{2010}'..='\u{2015}' => TokenKind::Joint,
        '%' | '\u{AE}' | '\u{2122}' => TokenKind::Sign,
        _ => return None,
    })
}

/// The end of the word that begins at `start`. An apostrophe inside belongs to it, and so does a dot in a
/// number ("9792.24.1"), in initials ("C.C.R") and before a small letter ("drugs.com").
fn word_end(text: &str, start: usize, limit: usize) -> usize {
    let rest = text.get(start..limit).unwrap_or_default();
    let bytes = rest.as_bytes();
    let plain = bytes.iter().position(|byte| !byte.is_ascii_alphanumeric());
    match plain.map(|end| (end, bytes[end])) {
        None => return limit,
        // Only these marks may join what stands behind them, and only beyond ASCII are there other letters.
        Some((end, byte)) if byte.is_ascii() && !matches!(byte, b'.' | b'\'') => {
            return start + end;
        }
        Some(_) => {}
    }
    let mut chars = rest.char_indices().peekable();
    let mut run = 0;
    while let Some((at, c)) = chars.next() {
        if c.is_alphanumeric() {
            run += 1;
            continue;
        }
        let next = chars
            .peek()
            .map(|(_, next)| *next)
            .filter(|next| next.is_alphanumeric());
        let joins = match c {
            '\'' | '\u{2019}' => next.is_some(),
            '.' => {
                next.is_some_and(|next| next.is_ascii_digit() || next.is_lowercase() || run == 1)
            }
            _ => false,
        };
        if !joins {
            return start + at;
        }
        run = 0;
    }
    limit
}

/// How far back from a full stop initials are looked for, in characters: "C.C.R" has five.
const LONGEST_INITIALS: usize = 12;

/// Whether the full stop at `span` ends a sentence: white space or nothing follows, and before it stands no
/// initial ("Smith J.") and no section number ("2. Opioids").
fn ends_sentence(text: &str, span: ByteSpan) -> bool {
    let after = text.get(span.end..).unwrap_or_default();
    if after
        .chars()
        .next()
        .is_some_and(|c| !c.is_whitespace() && !c.is_alphanumeric())
    {
        return false;
    }
    let before = text.get(..span.start).unwrap_or_default();
    let letters = before.char_indices().rev();
    let mut word = letters
        .take_while(|(_, c)| c.is_alphanumeric() || *c == '.')
        .take(LONGEST_INITIALS);
    let word = word.by_ref().last().map_or("", |(at, _)| &before[at..]);
    let number = word.len() < 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    let initial = word.chars().count() == 1 || !number && word.contains('.');
    after.trim_start().is_empty() || !(initial || number)
}

/// Takes out parentheses that have no partner in their clause.
fn drop_lone_parentheses(tokens: &mut Vec<Token>) {
    let mut lone = Vec::new();
    let mut open = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            TokenKind::ParenOpen => open.push(at),
            TokenKind::ParenClose if open.pop().is_none() => lone.push(at),
            TokenKind::Basis(_) | TokenKind::Open => lone.append(&mut open),
            _ => {}
        }
    }
    lone.append(&mut open);
    if lone.is_empty() {
        return;
    }
    lone.sort_unstable();
    let mut at = 0;
    tokens.retain(|_| {
        at += 1;
        lone.binary_search(&(at - 1)).is_err()
    });
}

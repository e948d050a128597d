//! Cuts a text into tokens: words, numbers and marks.

use super::token::{Kind, Mark, Token, fraction, sign};
use super::words::{Class, Lexicon};
use crate::reading::number::Number;
use crate::reading::word_index::{CutWords, Word};
use crate::span::ByteSpan;

/// Bytes of a text for each token of it, at the least: what is set aside at once.
const BYTES_A_TOKEN: usize = 4;

/// Cuts the text of `words` into tokens. Quotation marks are left out; words keep their possessive ending.
pub(super) fn tokenise(words: CutWords<'_>, lexicon: &Lexicon) -> Vec<Token> {
    let text = words.text();
    let mut tokeniser = Tokeniser {
        text,
        words,
        passed: 0,
        lexicon,
        at: 0,
        tokens: Vec::with_capacity(text.len() / BYTES_A_TOKEN + 1),
        folded: String::new(),
    };
    while let Some(char) = tokeniser.peek(0) {
        tokeniser.next(char);
    }
    tokeniser.tokens
}

struct Tokeniser<'t> {
    text: &'t str,
    /// The same text, cut into words.
    words: CutWords<'t>,
    /// How many of these words begin before the place that is read.
    passed: usize,
    lexicon: &'t Lexicon,
    at: usize,
    tokens: Vec<Token>,
    /// The current word in lower case; one buffer for all words.
    folded: String,
}

impl Tokeniser<'_> {
    /// The character `ahead` bytes ahead.
    fn peek(&self, ahead: usize) -> Option<char> {
        let byte = *self.text.as_bytes().get(self.at + ahead)?;
        if byte.is_ascii() {
            return Some(char::from(byte));
        }
        self.text.get(self.at + ahead..)?.chars().next()
    }

    fn is_letter(&self, ahead: usize) -> bool {
        self.peek(ahead).is_some_and(char::is_alphabetic)
    }

    fn is_digit(&self, ahead: usize) -> bool {
        self.peek(ahead).is_some_and(|char| char.is_ascii_digit())
    }

    fn push(&mut self, start: usize, kind: Kind) {
        let glued = self
            .tokens
            .last()
            .is_some_and(|last| last.span.end == start);
        self.tokens.push(Token {
            span: ByteSpan::new(start, self.at),
            kind,
            glued,
        });
    }

    fn next(&mut self, char: char) {
        if char.is_ascii_alphabetic() {
            self.word();
        } else if char.is_whitespace() {
            self.space();
        } else if self.starts_number(char) {
            self.number();
        } else if char.is_alphabetic() {
            self.word();
        } else {
            let start = self.at;
            self.at += char.len_utf8();
            if let Some(kind) = sign(char) {
                self.push(start, kind);
            }
        }
    }

    fn space(&mut self) {
        let start = self.at;
        // Nearly all white space is one space between two words.
        let ahead = self.text.as_bytes().get(start..start + 2);
        if let Some([b' ', next]) = ahead
            && next.is_ascii_graphic()
        {
            self.at += 1;
            return;
        }
        let mut lines = 0;
        while let Some(char) = self.peek(0).filter(|char| char.is_whitespace()) {
            lines += usize::from(char == '\n');
            self.at += char.len_utf8();
        }
        if lines > 1 {
            self.push(start, Kind::Mark(Mark::Paragraph));
        }
    }

    /// Whether `char`, which stands here, begins a number. The point of ".5" does; that of "weeks.12" ends a
    /// sentence.
    fn starts_number(&self, char: char) -> bool {
        if char != '.' {
            return char.is_ascii_digit() || fraction(char).is_some();
        }
        let before = self
            .text
            .get(..self.at)
            .and_then(|text| text.chars().next_back());
        let free =
            before.is_none_or(|char| char.is_whitespace() || matches!(char, '(' | '[' | '/' | '-'));
        free && self.is_digit(1)
    }

    fn digits(&mut self) -> usize {
        let start = self.at;
        while self.is_digit(0) {
            self.at += 1;
        }
        self.at - start
    }

    fn number(&mut self) {
        let start = self.at;
        let mut group = self.digits();
        // Thousands: "1,200" but not "2002,2011" and not "98,99".
        while (1..=3).contains(&group) && self.peek(0) == Some(',') && self.has_three_digits(1) {
            self.at += 1;
            group = self.digits();
        }
        let mut points = 0;
        while self.peek(0) == Some('.') && self.is_digit(1) {
            self.at += 1;
            self.digits();
            points += 1;
        }
        let mut number = match self.text.get(start..self.at) {
            _ if points > 1 => None,
            Some("") => Some(Number::default()),
            written => written.and_then(Number::parse),
        };
        if let Some((char, part)) = self.peek(0).and_then(|char| Some((char, fraction(char)?))) {
            self.at += char.len_utf8();
            number = number.map(|whole| whole.plus(part));
        }
        self.push(start, number.map_or(Kind::Code, Kind::Number));
    }

    fn has_three_digits(&self, ahead: usize) -> bool {
        (ahead..ahead + 3).all(|at| self.is_digit(at)) && !self.is_digit(ahead + 3)
    }

    fn letters(&mut self) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let ascii = rest
            .iter()
            .take_while(|byte| byte.is_ascii_alphabetic())
            .count();
        let folded = self.folded.len();
        self.folded
            .push_str(self.text.get(self.at..self.at + ascii).unwrap_or_default());
        if let Some(letters) = self.folded.get_mut(folded..) {
            letters.make_ascii_lowercase();
        }
        self.at += ascii;
        while let Some(char) = self.peek(0).filter(|char| char.is_alphabetic()) {
            self.at += char.len_utf8();
            match char {
                // The micro sign and the Greek letter: "µg" is written "ug" in word lists.
                '\u{b5}' | '\u{3bc}' => self.folded.push('u'),
                _ => self.folded.push(char.to_ascii_lowercase()),
            }
        }
    }

    /// The word that begins here when it is nothing but letters of ASCII, and nothing beside it has a say in what it is;
    /// so are nearly all.
    fn plain_word(&mut self) -> Option<Word> {
        let mut word = self.words.get(self.passed)?;
        while word.start < self.at {
            self.passed += 1;
            word = self.words.get(self.passed)?;
        }
        let next = self.text.as_bytes().get(word.end).copied();
        let next = next.unwrap_or(b' ');
        let glued = self.tokens.last().map(|last| last.span.end) == Some(self.at);
        let alone = !glued && next.is_ascii() && !matches!(next, b'\'' | b'(');
        let plain = alone && word.is_letters() && word.end > word.start + 1;
        (plain && word.start == self.at).then_some(word)
    }

    fn word(&mut self) {
        let start = self.at;
        if let Some(word) = self.plain_word() {
            self.at = word.end;
            let class = self.lexicon.class_of(&word, self.text);
            self.push(start, Kind::Word(class));
            return;
        }
        self.folded.clear();
        self.letters();
        self.unglue(start);
        if self.folded.len() == 1 {
            self.dotted();
            self.slashed();
        }
        self.endings();
        let class = self.lexicon.class(&self.folded);
        let after_digits = self.tokens.last_mut().filter(|last| last.span.end == start);
        match after_digits {
            Some(digits)
                if class == Class::OrdinalEnding && matches!(digits.kind, Kind::Number(_)) =>
            {
                digits.span.end = self.at;
                digits.kind = Kind::Word(Class::Ordinal);
            }
            _ => self.push(start, Kind::Word(class)),
        }
    }

    /// Parts the x of "3xWk" and "3wkx4" from the unit, when letters between digits make no other word.
    fn unglue(&mut self, start: usize) {
        let glued = self
            .tokens
            .last()
            .is_some_and(|last| last.span.end == start);
        if !glued || !self.folded.is_ascii() || self.lexicon.class(&self.folded) != Class::Plain {
            return;
        }
        let Some((first, rest)) = self.folded.split_at_checked(1) else {
            return;
        };
        let is_unit = |word: &str| {
            let word = word
                .strip_suffix(first)
                .filter(|_| self.is_digit(0))
                .unwrap_or(word);
            matches!(
                self.lexicon.class(word),
                Class::Time(_) | Class::ShortTime(_) | Class::Rate(_)
            )
        };
        let keep = match self.lexicon.class(first) {
            Class::Times if is_unit(rest) => 1,
            _ => match self.folded.split_at_checked(self.folded.len() - 1) {
                Some((unit, last))
                    if self.lexicon.class(last) == Class::Times
                        && self.is_digit(0)
                        && is_unit(unit) =>
                {
                    unit.len()
                }
                _ => return,
            },
        };
        self.at = start + keep;
        self.folded.truncate(keep);
    }

    /// Joins the letters of "q.d." and "C.C.R.".
    fn dotted(&mut self) {
        while self.peek(0) == Some('.') && self.is_ascii_letter(1) && !self.is_letter(2) {
            self.at += 1;
            self.letters();
        }
        if self.folded.len() > 1 && self.peek(0) == Some('.') {
            self.at += 1;
        }
    }

    /// Joins the letters of "y/o" where the lists have it.
    fn slashed(&mut self) {
        if self.folded.len() == 1
            && self.peek(0) == Some('/')
            && self.is_ascii_letter(1)
            && !self.is_letter(2)
        {
            let second = self.peek(1).map_or(' ', |char| char.to_ascii_lowercase());
            self.folded.push('/');
            self.folded.push(second);
            if self.lexicon.class(&self.folded) == Class::Plain {
                self.folded.truncate(1);
            } else {
                self.at += 2;
            }
        }
    }

    fn is_ascii_letter(&self, ahead: usize) -> bool {
        self.peek(ahead)
            .is_some_and(|char| char.is_ascii_alphabetic())
    }

    /// Takes in a possessive ("week's") and an optional plural ("visit(s)").
    fn endings(&mut self) {
        let ends_word = |next: Option<char>| !next.is_some_and(char::is_alphanumeric);
        match self.peek(0) {
            Some(apostrophe @ ('\'' | '\u{2019}')) => {
                let width = apostrophe.len_utf8();
                if matches!(self.peek(width), Some('s' | 'S')) && ends_word(self.peek(width + 1)) {
                    self.at += width + 1;
                }
            }
            Some('(') if matches!(self.peek(1), Some('s' | 'S')) && self.peek(2) == Some(')') => {
                self.at += 3;
                self.folded.push('s');
            }
            _ => {}
        }
    }
}

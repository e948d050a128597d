//! What a text is cut into: words, numbers and marks, each with what it is to the recognisers.

use super::words::Class;
use crate::reading::number::Number;
use crate::span::ByteSpan;

/// One token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Its bytes.
    pub(super) span: ByteSpan,
    /// What it is.
    pub(super) kind: Kind,
    /// Whether it follows the token before it without a space.
    pub(super) glued: bool,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word, or a sign that stands for one (`%`, `×`, `&`, `§`).
    Word(Class),
    /// Digits, perhaps with decimals or a fraction sign.
    Number(Number),
    /// Digits with more than one point, or too many of them: a section number, an identifier.
    Code,
    /// Punctuation.
    Mark(Mark),
}

/// Punctuation that the recognisers look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Any hyphen, dash or minus.
    Hyphen,
    Slash,
    Hash,
    Comma,
    Colon,
    Semicolon,
    Stop,
    Open,
    Close,
    Plus,
    Equals,
    Dollar,
    /// A blank line.
    Paragraph,
    Other,
}

/// The number that a fraction sign stands for.
pub(super) fn fraction(char: char) -> Option<Number> {
    match char {
        '\u{bd}' => Number::fraction(1, 2),
        '\u{bc}' => Number::fraction(1, 4),
        '\u{be}' => Number::fraction(3, 4),
        _ => None,
    }
}

/// What a sign is; `None` for quotation marks, which change nothing.
pub(super) fn sign(char: char) -> Option<Kind> {
    let mark = match char {
        '%' => return Some(Kind::Word(Class::Percent)),
        '\u{d7}' => return Some(Kind::Word(Class::Times)),
        '&' => return Some(Kind::Word(Class::And)),
        '\u{a7}' => return Some(Kind::Word(Class::Reference)),
        '"' | '\'' | '\u{2018}' | '\u{2019}' | '\u{201c}' | '\u{201d}' => return None,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => Mark::Hyphen,
        '/' | '\u{2044}' => Mark::Slash,
        '#' => Mark::Hash,
        ',' => Mark::Comma,
        ':' => Mark::Colon,
        ';' => Mark::Semicolon,
        '.' | '!' | '?' => Mark::Stop,
        '(' | '[' => Mark::Open,
        ')' | ']' => Mark::Close,
        '+' => Mark::Plus,
        '=' => Mark::Equals,
        '$' => Mark::Dollar,
        _ => Mark::Other,
    };
    Some(Kind::Mark(mark))
}

//! What can be wrong with a file as YAML, in words for people who edit rules.

use std::sync::Arc;

use serde_yaml::granit_parser::{ErrorKind, Marker, ScanError};

use super::{MAX_DEPTH, MAX_FILE_BYTES, MAX_NODES};
use crate::rules::problem::{RuleFile, RulePlace, RuleProblem};
use crate::span::SourceSpan;

/// What is refused although it is YAML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mistake {
    /// More bytes than a file may hold.
    TooLarge,
    /// More values than a file may hold.
    TooMany,
    /// Deeper than an entry may be nested.
    TooDeep,
    /// An anchor, alias or merge key.
    Sharing,
    /// A tag.
    Tag,
    /// A second document.
    SecondDocument,
    /// A key that is no word.
    NoWord,
}

impl Mistake {
    /// The problem that this mistake at `span` is.
    pub(super) fn at(self, span: SourceSpan, file: &Arc<RuleFile>) -> Box<RuleProblem> {
        problem(file, span, self.message(file), self.help())
    }

    fn message(self, file: &RuleFile) -> String {
        match self {
            Self::TooLarge => format!(
                "the file holds {} bytes; a rules file may hold {MAX_FILE_BYTES}",
                file.text.len()
            ),
            Self::TooMany => format!("the file holds more than {MAX_NODES} values"),
            Self::TooDeep => format!("nested more than {MAX_DEPTH} levels deep"),
            Self::Sharing => {
                "anchors (`&name`), aliases (`*name`) and merge keys (`<<`) are not allowed in rules files".to_owned()
            }
            Self::Tag => "tags (`!name`) are not allowed in rules files".to_owned(),
            Self::SecondDocument => "a second YAML document begins here; a rules file holds one".to_owned(),
            Self::NoWord => "a key must be a word".to_owned(),
        }
    }

    fn help(self) -> &'static str {
        match self {
            Self::TooLarge | Self::TooMany => "split it",
            Self::TooDeep => {
                "no entry of the rule language needs that; look for a missing line end, quote or bracket"
            }
            Self::Sharing => {
                "write the value out where it is meant; text that begins with `&` or `*` needs quotes"
            }
            Self::Tag => "text that begins with `!` needs quotes",
            Self::SecondDocument => "remove the line `---`, or make it a file of its own",
            Self::NoWord => {
                "write `key: value`; text that begins with a bracket or brace needs quotes"
            }
        }
    }
}

/// The problem that an error of the parser is.
pub(super) fn of_syntax(error: &ScanError, file: &Arc<RuleFile>) -> Box<RuleProblem> {
    let start = byte_of(error.marker(), &file.text);
    let span = SourceSpan { start, end: start };
    match error.kind() {
        ErrorKind::RecursionLimitExceeded => Mistake::TooDeep.at(span, file),
        ErrorKind::UnknownAnchor | ErrorKind::MissingAnchorOrAliasName => {
            Mistake::Sharing.at(span, file)
        }
        ErrorKind::MissingTagUri | ErrorKind::UndeclaredTagHandle => Mistake::Tag.at(span, file),
        kind => {
            let message = format!("not valid YAML: {}", error.info());
            problem(file, span, message, advice(kind, &file.text[..start]))
        }
    }
}

/// What to do about a syntax error behind the text `before`. The crate words its errors for programmers;
/// these are the mistakes that rule editors make.
fn advice(kind: &ErrorKind, before: &str) -> &'static str {
    let line = before.rsplit('\n').next().unwrap_or_default();
    match kind {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar
        | ErrorKind::TabAtBlockScalarStart => "indent with spaces; YAML allows no tabs there",
        ErrorKind::MappingValueNotAllowed => "text that holds a colon and a space needs quotes",
        ErrorKind::UnexpectedCharacter { .. } => {
            "text that begins with this character needs quotes"
        }
        ErrorKind::UnclosedQuotedScalar => {
            "close the quote; a quote inside of quoted text is written twice"
        }
        ErrorKind::UnclosedFlowCollection { .. } => {
            "close it; text that begins with it needs quotes"
        }
        ErrorKind::InvalidColonPlacement => {
            "a bracket or brace above is not closed, or text that holds a colon needs quotes"
        }
        _ if line.contains(['{', '[', '}', ']']) => {
            "text that begins with a brace or bracket needs quotes; one that opens a list or map must close"
        }
        ErrorKind::ExpectedBlockMappingKey | ErrorKind::InvalidIndentation => {
            "keys of one map begin in the same column"
        }
        _ => "correct the YAML here; nothing of this file was read",
    }
}

/// The byte offset of a place that the parser gives, on a border of characters.
pub(super) fn byte_of(marker: &Marker, text: &str) -> usize {
    let mut at = marker.byte_offset().unwrap_or_else(|| {
        let mut characters = text.char_indices().map(|(at, _)| at);
        characters.nth(marker.index()).unwrap_or(text.len())
    });
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn problem(
    file: &Arc<RuleFile>,
    span: SourceSpan,
    message: String,
    help: &str,
) -> Box<RuleProblem> {
    let place = RulePlace {
        file: Arc::clone(file),
        span,
    };
    Box::new(RuleProblem {
        message,
        places: vec![(place, "here".to_owned())],
        help: Some(help.to_owned()),
    })
}
